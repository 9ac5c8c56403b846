"""Small papers to print in any format: a redline, a text as it is, several of them one below the other."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from statuts.diff.alineas import unchanged
from statuts.diff.compare import compare
from statuts.markdown.read import read
from statuts.model.redline import ArticleChange, ArticleSide, ArticleStatus, Side
from statuts.model.sheet import Element, Line, Look, Paragraph, Passage, Run, Sheet
from statuts.render.filtering import DEFAULT
from statuts.render.voice import Voice

VOICE = Voice("fr", str, str, str)
MOMENT = datetime(2026, 11, 23, 10, 0, 0)  # noqa: DTZ001  # UTC, as a sheet has it
_NOBODY = ArticleSide("", "", "", "")


def sheet(elements: Iterable[Element], **others: Any) -> Sheet:
    """A paper of these elements."""
    values: dict[str, Any] = {
        "language": "fr",
        "title": "Proposition de modification des statuts",
        "association": "Les Amis du fleuve",
        "band": "Projet soumis au vote",
        "running": "Les Amis du fleuve — proposition",
        "author": "Les Amis du fleuve",
        "moment": MOMENT,
        "shown": DEFAULT,
    }
    return Sheet(elements=tuple(elements), **(values | others))


def line(text: str, **style: Any) -> Line:
    """Words in one style."""
    return (Run(text, **style),)


def said(text: str) -> Paragraph:
    """A paragraph of the paper itself."""
    return Paragraph(line(text))


def redline(old: str, new: str) -> list[Element]:
    """Two texts in one, their differences marked."""
    return [Passage(article, Look.REDLINE) for article in compare(read(old), read(new)).articles]


def plain(text: str, look: Look = Look.PLAIN) -> list[Element]:
    """A text as it is."""
    return [
        Passage(
            ArticleChange(
                section.kind,
                (ArticleStatus.UNCHANGED,),
                Side.BOTH,
                _NOBODY,
                _NOBODY,
                tuple(map(unchanged, section.blocks)),
            ),
            look,
        )
        for section in read(text).sections
    ]
