"""The version that a text brought in becomes, by what a person says of it."""

from dataclasses import dataclass
from datetime import date

import click

from statuts.amend.parts import parts_of, with_kept_ids
from statuts.archive.read import Archive
from statuts.errors import ArchiveError
from statuts.i18n import _, say
from statuts.model.archive import Decision, Version, VersionKind
from statuts.model.document import SectionKind
from statuts.model.message import msg
from statuts.model.names import NAMES_HINT, is_name
from statuts.model.parts import Part

_UNDATED = "version-importee"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person says of a text that is brought in."""

    text: str = "statuts"
    adopted: date | None = None
    in_force: date | None = None
    name: str = ""
    label: str = ""
    body: str = ""


def version_from(
    found: Archive, source: str, wish: Wish, before: Version | None = None
) -> tuple[Version, tuple[Part, ...]]:
    """The version that a Markdown text becomes, and its parts: articles that were there before keep their
    ids. It follows the latest, or `before`.
    """
    name = wish.name or (wish.adopted.isoformat() if wish.adopted else _UNDATED)
    for word in (wish.text, name):
        if not is_name(word):
            raise ArchiveError(msg("“{name}” cannot be a name.", name=word[:80]), NAMES_HINT)
    parts, follows, manifest = _following(found, wish.text, parts_of(source), before)
    version = Version(
        text=wish.text,
        name=name,
        label=wish.label or _label(wish.adopted, found.association.language),
        kind=VersionKind.ADOPTION,
        contents=(),
        digest="",
        manifest="",
        adopted=wish.adopted,
        in_force=wish.in_force,
        decision=Decision(body=wish.body, day=wish.adopted if wish.body else None),
        follows=follows,
        follows_manifest=manifest,
    )
    return version, parts


def _following(
    archive: Archive, text: str, parts: tuple[Part, ...], before: Version | None
) -> tuple[tuple[Part, ...], str, str]:
    if text not in archive.texts:
        return parts, "", ""
    versions = archive.versions(text)
    last = before or versions[-1]
    used = {entry.id for version in versions for entry in version.contents}
    return with_kept_ids(parts, list(archive.parts(last)), used), last.name, last.manifest


def _label(adopted: date | None, language: str) -> str:
    """What the version is called, in the language of the archive: the label is part of what is kept."""
    if adopted is None:
        return say(msg("Imported text"), language)
    return say(msg("Text adopted on {date}", date=adopted), language)


def told(version: Version, parts: tuple[Part, ...]) -> None:
    """On standard error: what was written."""
    articles = [part.id for part in parts if part.kind is SectionKind.ARTICLE]
    click.echo(f"{version.text} · {version.name} · {version.label}", err=True)
    if version.follows:
        click.echo("  " + _("follows: {name}").format(name=version.follows), err=True)
    click.echo("  " + _("articles: {names}").format(names=", ".join(articles) or "–"), err=True)
