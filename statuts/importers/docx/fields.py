"""Fields: the code of one is no text, its result is; a table of contents is one too."""

import re
from dataclasses import dataclass

from statuts.importers.docx.names import Element, W
from statuts.importers.docx.parts import safe_address

_DEEPEST = 20
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"')


@dataclass(slots=True)
class _Field:
    code: str = ""
    shows: bool = False  # its result has begun


class Fields:
    """Those that are open at one place of a story; they may go on over several paragraphs."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def mark(self, element: Element) -> None:
        """A field begins, shows its result from here, or ends."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._open.append(_Field())
            if len(self._open) > _DEEPEST:  # fields that nobody ends hide no words for ever
                del self._open[0]
        elif self._open and kind == "separate":
            self._open[-1].shows = True
        elif self._open and kind == "end":
            self._open.pop()

    def code(self, text: str) -> None:
        """A piece of the code of the innermost field."""
        if self._open:
            self._open[-1].code += text[:500]

    @property
    def is_text(self) -> bool:
        """Whether words here are shown."""
        return all(field.shows for field in self._open)

    @property
    def is_contents(self) -> bool:
        """Whether words here are a table of contents."""
        return any(field.shows and is_contents(field.code) for field in self._open)

    @property
    def link(self) -> str:
        """Where words here lead."""
        found = next((m for field in reversed(self._open) if (m := _LINK.match(field.code))), None)
        return safe_address(found[1]) if found else ""


def is_contents(code: str | None) -> bool:
    """Whether the code makes a table of contents."""
    return (code or "").split()[:1] == ["TOC"]
