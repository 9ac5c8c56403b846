"""The command `statuts`: finds the verb, and is the one boundary where an error becomes output."""

import gc
import os
import sys
from importlib import import_module
from keyword import iskeyword
from typing import NoReturn

import click

from statuts import __version__
from statuts.cli.progress import waiting
from statuts.errors import StatutsError, WordingError
from statuts.i18n import _, language_of_environment, say, set_language
from statuts.model.message import Message, msg

# One line a verb, so that `--help` need not import what a verb imports.
VERBS: dict[str, Message] = {
    "compare": msg("Show what changes between two texts, as a redline."),
    "accept": msg("Give the new text out of a text with tracked changes."),
    "reject": msg("Give the old text out of a text with tracked changes."),
    "wording": msg("Write the amending sentences that turn a text into another."),
    "apply": msg("Give the text that amending sentences make of another."),
    "check": msg("Find what is wrong in a text before it is voted on."),
    "init": msg("Begin the archive of an association."),
    "import": msg("Bring an existing text into the archive."),
    "propose": msg("Begin a proposal, or change what it proposes."),
    "status": msg("Say what a proposal changes and what it lacks."),
    "merge": msg("Make several proposals one."),
    "withdraw": msg("Take a proposal back."),
    "adopt": msg("Record that a proposal was adopted."),
    "refuse": msg("Record that a proposal was refused."),
    "log": msg("List the versions of a text."),
    "show": msg("Print a text as it stands in a version or on a day."),
    "blame": msg("Tell which decision brought each phrase of an article."),
    "record": msg("Record what is learnt after the vote."),
    "attach": msg("Keep a file beside a version."),
    "document": msg("Write the papers an assembly needs."),
    "publish": msg("Write the whole archive as a site to read."),
    "serve": msg("Draft a proposal in a page on this computer."),
    "verify": msg("Check every digest of the archive."),
}


class VerbGroup(click.Group):
    """Lists every verb, and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of the work, not of the alphabet."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command, from the module of its name; None for a word that is no verb."""
        if cmd_name not in VERBS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"statuts.cli.{module}").command()
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of verbs, without importing any of them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, say(help_)) for name, help_ in VERBS.items()])


def group() -> click.Group:
    """The command line, in the current language."""
    return VerbGroup(
        "statuts",
        help=_("Keep the statutes of an association: compare, vote, consolidate."),
        epilog=_("Example: statuts compare old.md new.md"),
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("VERB …"),
        params=[
            click.Option(
                ["--lang"],
                type=click.Choice(["fr", "en"]),
                expose_value=False,
                is_eager=True,
                help=_("Language of the messages."),
            ),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_print_version,
                help=_("Show the version of the program and exit."),
            ),
        ],
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    )


def _print_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"statuts {__version__}")
        ctx.exit()


def _language_asked(arguments: list[str]) -> str:
    """`--lang` is needed before click speaks, so it is looked for by hand."""
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return language_of_environment()


def complain(message: str, hint: str | None = None) -> None:
    """One message with its hint, on standard error."""
    click.echo(_("Error: {message}").format(message=message), err=True)
    if hint:
        click.echo(_("Hint: {hint}").format(hint=hint), err=True)


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit code; never raises for a user's mistake."""
    set_language(_language_asked(arguments))
    try:
        with waiting():
            code = group().main(arguments, prog_name="statuts", standalone_mode=False)
    except StatutsError as error:
        where = f"{error.where} – " if isinstance(error, WordingError) and error.where else ""
        complain(where + say(error.message), say(error.hint) if error.hint else None)
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:  # `statuts` alone asks what there is
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        hint = None
        if isinstance(error, click.UsageError):
            command = error.ctx.command_path if error.ctx else "statuts"
            hint = _("see {command}").format(command=f"{command} --help")
        complain(error.format_message(), hint)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Interrupted."), err=True)
        return 130
    except BrokenPipeError:  # the reader of our output has seen enough (`| head`)
        sys.stderr.close()
        return 0
    except Exception as error:  # a fault of ours: still one message, and nothing half-written
        if os.environ.get("STATUTS_DEBUG"):
            raise
        complain(
            _("the program failed ({kind}). This is a fault of the program, not yours.").format(
                kind=type(error).__name__
            ),
            _("run it again with STATUTS_DEBUG=1 and send what it prints to the authors"),
        )
        return 2
    return code if isinstance(code, int) else 0


def main() -> NoReturn:
    """The console script."""
    gc.disable()  # a command lives for a moment: collecting would cost time and free nothing
    sys.exit(run(sys.argv[1:]))
