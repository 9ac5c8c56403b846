"""An act in three panes: each instruction beside the text before and after, tied to its changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from statuts.diff.statistics import statistics
from statuts.model.instruction import Instruction
from statuts.model.message import Message, msg
from statuts.model.redline import ArticleChange, Op, Redline, Side
from statuts.papers.names import changes_of, heading_of, is_left_behind
from statuts.papers.setting import Set, Setter, in_place
from statuts.render import summary
from statuts.render.voice import Voice


@dataclass(frozen=True, slots=True)
class Link:
    """« C3 », and the id of the place that shows it."""

    number: int
    target: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One instruction: how it is numbered, its paragraphs, its changes. `anchor` is unique in the page."""

    anchor: str
    label: str
    paragraphs: tuple[str, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Pane:
    """What is said of one part of the text, and that part before and after; None where it is not there."""

    heading: str
    sentences: tuple[Sentence, ...]
    before: Set | None
    after: Set | None


@dataclass(frozen=True, slots=True)
class ActPaper:
    """The page of an act; `digest` is that of the new text."""

    language: str
    title: str
    association: str
    status: str
    old_label: str
    new_label: str
    old_digest: str
    digest: str
    headline: str
    panes: tuple[Pane, ...]
    unsaid: tuple[str, ...]


Setters = Callable[[Sequence[ArticleChange], str], Setter]
"""Makes what sets the articles of one pane; the ids in it begin with the word given."""


def act_paper(
    redline: Redline, act: Sequence[Instruction], unsaid: Sequence[Message], setters: Setters, voice: Voice
) -> ActPaper:
    """The page of `act`, which brings about the changes of `redline`."""
    say = voice.say
    articles = [in_place(a) for a in redline.articles if changes_of(a) and not is_left_behind(a)]
    olds, news = [_one_side(a, Op.DELETE) for a in articles], [_one_side(a, Op.INSERT) for a in articles]
    before, after = setters(olds, "a"), setters(news, "b")
    shown = {n for article in news for n in _numbers(article)}
    waiting = list(dict.fromkeys((each.label, each.wording, each.changes) for each in act))
    panes: list[Pane] = []
    for article, old, new in zip(articles, olds, news, strict=True):
        own = set(changes_of(article))
        mine = [each for each in waiting if own.intersection(each[2])]
        waiting = [each for each in waiting if each not in mine]
        panes.append(
            Pane(
                heading_of(article, voice),
                _sentences(mine, shown, len(panes)),
                before.redline(old) if article.old is not None else None,
                after.redline(new) if article.new is not None else None,
            )
        )
    if waiting:
        panes.append(Pane(say(msg("In the whole text")), _sentences(waiting, shown, len(panes)), None, None))
    return ActPaper(
        language=voice.language,
        title=say(msg("Amending wording")),
        association="",
        status="",
        old_label=redline.old.label,
        new_label=redline.new.label,
        old_digest=redline.old.sha256,
        digest=redline.new.sha256,
        headline=say(summary.headline(statistics(redline))),
        panes=tuple(panes),
        unsaid=tuple(map(say, unsaid)),
    )


def _sentences(
    said: Sequence[tuple[str, str, tuple[int, ...]]], shown: set[int], pane: int
) -> tuple[Sentence, ...]:
    """The sentences of a pane; those that one sentence says are together."""
    joined: dict[tuple[str, str], set[int]] = {}
    for label, wording, changes in said:
        joined.setdefault((label, wording), set()).update(changes)
    return tuple(
        Sentence(
            f"i{pane}-{k}",
            label,
            paragraphs_of(wording),
            tuple(Link(n, f"{'b' if n in shown else 'a'}c{n}") for n in sorted(changes)),
        )
        for k, ((label, wording), changes) in enumerate(joined.items())
    )


def paragraphs_of(sentence: str) -> tuple[str, ...]:
    """A sentence of an act with its final stop, which is not doubled where a quotation ends with one."""
    ended = sentence if sentence.endswith((".\u00a0»", ".”")) else f"{sentence}."
    return tuple(ended.split("\n\n"))


def _one_side(article: ArticleChange, kept: Op) -> ArticleChange:
    """The article as one of the two texts has it, what differs still marked."""
    side = Side.OLD if kept is Op.DELETE else Side.NEW
    blocks = []
    for block in article.blocks:
        if block.side not in (Side.BOTH, side):
            continue
        segments = tuple(s for s in block.segments if s.op in (Op.EQUAL, kept))
        if segments:
            blocks.append(block._replace(segments=segments))
    return replace(article, blocks=tuple(blocks))


def _numbers(article: ArticleChange) -> set[int]:
    return {s.change for b in article.blocks for s in b.segments if s.change is not None} | {
        b.move for b in article.blocks if b.move is not None
    }
