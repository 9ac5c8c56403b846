"""`statuts show`: a text as it stands in a version or on a day, byte for byte."""

from collections.abc import Mapping
from pathlib import Path

import click

from statuts.archive.read import Archive
from statuts.cli import options
from statuts.cli.outlook import report_outlook
from statuts.cli.results import write_result
from statuts.cli.version_data import as_json, version_data
from statuts.desk.versions import named_proposal, opened, version_of
from statuts.errors import ArchiveError
from statuts.i18n import _
from statuts.model.message import msg
from statuts.model.parts import joined
from statuts.model.proposal import Proposal


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "show",
        callback=_show,
        help=_("Print a text as it stands in a version or on a day (the latest, if none is named)."),
        epilog=_("Example: statuts show @2020-05-01 --article objet"),
        params=[
            click.Argument(["version"], required=False, default="", metavar=_("[VERSION]")),
            click.Option(["--article"], metavar=_("ID"), help=_("Print this article only.")),
            click.Option(
                ["--json", "as_data"], is_flag=True, help=_("Print what is recorded of the version, as JSON.")
            ),
            options.output(),
            options.archive(),
        ],
    )


def _show(
    version: str, article: str | None, as_data: bool, output: Path | None, archive: Path | None
) -> None:
    found = opened(archive)
    if not as_data and (proposed := named_proposal(version, found.root)):
        write_result(_proposed(*proposed, article), output)
        return
    meant = version_of(found, version)
    if as_data:
        text = as_json(version_data(found.history(meant.text), meant))
    elif article:
        text = _article({entry.id: piece for entry, piece in found.pieces(meant)}, meant.label, article)
    else:
        text = found.source(meant)
    write_result(text, output)
    report_outlook(found, meant)


def _proposed(archive: Archive, proposal: Proposal, article: str | None) -> str:
    """The text as a proposal would make it."""
    from statuts.amend.outcome import outcome  # only a proposal pays for it
    from statuts.desk.proposals import ground_of

    parts = outcome(ground_of(archive, proposal).parts, proposal).parts
    if article:
        return _article({part.id: part.markdown for part in parts}, proposal.title, article)
    return joined(parts)


def _article(pieces: Mapping[str, str], label: str, name: str) -> str:
    if name not in pieces:
        from difflib import get_close_matches  # only a slip of the pen pays for it

        near = get_close_matches(name, pieces, 3, 0.4)
        raise ArchiveError(
            msg("“{label}” has no article “{name}”.", label=label, name=name),
            msg("did you mean “{name}”?", name=" / ".join(near))
            if near
            else msg("its articles: {names}", names=", ".join(pieces)),
        )
    return pieces[name]
