"""What a language must offer so that acts can be written and read in it: one folder a language."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from statuts.model.instruction import Address, Deed, Instruction
from statuts.wording.layout import Style


@dataclass(frozen=True, slots=True)
class Written:
    """An act as text; for each deed, in order, how it is numbered (`labels`) and what is said of it."""

    text: str
    labels: tuple[str, ...]
    passages: tuple[str, ...]


IsSecond = Callable[[Address], bool]
"""Whether the last step of an address is the second of two: « le second », not « le deuxième »."""


class Language(Protocol):
    """A language of acts."""

    def write(self, deeds: Sequence[Deed], style: Style, subject: str, is_second: IsSecond) -> Written:
        """The act that says `deeds`; `subject` is the id of the text (`statuts`), or its title."""

    def read_act(self, text: str) -> tuple[Instruction, ...]:
        """The instructions of an act. Raises `WordingError` for a sentence that is not understood."""

    def name(self, address: Address) -> str:
        """An address as a message names it: « le premier alinéa de l’article 3 »."""
