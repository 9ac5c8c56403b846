"""Macros that LaTeX and its usual packages bring, and what each sets."""

from collections.abc import Callable

from statuts.importers.colours import colour_of
from statuts.importers.latex import definitions, environments
from statuts.importers.latex.counters import SECTIONS
from statuts.importers.latex.desk import Desk
from statuts.importers.latex.tokens import Kind, Token
from statuts.importers.words import Paragraph
from statuts.model.brought import AsideKind, BroughtKind
from statuts.model.redline import Op

Command = Callable[[Desk, str], None]

# Macros whose argument has a look, and switches that change the look up to the end of their group.
_LOOK_NAMES: tuple[tuple[str, dict[str, object]], ...] = (
    ("textbf mathbf", {"strong": True}),
    ("emph textit textsl mathit", {"em": True}),
    ("underline uline ul uuline uwave", {"underline": True}),
    ("sout st xout", {"strike": True}),
    ("textsuperscript up fup FBtextsuperscript", {"raised": "sup"}),
    ("textsubscript", {"raised": "sub"}),
    ("added", {"op": Op.INSERT}),
    ("deleted", {"op": Op.DELETE}),
    ("textmd", {"strong": False}),
    ("textup", {"em": False}),
    ("textrm textsf texttt textsc textnormal mbox text mathrm operatorname centerline", {}),
)
_LOOKS = {name: look for names, look in _LOOK_NAMES for name in names.split()}
_SWITCHES: dict[str, dict[str, object]] = {
    **{name: {"strong": True} for name in ("bfseries", "bf")},
    **{name: {"em": True} for name in ("itshape", "it", "em", "slshape", "sl")},
}
_ASIDES = {
    name: kind
    for names, kind in (
        ("footnote thanks footnotetext", AsideKind.FOOTNOTE),
        ("marginpar todo", AsideKind.COMMENT),
        ("lhead chead rhead fancyhead ihead ohead", AsideKind.HEADER),
        ("lfoot cfoot rfoot fancyfoot ifoot ofoot", AsideKind.FOOTER),
    )
    for name in names.split()
}
_TITLES = ("title", "subtitle", "author", "date")


def heading(desk: Desk, name: str) -> None:
    """`\\section` and the ranks around it."""
    rank = name.rstrip("*")
    desk.stream.optional()
    desk.flush()
    if rank in ("paragraph", "subparagraph"):
        desk.within(desk.look._replace(strong=True), lambda: desk.say(" "))
        return
    level = SECTIONS.index(rank) + (1 if desk.counters.has_chapters or rank == "part" else 0)
    desk.now = Paragraph(BroughtKind.HEADING, max(1, level), centred=desk.centred > 0)
    if not name.endswith("*") and desk.counters.is_numbered(rank):
        desk.counters.step(rank)
        shown = desk.text([Token(Kind.MACRO, f"the{rank}")])
        desk.referred = shown
        form = desk.formats.get(rank)
        desk.now.label = desk.text(form).strip() if form else desk.counters.heading(rank, shown)
    desk.within(None, desk.flush)


def looks(desk: Desk, name: str) -> None:
    """`\\textbf{…}`."""
    if name in ("added", "deleted"):
        desk.stream.optional()
    desk.within(desk.look._replace(**_LOOKS[name]))  # type: ignore[arg-type]


def switch(desk: Desk, name: str) -> None:
    """`\\bfseries`."""
    desk.look = desk.look._replace(**_SWITCHES[name])  # type: ignore[arg-type]


def replaced(desk: Desk, _name: str) -> None:
    """`\\replaced{new}{old}`: the old words first, as redlines have them."""
    desk.stream.optional()
    new = desk.stream.group()
    look = desk.look
    opened, closed = Token(Kind.OPEN, "{"), Token(Kind.CLOSE, "}")

    def insert() -> None:
        desk.stream.put_back([opened, *new, closed])
        desk.within(look._replace(op=Op.INSERT))

    desk.within(look._replace(op=Op.DELETE), insert)


def colour(desk: Desk, name: str) -> None:
    """`\\textcolor{red}{…}`, `\\color{red}`."""
    model = desk.text(desk.stream.optional() or [])
    written = desk.argument()
    look = desk.look._replace(colour=colour_of(f"#{written}" if model == "HTML" else written))
    if name == "color":
        desk.look = look
    else:
        desk.within(look)


def aside(desk: Desk, name: str) -> None:
    """`\\footnote{…}` and what else stands beside."""
    given = desk.stream.optional()
    about = ""
    if name == "footnote":
        about = desk.text(given).strip() if given else str(desk.counters.step("footnote"))
    desk.beside(_ASIDES[name], about)


def link(desk: Desk, name: str) -> None:
    """`\\href{…}{…}`, `\\url{…}`."""
    if name == "url":
        address = desk.argument()
        _linked(desk, address, lambda: desk.say(address))
        return
    desk.stream.optional()
    if name == "hyperref":
        desk.within()
        return
    _linked(desk, desk.argument(), desk.within)


def _linked(desk: Desk, address: str, then: Callable[[], None]) -> None:
    look = desk.look
    if address.lower().startswith(("http://", "https://", "mailto:")):
        desk.look = look._replace(link=address)
    then()
    if desk.levels and desk.levels[-1].look.link and not look.link:
        desk.levels[-1].look = look
    else:
        desk.look = look


def reference(desk: Desk, name: str) -> None:
    """`\\ref{…}`: the number, where it is known."""
    key = desk.argument()
    if name == "label":
        desk.labels[key] = desk.referred
    elif name == "cite":
        desk.say(f"[{key}]")
    else:
        desk.say(desk.references.get(key, "??") if name != "pageref" else "??")


def quotation(desk: Desk, name: str) -> None:
    """`\\og … \\fg`, `\\enquote{…}`."""
    if name in ("og", "guillemetleft"):
        desk.say("«\u00a0")
        desk.stream.skip_space()
    elif name in ("fg", "guillemetright"):
        desk.now.trim()
        desk.say("\u00a0»")
        after_name(desk)
    else:
        desk.say("«\u00a0")
        desk.within(None, lambda: desk.say("\u00a0»"))


def after_name(desk: Desk) -> None:
    """The space that `xspace` puts where a word follows, since the one in the source is part of the macro."""
    token = desk.stream.peek()
    if (
        token is not None
        and token.kind is Kind.TEXT
        and (token.text[:1].isalnum() or token.text[:1] in "(«–")
    ):
        desk.say(" ")


def capitals(desk: Desk, _name: str) -> None:
    """`\\MakeUppercase{…}`."""
    desk.capitals += 1

    def done() -> None:
        desk.capitals -= 1

    desk.within(None, done)


def fraction(desk: Desk, _name: str) -> None:
    """`\\frac{2}{3}`."""

    def second() -> None:
        desk.say("/")
        desk.within()

    desk.within(None, second)


def line(desk: Desk, _name: str) -> None:
    """`\\\\`: the end of a line, or of a row."""
    if desk.stream.peek() == Token(Kind.TEXT, "*"):
        desk.stream.next()
    if desk.stream.peek() == Token(Kind.TEXT, "["):
        desk.stream.optional()
    if desk.tables:
        desk.tables[-1].end_row()
    else:
        desk.now.break_line(desk.look)


def cells(desk: Desk, name: str) -> None:
    """`\\multicolumn{2}{c}{…}`, `\\multirow{2}{*}{…}`."""
    desk.stream.optional()
    written = desk.argument()
    desk.stream.optional()
    desk.stream.group()
    if name == "multicolumn" and desk.tables and written[:3].isdecimal():
        desk.tables[-1].more += max(0, min(100, int(written[:3])) - 1)
    desk.stream.optional()
    desk.within()


def title(desk: Desk, name: str) -> None:
    """`\\title{…}` and `\\maketitle`."""
    if name in _TITLES:
        desk.titles[name] = desk.stream.group()
        return
    desk.flush()
    tokens: list[Token] = []
    for part in [each for each in _TITLES if each in desk.titles]:
        body = desk.titles.pop(part)
        tokens += [Token(Kind.MACRO, f"@{part}"), Token(Kind.OPEN, "{"), *body, Token(Kind.CLOSE, "}")]
    desk.stream.put_back(tokens)


def title_part(desk: Desk, name: str) -> None:
    """A line of the title, as `\\maketitle` sets it."""
    desk.flush()
    kind = BroughtKind.HEADING if name == "@title" else BroughtKind.PARAGRAPH
    desk.now = Paragraph(kind, int(kind is BroughtKind.HEADING), centred=True)
    desk.within(None, desk.flush)


def caption(desk: Desk, _name: str) -> None:
    """`\\caption{…}`: a paragraph of its own."""
    desk.stream.optional()
    desk.flush()
    desk.within(None, desk.flush)


def file(desk: Desk, name: str) -> None:
    """`\\includegraphics{…}`, `\\input{…}`: nothing is fetched."""
    desk.stream.optional()
    target = desk.argument()
    if name == "includegraphics":
        desk.pictures += 1
    else:
        desk.missing.append(target[:100])


def appendix(desk: Desk, _name: str) -> None:
    """`\\appendix`."""
    desk.flush()
    desk.counters.is_appendix = True
    desk.counters.set("chapter" if desk.counters.has_chapters else "section", 0)


def shown_counter(desk: Desk, name: str) -> None:
    """`\\arabic{…}`, `\\thesection`."""
    if name.startswith("the"):
        desk.say(desk.text([Token(Kind.MACRO, name)]))
    else:
        desk.say(desk.counters.written(desk.argument(), name))


def environment_end(desk: Desk, name: str) -> None:
    """What stands behind the end of an environment of the text's own."""
    environments.close(desk, name.removeprefix("@end "))


def _table() -> dict[str, Command]:
    found: dict[str, Command] = {}

    def put(command: Command, names: str) -> None:
        found.update(dict.fromkeys(names.split(), command))

    for rank in SECTIONS:
        put(heading, f"{rank} {rank}*")
    put(looks, " ".join(_LOOKS))
    put(switch, " ".join(_SWITCHES))
    put(aside, " ".join(_ASIDES))
    put(title, " ".join((*_TITLES, "maketitle")))
    put(title_part, " ".join(f"@{part}" for part in _TITLES))
    put(replaced, "replaced")
    put(colour, "textcolor color")
    put(link, "href url nolinkurl hyperref")
    put(reference, "label ref autoref cref Cref nameref pageref cite eqref")
    put(quotation, "og fg frquote enquote guillemetleft guillemetright")
    put(capitals, "MakeUppercase uppercase MakeTextUppercase")
    put(fraction, "frac nicefrac sfrac tfrac dfrac")
    put(line, "\\ newline tabularnewline and")
    put(cells, "multicolumn multirow")
    put(caption, "caption caption* captionof")
    put(file, "includegraphics includegraphics* input include includepdf subfile")
    put(appendix, "appendix")
    put(shown_counter, "arabic roman Roman alph Alph thesection thesubsection thechapter thepart")
    put(lambda desk, _name: desk.flush(), "par endgraf")
    put(environments.begin, "begin")
    put(environments.end, "end")
    put(environments.item, "item")
    put(definitions.define, "newcommand newcommand* renewcommand renewcommand* providecommand providecommand*"
        " DeclareRobustCommand")  # fmt: skip
    put(definitions.define_environment, "newenvironment newenvironment* renewenvironment")
    put(definitions.define_theorem, "newtheorem newtheorem*")
    put(definitions.define_primitively, "def gdef edef xdef let")
    put(definitions.document_class, "documentclass usepackage RequirePackage")
    put(definitions.language, "setmainlanguage setdefaultlanguage selectlanguage")
    put(definitions.count, "newcounter setcounter addtocounter stepcounter refstepcounter")
    put(definitions.title_format, "titleformat titleformat*")
    return found


COMMANDS = _table()
