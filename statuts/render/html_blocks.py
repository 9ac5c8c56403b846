"""One alinéa of a redline as its template lays it out: its fate, its marks, its number in the margin."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from statuts.diff.inverse import effective_side
from statuts.language.invisible import named
from statuts.model.document import BlockKind
from statuts.model.message import Message, msg
from statuts.model.redline import (
    ArticleChange,
    ArticleStatus,
    Author,
    BlockChange,
    BlockStatus,
    ChangeClass,
    Op,
    Part,
    Segment,
    Side,
)
from statuts.render.author_moves import see_other_place
from statuts.render.html_context import Context, leaves
from statuts.render.html_inline import line_of, sign_of
from statuts.render.html_view import Change, Fate, Line, Mark, Note, Words
from statuts.render.items import own_mark
from statuts.render.summary import BLOCK_STATUS_NAMES

TABLE = frozenset({BlockKind.ROW, BlockKind.RULE})
VERBATIM = frozenset({BlockKind.CODE, BlockKind.HTML, BlockKind.FRONT_MATTER})
_SIDES = {Side.BOTH: "both", Side.OLD: "old", Side.NEW: "new", None: "none"}
_SAID = (
    BlockStatus.SPLIT,
    BlockStatus.JOINED,
    BlockStatus.REPLACED,
    BlockStatus.SENTENCE_REPLACED,
)
_LEFT: dict[bool, Callable[[int], Message]] = {
    True: lambda n: msg("moved further down, see C{number}", number=n),
    False: lambda n: msg("moved further up, see C{number}", number=n),
}
_CAME: dict[bool, Callable[[int], Message]] = {
    True: lambda n: msg("moved from further up, see C{number}", number=n),
    False: lambda n: msg("moved from further down, see C{number}", number=n),
}
_QUOTED = re.compile(r"(?:\r\n?|\n)(?:[ \t]*>)+[ \t]?")
_NUMBER = re.compile(r"[\s>]*[^\W_]{1,6} ?[.)°]+\s*")
_CLOSERS = re.compile(r"[\s#|>`~=-]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with what its article makes of it: the side it stands on and the segments to show."""

    block: BlockChange
    side: Side | None
    segments: tuple[Segment, ...]
    leaving: bool
    repeats: frozenset[int]  # the numbers that the alinéa above, or the table so far, shows already
    goes_on: bool  # what was cut in two, this alinéa being a further part of it

    @property
    def quotes(self) -> int:
        """How many quotations stand around it."""
        if self.block.kind in VERBATIM or self.block.kind is BlockKind.HEADING:
            return 0
        lead = self.lead(new=True) or self.lead(new=False)
        return max(lead.count(">"), self.block.kind is BlockKind.QUOTE)

    @property
    def level(self) -> int:
        """How many lists stand around it."""
        if self.block.kind is BlockKind.HEADING:
            return 0
        return max(self.block.depth - self.quotes, self.block.kind is BlockKind.ITEM)

    def is_late(self, segment: Segment) -> bool:
        """Words of the old text that the new text's line end cuts off: the stop of a heading once run in."""
        cut_off = segment.part is Part.TAIL and segment.op is Op.DELETE and self.side is Side.BOTH
        return cut_off and _CLOSERS.fullmatch(segment.text) is None

    def lead(self, *, new: bool) -> str:
        """What stands before the words in one of the texts."""
        lost = Op.DELETE if new else Op.INSERT
        mine = [s for s in self.block.segments if s.part is Part.LEAD]
        return "".join([s.text for s in mine if s.op is not lost])

    @property
    def words(self) -> tuple[Segment, ...]:
        """The segments of its words; in a quotation, without the signs that begin each further line."""
        words = tuple(s for s in self.segments if s.part is Part.TEXT or self.is_late(s))
        if not self.quotes:
            return words
        return tuple(s._replace(text=_QUOTED.sub("\n", s.text)) for s in words)


def pieces_of(article: ArticleChange) -> list[Piece]:
    """The blocks of an article, each knowing what precedes it."""
    found: list[Piece] = []
    before: frozenset[int] = frozenset()
    cut, table = False, 0
    for block in article.blocks:
        is_row = block.kind in TABLE and block.group
        side = effective_side(article, block)
        segments = _seen(block.segments, side)
        is_cut = BlockStatus.SPLIT in block.statuses
        found.append(Piece(block, side, segments, leaves(article, block), before, cut and is_cut))
        # what spans the rows of a table is a column: its number stands once
        before = frozenset(block.changes) | (before if is_row and block.group == table else frozenset())
        cut, table = is_cut, block.group if is_row else 0
    return found


def _seen(segments: tuple[Segment, ...], side: Side | None) -> tuple[Segment, ...]:
    """What is laid out: a place that was left shows the old words, one of neither text shows them struck."""
    if side is Side.OLD:
        return tuple(s for s in segments if s.op is not Op.INSERT)
    if side is None:
        return tuple(s for s in segments if s.op is Op.DELETE)
    return segments


def seen_on(piece: Piece) -> str:
    """In which view the block is seen: `both`, `old`, `new`, or `none` where neither text has it."""
    if piece.side is Side.BOTH and piece.words:  # of three texts, a block may come or go in pieces
        ops = {None if s.by is Author.BOTH else s.op for s in piece.words}
        for op, side in ((Op.DELETE, "old"), (Op.INSERT, "new"), (None, "none")):
            if ops <= {op, None} and op in ops:
                return side
    return _SIDES[piece.side]


def wrap_of(piece: Piece) -> str:
    """The mark around the whole of a block whose own segments do not say which text it belongs to."""
    if piece.side is Side.OLD:
        return "" if all(s.op is Op.DELETE for s in piece.segments) else "del"
    if piece.side is Side.NEW:
        return "" if all(s.op is Op.INSERT for s in piece.segments) else "ins"
    return "ins" if piece.side is None else ""


def fate_of(piece: Piece, article: ArticleChange, context: Context) -> Fate:
    """What happened to the block as a whole; gives its numbers and the ids that no words will bear."""
    block, move = piece.block, piece.block.move
    shown = {s.change for s in piece.segments if s.change is not None and context.visible(s)}
    own = {n for n in shown if n in block.changes} | ({move} if move is not None else set())
    wordless = block.kind is BlockKind.RULE or not piece.words
    bearers = tuple(context.change(n, ()) for n in sorted(own)) if wordless else ()
    wrap = wrap_of(piece)
    moved = _moved(piece, move, context) if move is not None and not wordless else None
    if moved and not wrap:  # of three texts, its words bear the number of the sub-amendment
        bearers, moved = (*bearers, moved), None
    return Fate(
        side=seen_on(piece),
        changed=bool(own) or any(context.visible(s) for s in piece.words),
        folded=any(s.cls is not None and not context.visible(s) for s in piece.segments),
        moved=move is not None,
        wrap=wrap,
        move=moved,
        numbers=tuple(context.number(n) for n in sorted(own - piece.repeats)),
        notes=tuple(notes_of(piece, article, context)),
        wordless=tuple(change for change in bearers if change.anchor),
    )


def _moved(piece: Piece, move: int, context: Context) -> Change:
    return context.change(move, (), anchor=context.place(move, piece.leaving))


def notes_of(piece: Piece, article: ArticleChange, context: Context) -> list[Note]:
    """What happened to the whole, in words; where it moved, the place to look at."""
    say, move = context.say, piece.block.move
    notes = [
        Note(say(BLOCK_STATUS_NAMES[status]))
        for status in _SAID
        if status in piece.block.statuses and not (status is BlockStatus.SPLIT and piece.goes_on)
    ]
    for number in dict.fromkeys(s.change for s in piece.segments if s.moved and s.change is not None):
        leaving = any(s.op is Op.DELETE for s in piece.segments if s.change == number)
        if piece.block.kind in TABLE:
            if piece.block.kind is BlockKind.ROW and number not in piece.repeats:
                notes.append(Note(say(msg("a column moved: C{number}", number=number))))
            continue
        if context.move(number) is None:  # its other end is not here: the sub-amendment moved it again
            notes.append(Note(say(msg("a sentence moved"))))
            continue
        said = see_other_place(piece.block, number)
        notes.append(Note(say(said), context.place(number, not leaving)))
    if move is None or move in piece.repeats:
        return notes
    target = context.place(move, not piece.leaving)
    places = context.move(move)
    whole = ArticleStatus.MOVED in article.statuses
    if places is None:
        return [Note(say(msg("moved")), ""), *notes]
    down = places.source < places.target
    if whole or places.source_label == places.target_label:
        said = _LEFT[down](move) if piece.leaving else _CAME[down](move)
    elif piece.leaving:
        said = msg("moved, see C{number} in “{article}”", number=move, article=named(places.target_label))
    else:
        said = msg("moved from “{article}”, see C{number}", number=move, article=named(places.source_label))
    return [Note(say(said), target), *notes]


def line(piece: Piece, context: Context) -> Line:
    """The words of a block, with a sign for what differs only around them."""
    words = line_of(piece.words, context, markup=piece.block.kind not in VERBATIM)
    return (*_lead_signs(piece, context), *words, *_tail_signs(piece, context))


def _tail_signs(piece: Piece, context: Context) -> list[Change]:
    """Line ends that differ: by layout, or because the alinéa was cut here."""
    marks: list[Change] = []
    cut = BlockStatus.SPLIT in piece.block.statuses or BlockStatus.JOINED in piece.block.statuses
    for segment in piece.segments:
        if segment.part is not Part.TAIL or segment.op is Op.EQUAL or piece.is_late(segment):
            continue
        if segment.change is None:
            marks.append(Change(None, (_sign(segment, context),)))
        elif cut and piece.side is Side.BOTH:
            mark = _sign(segment, context) if "\n" in segment.text else _space(segment)
            marks.append(context.change(segment.change, (mark,)))
    return marks


def _lead_signs(piece: Piece, context: Context) -> list[Change]:
    if piece.block.kind is BlockKind.ITEM or piece.side is not Side.BOTH:
        return []
    differing = [s for s in piece.segments if s.part is Part.LEAD and s.cls is ChangeClass.LAYOUT]
    return [Change(None, tuple(_lead_sign(s, context) for s in differing))] if differing else []


def _lead_sign(segment: Segment, context: Context) -> Mark:
    """A paragraph that was an item has lost its number, which is read; other marks are named."""
    if not _NUMBER.fullmatch(segment.text):
        return _sign(segment, context)
    op = "del" if segment.op is Op.DELETE else "ins"
    return Mark(op, (Words(named(segment.text)),), folded=not context.visible(segment))


def _sign(segment: Segment, context: Context) -> Mark:
    op = "del" if segment.op is Op.DELETE else "ins"
    return Mark(op, (), folded=not context.visible(segment), sign=sign_of(segment.text, context))


def _space(segment: Segment) -> Mark:
    return Mark("del" if segment.op is Op.DELETE else "ins", (Words(segment.text),), bare=True)


def marker(piece: Piece, context: Context) -> tuple[Line, bool]:
    """What stands before an item (« a) ») and whether it is a mere bullet, which the page draws itself."""
    old, new = (own_mark(piece.lead(new=False)), own_mark(piece.lead(new=True)))
    folded = ChangeClass.LAYOUT not in context.shown
    if piece.side is not Side.BOTH or old == new:
        mark = new if piece.side is not Side.OLD else old
        if not mark:
            return (), True
        whole = {Side.OLD: "del", Side.NEW: "ins", None: "ins"}
        return (Change(None, (Mark(whole.get(piece.side, ""), (Words(named(mark)),)),)),), False
    marks: Sequence[Mark] = [
        Mark(op, (Words(named(text)),), folded, gap=op == "ins" and bool(old))
        for op, text in (("del", old), ("ins", new))
        if text
    ]
    return (Change(None, tuple(marks)),), False
