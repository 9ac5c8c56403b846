"""What the drafting page is given from outside: templates, a voice, a press, and who may come in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import jinja2

from statuts.model.proposal import Stage
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
