"""An amending act as data: what each of its instructions does, and where; the same in every language.

All addresses of an act speak of the text before the act. A rank counts from 1, and from the end below
zero: -1 is « le dernier », -2 « l’avant-dernier ».
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias


class Unit(StrEnum):
    """What an address names, from the widest to the finest."""

    TEXT = "text"  # « les statuts », « le règlement intérieur »
    DIVISION = "division"  # « le titre II »; `word` tells which sort
    ARTICLE = "article"
    PREAMBLE = "preamble"
    ANNEX = "annex"
    HEADING = "heading"  # « l’intitulé de l’article 3 »
    LEVEL = "level"  # what a mark opens: « le II », « le 1° », « le a »
    TABLE = "table"
    ROW = "row"  # « la deuxième ligne du tableau »; the header is the first
    ALINEA = "alinea"
    DASH = "dash"  # « le troisième tiret »: an item of a list
    SENTENCE = "sentence"


class Step(NamedTuple):
    """One step of an address, named by its numbers (as written), its ranks or its title; else the only one.

    `through` tells that two numbers, or two ranks, are the first and the last of a run. `word` is the
    kind of division (« titre », « chapitre »).
    """

    unit: Unit
    numbers: tuple[str, ...] = ()
    ranks: tuple[int, ...] = ()
    title: str = ""
    word: str = ""
    through: bool = False


Address: TypeAlias = tuple[Step, ...]
"""The steps from the widest to the finest: article, alinéa, phrase. Empty: the whole text."""


class Nature(StrEnum):
    """What quoted words are said to be. It chooses a noun, never a meaning."""

    WORDS = "words"  # « le mot », « les mots »
    PHRASE = "phrase"  # « le membre de phrase »
    SENTENCE = "sentence"
    NUMBER = "number"
    FIGURE = "figure"  # « le chiffre »
    RATE = "rate"
    AMOUNT = "amount"
    SUM = "sum"
    DATE = "date"
    YEAR = "year"
    REFERENCE = "reference"
    MENTION = "mention"
    SIGN = "sign"
    TITLE = "title"


class Words(NamedTuple):
    """Quoted words, and which of their occurrences are meant.

    Neither `ranks` nor `every`: they stand there once. `times` is how often they are said to
    stand (« deux fois »), 0 where that is not said.
    """

    text: str
    nature: Nature = Nature.WORDS
    ranks: tuple[int, ...] = ()
    every: bool = False
    times: int = 0


@dataclass(frozen=True, slots=True)
class Element:
    """What is inserted, added, or put in the place of something: « trois alinéas », « un article 9 bis ».

    `count` is 0 where it is not said; `numbers` as in `Step`, `title` of a division or an article.
    """

    unit: Unit
    count: int = 1
    numbers: tuple[str, ...] = ()
    word: str = ""
    title: str = ""
    through: bool = False


class Side(StrEnum):
    """Where something goes, seen from what is named."""

    BEFORE = "before"
    AFTER = "after"
    START = "start"  # inside, first
    END = "end"  # inside, last


@dataclass(frozen=True, slots=True)
class ReplaceWords:
    """« le mot : « neutre » est remplacé par le mot : « apartisan » », in each of `places`."""

    places: tuple[Address, ...]
    old: Words
    new: Words


@dataclass(frozen=True, slots=True)
class DeleteWords:
    """« les mots : « … » sont supprimés »."""

    places: tuple[Address, ...]
    old: Words


@dataclass(frozen=True, slots=True)
class InsertWords:
    """« après le mot : « … », sont insérés les mots : « … » »; `side` is before or after the anchor."""

    places: tuple[Address, ...]
    anchor: Words
    new: Words
    side: Side = Side.AFTER


@dataclass(frozen=True, slots=True)
class AddWords:
    """« est complété par les mots : « … » » (`side` end), « au début…, sont ajoutés les mots » (start)."""

    places: tuple[Address, ...]
    new: Words
    side: Side = Side.END


@dataclass(frozen=True, slots=True)
class ReplaceRest:
    """« Après le mot : « … », la fin de l’alinéa est ainsi rédigée », or « supprimée » (`new` is None).

    `side` after: what follows the anchor; before: the beginning, up to the anchor.
    """

    places: tuple[Address, ...]
    anchor: Words
    new: str | None
    side: Side = Side.AFTER


@dataclass(frozen=True, slots=True)
class Rewrite:
    """« est ainsi rédigé », « est remplacé par trois alinéas ainsi rédigés »: a line an alinéa."""

    places: tuple[Address, ...]
    content: tuple[str, ...]
    element: Element | None = None


@dataclass(frozen=True, slots=True)
class Insert:
    """« Après l’article 9, il est inséré un article 9 bis… »; `side` start or end: added inside."""

    place: Address
    side: Side
    element: Element
    content: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delete:
    """« est abrogé », « est supprimé ». `heading_only`: « la division et l’intitulé du titre II »."""

    places: tuple[Address, ...]
    heading_only: bool = False


@dataclass(frozen=True, slots=True)
class Renumber:
    """« les articles 17 à 21 deviennent, respectivement, les articles 16 à 20 »."""

    place: Address
    new: Step


@dataclass(frozen=True, slots=True)
class Move:
    """« l’article 5 est déplacé après l’article 8 »; `side` start: to the head of `target`."""

    place: Address
    side: Side
    target: Address


@dataclass(frozen=True, slots=True)
class Restore:
    """« L’article 5 est ainsi rétabli : »: what was repealed has a wording again."""

    place: Address
    content: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Constitute:
    """« Les dispositions actuelles de l’article 5 constituent un I »: they come to stand behind a mark."""

    place: Address
    mark: str


Deed: TypeAlias = (
    ReplaceWords
    | DeleteWords
    | InsertWords
    | AddWords
    | ReplaceRest
    | Rewrite
    | Insert
    | Delete
    | Renumber
    | Move
    | Restore
    | Constitute
)


@dataclass(frozen=True, slots=True)
class Instruction:
    """One thing an act does. `label` tells where it stands in the act (« I, 2° »), `wording` its own words.

    `changes` are the numbers of the changes of a redline that it brings about, where it was written from one.
    """

    deed: Deed
    label: str = ""
    wording: str = ""
    changes: tuple[int, ...] = ()
