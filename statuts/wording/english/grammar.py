"""The grammar of English amending acts: what is written, and the common variants."""

from statuts.language.grammar import ordinal
from statuts.language.numbering import ADVERBS
from statuts.wording.combinators import Captured, Choice, InOrder, Like, Repeated, Rule, Unless, Word
from statuts.wording.combinators import optional as opt
from statuts.wording.ebnf import productions
from statuts.wording.english.nouns import COUNTS
from statuts.wording.scan import DASH, DEGREE, END, NUMBER, ORDINAL, QUOTATION, TITLE, Token

ORDINALS = {ordinal(n, "en"): n for n in range(1, 100)}
NATURES = (
    "word words phrase phrases sentence number figure rate amount"
    " sum date year reference mention sign heading"
)


def _is_roman(token: Token) -> bool:
    return bool(token.raw) and all(sign in "IVXLC" for sign in token.raw)


def _is_letter(token: Token) -> bool:
    return len(token.raw) == 1 and token.raw.isalpha()


def _is_mark(token: Token) -> bool:
    return len(token.raw) == 1 and token.raw.isalpha() and token.raw != "a"


_AND = Choice(InOrder(opt(","), "and"), ",")
_QUOTED = Captured("quote", Word(QUOTATION, label="quotation"))
_NUMBER = Rule(
    "number",
    Choice(Word(NUMBER, ORDINAL, DEGREE, label="figures"), Like("roman", _is_roman), Like("mark", _is_mark)),
    opt(Word(*ADVERBS, label="adverb")),
)
_MARKED = Captured("number", Choice(_NUMBER, Like("letter", _is_letter)))
_NUMBERS = Rule(
    "numbers", Choice(Captured("run", _NUMBER, "to", _NUMBER), InOrder(_NUMBER, Repeated(_AND, _NUMBER)))
)
_RANK = Captured("rank", Word(*ORDINALS, ORDINAL, "last", label="ordinal"))
_RANKS = Rule(
    "ranks",
    Choice(
        Captured("series", "last", Word(*COUNTS, NUMBER, label="count")),
        InOrder(_RANK, Repeated(_AND, _RANK)),
    ),
)
_DIVISION = Captured(
    "kind", Word("title", "chapter", "part", "book", "section", "division", label="division")
)
_KIND = Captured(
    "kind",
    Choice(
        InOrder("art", opt(".")),
        Word(
            *("article", "articles", "annex", "annexes", "paragraph", "paragraphs", "item", "items"),
            *("row", "rows", "sentence", "sentences", "table", "preamble"),
            label="unit",
        ),
    ),
)
_POINT = InOrder(
    Captured("kind", Word("point", "points")), Captured("numbers", _MARKED, Repeated(_AND, _MARKED))
)
_ENTITLED = InOrder("entitled", _QUOTED)
_STEP = Rule(
    "step",
    Choice(
        Captured("text", opt("the"), Word("statutes", "bylaws", "text")),
        Captured("heading", "the", Word("title", "heading"), Unless(_NUMBER)),
        InOrder(opt("the"), _RANKS, Choice(_KIND, _DIVISION)),
        _POINT,
        InOrder(opt("the"), Choice(_KIND, _DIVISION), opt(_NUMBERS), opt(opt(","), _ENTITLED)),
    ),
)
_PLACE = Rule("place", _STEP, Repeated("of", _STEP))
_PLACES = Captured("places", _PLACE, Repeated("and", _PLACE))
_OCCURRENCE = Captured(
    "occurrence",
    Choice(
        InOrder("the", _RANKS, Word("occurrence", "occurrences"), "of"),
        Captured("each", "every occurrence of"),
    ),
)
_WHEREVER = Captured("each", "wherever", Word("it", "they"), Word("occurs", "occur", "appears", "appear"))
_OBJECT = Rule(
    "words",
    opt(_OCCURRENCE),
    opt("the"),
    opt(Captured("nature", Word(*NATURES.split(), label="nature"))),
    _QUOTED,
    opt(_WHEREVER),
)
_EDGE = Choice(
    Captured("before", "before"),
    Captured("after", "after"),
    Captured("start", "at the beginning"),
    Captured("end", "at the end"),
)
_OLD, _NEW = Captured("old", _OBJECT), Captured("new", _OBJECT)
_CLAUSE = Rule(
    "clause",
    Choice(
        Captured(
            "strike-rest",
            Word("striking"),
            "out all",
            Choice(Captured("before", "before"), Captured("after", "after")),
            _OLD,
            opt("and inserting", _NEW),
        ),
        Captured(
            "replace",
            Word("striking", "deleting"),
            opt("out"),
            _OLD,
            "and",
            Word("inserting", "substituting"),
            _NEW,
        ),
        Captured("strike", Word("striking", "deleting"), opt("out"), _OLD),
        Captured("replace", "replacing", _OLD, Word("by", "with"), _NEW),
        Captured(
            "insert",
            "inserting",
            _NEW,
            Choice(Captured("before", "before"), Captured("after", "after")),
            _OLD,
        ),
        Captured("add", Word("adding", "inserting"), _NEW, _EDGE),
        Captured("add", Word("adding", "inserting"), _EDGE, opt(opt(","), ":"), _NEW),
    ),
)
_AS_FOLLOWS = InOrder(
    opt(","), Choice("to read as follows", "to read", "the following", "as follows"), opt(":")
)
_CONTENT = Rule(
    "content",
    _QUOTED,
    Repeated(Captured("quote", Like("quotation_on_a_new_line", lambda t: t.key == QUOTATION and t.fresh))),
)
_NEW_ONE = Rule(
    "element",
    opt(Captured("count", Word("a", "an", *COUNTS, NUMBER, label="count"))),
    opt("new"),
    Choice(
        Captured("heading", "title", Unless(_NUMBER)),
        InOrder(Choice(_KIND, _DIVISION), opt(_NUMBERS), opt(opt(","), _ENTITLED)),
    ),
)
_WHERE = InOrder(
    Choice(
        Captured("before", "before"),
        Captured("after", "after"),
        Captured("start", "at the beginning", opt("of")),
        Captured("end", "at the end", opt("of")),
    ),
    _PLACE,
)
_DELETED = InOrder(Word("is", "are"), Choice(InOrder(Word("struck"), "out"), Word("deleted", "repealed")))

_ITEMS = Rule("items")
_SENTENCE = Rule(
    "sentence",
    Choice(
        Captured("amend", "amend", _PLACES, "as follows", ":", _ITEMS),
        Captured("amend", _PLACES, Word("is", "are"), "amended as follows", ":", _ITEMS),
        Captured("rewrite", "amend", _PLACES, opt(","), "to read", opt("as follows"), opt(":"), _CONTENT),
        Captured(
            "rewrite", _PLACES, Word("is", "are"), "amended to read", opt("as follows"), opt(":"), _CONTENT
        ),
        Captured("clauses", "amend", _PLACES, "by", _CLAUSE, Repeated(opt(","), "and by", _CLAUSE)),
        Captured("substitute", "substitute for", _PLACES, opt(_NEW_ONE), _AS_FOLLOWS, _CONTENT),
        Captured("insert", Word("insert", "add"), _WHERE, opt(","), _NEW_ONE, opt(_AS_FOLLOWS, _CONTENT)),
        Captured(
            "insert-words",
            Word("insert", "add"),
            _NEW,
            Choice(Captured("before", "before"), Captured("after", "after")),
            _OLD,
            opt("in", _PLACES),
        ),
        Captured("renumber", "renumber", _PLACE, "as", _PLACE),
        Captured("move", "move", _PLACE, _WHERE),
        Captured("restore", "restore", _PLACE, _AS_FOLLOWS, _CONTENT),
        Captured("constitute", "put", _QUOTED, "before the present provisions of", _PLACE),
        Captured(
            "heading-only",
            Word("strike", "delete"),
            opt("out"),
            "the heading of",
            Rule("division", opt("the"), _DIVISION, opt(_NUMBERS), opt(_ENTITLED)),
        ),
        Captured("delete", Word("strike", "delete", "repeal"), opt("out"), _PLACES),
        Captured("delete-words", Word("strike", "delete"), opt("out"), _OLD, Word("in", "from"), _PLACES),
        Captured("replaced", "in", _PLACES, ",", _OLD, Word("is", "are"), "replaced by", _NEW),
        Captured("struck", "in", _PLACES, ",", _OLD, _DELETED),
        Captured("replace-words", "replace", _OLD, Word("by", "with"), _NEW, "in", _PLACES),
        Captured("delete", _PLACES, _DELETED),
    ),
    scope=True,
)
_MARK = Captured("mark", "(", Word(NUMBER, label="figures"), ")")
_ITEM = Rule("item", _MARK, _SENTENCE, scope=True)
_ITEMS.define(_ITEM, Repeated(opt(Word(";", ",")), opt("and"), _ITEM))
_HEAD = Rule(
    "head",
    Choice(
        InOrder(Captured("roman", Like("roman", _is_roman)), ".", opt(Word(DASH))),
        InOrder(Captured("resolution", "resolution", Word(NUMBER)), Word(":", ".")),
    ),
)
ACT = Rule(
    "act",
    Repeated(
        Choice(
            Captured("line", Word(TITLE, label="heading")),
            InOrder(opt(_HEAD), _SENTENCE, opt(Word(".", ";"))),
        )
    ),
    Word(END, label="end"),
)


def grammar() -> str:
    """The grammar in EBNF, drawn from the pieces that read an act."""
    return productions(ACT)
