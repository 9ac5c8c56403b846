"""A sentence for a person, kept untranslated until the edge of the program says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date

Value: TypeAlias = "str | int | date"
"""A date is said in full, in the reader's language."""

_NOTHING: Mapping[str, Value] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Message:
    """English source text with `{named}` places, and the values that go there.

    The core raises and returns messages; only the edge (`statuts.i18n`) translates them,
    so that no part of the core depends on the reader's language.
    """

    text: str
    values: Mapping[str, Value] = field(default_factory=lambda: _NOTHING)
    plural: str = ""
    count: int = 1

    def __str__(self) -> str:
        """The English sentence; what a developer sees in a log."""
        text = self.plural if self.plural and self.count != 1 else self.text
        return text.format(**self.values)


def msg(text: str, /, **values: Value) -> Message:
    """A message; the catalogue's extractor looks for this name."""
    return Message(text, MappingProxyType(values))


def msgn(singular: str, plural: str, count: int, /, **values: Value) -> Message:
    """A message that depends on a number, given to the text as `{count}`."""
    return Message(singular, MappingProxyType({**values, "count": count}), plural, count)
