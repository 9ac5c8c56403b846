"""The extract of the minutes: who was there, the text of each resolution, and what became of it."""

from dataclasses import dataclass, replace

from statuts.language.grammar import capitalised
from statuts.model.archive import Decision
from statuts.model.message import Message, msg
from statuts.model.sheet import Passage
from statuts.papers.agenda import Item, items_of
from statuts.papers.case import AmendmentCase, day_or_blank
from statuts.papers.paper import Paper
from statuts.papers.passages import quoted
from statuts.render import facts
from statuts.render.facts import Row, Vote, decision_rows
from statuts.render.voice import BLANK, Voice


@dataclass(frozen=True, slots=True)
class Decided:
    """A resolution with its text: the amending `wording`, and the article as it then reads (None where it
    is repealed, or where only numbers follow). `votes` are those recorded; without any, room to write.
    """

    heading: str
    subject: str
    numbers: str
    wording: tuple[str, ...]
    new: Passage | None
    sentence: str
    votes: tuple[Vote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes(Paper):
    """The paper of a decision. `others` are recorded resolutions that no article here is about."""

    body: str
    day: str
    facts: tuple[Row, ...]
    resolutions: tuple[Decided, ...]
    others: tuple[Vote, ...]
    old_label: str
    old_digest: str


def minutes(case: AmendmentCase, decision: Decision, voice: Voice) -> Minutes:
    """The extract of the minutes of the meeting that took `decision`, or will."""
    say = voice.say
    told = replace(
        decision,
        body=decision.body or case.meeting.body,
        day=decision.day or case.meeting.day,
        place=decision.place or case.meeting.place,
        hour=decision.hour or case.meeting.hour,
        members=decision.members if decision.members is not None else case.meeting.members,
    )
    rows = tuple(replace(r, value=BLANK) if r.missing else r for r in decision_rows(told, voice))
    items = items_of(case, voice)
    known = {vote for item in items for vote in item.recorded}
    text = case.adopted.text if case.adopted else ""
    mine = [r for r in decision.resolutions if r.text in ("", text)]
    return Minutes(
        language=voice.language,
        title=say(msg("Extract of the minutes")),
        association=case.association or BLANK,
        status=say(msg("Amendment {of}", of=say(case.text.with_of()))),
        band=say(case.standing.band),
        digest=case.redline.new.sha256,
        adopted=case.adopted is not None,
        body=capitalised(told.body) or BLANK,
        day=day_or_blank(told.day, voice),
        facts=rows,
        resolutions=tuple(_decided(case, item) for item in items),
        others=tuple(vote for vote in facts.decided(mine, voice) if vote not in known),
        old_label=case.redline.old.label,
        old_digest=case.redline.old.sha256,
        missing=tuple(map(say, _missing(case, rows, items))),
    )


def _decided(case: AmendmentCase, item: Item) -> Decided:
    new = case.new_section(item.article.new) if item.article else None
    return Decided(
        heading=item.resolution.heading,
        subject=item.heading,
        numbers=item.numbers,
        wording=item.wording,
        new=quoted(new) if new else None,
        sentence=item.resolution.sentence,
        votes=item.recorded,
    )


def _missing(case: AmendmentCase, rows: tuple[Row, ...], items: tuple[Item, ...]) -> list[Message]:
    said = [] if case.association else [msg("name of the association")]
    said += [msg("{fact}: not recorded", fact=row.name) for row in rows if row.missing]
    return said + [
        msg("result of: {resolution}", resolution=f"{item.resolution.heading} – {item.heading}")
        for item in items
        if not item.recorded or any(vote.missing for vote in item.recorded)
    ]
