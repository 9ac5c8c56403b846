"""`statuts apply WORDING --to OLD`: the text that an act makes of another, or the reason why it cannot."""

from pathlib import Path

import click

from statuts.cli import options
from statuts.cli.named import source
from statuts.cli.results import write_result
from statuts.desk.files import read_stdin, read_text
from statuts.i18n import _, say


def command() -> click.Command:
    """The verb, in the current language."""
    return click.Command(
        "apply",
        callback=_apply,
        help=_(
            "Give the text that the amending sentences in WORDING make of OLD. Every address is looked up in "
            "the text before the act; where one is not certain, nothing is applied."
        ),
        epilog=_("Example: statuts apply resolutions.txt --to statuts.md -o apres.md"),
        params=[
            click.Argument(["wording"], metavar=_("WORDING")),
            click.Option(
                ["--to", "old"],
                required=True,
                metavar=_("OLD"),
                help=_("The text it amends: a file, or a version of the archive."),
            ),
            options.act_language(),
            click.Option(
                ["--explain"], is_flag=True, help=_("Show how each instruction is understood, not the text.")
            ),
            click.Option(
                ["--json", "as_data"],
                is_flag=True,
                help=_("Give the instructions and the operations they amount to, as JSON."),
            ),
            options.output(),
            options.archive(),
            options.encoding(),
        ],
    )


def _apply(
    wording: str,
    old: str,
    language: str,
    explain: bool,
    as_data: bool,
    output: Path | None,
    archive: Path | None,
    encoding: str | None,
) -> None:
    from statuts.markdown.read import read
    from statuts.wording.apply import apply
    from statuts.wording.languages import language as language_of

    speech = language_of(language)
    before = source(old, archive, encoding)
    act = speech.read_act(read_stdin(encoding) if wording == "-" else read_text(Path(wording), encoding))
    applied = apply(act, read(before.text), speech.name)
    if as_data:
        from statuts.cli.act_data import applied_data
        from statuts.cli.version_data import as_json

        write_result(as_json(applied_data(act, applied, before.text)), output)
    elif explain:
        from statuts.render.instructions import deed_name, explained

        told: list[str] = []
        for number, (instruction, lines) in enumerate(zip(act, applied.touched, strict=True), 1):
            told.append(f"{instruction.label or number} · {say(deed_name(instruction.deed))}")
            told.append(f"    « {' '.join(instruction.wording.split())} »")
            told += [f"    {line}" for line in explained(instruction, lines, speech.name, say)]
        write_result("\n".join(told) + "\n", output)
    else:
        write_result(applied.text, output)
