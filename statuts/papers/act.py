"""The three panes: what an act says, beside the text before and the text after, article by article."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from statuts.diff.statistics import Statistics
from statuts.model.instruction import Instruction, Renumber, Unit
from statuts.model.message import Message, msg, msgn
from statuts.model.redline import ArticleChange, Redline, Side
from statuts.papers.act_sides import heading_only, one_sided
from statuts.papers.act_text import Paragraph, paragraphs
from statuts.papers.names import TextName, changes_of, heading_of, is_left_behind
from statuts.papers.paper import Paper
from statuts.papers.printing import Nodes, laid_out
from statuts.render import summary
from statuts.render.article_tags import tags_of
from statuts.render.filtering import DEFAULT
from statuts.render.html_context import Context
from statuts.render.html_view import Number
from statuts.render.voice import Voice
from statuts.wording.layout import place_of

_BEFORE, _AFTER = "before-", "after-"


@dataclass(frozen=True, slots=True)
class ActCase:
    """All that the page is made of; `language` is that of the act's words."""

    text: str
    instructions: Sequence[Instruction]
    unsaid: Statistics
    redline: Redline
    name: TextName
    language: str
    association: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of the act. `anchors` are the ids of the instructions that begin here, `changes` what those
    that end here bring about.
    """

    text: str
    anchors: tuple[str, ...]
    changes: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph of the act; `quoted` where it is an alinéa of the new text."""

    sayings: tuple[Saying, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Amended:
    """What is said of one part of the text, and both its texts; None where there is no such text."""

    anchor: str
    heading: str
    tags: tuple[str, ...]
    act: tuple[Said, ...]
    before: Nodes | None
    after: Nodes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Paper):
    """The page, every word of it in its language but the act's own."""

    act_language: str
    old_label: str
    new_label: str
    old_digest: str
    figures: tuple[str, ...]
    parts: tuple[Amended, ...]
    folded: tuple[str, ...]
    notes: tuple[str, ...]


def act_page(case: ActCase, voice: Voice) -> Act:
    """The page of an act that was written from a redline."""
    redline, say = case.redline, voice.say
    figures = [
        msgn("{count} instruction", "{count} instructions", len(case.instructions)),
        msgn("{count} numbered change", "{count} numbered changes", redline.changes),
    ]
    return Act(
        language=voice.language,
        act_language=case.language,
        title=say(msg("Text of the amendments {of}", of=say(case.name.with_of()))),
        association=case.association,
        status="",
        band="",
        old_label=redline.old.label,
        new_label=redline.new.label,
        old_digest=redline.old.sha256,
        digest=redline.new.sha256,
        figures=tuple(map(say, figures)),
        parts=tuple(_Panes(case, voice).parts()),
        folded=tuple(map(say, summary.folded(case.unsaid, DEFAULT))),
        notes=tuple(map(say, redline.notes)),
    )


class _Panes:
    """Gives each paragraph of the act and each amended article its block."""

    def __init__(self, case: ActCase, voice: Voice) -> None:
        self._case, self._voice = case, voice
        self._amended = [a for a in case.redline.articles if changes_of(a) and not is_left_behind(a)]
        self._homes = [_home(each, self._amended) for each in case.instructions]
        backs = _backs(case.instructions, self._homes)
        self._contexts = {
            side: Context(
                [cut for article in self._amended if (cut := one_sided(article, side))],
                DEFAULT, voice.say, prefix, backs,
            )
            for side, prefix in ((Side.OLD, _BEFORE), (Side.NEW, _AFTER))
        }  # fmt: skip

    def parts(self) -> list[Amended]:
        """One block an article, in the order of the act; what concerns several stands in its own."""
        told: dict[tuple[int, int], list[Paragraph]] = {}
        for paragraph in paragraphs(self._case.text, self._case.instructions):
            home = self._homes[paragraph.about]
            key = (home, 0) if home is not None else (-1, paragraph.about)
            told.setdefault(key, []).append(paragraph)
        shown: dict[tuple[int, int], list[ArticleChange]] = {
            key: [self._amended[key[0]]] for key in told if key[0] >= 0
        }
        left = {n: a for n, a in enumerate(self._amended) if (n, 0) not in told}
        for key in told:
            if key[0] < 0:
                wanted = set(self._case.instructions[key[1]].changes)
                mine = [n for n, a in left.items() if wanted & set(changes_of(a))]
                shown[key] = [left.pop(n) for n in mine]
        if left:  # no instruction knows its changes
            last = next((key for key in reversed(told) if key[0] < 0), (-1, -1))
            told.setdefault(last, [])
            shown[last] = [*shown.get(last, []), *left.values()]
        # the panes come first: which ids there are is known when they are laid out
        laid = {
            key: [self._pane(shown[key], side, whole=key[0] >= 0) for side in (Side.OLD, Side.NEW)]
            for key in told
        }
        return [
            self._part(f"part-{rank}", shown[key], said, laid[key], own=key[0] >= 0)
            for rank, (key, said) in enumerate(told.items(), 1)
        ]

    def _part(
        self,
        anchor: str,
        articles: Sequence[ArticleChange],
        said: Sequence[Paragraph],
        panes: Sequence[Nodes | None],
        *,
        own: bool,
    ) -> Amended:
        say = self._voice.say
        heading = heading_of(articles[0], self._voice) if own else say(self._common(said))
        tags = tuple(map(say, tags_of(articles[0]))) if own else ()
        act = tuple(self._said(paragraph) for paragraph in said)
        return Amended(anchor, heading, tags, act, panes[0], panes[1])

    def _common(self, said: Sequence[Paragraph]) -> Message:
        """What heads a block about several parts."""
        deeds = [self._case.instructions[paragraph.about].deed for paragraph in said]
        if deeds and all(isinstance(deed, Renumber) for deed in deeds):
            return msg("Renumbering")
        return msg("Several parts of the text")

    def _pane(self, articles: Sequence[ArticleChange], side: Side, *, whole: bool) -> Nodes | None:
        nodes: list[Nodes] = []
        for article in articles:
            cut = one_sided(article, side)
            if cut is not None:
                short = not whole and heading_only(article)
                nodes.append(laid_out(cut, self._contexts[side], first_only=short))
        return tuple(node for some in nodes for node in some) if nodes else None

    def _said(self, paragraph: Paragraph) -> Said:
        sayings = tuple(
            Saying(
                run.text,
                tuple(_anchor(n) for n in run.starts),
                self._links(run.ends),
            )
            for run in paragraph.runs
        )
        return Said(sayings, paragraph.runs[0].text.startswith(("«", "“")))

    def _links(self, ends: Sequence[int]) -> tuple[Number, ...]:
        numbers = dict.fromkeys(c for n in ends for c in self._case.instructions[n].changes)
        return tuple(Number(number, target) for number in numbers if (target := self._target(number)))

    def _target(self, number: int) -> str:
        """Where a change is seen: in the text after, unless it only takes away."""
        for side in (Side.NEW, Side.OLD):
            context = self._contexts[side]
            if context.has(context.target(number)):
                return context.target(number)
        return ""


def _anchor(n: int) -> str:
    return f"i{n + 1}"


def _backs(act: Sequence[Instruction], homes: Sequence[int | None]) -> Mapping[int, str]:
    """The instruction each change belongs to; that of one article before that of several."""
    found: dict[int, str] = {}
    for own in (True, False):
        for n, each in enumerate(act):
            if (homes[n] is not None) is own:
                for number in each.changes:
                    found.setdefault(number, _anchor(n))
    return found


def _home(each: Instruction, amended: Sequence[ArticleChange]) -> int | None:
    """The one article an instruction is about; None where there are several, or none is known."""
    wanted = set(each.changes)
    able = [n for n, article in enumerate(amended) if wanted and wanted <= set(changes_of(article))]
    if len(able) != 1:  # a move has one number at both its places
        numbers = _article_numbers(each)
        named = [n for n, article in enumerate(amended) if article.old and article.old.number in numbers]
        able = [n for n in named if n in able] or able or ([] if wanted else named)
    return able[0] if able else None


def _article_numbers(each: Instruction) -> Iterable[str]:
    written = {n for step in place_of(each.deed) if step.unit is Unit.ARTICLE for n in step.numbers}
    return written | {n.removesuffix("er") for n in written}
