"""One run of paragraphs — the text, a cell, a note — while it is read."""

import re

from lxml import etree

from statuts.importers.odt.borders import settled
from statuts.importers.odt.drafts import KEPT, Block, Draft, DraftTable
from statuts.importers.odt.looks import Look
from statuts.importers.odt.part import AsideDraft, Part
from statuts.model.brought import AsideKind, BroughtRun

_SPACES = re.compile("[ \t\r\n]+")


class Story:
    """Takes words and ends of paragraphs, and gives each its fate."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self.blocks: list[Block] = []
        self.current: Draft | None = None
        self.due: list[etree._Element] = []  # deletions that stand before the next paragraph
        self.after_space = True
        self._hidden: list[BroughtRun] = []
        self.glued = False  # the next paragraph goes on with the current one,
        self.whole = False  # and tells what that is, if it begins there
        self.held = False  # the current one ends where a next one begins

    def begin(self, draft: Draft) -> None:
        """A paragraph begins."""
        self.after_space = True
        if self.glued and self.current is not None:
            self.glued = False
            if self.whole and not self.current.runs:
                draft.number = self.current.number
                self.current = draft
            return
        self.release()
        self.glued = False
        self._part.number += 1
        draft.number = self._part.number
        self._part.found.read(0, 1)
        self.current = draft

    def end(self, *, struck: bool = False) -> None:
        """The paragraph ends; a struck one only if another comes after it."""
        if struck:
            self.held = True
            return
        draft, self.current, self.held = self.current, None, False
        if draft is None:
            return
        draft.mark = self._part.changes.fate
        if self._hidden:
            aside = Draft(style=draft.style, runs=self._hidden)
            self._part.found.asides.append(AsideDraft(AsideKind.HIDDEN, [aside], draft.number))
            self._hidden = []
            self._part.remark("hidden")
            if not draft.runs and draft.mark == KEPT:
                return
        self.blocks.append(draft)

    def release(self) -> None:
        """Ends the paragraph that is open, if any."""
        if self.current is not None:
            self.end()

    def table(self, table: DraftTable) -> None:
        """A table, between two paragraphs."""
        self.blocks.append(table)

    def words(self, text: str | None, look: Look, link: str) -> None:
        """Characters of the file: white space in a row is one space, none at the start of a paragraph."""
        if not text:
            return
        text = _SPACES.sub(" ", text)
        if self.after_space and text[0] == " ":
            text = text[1:]
        if text:
            self.put(text, look, link)
            self.after_space = text[-1] == " "

    def put(self, text: str, look: Look, link: str = "") -> None:
        """Characters as they are shown."""
        self.after_space = False
        self._part.found.read(len(text))
        fate = self._part.changes.fate
        if fate.gone:
            self._part.found.remarks["gone"] = 1
            return
        text = look.shown(text) if look.case else text
        run = BroughtRun(text, *look[:6], link, fate.op, fate.author, fate.moment)
        if look.hidden:
            self._hidden.append(run)
            return
        for aside in self._part.anchors.values():
            aside.touch(text)
        if self.current is None:
            self.begin(Draft())
        assert self.current is not None
        self.current.runs.append(run)

    def finished(self) -> list[Block]:
        """All of it."""
        self.release()
        return settled(self.blocks)
