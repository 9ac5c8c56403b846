"""`statuts verify`: every digest and every link of the archive, checked again."""

from pathlib import Path

import click

from statuts.archive.audit import audit
from statuts.archive.write import Writer
from statuts.cli import options
from statuts.cli.progress import reached
from statuts.cli.results import write_result
from statuts.cli.version_data import as_json
from statuts.desk.versions import opened, opened_folder
from statuts.i18n import _, say, say_number
from statuts.language.invisible import named
from statuts.model.audit import Audit


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "verify",
        callback=_verify,
        help=_("Check every digest of the archive and the chain of its versions; exits with 1 on a fault."),
        epilog=_("Example: statuts verify"),
        params=[
            click.Option(
                ["--anchor"],
                default="",
                metavar=_("DIGEST"),
                help=_("A digest noted elsewhere, in minutes for example: it must still be in the history."),
            ),
            click.Option(
                ["--accept-facts"],
                is_flag=True,
                help=_("Take archive.toml as it is now: it was changed by hand, and that was meant."),
            ),
            click.Option(["--json", "as_data"], is_flag=True, help=_("Print as JSON.")),
            options.output(),
            options.archive(),
        ],
    )


def _verify(anchor: str, accept_facts: bool, as_data: bool, output: Path | None, archive: Path | None) -> int:
    if accept_facts:
        Writer(opened(archive).root).seal_facts()
    found = audit(opened_folder(archive), anchor, reached)
    write_result(as_json(_data(found)) if as_data else _report(found), output)
    return 0 if found.is_sound else 1


def _report(found: Audit) -> str:
    lines = [
        _("{name}: {value}").format(name=f"{f.code}  {named(f.file)}", value=say(f.message))
        for f in found.findings
    ]
    lines.append(
        _("{versions} versions and {files} files checked: {result}.").format(
            versions=say_number(found.versions),
            files=say_number(found.files),
            result=_("sound") if found.is_sound else _("not sound"),
        )
    )
    if found.anchor:
        if not any(f.code == "E013" for f in found.findings):
            lines.append(_("The digest {anchor} is in the history.").format(anchor=found.anchor))
    else:
        lines.append(
            _(
                "Without --anchor, a history rewritten as a whole would not show: "
                "compare with a digest noted in the minutes."
            )
        )
    return "\n".join(lines) + "\n"


def _data(found: Audit) -> object:
    return {
        "sound": found.is_sound,
        "versions": found.versions,
        "files": found.files,
        "anchor": found.anchor or None,
        "findings": [{"code": f.code, "file": f.file, "message": say(f.message)} for f in found.findings],
    }
