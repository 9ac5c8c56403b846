"""How French acts quote words, say which of their occurrences they mean, and announce what they insert."""

from statuts.wording.combinators import Captured, Choice, InOrder, Like, Repeated, Rule, Unless, Word
from statuts.wording.combinators import optional as opt
from statuts.wording.french.addresses import (
    ANNEX,
    ARTICLE,
    DIVISION,
    HEADING,
    LEVEL,
    NOUN,
    OF_PLACE,
    PLACE,
    PORTION,
    PREAMBLE,
    RANKS,
)
from statuts.wording.french.vocabulary import (
    AUXILIARY,
    COLON,
    COUNT,
    DEGREES,
    JOINT,
    NATURES,
    OF,
    ONE_OR_MORE_FIGURES,
    QUOTED,
    THE,
    agreeing,
    listed,
)
from statuts.wording.scan import QUOTATION, Token

_ENDS_FREE_WORDS = frozenset(
    "est sont sera seront par à au dans et . ; : , ( )".split() + ["", QUOTATION]
    + [verb + ending for verb in ("remplacé", "supprimé", "inséré") for ending in ("", "e", "s", "es")]
)  # fmt: skip


def _is_free(token: Token) -> bool:
    return token.key not in _ENDS_FREE_WORDS and not token.fresh


NATURE = Rule(
    "nature",
    Choice(
        InOrder(Word("membre", "membres"), "de phrase"),
        Word(*(nature for nature in NATURES if " " not in nature)),
    ),
    says="le mot, les mots, la phrase…",
)
QUOTES = Rule("citations", listed(QUOTED), kept=False)

# Guide de légistique, fiche 3.4.1: references, sums and dates may do without quotation marks.
_FREE_NATURE = Rule(
    "nature",
    Word(
        "référence", "références", "somme", "date", "montant", "taux", "nombre", "année", "chiffre"
    ),
    title="nature_sans_guillemets",
    says="la référence, la somme, la date…",
)  # fmt: skip
FREE = Rule(
    "sans_guillemets",
    THE,
    _FREE_NATURE,
    opt(Word("à", "a", "au", "aux", "de", "du", "d'", "des"), opt(THE)),
    Rule(
        "libre",
        Like("mot", _is_free),
        Repeated(
            Choice(Like("mot", _is_free), InOrder(Word("et", "à", ","), Choice(ONE_OR_MORE_FIGURES, DEGREES)))
        ),
    ),
    kept=False,
)

_TIMES = Word("occurrence", "occurrences")
_PREFIXED = Captured(
    "occurrence",
    Choice(
        InOrder(THE, RANKS, _TIMES),
        Captured("partout", Choice("toutes les occurrences", "chaque occurrence", "chacune des occurrences")),
    ),
)
OCCURRENCE = Rule(
    "occurrence",
    opt(Word(",", "(")),
    Choice(
        InOrder(opt(Word("à", "a")), opt(Word("la", "aux", "les")), RANKS, _TIMES),
        InOrder(Captured("fois", COUNT), "fois"),
        Captured(
            "partout",
            Choice(
                InOrder(
                    opt(Word("à", "a", "pour")),
                    Choice(
                        InOrder("chacune de", Word("ses", "leurs")),
                        InOrder("chacune", "des"),
                        "chaque",
                        InOrder(Word("toutes"), Word("ses", "leurs", "les")),
                    ),
                    _TIMES,
                ),
                InOrder(
                    Choice("partout où", InOrder(opt("à"), "chaque fois", Word("qu'", "où"))),
                    Word("il", "ils", "elle", "elles"),
                    Word("figure", "figurent", "apparaît", "apparaissent", "apparait"),
                ),
            ),
        ),
    ),
    opt(")"),
    opt(","),
    says="à la … occurrence",
)

OBJECT = Rule(
    "objet",
    Choice(
        InOrder(_PREFIXED, OF, opt(NATURE), COLON, QUOTES),
        InOrder(opt(THE), NATURE, COLON, QUOTES, opt(OCCURRENCE)),
        FREE,
        InOrder(QUOTES, opt(OCCURRENCE)),
    ),
)
OBJECTS = Rule("objets", listed(OBJECT))

# « … par le mot : « B » et le mot : « C » est supprimé »: what a verb follows begins another clause.
_NO_VERB = Rule(
    "pas_de_verbe",
    Unless(
        opt(Choice(OF_PLACE, PLACE)),
        opt(OCCURRENCE),
        opt(","),
        Choice(AUXILIARY, agreeing("remplacé", "supprimé", "inséré")),
    ),
    kept=False,
)
_NEW_QUOTES = InOrder(QUOTED, Repeated(JOINT, QUOTED, _NO_VERB))
NEW = Rule(
    "nouveau", Choice(InOrder(opt(THE), NATURE, COLON, _NEW_QUOTES), FREE, InOrder(COLON, _NEW_QUOTES))
)
NEWS = Rule("nouveaux", NEW, Repeated(JOINT, NEW, _NO_VERB))

CONTENT = Rule(
    "contenu",
    COLON,
    QUOTED,
    Repeated(
        Captured("citation", Like("citation_en_début_de_ligne", lambda t: t.key == QUOTATION and t.fresh))
    ),
)
WORDED = Rule(
    "ainsi_rédigé",
    Choice(
        InOrder("ainsi", agreeing("rédigé", "conçu", "libellé", "formulé")),
        InOrder(
            agreeing("rédigé", "libellé", "formulé"),
            Choice(
                "comme suit", "ainsi qu'il suit", "ainsi", "de la manière suivante", "de la façon suivante"
            ),
        ),
        agreeing("suivant"),
    ),
    kept=False,
)
_HOW_MANY = Captured("nombre", Choice(COUNT, Word("des", "le", "la", "l'", "les", "plusieurs")))
_NEW_UNIT = Choice(
    ARTICLE,
    DIVISION,
    ANNEX,
    PREAMBLE,
    HEADING,
    InOrder(NOUN, opt(Word("supplémentaire", "supplémentaires", "nouveau", "nouvelle"))),
    LEVEL,
)
ELEMENT = Rule(
    "élément",
    _HOW_MANY,
    opt(Word("nouvel", "nouveau", "nouvelle", "nouveaux", "nouvelles")),
    _NEW_UNIT,
    Repeated(JOINT, Word("un", "une"), LEVEL),
)

EDGE = Rule(
    "bord",
    Choice(
        Captured("début", Choice("au début", "en tête")),
        Captured("fin", Choice(InOrder(Word("à", "a"), "la fin"), "en fin")),
    ),
    opt(OF, PORTION),
)
ANCHOR = Rule(
    "ancre",
    Choice(Captured("après", "après"), Captured("avant", "avant")),
    Choice(InOrder(OBJECT, opt(OF_PLACE)), InOrder(THE, PORTION)),
)
WHERE = Rule("où", Choice(EDGE, ANCHOR, PLACE), kept=False)
