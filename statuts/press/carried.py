"""What a paper carries along for machines, and when its text was written."""

import os
from contextlib import suppress
from datetime import UTC, datetime, time
from pathlib import Path

from statuts.desk.sources import Source
from statuts.i18n import say
from statuts.model.redline import Redline
from statuts.model.sheet import Attachment


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
