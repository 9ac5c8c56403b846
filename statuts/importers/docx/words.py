"""The words of one paragraph as they come, put together where they look alike and share a fate."""

from collections.abc import Iterator

from statuts.importers.docx.fate import Fate
from statuts.importers.docx.fonts import Font
from statuts.importers.runs import joined
from statuts.model.brought import BroughtRun

PAGE = "\f"  # a page or column ends: XML holds no such sign of its own


class Words:
    """Words that are read; Word cuts a run wherever somebody once stopped typing."""

    def __init__(self) -> None:
        self._looks: list[tuple[Font, str, Fate]] = []
        self._texts: list[list[str]] = []

    def __bool__(self) -> bool:
        return bool(self._looks)

    def add(self, text: str, font: Font, link: str, fate: Fate) -> None:
        """More words."""
        look = font, link, fate
        if self._looks and self._looks[-1] == look:
            self._texts[-1].append(text)
        else:
            self._looks.append(look)
            self._texts.append([text])

    @property
    def runs(self) -> tuple[BroughtRun, ...]:
        """All of them, in capitals where they are shown so."""
        found = [_run("".join(texts), *look) for look, texts in zip(self._looks, self._texts, strict=True)]
        return joined(_without_pages(found))


def _run(text: str, font: Font, link: str, fate: Fate) -> BroughtRun:
    return BroughtRun(
        text.upper() if font.caps else text,
        strong=font.strong,
        em=font.em,
        underline=font.underline,
        strike=font.strike,
        colour=font.colour,
        size=font.size,
        link=link,
        op=fate.op,
        author=fate.author,
        moment=fate.moment,
    )


def _without_pages(runs: list[BroughtRun]) -> Iterator[BroughtRun]:
    """The end of a page is a line end between words, and nothing beside them."""
    worded = [n for n, run in enumerate(runs) if run.text.strip(PAGE)]
    for n, run in enumerate(runs):
        if PAGE not in run.text:
            yield run
        elif worded:
            text = run.text
            text = text.lstrip(PAGE) if n <= worded[0] else text
            text = text.rstrip(PAGE) if n >= worded[-1] else text
            if text:
                yield run._replace(text=text.replace(PAGE, "\n"))
