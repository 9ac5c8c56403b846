"""Letters → pieces of lines: what stands side by side without a wide gap, as spans of one look."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from statuts.importers.pdf.page import Glyph
from statuts.importers.superiors import raised

_WORD_GAP = 0.17  # of the size: from here on a gap is a space
_WIDE_GAP = 0.9  # from here on it parts two pieces
_RAISED = 0.15
_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "ˆ": "\u0302",
    "^": "\u0302",
    "¨": "\u0308",
    "¸": "\u0327",
    "˜": "\u0303",
}


class Look(NamedTuple):
    """How letters look."""

    strong: bool
    em: bool
    underline: bool
    strike: bool
    colour: str
    size: float
    link: str


class Span(NamedTuple):
    """Letters of one look."""

    text: str
    look: Look


class Piece(NamedTuple):
    """A stretch of a line: `y` its baseline, `first` the width of its first word."""

    spans: tuple[Span, ...]
    x0: float
    x1: float
    y: float
    size: float
    first: float

    @property
    def text(self) -> str:
        """Its words."""
        return "".join([span.text for span in self.spans])


def pieces_of(glyphs: list[Glyph]) -> list[Piece]:
    """The pieces of a page, from top to bottom and from left to right."""
    return [piece for row in _rows(glyphs) for piece in _pieces(row)]


def _rows(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Letters on about one baseline, raised ones with those they belong to."""
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda each: each.y):
        if row and glyph.y - row[0].y > 0.5 * max(glyph.size, *(each.size for each in row[-3:])):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _pieces(row: list[Glyph]) -> Iterator[Piece]:
    piece: list[Glyph] = []
    for glyph in _composed(sorted(row, key=lambda each: each.x0)):
        if glyph.text == " " or not glyph.text:
            if piece and piece[-1].text != " " and glyph.text:
                piece.append(glyph)
            continue
        last = next((each for each in reversed(piece[-2:]) if each.text != " "), None)
        if last is not None:
            gap, size = glyph.x0 - last.x1, max(last.size, glyph.size)
            if gap > _WIDE_GAP * size:
                yield _piece(piece)
                piece = []
            elif gap > _WORD_GAP * size and not any(each.text.isspace() for each in (piece[-1], last, glyph)):
                piece.append(glyph._replace(text=" ", underline=last.underline and glyph.underline))
        piece.append(glyph)
    if any(each.text.strip() for each in piece):
        yield _piece(piece)


def _composed(row: list[Glyph]) -> list[Glyph]:
    """Accents drawn apart from their letter (old LaTeX fonts) put on it."""
    done: list[Glyph] = []
    for glyph in row:
        before = done[-1] if done else None
        if before is not None:
            for accent, letter in ((before, glyph), (glyph, before)):
                middle = (accent.x0 + accent.x1) / 2
                if accent.text in _ACCENTS and letter.text.isalpha() and letter.x0 < middle < letter.x1:
                    base = {"ı": "i", "ȷ": "j"}.get(letter.text, letter.text)
                    made = unicodedata.normalize("NFC", base + _ACCENTS[accent.text])
                    done[-1] = letter._replace(text=made)
                    break
            else:
                done.append(glyph)
            continue
        done.append(glyph)
    return done


def _piece(glyphs: list[Glyph]) -> Piece:
    while glyphs[-1].text == " ":
        glyphs = glyphs[:-1]
    size, y = _main(glyphs)
    spans: list[Span] = []
    for glyph in glyphs:
        is_raised = glyph.size < 0.85 * size and y - glyph.y > _RAISED * size
        text = raised(glyph.text) if is_raised else glyph.text
        look = Look(
            glyph.strong,
            glyph.em,
            glyph.underline,
            glyph.strike,
            glyph.colour,
            _half(glyph, size, is_raised),
            glyph.link,
        )
        if spans and text == " ":
            look = spans[-1].look._replace(underline=glyph.underline, strike=glyph.strike, link=glyph.link)
        if spans and spans[-1].look == look:
            spans[-1] = Span(spans[-1].text + text, spans[-1].look)
        else:
            spans.append(Span(text, look))
    end = next((each.x0 for each in glyphs if each.text == " "), glyphs[-1].x1)
    return Piece(tuple(spans), glyphs[0].x0, glyphs[-1].x1, y, size, end - glyphs[0].x0)


def _half(glyph: Glyph, size: float, is_raised: bool) -> float:
    """A size in half points: of a raised letter, that of the line."""
    return round(2 * (size if is_raised else glyph.size)) / 2


def _main(glyphs: list[Glyph]) -> tuple[float, float]:
    """The size and the baseline that most letters have."""
    counts: dict[tuple[float, float], int] = {}
    for glyph in glyphs:
        key = (round(glyph.size, 1), round(glyph.y, 1))
        counts[key] = counts.get(key, 0) + len(glyph.text)
    return max(counts, key=lambda key: (counts[key], key[0]))
