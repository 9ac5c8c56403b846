"""How articles are numbered: every written form of a number, its normal form, its place in the order."""

import re
from typing import NamedTuple

from statuts.language.grammar import french_numbers

# Légistique, fiche 3.2.2: an article inserted after another takes the next Latin adverb.
ADVERBS = (
    "bis ter quater quinquies sexies septies octies nonies decies undecies duodecies terdecies quaterdecies "
    "quindecies sexdecies septdecies octodecies novodecies vicies"
).split()
_ADVERB = "(?:" + "|".join(sorted(ADVERBS, key=len, reverse=True)) + ")"
_ROMAN = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_ENDED = r"(?=[ ]*(?:[.:)/–—*_-]|$))"
_NUMBER = re.compile(
    r"(?:(?P<first>(?i:premi[eè]re?|primera?))|(?P<unique>(?i:unique))"
    r"|(?:1(?P<ordinal>(?i:[ ]?(?:er|[eè]?re|ᵉʳ|ʳᵉ)(?![^\W\d_])|<sup>(?:er|[eè]?re)</sup>|\^(?:er|re)\^?))"
    rf"|(?P<digits>\d{{1,4}}(?:[.\-‑]\d{{1,3}})*)[°º]?|(?P<roman>{_ROMAN}))"
    rf"(?:[ \-‑.]?(?P<adverb>(?i:{_ADVERB}+))(?:[ ](?P<after>[A-Z]){_ENDED})?"
    r"|(?P<attached>(?(roman)(?!)|[a-zA-Z]))"
    # A letter apart is the number's only where a title, not a sentence, follows: « § 8 b Vorstand ».
    rf"|[ ](?P<letter>[a-zA-Z]{_ENDED}|[a-z](?=[ ]+[A-ZÀ-Þ])))?"
    rf"|(?P<alone>[A-Z]){_ENDED})(?![\w'’])"
)
_LETTERS = r"[^\W\d_]+"
_WRITTEN_OUT = re.compile(rf"{_LETTERS}(?:[ \-‑]{_LETTERS}){{0,3}}")  # « quatre-vingt-dix-neuf »
# « Article deux – Objet », « Section Deux Objet », but not « section deux roues ».
_AFTER_WORDS = re.compile(rf"(?:[ \-‑]?(?P<adverb>(?i:{_ADVERB}+)))?(?=[ ]*(?:[^\w '’-]|$)|[ ]+[A-ZÀ-Þ–—-])")
_FIRST_WORDS = sorted({re.split("[ -]", word)[0] for word in french_numbers()})
NUMBER_AHEAD = rf"(?:\d|(?i:[ivx]+|unique|{'|'.join(_FIRST_WORDS).replace('ie', 'i[eè]')})\b)"
"""What any written number begins with; a rough sign, for lines that are read before their layout is known."""
_SPACED = str.maketrans({" ": "-", "‑": "-", "è": "e"})
_ROMAN_SIGNS = {100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}


def to_roman(number: int) -> str:
    """`number` (from 1 to 399) in Roman figures."""
    written = ""
    for value, sign in _ROMAN_SIGNS.items():
        count, number = divmod(number, value)
        written += sign * count
    return written


def from_roman(written: str) -> int:
    """The value of well-formed Roman figures below 400; 0 for anything else."""
    rest, total = written.upper(), 0
    for value, sign in _ROMAN_SIGNS.items():
        while rest.startswith(sign):
            rest, total = rest[len(sign) :], total + value
    return total if not rest and to_roman(total) == written.upper() else 0


class Number(NamedTuple):
    """A number found in a text: as written, its key, and where it ends."""

    written: str
    key: str
    end: int


def find_number(text: str, position: int = 0) -> Number | None:
    """The number that stands at `position`, if one does; the spaces of `text` must be plain ones."""
    match = _NUMBER.match(text, position)
    return Number(match[0], _key(match), match.end()) if match else None


def find_number_in_words(text: str, position: int = 0) -> Number | None:
    """The French number written out at `position`, if one is: « deux », « QUATRIEME », « six bis »."""
    words = _WRITTEN_OUT.match(text, position)
    end = words.end() if words else position
    while end > position:
        value = french_numbers().get(text[position:end].lower().translate(_SPACED))
        if value and (after := _AFTER_WORDS.match(text, end)):
            key = f"{value}-{after['adverb'].lower()}" if after["adverb"] else str(value)
            return Number(text[position : after.end()], key, after.end())
        end = max(text.rfind(sign, position, end) for sign in " -‑")
    return None


def normal_form(written: str) -> str:
    """The key of a number: `12-bis`, `8-a`, `4.1`, `1` for « 1er », « premier », « un », « I »; or none."""
    written = written.strip()
    match = _NUMBER.fullmatch(written)
    if match:
        return _key(match)
    in_words = find_number_in_words(written)
    return in_words.key if in_words and in_words.end == len(written) else ""


def _key(match: re.Match[str]) -> str:
    if match["first"]:
        return "1"
    if match["unique"] or match["alone"]:
        return match[0].lower()
    if match["digits"]:
        core = re.sub(r"\d+", lambda digits: str(int(digits[0])), match["digits"].replace("‑", "-"))
    else:
        core = "1" if match["ordinal"] else str(from_roman(match["roman"]))
    suffixes = [match[name] for name in ("adverb", "after", "attached", "letter")]
    return "-".join([core, *(suffix.lower() for suffix in suffixes if suffix)])


def order(key: str) -> tuple[tuple[int, int], ...]:
    """What to sort keys by: `12` < `12-bis` < `12-ter` < `13`, `8` < `8-a` < `8-b`, `4` < `4.1` < `4.10`."""
    parts: list[tuple[int, int]] = []
    for part in re.split(r"[.-]", key):
        adverbs = re.findall(_ADVERB, part)
        if part.isdecimal():
            parts.append((2, int(part)))
        elif adverbs and "".join(adverbs) == part:
            parts.extend((0, ADVERBS.index(adverb)) for adverb in adverbs)
        else:
            parts.append((1, ord(part[0]) if part else 0))
    return tuple(parts)


def inserted_after(key: str) -> str:
    """The number of an article put after `key` without renumbering: `12` → `12-bis` → `12-ter`.

    After `vicies` there is no further adverb: `12-vicies` → `12-viciesbis`.
    """
    base, _, last = key.rpartition("-")
    if last in ADVERBS and base:
        place = ADVERBS.index(last) + 1
        return f"{base}-{ADVERBS[place]}" if place < len(ADVERBS) else f"{key}bis"
    return f"{key}-bis"
