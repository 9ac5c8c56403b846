"""What tells which section one is: title, number, and what it says without either."""

from operator import itemgetter

from statuts.diff.titles import title_of
from statuts.diff.units import text_key
from statuts.model.document import Section

_body = itemgetter(2)


def title_key(section: Section) -> str:
    """The title without case and typography."""
    return text_key(title_of(section)).casefold()


def number_key(section: Section) -> str:
    """The number in its normal form, or nothing."""
    return section.heading.key if section.heading else ""


def bodies(section: Section) -> list[str]:
    """The alinéas of a section without its heading's label (« Article 12 bis – »)."""
    texts = list(map(_body, section.blocks))
    if section.heading and texts:
        texts[0] = texts[0][section.heading.label_end :]
    return texts


def size(section: Section) -> int:
    """Length in characters, as a weight."""
    return sum(map(len, map(_body, section.blocks)))


def alineas_below(section: Section) -> list[str]:
    """The alinéas without the heading, or without the label they are run in with."""
    texts = bodies(section)
    return texts[1:] if section.heading is not None and not section.heading.run_in else texts
