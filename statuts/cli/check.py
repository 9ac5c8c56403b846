"""`statuts check [VERSION|FILE]`: numbers, references, leftover terms, the seat, facts that are missing."""

from datetime import date
from pathlib import Path

import click

from statuts.amend.checks import check
from statuts.amend.checks_facts import fact_findings
from statuts.cli import options
from statuts.cli.named import source
from statuts.cli.results import write_result
from statuts.cli.version_data import as_json
from statuts.desk.proposals import ground_of
from statuts.desk.sources import Source
from statuts.i18n import _, say
from statuts.language.invisible import named
from statuts.markdown.read import read
from statuts.model.check import CheckFinding
from statuts.model.message import msg, msgn
from statuts.model.parts import joined

_DECLARED_TEXT = "statuts"  # by-laws and scales of fees are not declared
_LATEST = ":"


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "check",
        callback=_check,
        help=_(
            "Find what is wrong in a text before it is voted on or filed: numbers, references to articles "
            "that are not there, words a change left behind, the seat, facts not recorded. Without a name, "
            "the latest version of the statutes. Exits with 1 when there is a finding. No legal advice."
        ),
        epilog=_("Example: statuts check new.md --base old.md"),
        params=[
            click.Argument(["name"], required=False, metavar=_("[VERSION|FILE]")),
            click.Option(
                ["--base"],
                metavar=_("VERSION|FILE"),
                help=_("The text it changes; for a version of the archive, the one it follows unless told."),
            ),
            click.Option(["--json", "as_data"], is_flag=True, help=_("Print as JSON.")),
            options.output(),
            options.archive(),
            options.encoding(),
        ],
    )


def _check(
    name: str | None,
    base: str | None,
    as_data: bool,
    output: Path | None,
    archive: Path | None,
    encoding: str | None,
) -> int:
    text = source(name or _LATEST, archive, encoding)
    before = source(base, archive, encoding) if base else _followed(text)
    complete = text.version is None or text.version.complete
    found = check(read(text.text), read(before.text) if before else None, complete)
    found += _about_version(text, today())
    write_result(as_json(_data(text, before, found)) if as_data else _report(text, before, found), output)
    return 1 if found else 0


def today() -> date:
    """The clock, read here and nowhere further in."""
    return date.today()  # noqa: DTZ011 - a deadline is a day of the reader's own calendar


def _followed(text: Source) -> Source | None:
    """The text that was changed: the version a version follows, or what a proposal starts from."""
    if text.proposal is not None and text.archive is not None:
        base, parts = ground_of(text.archive, text.proposal)
        return Source(joined(parts), base.label, None, text.archive)
    if text.version is None or text.archive is None or not text.version.follows:
        return None
    versions = text.archive.versions(text.version.text)
    followed = next(version for version in versions if version.name == text.version.follows)
    return Source(text.archive.source(followed), followed.label, followed, text.archive)


def _about_version(text: Source, day: date) -> tuple[CheckFinding, ...]:
    if text.version is None or text.archive is None or text.version.text != _DECLARED_TEXT:
        return ()
    facts = text.archive.history(text.version.text).facts_of(text.version)
    return fact_findings(text.archive.association, text.version, facts, day)


def _report(text: Source, before: Source | None, found: tuple[CheckFinding, ...]) -> str:
    lines = [f"{before.label} → {text.label}" if before else text.label]
    lines += [_line(finding) for finding in found]
    if found:
        lines.append(say(msgn("{count} finding.", "{count} findings.", len(found))))
    else:
        lines.append(say(msg("Nothing found.")))
    return "\n".join(map(named, lines)) + "\n"


def _line(finding: CheckFinding) -> str:
    message = say(finding.message)
    if not finding.line:
        return f"{finding.code}  {message}"
    place = say(msg("line {line}", line=finding.line))
    if finding.label:
        place = say(msg("{label}, line {line}", label=finding.label, line=finding.line))
    return f"{finding.code}  " + _("{name}: {value}").format(name=place, value=message)


def _data(text: Source, before: Source | None, found: tuple[CheckFinding, ...]) -> object:
    return {
        "text": text.label,
        "base": before.label if before else None,
        "findings": [
            {
                "code": finding.code,
                "article": finding.label or None,
                "line": finding.line or None,
                "message": say(finding.message),
            }
            for finding in found
        ],
    }
