"""How articles are numbered: every written form of a number, its normal form, its place in the order."""

import re

# Légistique, fiche 3.2.2: an article inserted after another takes the next Latin adverb.
_ADVERBS = (
    "bis ter quater quinquies sexies septies octies nonies decies undecies duodecies terdecies quaterdecies "
    "quindecies sexdecies septdecies octodecies novodecies vicies"
).split()
_ADVERB = "(?:" + "|".join(sorted(_ADVERBS, key=len, reverse=True)) + ")"
_FIRST = r"(?:premi[eè]re?|primera?)"
_ORDINAL = r"(?:[ ]?(?:er|[eè]re|re|ᵉʳ|ʳᵉ)(?![^\W\d_])|<sup>(?:er|re|[eè]re)</sup>|\^(?:er|re)\^?|[°º])"
_ROMAN = r"(?-i:(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_END = r"(?![\w'’])"
_ENDED = r"(?=[ ]*(?:[.:)/–—*_-]|$))"
_INSERTED = rf"[ \-‑.]?{_ADVERB}+(?:[ ](?-i:[A-Z]){_ENDED})?"
# A letter apart from the figures is theirs only where a title, not a sentence, follows: « § 8 b Vorstand ».
_LETTER = rf"[ ](?-i:[a-zA-Z]){_ENDED}|[ ](?-i:[a-z])(?=[ ]+(?-i:[A-ZÀ-Þ]))"

NUMBER = (
    rf"(?:{_FIRST}{_END}|unique{_END}"
    rf"|(?:1{_ORDINAL}|\d{{1,4}}(?:[.\-‑]\d{{1,3}})*[°º]?)(?:{_INSERTED}|(?-i:[a-zA-Z])|{_LETTER})?{_END}"
    rf"|{_ROMAN}(?:{_INSERTED}|{_LETTER})?{_END}"
    rf"|(?-i:[A-Z]){_ENDED})"
)
"""Pattern (ignoring case, on text whose spaces are plain) of a number as people write it."""

_WHOLE = re.compile(NUMBER, re.IGNORECASE)
_PARTS = re.compile(
    rf"(?P<first>{_FIRST})|(?P<unique>unique)|(?P<digits>\d+(?:[.\-‑]\d+)*)|(?P<roman>{_ROMAN})",
    re.IGNORECASE,
)
_REST = re.compile(
    rf"(?:{_ORDINAL})?[ \-‑.]*(?P<adverb>{_ADVERB}+)?[ \-‑.]*(?P<letter>[a-z])?",
    re.IGNORECASE,
)
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


def normal_form(written: str) -> str:
    """The key of a number: `12-bis`, `8-a`, `4.1`, `1` for « 1er », « premier » and « I »; else empty."""
    written = written.strip()
    if len(written) == 1 and written.isascii() and written.isalpha() and written not in "IVX":
        return written.lower()
    start = _PARTS.match(written) if _WHOLE.fullmatch(written) else None
    if start is None:
        return ""
    if start["first"]:
        return "1"
    if start["unique"]:
        return "unique"
    if start["digits"]:
        core = re.sub(r"\d+", lambda digits: str(int(digits[0])), start["digits"].replace("‑", "-"))
    else:
        core = str(from_roman(start["roman"]))
    rest = _REST.match(written, start.end())
    suffixes = [part.lower() for part in (rest.groups() if rest else ()) if part]
    return "-".join([core, *suffixes])


def order(key: str) -> tuple[tuple[int, int], ...]:
    """What to sort keys by: `12` < `12-bis` < `12-ter` < `13`, `8` < `8-a` < `8-b`, `4` < `4.1` < `4.10`."""
    parts: list[tuple[int, int]] = []
    for part in re.split(r"[.-]", key):
        adverbs = re.findall(_ADVERB, part)
        if part.isdecimal():
            parts.append((2, int(part)))
        elif adverbs and "".join(adverbs) == part:
            parts.extend((0, _ADVERBS.index(adverb)) for adverb in adverbs)
        else:
            parts.append((1, ord(part[0]) if part else 0))
    return tuple(parts)


def inserted_after(key: str) -> str:
    """The number of an article put after `key` without renumbering: `12` → `12-bis` → `12-ter`.

    After `vicies` there is no further adverb: `12-vicies` → `12-viciesbis`.
    """
    base, _, last = key.rpartition("-")
    if last in _ADVERBS and base:
        place = _ADVERBS.index(last) + 1
        return f"{base}-{_ADVERBS[place]}" if place < len(_ADVERBS) else f"{key}bis"
    return f"{key}-bis"
