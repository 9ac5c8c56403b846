"""`import --tracked`: of a file with tracked changes, the old text is the base, the new one a proposal."""

from dataclasses import replace
from pathlib import Path

import click

from statuts.archive.read import Archive, open_archive
from statuts.archive.write import Writer
from statuts.cli import options
from statuts.cli.import_version import Wish, told, version_from
from statuts.cli.importing import checked, confirmed, report
from statuts.cli.proposal_report import reported
from statuts.desk.foreign import Foreign, foreign
from statuts.desk.proposals import with_whole_text
from statuts.diff.compare import compare
from statuts.diff.statistics import statistics
from statuts.errors import InputError, ProposalError
from statuts.i18n import _, say
from statuts.importers.roles import shown
from statuts.markdown.read import read
from statuts.markdown.slug import slug
from statuts.model.archive import Version
from statuts.model.brought import AsideKind
from statuts.model.message import msg
from statuts.model.names import NAMES_HINT, is_name
from statuts.model.proposal import Proposal
from statuts.model.redline import Op, Side


def import_tracked(file: str, wish: Wish, archive: Archive, *, yes: bool, dry_run: bool) -> None:
    """Write the proposal; and first its base, where the archive does not hold that text yet. `wish.name`
    names the proposal. Raises `InputError` where nothing is tracked.
    """
    found = foreign(Path(file))
    if found is None or not found.is_tracked:
        raise InputError(
            msg("“{file}” holds no tracked changes.", file=file),
            msg("import it without --tracked; marks made by hand: statuts accept, statuts reject"),
        )
    old, new = (checked(found, found.side(side)) for side in (Side.OLD, Side.NEW))
    report(new, file)
    name = wish.name or slug(Path(file).stem)[:80]
    if not is_name(name):
        raise ProposalError(msg("“{name}” cannot be a name.", name=name[:80]), NAMES_HINT)
    base = _base(archive, wish, old.markdown)
    if not dry_run and not confirmed([new.report], yes):
        options.say_if_dry(True)
        return
    if base is None:
        version, parts = version_from(archive, old.markdown, replace(wish, name=""))
        told(version, parts)
        if dry_run:
            options.say_if_dry(True)
            return
        base = Writer(archive.root).add_version(version, parts)
        archive = open_archive(archive.root)
    proposal = Proposal(
        text=wish.text,
        name=name,
        title=wish.label or Path(file).stem,
        base=base.name,
        base_manifest=base.manifest,
        author=", ".join(_authors(found)),
        rationale=_rationale(found),
    )
    proposal = with_whole_text(archive, proposal, archive.parts(base), new.markdown)
    said = reported(archive, proposal)
    if not dry_run:
        Writer(archive.root).save_proposal(proposal)
    click.echo(said, nl=False)
    options.say_if_dry(dry_run)


def _base(archive: Archive, wish: Wish, old: str) -> Version | None:
    """The latest version, where it is the file's old text, typography and layout apart; None where the text
    has no version yet. Raises `ProposalError` where the two differ in words.
    """
    if wish.text not in archive.texts:
        return None
    latest = archive.history(wish.text).latest
    redline = compare(read(archive.source(latest)), read(old), latest.label, _("old text of the file"))
    if changes := statistics(redline).changes:
        raise ProposalError(
            msg("the old text of the file is not “{label}”: {count} changes of wording.",
                label=latest.label, count=changes),
            msg("see them: statuts reject FILE -o old.md, then statuts compare {name} old.md",
                name=latest.name),
        )  # fmt: skip
    return latest


def _authors(found: Foreign) -> list[str]:
    """Who struck and inserted, in the order in which they are met."""
    runs = (run for paragraph in found.brought.paragraphs() for run in paragraph.runs)
    return list(dict.fromkeys(run.author for run in runs if run.op is not Op.EQUAL and run.author))


def _rationale(found: Foreign) -> str:
    """The comments, each with its author and the words it is about."""
    said = []
    for aside in found.brought.asides:
        if aside.kind is AsideKind.COMMENT:
            words = "\n".join(shown(paragraph) for paragraph in aside.paragraphs).strip()
            who = aside.author or say(msg("a comment"))
            about = say(msg(" on “{words}”", words=aside.about)) if aside.about else ""
            said.append(f"- {who}{about} : {' '.join(words.split())}\n")
    return "".join(said)
