"""What kind of difference a change is: the classes that are never mixed and never lost."""

from collections.abc import Sequence

from statuts.diff.sequence import Hunk
from statuts.language.inclusive import may_be_gender, only_gender_differs, says_more
from statuts.language.spelling import only_case_differs, only_signs_differ
from statuts.model.redline import ChangeClass

Keys = Sequence[str]

# « {+la présidente ou +}le président », « Ils {+et elles+} » : the doubled word stays beside the mark.
_BESIDE = ((0, 0), (0, 1), (0, 2), (0, 3), (1, 0), (2, 0), (3, 0), (1, 1), (1, 2))
_BEFORE, _AFTER = max(before for before, _ in _BESIDE), max(after for _, after in _BESIDE)


def classify(old_keys: Keys, new_keys: Keys, hunk: Hunk) -> ChangeClass:
    """The class of one change of words, from the units it strikes and the units it inserts."""
    old, new = old_keys[hunk.a0 : hunk.a1], new_keys[hunk.b0 : hunk.b1]
    if only_case_differs(old, new):
        return ChangeClass.CASE
    if only_signs_differ(old, new):
        return ChangeClass.TYPOGRAPHY
    if not may_be_gender(old) and not may_be_gender(new):
        return ChangeClass.WORDING
    if says_more(new, old_keys[max(0, hunk.a0 - _BEFORE) : hunk.a1 + _AFTER]) or says_more(
        old, new_keys[max(0, hunk.b0 - _BEFORE) : hunk.b1 + _AFTER]
    ):
        return ChangeClass.WORDING  # whatever stands beside it
    for before, after in _BESIDE:
        a = slice(max(0, hunk.a0 - before), hunk.a1 + after)
        b = slice(max(0, hunk.b0 - before), hunk.b1 + after)
        if only_gender_differs(old_keys[a], new_keys[b]):
            return ChangeClass.INCLUSIVE
    return ChangeClass.WORDING
