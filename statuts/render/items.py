"""What stands before an item: a mark of its own (« a) »), or a mere bullet that any dash can stand for."""

import re
from collections.abc import Sequence

from statuts.language.invisible import named
from statuts.model.redline import Op, Part, Segment

_BULLETS = re.compile(r"[-*+•‣▪◦–—·]?")


def own_mark(lead: str) -> str:
    """The mark in what precedes an item's words; empty where it is a bullet."""
    text = lead.replace(">", " ").strip()
    return "" if _BULLETS.fullmatch(text) else text


def marks_of(segments: Sequence[Segment]) -> tuple[str, str]:
    """What stands before an item in the new text, « c) », a dash for a bullet; and first what stood there,
    where that differs and is shown."""
    leads = [s for s in segments if s.part is Part.LEAD]
    new = [s for s in leads if s.op is not Op.DELETE]
    old = [s for s in leads if s.op is not Op.INSERT]
    before, mark = _sign(old or new), _sign(new or old)
    return ("" if before == mark else before), mark


def _sign(leads: Sequence[Segment]) -> str:
    return named(own_mark("".join([s.text for s in leads]))) or "–"
