"""What French acts announce and quote: « un article 9 bis ainsi rédigé : « … » »."""

from statuts.errors import WordingError
from statuts.model.instruction import Element, Unit
from statuts.model.message import msg
from statuts.wording.combinators import Node
from statuts.wording.french.tree import Tree, expanded
from statuts.wording.french.where import unit_of

_UNITS = {
    "article": Unit.ARTICLE,
    "division": Unit.DIVISION,
    "annexe": Unit.ANNEX,
    "préambule": Unit.PREAMBLE,
    "intitulé": Unit.HEADING,
    "niveau": Unit.LEVEL,
}


def element_of(tree: Tree, node: Node) -> Element:
    """What is inserted: its unit, how many, its numbers and its title."""
    counted = node.first("nombre")
    count = tree.count(tree.key(counted)) if counted is not None else 0
    title = next((tree.quotation(q) for part in node.parts for q in part.every("citation")), "")
    for part in node.parts:
        if part.name == "nom":
            return Element(unit_of(tree.key(part)), count)
        if part.name not in _UNITS:
            continue
        unit = _UNITS[part.name]
        if unit is Unit.HEADING:
            return Element(unit, 1)
        if unit is Unit.LEVEL:
            return Element(Unit.ALINEA, 0)  # « un 4° »: the mark is quoted with its wording
        numbers: tuple[str, ...] = ()
        if listed := part.first("numéros"):
            numbers, through = tree.numbers(listed)
            if through:
                numbers = tuple(expanded(*numbers))
        if numbers and count > 1 and len(numbers) != count:
            raise WordingError(
                msg("{count} are announced, {named} are named.", count=count, named=len(numbers))
            )
        word = tree.key(part.every("sorte")[0]).removesuffix("s") if part.every("sorte") else ""
        return Element(unit, max(count, 1), numbers, word, title)
    return Element(Unit.ALINEA, count)


def content_of(tree: Tree, node: Node) -> tuple[str, ...]:
    """The alinéas that a node quotes as a wording."""
    held = node.first("contenu")
    return tree.alineas(held) if held is not None else ()


def written_mark(mark: str) -> str:
    """A mark as it stands before an alinéa: « I. – », « 1° », « a) »."""
    bare = mark.rstrip(" .)")
    if bare.endswith("°"):
        return bare
    return f"{bare}. –" if bare.isupper() else f"{bare})"
