"""LaTeX source → tokens, and a stream of them into which what a macro stands for can be put back."""

import re
from enum import Enum
from typing import NamedTuple

from statuts.errors import InputError
from statuts.model.message import msg

_MOST_PUT_BACK = 200_000  # tokens that macros may stand for, beside three times those of the text
_DEEPEST = 12
_LONGEST_OPTION = 300


class Kind(Enum):
    """What a token is."""

    TEXT = "text"
    MACRO = "macro"
    OPEN = "{"
    CLOSE = "}"
    PARAGRAPH = "blank line"
    CELL = "&"
    MATH = "$"
    RAISE = "^"
    LOWER = "_"
    PARAMETER = "#"
    VERBATIM = "verbatim"


class Token(NamedTuple):
    """A token: letters, the name of a macro, a sign."""

    kind: Kind
    text: str


_TOKEN = re.compile(
    r"(?P<comment>%[^\n]*\n?)"
    r"|(?P<paragraph>[ \t]*\n[ \t]*\n\s*)"
    r"|(?P<space>\s+)"
    r"|\\(?P<macro>[A-Za-z@]+\*?)(?P<after>[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?)"
    r"|\\(?P<sign>.)"
    r"|(?P<special>[{}&$^_])"
    r"|\#(?P<parameter>\d)"
    r"|(?P<text>---|--|``|''|<<|>>|[^\\{}&$^_%~\#\s\[\]`'<>-]+|.)",
    re.DOTALL,
)
_BLANK = re.compile(r"[ \t]*\n\s*")
_SET = {"~": "\u00a0", "---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "<<": "«", ">>": "»"}
_SPECIAL = {"{": Kind.OPEN, "}": Kind.CLOSE, "&": Kind.CELL, "$": Kind.MATH, "^": Kind.RAISE, "_": Kind.LOWER}
_ENVIRONMENT = re.compile(r"\s*\{(verbatim\*?|lstlisting|minted|comment)\}")


def tokens_of(source: str) -> list[Token]:
    """The tokens of a source; comments are none, and what is set word for word is one."""
    found: list[Token] = []
    place, size = 0, len(source)
    hopeless: set[str] = set()
    while place < size:
        match = _TOKEN.match(source, place)
        assert match is not None
        place = match.end()
        group = match.lastgroup
        if group == "comment":
            blank = _BLANK.match(source, place) if match.group().endswith("\n") else None
            if blank:
                found.append(Token(Kind.PARAGRAPH, ""))
                place = blank.end()
            else:
                place += len(source[place : place + 200]) - len(source[place : place + 200].lstrip(" \t"))
        elif group == "paragraph":
            found.append(Token(Kind.PARAGRAPH, ""))
        elif group == "space":
            found.append(Token(Kind.TEXT, " "))
        elif group == "after":
            place = _macro(source, match["macro"], place, found, hopeless)
        elif group == "sign":
            found.append(Token(Kind.MACRO, match["sign"]))
        elif group == "special":
            found.append(Token(_SPECIAL[match["special"]], match["special"]))
        elif group == "parameter":
            found.append(Token(Kind.PARAMETER, match["parameter"]))
        else:
            found.append(Token(Kind.TEXT, _SET.get(match["text"], match["text"])))
    return found


def _macro(source: str, name: str, place: int, found: list[Token], hopeless: set[str]) -> int:
    """Add a macro, or what is set word for word behind it; the place to go on from."""
    if name in ("verb", "verb*") and place < len(source):
        end = source.find(source[place], place + 1, place + 1000)
        if end > 0:
            found.append(Token(Kind.TEXT, source[place + 1 : end]))
            return end + 1
    if name == "begin" and (match := _ENVIRONMENT.match(source, place)):
        closing = f"\\end{{{match[1]}}}"
        end = -1 if closing in hopeless else source.find(closing, match.end())
        if end >= 0:
            if match[1] != "comment":
                found.append(Token(Kind.VERBATIM, source[match.end() : end].strip("\n")))
            return end + len(closing)
        hopeless.add(closing)
    if name == "iffalse":
        end = -1 if name in hopeless else source.find("\\fi", place)
        if end >= 0:
            return end + len("\\fi")
        hopeless.add(name)
    found.append(Token(Kind.MACRO, name))
    return place


class Stream:
    """Tokens one after the other; what is put back comes first, within bounds."""

    def __init__(self, tokens: list[Token]) -> None:
        self._frames: list[tuple[list[Token], int]] = [(tokens, 0)]
        self._left = _MOST_PUT_BACK + 3 * len(tokens)

    def next(self) -> Token | None:
        """The next token; None at the end."""
        while self._frames:
            tokens, place = self._frames[-1]
            if place < len(tokens):
                self._frames[-1] = (tokens, place + 1)
                return tokens[place]
            self._frames.pop()
        return None

    def peek(self) -> Token | None:
        """The next token, left where it is."""
        while self._frames:
            tokens, place = self._frames[-1]
            if place < len(tokens):
                return tokens[place]
            self._frames.pop()
        return None

    @property
    def is_deep(self) -> bool:
        """Whether so much was put back into each other that it may never end."""
        return len(self._frames) > _DEEPEST

    def put_back(self, tokens: list[Token]) -> None:
        """Read `tokens` before what follows."""
        self._left -= len(tokens) + 1
        if self._left < 0:
            raise InputError(
                msg("The macros of this LaTeX file stand for more text than any statutes hold."),
                msg("Give the text itself, or the PDF file that LaTeX makes of it."),
            )
        self._frames.append((tokens, 0))

    def skip_space(self) -> None:
        """Go past spaces."""
        while (token := self.peek()) is not None and token == Token(Kind.TEXT, " "):
            self.next()

    def group(self) -> list[Token]:
        """The next argument, without its braces; one token where there are none."""
        self.skip_space()
        first = self.peek()
        if first is None or first.kind in (Kind.CLOSE, Kind.PARAGRAPH):
            return []
        self.next()
        if first.kind is not Kind.OPEN:
            return [first]
        return self._braced()

    def optional(self) -> list[Token] | None:
        """The next argument in square brackets; None where there is none."""
        self.skip_space()
        if self.peek() != Token(Kind.TEXT, "["):
            return None
        found: list[Token] = []
        depth = 0
        while (token := self.next()) is not None:
            if depth == 0 and token == Token(Kind.TEXT, "]"):
                return found[1:]
            depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
            found.append(token)
            if depth < 0 or token.kind is Kind.PARAGRAPH or len(found) > _LONGEST_OPTION:
                break
        self.put_back(found)  # a bracket that nobody closes is a sign like any other
        return None

    def _braced(self) -> list[Token]:
        found: list[Token] = []
        depth = 0
        while (token := self.next()) is not None:
            if depth == 0 and token.kind is Kind.CLOSE:
                break
            depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
            found.append(token)
        self._left -= len(found)
        return found
