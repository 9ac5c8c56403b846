"""A page of the site: where it lies, its template, what it says, and what it was made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """One file to be made from a template. `made_from` tells whether it need be made again: the same words
    give the same bytes. Empty, it is made each time: it is cheap, or depends on nearly all.
    """

    path: str
    template: str
    values: Callable[[], Values]
    made_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go to, by its path from the root of the site, and what to call it."""

    label: str
    path: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: whose site it is, its parts, its address if told."""

    language: str
    association: str
    accent: tuple[str, str]
    running: str
    parts: tuple[Link, ...]
    feed: str
    url: str
