"""CriticMarkup, read and written; with an escape, so that every text can be written.

CriticMarkup has no escape. Here a mark that belongs to the text takes one backslash inside: `{++` is
written `{\\++`, `++}` is `++\\}`, `~>` is `~\\>`; where backslashes stand there already, their run grows
by one. Reading takes one away. Each content is written and read on its own, marks left out, so that no
mark can form across a border.
"""

import re
from collections.abc import Iterable

from statuts.errors import MarksError
from statuts.model.message import msg
from statuts.model.redline import Op
from statuts.model.tracked import Piece, Tracked, joined

_INSIDE_A_MARK = r"(?<=\{{)\\{n}(?=\+\+|--|~~|==|>>)|(?<=\+\+|--|~~|==|<<)\\{n}(?=\}})|(?<=~)\\{n}(?=>)"
_TO_ESCAPE = re.compile(_INSIDE_A_MARK.format(n="*+"))
_ESCAPED = re.compile(_INSIDE_A_MARK.format(n="++"))

_MARK = re.compile(r"\{(?:\+\+|--|~~|==|>>)|(?:\+\+|--|~~|==|<<)\}")
# Inside a mark: what closes it, or the opening of another. A content may end in `{` or `{+`, which with
# the closing mark looks like an opening one: `{++}` and `{+++}` open nothing there.
_WITHIN = {
    "{++": re.compile(r"\+\+\}|\{(?:\+\+(?!\+?\})|--|~~)"),
    "{--": re.compile(r"--\}|\{(?:--(?!-?\})|\+\+|~~)"),
    "{~~": re.compile(r"~>|~~\}|\{(?:~~(?!>)|\+\+|--)"),
    "~>": re.compile(r"~~\}|\{(?:~~(?!~?\})|\+\+|--)"),
    "{>>": re.compile(r"<<\}"),
}
_CLOSING = {"{++": "++}", "{--": "--}", "{~~": "~>", "~>": "~~}", "{>>": "<<}", "{==": "==}"}
_HIGHLIGHT = re.compile(r"\{==((?:(?!==\}|\{==).)*+)==\}", re.DOTALL)


def write_critic(pieces: Iterable[Piece]) -> str:
    """The pieces as CriticMarkup; a deletion and the insertion after it become one substitution."""
    parts: list[str] = []
    run = joined(list(pieces))
    position = 0
    while position < len(run):
        piece = run[position]
        text = _TO_ESCAPE.sub(r"\\\g<0>", piece.text)
        if piece.op is Op.EQUAL:
            parts.append(text)
        elif piece.op is Op.INSERT:
            parts.append(f"{{++{text}++}}")
        elif position + 1 < len(run) and run[position + 1].op is Op.INSERT:
            position += 1
            new = _TO_ESCAPE.sub(r"\\\g<0>", run[position].text)
            parts.append(f"{{~~{text}~>{new}~~}}")
        else:
            parts.append(f"{{--{text}--}}")
        position += 1
    return "".join(parts)


def read_critic(text: str) -> Tracked:
    """The tracked changes of a CriticMarkup text; comments are dropped, highlighted text is kept.

    Raises `MarksError` with the line where a mark is not closed, closes nothing, or crosses another.
    """
    pieces: list[Piece] = []
    position = 0
    highlight: int | None = None
    while mark := _MARK.search(text, position):
        pieces.append(_piece(Op.EQUAL, text[position : mark.start()]))
        position = mark.end()
        match mark.group():
            case "{++" as opening:
                content, position = _content(text, opening, position)
                pieces.append(_piece(Op.INSERT, content))
            case "{--" as opening:
                content, position = _content(text, opening, position)
                pieces.append(_piece(Op.DELETE, content))
            case "{~~" as opening:
                content, position = _content(text, opening, position)
                pieces.append(_piece(Op.DELETE, content))
                content, position = _content(text, "~>", position)
                pieces.append(_piece(Op.INSERT, content))
            case "{>>" as opening:
                _comment, position = _content(text, opening, position)
            case "{==" if highlight is None:
                highlight = mark.start()
            case "==}" if highlight is not None:
                highlight = None
            case "{==" as inner:
                raise _crossing(text, mark.start(), inner, "{==")
            case other:
                raise _stray(text, mark.start(), other)
    if highlight is not None:
        raise _unclosed(text, highlight, "{==")
    pieces.append(_piece(Op.EQUAL, text[position:]))
    return Tracked(joined(pieces))


def _piece(op: Op, written: str) -> Piece:
    return Piece(op, _ESCAPED.sub(lambda run: run.group()[1:], written))


def _content(text: str, opening: str, start: int) -> tuple[str, int]:
    """What a mark holds (written form, comments and highlighting left out), and where to read on."""
    closing = _CLOSING[opening]
    found = _WITHIN[opening].search(text, start)
    if found is None:
        raise _unclosed(text, start - len(opening), opening)
    if found.group() != closing:
        raise _crossing(text, found.start(), found.group(), opening)
    content = _without_comments(text[start : found.start()])
    return _HIGHLIGHT.sub(r"\1", content), found.end()


def _without_comments(content: str) -> str:
    parts: list[str] = []
    position = 0
    while (start := content.find("{>>", position)) >= 0 and (end := content.find("<<}", start)) >= 0:
        parts.append(content[position:start])
        position = end + len("<<}")
    return "".join([*parts, content[position:]])


def _crossing(text: str, position: int, inner: str, opening: str) -> MarksError:
    return MarksError(
        msg(
            "Line {line}: “{inner}” stands inside “{opening}”, which is not closed yet.",
            line=_line(text, position),
            inner=inner,
            opening=opening,
        ),
        msg("close the first mark with “{closing}” before the next one opens", closing=_CLOSING[opening]),
    )


def _unclosed(text: str, position: int, opening: str) -> MarksError:
    return MarksError(
        msg("Line {line}: the mark “{mark}” is never closed.", line=_line(text, position), mark=opening),
        msg("add “{closing}” where the change ends", closing=_CLOSING[opening]),
    )


def _stray(text: str, position: int, mark: str) -> MarksError:
    return MarksError(
        msg("Line {line}: the mark “{mark}” closes nothing.", line=_line(text, position), mark=mark),
        msg(
            "remove it, or open the change before it; if it belongs to the text, write “{escaped}”",
            escaped=f"{mark[:-1]}\\{mark[-1]}",
        ),
    )


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
