"""The facts that papers leave blank, to be filled in by hand: each as a short noun phrase."""

from collections.abc import Iterator, Sequence

from statuts.language.grammar import in_series
from statuts.model.archive import Rule
from statuts.model.message import Message, msg
from statuts.papers.case import AmendmentCase, Meeting
from statuts.papers.names import heading_of
from statuts.papers.resolutions import is_voted
from statuts.render.voice import Voice


def meeting_gaps(association: str, meeting: Meeting) -> Iterator[Message]:
    """What is not known of who decides, when and where."""
    given = (
        (association, msg("name of the association")),
        (meeting.body, msg("body that decides")),
        (meeting.day, msg("date of the meeting")),
        (meeting.place, msg("place of the meeting")),
    )
    return (message for fact, message in given if not fact)


def notice_gaps(meeting: Meeting, rules: Sequence[Rule]) -> Iterator[Message]:
    """What a convocation needs besides: the hour, and the association's own rules in numbers."""
    if not meeting.hour:
        yield msg("hour of the meeting")
    quorum = next((rule for rule in rules if rule.id == "quorum"), None)
    if quorum is None:
        yield msg("rule of the association on the quorum")
    else:
        if meeting.members is None:
            yield msg("number of members, for the quorum")
        if not quorum.share:
            yield msg("share of the members that makes the quorum")
    if all(rule.id != "majority" for rule in rules):
        yield msg("rule of the association on the majority")


def reasons_gaps(case: AmendmentCase, voice: Voice) -> Iterator[Message]:
    """The articles for which no reasons are given, unless there are some for the whole."""
    voted = [article for article in case.redline.articles if is_voted(article)]
    without = [heading_of(a, voice) for a in voted if a.shown.id not in case.rationale.by_article]
    if not without or case.rationale.general:
        return
    if len(without) == len(voted):
        yield msg("reasons for the proposal")
    else:
        yield msg("reasons for: {articles}", articles=in_series(without, voice.language))
