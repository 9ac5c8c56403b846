"""The redline as a paper: the whole text with its changes, and the list of them, C1 to Cn."""

from dataclasses import dataclass

from statuts.diff.statistics import statistics
from statuts.model.message import Message, msg
from statuts.model.redline import ChangeClass, Redline
from statuts.model.sheet import Passage
from statuts.papers.masthead import title_of
from statuts.papers.names import TextName
from statuts.papers.paper import Paper
from statuts.papers.passages import whole_redline
from statuts.render import summary
from statuts.render.changes import NumberedChange, changes_of, shortened
from statuts.render.voice import Voice


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list of changes; empty where nothing was struck, or nothing added."""

    number: str
    article: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlinePaper(Paper):
    """The paper of a redline. `moved` says that something stands elsewhere, which the legend explains."""

    old_label: str
    new_label: str
    old_digest: str
    summary: tuple[str, ...]
    headline: str
    figures: tuple[str, ...]
    moved: bool
    passages: tuple[Passage, ...]
    changes: tuple[Listed, ...]
    folded: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RedlineCase:
    """What a redline's paper is made of; what is not known is empty. `status` says how far the text has
    come, `band` in a word, `adopted` whether it is the law.
    """

    redline: Redline
    text: TextName | None = None
    association: str = ""
    status: str = ""
    band: Message | None = None
    adopted: bool = False
    summary: tuple[str, ...] = ()


def redline_paper(case: RedlineCase, shown: frozenset[ChangeClass], voice: Voice) -> RedlinePaper:
    """The paper of a redline, the classes `shown` numbered."""
    redline, say = case.redline, voice.say
    figures = statistics(redline)
    changes = changes_of(redline.articles, shown)
    return RedlinePaper(
        language=voice.language,
        title=say(title_of(redline, case.text, voice)),
        association=case.association,
        status=case.status,
        band=say(case.band) if case.band else "",
        digest=redline.new.sha256,
        adopted=case.adopted,
        old_label=redline.old.label,
        new_label=redline.new.label,
        old_digest=redline.old.sha256,
        summary=case.summary,
        headline=say(summary.headline(figures)),
        figures=tuple(map(say, [*summary.articles(figures), *summary.words(figures)])),
        moved=any(change.moved for change in changes),
        passages=whole_redline(redline),
        changes=tuple(_listed(change, voice) for change in changes),
        folded=tuple(map(say, summary.folded(figures, shown))),
        notes=tuple(map(say, redline.notes)),
    )


def _listed(change: NumberedChange, voice: Voice) -> Listed:
    article = change.article or voice.say(msg("Before the first article"))
    new = shortened(change.new)
    if change.moved:
        new = voice.say(msg("moved: {words}", words=new or shortened(change.old)))
    return Listed(f"C{change.number}", article, "" if change.moved else shortened(change.old), new)
