"""What the drafting page works with: templates, a voice, a press, and who may come in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2

from statuts.archive.read import Archive
from statuts.desk.versions import opened, version_of
from statuts.model.proposal import Stage
from statuts.papers.paper import Standing
from statuts.press.amendment import Given, amendment
from statuts.press.pack import NAMES, STAGES
from statuts.press.papers import of_amendment, of_ballot, of_version, variants_of
from statuts.press.press import Press
from statuts.press.templates import templates_in
from statuts.press.voices import voice_in
from statuts.render.voice import Voice


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that can be asked for: its kind, its name, and what it is good for."""

    kind: str
    label: str
    about: str


@dataclass(frozen=True, slots=True)
class Kit:
    """`prints` makes a paper: the name of a proposal or version (`statuts:age-2026`), its kind, its format.

    `offers` says which papers a stage calls for. `hosts` are the names under which the page may be asked for,
    as a browser sends them. With a `passphrase`, nobody comes in without it.
    """

    templates: jinja2.Environment
    voice: Voice
    prints: Callable[[str, str, str], bytes]
    offers: Callable[[Stage], Sequence[Offer]]
    hosts: frozenset[str]
    passphrase: str = ""


SUFFIXES = {
    "html": ("html", "text/html; charset=utf-8", "HTML"),
    "pdf": ("pdf", "application/pdf", "PDF"),
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word"),
    "odt": ("odt", "application/vnd.oasis.opendocument.text", "OpenDocument"),
    "md": ("markdown", "text/markdown; charset=utf-8", "Markdown"),
    "txt": ("text", "text/plain; charset=utf-8", "TXT"),
}
"""By the end of a file's name: the format as the press calls it, its type, its name."""


def kit_of(archive: Archive, templates: Path | None, hosts: frozenset[str], passphrase: str = "") -> Kit:
    """What serves an archive, in its language. Raises `TemplateProblem`."""
    language = archive.association.language
    voice = voice_in(language)

    def offers(stage: Stage) -> list[Offer]:
        return [
            Offer(kind, voice.say(NAMES[kind][0]), voice.say(NAMES[kind][1]))
            for kind in STAGES[Standing(str(stage))]
        ]

    def prints(name: str, kind: str, format_: str) -> bytes:
        return _printed(archive.root, templates, name, kind, format_)

    return Kit(templates_in(templates, language), voice, prints, offers, hosts, passphrase)


def _printed(root: Path, templates: Path | None, name: str, kind: str, format_: str) -> bytes:
    archive = opened(root)
    if kind in ("consolidated", "filing"):
        order = of_version(kind, archive, version_of(archive, name))
    else:
        given = Given(archive=root)
        about = amendment([name], given)
        order = of_ballot(variants_of(about, given)) if kind == "ballot" else of_amendment(kind, about)
    press = Press.of(order.archive, templates)
    return press.print(order, order.make(press.voice), format_)
