"""Runs put together: programs cut words wherever somebody once stopped typing."""

from collections.abc import Iterable

from statuts.model.brought import BroughtRun


def joined(runs: Iterable[BroughtRun]) -> tuple[BroughtRun, ...]:
    """Neighbours of one look and one fate in one run."""
    found: list[BroughtRun] = []
    texts: list[str] = []
    for run in runs:
        if found and found[-1][1:] == run[1:]:
            texts.append(run.text)
            continue
        if len(texts) > 1:
            found[-1] = found[-1]._replace(text="".join(texts))
        found.append(run)
        texts = [run.text]
    if len(texts) > 1:
        found[-1] = found[-1]._replace(text="".join(texts))
    return tuple(found)
