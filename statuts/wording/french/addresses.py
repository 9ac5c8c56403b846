"""How French acts say where: « à la première phrase du deuxième alinéa du 1° de l’article 3 ».

Guide de légistique, fiche 3.2.2: alinéas are named by their rank in words, subdivisions by their mark.
"""

from statuts.wording.combinators import Captured, Choice, InOrder, Repeated, Rule, Unless, Word
from statuts.wording.combinators import optional as opt
from statuts.wording.french.vocabulary import (
    ADVERB,
    AND,
    CAPITAL,
    COLON,
    COUNT,
    DEGREES,
    DIVISIONS,
    FIGURE,
    JOINT,
    LETTER,
    NOUNS,
    OF,
    ONE_OR_MORE_FIGURES,
    PRONOUN,
    QUOTED,
    RANK,
    ROMAN,
    THE,
    TO,
    agreeing,
    listed,
)

_UP_TO = Word("à", "a", label='"à"')


def plurals(words: tuple[str, ...]) -> list[str]:
    """The words, and their plurals."""
    return [form for word in words for form in (word, word + ("x" if word.endswith("eau") else "s"))]


NUMBER = Rule(
    "numéro",
    Choice(ONE_OR_MORE_FIGURES, Word("premier", "première", "unique"), ROMAN, CAPITAL),
    opt(ADVERB),
    opt(CAPITAL, Unless(Word("le", "la", "les", "l'"))),
)
NOUN = Rule("nom", Word(*plurals(tuple(NOUNS))))
_NOT_RANKED = Unless(NOUN)  # « l’article 2, 2e alinéa »
NUMBERS = Rule(
    "numéros", listed(InOrder(Choice(Captured("suite", NUMBER, _UP_TO, NUMBER), NUMBER), _NOT_RANKED))
)
ENTITLED = InOrder(opt(","), opt(agreeing("intitulé")), COLON, QUOTED)

RANKS = Rule(
    "rangs",
    Choice(
        Captured("série", COUNT, Word("premiers", "premières", "derniers", "dernières")),
        Captured("suite", RANK, Choice(InOrder("à", opt(THE)), Word("au")), RANK),
        InOrder(RANK, Repeated(JOINT, opt(THE), RANK)),
    ),
)
RANKED = Rule("rangé", Choice(InOrder(RANKS, NOUN), InOrder(opt("unique"), NOUN, opt(NUMBERS))))

MARK = Rule(
    "repère",
    Choice(
        InOrder(DEGREES, opt(ADVERB)),
        InOrder(Choice(ROMAN, LETTER), opt(ADVERB), opt(")")),
        InOrder(FIGURE, opt(")")),
    ),
)
LEVEL = Rule("niveau", Choice(Captured("suite", MARK, _UP_TO, MARK), listed(InOrder(MARK))))

ARTICLE = Rule(
    "article",
    opt(RANKS),  # of articles without a number, or with the same
    Word("article", "articles"),
    opt(Choice(ENTITLED, InOrder(NUMBERS, opt(opt(","), agreeing("intitulé"), COLON, QUOTED)))),
)
DIVISION = Rule(
    "division",
    Captured("sorte", Word(*plurals(DIVISIONS))),
    Choice(
        InOrder(NUMBERS, opt(opt(","), agreeing("intitulé"), COLON, QUOTED)),
        InOrder(agreeing("intitulé"), COLON, QUOTED),
    ),
)
ANNEX = Rule("annexe", Word("annexe", "annexes"), opt(Choice(NUMBERS, ENTITLED)))
PREAMBLE = Rule("préambule", "préambule")
HEADING = Rule("intitulé", Word("intitulé", "intitulés", "titre", "titres"))
TEXT = Rule(
    "texte",
    opt(Captured("ensemble", Word("ensemble", "totalité"), OF)),
    opt(Word("présent", "présents")),
    Choice(Captured("statuts", "statuts"), Captured("règlement", "règlement intérieur")),
    opt("de l'association"),
)
UNIT = Rule(
    "unité",
    Choice(
        InOrder(
            opt(Captured("même", Word("même", "mêmes", "présent", "présente"))),
            Choice(ARTICLE, DIVISION, ANNEX, PREAMBLE, HEADING, RANKED),
        ),
        TEXT,
        LEVEL,
    ),
    kept=False,
)
BECOMES_MEANWHILE = InOrder(
    ",", "qui", Word("devient", "deviennent"), THE, Choice(InOrder(RANKS, opt(NOUN)), UNIT)
)
PORTION = Rule("portion", UNIT, Repeated(OF, UNIT), opt(BECOMES_MEANWHILE))

PLACE = Rule("lieu", listed(InOrder(TO, PORTION)))
OF_PLACE = Rule("lieu", listed(InOrder(OF, PORTION), joint=AND), title="complément")
FINER = Captured("lieu", Captured("portion", RANKED, Repeated(OF, UNIT)))
TARGET = Rule("cible", Choice(listed(InOrder(THE, PORTION)), PRONOUN))
