"""What was recorded of a decision, held against the association's own rules, each with its clause."""

from collections.abc import Iterator
from datetime import date, timedelta

from statuts.model.archive import Association, Basis, Decision, Regime, Rule, Votes
from statuts.model.message import Message, msg


def remarks_on(decision: Decision, association: Association, text: str) -> Iterator[Message]:
    """What the rules of `text` make of a decision, rule by rule, each with its clause.

    Only figures that are recorded are compared; where one is missing, that is said instead.
    """
    for rule in association.rules:
        if rule.text in ("", text):
            yield from _remarks(rule, decision)


def _remarks(rule: Rule, decision: Decision) -> Iterator[Message]:
    if rule.id == "notice" and rule.days is not None:
        yield from _notice(rule, rule.days, decision)
    elif rule.id == "quorum" and rule.share:
        yield from _quorum(rule, decision)
    elif rule.id == "majority" and rule.share:
        for resolution in decision.resolutions:
            yield from _majority(rule, decision, resolution.votes)


def _notice(rule: Rule, days: int, decision: Decision) -> Iterator[Message]:
    if decision.convened is None or decision.day is None:
        yield msg("{clause} was not checked: the day of the convocation is not recorded.", clause=rule.clause)
    elif (decision.day - decision.convened).days < days:
        yield msg(
            "convened {given} days before, where {clause} wants {wanted}.",
            given=(decision.day - decision.convened).days,
            wanted=days,
            clause=rule.clause,
        )


def _quorum(rule: Rule, decision: Decision) -> Iterator[Message]:
    if decision.members is None or decision.present is None:
        yield msg(
            "{clause} was not checked: the members, or those present, are not recorded.", clause=rule.clause
        )
        return
    there = decision.present + (decision.represented or 0)
    wanted = rule.asked_of(decision.members)
    if wanted is not None and there < wanted:
        yield msg(
            "{there} members present or represented, where {clause} wants {wanted}.",
            there=there,
            wanted=wanted,
            clause=rule.clause,
        )


def _majority(rule: Rule, decision: Decision, votes: Votes | None) -> Iterator[Message]:
    if votes is not None and votes.unanimous:
        return
    whole = _whole(rule.basis, decision, votes)
    if votes is None or votes.pour is None or whole is None:
        yield msg(
            "{clause} was not checked: the votes, or what they are counted on, are not recorded.",
            clause=rule.clause,
        )
        return
    wanted = rule.asked_of(whole)
    if wanted is not None and votes.pour < wanted:
        yield msg(
            "{given} votes for, where {clause} wants {wanted} of {whole}.",
            given=votes.pour,
            wanted=wanted,
            whole=whole,
            clause=rule.clause,
        )


def _whole(basis: Basis, decision: Decision, votes: Votes | None) -> int | None:
    if basis is Basis.MEMBERS:
        return decision.members
    if basis is Basis.ATTENDING:
        return None if decision.present is None else decision.present + (decision.represented or 0)
    if votes is None or votes.pour is None or votes.contre is None:
        return None
    return votes.pour + votes.contre


def due(association: Association, day: date) -> tuple[Message, ...]:
    """What the law asks for after a decision of that day, with the article of law."""
    if association.regime is Regime.ALSACE_MOSELLE:
        return (
            msg("effective only once inscribed in the register of associations (code civil local, art. 71)."),
        )
    asked = [
        msg("to be declared by {limit} (loi du 1er juillet 1901, art. 5).", limit=three_months_after(day)),
    ]
    if association.regime is Regime.PUBLIC_UTILITY:
        asked.insert(0, msg("effective only once approved (décret du 16 août 1901, art. 13-1)."))
    return tuple(asked)


def three_months_after(day: date) -> date:
    """The same day three months later; the last of the month where that month has no such day."""
    month = day.month + 3
    year, month = day.year + (month > 12), (month - 1) % 12 + 1
    following = date(year + (month == 12), month % 12 + 1, 1)
    return date(year, month, min(day.day, (following - timedelta(days=1)).day))
