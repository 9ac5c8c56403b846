"""A parsed page → blocks and asides, element by element, without recursion."""

import re
from dataclasses import dataclass, field

from lxml.etree import _Element, iterwalk

from statuts.importers.html.labels import ListLabels
from statuts.importers.html.regions import UNSEEN
from statuts.importers.html.styles import look_of, style_of
from statuts.importers.html.tables import TableMaker, is_layout
from statuts.importers.words import Look, Paragraph
from statuts.model.brought import Aside, AsideKind, BroughtBlock, BroughtKind, BroughtParagraph, BroughtTable

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre"
    " section summary table tbody td tfoot th thead tr ul button select textarea label".split()
)
_HEADING = re.compile(r"h([1-6])")
_WORD_LIST = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)")
_WORD_LABEL = "ignore"


@dataclass(slots=True)
class _Level:
    """An open element: what to go back to where it ends."""

    element: _Element
    look: Look
    sink: list[BroughtBlock] | None = None  # where blocks went before it
    is_label: bool = False


@dataclass(slots=True)
class _State:
    """What is open around the place read."""

    lists: list[ListLabels] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    tables: list[TableMaker | None] = field(default_factory=list)
    quotes: int = 0
    pre: int = 0
    centred: int = 0


class Walk:
    """Reads one page; what was found stands in `blocks` and `asides`."""

    def __init__(self, apart: dict[_Element, AsideKind]) -> None:
        self.blocks: list[BroughtBlock] = []
        self.asides: list[Aside] = []
        self.pictures = self.frames = 0
        self._apart = apart
        self._sink = self.blocks
        self._open: list[_Level] = []
        self._state = _State()
        self._now = Paragraph()
        self._look = Look()
        self._number = 0
        self._label: list[str] | None = None  # a label as Word writes it, being read

    def read(self, body: _Element) -> None:
        """The whole page."""
        walker = iterwalk(body, events=("start", "end"))
        for event, element in walker:
            tag = element.tag.lower().rpartition("}")[2] if isinstance(element.tag, str) else ""
            if event == "start":
                if not tag or tag in UNSEEN:
                    self.frames += tag in ("iframe", "frameset", "object", "embed")
                    walker.skip_subtree()
                    continue
                self._start(element, tag)
                self._text(element.text)
            else:
                if tag and tag not in UNSEEN:
                    self._end(element, tag)
                if element is not body:
                    self._text(element.tail)
        self._flush()

    def _start(self, element: _Element, tag: str) -> None:
        level = _Level(element, self._look)
        self._open.append(level)
        if tag in _BLOCKS:
            self._flush()
        if element in self._apart:
            self._flush()
            level.sink, self._sink = self._sink, []
        self._look = look_of(element, tag, self._look)
        style = style_of(element)
        if style.get("mso-list", "").startswith(_WORD_LABEL):
            level.is_label, self._label = True, []
        self._state.centred += _is_centred(element, tag, style)
        if tag in ("ul", "ol", "menu", "dir"):
            self._start_list(element, tag)
        elif tag == "li":
            self._start_item(element)
        elif tag == "table":
            self._state.tables.append(None if is_layout(element) else TableMaker())
        elif tag == "tr" and self._state.tables and self._state.tables[-1]:
            self._state.tables[-1].start_row()
        elif tag in ("td", "th") and self._state.tables and self._state.tables[-1]:
            level.sink, self._sink = self._sink, []
        elif tag == "br":
            self._now.break_line(self._look)
        elif tag in ("img", "picture"):
            self.pictures += tag == "img"
        else:
            self._start_block(element, tag, style)

    def _start_block(self, element: _Element, tag: str, style: dict[str, str]) -> None:
        heading = _HEADING.fullmatch(tag)
        self._state.quotes += tag == "blockquote"
        self._state.pre += tag == "pre"
        if tag in _BLOCKS:
            if not self._awaits_words():
                self._now = self._paragraph()
            self._now.style = (element.get("class") or "")[:80]
        if heading or element.get("role") == "heading":
            rank = element.get("aria-level") or (heading[1] if heading else "2")
            self._now.kind = BroughtKind.HEADING
            self._now.level = max(1, min(9, int(rank))) if rank.isdecimal() else 2
        elif word := _WORD_LIST.search(style.get("mso-list", "") and f"mso-list:{style['mso-list']}"):
            self._now.kind, self._now.level = BroughtKind.ITEM, int(word[1])
        elif tag == "q":
            self._text("«\u00a0")

    def _end(self, element: _Element, tag: str) -> None:
        if tag == "q":
            self._text("\u00a0»")
        if tag in _BLOCKS:
            self._flush()
        state = self._state
        level = self._open.pop()
        if level.is_label:
            self._now.label = " ".join("".join(self._label or []).split())
            self._label = None
        if tag == "li" and self._awaits_words():
            self._now = self._paragraph()
        if tag in ("ul", "ol", "menu", "dir"):
            state.lists.pop()
            state.kinds.pop()
        elif tag in ("td", "th") and state.tables and state.tables[-1] and level.sink is not None:
            state.tables[-1].add(element, _as_paragraphs(self._sink))
            self._sink, level.sink = level.sink, None
        elif tag == "table":
            self._end_table()
        state.quotes -= tag == "blockquote"
        state.pre -= tag == "pre"
        state.centred -= _is_centred(element, tag, style_of(element))
        if level.sink is not None:
            self._flush()
            self._set_apart(self._apart[element], self._sink)
            self._sink = level.sink
        self._look = level.look

    def _start_list(self, element: _Element, tag: str) -> None:
        kinds = self._state.kinds
        kinds.append("ol" if tag == "ol" else "ul")
        self._state.lists.append(ListLabels(element, kinds[-1], kinds.count("ul")))

    def _start_item(self, element: _Element) -> None:
        self._now = self._paragraph()
        self._now.kind, self._now.level = BroughtKind.ITEM, max(1, len(self._state.lists))
        self._now.label = self._state.lists[-1].label(element) if self._state.lists else "•"

    def _end_table(self) -> None:
        maker = self._state.tables.pop() if self._state.tables else None
        if maker is not None:
            self._number += 1
            table = maker.table(f"§ {self._number}")
            if table is not None:
                self._sink.append(table)

    def _set_apart(self, kind: AsideKind, blocks: list[BroughtBlock]) -> None:
        paragraphs = _as_paragraphs(blocks)
        if paragraphs:
            self.asides.append(Aside(kind, tuple(paragraphs)))

    def _paragraph(self) -> Paragraph:
        state = self._state
        kind = BroughtKind.CODE if state.pre else BroughtKind.QUOTE if state.quotes else BroughtKind.PARAGRAPH
        return Paragraph(kind, centred=state.centred > 0, is_plain=state.pre > 0)

    def _text(self, text: str | None) -> None:
        if text:
            if self._label is not None:
                self._label.append(text)
            else:
                self._now.add(text, self._look)

    def _awaits_words(self) -> bool:
        """Whether an item is open whose words will stand in a block inside it."""
        now = self._now
        return now.kind is BroughtKind.ITEM and bool(now.label) and not now.runs

    def _flush(self) -> None:
        if self._awaits_words():
            return
        done = self._now.done(f"§ {self._number + 1}")
        self._number += len(done)
        self._sink += done
        self._now = self._paragraph()


def _as_paragraphs(blocks: list[BroughtBlock]) -> list[BroughtParagraph]:
    """Blocks as paragraphs alone: a table inside a cell or beside the text gives those of its cells."""
    found: list[BroughtParagraph] = []
    for block in blocks:
        if isinstance(block, BroughtTable):
            found += [paragraph for row in block.rows for cell in row.cells for paragraph in cell]
        else:
            found.append(block)
    return found


def _is_centred(element: _Element, tag: str, style: dict[str, str]) -> bool:
    align = style.get("text-align") or (element.get("align") or "").lower()
    return tag == "center" or (align == "center" and tag not in ("table", "img"))
