"""The command line. Nothing is imported until it is called, so that even an early Ctrl-C is answered in words."""

TYPE_CHECKING = False  # the name that type checkers know, without the cost of importing `typing`
if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(argv: "Sequence[str] | None" = None) -> int:
    """
    Run the command line.

    Args:
        argv: the arguments; default: those of the process.

    Returns:
        The exit code: 0 clear, 1 findings, 2 usage, input or internal error, 3 nothing to assess.
    """
    import os  # noqa: PLC0415 - as below

    try:
        if "_ARGCOMPLETE" in os.environ:  # a shell asks what may follow
            from ._completion import complete  # noqa: PLC0415 - as below

            complete()
        from ._main import run  # noqa: PLC0415 - the point of this function

        return run(argv)
    except KeyboardInterrupt:
        import sys  # noqa: PLC0415 - as above

        sys.stderr.write("readiness: stopped\n")
        return 2
