"""One part of a text as an archive keeps it: an article, a division's heading, an annex."""

from collections.abc import Sequence
from typing import NamedTuple

from statuts.model.document import SectionKind

_HEADING_ALONE = frozenset({SectionKind.TITLE, SectionKind.DIVISION})


class Part(NamedTuple):
    """One part of a text: `markdown` ends in one line end; `division` is the id of what it stands in."""

    kind: SectionKind
    id: str
    markdown: str
    division: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading and nothing more: it stands in the list of contents, without a file."""
        return self.kind in _HEADING_ALONE and self.markdown.count("\n") == 1


def joined(parts: Sequence[Part]) -> str:
    """The whole text that the parts make."""
    return "\n".join([part.markdown for part in parts])
