"""The block of signatures at the end of a text: « Fait à …, le … », then names and offices."""

import re
from collections.abc import Mapping, Sequence

from statuts.importers.roles import Head
from statuts.model.brought import BroughtBlock, BroughtParagraph

_DONE = re.compile(
    r"\s*(?:fait|établi|signé|adopté|statuts? (?:adopté|approuvé)s?)\s.{0,60}?\b(?:à|en|par|le)\b.{0,120}"
    r"(?:\ble\b.{0,40}\d|…|\.{4,}|_{3,})",
    re.I | re.S,
)
_SIGNED = re.compile(
    r"\s*(?:signatures?|(?:le|la|l['’])\s?(?:président|secrétaire|trésori|co-?président)\w*)\b", re.I
)
_LONGEST = 12
_MOST_WORDS = 14


def signature_start(blocks: Sequence[BroughtBlock], heads: Mapping[int, Head]) -> int:
    """The place of the first block of the signatures; the number of blocks where there are none.

    Only what stands at the very end counts, all of it short, with a place and a day to sign.
    """
    last_head = max(heads, default=-1)
    start = len(blocks)
    for n in range(len(blocks) - 1, max(last_head, len(blocks) - _LONGEST - 1), -1):
        block = blocks[n]
        if isinstance(block, BroughtParagraph):
            if _DONE.match(block.text):
                return n
            if len(block.text.split()) > _MOST_WORDS:
                break
            if _SIGNED.match(block.text):
                start = n
    return start
