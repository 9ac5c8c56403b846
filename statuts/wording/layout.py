"""How an act is laid out: what is said of one article stands together, of one alinéa in one item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from statuts.model.instruction import (
    Address,
    AddWords,
    Constitute,
    Deed,
    Delete,
    DeleteWords,
    Insert,
    InsertWords,
    Move,
    Renumber,
    ReplaceWords,
    Restore,
    Rewrite,
    Unit,
)

PORTIONS = frozenset({Unit.ARTICLE, Unit.DIVISION, Unit.PREAMBLE, Unit.ANNEX})
_JOINED = ReplaceWords | DeleteWords | InsertWords
_MOST_JOINED = 2
"""Clauses in one sentence; beyond, each is an item of its own."""


class Style(StrEnum):
    """`act`: « le mot est remplacé », as a law; `resolution`: « Remplacer le mot », as a meeting votes."""

    ACT = "act"
    RESOLUTION = "resolution"


@dataclass(frozen=True, slots=True)
class Item:
    """Deeds said in one sentence: several only where all are on words of one place.

    Where more is said of one place, it has a chapeau of its own: `about` is then its address, `items`
    what stands under it, and there are no deeds.
    """

    deeds: tuple[Deed, ...]
    indices: tuple[int, ...]
    about: Address = ()
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """What is said of one part of the text; `about` is its address, empty where each item names its own."""

    about: Address
    items: tuple[Item, ...]


def place_of(deed: Deed) -> Address:
    """The address a deed is about, the first where there are several."""
    if isinstance(deed, Insert | Renumber | Move | Restore | Constitute):
        return deed.place
    return deed.places[0] if deed.places else ()


def laid_out(deeds: Sequence[Deed]) -> list[Group]:
    """The groups of an act, in order. `indices` of items count through `deeds`."""
    groups: list[Group] = []
    numbered = list(enumerate(deeds))
    for about, found in groupby(numbered, key=lambda each: _about(each[1])):
        members = list(found)
        if not about:
            groups += [Group((), (Item((deed,), (n,)),)) for n, deed in members]
        else:
            items = tuple(_items(members, about))
            if len(items) == 1 and items[0].items:
                groups.append(Group(items[0].about, items[0].items))
            else:
                groups.append(Group(about, items))
    return groups


def _about(deed: Deed) -> Address:
    """The part inside which a deed does something; empty where it is done to the part itself."""
    place = place_of(deed)
    several = not isinstance(deed, Insert | Renumber | Move | Restore | Constitute) and len(deed.places) > 1
    if several or isinstance(deed, Renumber | Move | Restore) or _on_portion(deed, place):
        return ()
    end = max((k + 1 for k, step in enumerate(place) if step.unit in PORTIONS), default=0)
    if not end and len(place) > 1 and place[0].unit is Unit.TEXT:
        return place[:1]
    return place[:end]


def _on_portion(deed: Deed, place: Address) -> bool:
    if isinstance(deed, Delete):
        return bool(place) and place[-1].unit in PORTIONS
    if isinstance(deed, Insert):
        return deed.element.unit in PORTIONS
    return False


def _items(members: Sequence[tuple[int, Deed]], about: Address) -> Iterator[Item]:
    for place, found in groupby(members, key=lambda each: _alinea_of(each[1])):
        same = list(found)
        joined = all(isinstance(deed, _JOINED) and place_of(deed) == place for _, deed in same)
        if len(same) == 1 or (joined and len(same) <= _MOST_JOINED):
            yield Item(tuple(deed for _, deed in same), tuple(n for n, _ in same))
        elif place and place != about:
            inner = tuple(Item((deed,), (n,)) for n, deed in same)
            yield Item((), tuple(n for n, _ in same), place, inner)
        else:
            yield from (Item((deed,), (n,)) for n, deed in same)


def _alinea_of(deed: Deed) -> Address:
    """The alinéa inside which a deed does something; empty where it is done to a whole one, or beside it."""
    place = place_of(deed)
    if isinstance(deed, _JOINED | AddWords):
        return _to_alinea(place)
    if isinstance(deed, Insert) and deed.element.unit is Unit.SENTENCE:
        return _to_alinea(place)
    if (
        isinstance(deed, Delete | Rewrite)
        and place
        and place[-1].unit is Unit.SENTENCE
        and len(deed.places) == 1
    ):
        return place[:-1]
    return ()


def _to_alinea(place: Address) -> Address:
    return place[:-1] if place and place[-1].unit is Unit.SENTENCE else place
