"""An act applied to a text: every address resolved on the text before it, then all carried out at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from statuts.errors import WordingError
from statuts.markdown.read import read
from statuts.model.document import Document
from statuts.model.instruction import (
    AddWords,
    Constitute,
    Delete,
    DeleteWords,
    Insert,
    InsertWords,
    Instruction,
    Move,
    Renumber,
    ReplaceRest,
    ReplaceWords,
    Restore,
    Rewrite,
)
from statuts.model.message import msg
from statuts.wording import in_parts, in_sections, in_words
from statuts.wording.outline import Outline, outline
from statuts.wording.places import Namer
from statuts.wording.work import Work

_WORDS = (ReplaceWords, DeleteWords, InsertWords, AddWords, ReplaceRest)


@dataclass(frozen=True, slots=True)
class Applied:
    """A text after an act. `touched` tells for each instruction which source lines it was found at."""

    text: str
    touched: tuple[tuple[int, ...], ...]


def apply(act: Sequence[Instruction], document: Document, name: Namer) -> Applied:
    """The text that `act` makes of `document`. Raises `WordingError`; then nothing is applied.

    `name` says an address in the language of the act, for messages.
    """
    if not act:
        raise WordingError(
            msg("This wording holds no instruction."),
            msg("an instruction reads like: in article 3, the word “neutral” is replaced by the word “free”"),
        )
    text = outline(document)
    work = Work(text, name)
    touched: list[tuple[int, ...]] = []
    for order, instruction in enumerate(act):
        work.begin(order, instruction)
        try:
            _carry_out(work, instruction)
        except WordingError as error:
            raise _named(error, instruction) from None
        touched.append(tuple(_lines(text, work)))
    return Applied(work.result(), tuple(touched))


def applied_text(act: Sequence[Instruction], source: str, name: Namer) -> str:
    """The same, from source text to source text."""
    return apply(act, read(source), name).text


def _carry_out(work: Work, instruction: Instruction) -> None:
    deed = instruction.deed
    if isinstance(deed, _WORDS):
        in_words.carry_out(work, deed)
    elif isinstance(deed, Rewrite):
        in_parts.rewrite(work, deed)
    elif isinstance(deed, Insert):
        in_parts.insert(work, deed)
    elif isinstance(deed, Delete):
        in_parts.delete(work, deed)
    elif isinstance(deed, Renumber):
        in_sections.renumber(work, deed)
    elif isinstance(deed, Move):
        in_parts.move(work, deed)
    elif isinstance(deed, Restore):
        in_sections.restore(work, deed)
    else:
        assert isinstance(deed, Constitute)
        in_parts.constitute(work, deed)


def _named(error: WordingError, instruction: Instruction) -> WordingError:
    return WordingError(error.message, error.hint, error.where or instruction.label)


def _lines(text: Outline, work: Work) -> list[int]:
    return sorted({text.source.count("\n", 0, place) + 1 for place in work.begun_at()})
