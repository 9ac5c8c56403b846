"""Texts marked by hand, as files a person can read: what they mean, and what looks doubtful in them.

Each file holds the marked text, then both texts that come out of it and the findings, one a line.
`pytest --update-cases` rewrites what is expected; look at the difference before committing it.
"""

import re
from pathlib import Path

import pytest

from statuts.tracked.strikebold import read_strikebold
from statuts.tracked.suspicions import suspicions

CASES = sorted((Path(__file__).parent / "cases" / "tracked").glob("*.case"))
PARTS = ("marked", "old", "new", "findings")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_marked_by_hand_gives_both_texts_and_its_doubtful_places(
    path: Path, update_cases: bool
) -> None:
    parts = dict(
        zip(*[iter(re.split(r"^=== (\w+)\n", path.read_text(), flags=re.MULTILINE)[1:])] * 2, strict=True)
    )
    tracked = read_strikebold(parts["marked"])
    findings = "".join(f"{r.line} {r.code}: {r.message}\n" for r in suspicions(parts["marked"]))
    found = dict(zip(PARTS, (parts["marked"], tracked.old, tracked.new, findings), strict=True))
    if update_cases:
        path.write_text("".join(f"=== {name}\n{found[name]}" for name in PARTS))
    else:
        assert found == parts
