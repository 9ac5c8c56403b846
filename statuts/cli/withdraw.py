"""`statuts withdraw NAME`: a proposal is taken back; it stays to be read."""

import click

from statuts.cli.decided import stage_verb
from statuts.i18n import _
from statuts.model.message import msg
from statuts.model.proposal import Stage


def command() -> click.Command:
    """The verb, in the current language."""
    return stage_verb(
        "withdraw",
        _("Take a proposal back; its files stay, to be read later."),
        _("Example: statuts withdraw age-2026"),
        Stage.WITHDRAWN,
        msg("Withdrawn: {name}"),
    )
