"""The small words of French amending sentences, as pieces of grammar."""

from statuts.language.grammar import french_counts, french_ranks
from statuts.language.numbering import ADVERBS, from_roman
from statuts.model.instruction import Nature, Unit
from statuts.wording.combinators import (
    Captured,
    Choice,
    InOrder,
    Like,
    Part,
    Piece,
    Repeated,
    Rule,
    Unless,
    Word,
)
from statuts.wording.combinators import optional as opt
from statuts.wording.scan import DEGREE, NUMBER, ORDINAL, QUOTATION, Token

NOUNS = {
    "alinéa": Unit.ALINEA,
    "phrase": Unit.SENTENCE,
    "tiret": Unit.DASH,
    "ligne": Unit.ROW,
    "tableau": Unit.TABLE,
}
"""What is named by its rank."""

DIVISIONS = ("titre", "chapitre", "section", "sous-section", "partie")

NATURES = {
    "mot": Nature.WORDS,
    "mots": Nature.WORDS,
    "terme": Nature.WORDS,
    "termes": Nature.WORDS,
    "expression": Nature.WORDS,
    "expressions": Nature.WORDS,
    "membre de phrase": Nature.PHRASE,
    "membres de phrase": Nature.PHRASE,
    "phrase": Nature.SENTENCE,
    "phrases": Nature.SENTENCE,
    "nombre": Nature.NUMBER,
    "nombres": Nature.NUMBER,
    "chiffre": Nature.FIGURE,
    "chiffres": Nature.FIGURE,
    "taux": Nature.RATE,
    "montant": Nature.AMOUNT,
    "montants": Nature.AMOUNT,
    "somme": Nature.SUM,
    "sommes": Nature.SUM,
    "date": Nature.DATE,
    "dates": Nature.DATE,
    "année": Nature.YEAR,
    "années": Nature.YEAR,
    "référence": Nature.REFERENCE,
    "références": Nature.REFERENCE,
    "mention": Nature.MENTION,
    "mentions": Nature.MENTION,
    "signe": Nature.SIGN,
    "signes": Nature.SIGN,
    "intitulé": Nature.TITLE,
    "intitulés": Nature.TITLE,
}
"""What quoted words are said to be."""

COUNTS = french_counts()
RANKS = french_ranks()
_TENS = ("vingt", "trente", "quarante", "cinquante", "soixante")
_PRONOUNS = ("il", "elle", "ils", "elles")


def agreeing(*participles: str) -> Word:
    """A past participle, in either gender and number."""
    forms = [f"{each}{ending}" for each in participles for ending in ("", "e", "s", "es")]
    label = " | ".join(f'"{each}(e)(s)"' for each in participles)
    return Word(*forms, label=f"( {label} )" if len(participles) > 1 else label)


def listed(part: Part, *, joint: Part | None = None) -> Piece:
    """The part, once or several times: « a, b et c »."""
    return InOrder(part, Repeated(joint or JOINT, part))


def is_roman(token: Token) -> bool:
    """« II », « Ier »: capitals, for « l’article IV » and « le titre Ier »."""
    written = token.raw.removesuffix("er")
    return written.isupper() and from_roman(written) > 0


def _is_capital(token: Token) -> bool:
    return len(token.raw) == 1 and token.raw.isascii() and token.raw.isupper()


def _is_letter(token: Token) -> bool:
    return len(token.raw) == 1 and token.raw.isascii() and token.raw.isalpha()


AND = Captured("et", opt(","), "et")
JOINT = Rule("joint", Choice(AND, ","), kept=False)
AUXILIARY = Word("est", "sont", "sera", "seront", label='( "est" | "sont" )')
THE = Word("le", "la", "les", "l'", "ce", "cet", "cette", "ces", "ledit", "ladite", "lesdits", label="le")
TO = Rule(
    "à",
    Choice(
        Word("au", "aux", "audit"),
        InOrder(Word("à", "a", label='"à"'), opt(THE)),
        InOrder("dans", opt(Word("tout", "toute", "tous")), opt(THE)),
    ),
    kept=False,
    says="à",
)
OF = Rule(
    "de", Choice(Word("du", "des", "dudit"), InOrder(Word("de", "d'"), opt(THE))), kept=False, says="de"
)
QUOTED = Captured("citation", Word(QUOTATION, label="citation"))
COLON = opt(":")

FIGURE = Word(NUMBER, label="chiffres")
ROMAN = Like("chiffres_romains", is_roman)
CAPITAL = Like("lettre_capitale", _is_capital)
LETTER = InOrder(Like("lettre", _is_letter), Unless(Word("le", "la", "les", "l'")))
ADVERB = Word(*ADVERBS, "novies", label="adverbe")

RANK = Rule(
    "rang",
    Choice(
        InOrder(Word(*_TENS), "et", Word("unième", "onzième")),
        Word(*(rank for rank in RANKS if " " not in rank), label="ordinal"),
        Word(ORDINAL, label="ordinal_en_chiffres"),
    ),
    says="ordinal",
)
COUNT = Word(*COUNTS, NUMBER, label="nombre_cardinal")
PRONOUN = Captured("pronom", Word(*_PRONOUNS))
RESPECTIVELY = InOrder(opt(","), Captured("respectivement", "respectivement"), opt(","))
DEGREES = Word(DEGREE, label='"1°"')
ONE_OR_MORE_FIGURES = Word(NUMBER, ORDINAL, label="chiffres")
