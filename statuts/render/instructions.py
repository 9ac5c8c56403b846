"""The instructions of an act as data, and as lines that tell a person how each was understood."""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any

from statuts.model.instruction import (
    Address,
    AddWords,
    Constitute,
    Deed,
    Delete,
    DeleteWords,
    Element,
    Insert,
    InsertWords,
    Instruction,
    Move,
    Renumber,
    ReplaceRest,
    ReplaceWords,
    Restore,
    Rewrite,
    Side,
    Words,
)
from statuts.model.message import Message, msg

_KINDS: dict[type, str] = {
    ReplaceWords: "replace-words",
    DeleteWords: "delete-words",
    InsertWords: "insert-words",
    AddWords: "add-words",
    ReplaceRest: "replace-rest",
    Rewrite: "rewrite",
    Insert: "insert",
    Delete: "delete",
    Renumber: "renumber",
    Move: "move",
    Restore: "restore",
    Constitute: "constitute",
}
_SIDES = {
    Side.BEFORE: msg("before"),
    Side.AFTER: msg("after"),
    Side.START: msg("at the beginning of"),
    Side.END: msg("at the end of"),
}
_SHOWN = 70


def instruction_data(instruction: Instruction) -> dict[str, Any]:
    """One instruction as plain data: what it does, where, with which words; its changes, where known."""
    return {
        "label": instruction.label,
        "wording": instruction.wording,
        "changes": [f"C{number}" for number in instruction.changes],
        "does": _KINDS[type(instruction.deed)],
        **_plain(instruction.deed),
    }


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if hasattr(value, "_asdict"):  # steps and words: what is empty is left out
        return {name: _plain(inner) for name, inner in value._asdict().items() if inner}
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    return str(value) if isinstance(value, StrEnum) else value


def explained(
    instruction: Instruction,
    lines: Sequence[int],
    name: Callable[[Address], str],
    say: Callable[[Message], str],
) -> list[str]:
    """How an instruction was understood, line by line: what is done, where, and what is quoted."""
    places, rest = _told(instruction.deed, name, say)
    told = [say(msg("where: {places}", places=" ; ".join(places)))] if places else []
    if lines:
        told.append(say(msg("found at line {lines} of the old text", lines=", ".join(map(str, lines)))))
    return [*told, *rest]


def deed_name(deed: Deed) -> Message:
    """What a deed is called."""
    return {
        ReplaceWords: msg("replace words"),
        DeleteWords: msg("strike words"),
        InsertWords: msg("insert words"),
        AddWords: msg("add words"),
        ReplaceRest: msg("replace the rest"),
        Rewrite: msg("give a new wording"),
        Insert: msg("insert"),
        Delete: msg("strike or repeal"),
        Renumber: msg("renumber"),
        Move: msg("move"),
        Restore: msg("restore"),
        Constitute: msg("put behind a mark"),
    }[type(deed)]


def _told(
    deed: Deed, name: Callable[[Address], str], say: Callable[[Message], str]
) -> tuple[list[str], list[str]]:
    if isinstance(deed, ReplaceWords | DeleteWords | InsertWords | AddWords | ReplaceRest):
        return [name(place) for place in deed.places], _on_words(deed, say)
    if isinstance(deed, Rewrite):
        return [name(place) for place in deed.places], _quoted(deed.content, say)
    if isinstance(deed, Delete):
        return [name(place) for place in deed.places], []
    if isinstance(deed, Insert):
        where = f"{say(_SIDES[deed.side])} {name(deed.place)}"
        return [where], [*_element(deed.element, say), *_quoted(deed.content, say)]
    if isinstance(deed, Renumber):
        return [name(deed.place)], [say(msg("new numbers: {numbers}", numbers=", ".join(deed.new.numbers)))]
    if isinstance(deed, Move):
        return [name(deed.place)], [
            say(msg("to: {place}", place=f"{say(_SIDES[deed.side])} {name(deed.target)}"))
        ]
    if isinstance(deed, Restore):
        return [name(deed.place)], _quoted(deed.content, say)
    assert isinstance(deed, Constitute)
    return [name(deed.place)], [say(msg("mark: {mark}", mark=deed.mark))]


def _on_words(
    deed: ReplaceWords | DeleteWords | InsertWords | AddWords | ReplaceRest, say: Callable[[Message], str]
) -> list[str]:
    told = []
    if isinstance(deed, ReplaceWords | DeleteWords):
        told.append(say(msg("old words: {words}", words=_words(deed.old, say))))
    if isinstance(deed, InsertWords | ReplaceRest):
        told.append(f"{say(_SIDES[deed.side])} {_words(deed.anchor, say)}")
    if isinstance(deed, AddWords):
        told.append(say(_SIDES[deed.side]))
    if isinstance(deed, ReplaceWords | InsertWords | AddWords):
        told.append(say(msg("new words: {words}", words=_words(deed.new, say))))
    if isinstance(deed, ReplaceRest) and deed.new is not None:
        told.append(say(msg("new words: {words}", words=f"« {_short(deed.new)} »")))
    return told


def _words(words: Words, say: Callable[[Message], str]) -> str:
    which = ""
    if words.every:
        which = say(msg("each time"))
    elif words.ranks:
        which = say(msg("occurrence {ranks}", ranks=", ".join(map(str, words.ranks))))
    elif words.times:
        which = say(msg("{times} times", times=words.times))
    return f"« {_short(words.text)} »" + (f" ({which})" if which else "")


def _element(element: Element, say: Callable[[Message], str]) -> list[str]:
    if element.numbers:
        return [say(msg("number: {numbers}", numbers=", ".join(element.numbers)))]
    return []


def _quoted(content: Sequence[str], say: Callable[[Message], str]) -> list[str]:
    return [say(msg("new wording: {words}", words=f"« {_short(line)} »")) for line in content]


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[:_SHOWN].rstrip() + "…"
