"""What is put to the vote in an amendment, item by item: every paper numbers and words it the same way."""

from collections.abc import Sequence
from dataclasses import dataclass

from statuts.language.grammar import in_series
from statuts.model.archive import Resolution as Decided
from statuts.model.message import msg
from statuts.model.redline import ArticleChange
from statuts.papers.act_text import sentence_paragraphs
from statuts.papers.case import AmendmentCase
from statuts.papers.names import change_numbers, changes_of, heading_of
from statuts.papers.resolutions import (
    Resolution,
    Resolver,
    is_consequence,
    is_voted,
    numbers_of,
    renumbered,
)
from statuts.render import facts
from statuts.render.facts import Vote
from statuts.render.summary import ARTICLE_STATUS_NAMES
from statuts.render.voice import Voice


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to vote on: an article, or with `article` None the renumbering that follows from others.

    `recorded` are the results the archive holds; `wording` the sentences that amend it, a paragraph each.
    """

    article: ArticleChange | None
    heading: str
    statuses: tuple[str, ...]
    numbers: str
    resolution: Resolution
    wording: tuple[str, ...] = ()
    recorded: tuple[Vote, ...] = ()


def items_of(case: AmendmentCase, voice: Voice) -> tuple[Item, ...]:
    """All that is voted on, in the order of the text; the consequences last."""
    resolver = Resolver(case.redline, case.text, case.meeting.body, voice)
    voted = [article for article in case.redline.articles if is_voted(article)]
    items = [_item(case, article, number, resolver) for number, article in enumerate(voted, 1)]
    followers = [article for article in case.redline.articles if is_consequence(article)]
    if followers or renumbered(case.redline):
        items.append(
            Item(
                article=None,
                heading=voice.say(msg("Renumbering and references")),
                statuses=(),
                numbers=numbers_of(followers, voice),
                resolution=resolver.resolution(len(voted) + 1, resolver.renumbering_act(followers)),
            )
        )
    return tuple(items)


def _item(case: AmendmentCase, article: ArticleChange, number: int, resolver: Resolver) -> Item:
    voice = resolver.voice
    return Item(
        article=article,
        heading=heading_of(article, voice),
        statuses=tuple(
            voice.say(ARTICLE_STATUS_NAMES[s]) for s in article.statuses if s.value != "unchanged"
        ),
        numbers=change_numbers(changes_of(article), voice),
        resolution=resolver.resolution(number, resolver.act(article)),
        wording=_wording(case, article),
        recorded=facts.decided(_decided(case, article), voice),
    )


def _wording(case: AmendmentCase, article: ArticleChange) -> tuple[str, ...]:
    """The sentences of the act that bring about the changes of an article, each once."""
    own = set(changes_of(article))
    said = dict.fromkeys(each.wording for each in case.act if own.intersection(each.changes))
    return tuple(paragraph for sentence in said for paragraph in sentence_paragraphs(sentence))


def _decided(case: AmendmentCase, article: ArticleChange) -> Sequence[Decided]:
    """The recorded resolutions that are about an article."""
    if case.adopted is None:
        return ()
    name = (case.recorded or {}).get(article.shown.id, article.shown.id)
    return [
        r
        for r in case.adopted.decision.resolutions
        if name in r.articles and r.text in ("", case.adopted.text)
    ]


def said_of(votes: Sequence[Vote], voice: Voice) -> str:
    """« « Objet » : adoptée ; 47 pour »; empty where nothing is recorded."""
    said = [
        voice.say(
            msg("“{subject}”: {result}; {votes}", subject=vote.subject, result=vote.result, votes=vote.votes)
        )
        for vote in votes
    ]
    return in_series(said, voice.language)
