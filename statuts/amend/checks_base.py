"""References held against the text a change is made to: what became of the article they named there."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from statuts.amend.checks_index import Index
from statuts.amend.checks_mentions import Mention
from statuts.diff.articles import pair_articles
from statuts.model.check import CheckCode, CheckFinding
from statuts.model.document import Document, Section, SectionKind
from statuts.model.message import Message, msg


class Past:
    """What became of the numbers of the base."""

    def __init__(self, base: Document, new: Document, index: Index, references: Sequence[Mention]) -> None:
        self.index, self.references = index, references  # those of the base
        pairs = pair_articles(base.sections, new.sections)
        self._now = {base.sections[i].id: new.sections[j] for i, j in pairs}
        self._was = {new.sections[j].id: base.sections[i] for i, j in pairs}

    def was(self, section: Section) -> Section | None:
        """The section of the base that became `section`."""
        return self._was.get(section.id)

    def became(self, number: str) -> Section | None:
        """What the base's article of that number has become; None where it is gone, or was not one."""
        article = self.index.one(number)
        return self._now.get(article.id) if article else None

    def missing(self, reference: str, number: str) -> Message:
        """Why no article has this number any more."""
        article = self.index.one(number)
        if article is None:
            return msg(
                "“{reference}”: there is no article {number}.", reference=reference, number=_said(number)
            )
        now = self.became(number)
        if now is None or now.heading is None:
            return msg(
                "“{reference}”: “{label}” of the text it changes is gone.",
                reference=reference,
                label=article.label,
            )
        return msg(
            "“{reference}”: “{label}” of the text it changes is now “{now}”.",
            reference=reference,
            label=article.label,
            now=now.label,
        )


def stale_findings(past: Past, now: Index, references: Sequence[Mention]) -> Iterator[CheckFinding]:
    """References that stayed although their number is now another article's."""
    before: dict[str, list[str]] = defaultdict(list)
    for mention in past.references:
        before[mention.section.id] += _numbers(mention)
    after: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    for mention in references:
        after[mention.section.id] += [(number, mention) for number in _numbers(mention)]
    for found in filter(None, after.values()):
        was = past.was(found[0][1].section)
        if was is None:
            continue
        for place in _stayed(past, before[was.id], [number for number, _ in found]):
            number, mention = found[place]
            if message := _stale(past, now, mention.written, number):
                yield CheckFinding(CheckCode.OTHER_ARTICLE, mention.section.label, mention.line, message)


def _stayed(past: Past, old: Sequence[str], new: Sequence[str]) -> list[int]:
    """Which of a section's numbers nobody carried over to those of today.

    One by one where there are as many as before; else those of before, carried over, are taken away
    first, and what is left on both sides is a number that stayed.
    """
    carried = [_carried(past, number) for number in old]
    if Counter(carried) == Counter(new):
        return []
    if len(old) == len(new):
        return [k for k, number in enumerate(new) if number == old[k] and number != carried[k]]
    left = Counter(carried) & Counter(new)
    stayed = Counter(
        number for number, key in zip(old, carried, strict=True) if key != number and new.count(key) < 1
    )
    places = []
    for k, number in enumerate(new):
        if left[number]:
            left[number] -= 1
        elif stayed[number]:
            stayed[number] -= 1
            places.append(k)
    return places


def _carried(past: Past, number: str) -> str:
    became = past.became(number)
    return became.heading.key if became and became.heading else ""


def _stale(past: Past, now: Index, reference: str, number: str) -> Message | None:
    meant, here = past.index.one(number), now.one(number)
    if meant is None or here is None:
        return None
    became = past.became(number)
    if became is None:
        if past.was(here) is None:  # as like as not, rewritten under its old number
            return None
        return msg(
            "“{reference}”: “{label}” of the text it changes is gone; this number is now that of “{here}”.",
            reference=reference,
            label=meant.label,
            here=here.label,
        )
    if became.id == here.id or became.kind is not SectionKind.ARTICLE:
        return None
    return msg(
        "“{reference}”: “{label}” of the text it changes is now “{now}”; "
        "this number is now that of “{here}”.",
        reference=reference,
        label=meant.label,
        now=became.label,
        here=here.label,
    )


def _numbers(mention: Mention) -> tuple[str, ...]:
    return mention.numbers if mention.word == "article" else ()


def _said(key: str) -> str:
    return key.replace("-", " ") if key[-1:].isalpha() else key
