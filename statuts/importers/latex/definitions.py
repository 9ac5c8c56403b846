"""What a LaTeX text defines for itself: macros, environments, theorems, counters, labels of headings."""

from statuts.importers.latex.desk import Desk, Macro
from statuts.importers.latex.tokens import Kind, Token

_WITH_CHAPTERS = ("report", "book", "scrreprt", "scrbook", "memoir")
_MOST_ARGUMENTS = 9


def define(desk: Desk, name: str) -> None:
    """`\\newcommand` and its like."""
    target = desk.stream.group()
    count, default = _shape(desk)
    body = desk.stream.group()
    names = [token.text for token in target if token.kind is Kind.MACRO]
    if names and not (name.startswith("provide") and names[0] in desk.macros):
        desk.macros[names[0]] = Macro(count, default, body)


def define_environment(desk: Desk, _name: str) -> None:
    """`\\newenvironment`."""
    target = desk.argument()
    count, default = _shape(desk)
    begin = desk.stream.group()
    desk.environments[target] = Macro(count, default, begin, tuple(desk.stream.group()))


def define_theorem(desk: Desk, _name: str) -> None:
    """`\\newtheorem{article}[counter]{Article}[within]`."""
    target = desk.argument()
    shared = desk.stream.optional()
    title = desk.stream.group()
    within = desk.stream.optional()
    counter = desk.text(shared).strip() if shared else target
    desk.counters.new(counter, desk.text(within).strip() if within else "")
    desk.theorems[target] = (title, counter)


def define_primitively(desk: Desk, name: str) -> None:
    """`\\def`: what it defines is never put in; where it is used, it is named in a remark."""
    while (token := desk.stream.peek()) is not None and token.kind is not Kind.OPEN:
        if token.kind is Kind.PARAGRAPH:
            return
        desk.stream.next()
        if name == "let" and token.kind is Kind.TEXT:
            break
    desk.stream.group()


def use(desk: Desk, macro: Macro) -> None:
    """Put in what a macro stands for, its arguments in their places."""
    arguments: list[list[Token]] = []
    if macro.default is not None:
        given = desk.stream.optional()
        arguments.append(macro.default if given is None else given)
    while len(arguments) < macro.arguments:
        arguments.append(desk.stream.group())
    if desk.stream.is_deep:  # a macro that stands for itself: its arguments are words all the same
        desk.stream.put_back([token for argument in arguments for token in argument])
        return
    body: list[Token] = []
    for token in macro.body:
        number = int(token.text) if token.kind is Kind.PARAMETER else 0
        if 0 < number <= len(arguments):
            body += arguments[number - 1]
        else:
            body.append(token)
    desk.stream.put_back(body)


def document_class(desk: Desk, name: str) -> None:
    """`\\documentclass`, `\\usepackage`: whether there are chapters, whether the text is in French."""
    options = desk.text(desk.stream.optional() or [])
    target = desk.argument()
    if name == "documentclass":
        desk.counters.has_chapters = target in _WITH_CHAPTERS
    if "french" in options or "francais" in options or "french" in target:
        desk.counters.is_french = True


def language(desk: Desk, _name: str) -> None:
    """`\\setmainlanguage{french}`."""
    desk.stream.optional()
    desk.counters.is_french = "french" in desk.argument()


def count(desk: Desk, name: str) -> None:
    """`\\newcounter`, `\\setcounter`, `\\addtocounter`, `\\stepcounter`, `\\refstepcounter`."""
    counter = desk.argument()
    if name == "newcounter":
        within = desk.stream.optional()
        desk.counters.new(counter, desk.text(within).strip() if within else "")
    elif name in ("setcounter", "addtocounter"):
        written = desk.argument()
        digits = written.lstrip("+-")[:7]
        value = int(digits) * (-1 if written.startswith("-") else 1) if digits.isdecimal() else 0
        if counter == "secnumdepth":
            desk.counters.depth = value
        elif counter != "tocdepth":
            before = desk.counters.value(counter) if name == "addtocounter" else 0
            desk.counters.set(counter, before + value)
    else:
        desk.counters.step(counter)
        desk.referred = desk.text([Token(Kind.MACRO, f"the{counter}")])


def title_format(desk: Desk, name: str) -> None:
    """`\\titleformat{\\section}[shape]{format}{label}{sep}{before}[after]`."""
    ranks = [token.text for token in desk.stream.group() if token.kind is Kind.MACRO]
    if name.endswith("*"):
        desk.stream.group()
        return
    desk.stream.optional()
    desk.stream.group()
    label = desk.stream.group()
    desk.stream.group()
    desk.stream.group()
    desk.stream.optional()
    if ranks:
        desk.formats[ranks[0]] = label


def _shape(desk: Desk) -> tuple[int, list[Token] | None]:
    """How many arguments, and what the first one is where it is left out."""
    number = desk.stream.optional()
    if number is None:
        return 0, None
    written = desk.text(number).strip()
    count = min(_MOST_ARGUMENTS, int(written)) if written[:2].isdecimal() and len(written) < 3 else 0
    return count, desk.stream.optional()
