"""Environments of LaTeX: lists, quotations, tables, theorems, and those that only lay out."""

import re

from statuts.importers.latex.counters import ITEMS
from statuts.importers.latex.definitions import use
from statuts.importers.latex.desk import Closing, Desk, Macro
from statuts.importers.latex.tables import Table
from statuts.importers.latex.tokens import Kind, Token, tokens_of
from statuts.importers.words import Paragraph
from statuts.model.brought import BroughtKind

_LISTS = ("itemize", "enumerate", "description", "compactenum", "compactitem", "list", "trivlist")
_TABLES = {
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "array": 1, "tabu": 1,
    "supertabular": 1, "longtabu": 1,
}  # fmt: skip
_PLAIN = {
    "minipage": 1, "multicols": 1, "multicols*": 1, "spacing": 1, "adjustwidth": 2, "wrapfigure": 2,
    "document": 0, "flushleft": 0, "flushright": 0, "abstract": 0, "titlepage": 0, "table": 0, "table*": 0,
    "figure": 0, "figure*": 0, "landscape": 0, "small": 0, "footnotesize": 0, "sloppypar": 0,
    "samepage": 0, "appendices": 0, "framed": 0, "large": 0, "onehalfspace": 0, "singlespace": 0,
    "raggedright": 0,
}  # fmt: skip
_DEEPEST = 50  # lists around a list that are counted
_SHORT_LABEL = re.compile(r"[aAiI1]")
_SHORT = {"a": "alph", "A": "Alph", "i": "roman", "I": "Roman", "1": "arabic"}


def begin(desk: Desk, _name: str) -> None:
    """`\\begin{…}`."""
    name = desk.argument()
    if name == "document":
        desk.is_silent = False
    if name in desk.environments:
        macro = desk.environments[name]
        desk.open(name=name)
        use(desk, macro)
        return
    closing: Closing | None = desk.flush
    if name in _LISTS:
        closing = _begin_list(desk, name)
    elif name in _TABLES:
        closing = _begin_table(desk, _TABLES[name])
    elif name in desk.theorems:
        _begin_theorem(desk, name)
    elif name in ("center", "quote", "quotation", "verse"):
        closing = _begin_apart(desk, is_quote=name != "center")
    else:
        desk.flush()
        desk.stream.optional()
        for _ in range(_PLAIN.get(name, 0)):
            desk.stream.group()
        if name not in _PLAIN and not desk.is_silent:
            desk.unknown[name] = desk.unknown.get(name, 0) + 1
    desk.open(closing, name)


def end(desk: Desk, _name: str) -> None:
    """`\\end{…}`: what was left open inside ends too."""
    name = desk.argument()
    if name in desk.environments and desk.environments[name].end:
        macro = desk.environments[name]
        marker = Token(Kind.MACRO, f"@end {name}")
        use(desk, Macro(0, None, [*macro.end, marker]))
    else:
        close(desk, name)
    if name == "document":
        desk.is_over = True


def close(desk: Desk, name: str) -> None:
    """End the innermost environment of a name, where there is one."""
    if any(level.name == name for level in reversed(desk.levels[-200:])):
        while desk.levels[-1].name != name:
            desk.close()
        desk.close()


def item(desk: Desk, _name: str) -> None:
    """`\\item`, `\\item[…]`."""
    if not desk.lists:
        desk.flush()
        return
    counter, label = desk.lists[-1]
    if desk.now.kind is BroughtKind.ITEM and not desk.now.runs:
        desk.now = desk.paragraph()
    desk.flush()
    given = desk.stream.optional()
    desk.now = Paragraph(BroughtKind.ITEM, len(desk.lists))
    if given is not None:
        desk.now.label = desk.text(given).strip()
        return
    if counter in ITEMS:
        desk.counters.step(counter)
        desk.referred = desk.text([Token(Kind.MACRO, f"the{counter}")])
        label = label or [Token(Kind.MACRO, f"label{counter}")]
    desk.now.label = desk.text(label or []).strip()


def _begin_list(desk: Desk, name: str) -> Closing:
    desk.flush()
    if desk.now.kind is BroughtKind.ITEM and not desk.now.runs:
        desk.now = desk.paragraph()
    options = desk.stream.optional()
    numbered = name in ("enumerate", "compactenum")
    depth = sum(1 for counter, _ in desk.lists[-_DEEPEST:] if (counter in ITEMS) == numbered)
    label: list[Token] | None = None
    counter = ""
    if numbered:
        counter = ITEMS[min(depth, 3)]
        start = re.search(r"start\s*=\s*(\d{1,5})", desk.text(options or []))
        if not options or not any("resume" in token.text for token in options):
            desk.counters.set(counter, int(start[1]) - 1 if start else 0)
        label = _label_option(options)
    elif name in ("itemize", "compactitem"):
        label = _label_option(options) or _bullet(desk, min(depth, 3))
    elif name == "list":
        label = desk.stream.group()
        desk.stream.group()
    desk.lists.append((counter, label))

    def done() -> None:
        if desk.now.kind is BroughtKind.ITEM and not desk.now.runs:
            desk.now = desk.paragraph()
        desk.flush()
        if desk.lists:
            desk.lists.pop()

    return done


def _bullet(desk: Desk, depth: int) -> list[Token]:
    name = f"labelitem{('i', 'ii', 'iii', 'iv')[depth]}"
    if name in desk.macros:
        return [Token(Kind.MACRO, name)]
    return [Token(Kind.TEXT, "—" if desk.counters.is_french else ("•", "–", "*", "·")[depth])]


def _label_option(options: list[Token] | None) -> list[Token] | None:
    """The label that `enumitem` or `enumerate` is asked for: « label=\\alph*) », « a) »."""
    if not options:
        return None
    texts = [token.text for token in options]
    whole = "".join(texts)
    if "=" not in whole:
        short = _SHORT_LABEL.search(whole)
        if short is None or whole.strip() in ("resume", "noitemsep"):
            return None
        before, after = whole[: short.start()], whole[short.end() :]
        return [*tokens_of(before), Token(Kind.MACRO, f"{_SHORT[short.group()]}*"), *tokens_of(after)]
    found: list[Token] = []
    inside = False
    depth = 0
    for token, text in zip(options, texts, strict=True):
        depth += (token.kind is Kind.OPEN) - (token.kind is Kind.CLOSE)
        if inside and depth == 0 and token.kind is Kind.TEXT and "," in text:
            found.append(Token(Kind.TEXT, text.split(",")[0]))
            break
        if inside:
            found.append(token)
        elif token.kind is Kind.TEXT and (match := re.search(r"(?:^|,)label=(.*)", text)):
            inside = True
            found.append(Token(Kind.TEXT, match[1].split(",")[0]))
            if "," in match[1]:
                break
    return found or None


def _begin_table(desk: Desk, arguments: int) -> Closing:
    desk.flush()
    desk.stream.optional()
    for _ in range(arguments):
        desk.stream.group()
    table = Table(desk)
    desk.tables.append(table)

    def done() -> None:
        if desk.tables and desk.tables[-1] is table:
            desk.tables.pop()
            table.end()

    return done


def _begin_theorem(desk: Desk, name: str) -> None:
    title, counter = desk.theorems[name]
    desk.flush()
    desk.counters.step(counter)
    number = desk.text([Token(Kind.MACRO, f"the{counter}")])
    desk.referred = number
    given = desk.stream.optional()
    desk.now = Paragraph(BroughtKind.HEADING, 2, f"{desk.text(title).strip()} {number}")
    if given:
        opened, closed = Token(Kind.OPEN, "{"), Token(Kind.CLOSE, "}")
        desk.stream.put_back([opened, *given, closed, Token(Kind.PARAGRAPH, "")])
    else:
        desk.flush()


def _begin_apart(desk: Desk, *, is_quote: bool) -> Closing:
    desk.flush()
    desk.quotes += is_quote
    desk.centred += not is_quote
    desk.now = desk.paragraph()

    def done() -> None:
        desk.flush()
        desk.quotes -= is_quote
        desk.centred -= not is_quote
        desk.now = desk.paragraph()

    return done
