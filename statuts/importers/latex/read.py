"""A text in LaTeX → `Brought`: its tokens one after the other, as LaTeX would set them; nothing is run."""

import re

from statuts.errors import InputError
from statuts.importers.latex import definitions
from statuts.importers.latex.commands import COMMANDS, after_name
from statuts.importers.latex.desk import Desk
from statuts.importers.latex.signs import ACCENTS, DROPPED, NOTHING, SIGNS, accented
from statuts.importers.latex.tokens import Kind, Token, tokens_of
from statuts.importers.words import Paragraph
from statuts.model.brought import AsideKind, Brought, BroughtKind
from statuts.model.message import Message, msg, msgn

_MOST_SIGNS = 5_000_000
_LENGTHS = frozenset(
    "parindent parskip vskip hskip baselineskip textwidth textheight oddsidemargin evensidemargin"
    " topmargin kern headheight tabcolsep arraystretch columnsep leftmargin rightmargin itemindent topsep"
    " parsep itemsep".split()
)
_LENGTH = re.compile(r"=?[-+]?[\d.,]*(?:pt|cm|mm|em|ex|in|plus|minus|fil+)?\Z")
_SPACED = frozenset("ier iere ieme iers ieres iemes".split())


def read_latex(text: str) -> Brought:
    """What a LaTeX text shows. Macros are put in where they only stand for words; others are named."""
    if len(text) > _MOST_SIGNS:
        raise InputError(
            msg("This LaTeX file is longer than any statutes."),
            msg("Keep the part that holds them, and give that."),
        )
    tokens = tokens_of(text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))
    desk = _read(tokens, {})
    if any(token == Token(Kind.MACRO, "label") for token in tokens):
        desk = _read(tokens, desk.labels)
    if not desk.blocks and not desk.asides:
        raise InputError(
            msg("There are no words in this LaTeX file."), msg("Give the file that holds the text itself.")
        )
    return Brought("LaTeX", tuple(desk.blocks), tuple(desk.asides), tuple(_remarks(desk)))


def _read(tokens: list[Token], references: dict[str, str]) -> Desk:
    desk = Desk(tokens, references)
    pairs = zip(tokens, tokens[1:] + tokens[-1:], tokens[2:] + tokens[-2:], strict=False)
    desk.is_silent = any(
        a.text == "begin" and b.kind is Kind.OPEN and c.text == "document" for a, b, c in pairs
    )
    while (token := desk.stream.next()) is not None and not desk.is_over:
        _one(desk, token)
    while desk.levels:
        desk.close()
    desk.flush()
    _put_title_beside(desk)
    return desk


def _one(desk: Desk, token: Token) -> None:
    kind = token.kind
    if kind is Kind.TEXT:
        desk.say(token.text)
    elif kind is Kind.MACRO:
        _macro(desk, token.text)
    elif kind is Kind.OPEN:
        desk.open()
    elif kind is Kind.CLOSE:
        if desk.levels and not desk.levels[-1].name:
            desk.close()
    elif kind is Kind.PARAGRAPH:
        desk.flush()
    elif kind is Kind.CELL:
        if desk.tables:
            desk.tables[-1].end_cell()
        else:
            desk.say("&")
    elif kind in (Kind.RAISE, Kind.LOWER):
        _raised(desk, token)
    elif kind is Kind.PARAMETER:
        desk.say(f"#{token.text}")
    elif kind is Kind.VERBATIM and not desk.is_silent:
        desk.flush()
        desk.now = Paragraph(BroughtKind.CODE, is_plain=True)
        desk.say(token.text)
        desk.flush()


def _macro(desk: Desk, name: str) -> None:
    if name in desk.macros and not name.startswith("the"):
        definitions.use(desk, desk.macros[name])
    elif name in COMMANDS:
        COMMANDS[name](desk, name)
    elif name in SIGNS:
        desk.say(SIGNS[name])
        if name in _SPACED:
            after_name(desk)
    elif name in ACCENTS:
        _accent(desk, name)
    elif name in DROPPED:
        desk.stream.optional()
        for _ in range(DROPPED[name]):
            desk.stream.group()
    elif name in _LENGTHS:
        _length(desk)
    elif name.startswith("the") and (name in desk.macros or len(name) > 3):
        desk.say(desk.text([Token(Kind.MACRO, name)]))
    elif name not in NOTHING and not name.startswith("@") and not desk.is_silent:
        desk.unknown[f"\\{name}"] = desk.unknown.get(f"\\{name}", 0) + 1


def _accent(desk: Desk, accent: str) -> None:
    argument = desk.stream.group()
    letter = desk.text(argument[:1])
    desk.say(accented(accent, letter) if letter.strip() else letter)
    desk.stream.put_back(argument[1:])


def _raised(desk: Desk, token: Token) -> None:
    """`^` and `_`: in formulas, and where people write « 1^{er} »."""
    following = desk.stream.peek()
    if following is None or (following.kind not in (Kind.OPEN, Kind.MACRO, Kind.TEXT)):
        desk.say(token.text)
        return
    look = desk.look._replace(raised="sup" if token.kind is Kind.RAISE else "sub")
    if following.kind is Kind.TEXT and len(following.text) > 1:
        desk.stream.next()
        rest = [Token(Kind.TEXT, following.text[1:])]
        one = [Token(Kind.OPEN, "{"), Token(Kind.TEXT, following.text[0]), Token(Kind.CLOSE, "}")]
        desk.stream.put_back([*one, *rest])
    desk.within(look)


def _length(desk: Desk) -> None:
    """« =0pt », « 1cm plus 2pt » behind the name of a length."""
    while (token := desk.stream.peek()) is not None and token.kind is Kind.TEXT:
        if token.text != " " and not _LENGTH.match(token.text):
            return
        desk.stream.next()


def _put_title_beside(desk: Desk) -> None:
    """A title that is never set, since `\\maketitle` is missing."""
    for name in ("title", "subtitle", "author"):
        if name in desk.titles:
            body = desk.titles[name]
            desk.stream.put_back([Token(Kind.OPEN, "{"), *body, Token(Kind.CLOSE, "}")])
            desk.is_silent = False
            desk.beside(AsideKind.HIDDEN)
            while desk.levels and (token := desk.stream.next()) is not None:
                _one(desk, token)


def _remarks(desk: Desk) -> list[Message]:
    found: list[Message] = []
    if desk.unknown:
        names = sorted(desk.unknown)
        shown = ", ".join(names[:20]) + (", …" if len(names) > 20 else "")
        found.append(msg("Not known here, their words were kept: {names}.", names=shown))
    found += [
        msg("The file “{name}” is part of this text, and was not read.", name=name) for name in desk.missing
    ]
    if desk.pictures:
        found.append(msgn("{count} picture was left out.", "{count} pictures were left out.", desk.pictures))
    rest = 0
    while desk.is_over and (token := desk.stream.next()) is not None:
        rest += token.kind is Kind.TEXT and token.text.strip().isalnum()
    if rest:
        found.append(
            msgn(
                "{count} word behind the end of the document was left out.",
                "{count} words behind the end of the document were left out.",
                rest,
            )
        )
    return found
