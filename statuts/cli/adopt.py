"""`statuts adopt NAME`: record the decision, and make the proposed text the text in force."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from statuts.amend.derive import operations_between
from statuts.amend.outcome import Outcome, outcome
from statuts.amend.rules import due, remarks_on
from statuts.archive.write import Writer
from statuts.cli import options
from statuts.cli.decision import decision_of, decision_options
from statuts.cli.git import committed
from statuts.desk.proposals import check_dependencies, checked_stage, ground_of
from statuts.desk.versions import opened
from statuts.errors import ProposalError
from statuts.i18n import _, say
from statuts.model.archive import Resolution, Result, Version, VersionKind
from statuts.model.message import msg
from statuts.model.proposal import Proposal, Stage


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "adopt",
        callback=_adopt,
        help=_(
            "Record that a proposal was adopted: a new version of the text. What is not known is left out."
        ),
        epilog=_("Example: statuts adopt age-2026 --date 2026-12-12 --pour 51 --contre 4 --abstentions 3"),
        params=[
            click.Argument(["name"], metavar=_("NAME")),
            options.text(),
            options.day("--in-force", _("First day in force, where it is another one.")),
            options.day("--ends", _("Last day in force, where there is one.")),
            click.Option(["--as", "version"], default="", metavar=_("NAME"), help=_("Name of the version.")),
            click.Option(["--label"], default="", metavar=_("WORDS"), help=_("What people call it.")),
            *decision_options(),
            click.Option(
                ["--only"],
                multiple=True,
                metavar=_("ID"),
                help=_("Only this article was adopted (repeat it)."),
            ),
            click.Option(
                ["--correction"], is_flag=True, help=_("It only corrects a slip of the pen, and says so.")
            ),
            click.Option(
                ["--commit"], is_flag=True, help=_("Commit and tag the archive with git, once it is adopted.")
            ),
            options.dry_run(),
            options.archive(),
        ],
    )


def _adopt(
    name: str,
    text: str,
    in_force: date | None,
    ends: date | None,
    version: str,
    label: str,
    only: tuple[str, ...],
    correction: bool,
    commit: bool,
    dry_run: bool,
    archive: Path | None,
    **said: Any,
) -> None:
    found = opened(archive)
    proposal = found.proposal(text, name)
    checked_stage(proposal, Stage.ADOPTED)
    check_dependencies(found, proposal)
    base, parts = ground_of(found, proposal)
    whole = outcome(parts, proposal, only)
    if proposal.base != base.name:  # a sub-amendment brings what it amends with it
        whole = replace(whole, operations=operations_between(found.parts(base), whole.parts))
    if not whole.operations:
        raise ProposalError(
            msg("“{name}” changes nothing.", name=name), msg("see “statuts status {name}”", name=name)
        )
    decision = decision_of(said, _resolution(proposal, whole))
    day = decision.day
    if not day and not version:
        raise ProposalError(
            msg("the day of the decision is missing."),
            msg("give it with --date, or a name with --as where it is not known"),
        )
    adopted = Version(
        text=text,
        name=version or (day.isoformat() if day else ""),
        label=label or _label(day, found.association.language, proposal),
        kind=VersionKind.CORRECTION if correction else VersionKind.ADOPTION,
        contents=(),
        digest="",
        manifest="",
        adopted=day,
        in_force=in_force,
        ends=ends,
        complete=base.complete,
        decision=decision,
        follows=base.name,
        follows_manifest=base.manifest,
        proposal=proposal.name,
        operations=whole.operations,
    )
    for remark in remarks_on(decision, found.association, text):
        click.echo(_("Note: {remark}").format(remark=say(remark)), err=True)
    for asked in due(found.association, day) if day and text == "statuts" else ():
        click.echo(_("Note: {remark}").format(remark=say(asked)), err=True)
    if not dry_run:
        adopted = Writer(found.root).add_version(adopted, whole.parts)
        click.echo(_("Adopted: {label}").format(label=adopted.label), err=True)
        click.echo(
            _("Its digest, to be noted in the minutes: {digest}").format(digest=adopted.digest), err=True
        )
        if commit:
            committed(found.root, f"{adopted.text}-{adopted.name}", adopted.label)
    options.say_if_dry(dry_run)


def _resolution(proposal: Proposal, whole: Outcome) -> Resolution:
    articles = tuple(dict.fromkeys(operation.article for operation in whole.operations))
    return Resolution(proposal.title, proposal.text, articles, Result.ADOPTED)


def _label(day: date | None, language: str, proposal: Proposal) -> str:
    if day is None:
        return proposal.title
    return say(msg("Text adopted on {date}", date=day), language)
