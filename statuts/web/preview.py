"""What a change looks like before it is saved: its redline, its wording, what is to be looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from statuts.amend.checks import check
from statuts.amend.outcome import outcome
from statuts.amend.parts import owners
from statuts.diff.compare import compare
from statuts.diff.statistics import statistics
from statuts.diff.three import compare_three
from statuts.errors import ProposalError, WordingError
from statuts.language.invisible import named
from statuts.markdown.read import read
from statuts.model.check import CheckFinding
from statuts.model.document import Document
from statuts.model.message import Message, msg
from statuts.model.parts import Part, joined
from statuts.model.proposal import Proposal
from statuts.model.redline import ArticleChange, Redline
from statuts.render import summary
from statuts.render.filtering import DEFAULT
from statuts.render.html_articles import articles_of
from statuts.render.html_context import Context
from statuts.render.html_view import Article
from statuts.render.voice import Voice
from statuts.web.room import Known, proposed


@dataclass(frozen=True, slots=True)
class Preview:
    """One article, or a whole text, with its changes; `wording` says them as an assembly votes them."""

    articles: tuple[Article, ...]
    total: int
    folded: str
    wording: tuple[str, ...] = ()
    unsaid: str = ""
    three: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A finding in words, and whether it stands in the article at hand."""

    code: str
    place: str
    said: str
    here: bool


def of_article(known: Known, proposal: Proposal, article: str, voice: Voice) -> Preview:
    """One article of a proposal, numbered as in the redline of the whole. Raises `ProposalError`."""
    parts, after = proposed(known, proposal)
    redline = compare(known.document, after)
    mine = _of_part(redline, article, known, parts, after)
    context = Context(redline.articles, DEFAULT, voice.say)
    numbers = {s.change for a in mine for b in a.blocks for s in b.segments} | {
        n for a in mine for b in a.blocks for n in b.changes
    }
    wording, unsaid = _wording(known, proposal, article, (redline, after), voice)
    return Preview(
        articles_of(mine, context),
        sum(1 for n in numbers if n is not None),
        ", ".join(map(voice.say, summary.folded(statistics(redline), DEFAULT))),
        wording,
        unsaid,
    )


def _of_part(
    redline: Redline, article: str, known: Known, parts: Sequence[Part], after: Document
) -> list[ArticleChange]:
    new, old = owners(after, parts), owners(known.document, known.parts)
    return [
        change
        for change in redline.articles
        if (change.new and new.get(change.new.id) == article)
        or (change.new is None and change.old and old.get(change.old.id) == article)
    ]


def _wording(
    known: Known, proposal: Proposal, article: str, whole: tuple[Redline, Document], voice: Voice
) -> tuple[tuple[str, ...], str]:
    """The act that makes the changes of this article alone, and why there is none where there is none."""
    from statuts.wording.languages import language
    from statuts.wording.write import write

    touched = {operation.article for operation in proposal.operations}
    if article not in touched:
        return (), ""
    redline, after = whole
    try:
        if len(touched) > 1:
            after = read(joined(outcome(known.parts, proposal, (article,)).parts))
            redline = compare(known.document, after)
        act = write(redline, known.document, after, language(voice.language), subject=proposal.text)
    except (WordingError, ProposalError) as error:
        return (), voice.say(error.message)
    return tuple(named(line) for line in act.text.splitlines() if line.strip()), ""


def of_three(known: Known, proposal: Proposal, article: str, typed: str, voice: Voice) -> Preview:
    """One article as it is, as proposed and as sub-amended by what is `typed`; whose change is whose.

    Raises `ProposalError`.
    """
    parts, between = proposed(known, proposal)
    changed = [part._replace(markdown=typed) if part.id == article else part for part in parts]
    after = read(joined(changed))
    labels = (say_old(voice), say_proposed(voice), voice.say(msg("sub-amended text")))
    redline = compare_three(known.document, between, after, labels)
    new = owners(after, changed)
    mine = [change for change in redline.articles if change.new and new.get(change.new.id) == article]
    context = Context(redline.articles, DEFAULT, voice.say)
    return Preview(articles_of(mine, context), context.total, "", three=True)


def say_old(voice: Voice) -> str:
    """How the text in force is called."""
    return voice.say(msg("current text"))


def say_proposed(voice: Voice) -> str:
    """How the text of a proposal is called."""
    return voice.say(msg("proposed text"))


def findings(known: Known, proposal: Proposal, article: str, voice: Voice) -> list[Checked]:
    """What is to be looked at in the text that a proposal makes; what stands in `article` first."""
    parts, after = proposed(known, proposal)
    found = check(after, known.document, known.ground.version.complete)
    new = owners(after, parts)
    labels = {section.label for section in after.sections if new[section.id] == article and section.label}
    told = [_said(finding, finding.label in labels, voice) for finding in found]
    return sorted(told, key=lambda each: not each.here)


def _said(finding: CheckFinding, here: bool, voice: Voice) -> Checked:
    return Checked(finding.code, named(finding.label), named(voice.say(finding.message)), here)


def counted(redline: Redline, voice: Voice) -> str:
    """How much changes, in one line."""
    figures = statistics(redline)
    lines: list[Message] = [summary.headline(figures), *summary.words(figures)]
    return " · ".join(voice.say(line).rstrip(".") for line in lines)
