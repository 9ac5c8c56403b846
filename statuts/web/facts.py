"""What a form tells of a proposal and of a meeting: read with care, and compared with what is there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from statuts.errors import ProposalError
from statuts.model.archive import Decision
from statuts.model.message import Message, msg
from statuts.model.proposal import Numbering, Proposal
from statuts.web.room import digest

_MOST_LINES = 3

NAMES: Mapping[str, Message] = {
    "title": msg("Title"),
    "author": msg("Proposed by"),
    "summary": msg("Summary"),
    "numbering": msg("Numbers"),
    "rationale": msg("Rationale"),
    "body": msg("Body"),
    "day": msg("Day"),
    "hour": msg("Hour"),
    "place": msg("Place"),
    "convened": msg("Day of the convocation"),
    "members": msg("Members"),
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the form holds, as text; `rationale` and `summary` have several lines."""

    title: str = ""
    author: str = ""
    summary: str = ""
    numbering: str = ""
    rationale: str = ""
    body: str = ""
    day: str = ""
    hour: str = ""
    place: str = ""
    convened: str = ""
    members: str = ""

    @staticmethod
    def of(proposal: Proposal) -> "Facts":
        """What a proposal says now."""
        decision = proposal.decision
        return Facts(
            proposal.title,
            proposal.author,
            "\n".join(proposal.summary),
            str(proposal.numbering),
            proposal.rationale.strip("\n"),
            decision.body,
            decision.day.isoformat() if decision.day else "",
            decision.hour,
            decision.place,
            decision.convened.isoformat() if decision.convened else "",
            "" if decision.members is None else str(decision.members),
        )

    @staticmethod
    def told(form: Mapping[str, str], before: "Facts") -> "Facts":
        """What a form says; what it does not ask about stays."""
        values = {name: _tidy(form[name]) for name in NAMES if name in form}
        return replace(before, **values)

    @property
    def digest(self) -> str:
        """What tells whether somebody else told something in the meantime."""
        return digest("\0".join(self.value(name) for name in NAMES))

    def value(self, name: str) -> str:
        """The value of one field."""
        return str(getattr(self, name))

    def put(self, proposal: Proposal) -> Proposal:
        """The proposal with these facts. Raises `ProposalError` for one that cannot be."""
        lines = tuple(one_line(line) for line in self.summary.splitlines() if line.strip())
        if len(lines) > _MOST_LINES:
            raise ProposalError(
                msg("a summary has three lines at most."), msg("keep what every member must know")
            )
        decision = replace(
            proposal.decision,
            body=one_line(self.body),
            day=read_day(self.day),
            hour=one_line(self.hour),
            place=one_line(self.place),
            convened=read_day(self.convened),
            members=read_number(self.members),
        )
        return replace(
            proposal,
            title=one_line(self.title) or proposal.title,
            author=one_line(self.author),
            summary=lines,
            numbering=Numbering(self.numbering) if self.numbering in set(Numbering) else proposal.numbering,
            rationale=self.rationale.strip("\n") + "\n" if self.rationale.strip() else "",
            decision=decision,
        )


def _tidy(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n").strip("\n").strip(" ")


def one_line(value: str) -> str:
    """A fact on one line."""
    return " ".join(value.replace("\0", "").split())


def read_day(value: str) -> date | None:
    """A day as a browser or a person writes it; None where nothing is said. Raises `ProposalError`."""
    said = one_line(value)
    if not said:
        return None
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(said, form).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
    raise ProposalError(msg("“{word}” is not a date.", word=said[:80]), msg("write it like this: 21/06/2021"))


def read_number(value: str) -> int | None:
    """A whole number; None where nothing is said, which is not zero. Raises `ProposalError`."""
    said = one_line(value).replace(" ", "")
    if not said:
        return None
    if not (said.isascii() and said.isdecimal() and len(said) <= 9):
        raise ProposalError(
            msg("“{word}” is not a number of people.", word=said[:80]),
            msg("write it in figures, or leave it blank where it is not known"),
        )
    return int(said)


def decision_told(form: Mapping[str, str]) -> Decision:
    """The meeting that a form tells of; every figure may be missing. Raises `ProposalError`."""
    from statuts.model.archive import Quorum

    reached = {"oui": True, "non": False}.get(form.get("quorum", ""))
    return Decision(
        body=one_line(form.get("body", "")),
        day=read_day(form.get("day", "")),
        hour=one_line(form.get("hour", "")),
        place=one_line(form.get("place", "")),
        convened=read_day(form.get("convened", "")),
        members=read_number(form.get("members", "")),
        present=read_number(form.get("present", "")),
        represented=read_number(form.get("represented", "")),
        quorum=None if reached is None else Quorum(reached),
    )
