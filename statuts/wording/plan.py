"""From a redline to the instructions of an act, in the order of the old text.

Which formula says a change: words where few change, the alinéa where more do, the article where most of its
alinéas do. What is found not to give the new text is said one level up.
"""

from collections.abc import Iterator, Mapping, Sequence

from statuts.model.document import SectionKind
from statuts.model.instruction import (
    Address,
    Delete,
    Element,
    Insert,
    Move,
    Renumber,
    ReplaceWords,
    Rewrite,
    Side,
    Step,
    Unit,
)
from statuts.model.redline import OF_THE_NUMBER, ArticleStatus, ChangeClass
from statuts.wording.everywhere import everywhere
from statuts.wording.naming import Namer
from statuts.wording.outline import Outline
from statuts.wording.pairs import Article
from statuts.wording.places import word_of
from statuts.wording.plan_alineas import AlineaPlanner
from statuts.wording.planned import Formula, Levels, Planned
from statuts.wording.printed import printed, printed_text, with_head


class Planner:
    """Plans the act that makes `new` of `old`."""

    def __init__(self, old: Outline, new: Outline, articles: Sequence[Article]) -> None:
        self.old = old
        self.new = new
        self.articles = articles
        self.namer = Namer(old)
        self._alineas = AlineaPlanner(old, new, self.namer)
        moved = {n for n, a in enumerate(articles) if ArticleStatus.MOVED in a.change.statuses}
        self._stays = {
            a.old
            for n, a in enumerate(articles)
            if a.old is not None and a.new is not None and n not in moved
        }

    def plan(self, levels: Levels) -> list[Planned]:
        """The deeds, article by article; renumbering, which follows from the rest, comes last."""
        found: list[Planned] = []
        if levels.text:
            numbers = tuple(sorted({c for article in self.articles for c in article.change.changes}))
            lines = tuple(printed_text(self.new))
            return [Planned(Rewrite(((Step(Unit.TEXT),),), lines), numbers, 0, -1, Formula.TEXT)]
        self._alineas.hoisted = frozenset()
        everywhere_said = list(everywhere(self.old, self.articles, self._alineas, levels))
        self._alineas.hoisted = frozenset(
            (each.deed.old.text, each.deed.new.text)
            for each in everywhere_said
            if isinstance(each.deed, ReplaceWords)
        )
        found += everywhere_said
        for n, article in enumerate(self.articles):
            found += self._article(n, article, levels)
        found += self._renumberings()
        return found

    def _article(self, n: int, article: Article, levels: Levels) -> Iterator[Planned]:
        if article.old is None:
            yield from self._inserted(n, article)
            return
        address = self.namer.portion(article.old)
        numbers = article.change.changes
        if article.new is None:
            if address is not None:
                is_heading = self.old.portions[article.old].kind is SectionKind.DIVISION
                yield Planned(Delete((address,), is_heading), numbers, n, -1, Formula.ARTICLE)
            else:
                yield from self._struck_opening(n, article)
            return
        if ArticleStatus.MOVED in article.change.statuses and address is not None:
            side, target = self._anchor(n)
            yield Planned(Move(address, side, target), numbers, n, -1, Formula.ARTICLE)
        yield from self._title(n, article, address)
        taken_whole = levels.articles.get(n) is Formula.ARTICLE or self._alineas.mostly_new(article)
        is_division = self.old.portions[article.old].kind is SectionKind.DIVISION
        if taken_whole and address is not None and not is_division:
            yield self._whole(n, article, address)
            return
        yield from self._alineas.pairs(n, article, levels)

    def _title(self, n: int, article: Article, address: Address | None) -> Iterator[Planned]:
        p, q = article.sides
        was, now = self.old.portions[p], self.new.portions[q]
        is_retitled = ArticleStatus.RETITLED in article.change.statuses or was.kind is SectionKind.TITLE
        if was.name == now.name or not is_retitled:
            return
        numbers = article.change.blocks[0].changes if article.change.blocks else ()
        if not numbers:
            return
        place = (*(address or (Step(Unit.TEXT),)), Step(Unit.HEADING))
        if now.name:
            yield Planned(Rewrite((place,), (now.name,)), numbers, n, -1)
        elif was.name:
            yield Planned(Delete((place,)), numbers, n, -1)

    def _whole(self, n: int, article: Article, address: Address) -> Planned:
        p, q = article.sides
        numbers = tuple(sorted({c for pair in article.pairs for c in pair.changes}))
        lines = printed(self.new, q)
        count = len(self.old.portions[p].alineas)
        if not lines and count:  # its heading stays, and nothing below it
            ranks = tuple(range(1, count + 1))
            place = (*address, Step(Unit.ALINEA, ranks=ranks))
            return Planned(Delete((place,)), numbers, n, -1, Formula.ARTICLE)
        heading = self.old.portions[p].section.heading
        number = heading.number if heading and self.old.portions[p].kind is SectionKind.ARTICLE else ""
        return Planned(Rewrite((address,), with_head(number, lines)), numbers, n, -1, Formula.ARTICLE)

    def _struck_opening(self, n: int, article: Article) -> Iterator[Planned]:
        """What stood before any heading is struck alinéa by alinéa."""
        assert article.old is not None
        ks = tuple(range(len(self.old.portions[article.old].alineas)))
        if ks:
            yield Planned(
                Delete((self.namer.alineas(article.old, ks),)), article.change.changes, n, -1, Formula.ARTICLE
            )

    def _inserted(self, n: int, article: Article) -> Iterator[Planned]:
        assert article.new is not None
        portion = self.new.portions[article.new]
        heading = portion.section.heading
        numbers = article.change.changes
        lines = printed(self.new, article.new)
        if portion.kind in (SectionKind.TITLE, SectionKind.OPENING):
            text = (Step(Unit.TEXT),)
            if heading is not None:
                yield Planned(
                    Insert(text, Side.START, Element(Unit.HEADING, 1), (portion.name,)),
                    numbers,
                    n,
                    -1,
                    Formula.ARTICLE,
                )
            if lines:
                element = Element(Unit.ALINEA, len(lines))
                yield Planned(
                    Insert(text, Side.START, element, tuple(lines)), numbers, n, -1, Formula.ARTICLE
                )
            return
        side, target = self._anchor(n)
        number = (heading.number,) if heading and heading.number else ()
        if portion.kind is SectionKind.ARTICLE:
            content = with_head(number[0] if number else "", lines)
            element = Element(Unit.ARTICLE, 1, number, title=portion.name)
            yield Planned(Insert(target, side, element, content), numbers, n, -1, Formula.ARTICLE)
            return
        unit = {SectionKind.DIVISION: Unit.DIVISION, SectionKind.PREAMBLE: Unit.PREAMBLE}.get(
            portion.kind, Unit.ANNEX
        )
        word = word_of(portion) if unit is Unit.DIVISION else ""
        element = Element(unit, 1, number, word, portion.name)
        yield Planned(Insert(target, side, element, tuple(lines)), numbers, n, -1, Formula.ARTICLE)

    def _anchor(self, n: int) -> tuple[Side, Address]:
        """The nearest part before (else after) the one at `n` that stays where it is."""
        for other in reversed(self.articles[:n]):
            if other.old is None or other.old not in self._stays:
                continue
            address = self.namer.portion(other.old)
            kind = self.old.portions[other.old].kind
            if address is not None:
                return (Side.START if kind is SectionKind.DIVISION else Side.AFTER), address
        for other in self.articles[n + 1 :]:
            if other.old is not None and other.old in self._stays:
                address = self.namer.portion(other.old)
                if address is not None:
                    return Side.BEFORE, address
        return Side.END, (Step(Unit.TEXT),)

    def _renumberings(self) -> Iterator[Planned]:
        """Numbers that change, runs of them together."""
        runs: list[list[int]] = []
        for n, article in enumerate(self.articles):
            if (
                article.old is None
                or article.new is None
                or OF_THE_NUMBER.isdisjoint(article.change.statuses)
            ):
                continue
            if runs and self._goes_on(runs[-1][-1], n):
                runs[-1].append(n)
            else:
                runs.append([n])
        for run in runs:
            old = [self.articles[n].change.old for n in run]
            new = [self.articles[n].change.new for n in run]
            was = [side.number for side in old if side]
            now = [side.number for side in new if side]
            numbers = tuple(c for n in run for c in self._label_changes(n))
            first = self.articles[run[0]]
            assert first.old is not None
            address = self.namer.portion(first.old)
            if address is None or not all(now):
                continue
            step = address[-1]
            if len(run) > 1 or step.numbers:
                step = step._replace(numbers=tuple(was), title="" if len(run) > 1 else step.title)
            yield Planned(
                Renumber((*address[:-1], step), Step(step.unit, numbers=tuple(now), word=step.word)),
                numbers,
                run[0],
                -1,
                Formula.WORDS,
            )

    def _label_changes(self, n: int) -> tuple[int, ...]:
        blocks = self.articles[n].change.blocks
        if not blocks:
            return ()
        # where words follow a label on its line, only the label is a number that follows
        label = {s.change for s in blocks[0].segments if s.cls is ChangeClass.REFERENCE}
        return tuple(c for c in blocks[0].changes if c in label) or blocks[0].changes

    def _goes_on(self, last: int, n: int) -> bool:
        one, other = self.articles[last].change, self.articles[n].change
        if not (one.old and one.new and other.old and other.new) or one.kind is not other.kind:
            return False
        if one.kind is not SectionKind.ARTICLE:
            return False
        addresses = [self.namer.portion(self.articles[k].old or 0) for k in (last, n)]
        if any(a is None or len(a) != 1 or a[0].title or a[0].ranks for a in addresses):
            return False
        steps = ((one.old.number, other.old.number), (one.new.number, other.new.number))
        return all(a.isdecimal() and b.isdecimal() and int(b) == int(a) + 1 for a, b in steps)


def formulas(planned: Sequence[Planned], articles: Sequence[Article]) -> Mapping[Formula, int]:
    """How many alinéas that both texts have were told by words, by alinéa, by article."""
    counted = dict.fromkeys(Formula, 0)
    levels: dict[tuple[int, int], Formula] = {}
    if any(each.formula is Formula.TEXT for each in planned):
        kept = sum(pair.is_kept and bool(pair.changes) for article in articles for pair in article.pairs)
        return {**counted, Formula.TEXT: kept}
    whole = {
        p.article
        for p in planned
        if p.pair == -1 and p.formula is Formula.ARTICLE and isinstance(p.deed, Rewrite)
    }
    for each in planned:
        if each.pair >= 0:
            key = (each.article, each.pair)
            levels[key] = max(levels.get(key, Formula.WORDS), each.formula)
    for n, article in enumerate(articles):
        for k, pair in enumerate(article.pairs):
            if pair.is_kept and pair.changes:
                counted[Formula.ARTICLE if n in whole else levels.get((n, k), Formula.WORDS)] += 1
    return counted
