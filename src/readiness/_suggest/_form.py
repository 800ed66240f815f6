"""What sort of paper a document is, by its name, its title and how it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from readiness.model import Kind


class Form(Enum):
    """A sort of paper."""

    AGENDA = "agenda"
    NEWSLETTER = "newsletter"
    ADVERT = "advertisement"
    GLOSSARY = "glossary"
    CONTENTS = "list of contents"
    PLAN = "plan of work"
    CHART = "organisation chart"
    TENDER = "tender"
    NOTICE = "notice to the public"
    MINUTES = "minutes"
    POLICY = "policy"
    PROCEDURE = "procedure"
    TRAINING = "training"
    AGREEMENT = "agreement"
    STATEMENT = "statement"
    RECORD = "record"
    OTHER = "paper"

    @property
    def proves_nothing(self) -> bool:
        """Return whether a paper of this sort only names things; nothing is suggested from it."""
        return self in _PROVE_NOTHING

    @property
    def only_tells(self) -> bool:
        """Return whether papers of this sort mostly tell of things and prove none."""
        return self in _ONLY_TELL


_PROVE_NOTHING = frozenset(
    {Form.AGENDA, Form.NEWSLETTER, Form.ADVERT, Form.GLOSSARY, Form.CONTENTS, Form.PLAN, Form.CHART}
)
_ONLY_TELL = _PROVE_NOTHING | {Form.TENDER, Form.NOTICE}
_KINDS = {
    Form.POLICY: (Kind.POLICY,),
    Form.PROCEDURE: (Kind.PROCEDURE, Kind.PROCESS),
    Form.TRAINING: (Kind.TRAINING,),
    Form.AGREEMENT: (Kind.AGREEMENT,),
    Form.STATEMENT: (Kind.STATEMENT,),
    Form.RECORD: (Kind.RECORD,),
    Form.MINUTES: (Kind.RECORD,),
}
_SIGNS = (
    (
        Form.CONTENTS,
        (
            "table of contents|list of contents|contents (?:list|page)|(?:forms|documents|policies) (?:index|a to z)"
            "|index (?:to|of) (?:the |our |all )?(?:policies|procedures|policy|documents|forms)"
        ),
    ),
    (Form.GLOSSARY, "glossary|list of (?:terms|abbreviations|acronyms)|jargon buster|a to z of terms|acronyms"),
    (Form.AGENDA, "agenda|forward plan|order of business"),
    (
        Form.NEWSLETTER,
        "news ?letter|bulletin|news ?sheet|staff news|round-?up|noticeboard|grapevine|gazette|e-?news",
    ),
    (
        Form.ADVERT,
        "job (?:description|advert)|person specification|vacanc(?:y|ies)|(?:we are|now) recruiting|role profile",
    ),
    (Form.CHART, "(?:organi[sz]ation|structure|org|management) ?chart|who reports to whom|staff(?:ing)? structure"),
    (Form.TENDER, "invitation to tender|itt\\b|tender|statement of work|request for (?:quotation|proposal)|rf[qp]\\b"),
    (
        Form.PLAN,
        (
            "(?:project|workstream|work|action|implementation|delivery|business|improvement) plan|workplan|road ?map"
            "|gantt|timetable|highlight report"
        ),
    ),
    (Form.NOTICE, "press release|press notice|public notice|leaflet|flyer\\b|poster"),
    (Form.MINUTES, "minutes|notes of (?:the |a )?meeting|meeting notes|action notes"),
    (Form.AGREEMENT, "agreement|protocol|memorandum of understanding|mou\\b|undertaking|declaration"),
    (
        Form.TRAINING,
        "training|handout|induction|workshop|course|e-learning|briefing pack|learning|slides|checklist",
    ),
    (Form.STATEMENT, "statement|assurance|self-assessment|position paper|compliance return"),
    (Form.RECORD, "register|log\\b|extract|record|spreadsheet|schedule|inventory|audit report|report|results|list"),
    (
        Form.PROCEDURE,
        (
            "procedure|process|guide|guidance|how to|what to do|instructions?|steps|manual|handbook|protocol"
            "|practice note|desk note|crib|flowchart|checklist|script"
        ),
    ),
    (Form.POLICY, "policy|policies|strategy|rules|code of (?:conduct|practice)|standards?"),
)
"""What a name or a title says that a paper is; of two the one that stands first here, if it proves nothing."""
_ADVERT = (
    r"closing date|closes (?:at|on) |how to apply|interviews? will be held|interviews?: |person specification"
    r"|we are looking for|could it be you|disability confident|apply online|essential criteria|we.ll offer you"
)
_NEWSLETTER = (
    r"in this issue|inside this issue|next issue|\bthe editor|\bissue (?:no\.? ?)?\d+|congratulations|competition|prize"
    r"|crossword|recipe|farewell|new baby|save the date|staff awards?|watch this space|look out for|raffle|quiz"
)
_PLAN = (
    r"\b(?:task|action|deliverable|milestone|work ?stream)\b|\b(?:lead|owner|who)\b"
    r"|\b(?:due|target|by when|start|end|finish)\b(?: date)?|\b(?:status|RAG|% complete|progress)\b"
    r"|\bto be (?:written|drafted|agreed|done)\b|not started|predecessor"
)
_IN_TEXT = ((Form.ADVERT, 3, _ADVERT), (Form.NEWSLETTER, 3, _NEWSLETTER), (Form.PLAN, 4, _PLAN))
"""What papers that prove nothing say in their text, and how many different ones of these have to be there."""
_IN_TEXT_COMPILED = tuple((form, least, re.compile(pattern, re.IGNORECASE)) for form, least, pattern in _IN_TEXT)
_ENTRY = re.compile(r"\W{0,4}([A-Za-z][\w/&()' -]{1,40}?)\**\s*(?:[:\u2013\u2014=]| - )\s*\**\S")
_ENOUGH = 8_000
"""Characters by which a paper shows what it is."""
_ENTRIES, _MOSTLY = 8, 0.6
_COMPILED = tuple((form, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for form, pattern in _SIGNS)


def form_of(name: str, title: str) -> Form:
    """
    Return what sort of paper a document says it is, by its name first.

    >>> form_of("lost-tokens-procedure-v2", "").value, form_of("panel 14 May", "Agenda").value
    ('procedure', 'agenda')
    """
    plain = re.sub(r"[_\W]+", " ", name)
    for text in (plain, title):
        for form, pattern in _COMPILED:
            if form.only_tells and pattern.search(text):
                return form
    for text in (title, plain):
        found = [(one.start(), form) for form, pattern in _COMPILED if (one := _last(pattern, text))]
        if found:
            return max(found, key=lambda one: one[0])[1]
    return Form.OTHER


def form_in_text(texts: Sequence[str]) -> Form | None:
    """
    Return the sort of a paper that proves nothing, if its text shows it to be of one.

    Args:
        texts: its passages.
    """
    if _is_glossary(texts):
        return Form.GLOSSARY
    whole = "\n".join(texts)[:_ENOUGH]
    for form, least, pattern in _IN_TEXT_COMPILED:
        found = {one[0].casefold() for one in pattern.finditer(texts[0] if form is Form.PLAN and texts else whole)}
        if len(found) >= least:
            return form
    return None


def _is_glossary(texts: Sequence[str]) -> bool:
    """Return whether most lines are terms with what they mean, in the order of the alphabet."""
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    terms = [found[1].casefold() for line in lines if (found := _ENTRY.match(line))]
    rising = sum(one <= two for one, two in pairwise(terms))
    return len(terms) >= _ENTRIES and len(terms) >= _MOSTLY * len(lines) and rising >= 0.8 * (len(terms) - 1)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last place of *pattern*: of a training policy it is the policy that counts."""
    return max(pattern.finditer(text), key=lambda one: one.start(), default=None)


def kinds_of(form: Form) -> tuple[Kind, ...]:
    """Return the kinds of evidence that papers of this sort are."""
    return _KINDS.get(form, ())
