"""What is done to articles, divisions and annexes as wholes: headings, numbers, places."""

from collections.abc import Sequence

from statuts.errors import WordingError
from statuts.language.numbering import normal_form, order
from statuts.language.words import keys
from statuts.model.document import SectionKind
from statuts.model.instruction import Address, Element, Move, Renumber, Restore, Side, Step, Unit
from statuts.model.message import msg
from statuts.wording.content import article_heading, assembled, head_of, line_of
from statuts.wording.outline import Portion
from statuts.wording.places import Place, said_as, same_sort
from statuts.wording.work import Work

IN_SECTIONS = frozenset({Unit.ARTICLE, Unit.DIVISION, Unit.PREAMBLE, Unit.ANNEX})
_KINDS = {
    Unit.ARTICLE: SectionKind.ARTICLE,
    Unit.DIVISION: SectionKind.DIVISION,
    Unit.PREAMBLE: SectionKind.PREAMBLE,
    Unit.ANNEX: SectionKind.ANNEX,
}
_REPEALED = frozenset({"abrogé", "abrogée", "repealed", "supprimé", "supprimée"})


def rewrite_section(work: Work, place: Place, content: Sequence[str]) -> None:
    """Give an article, the preamble or an annex the wording `content`; its number stays, and its title
    unless the head that is quoted has one.
    """
    if place.unit is Unit.DIVISION:
        raise WordingError(
            msg("A division is not written anew as a whole."),
            msg("name its articles, or its title: “the title of chapter II reads”"),
        )
    p = place.portions[0]
    portion = work.text.portions[p]
    body = list(content)
    head = head_of(body[0]) if body and place.unit is Unit.ARTICLE else None
    if head is not None:
        if normal_form(head.number) != portion.key:
            raise WordingError(
                msg(
                    "What is quoted is headed “{number}”, the article is {own}.",
                    number=head.number,
                    own=portion.section.label,
                )
            )
        body = body[1:]
        if head.rest and _is_title(head.rest, portion, bool(body)):
            _retitle(work, portion, head.rest)
        elif head.rest:
            body.insert(0, head.rest)
    if not body:
        raise WordingError(msg("No wording is quoted to put there."))
    lines = [line_of(work.text, portion, quoted) for quoted in body]
    put = assembled(work.text, portion, lines)
    if portion.alineas:
        end = work.ended(p)
        work.splice(portion.alineas[0].lead, max(end, portion.alineas[0].lead), put)
        return
    at = work.ended(p)
    run_in = portion.section.heading is not None and portion.section.heading.run_in
    work.splice(at, at, ("" if at == portion.start else " " if run_in else work.text.newline * 2) + put)


def rewrite_text(work: Work, content: Sequence[str]) -> None:
    """Put `content` in the place of the whole text; its headings are quoted as Markdown has them."""
    if not content:
        raise WordingError(msg("No wording is quoted to put there."))
    lines = [line_of(work.text, None, quoted) for quoted in content]
    work.splice(0, len(work.text.source), assembled(work.text, None, lines) + work.text.newline)


def _is_title(rest: str, like: Portion | None, more: bool) -> bool:
    """Whether what follows « Art. 7. – » is a title: where articles have one, and no sentence ends there."""
    return more and like is not None and bool(like.name) and rest.rstrip()[-1:] not in ".;:,!?"


def rewrite_title(work: Work, place: Place, content: Sequence[str]) -> None:
    """Give a heading another title; its number stays."""
    if len(content) != 1:
        raise WordingError(msg("A title is one line."))
    _retitle(work, work.text.portions[place.portions[0]], content[0])


def _retitle(work: Work, portion: Portion, title: str) -> None:
    if portion.title is not None:
        work.splice(*portion.title, title)
        return
    assert portion.heading is not None
    at = portion.number[1] if portion.number is not None else portion.heading[1]
    work.splice(at, at, f" – {title}")


def insert_title(work: Work, content: Sequence[str]) -> None:
    """Put a title at the head of the whole text."""
    if len(content) != 1:
        raise WordingError(msg("A title is one line."))
    if work.text.portions and work.text.portions[0].kind is SectionKind.TITLE:
        raise WordingError(msg("The text has a title already."), msg("say that its title reads as follows"))
    work.splice(0, 0, f"# {content[0]}{work.text.newline * 2}")


def strike_title(work: Work, place: Place) -> None:
    """Take the title from a heading, and the sign before it; its number stays."""
    portion = work.text.portions[place.portions[0]]
    if portion.title is None or portion.number is None:
        raise WordingError(msg("This heading has no title besides its number."))
    start = portion.number[1]
    between = work.text.source[start : portion.title[0]]
    kept = "".join(sign for sign in between if sign in "*_")
    work.splice(start, portion.title[1], kept)


def strike_sections(work: Work, places: Sequence[Place], heading_only: bool) -> None:
    """Strike articles or divisions; of a division all that stands in it, unless it is its heading only."""
    for place in places:
        if heading_only:
            portion = work.text.portions[place.portions[0]]
            if portion.alineas:
                assert portion.heading is not None
                work.splice(portion.start, portion.alineas[0].lead, "")
            else:
                work.strike_portion(place.portions[0])
        else:
            for p in place.portions:
                work.strike_portion(p)


def insert_sections(work: Work, place: Place, side: Side, element: Element, content: Sequence[str]) -> None:
    """Put new articles, or the heading of a new division, beside or inside what is named."""
    if place.unit not in IN_SECTIONS | {Unit.TEXT}:
        raise WordingError(msg("An article is inserted after another one, not inside it: say which."))
    like = _like(work, place, element.unit)
    made = _sections(work, element, content, like)
    gap = work.text.newline * 2
    portions = work.text.portions
    if side is Side.BEFORE:
        at = portions[place.portions[0]].start
        work.splice(at, at, gap.join(made) + gap)
        return
    if side is Side.START and place.unit is Unit.TEXT:
        first = next(
            (
                p
                for p in place.portions
                if portions[p].kind is not SectionKind.TITLE and portions[p].kind is not SectionKind.OPENING
            ),
            None,
        )
        at = portions[first].start if first is not None else len(work.text.source)
        work.splice(at, at, gap.join(made) + gap)
        return
    p = place.portions[0] if side is Side.START else place.portions[-1] if place.portions else 0
    at = work.ended(p)
    work.splice(at, at, gap + gap.join(made))


def _like(work: Work, place: Place, unit: Unit) -> Portion | None:
    """The portion after whose manner a new one is headed: the nearest before it of its sort, else any."""
    kind = _KINDS[unit]
    of_kind = [p for p, portion in enumerate(work.text.portions) if portion.kind is kind and portion.heading]
    at = place.portions[-1] if place.portions else 0
    before = [p for p in of_kind if p <= at]
    chosen = before[-1] if before else of_kind[0] if of_kind else None
    return work.text.portions[chosen] if chosen is not None else None


def _sections(work: Work, element: Element, content: Sequence[str], like: Portion | None) -> list[str]:
    if element.unit is not Unit.ARTICLE:
        return [_division(work, element, content, like)]
    groups: list[tuple[str, list[str]]] = []
    for quoted in content:
        head = head_of(quoted)
        if head is not None and (element.numbers or not groups):
            groups.append((head.number, [head.rest] if head.rest else []))
        elif not groups:
            groups.append((element.numbers[0] if element.numbers else "", [quoted]))
        else:
            groups[-1][1].append(quoted)
    numbers = [number for number, _ in groups]
    if element.numbers and [normal_form(n) for n in element.numbers] != [normal_form(n) for n in numbers]:
        raise WordingError(
            msg(
                "Announced: {announced}; quoted: {quoted}.",
                announced=", ".join(element.numbers),
                quoted=", ".join(numbers),
            ),
            msg("each article that is quoted begins with its number: « Art. 9 bis. – … »"),
        )
    if not groups and not element.title:
        raise WordingError(msg("No wording is quoted to put there."))
    return [_article(work, number, element.title, body, like) for number, body in groups or [("", [])]]


def _article(work: Work, number: str, title: str, body: Sequence[str], like: Portion | None) -> str:
    body = list(body)
    if not title and body and _is_title(body[0], like, len(body) > 1):
        title, body = body[0], body[1:]
    heading, run_in = article_heading(work.text, like, number, title)
    near = like or work.text.portions[0]
    lines = [line_of(work.text, near, quoted) for quoted in body]
    if not lines:
        return heading.rstrip()
    if run_in and lines[0].lead:
        return heading.rstrip() + work.text.newline * 2 + assembled(work.text, near, lines)
    if run_in:
        return heading + assembled(work.text, near, lines)
    return heading + work.text.newline * 2 + assembled(work.text, near, lines)


def _division(work: Work, element: Element, content: Sequence[str], like: Portion | None) -> str:
    number = element.numbers[0] if element.numbers else ""
    title = element.title
    body = list(content)
    if not title and body:
        title, body = body[0], body[1:]
    heading, _ = article_heading(work.text, like, number, title)
    if like is None:
        word = element.word or element.unit.value
        heading = "## " + " – ".join(
            part for part in (f"{word.capitalize()} {number}".strip(), title) if part
        )
    elif element.word:
        first = next(iter(keys(like.section.blocks[0].body)), "")
        if first and not same_sort(first.casefold(), element.word):
            word = said_as(element.word, first.casefold())
            heading = heading.replace(first, word.upper() if first.isupper() else word.capitalize(), 1)
    near = like or work.text.portions[0]
    lines = [line_of(work.text, near, quoted) for quoted in body]
    return heading + (work.text.newline * 2 + assembled(work.text, near, lines) if lines else "")


def renumber_section(work: Work, place: Place, number: str) -> None:
    """Give the head of an article or a division another number."""
    portion = work.text.portions[place.portions[0]]
    if portion.number is None:
        raise WordingError(msg("“{name}” has no number.", name=portion.section.label or portion.section.id))
    work.splice(*portion.number, number)


def move_sections(work: Work, deed: Move, places: Sequence[Place], target: Place) -> None:
    """Take articles or divisions that follow each other to another place."""
    gap = work.text.newline * 2
    portions = work.text.portions
    listed = [p for place in places for p in place.portions]
    if listed != list(range(listed[0], listed[-1] + 1)):
        raise WordingError(msg("What is to be moved does not stand together."))
    stays = (
        target.portions[-1] + 1 == listed[0]
        if deed.side is Side.AFTER
        else target.portions[0] == listed[-1] + 1
    )
    if (stays and deed.side in (Side.AFTER, Side.BEFORE)) or set(listed) & set(target.portions):
        raise WordingError(msg("What is moved stands there already."))
    start, end = portions[listed[0]].start, portions[listed[-1]].end
    words_end = work.ended(listed[-1])
    if deed.side is Side.BEFORE:
        to = portions[target.portions[0]].start
        before, after = "", gap
    elif deed.side is Side.START:
        to = (
            work.ended(target.portions[0])
            if target.unit is Unit.DIVISION
            else portions[target.portions[0]].start
        )
        before, after = (gap, "") if target.unit is Unit.DIVISION else ("", gap)
    else:
        to = work.ended(target.portions[-1])
        before, after = gap, ""
    if listed[-1] + 1 == len(portions) and listed[0]:
        start = work.ended(listed[0] - 1)
        before = before.removesuffix(gap) if before else ""
        lead = work.text.source[start : portions[listed[0]].start]
        if not before and deed.side is not Side.AFTER and lead:  # its own blank line comes along in front
            work.carry(portions[listed[0]].start, words_end, to, "", after)
            work.splice(start, portions[listed[0]].start, "")
            return
        work.carry(start, words_end, to, before, after)
        return
    work.carry(start, end, to, before, after)
    tail = work.text.source[words_end:end]
    if tail:
        work.splice(words_end, end, "") if before or after else None


def restore_section(work: Work, address: Address, content: Sequence[str]) -> None:
    """Give a wording again to an article that was repealed, whether its heading is still there or not."""
    step = address[-1] if address else Step(Unit.TEXT)
    if step.unit is not Unit.ARTICLE or len(step.numbers) != 1:
        raise WordingError(msg("Only an article is restored, by its number."))
    key = normal_form(step.numbers[0])
    held = [
        p
        for p, portion in enumerate(work.text.portions)
        if portion.kind is SectionKind.ARTICLE and portion.key == key
    ]
    if held:
        portion = work.text.portions[held[0]]
        words = [
            word.casefold()
            for alinea in portion.alineas
            for word in keys(work.text.source[alinea.start : alinea.end])
        ]
        if not _REPEALED & set(words[:4]) and words:
            raise WordingError(
                msg("{place} is in force: it cannot be restored.", place=work.name(address)),
                msg("say that it reads as follows"),
            )
        rewrite_section(work, work.find(address)[0], content)
        return
    before = [
        p
        for p, portion in enumerate(work.text.portions)
        if portion.kind is SectionKind.ARTICLE and portion.key and order(portion.key) < order(key)
    ]
    element = Element(Unit.ARTICLE, 1, step.numbers)
    everything = Place(Unit.TEXT, tuple(range(len(work.text.portions))), 0, len(work.text.source))
    if before:
        p = max(before, key=lambda q: order(work.text.portions[q].key))
        portion = work.text.portions[p]
        insert_sections(
            work, Place(Unit.ARTICLE, (p,), portion.start, portion.end), Side.AFTER, element, content
        )
    else:
        insert_sections(work, everything, Side.START, element, content)


def renumber(work: Work, deed: Renumber) -> None:
    """Give each place the number that `deed` says, in order."""
    places = work.find(deed.place)
    unit = deed.new.unit
    if unit in (Unit.ALINEA, Unit.DASH, Unit.SENTENCE):
        return  # ranks follow by themselves
    numbers = deed.new.numbers
    if len(numbers) != len(places):
        raise WordingError(
            msg("{count} numbers are given for {places} places.", count=len(numbers), places=len(places))
        )
    for place, number in zip(places, numbers, strict=True):
        if place.unit is Unit.LEVEL:
            alinea = work.text.portions[place.portions[0]].alineas[place.first]
            mark = alinea.mark
            figures = mark.strip(" .()°–—-")
            at = work.text.source.index(mark, alinea.lead)
            work.splice(at, at + len(mark), mark.replace(figures, number.strip(" .()°"), 1))
        else:
            renumber_section(work, place, number)


def restore(work: Work, deed: Restore) -> None:
    """« L’article 5 est ainsi rétabli »."""
    restore_section(work, deed.place, deed.content)
