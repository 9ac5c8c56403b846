"""Two documents in, one redline out: articles, then alinéas, then words."""

from collections.abc import Sequence
from itertools import count
from operator import eq, itemgetter

from statuts.diff import alineas, rows
from statuts.diff.articles import pair_articles
from statuts.diff.blocks import match_blocks
from statuts.diff.columns import Columns
from statuts.diff.entries import Entry, released, with_poor_partner, without_partner
from statuts.diff.inverse import digest
from statuts.diff.joints import regroup
from statuts.diff.kinship import mark_split_and_joined
from statuts.diff.match import Match
from statuts.diff.memory import Memory
from statuts.diff.moves import find_moves, stands_out
from statuts.diff.numbering import numbered
from statuts.diff.order import in_place, reading_order
from statuts.diff.places import Place
from statuts.diff.renumbering import renumbering_of
from statuts.diff.row_moves import find_row_moves
from statuts.diff.section_keys import size
from statuts.diff.sentences import link_moved_sentences
from statuts.diff.separators import attribute_separators
from statuts.diff.statuses import article_statuses
from statuts.diff.table_rules import join_rules_to_headers
from statuts.diff.tables import TABLE, Groups, as_matched, pair_tables
from statuts.diff.titles import moved_beside_its_label
from statuts.diff.units import likeness
from statuts.markdown.labels import read_label
from statuts.model.document import Block, Document, Section
from statuts.model.message import Message, msg
from statuts.model.redline import (
    ArticleChange,
    ArticleSide,
    ArticleStatus,
    BlockChange,
    BlockStatus,
    Redline,
    Side,
    TextLabel,
)

_PLAIN_PARTNER = (
    0.6  # likeness from which an alinéa belongs to another although its article's label stands elsewhere
)
_OLD, _NEW, _BOTH = Side.OLD, Side.NEW, Side.BOTH  # looked up once: every article has one
_raw = itemgetter(1, 2, 3)
"""What a block is made of, wherever it stands: lead, body, tail."""


def compare(
    old: Document, new: Document, old_label: str = "", new_label: str = "", memory: Memory | None = None
) -> Redline:
    """The redline of two texts. Deterministic: nothing but the two sources decides it; a `memory` shared
    with other comparisons only spares looking twice.
    """
    notes: list[Message] = []
    comparison = _Comparison(old, new, notes, memory)
    articles, differ = comparison.articles()
    join_rules_to_headers(articles, differ)
    attribute_separators(articles, differ)
    link_moved_sentences(articles, differ, comparison.fresh, comparison.renumbering)
    mark_split_and_joined(articles, differ)
    return Redline(
        TextLabel(old_label, digest(old.source)),
        TextLabel(new_label, digest(new.source)),
        numbered(articles, differ),
        tuple(notes),
    )


class _Comparison:
    """What the steps of one comparison share."""

    def __init__(self, old: Document, new: Document, notes: list[Message], memory: Memory | None) -> None:
        self._memory = memory
        self.old, self.new, self.notes = old.sections, new.sections, notes
        self._numbers = count(1)
        self._moves_numbered: dict[Place | str, int] = {}
        self._tables: dict[Groups, Columns] = {}
        self.pairs = pair_articles(self.old, self.new)
        self.renumbering = renumbering_of(self.old, self.new, self.pairs)
        self.entries = self._entries()
        self.arrived = self._moves()  # from the place an alinéa came to, to the one it left; and the way back
        self.left = {source: target for target, source in self.arrived.items()}

    def fresh(self) -> int:
        """A provisional number: unique, put in reading order at the end."""
        return next(self._numbers)

    def articles(self) -> tuple[list[ArticleChange], list[Place]]:
        """All articles in reading order, and the alinéas in them that are not the same on both sides."""
        articles: list[ArticleChange] = []
        differ: list[Place] = []
        for a, entry in enumerate(self.entries):
            article, edited = self._article(entry)
            articles.append(article)
            differ += [Place(a, k) for k in edited]
        return articles, differ

    def _entries(self) -> list[Entry]:
        partner = dict(self.pairs)
        stays = in_place(self.pairs, lambda pair: size(self.old[pair[0]]))
        moved_to = {j: i for i, j in self.pairs if (i, j) not in stays}
        entries = []
        for i, j in reading_order(len(self.old), len(self.new), stays):
            if i is not None and j is not None:
                entries.append(self._entry(i, j, moved=False))
            elif i is not None:
                entries.append(Entry(i, partner.get(i), i in partner))
            elif j is not None:
                source = moved_to.get(j)
                entries.append(
                    Entry(None, j, False) if source is None else self._entry(source, j, moved=True)
                )
        return entries

    def _entry(self, i: int, j: int, *, moved: bool) -> Entry:
        old, new = self.old[i].blocks, self.new[j].blocks
        if len(old) == len(new) and all(map(eq, map(_raw, old), map(_raw, new))):
            return Entry(i, j, moved, same=True)
        return Entry(i, j, moved, self._matches(i, j))

    def _matches(self, i: int, j: int) -> tuple[Match, ...]:
        old, new = self.old[i], self.new[j]
        tables = pair_tables(old.blocks, new.blocks, self.fresh)
        self._tables |= tables
        blocks_old, blocks_new = as_matched(old.blocks, new.blocks, tables)
        if old.heading and new.heading and not old.heading.run_in and not new.heading.run_in:
            heads = _headed_by(old, new)
            if heads != (1, 1):
                return self._opened(heads, blocks_old, blocks_new)
            return self._matched(blocks_old, blocks_new, headed=True)
        if old.heading and new.heading and old.heading.run_in != new.heading.run_in:
            return self._opened((_head_and_text(old), _head_and_text(new)), blocks_old, blocks_new)
        matches = self._matched(blocks_old, blocks_new)
        return _labels_together(old, new, matches) if old.heading and new.heading else matches

    def _matched(
        self, old: Sequence[Block], new: Sequence[Block], *, headed: bool = False
    ) -> tuple[Match, ...]:
        if self._memory is None:
            return tuple(match_blocks(old, new, headed=headed))
        key = (tuple(old), tuple(new), headed)
        found = self._memory.matches.get(key)
        if found is None:
            found = self._memory.matches[key] = tuple(match_blocks(old, new, headed=headed))
        return found

    def _opened(
        self, heads: tuple[int, int], old: Sequence[Block], new: Sequence[Block]
    ) -> tuple[Match, ...]:
        """So many first alinéas of both go together, whatever they say."""
        own, other = heads
        rest = self._matched(old[own:], new[other:])
        return (Match(tuple(range(own)), tuple(range(other))), *(m.shifted(own, other) for m in rest))

    def _moves(self) -> dict[Place, Place]:
        """From the place an alinéa came to, to the one it left; pairs that stood in the way are parted."""
        gone, come = without_partner(self.entries, self.old, self.new)
        poor_gone, poor_come = with_poor_partner(self.entries, self.old, self.new, self._tables, (gone, come))
        gone, come = gone + poor_gone, come + poor_come
        if not gone or not come:
            return {}
        moves = find_row_moves(gone, come, self._tables)
        left = set(moves.values())
        rest = [g for g in gone if g[0] not in left], [c for c in come if c[0] not in moves]
        moves |= find_moves(*rest, self._stands_out)
        in_place = {(after, before) for (before, _), (after, _) in zip(poor_gone, poor_come, strict=True)}
        moves = {target: source for target, source in moves.items() if (target, source) not in in_place}
        if poor_gone and moves:
            self.entries = released(self.entries, set(moves.values()), moves.keys())
        return moves

    def _stands_out(self, source: Place, place: Place) -> bool:
        old, new = self.old[source.article], self.new[place.article]
        return stands_out(old.blocks, new.blocks, source.block, place.block)

    def _article(self, entry: Entry) -> tuple[ArticleChange, Sequence[int]]:
        """One article, and which of its alinéas differ."""
        old = self.old[entry.old] if entry.old is not None else None
        new = self.new[entry.new] if entry.new is not None else None
        if (entry.same or entry.matches) and old and new:
            blocks, edited = self._blocks(entry, old, new)
            before = self._stayed(entry, old) if entry.moved else old.blocks
            statuses = article_statuses(old, new, [(k, blocks[k]) for k in edited], entry.moved)
            if entry.moved:
                move = self._move(new.id)
                blocks = [_as_moved(b, move) for b in blocks if BlockStatus.MOVED_FROM not in b.statuses]
                edited = range(len(blocks))
            side = _NEW if entry.moved else _BOTH
            return ArticleChange(new.kind, statuses, side, *_sides(old, new), tuple(blocks), before), edited
        if entry.moved and old and new:
            move = self._move(new.id)
            blocks = [alineas.moved_from(block, move) for block in old.blocks]
            article = ArticleChange(old.kind, (ArticleStatus.MOVED,), _OLD, *_sides(old, new), tuple(blocks))
            return article, range(len(blocks))
        number = self.fresh()
        if new is not None:
            blocks = [self._came(entry, k, number) for k in range(len(new.blocks))]
            article = ArticleChange(
                new.kind, (ArticleStatus.INSERTED,), _NEW, None, _side(new), tuple(blocks)
            )
            return article, range(len(blocks))
        assert old is not None
        blocks = [self._went(entry, k, number) for k in range(len(old.blocks))]
        article = ArticleChange(old.kind, (ArticleStatus.REPEALED,), _OLD, _side(old), None, tuple(blocks))
        return article, range(len(blocks))

    def _stayed(self, entry: Entry, old: Section) -> tuple[Block, ...]:
        """The alinéas of an article that moved which did not leave it on the way."""
        assert entry.old is not None
        return tuple(b for k, b in enumerate(old.blocks) if Place(entry.old, k) not in self.left)

    def _blocks(self, entry: Entry, old: Section, new: Section) -> tuple[list[BlockChange], Sequence[int]]:
        """The alinéas of an article of both texts, and which of them differ."""
        if entry.same:
            return list(map(alineas.unchanged, new.blocks)), ()
        blocks: list[BlockChange] = []
        edited: list[int] = []
        unchanged, blocks_old, blocks_new = alineas.unchanged, old.blocks, new.blocks  # looked up once
        for match in entry.matches:
            left, right = match
            if len(left) == 1 == len(right):
                block = blocks_new[right[0]]
                if _raw(blocks_old[left[0]]) == _raw(block) and block[0] not in TABLE:
                    blocks.append(unchanged(block))
                    continue
            found = self._match(entry, match, old, new)
            edited += range(len(blocks), len(blocks) + len(found))
            blocks += found
        return blocks, edited

    def _match(self, entry: Entry, match: Match, old: Section, new: Section) -> list[BlockChange]:
        """Alinéas that belong together, or came or went."""
        left, right = match
        if not right:
            return [self._went(entry, k, None) for k in left]
        if not left:
            return [self._came(entry, k, None) for k in right]
        labels = (_label_end(old, left[0]), _label_end(new, right[0]))
        if len(left) + len(right) > 2:
            own, other = [old.blocks[k] for k in left], [new.blocks[k] for k in right]
            return regroup(own, other, self.fresh, self.renumbering, labels)
        block_old, block_new = old.blocks[left[0]], new.blocks[right[0]]
        if alineas.exceeds(block_old, block_new):
            self.notes.append(
                msg(
                    "“{article}”: an alinéa too long to be compared word by word is shown replaced.",
                    article=new.label,
                )
            )
        return [self._changed(block_old, block_new, labels)]

    def _changed(self, old: Block, new: Block, labels: tuple[int, int] = (0, 0)) -> BlockChange:
        columns = self._tables.get((old.group, new.group)) if old.kind in TABLE else None
        if columns is not None and new.kind is old.kind:
            return rows.changed(old, new, columns, self.fresh, self.renumbering)
        return alineas.changed(old, new, self.fresh, self.renumbering, labels, self._memory)

    def _went(self, entry: Entry, k: int, number: int | None) -> BlockChange:
        assert entry.old is not None
        block = self.old[entry.old].blocks[k]
        target = self.left.get(Place(entry.old, k))
        if target is not None:
            return alineas.moved_from(block, self._move(target))
        return alineas.one_sided(block, Side.OLD, number or self.fresh())

    def _came(self, entry: Entry, k: int, number: int | None) -> BlockChange:
        assert entry.new is not None
        block = self.new[entry.new].blocks[k]
        source = self.arrived.get(Place(entry.new, k))
        if source is not None:
            move = self._move(Place(entry.new, k))
            origin = self.old[source.article].blocks[source.block]
            return alineas.moved_to(block, move, self._changed(origin, block))
        return alineas.one_sided(block, Side.NEW, number or self.fresh())

    def _move(self, target: Place | str) -> int:
        """The number of a move, by the place an alinéa came to or by the id of the article that moved: given
        where it is met first, so that numbers come in reading order.
        """
        if target not in self._moves_numbered:
            self._moves_numbered[target] = self.fresh()
        return self._moves_numbered[target]


def _head_and_text(section: Section) -> int:
    """`**Article 1.** Texte` against `## Article 1` and `Texte`: how many alinéas these are."""
    return 1 if len(section.blocks) == 1 or (section.heading and section.heading.run_in) else 2


def _headed_by(old: Section, new: Section) -> tuple[int, int]:
    """How many alinéas head each: two where one has its title on the line below, and the other beside it."""
    if not old.heading or not new.heading or bool(old.heading.title) == bool(new.heading.title):
        return 1, 1  # nearly always
    return 1 + moved_beside_its_label(old, new), 1 + moved_beside_its_label(new, old)


def _labels_together(old: Section, new: Section, matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The alinéas that open with « **Article 12.** » belong together, unless one is plainly another."""
    first_old = next(match for match in matches if 0 in match.old)
    first_new = next(match for match in matches if 0 in match.new)
    if len(first_old.old + first_old.new + first_new.old + first_new.new) != 3:
        return matches
    pair = first_new if first_new.old else first_old
    if likeness(old.blocks[pair.old[0]].body, new.blocks[pair.new[0]].body) >= _PLAIN_PARTNER:
        return matches
    left = Match((), pair.new) if pair is first_old else Match(pair.old, ())
    alone = first_old if pair is first_new else first_new
    rest = (left if match is pair else match for match in matches if match is not alone)
    return (Match((0,), (0,)), *rest)


def _label_end(section: Section, k: int) -> int:
    """How much of an alinéa heads the article before its title."""
    if not section.heading or k:
        return 0
    return read_label(section.blocks[0].body).end if section.heading.run_in else section.heading.label_end


def _as_moved(block: BlockChange, move: int) -> BlockChange:
    """An alinéa of an article that moved as a whole. The old text stands at the source, so nothing here
    belongs to it: what the alinéa lost on the way is shown, and counts for neither side."""
    if block.move is not None or BlockStatus.INSERTED in block.statuses:
        return block  # it did not come with the article
    statuses = tuple(s for s in block.statuses if s is not BlockStatus.UNCHANGED)
    return block._replace(side=Side.NEW, move=move, statuses=(BlockStatus.MOVED_TO, *statuses))


def _sides(old: Section, new: Section) -> tuple[ArticleSide, ArticleSide]:
    after = _side(new)
    same = old.id == new.id and old.heading is new.heading and _first(old) == _first(new)
    return after if same else _side(old), after


def _first(section: Section) -> str:
    return section.blocks[0].body


def _side(section: Section) -> ArticleSide:
    heading = section.heading
    number, title = (heading.number, heading.title) if heading else ("", "")
    return ArticleSide(section.id, number, title, section.label)
