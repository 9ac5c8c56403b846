"""What stands at a node of an act that was read: its words, its quotations."""

from collections.abc import Sequence
from dataclasses import dataclass

from statuts.errors import WordingError
from statuts.model.message import msg
from statuts.wording.combinators import Node
from statuts.wording.scan import QUOTATION, Token

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class TokenTree:
    """The text of an act and its tokens, to ask what a node holds."""

    source: str
    tokens: Sequence[Token]

    def text(self, node: Node) -> str:
        """The words of a node, on one line."""
        return words_of(self.tokens[node.start : node.end])

    def short(self, node: Node) -> str:
        """The same, cut where it is long."""
        text = self.text(node)
        return text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"

    def key(self, node: Node) -> str:
        """The same in lower case, apostrophes straight."""
        return " ".join(
            token.key if token.key not in ("1", "1er", "1°") else token.raw
            for token in self.tokens[node.start : node.end]
        )

    def alineas(self, node: Node) -> tuple[str, ...]:
        """The alinéas of all quotations in a node, in order."""
        return tuple(
            alinea
            for token in self.tokens[node.start : node.end]
            if token.key == QUOTATION
            for alinea in token.alineas
        )

    def quotation(self, node: Node) -> str:
        """The words of one quotation inside an alinéa. Raises `WordingError` for none, or several alinéas."""
        alineas = self.alineas(node)
        if not alineas:
            raise WordingError(msg("A quotation is empty."), msg("quote the words"))
        if len(alineas) > 1:
            raise WordingError(
                msg(
                    "“{words}”: quoted words cannot go on from one alinéa to the next.",
                    words=self.short(node),
                ),
                msg("reword whole alinéas: “the second alinéa is worded thus: …”"),
            )
        return alineas[0]


def words_of(tokens: Sequence[Token]) -> str:
    """The words of tokens as they are written, on one line and without signs of emphasis."""
    return " ".join("".join(token.raw if token.glued else f" {token.raw}" for token in tokens).split())
