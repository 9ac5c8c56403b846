"""A body that has another part than before is struck and written again, although its name stays.

« voté par le {+bureau après avis du +}conseil »: the conseil no longer decides, and no mark would say so.
"""

from collections.abc import Sequence

from statuts.diff.clusters import touching_as_one
from statuts.diff.sequence import Hunk
from statuts.diff.telling import says_something
from statuts.diff.widened import widened
from statuts.language.abbreviations import STOP
from statuts.language.bodies import TITLES, governs_a_body, is_body, tells_bodies_apart
from statuts.language.function_words import (
    CONTRACTED,
    DETERMINERS,
    JOINING,
    PREPOSITIONS,
    TOWARDS,
)
from statuts.language.words import SENTENCE_ENDS, is_word

_SUBJECT, _COORDINATED = "subject", "coordinated"
_NEUTRAL = {"du": "de", "des": "de", "d'": "de", **dict.fromkeys(TOWARDS, "à")}
_COORDINATING = frozenset("et ou ni puis mais comme sinon ainsi aussi défaut".split())
_SHARES = frozenset(
    "majorité moitié ensemble totalité nombre part quart quarts tiers vote voix membre membres représentant "
    "représentants élu élus".split()
)
"""« par {+la majorité du +}conseil »: a part of it, whose part is the same."""
_NEAR = 4  # units between a change and the name of a body: « par le », « , par l' »

Keys = Sequence[str]


def with_roles(a: Keys, b: Keys, found: list[Hunk]) -> list[Hunk]:
    """The same changes, each with the body after it that it gave another part in the sentence."""
    limits = [*(hunk.a0 for hunk in found[1:]), len(a)]
    sizes = [_changed_part(a, b, hunk, limit) for hunk, limit in zip(found, limits, strict=False)]
    if not any(sizes):
        return found  # nearly always
    sized = dict(zip(found, sizes, strict=True))
    result: list[Hunk] = []
    for hunk, size in zip(widened(found, len(a), lambda hunk: 0, sized.__getitem__), sizes, strict=True):
        a0, a1, b0, b1 = hunk
        while size and a0 < a1 and b0 < b1 and a[a0] == b[b0]:  # « signé par le », which stays
            a0, b0 = a0 + 1, b0 + 1
        result.append(Hunk(a0, a1, b0, b1))
    return touching_as_one(result)


def _changed_part(a: Keys, b: Keys, hunk: Hunk, limit: int) -> int:
    """How many units after a change, and before `limit`, name a body that had another part before; or 0."""
    a0, a1, b0, b1 = hunk
    if max(a1 - a0, b1 - b0) < 2:
        return 0
    gone, come = _first_content(a, a0, a1), _first_content(b, b0, b1)
    if (gone is None) == (come is None):
        return 0
    at = _first_content(a, a1, min(a1 + _NEAR, limit))
    if at is None or any(not is_word(key) for key in a[a1:at]):
        return 0
    at_new = b1 + at - a1
    if come is not None:
        changed = _is_displaced(a, b, at, come, at_new, b0, b1)
    else:
        assert gone is not None
        changed = _is_displaced(b, a, at_new, gone, at, a0, a1)
    return _name(a, at) - a1 if changed else 0


def _is_displaced(short: Keys, long: Keys, k: int, first: int, last: int, start: int, end: int) -> bool:
    """Whether the body at `k` of the shorter text has the part that `long[first]` has in the longer one, of
    which `start` to `end` is its own, and where that body stands at `last`.
    """
    if not SENTENCE_ENDS.isdisjoint(long[start:end]):
        return False
    part = _part(short, k)
    if not part or part == _COORDINATED or _part(long, first) != part or long[first] == short[k]:
        return False
    bodies = is_body(short[k]), is_body(long[first])
    if part == "par":  # an agent, if one of both is known as such
        if not any(bodies) or not _is_named(short, k) or not _is_named(long, first) or long[first] in _SHARES:
            return False
    elif not all(bodies):
        return False
    return _part(long, last) != _COORDINATED and not _is_coordinated(long[first + 1 : last])


def _is_named(keys: Keys, k: int) -> bool:
    """« par le conseil », « par Mme Roux »; not « par lettre »."""
    return keys[k].casefold() in TITLES or keys[k - 1].casefold() in DETERMINERS


def _is_coordinated(between: Keys) -> bool:
    """« et en son absence par le trésorier », « ainsi que »; not « et conservé par le trésorier »."""
    depth, joined, linked = 0, False, False
    for key in between:
        word = key.casefold()
        depth += (key == "(") - (key == ")")
        if depth == 0 and word in _COORDINATING:
            joined, linked = True, False
        elif governs_a_body(key):
            linked = True
    return joined and not linked


def _part(keys: Keys, k: int) -> str:
    """What governs the noun at `k`: a preposition, its place as subject, a noun like it, or nothing known."""
    k -= 1
    while k >= 0 and keys[k].casefold() in DETERMINERS and keys[k] not in CONTRACTED:
        k -= 1
    if k < 0 or keys[k] in SENTENCE_ENDS:
        return _SUBJECT
    key = keys[k].casefold()
    if key in CONTRACTED or key in PREPOSITIONS:
        before = keys[k - 1] if k else ""
        return _COORDINATED if before in JOINING else _NEUTRAL.get(key, key)
    return _COORDINATED if key in JOINING else ""


def _first_content(keys: Keys, start: int, end: int) -> int | None:
    """The first word among these that says something."""
    return next((k for k in range(start, end) if says_something(keys[k])), None)


def _name(keys: Keys, k: int) -> int:
    """Where a name ends that begins at `k`: « conseil d'administration », « comité départemental »."""
    if keys[k].casefold() in TITLES:
        k += 1
        while k < len(keys) and (keys[k] == STOP or keys[k][:1].isupper()):
            k += 1
        return k
    k += 1
    if [*keys[k : k + 2]] == ["d'", "administration"]:
        k += 2
    while k < len(keys) and is_word(keys[k]) and tells_bodies_apart(keys[k]):
        k += 1
    return k
