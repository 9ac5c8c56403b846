"""The faulty redline that was really published is seen through; a sound one is left in peace."""

from pathlib import Path

import pytest

from statuts.diff.compare import compare
from statuts.markdown.read import read
from statuts.model.redline import FOLDED, ChangeClass
from statuts.render.markdown import render
from statuts.tracked.suspicions import suspicions

SHARED = Path(__file__).parent.parent.parent / "shared" / "reference"
needs_reference = pytest.mark.skipif(not SHARED.is_dir(), reason="the reference texts are not here")
PAIRS = [
    (SHARED / "la-27e-region/article-1-before.md", SHARED / "la-27e-region/article-1-after.md"),
    *(
        (SHARED / f"corpus/zeste-de-savoir/{n}/{side}.md" for side in ("before", "after"))
        for n in (1, 2, 3, 4)
    ),
]


@needs_reference
@pytest.mark.parametrize(
    ("line", "words"),
    [
        (3, "l'ensemble des les"),
        (3, "neutre apartisan"),
        (7, "au et développement"),
        (7, "aux avec des"),
        (8, "d Explorer"),
        (13, "Initier—Des"),
        (15, "Entreprendre—Un"),
        (16, "les—Un"),
    ],
)
def test_every_fault_of_the_published_redline_is_named_with_its_line(line: int, words: str) -> None:
    text = (SHARED / "la-27e-region/redline-as-published.md").read_text()
    assert any(r.line == line and words in str(r.message) for r in suspicions(text))


@needs_reference
def test_the_published_redline_raises_no_more_findings_than_it_has_faults() -> None:
    assert len(suspicions((SHARED / "la-27e-region/redline-as-published.md").read_text())) == 14


@needs_reference
@pytest.mark.parametrize("pair", PAIRS, ids=["27e", "zds-1", "zds-2", "zds-3", "zds-4"])
def test_a_redline_of_ours_raises_no_suspicion(pair: tuple[Path, Path]) -> None:
    old, new = (path.read_bytes().decode() for path in pair)
    marked = render(compare(read(old), read(new)), frozenset(ChangeClass) - FOLDED)
    assert [str(remark.message) for remark in suspicions(marked)] == []


def test_a_text_without_marks_raises_no_suspicion() -> None:
    assert suspicions("Les les membres , des le d bureau.\n\nun mot.") == ()


@pytest.mark.parametrize(
    "sound",
    [
        "un ou **plusieurs** membres, le ou **les** présidents, un **par** an, avec au **moins** trois voix",
        "ce ~~à~~ **pour** quoi l'~~autre~~ **un** des membres, les ~~siens~~ **leurs**, de **par** la loi",
        "l'~~union~~ **association**, d'~~un~~ **HLM**, le ~~président~~ **RNA**, l'~~avis~~ **horaire**",
        "le ~~dix~~ **onze** mai, le ~~non~~ **oui**, M. **Dupont**, etc. ~~et~~ **ou** plus",
        "art. ~~3~~ **4**, al. **2**, 20 **m** de haut, n° **7**, jusqu'~~en~~ **à** mai",
    ],
)
def test_what_french_allows_is_not_doubted(sound: str) -> None:
    assert [str(remark.message) for remark in suspicions(sound)] == []
