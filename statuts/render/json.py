"""The redline as JSON, out and in: `redline.schema.json` says what it holds."""

import json
from collections.abc import Callable
from typing import Any

from statuts.diff.statistics import Statistics, statistics
from statuts.errors import InputError
from statuts.model.message import Message, msg
from statuts.model.redline import (
    ArticleChange,
    ArticleSide,
    BlockChange,
    ChangeClass,
    Redline,
    Segment,
    TextLabel,
)
from statuts.render.filtering import DEFAULT
from statuts.render.json_reader import FORMAT, VERSION, Node, redline_of

Json = dict[str, Any]


def to_json(redline: Redline, say: Callable[[Message], str], shown: frozenset[ChangeClass] = DEFAULT) -> str:
    """The redline with its statistics; the same value always gives the same bytes. `say` words the notes.

    All differences are in it; `shown` only tells a program that displays it what to fold away.
    """
    value = {
        "format": FORMAT,
        "version": VERSION,
        "old": _label(redline.old),
        "new": _label(redline.new),
        "proposed": _label(redline.proposed) if redline.proposed else None,
        "statistics": statistics_as_data(statistics(redline)),
        "shown": [cls.value for cls in ChangeClass if cls in shown],
        "notes": [say(note) for note in redline.notes],
        "articles": [_article(article) for article in redline.articles],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def statistics_as_data(figures: Statistics) -> Json:
    """The figures as plain values, in the order of the classes and of the statuses."""
    return {
        "changes": figures.changes,
        "words": {
            cls.value: {"deleted": count.deleted, "inserted": count.inserted, "places": count.places}
            for cls, count in figures.classes.items()
        },
        "articles": {status.value: number for status, number in figures.articles.items()},
        "parts": {
            kind.value: {status.value: number for status, number in found.items() if number}
            for kind, found in figures.parts.items()
        },
        "moved": figures.moved,
    }


def from_json(text: str) -> Redline:
    """The redline that a JSON text holds; its statistics are not read, they follow from the rest.

    Raises `InputError`, naming the place, where the text is not JSON or does not follow the schema.
    """
    try:
        value = json.loads(text)
        text.encode()
    except json.JSONDecodeError as error:
        raise InputError(
            msg("Line {line}, column {column}: this is not JSON.", line=error.lineno, column=error.colno),
            msg("the file may have been cut short: make it again with “statuts compare --format json”"),
        ) from None
    except (RecursionError, ValueError):
        raise InputError(
            msg("This JSON is not a redline: it is nested too deep, or holds a number without end."),
            msg("make it again with “statuts compare --format json”"),
        ) from None
    return redline_of(Node(value, ""))


def _label(label: TextLabel) -> Json:
    return {"label": label.label, "sha256": label.sha256}


def _article(article: ArticleChange) -> Json:
    return {
        "kind": article.kind.value,
        "status": [status.value for status in article.statuses],
        "side": article.side.value,
        "old": _side(article.old),
        "new": _side(article.new),
        "blocks": [_block(block) for block in article.blocks],
    }


def _side(side: ArticleSide | None) -> Json | None:
    if side is None:
        return None
    return {"id": side.id, "number": side.number, "title": side.title, "label": side.label}


def _block(block: BlockChange) -> Json:
    return {
        "kind": block.kind.value,
        "status": [status.value for status in block.statuses],
        "side": block.side.value,
        "depth": block.depth,
        "group": block.group,
        "move": block.move,
        "segments": [_segment(segment) for segment in block.segments],
    }


def _segment(segment: Segment) -> Json:
    return {
        "op": segment.op.value,
        "text": segment.text,
        "part": segment.part.value,
        "change": segment.change,
        "class": segment.cls.value if segment.cls else None,
        "moved": segment.moved,
        "by": segment.by.value if segment.by else None,
    }
