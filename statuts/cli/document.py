"""`statuts document KIND`: the papers of an assembly, from templates that people may reword."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from statuts.archive.history import article_notes
from statuts.archive.read import Archive
from statuts.cli import options
from statuts.cli.files import read_text, write_result
from statuts.cli.outlook import report_outlook
from statuts.cli.sources import Source, source
from statuts.cli.templates import templates_in
from statuts.cli.versions import opened, version_of
from statuts.diff.compare import compare
from statuts.errors import UsageError, WordingError
from statuts.i18n import _, current_language, say, say_date, say_number
from statuts.language.invisible import named
from statuts.markdown.read import read
from statuts.model.archive import Decision, Version
from statuts.model.document import Document, SectionKind
from statuts.model.instruction import Instruction
from statuts.model.message import Message, msg
from statuts.model.redline import ArticleChange, Redline
from statuts.papers.consolidated import Consolidated, ConsolidatedCase, consolidated
from statuts.papers.names import TextKind, TextName
from statuts.papers.proposal import Meeting, Proposal, ProposalCase, proposal
from statuts.papers.rationale import NO_RATIONALE, read_rationale
from statuts.papers.resolutions import is_consequence, is_voted
from statuts.papers.setting import Setter
from statuts.render.templating import filled
from statuts.render.voice import Voice

FORMATS = ("html", "markdown")


def command() -> click.Command:
    """The verb and its kinds of papers, in the current language."""
    return click.Group(
        "document",
        help=_("Write the papers an assembly needs."),
        epilog=_("Example: statuts document proposal old.md new.md -o proposal.html"),
        subcommand_metavar=_("KIND …"),
        commands=[_proposal_command(), _consolidated_command()],
    )


def _proposal_command() -> click.Command:
    return click.Command(
        "proposal",
        callback=_proposal,
        short_help=_("The changes that an assembly votes on, article by article."),
        help=_(
            "Write the proposal to amend OLD into NEW: for each article its current text, the text proposed,"
            " the redline, the reasons, and the resolution to vote on.\n\n"
            "OLD and NEW are Markdown files, or versions of the archive: 2021-06-21, @2020-05-01 for the"
            " text in force on that day, TEXT:VERSION for another text than the statutes."
        ),
        epilog=_(
            "Example: statuts document proposal old.md new.md --meeting AGE --date 2026-06-20"
            " --rationale reasons.md -o proposal.html"
        ),
        params=[
            click.Argument(["old"], metavar=_("OLD")),
            click.Argument(["new"], metavar=_("NEW")),
            _format(),
            options.output(),
            click.Option(
                ["--meeting"],
                metavar=_("TEXT"),
                help=_("The body that decides (else as the archive has it)."),
            ),
            click.Option(["--date", "day"], metavar=_("YYYY-MM-DD"), help=_("The day of the meeting.")),
            click.Option(["--place"], metavar=_("TEXT"), help=_("The place of the meeting.")),
            click.Option(
                ["--association"], metavar=_("NAME"), help=_("The association (else as the archive has it).")
            ),
            click.Option(
                ["--rationale"],
                type=click.Path(path_type=Path),
                metavar=_("FILE"),
                help=_("The reasons, in Markdown: a heading for each article, or one text for the whole."),
            ),
            click.Option(["--author"], metavar=_("NAME"), help=_("Who makes the proposal.")),
            options.templates(),
            options.archive(),
            options.encoding(),
        ],
    )


def _consolidated_command() -> click.Command:
    return click.Command(
        "consolidated",
        callback=_consolidated,
        short_help=_("The whole text in force, and where each article comes from."),
        help=_(
            "Write the whole text of a VERSION (the latest, if none is named), with what changed each article"
            " and when, the decision, and the facts that are missing."
        ),
        epilog=_("Example: statuts document consolidated @2020-05-01 -o statutes.html"),
        params=[
            click.Argument(["version"], required=False, default="", metavar=_("[VERSION]")),
            _format(),
            options.output(),
            options.templates(),
            options.archive(),
        ],
    )


def _format() -> click.Option:
    return click.Option(
        ["--format", "format_"],
        type=click.Choice(FORMATS),
        help=_("Format of the paper (else guessed from the name given to -o; html if it tells nothing)."),
    )


def _proposal(
    old: str,
    new: str,
    format_: str | None,
    output: Path | None,
    meeting: str | None,
    day: str | None,
    place: str | None,
    association: str | None,
    rationale: Path | None,
    author: str | None,
    templates: Path | None,
    archive: Path | None,
    encoding: str | None,
) -> None:
    sources = source(old, archive, encoding), source(new, archive, encoding)
    before, after = (read(found.text) for found in sources)
    redline = compare(before, after, sources[0].label, sources[1].label)
    reasons = read_rationale(read_text(rationale, encoding), redline.articles) if rationale else NO_RATIONALE
    version, kept = sources[1].version, sources[1].archive or sources[0].archive
    decision = version.decision if version else Decision()
    press = _Press.of(format_, output, kept, templates)
    case = ProposalCase(
        redline=redline,
        old=before,
        new=after,
        text=_text_name(sources, after),
        association=association or (kept.association.name if kept else ""),
        meeting=Meeting(meeting or decision.body, _day(day) or decision.day, place or decision.place),
        rationale=reasons,
        author=author or "",
        adopted=version,
        recorded=_recorded_ids(kept, version, after) if kept and version else None,
        act=_act(redline, before, after, press.voice().language),
    )
    printed = [article for article in redline.articles if is_voted(article) or is_consequence(article)]
    paper = proposal(case, press.setter(printed), press.voice())
    write_result(press.print("proposal", paper), output)
    for remark in reasons.remarks:
        click.echo(say(remark), err=True)
    _report(paper.missing)


def _consolidated(
    version: str, format_: str | None, output: Path | None, templates: Path | None, archive: Path | None
) -> None:
    kept = opened(archive)
    meant = version_of(kept, version)
    document = read(kept.source(meant))
    case = ConsolidatedCase(
        association=kept.association,
        history=kept.history(meant.text),
        version=meant,
        document=document,
        recorded=_recorded_ids(kept, meant, document),
        notes=article_notes(kept, meant),
        labels=_last_labels(kept, meant),
    )
    press = _Press.of(format_, output, kept, templates)
    paper = consolidated(case, press.setter(), press.voice())
    write_result(press.print("consolidated", paper), output)
    report_outlook(kept, meant)
    _report(paper.missing)


def _act(redline: Redline, before: Document, after: Document, code: str) -> tuple[Instruction, ...]:
    """The amending wording, in the language `code`; where none is found, the paper does without."""
    from statuts.wording.languages import language
    from statuts.wording.write import write

    try:
        return write(redline, before, after, language(code)).instructions
    except WordingError as error:
        click.echo(
            _("No amending wording in this paper: {reason}").format(reason=say(error.message)), err=True
        )
        return ()


def _day(written: str | None) -> date | None:
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise UsageError(
            msg("“{word}” is not a date.", word=written), msg("write the day like this: --date 2026-06-20")
        ) from None


def _text_name(sources: tuple[Source, Source], document: Document) -> TextName:
    """The text that is amended: as the archive has it; for a file the statutes, unless headed otherwise."""
    for found in reversed(sources):
        if found.version and found.archive:
            return TextName.of(found.version.text, found.archive.history(found.version.text).title)
    title = next((s.label for s in document.sections if s.kind is SectionKind.TITLE), "")
    rules = "règlement intérieur" in title.lower() or "internal rules" in title.lower()
    return TextName(TextKind.RULES if rules else TextKind.STATUTES, title)


def _recorded_ids(archive: Archive, version: Version, document: Document) -> dict[str, str]:
    """The archive's id of each section: the part of the version in which the section begins."""
    starts, at = [], 0
    for entry, text in archive.pieces(version):
        starts.append((at, entry.id))
        at += len(text) + 1  # one blank line between two parts
    ids: dict[str, str] = {}
    place = 0
    for section in document.sections:
        ids[section.id] = [name for start, name in starts if start <= place][-1]
        place += sum(len(block.raw) for block in section.blocks)
    return ids


def _last_labels(archive: Archive, version: Version) -> dict[str, str]:
    """How each article was last headed, up to `version`."""
    labels: dict[str, str] = {}
    for known in archive.versions(version.text):
        document = read(archive.source(known))
        names = _recorded_ids(archive, known, document)
        labels |= {names[section.id]: section.label for section in document.sections if section.label}
        if known.name == version.name:
            break
    return labels


@dataclass(frozen=True)
class _Press:
    """How a paper is made: its format, its language, its colour, and where its templates lie."""

    format: str
    language: str
    accent: str
    templates: Path | None

    @staticmethod
    def of(
        format_: str | None, output: Path | None, archive: Archive | None, templates: Path | None
    ) -> "_Press":
        """As asked for; else as the archive has it, and the format as the file's name says."""
        guessed = "markdown" if output and output.suffix.lower() in (".md", ".markdown") else "html"
        association = archive.association if archive else None
        language = association.language if association else current_language()
        return _Press(format_ or guessed, language, association.accent if association else "", templates)

    def say(self, message: Message) -> str:
        """A message in the language of the paper."""
        return say(message, self.language)

    def voice(self) -> Voice:
        """The language of the paper."""
        return Voice(
            self.language,
            self.say,
            lambda day: say_date(day, self.language),
            lambda number: say_number(number, self.language),
        )

    def setter(self, printed: Sequence[ArticleChange] = ()) -> Setter:
        """What sets the texts; `printed` are the articles whose redline is shown."""
        if self.format == "markdown":
            from statuts.papers.markdown import MarkdownSetter

            return MarkdownSetter()
        from statuts.papers.html import HtmlSetter

        return HtmlSetter(self.say, printed)

    def print(self, name: str, paper: Proposal | Consolidated) -> str:
        """The paper laid out by its template, with no character that hides or reorders what is read."""
        return named(self._filled(name, paper))

    def _filled(self, name: str, paper: Proposal | Consolidated) -> str:
        environment = templates_in(self.templates, self.language)
        if self.format == "markdown":
            from statuts.papers.markdown import markdown_templates

            return filled(markdown_templates(environment), f"{name}.md", {"paper": paper})
        from statuts.papers.html import page_values

        return filled(environment, f"{name}.html", page_values(paper, self.accent))


def _report(missing: tuple[str, ...]) -> None:
    for fact in missing:
        click.echo(_("Missing: {fact}").format(fact=fact), err=True)
