"""`statuts adopt NAME`: record the decision, and make the proposed text the text in force."""

from datetime import date
from pathlib import Path

import click

from statuts.amend.outcome import Outcome, outcome
from statuts.amend.rules import due, remarks_on
from statuts.archive.write import Writer
from statuts.cli import options
from statuts.cli.proposals import base_of, check_dependencies, checked_stage
from statuts.cli.versions import opened
from statuts.errors import ProposalError
from statuts.i18n import _, say
from statuts.model.archive import Decision, Quorum, Resolution, Result, Version, VersionKind, Votes
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
            click.Option(["--text"], default="statuts", metavar=_("TEXT"), help=_("Which text it changes.")),
            options.day("--date", _("Day of the decision."), name="day"),
            options.day("--in-force", _("First day in force, where it is another one.")),
            options.day("--ends", _("Last day in force, where there is one.")),
            click.Option(["--as", "version"], default="", metavar=_("NAME"), help=_("Name of the version.")),
            click.Option(["--label"], default="", metavar=_("WORDS"), help=_("What people call it.")),
            click.Option(["--body"], default="", metavar=_("WORDS"), help=_("The body that decided.")),
            click.Option(["--place"], default="", metavar=_("WORDS"), help=_("Where it met.")),
            options.day("--convened", _("Day of the convocation.")),
            *[
                click.Option([f"--{name}"], type=click.IntRange(min=0), metavar=_("NUMBER"), help=help_)
                for name, help_ in (
                    ("members", _("How many members there are.")),
                    ("present", _("How many were present.")),
                    ("represented", _("How many were represented.")),
                    ("pour", _("Votes for.")),
                    ("contre", _("Votes against.")),
                    ("abstentions", _("Abstentions.")),
                    ("blancs", _("Blank votes.")),
                    ("nuls", _("Void votes.")),
                )
            ],
            click.Option(["--unanimous"], is_flag=True, help=_("It was unanimous.")),
            click.Option(["--quorum"], type=click.BOOL, metavar="true|false", help=_("Was it reached?")),
            click.Option(
                ["--only"],
                multiple=True,
                metavar=_("ID"),
                help=_("Only this article was adopted (repeat it)."),
            ),
            click.Option(
                ["--correction"], is_flag=True, help=_("It only corrects a slip of the pen, and says so.")
            ),
            options.dry_run(),
            options.archive(),
        ],
    )


def _adopt(
    name: str,
    text: str,
    day: date | None,
    in_force: date | None,
    ends: date | None,
    version: str,
    label: str,
    body: str,
    place: str,
    convened: date | None,
    members: int | None,
    present: int | None,
    represented: int | None,
    pour: int | None,
    contre: int | None,
    abstentions: int | None,
    blancs: int | None,
    nuls: int | None,
    unanimous: bool,
    quorum: bool | None,
    only: tuple[str, ...],
    correction: bool,
    dry_run: bool,
    archive: Path | None,
) -> None:
    if not day and not version:
        raise ProposalError(
            msg("the day of the decision is missing."),
            msg("give it with --date, or a name with --as where it is not known"),
        )
    found = opened(archive)
    proposal = found.proposal(text, name)
    checked_stage(proposal, Stage.ADOPTED)
    check_dependencies(found, proposal)
    base = base_of(found, proposal)
    whole = outcome(found.parts(base), proposal, only)
    if not whole.operations:
        raise ProposalError(
            msg("“{name}” changes nothing.", name=name), msg("see “statuts status {name}”", name=name)
        )
    votes = Votes(pour, contre, abstentions, blancs, nuls, unanimous)
    decision = Decision(
        body=body,
        day=day,
        place=place,
        convened=convened,
        members=members,
        present=present,
        represented=represented,
        quorum=Quorum(reached=quorum) if quorum is not None else None,
        resolutions=(_resolution(proposal, whole, votes),),
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
    else:
        click.echo(_("Nothing was written (--dry-run)."), err=True)


def _resolution(proposal: Proposal, whole: Outcome, votes: Votes) -> Resolution:
    articles = tuple(dict.fromkeys(operation.article for operation in whole.operations))
    counted = votes if votes != Votes() else None
    return Resolution(proposal.title, proposal.text, articles, Result.ADOPTED, counted)


def _label(day: date | None, language: str, proposal: Proposal) -> str:
    if day is None:
        return proposal.title
    return say(msg("Text adopted on {date}", date=day), language)
