"""How two pieces of a sentence are put side by side: the space a printer would leave between them."""

from statuts.language.words import APOSTROPHES, units

_CLINGS_LEFT = frozenset(",.)]”…")
_CLINGS_RIGHT = frozenset("([“")
_HIGH = frozenset(";:!?»")
_SPACES = " \t\r\n\u00a0\u202f\u2009"


def joint(before: str, after: str, habit: str = " ") -> str:
    """What stands between `before` and `after`; `habit` is the space this text leaves before « ; : ! ? »."""
    left, right = before[-1:], after[:1]
    if not left or not right or left in _SPACES or right in _SPACES:
        return ""
    if left in APOSTROPHES or right in _CLINGS_LEFT or left in _CLINGS_RIGHT:
        return ""
    if right in _HIGH:
        return habit
    return "\u00a0" if left == "«" else " "


def high_space(source: str) -> str:
    """The space that a text leaves before « ; : ! ? » most often."""
    counted = {
        space: sum(source.count(space + sign) for sign in ";:!?") for space in (" ", "\u00a0", "\u202f")
    }
    return max(counted, key=lambda space: counted[space]) if any(counted.values()) else "\u00a0"


def replaced(
    source: str, start: int, end: int, new: str, low: int, high: int, habit: str
) -> tuple[int, int, str]:
    """The edit that puts `new` for `source[start:end]`, within the alinéa `low` to `high`: span and text.

    The spaces around stay as they are, but where the edges of what is put there want others.
    """
    before, after = source[low:start], source[end:high]
    new = new.strip()
    if not new:
        return removed(source, start, end, low, high)
    if start == end:  # nothing is taken away: spaces must be made
        left = before.rstrip(_SPACES)
        right = after.lstrip(_SPACES)
        has_left, has_right = len(left) < len(before), len(right) < len(after)
        lead = joint(before, new, habit) if not has_left else ""
        if has_left and new[:1] in _CLINGS_LEFT:
            start -= len(before) - len(left)
        tail = joint(new, after, habit) if not has_right else ""
        return start, end, lead + new + tail
    if new[:1] in _CLINGS_LEFT and source[start : start + 1] not in _CLINGS_LEFT:
        start -= len(before) - len(before.rstrip(_SPACES))
    elif source[start : start + 1] in _CLINGS_LEFT or (before and before[-1:] not in _SPACES):
        new = joint(before, new, habit) + new
    if new[-1:] in APOSTROPHES:
        end += len(after) - len(after.lstrip(_SPACES))
    elif after and after[:1] not in _SPACES:
        new += joint(new, after, habit)
    return start, end, new


def removed(source: str, start: int, end: int, low: int, high: int) -> tuple[int, int, str]:
    """The edit that strikes `source[start:end]`, and the space that has lost its use."""
    before, after = source[low:start], source[end:high]
    left, right = len(before) - len(before.rstrip(_SPACES)), len(after) - len(after.lstrip(_SPACES))
    rest_before, rest_after = before.rstrip(_SPACES), after.lstrip(_SPACES)
    if not rest_before:
        return start - left, end + right, ""
    if not rest_after:
        return start - left, end + right, ""
    if left and right:
        wanted = joint(rest_before, rest_after)
        if (
            not wanted or rest_after[:1] in _HIGH
        ):  # « mot ; »: the space before the sign stays, the other goes
            return start - left, end + (right if not wanted else 0), ""
        return start, end + right, ""
    if left or right:
        return start, end, ""
    return start, end, joint(rest_before, rest_after)


def before_final_stop(text: str, new: str) -> int:
    """Where words that complete `text` go: before its last sign, unless they are sentences of their own."""
    _, keys, ends = units(text)
    if not keys or keys[-1] not in {".", ";", ":", ",", "!", "?"}:
        return len(text.rstrip())
    own = new.strip()
    if own[:1].isupper() and own[-1:] in ".!?" and keys[-1] in ".!?":
        return len(text.rstrip())
    return ends[-3] if len(keys) > 1 else 0
