"""The comparison table: each article that changes as it is, as proposed, and why."""

from dataclasses import dataclass

from statuts.diff.statistics import statistics
from statuts.model.message import msg
from statuts.model.redline import ArticleChange, Side
from statuts.model.sheet import Passage
from statuts.papers.act_sides import one_sided
from statuts.papers.case import AmendmentCase
from statuts.papers.names import change_numbers, changes_of, heading_of, is_left_behind
from statuts.papers.paper import Paper
from statuts.papers.passages import drawn, prose
from statuts.papers.proposal import status_of
from statuts.papers.resolutions import is_consequence
from statuts.render import summary
from statuts.render.article_tags import tags_of
from statuts.render.filtering import DEFAULT
from statuts.render.voice import BLANK, Voice


@dataclass(frozen=True, slots=True)
class Compared:
    """A row: `old` or `new` is None where there is no such text, `reasons` where none are given."""

    heading: str
    tags: tuple[str, ...]
    numbers: str
    old: Passage | None
    new: Passage | None
    reasons: Passage | None
    consequence: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Paper):
    """The paper of a comparison."""

    old_label: str
    new_label: str
    old_digest: str
    headline: str
    figures: tuple[str, ...]
    rationale: Passage | None
    rows: tuple[Compared, ...]
    folded: tuple[str, ...]
    notes: tuple[str, ...]


def comparison(case: AmendmentCase, voice: Voice) -> Comparison:
    """The table of an amendment."""
    redline, say = case.redline, voice.say
    figures = statistics(redline)
    changed = [a for a in redline.articles if changes_of(a) and not is_left_behind(a)]
    return Comparison(
        language=voice.language,
        title=say(msg("Comparison table {of}", of=say(case.text.with_of()))),
        association=case.association or BLANK,
        status=status_of(case, voice),
        band=say(case.standing.band),
        digest=redline.new.sha256,
        adopted=case.adopted is not None,
        old_label=redline.old.label,
        new_label=redline.new.label,
        old_digest=redline.old.sha256,
        headline=say(summary.headline(figures)),
        figures=tuple(map(say, [*summary.articles(figures), *summary.words(figures)])),
        rationale=prose(case.rationale.general) if case.rationale.general else None,
        rows=tuple(_row(case, article, voice) for article in changed),
        folded=tuple(map(say, summary.folded(figures, DEFAULT))),
        notes=tuple(map(say, redline.notes)),
    )


def _row(case: AmendmentCase, article: ArticleChange, voice: Voice) -> Compared:
    old, new = (one_sided(article, side) for side in (Side.OLD, Side.NEW))
    reasons = case.rationale.by_article.get(article.shown.id, "")
    return Compared(
        heading=heading_of(article, voice),
        tags=tuple(map(voice.say, tags_of(article))),
        numbers=change_numbers(changes_of(article), voice),
        old=drawn(old) if old else None,
        new=drawn(new) if new else None,
        reasons=prose(reasons) if reasons else None,
        consequence=is_consequence(article),
    )
