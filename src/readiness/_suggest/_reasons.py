"""Features said in words."""

from __future__ import annotations

from readiness._words import counted
from readiness.model import Criterion

from ._form import Form
from ._surveyed import Sighting, Survey

_SAME = {
    "close": "like",
    "best close": "like",
    "clear": "ahead",
    "met": "named",
    "leads": "ahead",
    "closest": "ahead",
    "rival": "ahead",
    "best named": "named",
    "best said": "said",
    "core": "field",
    "dense": "field",
    "strange": "elsewhere",
    "apart": "elsewhere",
    "told ahead": "told",
}
"""Features that are said in the same words as another."""


def words_for(feature: str, more: bool, one: Sighting, found: Survey, criterion: Criterion) -> str:
    """
    Return what a feature says of a document, for a person.

    Args:
        feature: one of the names of features.
        more: whether it is more than usual.
        one: what the document says of the criterion.
        found: the whole survey.
        criterion: the criterion.
    """
    aspects = f"{len(one.aspects)} of {counted(len(criterion.aspects), 'aspect')}"
    unlike = "its words are not much like the criterion's"
    unsure = "fits another criterion as well or better"
    said = {
        "named": f"names the subject in {counted(one.named, 'passage')}" if one.named else "never names the subject",
        "titled": "its title or file name says so" if one.titled else "its title says nothing of it",
        "required": f"deals with {aspects}" if bool(one.aspects) is more and criterion.aspects else "",
        "terms": f"uses {counted(one.terms, 'term')} of the criterion's vocabulary",
        "like": "its words are like the criterion's" if more else unlike,
        "ahead": "fits this criterion better than any other" if more else unsure,
        "said": f"{counted(one.said, 'word')} of {found.words} are about it",
        "rules": "says what has to be done" if more else "says little of what has to be done",
        "kind": f"reads as {_named(found.form)}",
        "field": "uses words of this field" if more else "hardly uses words of this field",
        "elsewhere": "uses words of another field" if more else "",
        "voice": "worded like papers that are evidence" if more else "worded rather like papers that are no evidence",
        "told": _told(one) if more else "no section uses words that are typical of it",
        "best match": "",
        "only tells": f"reads as {_named(found.form)}, which proves little" if more else "",
    }
    return said[_SAME.get(feature, feature)]


def _told(one: Sighting) -> str:
    return f"a section uses words that are typical of it: {', '.join(one.tellers)}" if one.tellers else ""


def _named(form: Form) -> str:
    """
    Return a sort of paper with its article.

    >>> _named(Form.POLICY), _named(Form.AGREEMENT), _named(Form.MINUTES)
    ('a policy', 'an agreement', 'minutes')
    """
    name: str = form.value
    if form is Form.MINUTES:
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
