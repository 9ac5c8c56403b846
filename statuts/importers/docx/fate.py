"""What tracked changes made of a place in a Word file: who, when, and how one change lies in another."""

from typing import NamedTuple

from statuts.importers.docx.names import Element, W
from statuts.model.redline import Op

CHANGES = {
    f"{W}ins": Op.INSERT,
    f"{W}moveTo": Op.INSERT,
    f"{W}del": Op.DELETE,
    f"{W}moveFrom": Op.DELETE,
    f"{W}cellIns": Op.INSERT,
    f"{W}cellDel": Op.DELETE,
}


class Fate(NamedTuple):
    """`is_nowhere` is what one person inserted and another struck: it is in neither text."""

    op: Op = Op.EQUAL
    author: str = ""
    moment: str = ""
    is_nowhere: bool = False

    def within(self, element: Element) -> "Fate":
        """The fate of what stands in a change that stands here."""
        op = CHANGES[element.tag]
        if self.op not in (Op.EQUAL, op):
            return self._replace(is_nowhere=True)
        return Fate(op, element.get(f"{W}author", ""), element.get(f"{W}date", ""), self.is_nowhere)

    def among(self, properties: Element | None) -> "Fate":
        """The fate of a mark or a row, whose properties hold the changes."""
        fate = self
        for child in () if properties is None else properties:
            if child.tag in CHANGES:
                fate = fate.within(child)
        return fate


PLAIN = Fate()
