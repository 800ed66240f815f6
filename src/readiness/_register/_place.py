"""Give every table of a register the line it stands on."""

from __future__ import annotations

from attrs import evolve

from readiness._toml import Lines
from readiness.model import DocumentEntry, Register


def place(register: Register, lines: Lines) -> Register:
    """Return *register* with the lines of its documents, claims, waivers, decisions, wordings, thresholds and rules."""
    return evolve(
        register,
        documents=tuple(_document(one, index, lines) for index, one in enumerate(register.documents)),
        waivers=tuple(evolve(one, line=lines.line(("waiver", index))) for index, one in enumerate(register.waivers)),
        not_applicable=tuple(
            evolve(one, line=lines.line(("not_applicable", index))) for index, one in enumerate(register.not_applicable)
        ),
        wordings=tuple(
            evolve(one, line=lines.line(("criterion", index))) for index, one in enumerate(register.wordings)
        ),
        thresholds=tuple(
            evolve(one, line=lines.line(("threshold", index))) for index, one in enumerate(register.thresholds)
        ),
        rules=tuple(evolve(one, line=lines.line(("rule", index))) for index, one in enumerate(register.rules)),
    )


def _document(entry: DocumentEntry, index: int, lines: Lines) -> DocumentEntry:
    path = ("document", index)
    claims = tuple(
        evolve(claim, line=lines.line((*path, "claim", number))) for number, claim in enumerate(entry.claims)
    )
    return evolve(entry, line=lines.line(path), claims=claims)
