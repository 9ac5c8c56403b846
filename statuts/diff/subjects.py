"""Whether what moved is still said of the same: statutes say the same of many organs and categories."""

from collections.abc import Sequence

from statuts.diff.classes import classify
from statuts.diff.sequence import Hunk
from statuts.diff.telling import is_number, says_something
from statuts.language.function_words import AUXILIARIES, PREPOSITIONS, TOWARDS
from statuts.model.redline import ChangeClass

_ABOUT = 5  # telling words from the beginning that say whom or what it is about

Keys = Sequence[str]


def is_of_another(a: Keys, b: Keys, found: Sequence[Hunk]) -> bool:
    """« L'assemblée générale ordinaire… » is not « … extraordinaire… »: another word among the first."""
    return any(_is_another(a, b, hunk) for hunk in found)


def _is_another(a: Keys, b: Keys, hunk: Hunk) -> bool:
    gone, come = a[hunk.a0 : hunk.a1], b[hunk.b0 : hunk.b1]
    if not any(map(_tells, gone)) or not any(map(_tells, come)):
        return False
    if min(sum(map(_tells, a[: hunk.a0])), sum(map(_tells, b[: hunk.b0]))) >= _ABOUT:
        return False
    if _says_what_is_done(a[: hunk.a0]) and _says_what_is_done(b[: hunk.b0]):
        return _governors(gone) != _governors(come)  # « par le bureau », « devant le bureau »
    return classify(a, b, hunk) is ChangeClass.WORDING


def _says_what_is_done(keys: Keys) -> bool:
    """« Les décisions sont prises »: what follows is said of that, whatever it is."""
    verb = next((k for k, key in enumerate(keys) if key in AUXILIARIES), 0)
    return any(map(_tells, keys[:verb])) and any(map(_tells, keys[verb + 1 :]))


def _governors(keys: Keys) -> set[str]:
    return {"à" if key in TOWARDS else key for key in keys if key in PREPOSITIONS or key in TOWARDS}


def _tells(key: str) -> bool:
    return says_something(key) and not is_number(key.casefold())
