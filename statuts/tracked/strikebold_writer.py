"""Pieces of text to `~~old~~ **new**`, such that `strikebold` reads the same words back."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from statuts.model.redline import Op
from statuts.model.tracked import Piece, joined
from statuts.tracked.strikebold import LEAD, SIGN, SIGNS, is_notation, is_tight

_SIGN_OF = {Op.DELETE: "~~", Op.INSERT: "**", Op.EQUAL: ""}
_LINE_END = re.compile(r"(\r?\n[ \t>]*)")
_CELL_END = re.compile(r"([ \t]*\|[ \t]*|\r?\n[ \t>]*)")


def write_strikebold(pieces: Iterable[Piece], row: bool = False) -> str:
    """One block's pieces, marked; `row` says that `|` parts table cells, which no mark may cross."""
    return _signed(_noted(_tight(_grouped(_broken(joined(list(pieces)), row)))))


def _broken(pieces: Sequence[Piece], row: bool) -> tuple[Piece, ...]:
    """The pieces cut where no mark may pass; what parts lines or cells stays outside the marks."""
    border = _CELL_END if row else _LINE_END
    result: list[Piece] = []
    for position, piece in enumerate(pieces):
        if piece.op is Op.EQUAL:
            result.append(piece)
        elif not row and (piece.op is Op.DELETE or _inside_a_word(pieces, position)):
            # The layout is the new text's, so struck lines are run on; and a line end that only the
            # new text has must not part a word of the old one.
            result.append(Piece(piece.op, border.sub(" ", piece.text)))
        else:
            for number, text in enumerate(border.split(piece.text)):
                result.append(Piece(Op.EQUAL if number % 2 else piece.op, text))
    return joined(result)


def _inside_a_word(pieces: Sequence[Piece], position: int) -> bool:
    """Whether the text without this insertion has no white space at its place."""
    # Neighbours of one fate are joined, so those beside an insertion belong to the old text.
    before = pieces[position - 1].text if position else " "
    after = pieces[position + 1].text if position + 1 < len(pieces) else " "
    return not before[-1].isspace() and not after[0].isspace()


def _grouped(pieces: Sequence[Piece]) -> list[Piece]:
    """Between two equal pieces, all that is struck stands before all that is new."""
    result: list[Piece] = []
    for _is_equal, run in groupby(pieces, key=lambda piece: piece.op is Op.EQUAL):
        # Equal pieces come one by one; sorting is stable.
        result += sorted(run, key=lambda piece: piece.op is Op.INSERT)
    return list(joined(result))


def _tight(pieces: list[Piece]) -> list[Piece]:
    """Spaces at the edge of a mark moved outside it, where neither text can feel it."""
    result: list[Piece] = []
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        if piece.op is Op.EQUAL:
            result.append(piece)
            position += 1
            continue
        group = [piece]
        if position + 1 < len(pieces) and pieces[position + 1].op is Op.INSERT and piece.op is Op.DELETE:
            group.append(pieces[position + 1])
        position += len(group)
        before = result[-1].text if result else ""
        after = pieces[position].text if position < len(pieces) else ""
        left, inner, right = _hoisted([p.text for p in group], before, after)
        marked = [Piece(p.op, text) for p, text in zip(group, inner, strict=True)]
        result += [Piece(Op.EQUAL, left), *_apart(marked, right or after), Piece(Op.EQUAL, right)]
    return list(joined(result))


def _hoisted(texts: list[str], before: str, after: str) -> tuple[str, list[str], str]:
    """The white space of the edges apart. Where one text has none there, the other may only lose its
    own if white space (or a border) stands beside: else two words would be parted, or made one.
    """
    if not all(text.strip() for text in texts):
        return "", texts, ""
    open_left = not before or before[-1].isspace()
    open_right = not after or after[0].isspace()
    both = len(texts) == 2
    lefts = [text[: len(text) - len(text.lstrip())] for text in texts]
    rights = [text[len(text.rstrip()) :] for text in texts]
    left = right = ""
    if open_left or (both and all(lefts)) or (not both and (open_right or is_tight(after))):
        left = lefts[-1] or lefts[0]
        texts = [text.lstrip() for text in texts]
    if open_right or (both and all(rights)) or (not both and open_left):
        right = rights[-1] or rights[0]
        texts = [text.rstrip() for text in texts]
    return left, texts, right


def _apart(marked: list[Piece], after: str) -> list[Piece]:
    """A space that only one of the two texts begins with, set between them: « recherche~~, au~~  **et** »."""
    if len(marked) < 2 or not (is_tight(after) or after[0].isspace()):
        return marked
    glued, spaced = sorted(marked, key=lambda piece: piece.text[0].isspace())
    words = spaced.text.lstrip()
    if glued.text[0].isspace() or words == spaced.text or not words:
        return marked
    return [glued, Piece(Op.EQUAL, spaced.text[: -len(words)]), Piece(spaced.op, words)]


def _noted(pieces: list[Piece]) -> list[Piece]:
    """With the spaces that belong to the notation, so that a mark never opens on a sign glued to a word."""
    result: list[Piece] = []
    for piece in pieces:
        if piece.op is not Op.EQUAL and result:
            gap = result.pop() if result[-1].op is Op.EQUAL else Piece(Op.EQUAL, "")
            spaced = Piece(Op.EQUAL, gap.text + " ")
            before = result[-1] if result else Piece(Op.EQUAL, "")
            at_line_start = gap.text.endswith("\n")
            # « a. » and a space would be read as the mark of a list
            line = spaced.text.rsplit("\n", 1)[-1]
            like_a_mark = line.strip() and (line != spaced.text or not result) and re.fullmatch(LEAD, line)
            may_be = not at_line_start and not like_a_mark
            result.append(spaced if may_be and is_notation(before, spaced, piece) else gap)
        result.append(piece)
    return list(joined(result))


def _signed(pieces: list[Piece]) -> str:
    parts: list[str] = []
    for position, piece in enumerate(pieces):
        sign = _SIGN_OF[piece.op]
        before = sign or (_SIGN_OF[pieces[position - 1].op] if position else "")
        after = sign or (_SIGN_OF[pieces[position + 1].op] if position + 1 < len(pieces) else "")
        parts += [sign, escape(piece.text, before, after), sign]
    return "".join(parts)


def escape(text: str, before: str = "", after: str = "") -> str:
    """`text` such that reading takes none of it for a mark, between the marks `before` and `after`."""
    # The marks count: a single `*` beside `**` is part of the same run of signs.
    whole = before + text + after
    result: list[str] = []
    position = 0
    for run in SIGNS.finditer(whole):
        result.append(whole[position : run.start()])
        at = run.start()
        for sign in SIGN.finditer(run.group()):
            at += len(sign[0])
            is_text = len(before) < at <= len(whole) - len(after)
            result.append(sign[1] * 2 + ("\\" if is_text else "") + sign[2])
        position = run.end()
    written = "".join([*result, whole[position:]])
    return written[len(before) : len(written) - len(after)]
