"""Amending wording: written from a revision and checked by reading back; an act read and applied."""

import texts
from timing import timed

from statuts.diff.compare import compare
from statuts.markdown.read import read
from statuts.wording.apply import applied_text
from statuts.wording.languages import language
from statuts.wording.write import write

_ACT_WORDS, _ACT_EDITS = 30_000, 260


def table() -> list[str]:
    """One row a task: how much of it, how long it takes."""
    french = language("fr")
    rows = ["| task | words | instructions | ms |", "|---|---|---|---|"]
    old, new = texts.pair(6_000, 60)
    before, after = read(old), read(new)

    def written() -> object:
        return write(compare(before, after), before, after, french)

    count = len(write(compare(before, after), before, after, french).instructions)
    rows.append(
        f"| compare, write, read back, apply, compare again | {len(old.split()):,} | {count} | {timed(written, 10):.1f} |"
    )
    old, new = texts.pair(_ACT_WORDS, _ACT_EDITS)
    before, after = read(old), read(new)
    act = write(compare(before, after), before, after, french).text
    count = len(french.read_act(act))
    reading = timed(lambda: french.read_act(act), 10)
    applying = timed(lambda: applied_text(french.read_act(act), old, french.name), 10)
    rows.append(f"| read an act | {len(act.split()):,} | {count} | {reading:.1f} |")
    rows.append(f"| read an act and the text, apply it | {len(old.split()):,} | {count} | {applying:.1f} |")
    return rows
