"""`statuts refuse NAME`: the assembly voted against a proposal; the text stays as it is."""

import click

from statuts.cli.decided import stage_verb
from statuts.i18n import _
from statuts.model.message import msg
from statuts.model.proposal import Stage


def command() -> click.Command:
    """The verb, in the current language."""
    return stage_verb(
        "refuse",
        _("Record that a proposal was refused; the text stays as it is."),
        _("Example: statuts refuse age-2026"),
        Stage.REFUSED,
        msg("Refused: {name}"),
    )
