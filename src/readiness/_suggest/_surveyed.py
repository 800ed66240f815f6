"""What a pass over a document brings back."""

from __future__ import annotations

from attrs import frozen

from readiness.model import Qualm

from ._form import Form


@frozen(kw_only=True)
class Sighting:
    """
    What a document says of one criterion's subject.

    Attributes:
        criterion: canonical id.
        named: passages that name the subject.
        nearly: sections in which its words stand near others that show what they mean.
        titled: 2 if the title or the name of the file names it, 1 if they have a word of it.
        words: words of the sections that are about it.
        said: words of the passages that speak of it.
        aspects: ids of its aspects that these sections deal with.
        together: aspects dealt with in one section, at the most.
        required: share of its required aspects dealt with, 0 to 1.
        like: how much the wording of the most telling section is like the criterion's.
        ahead: by how much that section is more like it than like any other criterion; less than 0 if it is not.
        alike: the same as `like`, of the whole document.
        close: cosine of the document's words and the criterion's, the rarer counting more.
        told: how surely the section that says most proves it, by learned words, as the log of odds.
        told_ahead: by how much it does so more than any other criterion, in the section where it does so most.
        tellers: the words that say so there, the strongest first.
        terms: different terms of its vocabulary in these sections.
        rules: how often these sections say what has to be done.
        apart: passages in which its words are meant in another sense.
        spoken: the terms that were met, as they stand in the quote.
        locator: the place that says most.
        quote: what stands there.
        fingerprint: of the text there.
    """

    criterion: str
    named: int = 0
    nearly: int = 0
    titled: int = 0
    words: int = 0
    said: int = 0
    aspects: tuple[str, ...] = ()
    together: int = 0
    required: float = 0.0
    like: float = 0.0
    ahead: float = 0.0
    alike: float = 0.0
    close: float = 0.0
    told: float = 0.0
    told_ahead: float = 0.0
    tellers: tuple[str, ...] = ()
    terms: int = 0
    rules: int = 0
    apart: int = 0
    spoken: tuple[str, ...] = ()
    locator: str = ""
    quote: str = ""
    fingerprint: str = ""

    @property
    def is_named(self) -> bool:
        """Return whether the document names the subject, in its text or plainly in its title."""
        return self.named > 0 or self.titled > 1

    @property
    def is_elsewhere(self) -> bool:
        """Return whether its words are met in another sense only: a token of appreciation."""
        return self.apart > 0 and not self.is_named and not self.nearly


@frozen(kw_only=True)
class Survey:
    """
    What a document says of every criterion's subject, and what it is.

    Attributes:
        words: words that it has.
        field: different words of the catalogue's field.
        core: different words that hardly stand outside that field.
        density: share of its words that several criteria share.
        elsewhere: different words of other fields.
        strange: passages with words of other fields, for each passage.
        learned: whether there are learned words for the catalogue.
        voice: how much its words are those of papers that are evidence.
        clear: by how much it is closer to the criterion that it is closest to than to the next.
        form: what sort of paper it is.
        qualms: what has to be borne in mind about it.
        sightings: of the criteria that it speaks of.
    """

    words: int
    field: int
    core: int
    density: float
    elsewhere: int
    strange: float
    learned: bool
    voice: float
    clear: float
    form: Form
    qualms: tuple[Qualm, ...]
    sightings: tuple[Sighting, ...]
