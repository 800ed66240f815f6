"""The page of a workbook that says how it is filled in."""

from __future__ import annotations

GUIDE_NAME = "read me first"
LISTS_NAME = "lists"

GUIDE: tuple[tuple[bool, str], ...] = (
    (True, "The register of your evidence, as a spreadsheet"),
    (False, "Each sheet holds one kind of fact. Change cells, add rows at the bottom, delete rows. Keep the headings."),
    (False, "Then save it as .xlsx and run:  readiness register import FOLDER FILE"),
    (False, "That shows what would change and writes nothing. Add --apply to write it into register.toml."),
    (False, "After that export the register anew, and go on from the new file."),
    (False, ""),
    (True, "The sheets"),
    (False, "register: the facts about the whole. Leave the fingerprint as it is."),
    (False, "documents: one row for each document. The path is that of the file in the folder."),
    (False, "claims: one row for each criterion that a document is evidence for. The document is its path."),
    (False, "approvals: one row for each body that approved a document."),
    (False, "waivers: criteria that somebody excused for a while."),
    (False, "not applicable: criteria that do not apply to you."),
    (False, "wordings and aspects: your own wording of criteria that the catalogue does not know."),
    (False, "thresholds: what an assessment takes besides criteria that are met, as somebody agreed."),
    (False, "lists: the criteria, to look up. It is not read back."),
    (False, ""),
    (True, "How to write it"),
    (False, "Dates: type them as you always do, such as 29/05/2009. They are kept as real dates."),
    (False, "Several things in one cell, such as kinds or aspects: put a semicolon between them: policy; record"),
    (False, "An arrow beside a cell offers what fits. You may type instead, and must where you want several."),
    (False, "The order of rows does not matter. What you sort here does not move anything in register.toml."),
    (False, "Sheets that you add for yourself are not read. Formulas count by the value that they show."),
)
