"""A paper to be printed, and the one that any two texts make: their redline."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from statuts.desk.sources import Source
from statuts.model.redline import ChangeClass, Redline
from statuts.model.sheet import Attachment
from statuts.papers.masthead import masthead
from statuts.papers.paper import Paper, standing_of
from statuts.papers.printing import Imprint
from statuts.papers.redline_paper import RedlineCase, redline_paper
from statuts.press.carried import attachments
from statuts.press.pages import known_of
from statuts.render.voice import Voice

if TYPE_CHECKING:
    from statuts.archive.read import Archive
    from statuts.press.amendment import Amendment

Carried = Callable[[], tuple[Attachment, ...]]
"""What a paper carries along for machines; made only for a format that can carry it."""


@dataclass(frozen=True, slots=True)
class Order:
    """A paper to be printed: `make` gives its words in a voice, `template` lays them out. An `amendment`'s
    redline has a page of its own for browsers.
    """

    kind: str
    template: str
    make: Callable[[Voice], Paper]
    imprint: Imprint
    archive: "Archive | None"
    carried: Carried = tuple
    amendment: "Amendment | None" = None


def of_redline(
    redline: Redline, shown: frozenset[ChangeClass], old: Source, new: Source, moment: datetime
) -> Order:
    """The paper of any redline, what the archive knows of its texts at its head."""
    known = known_of((old, new))
    archive = new.archive or old.archive
    version, proposal = new.version, new.proposal

    def make(voice: Voice) -> Paper:
        standing = standing_of(version, known.facts, proposal.stage if proposal else None)
        band = standing.band if version or proposal else None
        status = masthead(redline, known, voice).status if version else voice.say(band) if band else ""
        association = known.association.name if known.association else ""
        summary = tuple(proposal.summary) if proposal else ()
        case = RedlineCase(redline, known.text, association, status, band, version is not None, summary)
        return redline_paper(case, shown, voice)

    author = proposal.author if proposal else ""
    imprint = Imprint(author or (archive.association.name if archive else ""), moment, shown=shown)
    return Order(
        "redline", "redline_paper", make, imprint, archive, lambda: attachments(redline, old.text, new.text)
    )
