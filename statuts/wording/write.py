"""The act that makes one text of another: what is written is read back and applied before it is given.

Where the result is not the new text, what went wrong is said one level up: words, alinéa, article.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from statuts.diff.compare import compare
from statuts.diff.statistics import Statistics, statistics
from statuts.errors import WordingError
from statuts.language.sentences import sentences
from statuts.markdown.read import read
from statuts.model.document import Document
from statuts.model.instruction import Address, Instruction, Rewrite, Step, Unit
from statuts.model.message import msg
from statuts.model.redline import Redline, Side
from statuts.wording.apply import apply
from statuts.wording.layout import Style
from statuts.wording.outline import Outline, outline, without_hard_breaks
from statuts.wording.pairs import Article, paired
from statuts.wording.places import alineas_of, find
from statuts.wording.plan import Planner, formulas
from statuts.wording.planned import Formula, Levels, Planned
from statuts.wording.speech import Language, Written

_MOST_TRIES = 9


@dataclass(frozen=True, slots=True)
class Wording:
    """An act, checked. `instructions` are what was read back from `text`, each with its changes.

    `unsaid` counts what it cannot express: typography, layout and markup, by class. `formulas`
    tells how many alinéas were said by words, whole, or with their article.
    """

    text: str
    instructions: tuple[Instruction, ...]
    unsaid: Statistics
    formulas: Mapping[Formula, int]
    result: str

    @property
    def is_whole(self) -> bool:
        """Whether nothing less than the whole text anew would do."""
        return any(
            isinstance(i.deed, Rewrite) and i.deed.places == ((Step(Unit.TEXT),),) for i in self.instructions
        )


def write(
    redline: Redline,
    old: Document,
    new: Document,
    language: Language,
    style: Style = Style.ACT,
    subject: str = "statuts",
) -> Wording:
    """The wording that turns `old` into `new`. Raises `WordingError` where none can be found."""
    before, after = outline(old), outline(new)
    articles = paired(redline, before, after)
    planner = Planner(before, after, articles)
    levels = Levels()
    problem: WordingError | None = None

    def second(address: Address) -> bool:
        return _is_second(before, address)

    for attempt in range(_MOST_TRIES):
        levels.text = levels.text or attempt == _MOST_TRIES - 1
        planned = planner.plan(levels)
        written = language.write([each.deed for each in planned], style, subject, second)
        try:
            act = language.read_act(written.text) if planned else ()
            result = read(apply(act, old, language.name).text) if act else old
        except WordingError as error:
            problem = error
            wrong = [
                each for each, label in zip(planned, written.labels, strict=True) if label == error.where
            ]
            if not _raised(levels, ((each.article, each.pair) for each in wrong or planned)):
                if levels.text:
                    break
                levels.text = True
            continue
        problem = None
        left = compare(result, new)
        missed = _missed(left, result, articles, after)
        if missed:
            even = compare(read(without_hard_breaks(result.source)), read(without_hard_breaks(new.source)))
            if not even.changes:
                left, missed = even, []
        if not missed:
            instructions = _with_changes(act, planned, written)
            return Wording(
                written.text, instructions, statistics(left), formulas(planned, articles), result.source
            )
        if not _raised(levels, missed):
            if levels.text:
                break
            levels.text = True
    raise WordingError(
        msg("No wording was found that gives the new text."),
        problem.message if problem else msg("a part of it differs in its heading or its kind only"),
    )


def _is_second(text: Outline, address: Address) -> bool:
    """Whether there are two of what the last step counts."""
    step = address[-1]
    [place] = find(text, address[:-1], lambda _: "")[:1]
    if step.unit is Unit.SENTENCE:
        return sum(len(sentences(_words(text, p, k))) for p, k in alineas_of(text, place)) == 2
    if step.unit is Unit.ROW:
        return False
    within = alineas_of(text, place)
    if step.unit is Unit.DASH:
        within = [(p, k) for p, k in within if text.portions[p].alineas[k].is_dash]
    return len(within) == 2


def _words(text: Outline, p: int, k: int) -> str:
    alinea = text.portions[p].alineas[k]
    return text.source[alinea.start : alinea.end]


_At = tuple[int, int]
"""The index of an article and of a pair in it; -1 where it is the article as a whole."""


def _missed(left: Redline, result: Document, articles: Sequence[Article], after: Outline) -> list[_At]:
    """Where the result and the new text still differ, folded classes apart; empty where they do not."""
    where = {article.new: n for n, article in enumerate(articles) if article.new is not None}
    found: list[_At] = []
    if not left.changes:
        return found
    for article in paired(left, outline(result), after):
        if not article.change.changes and article.change.side is Side.BOTH:
            continue
        if article.new is None or article.new not in where:
            found.append((0, -1))  # something is there that should not be, or the reverse
            continue
        n = where[article.new]
        wrong = {j for pair in article.pairs if pair.changes for j in pair.new}
        ours = [k for k, pair in enumerate(articles[n].pairs) if wrong & set(pair.new)]
        found += [(n, k) for k in ours] or [(n, -1)]
    return found


def _raised(levels: Levels, targets: Iterable[_At]) -> bool:
    """Take each target one level up; False where none can go further."""
    raised = False
    for n, k in dict.fromkeys(targets):
        if k >= 0 and levels.pairs.get((n, k), Formula.WORDS) < Formula.ALINEA:
            levels.pairs[n, k] = Formula.ALINEA
            raised = True
        elif levels.articles.get(n) is not Formula.ARTICLE:
            levels.articles[n] = Formula.ARTICLE
            raised = True
    return raised


def _with_changes(
    act: Sequence[Instruction], planned: Sequence[Planned], written: Written
) -> tuple[Instruction, ...]:
    """The instructions as read back, each with its whole sentence and the changes it was written for."""
    if len(act) != len(planned):
        return tuple(act)
    return tuple(
        replace(each, label=label, wording=passage, changes=plan.changes)
        for each, plan, label, passage in zip(act, planned, written.labels, written.passages, strict=True)
    )
