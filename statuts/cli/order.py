"""A paper to be printed, and the one that any two texts make: their redline."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from statuts.cli.pages import known_of
from statuts.cli.sources import Source
from statuts.i18n import say
from statuts.model.redline import ChangeClass, Redline
from statuts.model.sheet import Attachment
from statuts.papers.masthead import masthead
from statuts.papers.paper import Paper, standing_of
from statuts.papers.printing import Imprint
from statuts.papers.redline_paper import RedlineCase, redline_paper
from statuts.render.voice import Voice

if TYPE_CHECKING:
    from statuts.archive.read import Archive
    from statuts.cli.amendment import Amendment

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


def moment_of(new: Source, name: str) -> datetime:
    """When a text was written: the day of its adoption, else the last change of its files."""
    if new.version and (day := new.version.adopted or new.version.decision.day):
        return datetime.combine(day, time(12), UTC)
    if new.archive and new.proposal:
        return written(new.archive.root / new.proposal.text / "proposals" / new.proposal.name)
    return written(Path(name))


def written(path: Path) -> datetime:
    """When a file, or the last file of a folder, was changed; SOURCE_DATE_EPOCH fixes it. Now for neither."""
    if (fixed := os.environ.get("SOURCE_DATE_EPOCH", "")).isdecimal():
        return datetime.fromtimestamp(int(fixed), UTC)
    with suppress(OSError):
        files = [path, *path.iterdir()] if path.is_dir() else [path]
        return datetime.fromtimestamp(int(max(file.stat().st_mtime for file in files)), UTC)
    return datetime.now(UTC).replace(microsecond=0)


def attachments(redline: Redline, old: str, new: str) -> tuple[Attachment, ...]:
    """The two texts and the redline as data: what a reader of twenty years on can compare again."""
    from statuts.render.json import to_json

    data = to_json(redline, say).encode()
    return (
        source_attachment(redline.old.label, old, "texte-ancien.md"),
        source_attachment(redline.new.label, new, "texte-nouveau.md"),
        Attachment("modifications.json", "application/json", "data", redline.new.label, data),
    )


def source_attachment(label: str, text: str, name: str = "texte.md") -> Attachment:
    """A text in the form it is kept in."""
    return Attachment(name, "text/markdown", "source", label, text.encode())
