"""Splitting a French text into the units a lawyer marks: words, signs, amounts; and their normal form.

White space, Markdown signs and invisible characters are not units: they stand in the gaps between
them, so that a difference in a gap can never strike a word.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from statuts.language.invisible import INVISIBLE

APOSTROPHES = "'’ʼ‘"
DASHES = "-‐‑‒–—−"
QUOTES = '"“”„«»'

LETTERS = "a-zà-öø-ÿA-ZÀ-ÖØ-ß"
"""What most words are made of (inside a character class): such a word is its own normal form."""

_S = "[ \u00a0\u202f\u2009]"  # between the figures of one number
_ACCENTS = "\u0300-\u036f"  # combining: a decomposed « é » is one letter
_LETTER = r"[^\W\d_]"
_ALNUM = rf"(?:[^\W_]|[{_ACCENTS}]|[{INVISIBLE}](?=\w))"  # an invisible character does not end a word
_INCLUSIVE = (
    # président·e·s, électeur‧rices, salarié.e.s, adhérent(e)s, un/une
    rf"(?:[·‧●∙⋅•]{_LETTER}++)++"
    r"|(?:\.(?:ère|rice|trice|euse|ve|ne|le|te|se|e|es|s)(?![^\W_]))++"
    r"|\((?:ère|rice|trice|euse|ve|ne|le|te|se|e|es|s)\)(?:s(?![^\W_]))?+"
    rf"|(?:/-?{_LETTER}++)++"
)
# 1<sup>er</sup>, M<sup>me</sup>, 2^e^; a figure raised is no part of a word: « 10<sup>3</sup> » is not 103
_RAISED = rf"(?:<sup>{_LETTER}{{1,4}}</sup>|\^{_LETTER}{{1,4}}\^)"
_TOKEN = re.compile(
    # no unit begins with a space: said first, it spares trying every alternative at each of them
    r"(?!\s)(?:"
    # what most units are, tried first: common letters before a space or a sign, a sign, « l’ », a full stop
    rf"[{LETTERS}]++(?=[ ,;\n).])(?!\.\S)|[,;:()«»]|[dlDL]['’]|\.(?=[ \n])"
    r"|(?:https?://|www\.)[^\s<>«»()\[\]]*[^\s<>«»()\[\].,;:!?]"
    r"|[\w.+-]++@\w[\w-]*(?:\.\w+)++"
    # 06 12 34 56 78 · FR76 3000 4000 0500 0012 3456 789 · 123 456 789 00012: none is read in part
    rf"|(?:0|\+33{_S}?)\d(?:{_S}?\d\d(?!\d)|[.-]\d\d(?!\d)){{4}}"
    rf"|[A-Z][A-Z]\d\d(?:{_S}?[0-9A-Z]{{4}}(?![0-9A-Za-z])){{3,7}}(?:{_S}[0-9A-Z]{{1,3}}(?![0-9A-Za-z]))?"
    rf"|\d{{3}}(?:{_S}\d{{3}}){{2}}{_S}\d{{5}}(?!\d)"
    r"|[kM]€"
    # 1 500,50 · 21/06/2021 · 4.1 · 1er · 27e · 2021-06-21 · 1,5
    rf"|\d{{1,3}}(?:{_S}\d{{3}}(?!\d))++(?:,\d++)?+"
    rf"|\d++(?:[.,/:-]\d++)*+[^\W_]*+°?+{_RAISED}?+"
    # aujourd’hui, quelqu’un and the like are one word; elsewhere an elided word ends with its apostrophe
    rf"|(?i:aujourd[{APOSTROPHES}]hui|prud[{APOSTROPHES}]hom\w++|quelqu[{APOSTROPHES}]une?+s?+(?![^\W_]))"
    rf"|(?i:(?:[cdjlmnst]|(?:jus|lors|puis|quoi|quel|pres)?+qu|entr)[{APOSTROPHES}])"
    rf"|(?i:n[°º](?:s(?!\w))?+)"
    rf"|{_ALNUM}++(?:[-‐‑]{_ALNUM}++)*+(?:{_INCLUSIVE})?+{_RAISED}?+"
    # words crossed out are one unit: they say something else than when they stood
    r"|~~(?![\s~])[^~\r\n]++(?<!\s)~~(?!~)"
    r"|\.\.\.|[^\w\s*`~\\" + INVISIBLE + r"])"
)
# What is never a unit: emphasis and code signs, link targets, escapes. `_` is no unit either.
_LINK_TARGET = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\))?[^()\s]*\)(?:\{[^}\s]*\})?")
_QUOTE_MARK = re.compile(r"(?<=[\r\n])[ \t]*(?:>[ \t]?)+")
_LINK_OPEN = re.compile(r"!?\[(?=[^\[\]]*\]\()")

_FOLD = str.maketrans(
    {
        **dict.fromkeys(APOSTROPHES, "'"),
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys(QUOTES, '"'),
        "…": "...",
        "œ": "oe",
        "Œ": "Oe",
        "º": "°",
        "ᵉ": "e",
        "ʳ": "r",
        **dict.fromkeys(" \u00a0\u202f\u2009", ""),
    }
)
_INCLUSIVE_END = re.compile(rf"·{_LETTER}++(?:·s)?+")
_CLINGING = {**dict.fromkeys(APOSTROPHES, "' "), **dict.fromkeys(',;:()*«»"“”', " ")}

_RAISED_END = re.compile(_RAISED)
_RAISING = re.compile(r"</?sup>|\^")
_DEGREES = ("<sup>o</sup>", "^o^")
_INVISIBLE_ONE = re.compile(f"[{INVISIBLE}]")
_TOKEN_AND_GAP = re.compile(f"({_TOKEN.pattern})")
_EASY = re.compile(
    rf"[\x00-\x7f{LETTERS}’«»€§°]*+\Z"
)  # of these `normal` changes spaces and three signs only
PILCROW = "¶"
"""The key of the end of an alinéa, where several are compared as one text."""

SENTENCE_ENDS = frozenset({".", "!", "?", "...", PILCROW})


class Token(NamedTuple):
    """A unit of a text: its place in it and its normal form, by which units are compared."""

    start: int
    end: int
    key: str


class Units(NamedTuple):
    """A text and its units: their normal forms, and in `ends` where each begins and where it ends, in turn.

    Two flat lists instead of one of tokens: building them is most of what comparing costs.
    """

    text: str
    keys: list[str]
    ends: list[int]

    def start(self, k: int) -> int:
        """Where unit `k` begins, or the text ends where there is no such unit."""
        return self.ends[2 * k] if 2 * k < len(self.ends) else len(self.text)

    def end(self, k: int) -> int:
        """Where unit `k` ends."""
        return self.ends[2 * k + 1]


@lru_cache(maxsize=65536)
def normal(word: str) -> str:
    """The form that two units share when they differ by typography alone.

    Apostrophes, quotation marks and dashes of every shape are one; composed and decomposed accents
    are one; spaces inside an amount and invisible characters do not count. Case and accents do.
    """
    if "<" in word or "^" in word:
        word = unraised(word)
    if word.isascii():
        return word.replace(" ", "") if " " in word else '"' if word == '"' else word
    return _INVISIBLE_ONE.sub("", unicodedata.normalize("NFC", word).translate(_FOLD))


def unraised(word: str) -> str:
    """The word without the signs that raise its end: « 1<sup>er</sup> » is « 1er », « n^o^ » is « n° »."""
    return _RAISED_END.sub(lambda end: "°" if end[0] in _DEGREES else _RAISING.sub("", end[0]), word)


def _normal_all(text: str, words: list[str]) -> list[str]:
    """`normal` of each of the units of `text`: all at once where its signs are the usual ones.

    No unit holds a line end, so that one may part them meanwhile.
    """
    if not _EASY.match(text) or "</sup>" in text or "^" in text:
        return list(map(normal, words))
    said = "\n".join(words)
    folded = said.replace(" ", "").replace("’", "'").replace("«", '"').replace("»", '"')
    return words if folded == said else folded.split("\n")


class Pieces(NamedTuple):
    """A text as gaps and units in turn, a gap first and last; in `keys` the normal forms of the units.

    Unit `k` is `texts[2 * k + 1]`; all texts end to end are the text again.
    """

    keys: list[str]
    texts: list[str]

    def text(self, start: int, end: int) -> str:
        """The pieces `start` to `end` (excluded) as one text."""
        return "".join(self.texts[start:end])


def pieces(text: str) -> Pieces:
    """The units of `text`, in order, and the gaps around them."""
    if is_plain(text):
        texts = _TOKEN_AND_GAP.split(text)
        return Pieces(_normal_all(text, texts[1::2]), texts)
    found: list[str] = []
    texts = [""]
    at = 0
    for start, part in _readable(text):
        own = _TOKEN_AND_GAP.split(part)
        found += map(normal, own[1::2])
        texts[-1] += text[at:start]
        texts = _put_together(texts, own)
        at = start + len(part)
    return Pieces(found, texts)


def units(text: str) -> Units:
    """The units of `text`, in order, with their places; what stands between two of them is gap."""
    found, texts = pieces(text)
    ends = list(accumulate(map(len, texts)))
    del ends[-1]
    return Units(text, found, ends)


def tokens(text: str) -> list[Token]:
    """The units of `text` one by one, each with its place."""
    _, found, ends = units(text)
    return list(map(Token, ends[::2], ends[1::2], found))


def keys(text: str) -> list[str]:
    """The normal forms of the units of `text`: what `tokens` gives, without their places."""
    if is_plain(text):
        return _normal_all(text, _TOKEN.findall(text))
    return [normal(word) for _, part in _readable(text) for word in _TOKEN.findall(part)]


def first_key(text: str) -> str:
    """The normal form of the first unit of `text`, empty where there is none."""
    for _, part in _readable(text):
        if match := _TOKEN.search(part):
            return normal(match.group())
    return ""


def with_signs_apart(text: str) -> str:
    """For a rough split at white space: signs that cling to words set apart or left out."""
    for sign, apart in _CLINGING.items():
        text = text.replace(sign, apart)
    return text


def rough(text: str) -> list[str]:
    """The words of `text` in lower case, split at white space without care: to see what is alike.

    An inclusive form is the word it was: « président·e ».
    """
    if not _EASY.match(text):
        text = _INVISIBLE_ONE.sub("", unicodedata.normalize("NFC", text))
    if "·" in text:
        text = _INCLUSIVE_END.sub("", text)
    text = with_signs_apart(text).replace(". ", " ").replace(".\n", "\n").removesuffix(".")
    return text.lower().split()


def _put_together(one: list[str], other: list[str]) -> list[str]:
    """The pieces of two texts as those of one: the gap at its seam is one gap."""
    return [*one[:-1], one[-1] + other[0], *other[1:]]


def is_plain(text: str) -> bool:
    """True where no link or quotation can hide a stretch of `text` from being split."""
    return "](" not in text and ">" not in text


def _readable(text: str) -> list[tuple[int, str]]:
    """The stretches of `text` that hold units, with their offsets: link targets and `>` marks do not."""
    if is_plain(text):
        return [(0, text)]
    signs = [
        m.span() for expression in (_LINK_TARGET, _LINK_OPEN, _QUOTE_MARK) for m in expression.finditer(text)
    ]
    stretches: list[tuple[int, str]] = []
    at = 0
    for start, end in sorted(signs):
        if start >= at:
            stretches.append((at, text[at:start]))
            at = end
    return [*stretches, (at, text[at:])]


def is_word(key: str) -> bool:
    """True for a word or a number, False for a sign."""
    return key[:1].isalnum()


def count_words(text: str) -> int:
    """How many words a reader would count in `text`: elided ones and numbers count, signs do not."""
    return sum(is_word(key) for key in keys(text))
