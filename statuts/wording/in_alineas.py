"""What is done to alinéas, sentences and lines of tables: written anew, inserted, struck, moved."""

from collections.abc import Sequence
from itertools import pairwise

from statuts.errors import WordingError
from statuts.language.sentences import sentences
from statuts.model.document import BlockKind, SectionKind
from statuts.model.instruction import Element, Move, Side, Unit
from statuts.model.message import msg
from statuts.wording.content import Line, assembled, between, line_of
from statuts.wording.levels import Sort, sort_of
from statuts.wording.outline import Alinea, Portion
from statuts.wording.places import Place, alineas_of
from statuts.wording.work import Work

IN_LINES = frozenset({Unit.ALINEA, Unit.DASH, Unit.LEVEL, Unit.TABLE})


def rewrite_lines(work: Work, places: Sequence[Place], content: Sequence[str]) -> None:
    """Give alinéas that follow each other the wording `content`, a line an alinéa."""
    refuse_unclear(places, work)
    p, first, last = _run(places)
    portion = work.text.portions[p]
    if not content:
        raise WordingError(msg("No wording is quoted to put there."))
    lines = [line_of(work.text, portion, quoted) for quoted in content]
    old = portion.alineas[first:last]
    if len(lines) == len(old) == 1:
        _reword(work, portion, old[0], lines[0])
        return
    put = assembled(work.text, portion, lines)
    before = portion.alineas[first - 1] if first else None
    if before and not old[0].run_in and lines[0].kind is not BlockKind.ITEM and old[0].kind is BlockKind.ITEM:
        put = work.text.newline * max(0, 2 - _line_ends(work, before)) + put
    if last < len(portion.alineas):
        wanted = between(work.text, portion, lines[-1].kind, portion.alineas[last].kind).count("\n")
        put += work.text.newline * max(0, wanted - _line_ends(work, old[-1]))
    work.splice(old[0].lead, work.closed(old[-1].end, old[-1].tail_end), put)


def _reword(work: Work, portion: Portion, old: Alinea, line: Line) -> None:
    if (
        old.rows
        or line.kind in (BlockKind.ROW, BlockKind.QUOTE, BlockKind.HEADING)
        or old.kind is BlockKind.QUOTE
    ):
        work.splice(old.lead, work.closed(old.end, old.tail_end), line.markdown)
        return
    both_dashes = sort_of(old.mark) is sort_of(line.lead) is Sort.DASH
    if line.kind is BlockKind.ITEM and not (old.run_in or both_dashes):
        work.splice(old.lead, old.end, line.markdown)
    elif line.kind is BlockKind.PARAGRAPH and sort_of(old.mark) not in (Sort.NONE, Sort.DASH):
        work.splice(old.lead, old.end, line.words)  # « 1° » is part of the wording: without it, there is none
    else:
        work.splice(old.start, old.end, line.words)


def _line_ends(work: Work, alinea: Alinea) -> int:
    tail = work.text.source[alinea.end : alinea.tail_end]
    return tail.count("\n") or tail.count("\r")


def _run(places: Sequence[Place]) -> tuple[int, int, int]:
    """The portion, the first alinéa, the one after the last. Raises `WordingError` where there are gaps."""
    ordered = sorted(places, key=lambda place: (place.portions[:1], place.first))
    for one, other in pairwise(ordered):
        if one.portions != other.portions or one.last != other.first:
            raise WordingError(msg("What is to be written anew does not stand together."))
    return ordered[0].portions[0], ordered[0].first, ordered[-1].last


def refuse_unclear(places: Sequence[Place], work: Work) -> None:
    """Raises `WordingError` where the text leaves open what a level holds."""
    for place in places:
        if place.unclear:
            alinea = work.text.portions[place.portions[0]].alineas[place.last]
            words = " ".join(work.text.source[alinea.start : alinea.end].split()[:6])
            raise WordingError(
                msg("It is not clear whether “{words}…” still belongs to what is named.", words=words),
                msg("name the alinéas instead"),
            )


def insert_lines(work: Work, place: Place, side: Side, element: Element, content: Sequence[str]) -> None:
    """Insert alinéas beside an alinéa, or add them inside an article, a level, the whole text."""
    announced(element, len(content))
    if side in (Side.START, Side.END) and place.unit not in IN_LINES:
        _add_inside(work, place, side, content)
        return
    if place.unit not in IN_LINES:
        raise WordingError(msg("An alinéa is inserted after another one, not after an article: say which."))
    if side in (Side.AFTER, Side.END):
        refuse_unclear([place], work)
        _after(work, place.portions[0], place.last - 1, content)
    elif side is Side.START and place.unit is Unit.LEVEL:
        _after(work, place.portions[0], place.first, content)
    else:
        _before(work, place.portions[0], place.first, content)


def _add_inside(work: Work, place: Place, side: Side, content: Sequence[str]) -> None:
    within = alineas_of(work.text, place)
    if place.unit is Unit.TEXT and side is Side.START:
        _at_the_head(work, content)
    elif within and side is Side.END:
        _after(work, *within[-1], content)
    elif within:
        _before(work, *within[0], content)
    else:
        p = place.portions[0 if side is Side.START else -1]
        portion = work.text.portions[p]
        lines = [line_of(work.text, portion, quoted) for quoted in content]
        at = work.ended(p)
        run_in = portion.section.heading is not None and portion.section.heading.run_in
        gap = "" if at == portion.start else " " if run_in else work.text.newline * 2
        work.splice(at, at, gap + assembled(work.text, portion, lines))


def _at_the_head(work: Work, content: Sequence[str]) -> None:
    """Before all articles: under the title of the text where it has one."""
    first = work.text.portions[0] if work.text.portions else None
    if first is not None and first.kind in (SectionKind.TITLE, SectionKind.OPENING):
        if first.alineas:
            _before(work, 0, 0, content)
            return
        at, gaps = work.ended(0), (work.text.newline * 2, "")
    else:
        at, gaps = 0, ("", work.text.newline * 2)
    lines = [line_of(work.text, first, quoted) for quoted in content]
    work.splice(at, at, gaps[0] + assembled(work.text, first, lines) + gaps[1])


def _after(work: Work, p: int, k: int, content: Sequence[str]) -> None:
    portion = work.text.portions[p]
    alinea = portion.alineas[k]
    lines = [line_of(work.text, portion, quoted) for quoted in content]
    put = assembled(work.text, portion, lines)
    tail = work.text.source[alinea.end : alinea.tail_end]
    if (
        k + 1 < len(portion.alineas)
        and portion.alineas[k + 1].lead == alinea.tail_end
        and _is_hard_break(work, alinea)
    ):
        work.splice(alinea.tail_end, alinea.tail_end, put + tail)
        return
    at = work.closed(alinea.end, alinea.tail_end)
    gap = between(work.text, portion, alinea.kind, lines[0].kind)
    following = portion.alineas[k + 1].kind if k + 1 < len(portion.alineas) else None
    wanted = between(work.text, portion, lines[-1].kind, following) if following else ""
    missing = max(0, wanted.count("\n") - _line_ends(work, alinea)) if following else 0
    work.splice(at, at, gap + put + work.text.newline * missing)


def _is_hard_break(work: Work, alinea: Alinea) -> bool:
    tail = work.text.source[alinea.end : alinea.tail_end]
    return tail.startswith(("  ", "\\", "<br")) and tail.count("\n") <= 1


def _before(work: Work, p: int, k: int, content: Sequence[str]) -> None:
    portion = work.text.portions[p]
    alinea = portion.alineas[k]
    lines = [line_of(work.text, portion, quoted) for quoted in content]
    gap = between(work.text, portion, lines[-1].kind, alinea.kind)
    if alinea.run_in and lines[-1].kind is not BlockKind.ITEM:
        gap = work.text.newline * 2
    before = portion.alineas[k - 1] if k else None
    lead = ""
    if before is not None and between(work.text, portion, before.kind, lines[0].kind).count(
        "\n"
    ) > _line_ends(work, before):
        lead = work.text.newline
    work.splice(alinea.lead, alinea.lead, lead + assembled(work.text, portion, lines) + gap)


def announced(element: Element, count: int) -> None:
    """Raises `WordingError` where more or less is quoted than was announced."""
    if element.count and not element.numbers and element.count != count:
        raise WordingError(
            msg("announced: {announced}; quoted: {count}.", announced=element.count, count=count),
            msg("every alinéa that is quoted begins on a line of its own, with «"),
        )


def rewrite_sentences(work: Work, places: Sequence[Place], content: Sequence[str]) -> None:
    """Put `content` in the place of sentences that follow each other; further lines become alinéas."""
    first, last = places[0], places[-1]
    if first.portions != last.portions or first.first != last.first:
        raise WordingError(msg("What is to be written anew does not stand together."))
    if not content:
        raise WordingError(msg("No wording is quoted to put there."))
    work.splice(first.start, last.end, content[0])
    if len(content) > 1:
        portion = work.text.portions[first.portions[0]]
        alinea = portion.alineas[first.first]
        if last.end < alinea.end:
            raise WordingError(msg("Alinéas cannot follow here: another sentence stands after it."))
        _after(work, first.portions[0], first.first, content[1:])


def insert_sentences(work: Work, place: Place, side: Side, element: Element, content: Sequence[str]) -> None:
    """Put sentences beside a sentence, or at either end of an alinéa."""
    if not content:
        raise WordingError(msg("No wording is quoted to put there."))
    words = " ".join(content)
    announced(element, len(sentences(words)))
    if place.unit is Unit.SENTENCE and side in (Side.BEFORE, Side.AFTER):
        low, high = place.start, place.end
    else:
        within = alineas_of(work.text, place)
        if not within or side in (Side.BEFORE, Side.AFTER):
            raise WordingError(msg("A sentence is inserted after another one: say which."))
        p, k = within[-1 if side is Side.END else 0]
        alinea = work.text.portions[p].alineas[k]
        low, high = alinea.start, alinea.end
    if side in (Side.AFTER, Side.END):
        work.splice(high, high, (" " if high > low else "") + words)
    else:
        work.splice(low, low, words + " ")


def strike_sentences(work: Work, places: Sequence[Place]) -> None:
    """Strike sentences and the space they took; where none is left in an alinéa, the alinéa goes."""
    runs: list[list[Place]] = []
    for place in places:
        if (
            runs
            and runs[-1][-1].portions == place.portions
            and not work.text.source[runs[-1][-1].end : place.start].strip()
        ):
            runs[-1].append(place)
        else:
            runs.append([place])
    for run in runs:
        p, k = run[0].portions[0], run[0].first
        alinea = work.text.portions[p].alineas[k]
        start, end = run[0].start, run[-1].end
        before, after = work.text.source[alinea.start : start], work.text.source[end : alinea.end]
        if not before.strip() and not after.strip():
            work.strike_alinea(p, k)
        elif after.strip():
            work.splice(start, end + len(after) - len(after.lstrip()), "")
        else:
            work.splice(start - (len(before) - len(before.rstrip())), end, "")


def rewrite_row(work: Work, places: Sequence[Place], content: Sequence[str]) -> None:
    """Give lines of a table the cells `content`, a line each."""
    if len(content) != len(places):
        raise WordingError(
            msg("announced: {announced}; quoted: {count}.", announced=len(places), count=len(content))
        )
    for place, cells in zip(places, content, strict=True):
        work.splice(place.start, place.end, _cells(cells))


def insert_rows(work: Work, place: Place, side: Side, element: Element, content: Sequence[str]) -> None:
    """Put lines into a table: beside one, or at its end."""
    rows_quoted = [row for quoted in content for row in quoted.split("\n") if row.strip()]
    announced(element, len(rows_quoted))
    tables = [at for at in alineas_of(work.text, place) if work.text.portions[at[0]].alineas[at[1]].rows]
    if len(tables) != 1:
        raise WordingError(msg("A line is inserted into a table: say which."))
    p, k = tables[0]
    rows = work.text.portions[p].alineas[k].rows
    index = place.row if place.row >= 0 else len(rows) - 1
    if side in (Side.BEFORE, Side.START):
        index = index - 1 if side is Side.BEFORE else 0
    if index < 0:
        raise WordingError(msg("The first line of a table is its header: nothing can stand before it."))
    like = rows[index]
    lead = work.text.source[like.lead : like.start]
    closing = work.text.source[like.end : work.closed(like.end, like.tail_end)]
    added = [lead + _cells(row) + closing for row in rows_quoted]
    newline = work.text.newline
    if index == 0 and len(rows) > 1:  # after the header comes the line of dashes
        work.splice(rows[1].lead, rows[1].lead, "".join(row + newline for row in added))
    else:
        at = work.closed(like.end, like.tail_end) if index else work.text.portions[p].alineas[k].end
        work.splice(at, at, "".join(newline + row for row in added))


def _cells(quoted: str) -> str:
    return quoted.strip().removeprefix("|").removesuffix("|").strip()


def move_lines(work: Work, deed: Move, places: Sequence[Place], target: Place) -> None:
    """Take alinéas that follow each other to another place."""
    p, first, last = _run(places)
    portion = work.text.portions[p]
    alineas = portion.alineas[first:last]
    to = work.text.portions[target.portions[0]]
    if target.unit not in IN_LINES:
        raise WordingError(msg("An alinéa is moved after another one, not after an article: say which."))
    end = work.closed(alineas[-1].end, alineas[-1].tail_end)
    words = work.text.source[alineas[0].lead : end]
    for k in range(first, last):
        work.strike_alinea(p, k)
    if deed.side is Side.BEFORE or deed.side is Side.START:
        other = to.alineas[target.first]
        work.splice(other.lead, other.lead, words + between(work.text, to, alineas[-1].kind, other.kind))
    else:
        other = to.alineas[target.last - 1]
        at = work.closed(other.end, other.tail_end)
        work.splice(at, at, between(work.text, to, other.kind, alineas[0].kind) + words)
