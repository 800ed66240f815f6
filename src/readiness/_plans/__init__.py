"""Project plans: recover one from the table text that extraction leaves, or load a clean one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._files import read_plan
    from ._findings import plan_findings

__all__ = ["plan_findings", "read_plan"]

if not TYPE_CHECKING:
    from readiness._lazy import imported_on_use

    __getattr__ = imported_on_use(
        __name__,
        {
            "_files": "read_plan",
            "_findings": "plan_findings",
        },
    )
