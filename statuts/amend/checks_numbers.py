"""Numbers of articles given twice, skipped, or out of order."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from statuts.language.numbering import inserted_after, order
from statuts.model.check import CheckCode, CheckFinding
from statuts.model.document import Document, Section, SectionKind
from statuts.model.message import Message, msg

_VACANT = re.compile(
    r"num[ée]ro\w*\s+(?:\w+\s+){0,3}vacant|conserven?t?\s+(?:son|leur)s?\s+num[ée]ro"
    r"|n[e’'](?:st|\s*sont|\s*est)?\s*(?:pas|jamais)\s+renum[ée]rot",
    re.IGNORECASE,
)
"""A text may say itself that a repealed article leaves a gap: then a gap is no finding."""

_ADVERBIAL = re.compile(r"(\d+)-[a-z]{3,}")
_FAR = 20  # a jump by more is a numbering of its own (« Article 100 » after 9), not so many lost articles


def number_findings(document: Document) -> Iterator[CheckFinding]:
    """Findings about the numbers of the articles, in the order of the text."""
    may_skip = _VACANT.search(document.source) is not None
    for run in runs(document):
        yield from _in_run(run, may_skip)


def runs(document: Document) -> list[list[Section]]:
    """The numbered articles, those apart that are counted apart.

    Each annex counts for itself; so does each division where every one begins again at 1, and what
    follows a division that begins 1, 2 (by-laws in one file with the statutes).
    """
    annexes = {s.id for s in document.sections if s.kind is SectionKind.ANNEX}
    above = {s.id: s.division for s in document.sections}
    main: list[Section] = []
    apart: dict[str, list[Section]] = {}
    for article in document.articles:
        if article.heading is None or not article.heading.key:
            continue
        holder = article.division
        while holder and holder not in annexes:
            holder = above.get(holder, "")
        (apart.setdefault(holder, []) if holder else main).append(article)
    divisions = [list(group) for _, group in groupby(main, key=lambda article: article.division)]
    restarts = len(divisions) > 1 and all(_key(group[0]) == "1" for group in divisions)
    counted: list[list[Section]] = []
    for group in divisions:
        if not counted or restarts or [_key(article) for article in group[:2]] == ["1", "2"]:
            counted.append([])
        counted[-1] += group
    return [*counted, *apart.values()]


def _key(article: Section) -> str:
    return article.heading.key if article.heading else ""


def _in_run(articles: Sequence[Section], may_skip: bool) -> Iterator[CheckFinding]:
    first: dict[str, Section] = {}
    there = {_key(article) for article in articles}
    last = ""
    for article in articles:
        key = _key(article)
        if key in first:
            yield _finding(
                CheckCode.DUPLICATE_NUMBER,
                article,
                msg(
                    "the number {number} is given twice: “{label}” (line {line}) has it too.",
                    number=_said(article),
                    label=first[key].label,
                    line=first[key].blocks[0].line,
                ),
            )
            continue
        first[key] = article
        if last and order(key) < order(last):
            yield _finding(
                CheckCode.OUT_OF_ORDER,
                article,
                msg(
                    "the number {number} is out of order: it stands after {before}.",
                    number=_said(article),
                    before=_said(first[last]),
                ),
            )
            continue
        skipped = (
            [] if may_skip or not last else [number for number in _between(last, key) if number not in there]
        )
        if skipped:
            yield _finding(
                CheckCode.SKIPPED_NUMBER, article, _skip(_said(first[last]), _said(article), skipped)
            )
        last = key


def _between(before: str, after: str) -> list[str]:
    """The keys that are missing between two that follow each other; none where they cannot be told."""
    one, two = re.findall(r"\d+", before), re.findall(r"\d+", after)
    adverbial = _ADVERBIAL.fullmatch(after)
    if adverbial and one[:1] == [adverbial[1]]:
        wanted = inserted_after(before)
        return [wanted] if wanted != after and order(wanted) < order(after) else []
    if not one or not two:
        return []
    if len(one) == len(two) > 1 and one[:-1] == two[:-1]:
        stem, first, last = after[: after.rindex(two[-1])], int(one[-1]), int(two[-1])
    else:
        stem, first, last = "", int(one[0]), int(two[0])
    return [f"{stem}{number}" for number in range(first + 1, last)] if last - first <= _FAR else []


def _skip(before: str, after: str, skipped: Sequence[str]) -> Message:
    if len(skipped) == 1:
        return msg(
            "the number {number} is skipped: {after} follows {before}.",
            number=_written(skipped[0]),
            after=after,
            before=before,
        )
    if len(skipped) == 2:
        return msg(
            "the numbers {first} and {last} are skipped: {after} follows {before}.",
            first=_written(skipped[0]),
            last=_written(skipped[1]),
            after=after,
            before=before,
        )
    return msg(
        "the numbers {first} to {last} are skipped: {after} follows {before}.",
        first=_written(skipped[0]),
        last=_written(skipped[-1]),
        after=after,
        before=before,
    )


def _written(key: str) -> str:
    return key.replace("-", " ") if key[-1:].isalpha() else key


def _said(article: Section) -> str:
    return article.heading.number if article.heading else ""


def _finding(code: CheckCode, article: Section, message: Message) -> CheckFinding:
    return CheckFinding(code, article.label, article.blocks[0].line, message)
