"""What the CommonMark parser says of a source: which lines make which leaf, and how deep it stands."""

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from statuts.markdown.stretches import Shape, stretches
from statuts.model.document import BlockKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_OPENERS = {"list_item_open": BlockKind.ITEM, "blockquote_open": BlockKind.QUOTE}
_LISTS = {"bullet_list_open", "ordered_list_open"}


class Leaf(NamedTuple):
    """Lines `start` to `end` (0-based, `end` excluded) that make one block of `kind`.

    `first` is what the parser holds for the words of its first line, by which they are found again in
    the source; `level` is that of a heading; `underlined` tells a setext heading.
    """

    kind: BlockKind
    start: int
    end: int
    depth: int = 0
    group: int = 0
    first: str = ""
    level: int = 0
    underlined: bool = False


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    # Words are cut out of the source itself: what is inside a leaf need not be parsed.
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


def parse_leaves(lines: Sequence[str], groups: int = 0) -> tuple[list[Leaf], int]:
    """The leaves of a text given as lines, in their order; lines in none are left out.

    Tables and lists are numbered on from `groups`; the last number is the second value.
    """
    leaves: list[Leaf] = []
    for shape, start, end in stretches(lines):
        match shape:
            case Shape.TEXT:
                leaves.append(Leaf(BlockKind.PARAGRAPH, start, end, first=lines[start]))
            case Shape.HEADING:
                level = len(lines[start]) - len(lines[start].lstrip("#"))
                leaves.append(Leaf(BlockKind.HEADING, start, end, level=level))
            case Shape.LIST:
                groups += 1
                leaves += [
                    Leaf(BlockKind.ITEM, line, line + 1, 1, groups, lines[line][2:])
                    for line in range(start, end)
                ]
            case Shape.OTHER:
                walk = _Walk(_parser().parse("\n".join(lines[start:end])), start, groups)
                leaves += sorted(walk.leaves, key=lambda leaf: leaf.start)
                groups = walk.groups
    return leaves, groups


class _Walk:
    """One pass over the parser's tokens, for lines that begin at `offset`."""

    def __init__(self, tokens: "Sequence[Token]", offset: int, groups: int) -> None:
        self.leaves: list[Leaf] = []
        self.groups = groups
        self._offset = offset
        self._containers: list[BlockKind] = []
        self._lists: list[int] = []
        self._fresh_item = False
        for token, following in zip_longest(tokens, tokens[1:]):
            words = following.content.split("\n", 1)[0] if following is not None else ""
            self._take(token, words)

    def _take(self, token: "Token", words: str) -> None:
        if token.type in _OPENERS:
            self._containers.append(_OPENERS[token.type])
            self._fresh_item = token.type == "list_item_open"
        elif token.type in ("list_item_close", "blockquote_close"):
            self._containers.pop()
            self._fresh_item = False
        elif token.type in _LISTS or token.type == "table_open":
            self.groups += 1
            if token.type in _LISTS:
                self._lists.append(self.groups)
            elif token.map is not None:
                line = token.map[0] + 1
                self._add(BlockKind.RULE, line, line + 1, group=self.groups)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif token.map is not None:
            self._leaf(token, token.map[0], token.map[1], words)

    def _leaf(self, token: "Token", start: int, end: int, words: str) -> None:
        match token.type:
            case "paragraph_open":
                kind = self._containers[-1] if self._containers else BlockKind.PARAGRAPH
                if kind is BlockKind.ITEM and not self._fresh_item:
                    kind = BlockKind.PARAGRAPH
                group = self._lists[-1] if kind is BlockKind.ITEM else 0
                self._add(kind, start, end, group=group, first=words)
            case "heading_open":
                level, underlined = int(token.tag[1]), token.markup in "=-"
                self._add(BlockKind.HEADING, start, end, first=words, level=level, underlined=underlined)
            case "tr_open":
                self._add(BlockKind.ROW, start, end, group=self.groups)
            case "fence" | "code_block":
                self._add(BlockKind.CODE, start, end)
            case "html_block":
                self._add(BlockKind.HTML, start, end)
            case "hr":
                self._add(BlockKind.RULE, start, end)

    def _add(
        self,
        kind: BlockKind,
        start: int,
        end: int,
        *,
        group: int = 0,
        first: str = "",
        level: int = 0,
        underlined: bool = False,
    ) -> None:
        self._fresh_item = False
        start, end = start + self._offset, end + self._offset
        self.leaves.append(Leaf(kind, start, end, len(self._containers), group, first, level, underlined))
