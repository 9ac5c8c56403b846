"""Those who decide, advise and sign in an association: its bodies and officers, by their first word."""

import re
from functools import lru_cache

from statuts.language.function_words import FUNCTION_WORDS

TITLES = frozenset("m mm me mme mmes mlle dr madame monsieur maître".split())
"""What stands before a person's name."""

_BODIES = frozenset(
    "conseil bureau assemblée ag ca age ago comité commission directoire collège collectif congrès ligue "
    "fédération conférence jury instance syndicat ministre ministère préfet préfète préfecture maire mairie "
    "tribunal juge commune paroisse".split()
)
_OFFICERS = re.compile(
    r"(?:(?:vice|co)[- ]?)?"
    r"(?:président|trésori|secrétaire|direct(?:eur|rice)|administrat|délégué|responsable|gérant|commissaire|"
    r"vérificat|arbitre|capitaine|doyen|médiat|liquidat|mandataire|syndic|animat|entraîneu|coordinat|censeur|"
    r"contrôleu|référent|gardien|receveu|rapporteu|régisseu|modérat|monit|permanencier|intendant|proviseur)"
)
_SECOND_WORDS = frozenset(
    "ordinaire extraordinaire mixte plénière constitutive exécutif exécutive restreint restreinte élargi "
    "élargie directeur directrice adjoint adjointe suppléant suppléante permanent permanente délégué "
    "déléguée sortant sortante honoraire général générale départemental départementale régional régionale "
    "local locale communal communale municipal municipale national nationale fédéral fédérale syndical "
    "syndicale social sociale électoral électorale paritaire disciplinaire consultatif consultative "
    "technique artistique scientifique juridique pédagogique sportif sportive financier financière".split()
)
_PARTICIPLE = re.compile(
    r"(?:\w{2,}(?:é|u|mis|pris|crit|ert)|(?:chois|établ|réun|sais|fourn|rempl|suiv|rég|mun|invest|défin)i)(?:·?e)?·?s?"
)
_LINKS = frozenset("avis proposition accord autorisation contrôle autorité agrément approbation".split())


@lru_cache(maxsize=4096)
def is_body(key: str) -> bool:
    """True for a word that names a body or an officer, in any number and gender; and for « M. », « Mme »."""
    word = key.casefold()
    plain = word.removesuffix("s")
    return word in _BODIES or plain in _BODIES or word in TITLES or _OFFICERS.match(word) is not None


@lru_cache(maxsize=4096)
def tells_bodies_apart(key: str) -> bool:
    """True for what may be the second word of a body's name: « générale », « directeur »."""
    word = key.casefold().removesuffix("s")
    return word in _SECOND_WORDS or word.removesuffix("au") + "al" in _SECOND_WORDS


@lru_cache(maxsize=4096)
def governs_a_body(key: str) -> bool:
    """True for a participle, or a noun like it, that says what a body does: « désigné par », « avis du »."""
    word = key.casefold()
    return word in _LINKS or (word not in FUNCTION_WORDS and _PARTICIPLE.fullmatch(word) is not None)
