"""A large site is made by two processes: each lays out half of the pages that are lacking."""

import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from statuts.site.page import Page
from statuts.site.version_pages import PAIR

if TYPE_CHECKING:
    from statuts.press.site.folder import Written
    from statuts.press.site.make import Site

_WORTH_A_FORK, _WORTH_A_START = 24, 300
"""Pages below which another process costs more than it saves: a fork of this one, one that must load."""

_inherited: "tuple[Site, Sequence[Page]] | None" = None

Theirs = Callable[[], "Mapping[str, Written]"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    output: Path
    url: str = ""
    drafts: bool = False
    papers: Sequence[str] = ()
    attachments: bool = False
    dry_run: bool = False
    templates: Path | None = None


@contextmanager
def shared(site: "Site", lacking: Sequence[Page]) -> Iterator[tuple[frozenset[str], Theirs]]:
    """The pages that are ours to make, and what another process made of the rest, once it is done.

    Given away are comparisons alone: they are the most by far, and need nothing of what is made meanwhile.
    """
    # a fork has read the archive already; beside other threads it is not safe, and elsewhere not there
    forks = sys.platform == "linux" and threading.active_count() == 1
    if len(lacking) < (_WORTH_A_FORK if forks else _WORTH_A_START) or (os.cpu_count() or 1) < 2:
        yield frozenset(page.path for page in lacking), dict
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pairs = [page for page in lacking if page.template == PAIR]
    away = pairs[max(0, len(pairs) - len(lacking) // 2) :]  # in a row: what they share is laid out once
    global _inherited  # noqa: PLW0603 - read by the fork alone
    _inherited = (site, away) if forks else None
    with ProcessPoolExecutor(1, mp_context=get_context("fork" if forks else "spawn")) as pool:
        paths = frozenset(page.path for page in away)
        job = pool.submit(_share, site.archive.root, site.asked, paths)

        def theirs() -> "Mapping[str, Written]":
            # what went wrong there goes wrong here too, where it can be told; else it is merely made here
            return {} if job.exception() else job.result()

        try:
            yield frozenset(page.path for page in lacking) - paths, theirs
        finally:
            _inherited = None


def _share(root: Path, asked: Asked, paths: frozenset[str]) -> "dict[str, Written]":
    """In the other process: its own share of the pages."""
    from statuts.archive.read import open_archive
    from statuts.press.site.folder import SiteFolder
    from statuts.press.site.make import Site

    folder = SiteFolder(asked.output, is_share=True)
    if _inherited:
        site, pages = _inherited
    else:
        site = Site(open_archive(root), asked, folder)
        pages = [page for page in site.comparisons() if page.path in paths]
    for page in pages:
        folder.put(page.path, site.press.page(page), site.made_from(page))
    return {path: found for path, found in folder.now.items() if path in paths}
