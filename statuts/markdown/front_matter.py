"""The header some tools put before a text: YAML between `---`, TOML between `+++`, pandoc's `%` lines."""

import re
from collections.abc import Sequence

from statuts.markdown.lines import Line

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_ENTRY = re.compile(r"\s*(?:#|[\w.\"'-]+\s*[:=])")


def front_matter_length(lines: Sequence[Line]) -> int:
    """How many of the first lines are a header and no part of the text; 0 where there is none."""
    if not lines:
        return 0
    closers = _FENCES.get(lines[0].text.rstrip())
    if closers and len(lines) > 1 and _ENTRY.match(lines[1].text):
        for index, line in enumerate(lines[1:], 1):
            if line.text.rstrip() in closers:
                return index + 1
        return 0
    length = 0
    while length < min(len(lines), 3) and lines[length].text.startswith("%"):
        length += 1
    return length
