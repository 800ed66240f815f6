"""Load a register and what was accepted of it, write the first one for a folder, change one, and exchange it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._acceptances import ACCEPTED_NAME, acceptances_toml, as_claimed, load_acceptances
    from ._acts import canonical, with_approval, with_claim, with_waiver
    from ._changes import at
    from ._edit import OpenRegister, Revision, open_register, revised
    from ._exchange import Brought, brought_in, exported, holds_more
    from ._following import Moved, acceptances_rewritten, followed
    from ._load import REGISTER_NAME, load_register
    from ._rejections import REJECTED_NAME, load_rejections, rejections_toml, with_rejections
    from ._removal import Which, claims_of, forsaken, left_over, without_claims
    from ._starter import Start, starter
    from ._withdrawal import Named, without_approval, without_waiver

__all__ = [
    "ACCEPTED_NAME",
    "REGISTER_NAME",
    "REJECTED_NAME",
    "Brought",
    "Moved",
    "Named",
    "OpenRegister",
    "Revision",
    "Start",
    "Which",
    "acceptances_rewritten",
    "acceptances_toml",
    "as_claimed",
    "at",
    "brought_in",
    "canonical",
    "claims_of",
    "exported",
    "followed",
    "forsaken",
    "holds_more",
    "left_over",
    "load_acceptances",
    "load_register",
    "load_rejections",
    "open_register",
    "rejections_toml",
    "revised",
    "starter",
    "with_approval",
    "with_claim",
    "with_rejections",
    "with_waiver",
    "without_approval",
    "without_claims",
    "without_waiver",
]

if not TYPE_CHECKING:
    from readiness._lazy import imported_on_use

    __getattr__ = imported_on_use(
        __name__,
        {
            "_acceptances": "ACCEPTED_NAME acceptances_toml as_claimed load_acceptances",
            "_acts": "canonical with_approval with_claim with_waiver",
            "_changes": "at",
            "_edit": "OpenRegister Revision open_register revised",
            "_exchange": "Brought brought_in exported holds_more",
            "_following": "Moved acceptances_rewritten followed",
            "_load": "REGISTER_NAME load_register",
            "_rejections": "REJECTED_NAME load_rejections rejections_toml with_rejections",
            "_removal": "Which claims_of forsaken left_over without_claims",
            "_starter": "Start starter",
            "_withdrawal": "Named without_approval without_waiver",
        },
    )
