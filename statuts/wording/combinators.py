"""Small parsers that join into a grammar, and remember how far they came and what could have stood there.

Choices are ordered and never taken back (a parsing expression grammar). A choice looks at the key of the
next token first, so that only what may begin with it is tried. `ebnf.py` prints a grammar.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from statuts.wording.scan import Token

_DEEPEST = 60  # rules within rules: beyond, an act is refused instead of exhausting the stack

Keys: TypeAlias = frozenset[str]


class Node(NamedTuple):
    """A part of the text that was captured: tokens `start` to `end` (excluded), and the parts within."""

    name: str
    start: int
    end: int
    parts: tuple["Node", ...] = ()

    def first(self, *names: str) -> "Node | None":
        """The first direct part that has one of these names."""
        return next((part for part in self.parts if part.name in names), None)

    def every(self, *names: str) -> "list[Node]":
        """All direct parts that have one of these names, in order."""
        return [part for part in self.parts if part.name in names]


class Scope(NamedTuple):
    """Which item was being read: where it begins, and the one around it."""

    start: int
    outer: "Scope | None"


class Reading:
    """One reading of tokens: how far it came, in which item, and what was looked for there in vain."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.keys = [token.key for token in tokens]
        self.furthest = 0
        self.missed: list[Piece] = []
        self.missed_in: Scope | None = None
        self.scope: Scope | None = None
        self.depth = 0

    def miss(self, at: int, piece: "Piece") -> int:
        """`piece` was looked for at `at` in vain."""
        if at > self.furthest:
            self.furthest, self.missed, self.missed_in = at, [piece], self.scope
        elif at == self.furthest:
            self.missed.append(piece)
        return -1


class Piece(ABC):
    """A part of a grammar. `starts` are the keys it can begin with; None: any, or nothing at all."""

    starts: Keys | None = None

    @abstractmethod
    def read(self, reading: Reading, at: int, found: list[Node]) -> int:
        """Where the piece ends that begins at token `at`, or -1; what it captures is added to `found`."""


Part: TypeAlias = Piece | str
"""A piece, or words one after another: « par les dispositions suivantes »."""


class Word(Piece):
    """One token whose key is among these; `label` is what the grammar calls them."""

    def __init__(self, *keys: str, label: str = "") -> None:
        self.starts: Keys = frozenset(keys)
        self.keys = keys
        self.label = label

    def read(self, reading: Reading, at: int, found: list[Node]) -> int:
        return at + 1 if reading.keys[at] in self.starts else reading.miss(at, self)


class Like(Piece):
    """One token that passes a test; with `width` 0 it is looked at, not taken."""

    def __init__(self, label: str, test: Callable[[Token], bool], width: int = 1) -> None:
        self.label, self._test, self._width = label, test, width

    def read(self, reading: Reading, at: int, found: list[Node]) -> int:
        return at + self._width if self._test(reading.tokens[at]) else reading.miss(at, self)


class InOrder(Piece):
    """Pieces one after another."""

    def __init__(self, *parts: Part) -> None:
        self.pieces = [piece for part in parts for piece in _pieces(part)]

    def read(self, reading: Reading, at: int, found: list[Node]) -> int:
        kept = len(found)
        for piece in self.pieces:
            at = piece.read(reading, at, found)
            if at < 0:
                del found[kept:]
                return -1
        return at

    @cached_property
    def starts(self) -> Keys | None:  # type: ignore[override]
        keys: Keys = frozenset()
        for piece in self.pieces:
            first = piece.piece.starts if isinstance(piece, Repeated) else piece.starts
            if first is None:
                return None
            keys |= first
            if not isinstance(piece, Repeated):
                return keys
        return None


class Choice(Piece):
    """The first of several pieces that can be read."""

    def __init__(self, *parts: Part) -> None:
        self.pieces = [sequence(part) for part in parts]

    @cached_property
    def starts(self) -> Keys | None:  # type: ignore[override]
        starts = [piece.starts for piece in self.pieces]
        return None if None in starts else frozenset().union(*(keys for keys in starts if keys))

    @cached_property
    def _by_key(self) -> dict[str, list[Piece]]:
        keys = {key for piece in self.pieces for key in piece.starts or ()}
        return {key: [p for p in self.pieces if p.starts is None or key in p.starts] for key in keys}

    @cached_property
    def _anyway(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.starts is None]

    def read(self, reading: Reading, at: int, found: list[Node]) -> int:
        for piece in self._by_key.get(reading.keys[at], self._anyway):
            end = piece.read(reading, at, found)
            if end >= 0:
                return end
        return reading.miss(at, self)


class Repeated(Piece):
    """A piece as often as it can be read, or at most `once`."""

    def __init__(self, *parts: Part, once: bool = False) -> None:
        self.piece = sequence(*parts)
        self.once = once

    @cached_property
    def _first(self) -> Keys | None:
        return self.piece.starts

    def read(self, reading: Reading, at: int, found: list[Node]) -> int:
        while True:
            if self._first is not None and reading.keys[at] not in self._first:
                reading.miss(at, self)
                return at
            end = self.piece.read(reading, at, found)
            if end <= at:
                return at
            at = end
            if self.once:
                return at


class Unless(Piece):
    """Nothing, where a piece cannot be read: it looks ahead and takes nothing."""

    def __init__(self, *parts: Part) -> None:
        self.piece = sequence(*parts)

    def read(self, reading: Reading, at: int, found: list[Node]) -> int:
        furthest, reading.furthest = reading.furthest, len(reading.keys)  # its failures are of no interest
        end = self.piece.read(reading, at, [])
        reading.furthest = furthest
        return at if end < 0 else -1


class Captured(Piece):
    """A piece whose place and parts are kept as a node.

    `says` is how it is named among what could stand somewhere; by what it begins with, if nothing.
    """

    def __init__(self, name: str, *parts: Part, says: str = "") -> None:
        self.name, self.says = name, says
        self.piece = sequence(*parts)

    @cached_property
    def starts(self) -> Keys | None:  # type: ignore[override]
        return self.piece.starts

    def read(self, reading: Reading, at: int, found: list[Node]) -> int:
        parts: list[Node] = []
        end = self.piece.read(reading, at, parts)
        if end >= 0:
            found.append(Node(self.name, at, end, tuple(parts)))
        return end


class Rule(Captured):
    """What stands in the grammar under a name; `define` may come after its first use.

    `scope`: it is an item, to be named where something in it is not understood. `kept`: it is captured; else
    only what it holds is. `title` is its name in the grammar, where two rules capture under one name.
    """

    def __init__(
        self, name: str, *parts: Part, scope: bool = False, kept: bool = True, title: str = "", says: str = ""
    ) -> None:
        super().__init__(name, *parts, says=says)
        self.title = title or name
        self._scope, self._kept = scope, kept

    def define(self, *parts: Part) -> None:
        """Tells what the rule is."""
        self.piece = sequence(*parts)

    def read(self, reading: Reading, at: int, found: list[Node]) -> int:
        if not self._kept:
            return self.piece.read(reading, at, found)
        if reading.depth >= _DEEPEST:
            return reading.miss(at, self)
        outer = reading.scope
        if self._scope:
            reading.scope = Scope(at, outer)
        reading.depth += 1
        end = super().read(reading, at, found)
        reading.depth -= 1
        reading.scope = outer
        return end


def sequence(*parts: Part) -> Piece:
    """The parts one after another."""
    if len(parts) == 1:
        pieces = _pieces(parts[0])
        return pieces[0] if len(pieces) == 1 else InOrder(*pieces)
    return InOrder(*parts)


def optional(*parts: Part) -> Repeated:
    """The parts one after another, or nothing."""
    return Repeated(*parts, once=True)


def _pieces(part: Part) -> list[Piece]:
    if isinstance(part, Piece):
        return [part]
    # « l' » is a token of its own, and so is what it stands before.
    return [Word(key) for key in part.replace("'", "' ").split()]
