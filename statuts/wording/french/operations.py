"""What French acts do: one rule an operation. The verb decides, never « ainsi rédigé ».

Guide de légistique, fiche 3.4.1; infinitives as associations write them.
"""

from statuts.wording.combinators import Captured, Choice, InOrder, Repeated, Rule, Word
from statuts.wording.combinators import optional as opt
from statuts.wording.french.addresses import (
    ANNEX,
    ARTICLE,
    DIVISION,
    LEVEL,
    MARK,
    NOUN,
    NUMBERS,
    OF_PLACE,
    PLACE,
    PORTION,
    RANKED,
    RANKS,
    TARGET,
    TEXT,
)
from statuts.wording.french.objects import (
    ANCHOR,
    CONTENT,
    EDGE,
    ELEMENT,
    NEWS,
    OBJECTS,
    OCCURRENCE,
    WHERE,
    WORDED,
)
from statuts.wording.french.vocabulary import AUXILIARY, COLON, OF, RESPECTIVELY, THE, TO, agreeing

BLOCK = Rule("bloc")  # items, or a sentence: `structure` says what it is
LISTING = Rule("liste")  # items that each name a target

_COMMA = opt(",")
_BE = opt(AUXILIARY)
_DESORMAIS = opt("désormais")
_REPLACED = agreeing("remplacé")
_DELETED = agreeing("supprimé")
_REPEALED = agreeing("abrogé")
_ADDED = agreeing("inséré", "ajouté", "créé", "introduit")
_WHERES = Repeated(_COMMA, WHERE)
_FOLLOWING = Captured(
    "dispositions",
    Choice(
        InOrder("les dispositions", Word("suivantes", "ci-après")),
        InOrder("la rédaction", "suivante"),
        InOrder("le texte", "suivant"),
        "ce qui suit",
        InOrder("la disposition", "suivante"),
    ),
)
_WITH_ELEMENT = Rule(
    "élément_rédigé", ELEMENT, _WHERES, opt(opt("et"), WORDED), _WHERES, opt(CONTENT), kept=False
)
_BY = InOrder("par", COLON)
_BY_WHAT = Rule(
    "par_quoi", _BY, Choice(InOrder(_FOLLOWING, CONTENT), _WITH_ELEMENT, CONTENT, NEWS), kept=False
)
_AT_PLACE = opt(_COMMA, Choice(OF_PLACE, PLACE))

# -- words ------------------------------------------------------------------------------------------------

_REPLACE_WORDS = Rule(
    "remplacer",
    _BE,
    opt(OCCURRENCE),
    opt(RESPECTIVELY),
    _REPLACED,
    opt(RESPECTIVELY),
    _BY,
    opt(RESPECTIVELY),
    NEWS,
    opt(PLACE),
    title="mots_remplacés",
)
_DELETE_WORDS = Rule("supprimer", _BE, opt(OCCURRENCE), _DELETED, opt(PLACE), title="mots_supprimés")
_INSERT_WORDS = Rule("insérer", _BE, _ADDED, _WHERES, title="mots_insérés")
ON_WORDS = Rule(
    "sur_les_mots", OBJECTS, _AT_PLACE, _COMMA, Choice(_REPLACE_WORDS, _DELETE_WORDS, _INSERT_WORDS)
)

# -- insertions -------------------------------------------------------------------------------------------

ADD = Rule(
    "insérer", opt("il"), AUXILIARY, _DESORMAIS, _ADDED, _WHERES, _COMMA, Choice(_WITH_ELEMENT, NEWS), _WHERES
)
RESTORE_NEW = Rule("rétablir", opt("il"), AUXILIARY, agreeing("rétabli"), _WITH_ELEMENT)

# -- units ------------------------------------------------------------------------------------------------

_ELIDED = InOrder(THE, RANKS, opt(NOUN))
_NEW_NAME = Choice(InOrder(THE, PORTION), _ELIDED, NUMBERS)
_REWORD = Rule("réécrire", _BE, _DESORMAIS, WORDED, CONTENT, title="est_réécrit")
_REPLACE = Rule("remplacer", _BE, opt(_REPEALED, "et"), _REPLACED, _BY_WHAT, title="est_remplacé")
_COMPLETE = Rule("compléter", _BE, agreeing("complété"), _BY_WHAT, title="est_complété")
_DELETE = Rule("supprimer", _BE, Choice(_DELETED, _REPEALED), title="est_supprimé")
_RESTORE = Rule(
    "rétablir",
    _BE,
    Choice(
        InOrder("ainsi", agreeing("rétabli")),
        InOrder(agreeing("rétabli"), Choice("dans la rédaction suivante", "comme suit", "ainsi")),
    ),
    CONTENT,
    title="est_rétabli",
)
_BECOME = Rule(
    "devenir",
    Word("devient", "deviennent"),
    opt(RESPECTIVELY),
    Choice(InOrder(":", CONTENT), _NEW_NAME),
    title="devient",
)
_RENUMBER = Rule(
    "renuméroter",
    _BE,
    agreeing("renuméroté"),
    opt(RESPECTIVELY),
    opt(Word("en", "de")),
    opt(THE),
    Choice(ARTICLE, NUMBERS),
    title="est_renuméroté",
)
_TO_WHERE = Choice(
    EDGE,
    ANCHOR,
    Captured("ancre", Choice(Captured("après", "après"), Captured("avant", "avant")), THE, RANKS),
)
_MOVE = Rule("déplacer", _BE, agreeing("déplacé", "transféré"), _COMMA, _TO_WHERE, title="est_déplacé")
_CONSTITUTE = Rule(
    "constituer",
    Word("constitue", "constituent", "forme", "forment"),
    Word("un", "le"),
    MARK,
    title="constitue",
)
_AMENDED = Choice(
    InOrder("ainsi", agreeing("modifié", "amendé")),
    InOrder(
        agreeing("modifié", "amendé"),
        opt(Choice("comme suit", "ainsi qu'il suit", "ainsi", "de la manière suivante")),
    ),
)
_AMEND = Rule("modifier", _BE, _AMENDED, ":", BLOCK, title="est_modifié")
_HEADED = Captured("modifier", ":", BLOCK)  # « L’article 5 : 1° … »
_PREDICATE = Rule(
    "prédicat",
    Choice(
        _REWORD,
        _REPLACE,
        _COMPLETE,
        _DELETE,
        _RESTORE,
        _BECOME,
        _RENUMBER,
        _MOVE,
        _CONSTITUTE,
        _AMEND,
        _HEADED,
    ),
    kept=False,
)
ON_TARGET = Rule("sur_la_cible", TARGET, _COMMA, _PREDICATE)
CHAINED = Rule(
    "même_sujet",
    Choice(
        InOrder(AUXILIARY, Choice(_REWORD, _REPLACE, _COMPLETE, _DELETE, _RESTORE, _RENUMBER, _MOVE, _AMEND)),
        _BECOME,
        _CONSTITUTE,
    ),
)
LISTED = Rule("abroger", AUXILIARY, Choice(_REPEALED, _DELETED), ":", LISTING)
_DIVISION_AND_HEADING = InOrder(
    Choice("la division et l'intitulé", "les divisions et les intitulés"), Captured("cible", OF, PORTION)
)
HEADING_ONLY = Rule(
    "division_et_intitulé",
    Choice(
        InOrder(_DIVISION_AND_HEADING, _BE, Choice(_DELETED, _REPEALED)),
        InOrder(Word("supprimer", "abroger"), _DIVISION_AND_HEADING),
    ),
)
PRESENT = Rule(
    "constituer",
    "les dispositions actuelles",
    _AT_PLACE,
    Word("constituent", "forment"),
    Word("un", "le"),
    MARK,
)
REST = Rule(
    "reste",
    Choice(Captured("fin", "la fin"), Captured("début", "le début")),
    opt(OF, PORTION),
    _BE,
    Choice(
        Captured("réécrire", _DESORMAIS, WORDED, CONTENT),
        Captured("supprimer", _DELETED),
        Captured("remplacer", _REPLACED, _BY, NEWS),
    ),
)

# -- infinitives ------------------------------------------------------------------------------------------

_THERE = InOrder(Repeated(_COMMA, WHERE), opt(Word(",", ":")))
# A target after which « de 16 à 20 » is no place.
_NUMBERED = Captured(
    "cible",
    THE,
    Captured(
        "portion",
        Choice(ARTICLE, DIVISION, RANKED, LEVEL),
        Repeated(OF, Choice(ARTICLE, DIVISION, ANNEX, TEXT)),
    ),
)
_THUS = Choice("comme suit", "ainsi qu'il suit", "ainsi", "de la manière suivante")
REPLACE_ = Rule(
    "Remplacer",
    "remplacer",
    _THERE,
    Choice(
        InOrder(OBJECTS, _AT_PLACE, opt(RESPECTIVELY), _COMMA, _BY, opt(RESPECTIVELY), NEWS, opt(PLACE)),
        InOrder(TARGET, _COMMA, _BY_WHAT),
    ),
)
SUBSTITUTE_ = Rule("Substituer", "substituer", _THERE, TO, OBJECTS, _AT_PLACE, _COMMA, NEWS, opt(PLACE))
DELETE_ = Rule("Supprimer", "supprimer", _THERE, Choice(InOrder(OBJECTS, _AT_PLACE), TARGET))
REPEAL_ = Rule("Abroger", "abroger", TARGET)
INSERT_ = Rule(
    "Insérer", Word("insérer", "ajouter", "créer", "introduire"), _THERE, Choice(_WITH_ELEMENT, NEWS), _WHERES
)
COMPLETE_ = Rule("Compléter", "compléter", _THERE, TARGET, _COMMA, _BY_WHAT)
REWORD_ = Rule("Rédiger", "rédiger", opt(_THUS), _THERE, TARGET, opt(_THUS), CONTENT)
AMEND_ = Rule("Modifier", "modifier", opt(_THUS), TARGET, opt(_THUS), ":", BLOCK)
RENUMBER_ = Rule(
    "Renuméroter",
    "renuméroter",
    _NUMBERED,
    opt(RESPECTIVELY),
    opt(Word("en", "de")),
    opt(THE),
    Choice(ARTICLE, NUMBERS),
)
MOVE_ = Rule("Déplacer", Word("déplacer", "transférer"), TARGET, _COMMA, _TO_WHERE)
RESTORE_ = Rule(
    "Rétablir",
    "rétablir",
    Choice(
        InOrder(TARGET, _COMMA, opt(Choice("dans la rédaction suivante", WORDED, _THUS)), CONTENT),
        _WITH_ELEMENT,
    ),
)
INFINITIVES = (
    REPLACE_,
    SUBSTITUTE_,
    DELETE_,
    REPEAL_,
    INSERT_,
    COMPLETE_,
    REWORD_,
    AMEND_,
    RENUMBER_,
    MOVE_,
    RESTORE_,
)

CORE = Rule(
    "opération",
    Choice(HEADING_ONLY, PRESENT, REST, ON_WORDS, ADD, RESTORE_NEW, LISTED, ON_TARGET, CHAINED, *INFINITIVES),
    kept=False,
)
