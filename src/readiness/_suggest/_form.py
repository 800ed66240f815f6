"""What sort of paper a document is, by its name, its title and how it begins."""

from __future__ import annotations

import re
from enum import Enum

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
    CUTTING = "press cutting"
    BLOG = "web log"
    THREAD = "thread of a forum"
    BROCHURE = "brochure"
    RELEASE = "release note"
    READING = "reading list"
    RESEARCH = "paper of research"
    RESPONSE = "answer to a consultation"
    DEBATE = "debate"
    PROGRAMME = "programme of courses or talks"
    QUERY = "query"
    DISCLOSED = "answer to a request for information"
    BID = "bid"
    FIGURES = "return of figures"
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
    {
        Form.AGENDA,
        Form.NEWSLETTER,
        Form.ADVERT,
        Form.GLOSSARY,
        Form.CONTENTS,
        Form.PLAN,
        Form.CHART,
        Form.CUTTING,
        Form.BLOG,
        Form.THREAD,
        Form.BROCHURE,
        Form.RELEASE,
        Form.READING,
        Form.RESEARCH,
        Form.RESPONSE,
        Form.DEBATE,
        Form.PROGRAMME,
        Form.QUERY,
        Form.DISCLOSED,
        Form.BID,
        Form.TENDER,
    }
)
_ONLY_TELL = _PROVE_NOTHING | {Form.NOTICE, Form.FIGURES}
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
        (
            "news ?letter|bulletin|news ?sheet|staff news|(?:spring|summer|autumn|winter|christmas) (?:issue|edition)"
            "|round-?up|grapevine|gazette|e-?news|client alert|legal update"
        ),
    ),
    (
        Form.ADVERT,
        "job (?:description|advert)|person specification|vacanc(?:y|ies)|(?:we are|now) recruiting|role profile",
    ),
    (Form.CHART, "(?:organi[sz]ation|structure|org|management) ?chart|who reports to whom|staff(?:ing)? structure"),
    (Form.CUTTING, "(?:press|news(?:paper)?) ?cuttings?|cutting\\b|news (?:story|article)|newspaper"),
    (Form.QUERY, "^(?:query|question (?:re|about|on|from))\\b"),
    (Form.BLOG, "(?:we)?b ?log\\b|blog ?post|opinion piece"),
    (Form.THREAD, "(?:forum|discussion) (?:thread|post)|discussion board|message board"),
    (Form.BROCHURE, "brochure|product (?:sheet|overview|tour)|sales sheet"),
    (Form.RELEASE, "release notes?|what s new in"),
    (Form.READING, "reading list|bibliography|book review"),
    (Form.RESEARCH, "abstract|dissertation|thesis|literature review|conference paper"),
    (
        Form.RESPONSE,
        (
            "consultation responses?|responses? (?:\\w+ )?to (?:the |a |your )?(?:\\w+ )?"
            "(?:consultation|draft|green paper|white paper)"
        ),
    ),
    (Form.DEBATE, "hansard|debate|parliamentary questions?|written answers?"),
    (
        Form.PROGRAMME,
        "conference programme|course (?:catalogue|directory)|prospectus|programme of (?:events|talks|courses)",
    ),
    (
        Form.DISCLOSED,
        (
            "(?:foi|freedom of information) (?:reply|response|(?:request )?\\d+)"
            "|(?:reply|response) .{0,12}freedom of information"
        ),
    ),
    (Form.BID, "(?:capital|growth|funding|grant) (?:bid|application)|bid for|outline business case"),
    (Form.FIGURES, "statistics|statistical (?:return|release)|stats\\b|quarterly return|return q\\d"),
    (
        Form.TENDER,
        (
            "invitation to tender|contract notice|prior information notice|itt\\b|tender(?! road| street| lane)"
            "|statement of work|request for (?:quotation|proposal)|rf[qp]\\b"
        ),
    ),
    (
        Form.PLAN,
        (
            "(?:project|workstream|(?<!audit )work|(?<!induction )action|implementation|delivery|business|improvement)"
            " plan|workplan|road ?map|gantt|highlight report"
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
_COMPILED = tuple((form, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for form, pattern in _SIGNS)
_RULES = r"(?:policy|procedures?|process|protocol|manual|handbook|rules)"
_RULED = re.compile(rf"\w*\W+(?:\w+ )?{_RULES}\b|.*\W{_RULES}\W*$", re.IGNORECASE | re.DOTALL)
"""What makes of a name that only tells one that rules it: *FOI request procedure*, *disputes: debate, procedure*."""
_NEAR = 2
"""Words by which what rules is still right behind what tells."""
_RULES_FIRST = re.compile(rf"\b{_RULES}\b", re.IGNORECASE)
_STRICT = frozenset({Form.AGENDA, Form.NEWSLETTER, Form.ADVERT, Form.PLAN, Form.TENDER, Form.RESPONSE})
"""Sorts of which the name may end with what they are about: *agenda: misuse policy*."""


def form_of(name: str, title: str) -> Form:
    """
    Return what sort of paper a document says it is, by its name first.

    Args:
        name: of its file.
        title: its title, and below it the lines that follow; what only tells has to say so in the first line.

    >>> form_of("lost-tokens-procedure-v2", "").value, form_of("panel 14 May", "Agenda").value
    ('procedure', 'agenda')
    """
    plain = re.sub(r"[_\W]+", " ", name)
    for text in (plain, title.strip().partition("\n")[0]):
        for form, pattern in _COMPILED:
            if form.only_tells and (told := pattern.search(text)) and not _is_ruled(form, text, told):
                return form
    for text in (title, plain):
        kinds = ((form, pattern) for form, pattern in _COMPILED if not form.only_tells)
        found = [(one.start(), form) for form, pattern in kinds if (one := _last(pattern, text))]
        if found:
            return max(found, key=lambda one: one[0])[1]
    return Form.OTHER


def _is_ruled(form: Form, text: str, told: re.Match[str]) -> bool:
    """Return whether a name says after all that the paper rules: before what tells, right behind it, or at its end."""
    if form not in {Form.CONTENTS, Form.GLOSSARY} and _RULES_FIRST.search(text, 0, told.start()):
        return True
    behind = _RULED.match(text, told.end())
    return behind is not None and (form not in _STRICT or len(behind[0].split()) <= _NEAR)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last place of *pattern*: of a training policy it is the policy that counts."""
    return max(pattern.finditer(text), key=lambda one: one.start(), default=None)


def kinds_of(form: Form) -> tuple[Kind, ...]:
    """Return the kinds of evidence that papers of this sort are."""
    return _KINDS.get(form, ())
