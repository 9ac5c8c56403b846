"""A large site is made by two processes: each lays out half of the pages that are lacking."""

import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuts.archive.read import Archive
    from statuts.press.site.folder import Written

_WORTH_IT = 300
"""Pages below which starting another process costs more than it saves."""

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
def shared(
    archive: "Archive", asked: Asked, lacking: Sequence[str]
) -> Iterator[tuple[frozenset[str], Theirs]]:
    """The pages that are ours to make, and what another process made of the rest, once it is done."""
    if len(lacking) < _WORTH_IT or (os.cpu_count() or 1) < 2 or asked.dry_run:
        yield frozenset(lacking), dict
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A fork spares loading the program again; beside other threads it is not safe, and elsewhere not there.
    quick = sys.platform == "linux" and threading.active_count() == 1
    half = len(lacking) // 2
    with ProcessPoolExecutor(1, mp_context=get_context("fork" if quick else "spawn")) as pool:
        job = pool.submit(_share, archive.root, asked, frozenset(lacking[half:]))

        def theirs() -> "Mapping[str, Written]":
            # what went wrong there goes wrong here too, where it can be told; else it is merely made here
            return {} if job.exception() else job.result()

        yield frozenset(lacking[:half]), theirs


def _share(root: Path, asked: Asked, paths: frozenset[str]) -> "dict[str, Written]":
    """In the other process: the same archive, its own half of the pages."""
    from statuts.archive.read import open_archive
    from statuts.press.site.folder import SiteFolder
    from statuts.press.site.make import Site

    folder = SiteFolder(asked.output, is_share=True)
    site = Site(open_archive(root), asked, folder)
    for page in site.pages():
        if page.path in paths:
            folder.put(page.path, site.press.page(page), site.made_from(page))
    return {path: found for path, found in folder.now.items() if path in paths}
