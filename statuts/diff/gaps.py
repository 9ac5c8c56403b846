"""What stands between two units: white space, Markdown signs, invisible characters; and how it differs."""

import re
from collections.abc import Iterator

from statuts.diff.sequence import hunks
from statuts.language.invisible import INVISIBLE
from statuts.model.redline import ChangeClass, Op

Difference = tuple[Op, str, ChangeClass | None]

_RUN = re.compile(
    rf"(?P<space>(?:\s|(?<=[\r\n])>)+)|(?P<invisible>[{INVISIBLE}]+)|(?P<sign>[^\s{INVISIBLE}]+)"
)
_PLAIN = re.compile(r"[ \t\r\n\x0b\x0c>]*\Z")
_MANY = 200  # runs beyond which a gap is compared as a whole: bounds time on hostile input


def differences(old: str, new: str) -> Iterator[Difference]:
    """`old` and `new` as pieces; every differing piece has exactly one folded class."""
    if old == new:
        if old:
            yield Op.EQUAL, old, None
        return
    runs_old, runs_new = _runs(old), _runs(new)
    if max(len(runs_old), len(runs_new)) > _MANY:
        yield from _pair([("sign", old)], [("sign", new)])
        return
    at = 0
    for hunk in hunks(runs_old, runs_new):
        yield from ((Op.EQUAL, text, None) for _, text in runs_old[at : hunk.a0])
        yield from _pair(runs_old[hunk.a0 : hunk.a1], runs_new[hunk.b0 : hunk.b1])
        at = hunk.a1
    yield from ((Op.EQUAL, text, None) for _, text in runs_old[at:])


def _runs(gap: str) -> list[tuple[str, str]]:
    return [(str(m.lastgroup), m.group()) for m in _RUN.finditer(gap)]


def _pair(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> Iterator[Difference]:
    """Like against like, in order: white space with white space, signs with signs."""
    rest = list(new)
    for kind, text in old:
        partner = next((k for k, (other, _) in enumerate(rest) if other == kind), None)
        if partner is None:
            yield Op.DELETE, text, _class(kind, text, "")
            continue
        for other, inserted in rest[:partner]:
            yield Op.INSERT, inserted, _class(other, "", inserted)
        inserted = rest[partner][1]
        rest = rest[partner + 1 :]
        cls = _class(kind, text, inserted)
        yield Op.DELETE, text, cls
        yield Op.INSERT, inserted, cls
    for kind, text in rest:
        yield Op.INSERT, text, _class(kind, "", text)


def _class(kind: str, old: str, new: str) -> ChangeClass:
    if kind == "sign":
        return ChangeClass.MARKUP
    if kind == "space" and old and new and _PLAIN.match(old) and _PLAIN.match(new):
        return ChangeClass.LAYOUT
    # a space that comes, goes, or no longer breaks: Lexique des règles typographiques, « Espacements »
    return ChangeClass.TYPOGRAPHY
