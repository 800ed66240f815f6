"""Run the command line with ``python -m readiness``."""

import sys

from readiness._cli import main

if __name__ == "__main__":
    sys.exit(main())
