"""French typography for the eye: spaces that hold, superior letters. The text itself is never touched."""

import re
from collections.abc import Iterator

_NO_BREAK, _THIN = "\u00a0", "\u202f"
_SPACES = re.compile(
    r"(?<=«) | (?=[»:])|(?<=n°) |(?:(?<=rticle)|(?<=rticles)) (?=\d)"  # held by a no-break space
    r"|(?P<thin> (?=[;!?])|(?<=\d) (?=\d{3}(?!\d)))"  # held by a thin one
    r"|(?<=\d) (?=[€%])"
)
_SUPERIOR = re.compile(r"(?<![^\W_])(?:1(ers?|res?)|(?:\d{1,4}|[IVX]{2,6}|[VX])(es?))(?![^\W_])")


def typeset(text: str, language: str) -> str:
    """`text` with the spaces of its language's typography: as long as it was, sign for sign."""
    if language != "fr" or " " not in text:
        return text
    return _SPACES.sub(lambda match: _THIN if match["thin"] else _NO_BREAK, text)


def superiors(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """The pieces of `text`, and whether each is set in superior letters: « 1 », then « er »."""
    at = 0
    if language == "fr":
        for match in _SUPERIOR.finditer(text):
            start, end = match.span(1 if match[1] else 2)
            yield text[at:start], False
            yield text[start:end], True
            at = end
    if at < len(text) or not text:
        yield text[at:], False
