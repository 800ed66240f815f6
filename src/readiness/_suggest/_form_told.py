"""What sort of paper a text shows itself to be, whatever it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ._form import Form

_ADVERT = (
    r"closing date|closes (?:at|on) |how to apply|interviews? will be held|interviews?: "
    r"|we are looking for|could it be you|disability confident|apply online|essential criteria|we.ll offer you"
)
_NEWSLETTER = (
    r"in this issue|inside this issue|next issue|\bthe editor|\bissue (?:no\.? ?)?\d+|congratulations|competition|prize"
    r"|crossword|recipe|farewell|new baby|save the date|staff awards?|watch this space|look out for|raffle|quiz"
)
_WORK = "task|action|deliverable|milestone|work ?stream"
_PLAN = (
    rf"\b(?:{_WORK})\b|\b(?:lead|owner|who)\b"
    r"|\b(?:due|target|by when|start|end|finish)\b(?: date)?|\b(?:status|RAG|% complete|progress)\b"
    r"|\bto be (?:written|drafted|agreed|done)\b|not started|predecessor"
)
_BROCHURE = (
    r"\bour (?:customers|clients|platform|solution|product|award)|(?:request|book|arrange) (?:a|your) (?:free )?demo"
    r"|(?:contact|call|talk to) (?:our )?(?:sales|account) ?(?:team|manager)?|trusted by|award-winning|why choose"
    r"|free trial|case stud(?:y|ies)|peace of mind|from only|pricing|at a glance|\bfully compliant\b|market-leading"
    r"|\bindustry[- ]leading|\bseamless|\bout of the box\b|return on investment|licen[cs]e fee"
)
_CUTTING = (
    r"\bspokes(?:man|woman|person)\b|\btold (?:the|this) (?:\w+ )?(?:Herald|Gazette|Echo|Chronicle|Argus|Post|Mail"
    r"|Times|News|Observer|Courier|Journal|Star|Mercury|Advertiser|paper|newspaper)\b|\breporters?\b|\bcorrespondent\b"
    r"|\bcritics\b|\bcampaigners?\b|\bsaid yesterday\b|\breaders\b|\bfury\b|\brow over\b|\bhit out\b|\bslammed\b"
)
_BLOG = (
    r"\bposted (?:by|on|in|at)\b|leave a (?:comment|reply)|\b\d+ comments?\b|\btagged\b|filed under|share this"
    r"|\bsubscribe\b|\bmy (?:last|previous) post\b|\bthis blog\b|\babout the author\b|\bread more\b|older posts"
)
_THREAD = (
    r"\bposts: ?\d+|\bjoined:? |\boriginal poster\b|\bwrote:|\bmoderators?\b|\bthread\b|\bsenior member\b"
    r"|\bthanks in advance\b|\bthis forum\b|\breply #?\d|\bIMHO\b|\bhas anyone\b|\banybody else\b"
)
_RELEASE = (
    r"\brelease notes?\b|\bchange ?log\b|\bknown issues\b|\bbug ?fix|\bfixed in\b|\bdeprecated\b|\bupgrad(?:e|ing)\b"
    r"|\bnew features?\b|\badministrators? can now\b|\byou can now\b|\bconfig(?:uration)? file\b|\bAPI\b|\bendpoint\b"
    r"|\bplug-?in\b|\bdefault value\b|\bcommand line\b|\bdashboard tile\b|\bparameter\b|\bsyntax\b|\bbuild \d"
)
_RESEARCH = (
    r"\babstract\b|\bkeywords\b|\bet al\b|\bdoi\b|\bsemi-structured\b|\bthe literature\b|\bISBN\b|\bvol\.|\bpp\. ?\d"
    r"|\bthis (?:paper|article|dissertation|study) (?:argues|examines|explores|considers|asks)|\bthematic analysis\b"
    r"|\bpeer[- ]review|\bUniversity Press\b|\bseminar\b|\bwe interviewed\b|\bfindings suggest\b"
)
_RESPONSE = (
    r"\bconsultation (?:paper|document|question|response)s?\b|\bwe (?:welcome|would urge|urge|would welcome)\b"
    r"|\bour (?:response|submission)\b|\brespondents?\b|\bresponding (?:organisation|to)\b|\bdo you agree\b"
    r"|\bthe draft (?:guidance|regulations)\b|\bwe (?:ask|recommend) that the (?:department|government)\b"
)
_DEBATE = (
    r"\bhansard\b|\bhon\.? (?:member|friend|gentleman|lady)|\bnoble (?:lord|baroness|friend)|\bcolumn \d+"
    r"|\bsecretary of state (?:for|what|whether|how)|\bMr\.? Speaker\b|\bthe minister (?:for|said|replied)\b|\brose\b"
)
_IN_TEXT = (
    (Form.ADVERT, 3, _ADVERT),
    (Form.NEWSLETTER, 3, _NEWSLETTER),
    (Form.BROCHURE, 3, _BROCHURE),
    (Form.CUTTING, 3, _CUTTING),
    (Form.BLOG, 3, _BLOG),
    (Form.THREAD, 3, _THREAD),
    (Form.RELEASE, 4, _RELEASE),
    (Form.RESEARCH, 3, _RESEARCH),
    (Form.RESPONSE, 3, _RESPONSE),
    (Form.DEBATE, 3, _DEBATE),
)
"""What papers that prove nothing say in their text, and how many different ones of these have to be there."""
_IN_TEXT_COMPILED = tuple((form, least, re.compile(pattern, re.IGNORECASE)) for form, least, pattern in _IN_TEXT)
_ENTRY = re.compile(r"\W{0,4}([A-Za-z][\w/&()' -]{1,40}?)\**\s*(?:[:\u2013\u2014=]| - )\s*\**\S")
_ENOUGH = 8_000
"""Characters by which a paper shows what it is."""
_ENTRIES, _MOSTLY = 8, 0.6
_SERIAL = re.compile(r"\d+")
"""One issue and the next are one sign."""
_PLAN_SIGNS = re.compile(_PLAN, re.IGNORECASE)
_IN_PLAN = 4
_SENTENCE = re.compile(r"[.!?](?=[\s\"')\u201d]|$)")
_AFTER_SENTENCE = re.compile(r"(?<=[.!?])")
_ASKS, _ASKED = 0.5, 4
"""Share of the sentences, and number of them, that are questions in a paper that asks and tells nothing."""
_ANYBODY = re.compile(
    r"\b(?:anyone|anybody|does any|do any|who is (?:supposed|meant) to|could (?:some|any)(?:one|body)|grateful for"
    r"|any (?:advice|help|ideas|pointers|examples)|would like to know|can you (?:tell|let) (?:me|us))\b",
    re.IGNORECASE,
)
_ASKS_ANYBODY, _ASKED_ANYBODY = 0.3, 3
"""The same, where it says that it asks whoever may know."""


def form_in_text(texts: Sequence[str]) -> Form | None:
    """
    Return the sort of a paper that proves nothing, if its text shows it to be of one.

    Args:
        texts: its passages.
    """
    if _is_glossary(texts):
        return Form.GLOSSARY
    beginning = list(_beginning(texts))
    whole = "\n".join(beginning)
    for form, least, pattern in _IN_TEXT_COMPILED:
        found = {_SERIAL.sub("", one[0]).casefold() for one in pattern.finditer(whole)}
        if len(found) >= least:
            return form
    if texts and _is_plan(texts[0]):
        return Form.PLAN
    return Form.QUERY if _only_asks(beginning) else None


def _beginning(texts: Sequence[str]) -> Iterator[str]:
    """Yield the passages by which a paper shows what it is, the last of them cut short."""
    left = _ENOUGH
    for text in texts:
        if left <= 0:
            return
        yield text[:left]
        left -= len(text) + 1


def _is_plan(first: str) -> bool:
    """Return whether the first passage has the heads of a table of work, and not only who owns a paper since when."""
    found = {one.casefold() for one in _PLAN_SIGNS.findall(first)}
    return len(found) >= _IN_PLAN and any(re.fullmatch(_WORK, one) for one in found)


def _only_asks(texts: Sequence[str]) -> bool:
    """
    Return whether a good part of its sentences are questions, as in a letter that nobody has answered yet.

    A question that stands alone, or begins a passage that goes on to answer it, is the heading of its answer.
    """
    ends = [found for one in texts if len(found := _SENTENCE.findall(one)) > 1]
    open_ = ["".join(one) for one in ends if not (one[0] == "?" and "?" not in one[1:])]
    asked, said = (sum(one.count("?") for one in open_), sum(map(len, ends)))
    sentences = (one for text in texts for one in _AFTER_SENTENCE.split(text))
    anybody = any(one.endswith("?") and _ANYBODY.search(one) for one in sentences)
    share, least = (_ASKS_ANYBODY, _ASKED_ANYBODY) if anybody else (_ASKS, _ASKED)
    return asked >= max(least, share * said)


def _is_glossary(texts: Sequence[str]) -> bool:
    """Return whether most lines are terms with what they mean, in the order of the alphabet."""
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    terms = [found[1].casefold() for line in lines if (found := _ENTRY.match(line))]
    numbered = sum(one[-1].isdigit() for one in terms)
    rising = sum(one <= two for one, two in pairwise(terms))
    mostly = len(terms) >= _ENTRIES and len(terms) >= _MOSTLY * len(lines) and 2 * numbered < len(terms)
    return mostly and rising >= 0.8 * (len(terms) - 1)
