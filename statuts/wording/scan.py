"""From the text of an act to its tokens: words, numbers, signs, and quotations as one token each."""

import re
import unicodedata
from dataclasses import dataclass

from statuts.wording.quotation import Quotation, Unclosed, read_quotation

# What stands for a whole kind among the keys of tokens; a word or a sign is its own key.
QUOTATION, NUMBER, ORDINAL, DEGREE, TITLE, DASH, END = "«»", "1", "1er", "1°", "#", "–", ""

_LETTERS = r"[^\W\d_]"
_TOKEN = re.compile(
    r"(?P<space>(?:[\s\u200b\u00ad\ufeff]|&nbsp;|<br ?/?>)+)"
    r"|(?P<quote>[«“\"])"
    # A comma is part of a number where a unit follows: « 12,50 € », but « 3, 5 et 7 ».
    r"|(?P<number>\d+(?:[.\-‑]\d+)*(?:,\d+(?=\s?(?:[€$%]|euros?\b)))?"
    rf"(?:(?P<degree>[°º])|(?P<ordinal>(?:er|[eè]?re|(?:i?[eè]m)?e|nde?|de?|ᵉʳ|ʳᵉ|ᵉ)(?!{_LETTERS}))|[a-z](?![\w'’]))?)"
    rf"|(?P<elided>{_LETTERS}+['’ʼ])"
    rf"|(?P<word>{_LETTERS}+(?:[-‑]{_LETTERS}+)*)"
    r"|(?P<sign>.)",
    re.IGNORECASE,
)
_DASHES = frozenset("-–—−‒•‣◦▪·")
_EMPHASIS = frozenset("*_")
_BLOCKQUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:-{3,}|\*{3,}|_{3,}|={3,})[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(?P<title>[^\n]*)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, sign or quotation of an act, from `start` to `end` in its text.

    `key` is what the grammar compares; `raw` is as written. `fresh`: the first of its line. `glued`:
    no space before it. `alineas`: what a quotation holds.
    """

    key: str
    raw: str
    start: int
    end: int
    fresh: bool = False
    glued: bool = False
    alineas: tuple[str, ...] = ()


class Unbalanced(Exception):  # not an error for a person: `refusals` makes one of it
    """A quotation is not closed, or is closed twice; `tokens` are those before it."""

    def __init__(self, at: int, tokens: list[Token], *, opened: bool) -> None:
        super().__init__(at)
        self.at = at
        self.tokens = tokens
        self.opened = opened


def plain_source(text: str) -> str:
    """The text with blanks, one for one, in the place of marks that stand before every line of a quoted act,
    of comments and of rules across the page."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = [line for line in text.split("\n") if line.strip()]
    if lines and all(line.lstrip(" \t").startswith(">") for line in lines):
        text = _BLOCKQUOTE.sub(lambda mark: " " * len(mark[0]), text)
    text = _without_comments(text)
    return _RULE.sub(lambda rule: " " * len(rule[0]), text)


def _without_comments(text: str) -> str:
    """The text with blanks in the place of HTML comments; one that does not end is left."""
    start = text.find("<!--")
    parts, done = [], 0
    while start >= 0 and (end := text.find("-->", start)) >= 0:
        parts += [text[done:start], re.sub(r"[^\n]", " ", text[start : end + 3])]
        done = end + 3
        start = text.find("<!--", done)
    return "".join([*parts, text[done:]])


def scan(source: str) -> list[Token]:
    """The tokens of `source` (as `plain_source` gives it), and one at its end. Raises `Unbalanced`."""
    tokens: list[Token] = []
    at, size, fresh, glued = 0, len(source), True, False
    while at < size:
        match = _TOKEN.match(source, at)
        assert match, "a token is found wherever a text goes on"
        kind, raw, end = match.lastgroup, match[0], match.end()
        if kind == "space":
            fresh, glued = fresh or "\n" in raw or "<br" in raw, False
        elif kind == "quote":
            quotation = _quotation(source, at, tokens)
            end = quotation.end
            tokens.append(Token(QUOTATION, source[at:end], at, end, fresh, glued, quotation.alineas))
            fresh, glued = False, True
        elif raw == "#" and fresh and (heading := _HEADING.match(source, at)):
            end = heading.end()
            tokens.append(Token(TITLE, heading["title"].strip(), heading.start("title"), end, fresh=True))
        elif raw in "»”":
            raise Unbalanced(at, tokens, opened=False)
        elif raw in _EMPHASIS and not (raw == "*" and fresh and source[end : end + 1] in (" ", "\t")):
            pass
        else:
            tokens.append(Token(_key(kind, raw, match), raw, at, end, fresh, glued))
            fresh, glued = False, True
        at = end
    return [*tokens, Token(END, "", size, size, fresh=True)]


def _quotation(source: str, at: int, tokens: list[Token]) -> Quotation:
    try:
        return read_quotation(source, at)
    except Unclosed:
        raise Unbalanced(at, tokens, opened=True) from None


def _key(kind: str | None, raw: str, match: re.Match[str]) -> str:
    if kind in ("degree", "ordinal", "number"):
        return DEGREE if match["degree"] else ORDINAL if match["ordinal"] else NUMBER
    if kind == "sign":
        return DASH if raw in _DASHES or raw == "*" else raw
    key = raw.lower() if raw.isascii() else unicodedata.normalize("NFC", raw).lower()
    return key.replace("’", "'").replace("ʼ", "'").replace("‑", "-")
