"""What kind of difference each of many small revisions is: one a line, before → after → classes."""

from pathlib import Path

import pytest

from statuts.diff.compare import compare
from statuts.markdown.read import read

LINES = (Path(__file__).parent / "cases" / "classes.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_the_classes_are_the_wanted_ones(line: str) -> None:
    old, new, wanted = line.split(" → ")
    redline = compare(read(old + "\n"), read(new + "\n"))
    assert sorted({s.cls.value for b in redline.blocks() for s in b.segments if s.cls}) == wanted.split()
