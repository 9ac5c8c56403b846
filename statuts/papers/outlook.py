"""Whether a version is the law of the day: what was adopted after it, when that begins, when this one ends.

Légifrance prints « Version à venir au … » on the text still in force: whoever reads one version must be
told of the next. Without a day to judge by, the sentences hold on any day, as a printed paper must.
"""

from collections.abc import Iterator
from datetime import date

from statuts.model.archive import Fact, FactKind, Regime, TextHistory, Version
from statuts.model.message import Message, msg
from statuts.render.facts import decision_name
from statuts.render.voice import Voice

# Under these laws an amendment of the statutes binds nobody before another authority has spoken:
# décret du 16 août 1901, art. 13-1; code civil local, art. 71.
_AUTHORITY = {Regime.PUBLIC_UTILITY: FactKind.APPROVED, Regime.ALSACE_MOSELLE: FactKind.INSCRIBED}


def outlook(
    history: TextHistory, version: Version, regime: Regime, voice: Voice, today: date | None = None
) -> tuple[str, ...]:
    """What a reader of `version` must know of its force, in sentences; nothing where it simply holds."""
    return tuple(voice.say(message) for message in _Outlook(history, regime, voice, today).of(version))


class _Outlook:
    """A text's history seen from one day, or from none."""

    def __init__(self, history: TextHistory, regime: Regime, voice: Voice, today: date | None) -> None:
        self.history, self.voice, self.today = history, voice, today
        self.authority = _AUTHORITY.get(regime) if history.id == "statuts" else None

    def of(self, version: Version) -> Iterator[Message]:
        """The version's own beginning, its end, then what followed it."""
        names = [known.name for known in self.history.versions]
        rank = names.index(version.name)
        yield from self._begins(version, is_first=rank == 0)
        yield from self._ends(version)
        if rank + 1 < len(names):
            following, latest = self.history.versions[rank + 1], self.history.latest
            yield from self._followed(following)
            if latest.name != following.name:
                yield msg("The version adopted last is “{label}” ({by}).", **self._named(latest))

    def _begins(self, version: Version, *, is_first: bool) -> Iterator[Message]:
        if not is_first and self._waits(version):
            yield self._waiting(
                msg("This version takes effect only once approved; no approval is recorded."),
                msg("This version takes effect only once inscribed in the register of associations;"
                    " no inscription is recorded."),
            )  # fmt: skip
        start = version.starts
        if self.today and start and start > self.today:
            yield msg("This version was adopted, but enters into force only on {day}.", day=self._day(start))

    def _ends(self, version: Version) -> Iterator[Message]:
        if self.today is None:  # a paper tells the validity in its head
            return
        if version.ends is not None:
            if version.ends < self.today:
                yield msg(
                    "This version is not in force any more: it ended on {day}.", day=self._day(version.ends)
                )
            else:
                yield msg("The last day of this version in force is {day}.", day=self._day(version.ends))
        elif version.validity:
            yield msg(
                "This version has a limit, “{validity}”; its last day is not recorded.",
                validity=version.validity,
            )

    def _followed(self, following: Version) -> Iterator[Message]:
        named, start = self._named(following), self._takes_effect(following)
        if self._waits(following):
            yield self._waiting(
                msg("A later version was adopted, “{label}” ({by}): it takes effect only once approved;"
                    " no approval is recorded.", **named),
                msg("A later version was adopted, “{label}” ({by}): it takes effect only once inscribed in"
                    " the register of associations; no inscription is recorded.", **named),
            )  # fmt: skip
        elif start is None:
            yield msg(
                "A later version was adopted, “{label}” ({by}); when it enters into force is not recorded.",
                **named,
            )
        elif self.today is None:
            yield msg("“{label}” ({by}) replaces this version from {day} on.", day=self._day(start), **named)
        elif start <= self.today:
            yield msg(
                "This version is not in force any more: “{label}” ({by}) replaced it on {day}.",
                day=self._day(start),
                **named,
            )
        else:
            yield msg(
                "A later version was adopted, “{label}” ({by}): it enters into force on {day}.",
                day=self._day(start),
                **named,
            )

    def _waits(self, version: Version) -> bool:
        return self.authority is not None and not self._spoken(version)

    def _spoken(self, version: Version) -> tuple[Fact, ...]:
        facts = self.history.facts_of(version)
        return tuple(fact for fact in facts if fact.kind is self.authority)

    def _waiting(self, approved: Message, inscribed: Message) -> Message:
        return approved if self.authority is FactKind.APPROVED else inscribed

    def _takes_effect(self, version: Version) -> date | None:
        """The first day in force; where another authority decides, not before it has."""
        start = version.starts
        days = [fact.day for fact in self._spoken(version) if fact.day] if self.authority else []
        return max([start, *days]) if start else None

    def _named(self, version: Version) -> dict[str, str | int | date]:
        return {"label": version.label, "by": decision_name(version, self.voice)}

    def _day(self, day: date) -> str:
        return self.voice.day(day)
