"""`statuts log`: the versions of a text, newest first, with what is known of each and what is not."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from statuts.cli import options
from statuts.cli.results import write_result
from statuts.cli.version_data import as_json, version_data
from statuts.desk.versions import history_of, opened
from statuts.errors import UsageError
from statuts.i18n import _, say, say_date
from statuts.language.invisible import named
from statuts.model.archive import (
    Decision,
    Fact,
    FactKind,
    Quorum,
    Resolution,
    Result,
    TextHistory,
    Version,
    VersionKind,
)
from statuts.model.message import msg, msgn
from statuts.press.voices import voice_in
from statuts.render.facts import attendance, votes

_SHORT = 12
"""Characters of a digest that are enough to tell versions apart."""

_RESULTS = {
    Result.ADOPTED: msg("adopted"),
    Result.REFUSED: msg("refused"),
    Result.WITHDRAWN: msg("withdrawn"),
}
_KINDS = {
    VersionKind.CORRECTION: msg("correction of a slip of the pen"),
    VersionKind.RESTORATION: msg("earlier wording restored"),
}
_FACTS = {
    FactKind.DECLARED: msg("declared"),
    FactKind.RECEIPT: msg("receipt"),
    FactKind.JOAFE: msg("published in the JOAFE"),
    FactKind.APPROVED: msg("approved"),
    FactKind.INSCRIBED: msg("inscribed"),
    FactKind.ATTACHED: msg("attached"),
}


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "log",
        callback=_log,
        help=_("List the versions of a text, newest first, with the decision that made each."),
        epilog=_("Example: statuts log statuts --article objet --redline"),
        params=[
            click.Argument(["text"], required=False, metavar=_("[TEXT]")),
            click.Option(
                ["--article"],
                metavar=_("ARTICLE"),
                help=_("Only what touched this article: its id, its number or its title."),
            ),
            click.Option(
                ["--redline"], is_flag=True, help=_("With --article, show what each version changed.")
            ),
            click.Option(["--json", "as_data"], is_flag=True, help=_("Print as JSON.")),
            options.output(),
            options.archive(),
        ],
    )


def _log(
    text: str | None,
    article: str | None,
    redline: bool,
    as_data: bool,
    output: Path | None,
    archive: Path | None,
) -> None:
    if redline and not article:
        raise UsageError(
            msg("--redline shows the changes of one article."), msg("name it: --article objet --redline")
        )
    found = opened(archive)
    history = history_of(found, text)
    if article:
        from statuts.cli.article_log import article_log, article_log_data

        tell = article_log_data if as_data else article_log
        write_result(tell(found, history, article, redlines=redline), output)
        return
    newest_first = history.versions[::-1]
    if as_data:
        result = as_json([version_data(history, version) for version in newest_first])
    else:
        head = named(f"{history.title} – {found.association.name}")
        parts = ["\n".join(_lines(history, version)) for version in newest_first]
        result = "\n\n".join([head, *parts]) + "\n"
    write_result(result, output)


def _lines(history: TextHistory, version: Version) -> Iterator[str]:
    kind = _KINDS.get(version.kind)
    yield named(version.label) + (f" ({say(kind)})" if kind else "")
    yield _row(_("name"), version.name)
    yield _row(_("adopted on"), _day(version.adopted))
    if version.in_force and version.in_force != version.adopted:
        yield _row(_("in force from"), _day(version.in_force))
    if version.ends:
        yield _row(_("in force until"), _day(version.ends))
    if version.validity:
        undated = "" if version.ends else " " + _("(end not dated)")
        yield _row(_("validity"), version.validity + undated)
    yield from _decision(version.decision)
    for fact in history.facts_of(version):
        yield _row(say(_FACTS[fact.kind]), _fact(fact))
    if version.note:
        yield _row(_("note"), version.note)
    yield _row(_("digest"), version.digest[:_SHORT])


def _decision(decision: Decision) -> Iterator[str]:
    if decision == Decision():
        yield _row(_("decision"), _missing())
        return
    meeting = [decision.body or _("body not recorded")]
    if decision.place:
        meeting.append(decision.place)
    if decision.day:
        meeting.append(say_date(decision.day))
    yield _row(_("decision"), ", ".join(meeting))
    if decision.convened:
        yield _row(_("convened on"), say_date(decision.convened))
    yield _row(_("attendance"), attendance(decision, voice_in()) or _missing())
    yield _row(_("quorum"), _quorum(decision.quorum))
    for resolution in decision.resolutions:
        yield from _resolution(resolution)
    if decision.note:
        yield _row(_("note"), decision.note)


def _quorum(quorum: Quorum | None) -> str:
    if quorum is None or quorum == Quorum():
        return _missing()
    said = []
    if quorum.reached is not None:
        said.append(_("reached") if quorum.reached else _("not reached"))
    if quorum.required is None:
        said.append(_("no figure recorded"))
    else:
        said.append(say(msgn("{count} member required", "{count} members required", quorum.required)))
    if quorum.said:
        said.append(_("“{words}”").format(words=quorum.said))
    return ", ".join(said)


def _resolution(resolution: Resolution) -> Iterator[str]:
    result = say(_RESULTS[resolution.result]) if resolution.result else _("result not recorded")
    yield _row(_("resolution"), f"{resolution.subject} – {result}")
    yield _row(_("votes"), votes(resolution.votes, voice_in()) or _missing())


def _fact(fact: Fact) -> str:
    return ", ".join(part for part in (_day(fact.day) if fact.day else "", fact.value) if part) or _missing()


def _day(day: date | None) -> str:
    return say_date(day) if day else _("date not known")


def _missing() -> str:
    return _("not recorded")


def _row(name: str, value: str) -> str:
    return "  " + _("{name}: {value}").format(name=name, value=named(value))
