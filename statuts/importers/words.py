"""Words in their looks → paragraphs: white space folded as browsers and LaTeX fold it, line breaks kept."""

import re
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from statuts.importers.superiors import lowered, raised
from statuts.model.brought import BroughtKind, BroughtParagraph, BroughtRun
from statuts.model.redline import Op

_SPACE = re.compile(r"[ \t\n\r\f]+")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\ufeff")


class Look(NamedTuple):
    """How words look, and their fate where they are tracked."""

    strong: bool = False
    em: bool = False
    underline: bool = False
    strike: bool = False
    colour: str = ""
    size: float = 0
    link: str = ""
    op: Op = Op.EQUAL
    author: str = ""
    moment: str = ""
    raised: str = ""  # « sup » or « sub »


@dataclass(slots=True)
class Paragraph:
    """A paragraph being filled."""

    kind: BroughtKind = BroughtKind.PARAGRAPH
    level: int = 0
    label: str = ""
    style: str = ""
    centred: bool = False
    is_plain: bool = False  # white space stays as it is
    runs: list[tuple[str, Look]] = field(default_factory=list)

    def add(self, text: str, look: Look) -> None:
        """More words; a space that follows a space is none."""
        text = text.translate(_UNSEEN)
        if not self.is_plain:
            text = _SPACE.sub(" ", text)
            if not self.runs or self.runs[-1][0].endswith((" ", "\n")):
                text = text.removeprefix(" ")
        if look.raised:
            text = raised(text) if look.raised == "sup" else lowered(text)
            look = look._replace(raised="")
        if text:
            self.runs.append((text, look))

    def break_line(self, look: Look) -> None:
        """A line break."""
        if self.runs:
            if not self.is_plain:
                self.trim()
            look = self.runs[-1][1]._replace(link="") if self.runs else look
            self.runs.append(("\n", look))

    def trim(self) -> None:
        """Take white space off the end."""
        while self.runs and self.runs[-1][0] != "\n":
            text, look = self.runs.pop()
            if text.rstrip(" "):
                self.runs.append((text.rstrip(" "), look))
                return

    def done(self, place: str) -> list[BroughtParagraph]:
        """What it amounts to: nothing where it has no words, several where line breaks follow each other."""
        if self.kind is BroughtKind.HEADING and self.label and not self.runs:
            return [BroughtParagraph((), self.kind, self.level, self.label, self.style, place)]
        parts: list[list[tuple[str, Look]]] = [[]]
        breaks = 0
        for text, look in self.runs:
            if text == "\n" and not self.is_plain:
                breaks += 1
                if breaks == 1:
                    parts[-1].append((text, look))
                elif parts[-1]:
                    parts[-1].pop()
                    parts.append([])
                continue
            if text.strip(" \t\n\r"):
                breaks = 0
            parts[-1].append((text, look))
        return [each for index, part in enumerate(parts) if (each := self._part(part, place, index == 0))]

    def _part(self, runs: list[tuple[str, Look]], place: str, is_first: bool) -> BroughtParagraph | None:
        while runs and not runs[-1][0].strip(" \t\n\r"):
            runs.pop()
        start = next((index for index, run in enumerate(runs) if run[0].strip(" \t\n\r")), 0)
        runs = runs[start:]
        if not runs:
            return None
        text, look = runs[-1]
        runs[-1] = (text.rstrip(" \t\n\r"), look)
        is_item = self.kind is BroughtKind.ITEM
        return BroughtParagraph(
            tuple(_run(text, look) for text, look in _joined(runs)),
            BroughtKind.PARAGRAPH if is_item and not is_first else self.kind,
            0 if is_item and not is_first else self.level,
            self.label if is_first else "",
            self.style,
            place,
            centred=self.centred,
        )


def _joined(runs: list[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """Neighbours of one look together."""
    groups = groupby(runs, key=lambda run: run[1])
    done = [("".join([text for text, _ in group]), look) for look, group in groups]
    return [(text, look) for text, look in done if text]


def _run(text: str, look: Look) -> BroughtRun:
    return BroughtRun(
        text,
        look.strong,
        look.em,
        look.underline,
        look.strike,
        look.colour,
        look.size,
        look.link,
        look.op,
        look.author,
        look.moment,
    )
