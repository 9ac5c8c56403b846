"""English acts on paper: imperatives, one paragraph a group, items in brackets."""

from collections.abc import Iterator, Sequence

from statuts.language.numbering import to_roman
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
    ReplaceRest,
    ReplaceWords,
    Restore,
    Rewrite,
    Side,
    Unit,
)
from statuts.wording.english.nouns import (
    address_noun,
    element_noun,
    quoted,
    quoted_lines,
    step_noun,
    words_noun,
)
from statuts.wording.layout import Item, Style, laid_out, place_of
from statuts.wording.quotes import ended
from statuts.wording.speech import IsSecond, Written

_WORDS = ReplaceWords | DeleteWords | InsertWords | AddWords | ReplaceRest
_EDGES = {
    Side.BEFORE: "before",
    Side.AFTER: "after",
    Side.START: "at the beginning of",
    Side.END: "at the end of",
}


def write(deeds: Sequence[Deed], style: Style, subject: str, is_second: IsSecond) -> Written:
    """The act that says `deeds`; English needs neither the name of the text nor « the second of two »."""
    del subject, is_second
    groups = laid_out(deeds)
    paragraphs: list[str] = []
    labels, passages = [""] * len(deeds), [""] * len(deeds)
    for n, group in enumerate(groups, 1):
        label, lead = _numbered(n, len(groups), style)
        items = list(_flat(group.items))
        if len(items) == 1:
            said = _said(items[0], ())
            paragraphs.append(lead + ended(said, "."))
            for index in items[0].indices:
                labels[index], passages[index] = label, said
            continue
        lines = [f"{lead}Amend {address_noun(group.about)} as follows:"]
        for k, item in enumerate(items, 1):
            said = _said(item, group.about)
            lines.append(f"({k}) {ended(said, '.' if k == len(items) else ';')}")
            for index in item.indices:
                labels[index], passages[index] = ", ".join(part for part in (label, f"({k})") if part), said
        paragraphs += lines
    return Written("\n\n".join(paragraphs) + "\n" if paragraphs else "", tuple(labels), tuple(passages))


def _numbered(n: int, count: int, style: Style) -> tuple[str, str]:
    if style is Style.RESOLUTION:
        return f"Resolution {n}", f"Resolution {n}: "
    return (
        ("", "")
        if count == 1
        else (to_roman(n) if n < 400 else str(n), f"{to_roman(n) if n < 400 else n}. – ")
    )


def _flat(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if item.items:
            yield from _flat(item.items)
        else:
            yield item


def _said(item: Item, about: Address) -> str:
    deed = item.deeds[0]
    if isinstance(deed, _WORDS):
        clauses = " and by ".join(_clause(each) for each in item.deeds)
        return f"Amend {_place(place_of(deed), about)} by {clauses}"
    if isinstance(deed, Rewrite):
        return _rewritten(deed, about)
    if isinstance(deed, Insert):
        new = element_noun(deed.element, len(deed.content))
        verb = "Insert" if deed.side in (Side.BEFORE, Side.AFTER) else "Add"
        wording = f", to read as follows:{_content(deed.content, deed.element.unit)}" if deed.content else ""
        return f"{verb} {_EDGES[deed.side]} {_place(deed.place, about)} {new}{wording}"
    if isinstance(deed, Delete):
        places = " and ".join(_place(place, about) for place in deed.places)
        return f"Strike out {'the heading of ' if deed.heading_only else ''}{places}"
    if isinstance(deed, Renumber):
        return f"Renumber {_place(deed.place, about)} as {step_noun(deed.new)}"
    if isinstance(deed, Move):
        return f"Move {_place(deed.place, about)} {_EDGES[deed.side]} {_place(deed.target, about)}"
    if isinstance(deed, Restore):
        return (
            f"Restore {_place(deed.place, about)}, to read as follows:{_content(deed.content, Unit.ARTICLE)}"
        )
    assert isinstance(deed, Constitute)
    return f"Put {quoted(deed.mark)} before the present provisions of {_place(deed.place, about)}"


def _place(address: Address, about: Address) -> str:
    """An address without what the chapeau has named; all of it where nothing else would be left."""
    return address_noun(address[len(about) :] if len(address) > len(about) else address)


def _clause(deed: Deed) -> str:
    if isinstance(deed, ReplaceWords):
        return f"striking out {words_noun(deed.old)} and inserting {words_noun(deed.new)}"
    if isinstance(deed, DeleteWords):
        return f"striking out {words_noun(deed.old)}"
    if isinstance(deed, InsertWords):
        return f"inserting {words_noun(deed.new)} {_EDGES[deed.side]} {words_noun(deed.anchor)}"
    if isinstance(deed, AddWords):
        edge = "at the beginning" if deed.side is Side.START else "at the end"
        return f"adding {words_noun(deed.new)} {edge}"
    assert isinstance(deed, ReplaceRest)
    new = f" and inserting {quoted(deed.new)}" if deed.new is not None else ""
    return f"striking out all {_EDGES[deed.side]} {words_noun(deed.anchor)}{new}"


def _rewritten(deed: Rewrite, about: Address) -> str:
    places = " and ".join(_place(place, about) for place in deed.places)
    content = _content(deed.content, deed.places[0][-1].unit if deed.places[0] else Unit.TEXT)
    if deed.element is None:
        return f"Amend {places} to read as follows:{content}"
    new = element_noun(deed.element, len(deed.content))
    return f"Substitute for {places} {new}, to read as follows:{content}"


def _content(lines: Sequence[str], unit: Unit) -> str:
    if unit in (Unit.SENTENCE, Unit.HEADING) and len(lines) == 1:
        return f" {quoted(lines[0])}"
    return "\n\n" + quoted_lines(lines)
