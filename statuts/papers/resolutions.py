"""What the assembly votes on: one resolution an article, and one for the renumbering that follows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from statuts.language.grammar import capitalised, definite, in_series, listed, ordinal
from statuts.model.document import SectionKind
from statuts.model.message import Message, msg, msgn
from statuts.model.redline import (
    FOLDED,
    OF_THE_NUMBER,
    ArticleChange,
    ArticleSide,
    ArticleStatus,
    ChangeClass,
    Part,
    Redline,
)
from statuts.papers.names import (
    TextName,
    change_numbers,
    changes_of,
    heading_of,
    is_left_behind,
    new_name,
    section_name,
    short_name,
)
from statuts.render.voice import BLANK, Voice

_ON_THEIR_OWN = frozenset(
    {ArticleStatus.INSERTED, ArticleStatus.REPEALED, ArticleStatus.MOVED, ArticleStatus.RETITLED}
)
_ORDER_CHANGES = frozenset({ArticleStatus.INSERTED, ArticleStatus.REPEALED, ArticleStatus.MOVED})


@dataclass(frozen=True, slots=True)
class Resolution:
    """A resolution to vote on: « Première résolution » and its sentence. `anchor` is unique in the paper."""

    heading: str
    sentence: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Resolver:
    """Words resolutions for one body, one text and one language."""

    redline: Redline
    text: TextName
    body: str
    voice: Voice

    def resolution(self, number: int, act: str) -> Resolution:
        """Resolution `number`, which decides to `act` (« modifier l’article 1er… »)."""
        body = definite(self.body, self.voice.language) if self.body else BLANK
        return Resolution(
            capitalised(
                self.voice.say(msg("{ordinal} resolution", ordinal=ordinal(number, self.voice.language)))
            ),
            capitalised(self.voice.say(msg("{body}, having deliberated, {act}.", body=body, act=act))),
            f"resolution-{number}",
        )

    def act(self, article: ArticleChange) -> str:
        """What is decided on one article, from « decides » on and without the final stop."""
        of, into = self.voice.say(self.text.with_of()), self.voice.say(self.text.with_in())
        statuses = frozenset(article.statuses)
        say = self.voice.say
        if article.old is None:
            name = new_name(article.kind, article.shown, self.voice)
            place = self._place(article)
            return say(
                msg(
                    "decides to insert {into}, {place}, {name}, in the wording proposed above",
                    into=into,
                    place=place,
                    name=name,
                )
            )
        name = section_name(article.kind, article.old, self.voice)
        if article.new is None:
            return say(msg("decides to repeal {name} {of}", name=name, of=of))
        modified = _is_reworded(article)
        retitled = ArticleStatus.RETITLED in statuses
        if ArticleStatus.MOVED in statuses:
            place = self._place(article)
            if modified or retitled:
                return say(
                    msg(
                        "decides to move {name} {of} {place}, and to give it the wording proposed above",
                        name=name,
                        of=of,
                        place=place,
                    )
                )
            return say(
                msg(
                    "decides to move {name} {of} {place}, its wording unchanged",
                    name=name,
                    of=of,
                    place=place,
                )
            )
        if retitled and not modified:
            if not article.new.title:
                return say(msg("decides that {name} {of} no longer bears a title", name=name, of=of))
            return say(
                msg("decides to entitle {name} {of} “{title}”", name=name, of=of, title=article.new.title)
            )
        return say(msg("decides to amend {name} {of}, which now reads as proposed above", name=name, of=of))

    def _place(self, article: ArticleChange) -> str:
        """After which part of the text this one stands; named as the old text names it."""
        before: ArticleChange | None = None
        for other in self.redline.articles:
            if other is article:
                break
            if other.new is not None and not is_left_behind(other) and other.kind is not SectionKind.TITLE:
                before = other
        if before is None:
            return self.voice.say(msg("at the head of the text"))
        name = short_name(before.kind, before.old or before.shown, self.voice)
        if before.kind is SectionKind.DIVISION:
            return self.voice.say(msg("right below {name}", name=name))
        return self.voice.say(msg("after {name}", name=name))

    def renumbering_act(self, consequences: Sequence[ArticleChange]) -> str:
        """What is decided on numbers and references, for the whole text."""
        clauses = list(renumberings(self.redline, self.voice))
        of = self.voice.say(self.text.with_of())
        follows = any(_ORDER_CHANGES & set(article.statuses) for article in self.redline.articles)
        if not clauses:
            names = [section_name(a.kind, a.old, self.voice) for a in consequences if a.old is not None]
            places = listed(names, self.voice.language)
            return self.voice.say(
                msg("decides to update the references that are made in {places} {of}", places=places, of=of)
            )
        what = in_series(clauses, self.voice.language)
        if follows:
            act = msg(
                "decides, as a consequence, to renumber the articles {of} as follows: {what}",
                of=of,
                what=what,
            )
        else:
            act = msg("decides to renumber the articles {of} as follows: {what}", of=of, what=what)
        references = references_of(self.redline)
        if not references:
            return self.voice.say(act)
        numbers = change_numbers(references, self.voice)
        return self.voice.say(
            msg(
                "{act}. The references from one article to another follow ({changes})",
                act=self.voice.say(act),
                changes=numbers,
            )
        )


def is_consequence(article: ArticleChange) -> bool:
    """Whether all that changes in an article follows from the renumbering of others."""
    if is_left_behind(article) or _ON_THEIR_OWN & set(article.statuses):
        return False
    if any(block.move is not None for block in article.blocks):
        return False
    classes = _classes(article) - FOLDED
    return bool(classes) and classes == {ChangeClass.REFERENCE}


def is_voted(article: ArticleChange) -> bool:
    """Whether an article has a resolution of its own."""
    if is_left_behind(article) or is_consequence(article):
        return False
    return bool(_ON_THEIR_OWN & set(article.statuses) or _classes(article) - FOLDED) or any(
        block.move is not None for block in article.blocks
    )


def is_tidied(article: ArticleChange) -> bool:
    """Whether an article differs by typography, markup or layout alone, on which nobody votes."""
    return (
        not is_left_behind(article)
        and not is_voted(article)
        and bool(_classes(article))
        and not is_consequence(article)
    )


def _classes(article: ArticleChange) -> set[ChangeClass]:
    """The classes of what differs in an article; blank lines at its edges are none of it."""
    return {
        segment.cls
        for block in article.blocks
        for segment in block.segments
        if segment.cls is not None and (segment.part is Part.TEXT or segment.text.strip())
    }


def _is_reworded(article: ArticleChange) -> bool:
    """Whether the words below the heading change, numbers and references apart."""
    below = article.blocks[1:] if article.shown.label else article.blocks
    return any(
        segment.cls is not None and segment.cls not in FOLDED and segment.cls is not ChangeClass.REFERENCE
        for block in below
        for segment in block.segments
        if segment.part is Part.TEXT
    )


def references_of(redline: Redline) -> tuple[int, ...]:
    """The numbers of the changes that are references inside the text, headings apart."""
    return tuple(
        sorted(
            {
                segment.change
                for article in redline.articles
                for block in article.blocks[_heading_blocks(article) :]
                for segment in block.segments
                if segment.cls is ChangeClass.REFERENCE and segment.change is not None
            }
        )
    )


def _heading_blocks(article: ArticleChange) -> int:
    return 0 if OF_THE_NUMBER.isdisjoint(article.statuses) else 1


@dataclass(frozen=True, slots=True)
class NewNumber:
    """A part of the text whose number changes."""

    kind: SectionKind
    old: ArticleSide
    new: ArticleSide
    changes: tuple[int, ...]


def renumbered(redline: Redline) -> tuple[NewNumber, ...]:
    """The parts whose number changes, in the order of the new text."""
    return tuple(
        NewNumber(a.kind, a.old, a.new, a.blocks[0].changes)
        for a in redline.articles
        if not OF_THE_NUMBER.isdisjoint(a.statuses) and a.old and a.new and not is_left_behind(a)
    )


def renumberings(redline: Redline, voice: Voice) -> Iterator[str]:
    """« les articles 5 à 20 deviennent respectivement les articles 6 à 21 », run by run."""
    runs: list[list[NewNumber]] = []
    for part in renumbered(redline):
        if runs and _goes_on(runs[-1][-1], part):
            runs[-1].append(part)
        else:
            runs.append([part])
    for run in runs:
        yield voice.say(_becomes(run[0], run[-1], voice))


def _goes_on(last: NewNumber, part: NewNumber) -> bool:
    steps = ((last.old.number, part.old.number), (last.new.number, part.new.number))
    return last.kind is part.kind is SectionKind.ARTICLE and all(
        a.isdecimal() and b.isdecimal() and int(b) == int(a) + 1 for a, b in steps
    )


def _becomes(first: NewNumber, last: NewNumber, voice: Voice) -> Message:
    if first is last:
        old, new = short_name(first.kind, first.old, voice), short_name(first.kind, first.new, voice)
        return msg("{old} becomes {new}", old=old, new=new)
    values = {"a": first.old.number, "b": last.old.number, "c": first.new.number, "d": last.new.number}
    if int(last.old.number) == int(first.old.number) + 1:
        return msg("articles {a} and {b} become articles {c} and {d} respectively", **values)
    return msg("articles {a} to {b} become articles {c} to {d} respectively", **values)


def tidied(redline: Redline, voice: Voice) -> str:
    """The sentence that names what differs in typography or layout alone; empty where nothing does."""
    names = [heading_of(article, voice) for article in redline.articles if is_tidied(article)]
    if not names:
        return ""
    return voice.say(
        msgn(
            "Besides, typography or layout is corrected, no word being touched, in one part: {names}.",
            "Besides, typography or layout is corrected, no word being touched, in {count} parts: {names}.",
            len(names),
            names=in_series(names, voice.language),
        )
    )


def numbers_of(articles: Sequence[ArticleChange], voice: Voice) -> str:
    """The numbers of all the changes of these articles."""
    return change_numbers((number for article in articles for number in changes_of(article)), voice)
