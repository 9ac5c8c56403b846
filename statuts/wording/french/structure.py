"""How French acts are laid out: resolutions, a chapeau with its items, clauses joined by « et »."""

from statuts.wording.combinators import Captured, Choice, InOrder, Like, Piece, Repeated, Rule, Word
from statuts.wording.combinators import optional as opt
from statuts.wording.french.addresses import FINER, NUMBER, TARGET
from statuts.wording.french.objects import WHERE
from statuts.wording.french.operations import BLOCK, CORE, LISTING
from statuts.wording.french.vocabulary import ADVERB, CAPITAL, DEGREES, FIGURE, LETTER, RANK, ROMAN
from statuts.wording.scan import DASH, END, TITLE

NEW_LINE = Like("nouvelle_ligne", lambda token: token.fresh, width=0)
_DASH = Word(DASH, label='"–"')

# -- what stands before an item ---------------------------------------------------------------------------

_KINDS: dict[str, Piece] = {
    "romain": InOrder(ROMAN, opt(ADVERB), Choice(InOrder(Word(".", ")"), opt(_DASH)), _DASH)),
    "capitale": InOrder(CAPITAL, Choice(InOrder(Word(".", ")"), opt(_DASH)), _DASH)),
    "degré": InOrder(DEGREES, opt(ADVERB), opt(Word(".", ")", ":")), opt(_DASH)),
    "chiffre": InOrder(FIGURE, Word(".", ")"), opt(_DASH)),
    "lettre": InOrder(LETTER, Word(".", ")"), opt(_DASH)),
    "tiret": _DASH,
}
MARK_BEFORE = Choice(*_KINDS.values())
"""What stands before an item, of whatever kind."""

_SEPARATOR = Choice(InOrder(Word(";", ".", ","), opt("et")), NEW_LINE)


def _items(kind: str, mark: Piece, held: Piece) -> Piece:
    """Items of one kind, one after another, with what each holds."""
    before = mark if kind == "tiret" else InOrder(opt(_DASH), mark)  # a list of Markdown may hold the marks
    item = Rule(f"item_{kind}", Captured(f"marque_{kind}", before), held, scope=True)
    return InOrder(item, Repeated(_SEPARATOR, item))


CLAUSE = Rule("proposition")
PHRASE = Rule("phrase", scope=True)
ITEMS = Rule("items", Choice(*(_items(kind, mark, PHRASE) for kind, mark in _KINDS.items())))

# -- what stands before an instruction and does nothing ---------------------------------------------------

_ASSEMBLY = InOrder(
    Choice("l'assemblée générale", "l'assemblée"),
    opt(Word("extraordinaire", "ordinaire", "mixte", "constitutive")),
    opt("de l'association"),
    opt(","),
    opt("après", Choice("en avoir délibéré", "avoir délibéré", "délibération", "en avoir débattu"), opt(",")),
    opt("sur proposition", Choice("du conseil d'administration", "du bureau"), opt(",")),
)
DECISION = Rule(
    "décision",
    Choice(
        InOrder(_ASSEMBLY, Word("décide", "adopte", "approuve")),
        InOrder("il est", Word("décidé", "proposé")),
        Word("décide"),
    ),
    opt(
        Choice(
            Word("de", "d'", "que", "qu'"),
            InOrder(
                opt(
                    Choice(
                        "ce qui suit",
                        InOrder("les modifications", opt("statutaires"), "suivantes"),
                        "la modification suivante",
                    )
                ),
                ":",
            ),
        )
    ),
)

_JOINED = Choice(InOrder(opt(","), Word("et", "puis"), opt(",")), ",")
_CIRCUMSTANCES = InOrder(WHERE, Repeated(opt(","), Choice(WHERE, FINER)), opt(Word(",", ":")))
CLAUSE.define(Choice(InOrder(_CIRCUMSTANCES, Choice(CORE, ITEMS)), CORE))
PHRASE.define(opt(DECISION), CLAUSE, Repeated(_JOINED, CLAUSE))
BLOCK.define(Choice(ITEMS, InOrder(PHRASE, Repeated(";", PHRASE))))
_NAMED = Captured("cibles", TARGET)
LISTING.define(Choice(*(_items(f"{kind}_nommé", mark, _NAMED) for kind, mark in _KINDS.items()), _NAMED))

# -- the act ----------------------------------------------------------------------------------------------

_HEAD_END = Choice(InOrder(opt("."), Word(DASH, ":")), ".", NEW_LINE)
HEAD = Rule(
    "tête",
    Choice(
        InOrder(Word("article", "art"), opt("."), NUMBER),
        InOrder("résolution", opt(Word("n", "nº", "no", "numéro"), opt("°")), NUMBER),
        InOrder(RANK, "résolution"),
    ),
    _HEAD_END,
)
_TITLE_LINE = Rule(
    "titre",
    Choice(
        Captured("dièse", Word(TITLE, label="titre_markdown")),
        InOrder(
            opt(Choice("projet de", "projets de", "proposition de", "texte des", "texte de la", "les")),
            Choice(
                Word("résolution", "résolutions"),
                InOrder(
                    Word("modification", "modifications"),
                    Choice("des statuts", "statutaires", "statutaire", "du règlement intérieur"),
                ),
            ),
            opt(":"),
            NEW_LINE,
        ),
    ),
)
_END = Choice(InOrder(Word(".", ";"), opt("et")), NEW_LINE)
_STANDING_DECISION = InOrder(DECISION, opt(Word(".", ":")), NEW_LINE)
ACT = Rule(
    "acte",
    Repeated(Choice(_TITLE_LINE, HEAD, InOrder(ITEMS, _END), InOrder(PHRASE, _END), _STANDING_DECISION)),
    Word(END, label="fin"),
)
