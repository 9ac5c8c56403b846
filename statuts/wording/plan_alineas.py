"""How the changes inside one article are told: word by word, alinéa by alinéa, tables line by line."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from statuts.language.words import units
from statuts.model.document import SectionKind
from statuts.model.instruction import Address, Deed, Delete, Element, Insert, Rewrite, Side, Step, Unit
from statuts.wording.edits import Told, in_words
from statuts.wording.naming import Namer
from statuts.wording.outline import Outline
from statuts.wording.pairs import Article, Pair
from statuts.wording.planned import Formula, Levels, Planned
from statuts.wording.printed import printed_alinea, with_head

_MOST_CHANGES = 2
_MOST_SHARE = 0.6
"""Of an alinéa's words: where more are quoted, or in more places, it is written anew."""


class AlineaPlanner:
    """Plans what is done to the alinéas of articles that both texts have."""

    def __init__(self, old: Outline, new: Outline, namer: Namer) -> None:
        self.old = old
        self.new = new
        self.namer = namer
        self.hoisted: frozenset[tuple[str, str]] = frozenset()  # said for the whole text already

    def mostly_new(self, article: Article) -> bool:
        """Whether more than half of the old alinéas go, or cannot be told word by word."""
        p, _ = article.sides
        if self.old.portions[p].kind is SectionKind.DIVISION:
            return False
        total = len(self.old.portions[p].alineas)
        anew = sum(
            len(pair.old)
            for pair in article.pairs
            if pair.changes and (not pair.is_kept or self.by_words(article, pair) is None)
        )
        return anew > 1 and 2 * anew > total

    def by_words(self, article: Article, pair: Pair) -> list[Told] | None:
        """The deeds of a pair told word by word; None where that is not the way to say it."""
        p, _ = article.sides
        if len(pair.old) != 1 or len(pair.new) != 1 or pair.moves:
            return None
        alinea = self.old.portions[p].alineas[pair.old[0]]
        if alinea.rows:
            return None
        words = self.old.source[alinea.start : alinea.end]
        runs = [run for run in pair.runs if (run.old.strip(), run.new.strip()) not in self.hoisted]
        told = in_words(words, alinea.start, runs, self.namer.alinea(p, pair.old[0]))
        if told is None or len(told) > _MOST_CHANGES:
            return None
        count = len(units(words).keys)
        struck = sum(len(units(run.old).keys) for run in runs)
        added = sum(len(units(run.new).keys) for run in runs)
        if count > 12 and (struck > _MOST_SHARE * count or added > 2 * count):
            return None
        return told

    def pairs(self, n: int, article: Article, levels: Levels) -> Iterator[Planned]:
        p, q = article.sides
        waiting: list[int] = []  # pairs where alinéas came or went, that follow each other
        for k, pair in enumerate(article.pairs):
            if not pair.is_kept:
                waiting.append(k)
                continue
            yield from self._came_and_went(n, article, waiting)
            waiting = []
            if not pair.changes:
                continue
            told = None
            if levels.pairs.get((n, k), Formula.WORDS) is Formula.WORDS:
                told = (
                    self._by_rows(article, pair)
                    if self._is_table(article, pair)
                    else self.by_words(article, pair)
                )
            if told is not None:
                yield from (Planned(each.deed, each.changes, n, k) for each in told)
                continue
            lines = tuple(printed_alinea(self.new, self.new.portions[q].alineas[j]) for j in pair.new)
            element = None if len(pair.old) == len(pair.new) == 1 else Element(Unit.ALINEA, len(lines))
            place = self._places(p, pair.old)
            lines = self._headed(p, place, lines)
            yield Planned(Rewrite((place,), lines, element), pair.changes, n, k, Formula.ALINEA)
        yield from self._came_and_went(n, article, waiting)

    def _headed(self, p: int, place: Address, lines: tuple[str, ...]) -> tuple[str, ...]:
        """The lines, with the article's head where it is the article that is named."""
        heading = self.old.portions[p].section.heading
        if place[-1].unit is not Unit.ARTICLE or heading is None:
            return lines
        return with_head(heading.number, list(lines))

    def _places(self, p: int, ks: Sequence[int]) -> Address:
        return self.namer.alinea(p, ks[0]) if len(ks) == 1 else self.namer.alineas(p, tuple(ks))

    def _is_table(self, article: Article, pair: Pair) -> bool:
        assert article.old is not None
        return len(pair.old) == 1 and bool(self.old.portions[article.old].alineas[pair.old[0]].rows)

    def _by_rows(self, article: Article, pair: Pair) -> list[Told] | None:
        """A table whose lines stay, told line by line."""
        p, q = article.sides
        if len(pair.new) != 1:
            return None
        was = self.old.portions[p].alineas[pair.old[0]]
        now = self.new.portions[q].alineas[pair.new[0]]
        if len(was.rows) != len(now.rows) or not now.rows:
            return None
        around = self.namer.alinea(p, pair.old[0])
        tables = sum(bool(a.rows) for a in self.old.portions[p].alineas)
        table = (*around[:-1], Step(Unit.TABLE)) if tables == 1 and around[-1].unit is Unit.ALINEA else around
        if tables == 1 and around[-1].unit is not Unit.ALINEA:
            table = (*around, Step(Unit.TABLE))
        told: list[Told] = []
        for k, row in enumerate(was.rows):
            runs = [run for run in pair.runs if row.lead <= run.start < row.tail_end]
            if not runs:
                continue
            place = (*table, Step(Unit.ROW, ranks=(-1 if k == len(was.rows) - 1 and k > 1 else k + 1,)))
            words = self.old.source[row.start : row.end]
            mine = in_words(words, row.start, runs, place)
            if mine is None or any("|" in run.old + run.new for run in runs) or len(mine) > _MOST_CHANGES:
                cells = self.new.source[now.rows[k].start : now.rows[k].end]
                mine = [
                    Told(Rewrite((place,), (f"| {cells} |",)), tuple(c for run in runs for c in run.changes))
                ]
            told += mine
        return told

    def _came_and_went(self, n: int, article: Article, waiting: Sequence[int]) -> Iterator[Planned]:
        """Alinéas struck, put in, or both at one place."""
        p, q = article.sides
        pairs = [article.pairs[k] for k in waiting if article.pairs[k].changes]
        struck = [k for pair in pairs for k in pair.old]
        added = [k for pair in pairs for k in pair.new]
        numbers = tuple(sorted({c for pair in pairs for c in pair.changes}))
        lines = tuple(printed_alinea(self.new, self.new.portions[q].alineas[k]) for k in added)
        first = waiting[0] if waiting else -1
        together = all(b == a + 1 for a, b in pairwise(struck))
        if struck and added and together:
            element = None if len(struck) == len(added) == 1 else Element(Unit.ALINEA, len(lines))
            yield Planned(
                Rewrite((self._places(p, struck),), lines, element),
                numbers,
                n,
                first,
                Formula.ALINEA,
            )
            return
        if struck:
            yield Planned(Delete((self._places(p, struck),)), numbers, n, first, Formula.ALINEA)
        if added:
            yield Planned(self._insertion(article, first, lines), numbers, n, first, Formula.ALINEA)

    def _insertion(self, article: Article, first: int, lines: tuple[str, ...]) -> Deed:
        """Where new alinéas go: after the nearest one before them that stays."""
        assert article.old is not None
        element = Element(Unit.ALINEA, len(lines))
        around = self.namer.portion(article.old)
        before = [k for pair in article.pairs[:first] if pair.is_kept for k in pair.old]
        count = len(self.old.portions[article.old].alineas)
        if not before:
            return Insert(around or (Step(Unit.TEXT),), Side.START, element, lines)
        last = max(before)
        if (
            last == count - 1
            and around is not None
            and self.old.portions[article.old].kind is not SectionKind.DIVISION
        ):
            return Insert(around, Side.END, element, lines)
        return Insert(self.namer.alineas(article.old, (last,)), Side.AFTER, element, lines)
