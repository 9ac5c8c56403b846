"""A grammar as people write it (EBNF), drawn from the very pieces that parse; and what may begin one."""

import re
from collections.abc import Iterable, Iterator, Sequence

from statuts.wording.combinators import Captured, Choice, InOrder, Like, Piece, Repeated, Rule, Unless, Word

_WIDTH = 100
_INDENT = " " * 8
_PARTS = re.compile(r'\s*(?:"[^"]*"|[^\s"]+)')


def productions(root: Rule) -> str:
    """Every rule that `root` is made of, in the order in which they are met."""
    return "".join(_production(rule) for rule in _rules(root))


def openings(pieces: Iterable[Piece]) -> list[str]:
    """What any of `pieces` can begin with, each once."""
    return list(dict.fromkeys(label for piece in pieces for label in _openings(piece)))


def _rules(root: Rule) -> list[Rule]:
    known: dict[str, Rule] = {root.title: root}
    waiting: list[Piece] = [root.piece]
    while waiting:
        piece = waiting.pop(0)
        if isinstance(piece, Rule):
            if piece.title in known:
                continue
            known[piece.title] = piece
        waiting[:0] = _inside(piece)
    return list(known.values())


def _inside(piece: Piece) -> list[Piece]:
    if isinstance(piece, InOrder | Choice):
        return piece.pieces
    return [piece.piece] if isinstance(piece, Repeated | Unless | Captured) else []


def _production(rule: Rule) -> str:
    body = rule.piece
    while isinstance(body, Captured) and not isinstance(body, Rule):
        body = body.piece
    head = f"{rule.title} = "
    if len(head + _bare(body)) <= _WIDTH or not isinstance(body, Choice):
        return _filled(f"{head}{_bare(body)} ;")
    first, *others = [_show(piece) for piece in body.pieces]
    lines = [f"{head}{first}", *(f"    | {other}" for other in others)]
    return "".join(map(_filled, [*lines[:-1], f"{lines[-1]} ;"]))


def _filled(line: str) -> str:
    """The line broken between its parts, never inside a quotation."""
    lines = [""]
    for part in _PARTS.findall(line):
        if len(lines[-1] + part) > _WIDTH and lines[-1].strip():
            lines.append(_INDENT + part.lstrip())
        else:
            lines[-1] += part
    return "\n".join(each.rstrip() for each in lines) + "\n"


def _show(piece: Piece) -> str:
    if isinstance(piece, Rule):
        return piece.title
    if isinstance(piece, Word):
        return piece.label or _group([f'"{key}"' for key in piece.keys])
    if isinstance(piece, Like):
        return piece.label
    if isinstance(piece, InOrder):
        return " ".join(_in_order(piece.pieces))
    if isinstance(piece, Choice):
        return _group([_show(each) for each in piece.pieces])
    if isinstance(piece, Repeated):
        return f"[ {_bare(piece.piece)} ]" if piece.once else f"{{ {_bare(piece.piece)} }}"
    if isinstance(piece, Unless):
        return f"(* sauf devant : {_bare(piece.piece)} *)"
    assert isinstance(piece, Captured), piece
    return _show(piece.piece)


def _in_order(pieces: Sequence[Piece]) -> Iterator[str]:
    """The pieces, words that follow one another said together: "par les dispositions"."""
    run: list[str] = []
    for piece in pieces:
        if isinstance(piece, Word) and len(piece.keys) == 1 and not piece.label:
            run.append(piece.keys[0])
            continue
        if run:
            yield _said(run)
            run = []
        yield _show(piece)
    if run:
        yield _said(run)


def _said(words: Sequence[str]) -> str:
    return '"' + " ".join(words).replace("' ", "'") + '"'


def _group(shown: Sequence[str]) -> str:
    return shown[0] if len(shown) == 1 else "( " + " | ".join(shown) + " )"


def _bare(piece: Piece) -> str:
    """The piece without the parentheses of a choice."""
    if isinstance(piece, Choice):
        return " | ".join(_show(each) for each in piece.pieces)
    return _show(piece).removeprefix("( ").removesuffix(" )") if isinstance(piece, Word) else _show(piece)


def _openings(piece: Piece) -> Iterator[str]:
    if isinstance(piece, Word):
        yield from [piece.label.strip("() ").replace('"', "")] if piece.label else piece.keys
    elif isinstance(piece, Like):
        yield piece.label
    elif isinstance(piece, Choice):
        for each in piece.pieces:
            yield from _openings(each)
    elif isinstance(piece, InOrder):
        for k, each in enumerate(piece.pieces):
            if isinstance(each, Word) and len(each.keys) == 1 and not each.label:
                yield next(_in_order(piece.pieces[k:])).strip('"')
                return
            yield from _openings(each)
            if not isinstance(each, Repeated | Unless):
                return
    elif isinstance(piece, Captured) and piece.says:
        yield piece.says
    elif isinstance(piece, Repeated | Captured):
        yield from _openings(piece.piece)
