"""Markup inside one alinéa: which characters are signs, and which words they make bold, italic, a link."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from statuts.markdown.emphasis import Run, pair_runs

_INTERESTING = re.compile(r"[\\`*_\[\]!<]")
_BACKTICKS = re.compile(r"`+")
_ESCAPED = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\n\r")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--[^<>]*-->")
_SPACE = re.compile(r"[ \t\r\n]*")
_TITLE = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)", re.DOTALL)
_ANGLED = re.compile(r"<((?:\\.|[^<>\\\r\n])*)>")
_DEEPEST_PARENTHESES = 32


class SpanKind(StrEnum):
    """What a range of characters is: signs to hide, or words in a style."""

    SIGN = "sign"
    STRONG = "strong"
    EM = "em"
    CODE = "code"
    LINK = "link"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (excluded) of the text. A styled range holds none of its own signs."""

    kind: SpanKind
    start: int
    end: int
    href: str = ""


def spans(text: str) -> tuple[Span, ...]:
    """The signs and styled ranges of `text` after CommonMark, by start, the longer first. Linear time.

    References (`[words][name]`) are not looked up: they stay words.
    """
    if not _INTERESTING.search(text):
        return ()
    found = _Scanner(text).scan()
    return tuple(sorted(found, key=lambda span: (span.start, -span.end, span.kind is not SpanKind.SIGN)))


def plain(text: str) -> str:
    """The words of `text`, without the signs of its markup."""
    kept, position = [], 0
    for span in spans(text):
        if span.kind is SpanKind.SIGN:
            kept.append(text[position : span.start])
            position = span.end
    return "".join(kept) + text[position:]


@dataclass(slots=True)
class _Bracket:
    position: int
    width: int  # 2 for `![`
    runs: int  # how many runs of emphasis precede it


@dataclass(slots=True)
class _Scanner:
    """One pass over a text from left to right."""

    text: str
    found: list[Span] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    brackets: list[_Bracket] = field(default_factory=list)
    no_link_before: int = 0  # brackets of this rank and below hold a link already

    def scan(self) -> list[Span]:
        text, position = self.text, 0
        ticks = self._backticks()
        while match := _INTERESTING.search(text, position):
            position = match.start()
            sign = text[position]
            if sign == "\\":
                position = self._escape(position)
            elif sign == "`":
                position = self._code(position, ticks)
            elif sign in "*_":
                run = Run.at(text, position)
                self.runs.append(run)
                position += run.length
            elif sign == "<":
                position = self._angle(position)
            elif sign == "]":
                position = self._close(position)
            else:
                position = self._open(position)
        self._emphasis(0)
        return self.found

    def _sign(self, start: int, end: int) -> None:
        self.found.append(Span(SpanKind.SIGN, start, end))

    def _escape(self, position: int) -> int:
        if self.text[position + 1 : position + 2] in _ESCAPED and position + 1 < len(self.text):
            self._sign(position, position + 1)
            return position + 2
        return position + 1

    def _backticks(self) -> dict[int, list[int]]:
        places: dict[int, list[int]] = {}
        for match in _BACKTICKS.finditer(self.text):
            places.setdefault(len(match[0]), []).append(match.start())
        return places

    def _code(self, position: int, ticks: dict[int, list[int]]) -> int:
        start = position
        while self.text.startswith("`", start):
            start += 1
        length = start - position
        closers = ticks.get(length, [])
        place = bisect_right(closers, position)
        if place == len(closers):
            return start
        end = closers[place]
        words = self.text[start:end]
        # One space on either side only keeps the words from the signs: « `` ` `` ».
        pad = int(words.strip(" \r\n") != "" and words[0] in " \r\n" and words[-1] in " \r\n")
        self._sign(position, start + pad)
        self.found.append(Span(SpanKind.CODE, start + pad, end - pad))
        self._sign(end - pad, end + length)
        return end + length

    def _angle(self, position: int) -> int:
        if match := _AUTOLINK.match(self.text, position):
            address = match[1]
            self._sign(position, position + 1)
            href = address if ":" in address else f"mailto:{address}"
            self.found.append(Span(SpanKind.LINK, match.start(1), match.end(1), href))
            self._sign(match.end() - 1, match.end())
            return match.end()
        tag = _TAG.match(self.text, position)
        return tag.end() if tag else position + 1

    def _open(self, position: int) -> int:
        width = 2 if self.text.startswith("![", position) else 1
        if self.text[position + width - 1] == "[":
            self.brackets.append(_Bracket(position, width, len(self.runs)))
        return position + width

    def _close(self, position: int) -> int:
        if not self.brackets:
            return position + 1
        bracket = self.brackets.pop()
        rank = len(self.brackets)
        inactive = bracket.width == 1 and rank < self.no_link_before
        self.no_link_before = min(self.no_link_before, rank)
        target = None if inactive else self._target(position + 1)
        if target is None:
            return position + 1
        href, end = target
        start = bracket.position + bracket.width
        self._emphasis(bracket.runs)
        self._sign(bracket.position, start)
        kind = SpanKind.LINK if bracket.width == 1 else SpanKind.IMAGE
        self.found.append(Span(kind, start, position, href))
        self._sign(position, end)
        if bracket.width == 1:
            self.no_link_before = rank
        return end

    def _target(self, position: int) -> tuple[str, int] | None:
        """The address of `(address "title")` at `position`, and where it ends."""
        text = self.text
        if not text.startswith("(", position):
            return None
        position = self._after_space(position + 1)
        if angled := _ANGLED.match(text, position):
            href, position = angled[1], angled.end()
        else:
            end = self._address_end(position)
            if end is None:
                return None
            href, position = text[position:end], end
        after = self._after_space(position)
        if after > position and (title := _TITLE.match(text, after)):
            after = self._after_space(title.end())
        if not text.startswith(")", after):
            return None
        return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", href), after + 1

    def _address_end(self, position: int) -> int | None:
        depth, text = 0, self.text
        while position < len(text) and text[position] > " ":
            if text[position] == "\\" and text[position + 1 : position + 2] in _ESCAPED:
                position += 1
            elif text[position] == "(":
                depth += 1
                if depth > _DEEPEST_PARENTHESES:
                    return None
            elif text[position] == ")":
                if not depth:
                    break
                depth -= 1
            position += 1
        return None if depth else position

    def _after_space(self, position: int) -> int:
        match = _SPACE.match(self.text, position)
        return match.end() if match else position

    def _emphasis(self, first: int) -> None:
        """Pair the runs from the one of rank `first` on, and forget them."""
        runs = self.runs[first:]
        del self.runs[first:]
        for opening, closing, width in pair_runs(runs):
            kind = SpanKind.STRONG if width == 2 else SpanKind.EM
            self._sign(opening, opening + width)
            self.found.append(Span(kind, opening + width, closing))
            self._sign(closing, closing + width)
