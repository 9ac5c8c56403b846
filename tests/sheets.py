"""Sheets made by hand, as a paper hands them to a format: from two Markdown texts, or from a few values."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from statuts.diff.alineas import unchanged
from statuts.diff.compare import compare
from statuts.i18n import say, say_date, say_number
from statuts.markdown.read import read
from statuts.model.document import Block, BlockKind, SectionKind
from statuts.model.redline import ArticleChange, ArticleSide, ArticleStatus, Redline, Side
from statuts.model.sheet import (
    Attachment,
    Box,
    Cell,
    Element,
    Fact,
    Facts,
    Grid,
    GridRole,
    Heading,
    Line,
    Listing,
    Look,
    PageBreak,
    Paragraph,
    Passage,
    Role,
    Ruler,
    Run,
    Sheet,
)
from statuts.render.filtering import DEFAULT
from statuts.render.voice import Voice

A_NUMBER = re.compile(r"\bC\d+\b")
MOMENT = datetime(2024, 11, 23, 10, 0, tzinfo=UTC)
DAY = date(2024, 11, 23)
LEVELS = {1: 2, 2: 3, 3: 4, 4: 5}
DEPTHS = {n: n for n in range(1, 7)}


def voice(language: str = "fr") -> Voice:
    """The voice of a paper in one language."""
    return Voice(
        language,
        lambda message: say(message, language),
        lambda day: say_date(day, language),
        lambda number: say_number(number, language),
    )


VOICE = voice()


def words(text: str, **styles: bool) -> Line:
    """One run."""
    return (Run(text, **styles),)


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(words(text), role)


def sheet_of(*elements: Element, **changes: object) -> Sheet:
    """A sheet around elements; `changes` are fields to set otherwise."""
    made = Sheet(
        language="fr",
        title="Modification des statuts",
        association="Association des Lilas",
        band="Projet soumis au vote",
        running="Association des Lilas · Modification des statuts · SHA-256 1f2e3d4c5b6a",
        author="Le bureau",
        moment=MOMENT,
        elements=elements,
        shown=DEFAULT,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def masthead(title: str = "Modification des statuts", status: str = "Projet soumis au vote") -> list[Element]:
    """The top of a paper."""
    return [
        paragraph("Association des Lilas", Role.ORG),
        Heading(1, words(title)),
        paragraph(status, Role.STATUS),
    ]


def redline(old: str, new: str) -> list[Element]:
    """Two texts in one, their differences marked, and nothing around them."""
    return [
        Passage(article, Look.REDLINE, levels=DEPTHS) for article in compare(read(old), read(new)).articles
    ]


def plain(source: str, look: Look = Look.PLAIN) -> list[Element]:
    """A text as it is, and nothing around it."""
    return [
        Passage(_as_it_is(section.kind, section.blocks), look, levels=DEPTHS)
        for section in read(source).sections
    ]


def _as_it_is(kind: SectionKind, blocks: Iterable[Block]) -> ArticleChange:
    """Blocks of which nothing differs."""
    side = ArticleSide("", "", "", "")
    return ArticleChange(
        kind, (ArticleStatus.UNCHANGED,), Side.BOTH, side, side, tuple(map(unchanged, blocks))
    )


def passages_of(redline: Redline, look: Look = Look.REDLINE) -> list[Element]:
    """All articles of a redline."""
    return [Passage(article, look, 5, LEVELS) for article in redline.articles]


def redline_sheet(old: str, new: str, **changes: object) -> Sheet:
    """The redline of two Markdown texts as a sheet."""
    redline = compare(read(old), read(new), "ancien", "nouveau")
    return sheet_of(*masthead(), *passages_of(redline), **changes)


def plain_passage(source: str, look: Look = Look.PLAIN, level: int = 4) -> Passage:
    """A text as it is: nothing in it differs."""
    blocks = [block for section in read(source).sections for block in section.blocks]
    kept = [block for block in blocks if block.kind is not BlockKind.FRONT_MATTER]
    return Passage(_as_it_is(SectionKind.ARTICLE, kept), look, level, LEVELS)


def cell(*elements: Element | str, heading: bool = False, scope: str = "") -> Cell:
    """A cell; strings are its paragraphs."""
    made = tuple(paragraph(e) if isinstance(e, str) else e for e in elements)
    return Cell(made, heading, scope or ("col" if heading else ""))


def comparison(old: str, new: str) -> Grid:
    """Three columns: the text in force, the text proposed, its changes."""
    redline = compare(read(old), read(new), "ancien", "nouveau")
    pairs = zip(read(old).sections, read(new).sections, strict=False)
    rows = [
        (
            cell(plain_passage("".join(b.raw for b in before.blocks))),
            cell(plain_passage("".join(b.raw for b in after.blocks))),
            cell(Passage(article, Look.REDLINE, 5, LEVELS)),
        )
        for (before, after), article in zip(pairs, redline.articles, strict=False)
    ]
    names = ("Texte en vigueur", "Texte proposé", "Modifications")
    head = tuple(cell(name, heading=True) for name in names)
    return Grid((head,), tuple(rows), GridRole.COMPARISON)


def ballot() -> list[Element]:
    """Resolutions with boxes to fill in, facts and signatures."""
    votes = ("Pour", "Contre", "Abstention", "Exprimés")
    resolution = Box(
        (
            Heading(2, words("Résolution n° 1")),
            paragraph(
                "L'assemblée générale extraordinaire modifie l'article 1er des statuts ; elle en adopte le texte."
            ),
            Grid(
                (tuple(cell(name, heading=True) for name in votes),),
                (tuple(cell() for _ in votes),),
                GridRole.BOXES,
            ),
        ),
        "vote-1",
    )
    return [
        *masthead("Bulletin et procès-verbal"),
        Facts(
            (
                Fact(words("Date"), words("23 novembre 2024")),
                Fact(words("Lieu"), words("non consigné"), missing=True),
                Fact(words("Membres présents ou représentés"), words("42")),
            )
        ),
        Listing(
            ((Paragraph((Run("Résolution n° 1", anchor="vote-1"),)),), (paragraph("Divers"),)), ordered=True
        ),
        resolution,
        Ruler(),
        Grid((), ((cell("La présidente"), cell("Le secrétaire")),), GridRole.SIGNATURES),
        PageBreak(),
        paragraph("Empreinte SHA-256 : 1f2e3d4c5b6a7988", Role.FOOT),
    ]


def attachment(name: str = "statuts.md") -> Attachment:
    """The source of a paper."""
    return Attachment(name, "text/markdown", "source", "Texte source", "# Statuts – 1er\n".encode())
