"""A file brought in by a person: what became what is shown, guesses asked about, no word lost unsaid."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from statuts.desk.files import read_stdin, read_text
from statuts.desk.foreign import Foreign, foreign
from statuts.errors import InputError, UsageError
from statuts.i18n import _, say
from statuts.language.invisible import named
from statuts.markdown.read import read
from statuts.model.document import SectionKind
from statuts.model.import_report import Became, Finding, Imported, ImportReport
from statuts.model.message import msg
from statuts.model.redline import Side

BECAME = {
    Became.TITLE: msg("title of the text"),
    Became.DIVISION: msg("division"),
    Became.ARTICLE: msg("heading of an article"),
    Became.PREAMBLE: msg("preamble"),
    Became.ANNEX: msg("annex"),
    Became.SUBHEADING: msg("heading inside an article"),
    Became.PARAGRAPH: msg("paragraph"),
    Became.ITEM: msg("list item"),
    Became.TABLE: msg("table"),
    Became.SIGNATURE: msg("signature block"),
    Became.ASIDE: msg("beside the text"),
}
_LONGEST = 70
_MOST_SHOWN = 5
"""Guesses of one sort that are shown one by one; all of them are in the JSON."""


def markdown_from(file: str, encoding: str | None, interactive: bool) -> tuple[str, Imported | None, bool]:
    """The Markdown of a file, its report where another program wrote it, and whether it was tracked."""
    if file == "-":
        return read_stdin(encoding), None, False
    found = foreign(Path(file), encoding)
    if found is None:
        return read_text(Path(file), encoding), None, False
    made = found.side(Side.NEW, asked if interactive else None)
    return checked(found, made).markdown, made, found.is_tracked


def checked(found: Foreign, made: Imported) -> Imported:
    """The same, where it holds a text. Raises `InputError`."""
    if not made.markdown.strip():
        raise InputError(
            msg("“{file}” holds no text to import.", file=found.name),
            msg("check that this is the right file; a scan must be recognised (OCR) first"),
        )
    return made


def asked(finding: Finding) -> bool:
    """Ask a person whether a guess is right."""
    why = say(finding.why) if finding.why else ""
    question = _("“{words}” ({place}): {became}? {why}").format(
        words=_short(finding.words), place=finding.place, became=say(BECAME[finding.became]), why=why
    )
    return click.confirm(named(question), default=True, err=True)


def report(made: Imported, file: str, *, tracked: bool = False) -> None:
    """On standard error: what became what, what is a guess, what was left out, and the count of words."""
    account, document = made.report, read(made.markdown)
    articles = [s.label for s in document.sections if s.kind is SectionKind.ARTICLE]
    lines = [
        _("{file} ({format}): {count} articles").format(file=file, format=account.format, count=len(articles))
    ]
    lines += [f"  {label}" for label in articles]
    if tracked:
        lines.append(
            _("It holds tracked changes: the new text is taken (--tracked makes a proposal of them).")
        )
    lines += _guesses(account)
    if account.left_out:
        lines.append(_("Left out of the text:"))
        lines += [f"  {_short(one.words)} – {say(one.why)}" for one in account.left_out]
    lines += [say(remark) for remark in account.remarks]
    lines.append(
        _("{kept} of {words} words kept, {left} left out, {lost} lost.").format(
            kept=account.kept, words=account.words, left=account.words - account.kept - len(account.lost),
            lost=len(account.lost),
        )
    )  # fmt: skip
    if account.lost:
        lines.append(_("Words that are not accounted for: {words}").format(words=" ".join(account.lost[:20])))
    for line in lines:
        click.echo(named(line), err=True)


def _guesses(account: ImportReport) -> list[str]:
    """The guesses, those of one sort together."""
    sorts: dict[tuple[str, str], list[Finding]] = {}
    for finding in account.guesses:
        why = say(finding.why) if finding.why else ""
        sorts.setdefault((say(BECAME[finding.became]), why), []).append(finding)
    lines = [_("Guesses, to be looked at:")] if sorts else []
    for (became, why), findings in sorts.items():
        lines.append("  " + _("{became} – {why}:").format(became=became, why=why))
        lines += [f"    {_short(f.words)} ({f.place})" for f in findings[:_MOST_SHOWN]]
        if len(findings) > _MOST_SHOWN:
            lines.append("    " + _("and {count} more").format(count=len(findings) - _MOST_SHOWN))
    return lines


def _short(words: str) -> str:
    text = " ".join(words.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def confirmed(reports: Sequence[ImportReport], yes: bool) -> bool:
    """Whether to write: where another program wrote the file, a person says so. Raises `UsageError` where
    nobody can be asked.
    """
    if yes or not reports:
        return True
    if not sys.stdin.isatty():
        raise UsageError(
            msg("nothing was written: what was made of the file must be confirmed."),
            msg("look at the report above, then add --yes; or --interactive, to be asked about each guess"),
        )
    return click.confirm(_("Write this?"), default=False, err=True)


def report_data(account: ImportReport) -> dict[str, Any]:
    """The report for programs."""
    return {
        "format": account.format,
        "words": account.words,
        "kept": account.kept,
        "lost": list(account.lost),
        "findings": [
            {
                "place": f.place, "words": f.words, "became": f.became.value, "guess": f.guess,
                "why": say(f.why) if f.why else None,
            }
            for f in account.findings
        ],
        "left_out": [{"place": o.place, "words": o.words, "why": say(o.why)} for o in account.left_out],
        "remarks": [say(remark) for remark in account.remarks],
    }  # fmt: skip
