"""What is on the desk while a LaTeX text is read: the stream, what is open, what was defined and found."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Protocol

from statuts.errors import InputError
from statuts.importers.latex.counters import ITEMS, STYLES, Counters
from statuts.importers.latex.signs import ACCENTS, SIGNS, accented
from statuts.importers.latex.tokens import Kind, Stream, Token
from statuts.importers.words import Look, Paragraph
from statuts.model.brought import Aside, AsideKind, BroughtBlock, BroughtKind, BroughtParagraph, BroughtTable
from statuts.model.message import msg

_MOST_OPEN = 20_000
_DEEPEST = 8  # macros within macros within a label

Closing = Callable[[], None]


@dataclass(slots=True)
class Level:
    """An open group, or an environment where it has a name."""

    look: Look
    closing: Closing | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Macro:
    """A macro of the text's own; `end` is what its end stands for where it is an environment."""

    arguments: int
    default: list[Token] | None
    body: list[Token]
    end: tuple[Token, ...] = ()


class OpenTable(Protocol):
    """A table being filled, as the readers of macros see it."""

    more: int

    def end_cell(self) -> None:
        """`&`."""

    def end_row(self) -> None:
        """The end of a row."""

    def end(self) -> None:
        """The end of the table."""


class Desk:
    """The state of one reading."""

    def __init__(self, tokens: list[Token], references: dict[str, str]) -> None:
        self.stream = Stream(tokens)
        self.counters = Counters()
        self.macros: dict[str, Macro] = {}
        self.environments: dict[str, Macro] = {}
        self.theorems: dict[str, tuple[list[Token], str]] = {}
        self.formats: dict[str, list[Token]] = {}  # how `titlesec` labels a rank of headings
        self.titles: dict[str, list[Token]] = {}
        self.references = references
        self.labels: dict[str, str] = {}
        self.referred = ""  # what a `\label` here stands for
        self.unknown: dict[str, int] = {}
        self.missing: list[str] = []  # files that are part of the text
        self.pictures = 0
        self.blocks: list[BroughtBlock] = []
        self.asides: list[Aside] = []
        self.sink = self.blocks
        self.look = Look()
        self.now = Paragraph()
        self.levels: list[Level] = []
        self.lists: list[tuple[str, list[Token] | None]] = []  # the counter of each list around, its label
        self.tables: list[OpenTable] = []
        self.is_silent = False  # in the preamble nothing is set
        self.is_over = False
        self.quotes = self.centred = self.capitals = 0
        self._number = 0

    # Words and paragraphs

    def say(self, text: str) -> None:
        """Set words here."""
        if not self.is_silent:
            self.now.add(text.upper() if self.capitals else text, self.look)

    def flush(self) -> None:
        """End the paragraph."""
        if self.now.kind is BroughtKind.ITEM and self.now.label and not self.now.runs and self.lists:
            return  # an item whose words are to come
        self.now.trim()
        done = self.now.done(f"§ {self._number + 1}")
        self._number += len(done)
        self.sink += done
        self.now = self.paragraph()

    def paragraph(self) -> Paragraph:
        """A new paragraph as things stand."""
        kind = BroughtKind.QUOTE if self.quotes else BroughtKind.PARAGRAPH
        return Paragraph(kind, centred=self.centred > 0)

    def place(self) -> str:
        """The place of the next block."""
        self._number += 1
        return f"§ {self._number}"

    # Groups

    def open(self, closing: Closing | None = None, name: str = "") -> None:
        """A group begins."""
        if len(self.levels) > _MOST_OPEN:
            raise InputError(
                msg("The groups of this LaTeX file stand too deep in each other."),
                msg("Give the text itself, or the PDF file that LaTeX makes of it."),
            )
        self.levels.append(Level(self.look, closing, name))

    def close(self) -> None:
        """The innermost group ends."""
        level = self.levels.pop()
        self.look = level.look
        if level.closing:
            level.closing()

    def within(self, look: Look | None = None, closing: Closing | None = None) -> None:
        """Read the next argument where it stands, in a look, and do something behind it."""
        self.stream.skip_space()
        token = self.stream.peek()
        if token is None or token.kind is not Kind.OPEN:
            argument = self.stream.group()
            self.stream.put_back([Token(Kind.OPEN, "{"), *argument, Token(Kind.CLOSE, "}")])
        self.stream.next()
        self.open(closing)
        self.look = look or self.look

    def beside(self, kind: AsideKind, about: str = "") -> None:
        """Read the next argument as words beside the text."""
        sink, now, is_silent = self.sink, self.now, self.is_silent
        look, lists = self.look, self.lists
        self.sink, self.now, self.is_silent = [], Paragraph(), False
        self.look, self.lists = Look(), []

        def done() -> None:
            self.flush()
            self.lists = lists
            if paragraphs := as_paragraphs(self.sink):
                self.asides.append(Aside(kind, tuple(paragraphs), about=about))
            self.sink, self.now, self.is_silent = sink, now, is_silent

        self.within(self.look, done)
        self.levels[-1].look = look

    # Arguments

    def text(self, tokens: list[Token], depth: int = 0) -> str:
        """Tokens as plain words: labels, addresses, names of files."""
        words: list[str] = []
        rest = iter(tokens)
        for token in rest:
            if token.kind is not Kind.MACRO:
                words.append(token.text if token.kind in (Kind.TEXT, Kind.LOWER, Kind.CELL) else "")
                continue
            name = token.text
            if name in ACCENTS:
                letter = next((t for t in rest if t.kind in (Kind.TEXT, Kind.MACRO)), Token(Kind.TEXT, ""))
                words.append(accented(name, SIGNS.get(letter.text, letter.text)) if letter.text else "")
            elif name.rstrip("*") in STYLES:
                words.append(self._counter(name, rest))
            elif name in self.macros and depth < _DEEPEST:
                words.append(self.text(self.macros[name].body, depth + 1)[:1000])
            elif name.startswith("the"):
                words.append(self._shown(name[3:], depth))
            elif name.startswith("labelenum"):
                words.append(self._label_of(name[5:]))
            else:
                words.append(SIGNS.get(name, ""))
        return "".join(words)

    def argument(self) -> str:
        """The next argument as plain words."""
        return self.text(self.stream.group()).strip()

    def _counter(self, name: str, rest: Iterator[Token]) -> str:
        """« \\arabic{section} », or « \\arabic* » for the list around."""
        style = name.rstrip("*")
        if name.endswith("*"):
            counter = self.lists[-1][0] if self.lists else ""
        else:
            found = takewhile(lambda token: token.kind is not Kind.CLOSE, rest)
            counter = "".join([token.text for token in found if token.kind is Kind.TEXT]).strip()
        return self.counters.written(counter, style)

    def _shown(self, counter: str, depth: int) -> str:
        """What `\\the…` shows: below the first rank, what the rank above shows comes first."""
        above = self.counters.above(counter)
        if not above or depth >= _DEEPEST:
            return self.counters.shown(counter)
        return f"{self.text([Token(Kind.MACRO, f'the{above}')], depth + 1)}.{self.counters.value(counter)}"

    def _label_of(self, counter: str) -> str:
        """What LaTeX puts before the items of the four ranks of numbered lists."""
        shown = self.text([Token(Kind.MACRO, f"the{counter}")])
        return f"({shown})" if counter == ITEMS[1] else f"{shown}."


def as_paragraphs(blocks: list[BroughtBlock]) -> list[BroughtParagraph]:
    """Blocks as paragraphs alone: a table gives those of its cells."""
    found: list[BroughtParagraph] = []
    for block in blocks:
        if isinstance(block, BroughtTable):
            found += [paragraph for row in block.rows for cell in row.cells for paragraph in cell]
        else:
            found.append(block)
    return found
