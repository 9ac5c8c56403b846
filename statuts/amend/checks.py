"""What a person should look at in a text, and in a change to it, before it is voted on or filed."""

from collections.abc import Iterator

from statuts.amend.checks_base import Past, stale_findings
from statuts.amend.checks_index import index_of
from statuts.amend.checks_mentions import Mention, mentions
from statuts.amend.checks_numbers import number_findings
from statuts.amend.checks_references import (
    division_finding,
    missing_articles,
    neighbour_finding,
    part_finding,
)
from statuts.amend.checks_seat import seat_findings
from statuts.amend.checks_terms import term_findings
from statuts.model.check import CheckCode, CheckFinding
from statuts.model.document import Document
from statuts.model.message import Message, msg


def check(
    document: Document, base: Document | None = None, complete: bool = True
) -> tuple[CheckFinding, ...]:
    """Every finding about `document`, by line; with those that only its `base` shows, where one is given.

    A text that is not `complete` proves nothing by what it leaves out: only the seat and the terms are
    looked at.
    """
    found: list[CheckFinding] = []
    if complete:
        found += number_findings(document)
        found += _reference_findings(document, base)
    found += seat_findings(document)
    if base is not None:
        found += term_findings(base, document)
    return tuple(sorted(found, key=lambda finding: finding.line))


def _reference_findings(document: Document, base: Document | None) -> Iterator[CheckFinding]:
    index, references = index_of(document), mentions(document)
    past = Past(base, document, index_of(base), mentions(base)) if base else None
    for mention in references:
        for number in missing_articles(index, mention):
            message = past.missing(mention.written, number) if past else _missing(mention, number)
            yield CheckFinding(CheckCode.NO_SUCH_ARTICLE, mention.section.label, mention.line, message)
        for finding in (
            part_finding(index, mention),
            division_finding(index, mention),
            neighbour_finding(document, mention),
        ):
            if finding:
                yield finding
    if past:
        yield from stale_findings(past, index, references)


def _missing(mention: Mention, number: str) -> Message:
    said = number.replace("-", " ") if number[-1:].isalpha() else number
    return msg("“{reference}”: there is no article {number}.", reference=mention.written, number=said)
