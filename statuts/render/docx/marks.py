"""Tracked changes, comments and bookmarks of one Word file: each has an id of its own."""

import re
from datetime import datetime

from statuts.model.redline import Op
from statuts.render.docx.package import stamp
from statuts.render.xml_text import xml_text

_TAGS = {Op.INSERT: "w:ins", Op.DELETE: "w:del"}
_PIECES = re.compile(r"(\r\n|\r|\n|\t)")


class Marks:
    """Gives out ids as they are used. `author` and `moment` (UTC) sign every change and comment."""

    def __init__(self, author: str, moment: datetime) -> None:
        self._author = f'w:author="{xml_text(author)}"'
        self._signed = f'{self._author} w:date="{stamp(moment)}"'
        self._initials = xml_text("".join(word[0] for word in author.split() if word[0].isalnum())[:3])
        self._last = 0
        self._names: set[str] = set()
        self.comments: list[str] = []

    def around(self, op: Op, runs: str, *, dated: bool = True) -> str:
        """Runs with their fate. `dated`: false for what must not be taken for one with what follows it."""
        if op is Op.EQUAL or not runs:
            return runs
        signed = self._signed if dated else self._author
        return f'<{_TAGS[op]} w:id="{self._next()}" {signed}>{runs}</{_TAGS[op]}>'

    def mark(self, op: Op) -> str:
        """The fate of a paragraph's end, or of a row."""
        return "" if op is Op.EQUAL else f'<{_TAGS[op]} w:id="{self._next()}" {self._signed}/>'

    def bookmark(self, name: str, content: str) -> str:
        """`content` under a name, the first time the name is asked for."""
        if name in self._names:
            return content
        self._names.add(name)
        key = self._next()
        start = f'<w:bookmarkStart w:id="{key}" w:name="{xml_text(name)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{key}"/>'

    def comment(self, content: str, lines: tuple[str, ...], fate: Op) -> str:
        """`content` with a comment that shares its fate: the first of its lines is set strong."""
        key = self._next()
        said = "".join(
            '<w:p><w:pPr><w:pStyle w:val="Commentaire"/></w:pPr>'
            + ("" if rank else "<w:r><w:annotationRef/></w:r>")
            + run(text, "" if rank else "<w:b/><w:bCs/>")
            + "</w:p>"
            for rank, text in enumerate(lines)
        )
        self.comments.append(
            f'<w:comment w:id="{key}" {self._signed} w:initials="{self._initials}">{said}</w:comment>'
        )
        reference = f'<w:r><w:rPr><w:rStyle w:val="Renvoi"/></w:rPr><w:commentReference w:id="{key}"/></w:r>'
        return f'<w:commentRangeStart w:id="{key}"/>{content}<w:commentRangeEnd w:id="{key}"/>' + self.around(
            fate, reference
        )

    def _next(self) -> int:
        self._last += 1
        return self._last


def run(text: str, properties: str = "", *, deleted: bool = False) -> str:
    """Words as a run: line ends break the line, tabs are tabs."""
    tag = "w:delText" if deleted else "w:t"
    inner = "".join(
        ("<w:tab/>" if piece == "\t" else "<w:br/>")
        if rank % 2
        else f'<{tag} xml:space="preserve">{xml_text(piece)}</{tag}>'
        for rank, piece in enumerate(_PIECES.split(text))
        if piece
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"
