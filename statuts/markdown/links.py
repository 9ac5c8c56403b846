"""Where a link of a text may lead: a list of what is allowed, never of what is not."""

import re

from statuts.markdown.inline import SpanKind, spans

_ALLOWED = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}\x00-\x20]+", re.I)
_DEFINITION = re.compile(
    r"^( {0,3}(?:> ?)*)\[(?=[^\]\n]+\]:[ \t]*(?!https?://|mailto:|<https?://|#)\S)", re.M | re.I
)


def allowed(href: str) -> bool:
    """Whether a paper may carry this address as a link."""
    return _ALLOWED.fullmatch(href) is not None


def without_odd_links(text: str) -> str:
    """The Markdown with the words of every link, and the address only where it is allowed; no picture."""
    found = spans(text)
    signs = {span.start: span for span in found if span.kind is SpanKind.SIGN}
    ends = {span.end: span for span in found if span.kind is SpanKind.SIGN}
    gone: list[tuple[int, int]] = []
    for span in found:
        odd = span.kind is SpanKind.LINK and not allowed(span.href) and not span.href.startswith("#")
        if odd or span.kind is SpanKind.IMAGE:
            around = [ends.get(span.start), signs.get(span.end)]
            gone += [(sign.start, sign.end) for sign in around if sign is not None]
    for start, end in sorted(gone, reverse=True):
        text = text[:start] + text[end:]
    return _DEFINITION.sub(r"\1\\[", text)
