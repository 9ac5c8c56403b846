"""What `accept` and `reject` share: recognise the notation, give one text, report what is doubtful."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import click

from statuts.cli import options
from statuts.cli.results import write_result
from statuts.desk.files import is_foreign, read_stdin, read_text
from statuts.i18n import _, say
from statuts.model.document import Remark
from statuts.model.message import msg
from statuts.model.redline import Side

FORMATS = ("critic", "markdown", "json")
_JSON = re.compile(r"\ufeff?\s*\{\s*\"")
_CRITIC = re.compile(r"\{(?:\+\+|--|~~)")


@dataclass(frozen=True, slots=True)
class Reading:
    """Both texts of a tracked input, and what is doubtful in it."""

    old: Callable[[], str]
    new: Callable[[], str]
    remarks: tuple[Remark, ...] = ()


def verb(name: str, help_: str, choose: Callable[[Reading], str]) -> click.Command:
    """The command `name`; `choose` takes one text out of a reading."""

    def callback(
        file: str,
        output: Path | None,
        encoding: str | None,
        input_format: str | None,
        strict: bool,
        as_data: bool,
    ) -> int:
        label = _("(standard input)") if file == "-" else file
        if file != "-" and input_format is None and is_foreign(Path(file)):
            notation, reading = _of_file(Path(file), encoding)
        else:
            text = read_stdin(encoding) if file == "-" else read_text(Path(file), encoding)
            notation = input_format or notation_of(text)
            reading = read(text, notation)
        result = choose(reading)
        write_result(result, output)
        _report(label, notation, reading.remarks, as_data)
        return 1 if strict and reading.remarks else 0

    return click.Command(
        name,
        callback=callback,
        help=help_
        + "\n\n"
        + _(
            "FILE holds tracked changes: the JSON of “statuts compare”, CriticMarkup ({++new++} {--old--}),"
            " Markdown marked by hand (~~old~~ **new**), or a Word or OpenDocument file with tracked changes;"
            " “-” reads the standard input. The text goes to"
            " the standard output, what looks doubtful in marks made by hand to the standard error."
        ),
        epilog=_("Example: statuts {verb} redline.md -o text.md").format(verb=name),
        params=[
            click.Argument(["file"], metavar=_("FILE")),
            options.output(),
            options.encoding(),
            click.Option(
                ["--input-format"],
                type=click.Choice(FORMATS),
                help=_("How the changes are marked (recognised by itself otherwise)."),
            ),
            click.Option(["--strict"], is_flag=True, help=_("Exit with 1 if a place looks doubtful.")),
            click.Option(["--json", "as_data"], is_flag=True, help=_("Give the report as JSON.")),
        ],
    )


def _of_file(path: Path, encoding: str | None) -> tuple[str | None, Reading]:
    """Both texts of a file of another program: of its tracked changes, else of marks made by hand, which are
    a guess.
    """
    from statuts.desk.foreign import foreign
    from statuts.importers.hand_marks import marked_by_hand, strikebold_of
    from statuts.tracked.suspicions import suspicions

    found = foreign(path, encoding)
    if found is None:
        text = read_text(path, encoding)
        return notation_of(text), read(text, notation_of(text))
    for remark in found.brought.remarks:
        click.echo(f"{path.name}: {say(remark)}", err=True)
    marked = None if found.is_tracked else marked_by_hand(found.brought)
    if marked is None:
        notation = found.format.value if found.is_tracked else None
        return notation, Reading(lambda: found.side(Side.OLD).markdown, lambda: found.side(Side.NEW).markdown)
    said = _(
        "{file} holds no tracked changes, but words struck or in colour: struck or red ones are taken for"
        " old, underlined, bold or otherwise coloured ones for new. This is a guess."
    )
    click.echo(said.format(file=path.name), err=True)
    guessed = replace(found, brought=marked)
    return "colours", Reading(
        lambda: guessed.side(Side.OLD).markdown,
        lambda: guessed.side(Side.NEW).markdown,
        suspicions(strikebold_of(marked)),
    )


def notation_of(text: str) -> str | None:
    """How the changes of `text` are marked, by its content; None where nothing is marked."""
    if _JSON.match(text):
        return "json"
    if _CRITIC.search(text):
        return "critic"
    return "markdown" if "~~" in text or "**" in text else None


def read(text: str, notation: str | None) -> Reading:
    """Both texts. Raises `MarksError` or `InputError` where the marks cannot be read."""
    # Each reader is imported when it is used: start-up is what a person waits for.
    if notation == "json":
        from statuts.diff.inverse import accept, reject
        from statuts.render.json import from_json

        redline = from_json(text.removeprefix("\ufeff"))
        return Reading(lambda: reject(redline), lambda: accept(redline))
    if notation == "critic":
        from statuts.tracked.critic import read_critic

        tracked = read_critic(text)
        return Reading(lambda: tracked.old, lambda: tracked.new)
    if notation == "markdown":
        from statuts.tracked.strikebold import read_strikebold
        from statuts.tracked.suspicions import suspicions

        marked = read_strikebold(text)
        return Reading(lambda: marked.old, lambda: marked.new, suspicions(text))
    return Reading(lambda: text, lambda: text)


def _report(label: str, notation: str | None, remarks: tuple[Remark, ...], as_data: bool) -> None:
    if as_data:
        findings = [{"line": r.line, "code": r.code, "message": say(r.message)} for r in remarks]
        value = {"file": label, "input_format": notation, "findings": findings}
        click.echo(json.dumps(value, ensure_ascii=False, indent=1), err=True)
        return
    if notation is None:
        nothing = msg("“{file}” holds no tracked changes: the text is given as it stands.", file=label)
        click.echo(say(nothing), err=True)
    for remark in remarks:
        click.echo(f"{label}:{remark.line}: {say(remark.message)} ({remark.code})", err=True)
