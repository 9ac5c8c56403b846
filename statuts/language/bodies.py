"""Those who decide, advise and sign in an association: its bodies and officers, by their first word."""

import re
from functools import lru_cache

_BODIES = frozenset(
    "conseil bureau assemblée ag ca age ago comité commission directoire collège collectif congrès ligue "
    "fédération section association club équipe conférence jury instance syndicat ministre ministère "
    "préfet préfète préfecture maire mairie tribunal juge commune".split()
)
_OFFICERS = re.compile(
    r"(?:(?:vice|co)[- ]?)?"
    r"(?:président|trésori|secrétaire|direct(?:eur|rice)|administrat|délégué|responsable|gérant|commissaire|"
    r"vérificat|arbitre|capitaine|doyen|médiat|liquidat|mandataire|syndic|animat|entraîneu|coordinat|censeur|"
    r"contrôleu|référent|gardien|receveu|rapporteu|régisseu|modérat|permanencier|intendant|proviseur|"
    r"bénévole|adhérent|membre|sociétaire|salarié)"
)
_ENDINGS = re.compile(r"(?:al|ale|aire|ique|eur|trice|if|ive|lle|el|nt|nte)(?:·e)?s?$")
"""How the adjectives end that tell one body from another: « général », « extraordinaire », « technique »."""


@lru_cache(maxsize=4096)
def is_body(key: str) -> bool:
    """True for a word that names a body or an officer, in any number and gender."""
    word = key.casefold()
    return word in _BODIES or word.removesuffix("s") in _BODIES or _OFFICERS.match(word) is not None


@lru_cache(maxsize=4096)
def tells_bodies_apart(key: str) -> bool:
    """True for what may be the second word of a body's name, an adjective."""
    return _ENDINGS.search(key.casefold()) is not None
