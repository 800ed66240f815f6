"""Project plans: recover one from the table text that extraction leaves, or load a clean one."""

from ._files import read_plan
from ._findings import plan_findings

__all__ = ["plan_findings", "read_plan"]
