"""Which version brought each phrase of an article: the versions folded, oldest first, word by word."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from statuts.amend.origins import Origin, Origins, carried
from statuts.amend.phrases import phrases
from statuts.diff.compare import compare
from statuts.diff.inverse import effective_side
from statuts.diff.moves import find_moves
from statuts.diff.places import Place
from statuts.markdown.read import read
from statuts.model.archive import Entry, Version
from statuts.model.blame import Blame, Run
from statuts.model.document import Block, Document
from statuts.model.redline import BlockStatus, Redline, Side

TextOf = Callable[[Version, Entry], str]
"""The Markdown of one part of a version; asked for only where its digest says that it differs."""


def blame(versions: Sequence[Version], article: str, text_of: TextOf) -> Blame | None:
    """Where the words of `article` (its id) come from, as the last of `versions` has it, or as it was
    when it was repealed. None where no version has such an article.
    """
    fold = _Fold(versions, text_of)
    last = len(versions) - 1
    state = fold.state(article, last)
    if state is None:
        return None
    runs = [
        Run(
            text,
            versions[origin.version],
            origin.article,
            versions[origin.moved] if origin.moved >= 0 else None,
        )
        for origin, text in phrases(state.text, state.origins)
    ]
    return Blame(
        article,
        state.text,
        tuple(runs),
        versions[state.since],
        state.inserted,
        versions[state.repealed] if state.repealed is not None else None,
    )


@dataclass(frozen=True)
class _State:
    """An article after one version: its text, the origin of each character, where it came and went."""

    entry: Entry
    text: str
    origins: Origins
    since: int
    inserted: bool
    repealed: int | None = None


class _Fold:
    """The states of each article that is asked for, version by version."""

    def __init__(self, versions: Sequence[Version], text_of: TextOf) -> None:
        self.versions, self._text_of = versions, text_of
        self._entries: dict[int, dict[str, Entry]] = {}
        self._states: dict[str, list[_State | None]] = {}
        self._redlines: dict[tuple[str, int], Redline] = {}

    def entry(self, article: str, rank: int) -> Entry | None:
        """The article's place in the contents of a version."""
        if rank not in self._entries:
            self._entries[rank] = {entry.id: entry for entry in self.versions[rank].contents}
        return self._entries[rank].get(article)

    def text(self, entry: Entry, rank: int) -> str:
        return self._text_of(self.versions[rank], entry)

    def state(self, article: str, rank: int) -> _State | None:
        """The article as it stands after the version of that rank; None before its first."""
        states = self._states.setdefault(article, [])
        while len(states) <= rank:
            states.append(self._next(article, len(states), states[-1] if states else None))
        return states[rank]

    def _next(self, article: str, rank: int, before: _State | None) -> _State | None:
        entry = self.entry(article, rank)
        if entry is None:
            if before is None or before.repealed is not None or not self.versions[rank].complete:
                return before  # what an incomplete version leaves out is not repealed
            return _State(before.entry, before.text, before.origins, before.since, before.inserted, rank)
        if before is None or before.repealed is not None:
            return self._arrived(article, entry, rank)
        if entry.sha256 == before.entry.sha256 and entry.heading == before.entry.heading:
            return before
        text = self.text(entry, rank)
        redline = compare(read(before.text), read(text))
        self._redlines[article, rank] = redline
        origins = carried(redline, before.origins, Origin(rank))
        self._from_elsewhere(article, rank, redline, origins)
        return _State(entry, text, origins, before.since, before.inserted)

    def _arrived(self, article: str, entry: Entry, rank: int) -> _State:
        text = self.text(entry, rank)
        origins = [Origin(rank)] * len(text)
        inserted = rank > 0 and self.versions[rank - 1].complete
        if inserted:
            self._from_elsewhere(article, rank, None, origins)
        return _State(entry, text, origins, rank, inserted)

    def _from_elsewhere(self, article: str, rank: int, redline: Redline | None, origins: Origins) -> None:
        """Give alinéas that left another article in this version the origins they had there."""
        entry = self.entry(article, rank)
        assert entry is not None
        text = self.text(entry, rank)
        come = list(_new_blocks(read(text), redline))
        if not come or not self.versions[rank - 1].complete:
            return
        others: list[tuple[str, int]] = []
        gone: list[tuple[Place, Block]] = []
        for other in self._changed(article, rank):
            for start, block in self._struck(other, rank):
                gone.append((Place(len(others) + 1, 0), block))
                others.append((other, start))
        places = [(Place(0, start), block) for start, block in come]
        blocks = dict([*gone, *places])
        for target, source in find_moves(gone, places).items():
            other, start = others[source.article - 1]
            self._carry(other, start, blocks[source], target.block, blocks[target], rank, origins)

    def _carry(
        self, other: str, start: int, old: Block, at: int, new: Block, rank: int, origins: Origins
    ) -> None:
        state = self.state(other, rank - 1)
        if state is None:
            return
        body_start = start + len(old.lead)
        inner = compare(read(old.body), read(new.body))
        moved = [
            origin if origin.version == rank else Origin(origin.version, origin.article or other, rank)
            for origin in carried(inner, state.origins[body_start : body_start + len(old.body)], Origin(rank))
        ]
        at += len(new.lead)
        origins[at : at + len(new.body)] = moved

    def _changed(self, article: str, rank: int) -> list[str]:
        """The other articles that this version changed or repealed."""
        found = []
        for entry in self.versions[rank - 1].contents:
            now = self.entry(entry.id, rank)
            if entry.id == article or (now is None and not self.versions[rank].complete):
                continue
            if now is None or (now.sha256, now.heading) != (entry.sha256, entry.heading):
                found.append(entry.id)
        return found

    def _struck(self, other: str, rank: int) -> Iterator[tuple[int, Block]]:
        """The alinéas that another article lost in this version, with where they began in its old text."""
        entry, before = self.entry(other, rank), self.entry(other, rank - 1)
        assert before is not None
        old = self.text(before, rank - 1)
        if entry is None:
            yield from _blocks(read(old))
            return
        if (other, rank) not in self._redlines:
            self._redlines[other, rank] = compare(read(old), read(self.text(entry, rank)))
        gone = {start for start, _ in _one_sided(self._redlines[other, rank], Side.OLD)}
        yield from ((start, block) for start, block in _blocks(read(old)) if start in gone)


def _new_blocks(document: Document, redline: Redline | None) -> Iterator[tuple[int, Block]]:
    if redline is None:
        yield from _blocks(document)
        return
    come = {start for start, _ in _one_sided(redline, Side.NEW)}
    if come:
        yield from ((start, block) for start, block in _blocks(document) if start in come)


def _one_sided(redline: Redline, side: Side) -> Iterator[tuple[int, int]]:
    """Start and length, in the text of that side, of each alinéa that it alone has."""
    status = BlockStatus.INSERTED if side is Side.NEW else BlockStatus.DELETED
    other = "delete" if side is Side.NEW else "insert"
    at = 0
    for article in redline.articles:
        for block in article.blocks:
            if effective_side(article, block) in (side, Side.BOTH):
                length = sum(len(s.text) for s in block.segments if s.op != other)
                if status in block.statuses and block.move is None:
                    yield at, length
                at += length


def _blocks(document: Document) -> Iterator[tuple[int, Block]]:
    """The alinéas below the heading, with where each begins."""
    blocks = [
        (block, k == 0 and section.heading is not None)
        for section in document.sections
        for k, block in enumerate(section.blocks)
    ]
    starts = accumulate((len(block.raw) for block, _ in blocks), initial=0)
    yield from ((start, block) for (block, heads), start in zip(blocks, starts, strict=False) if not heads)
