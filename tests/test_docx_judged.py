"""Word files in LibreOffice: accepting all changes gives the new text, rejecting them the old one."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

import pytest
from budget import LONG, turns
from depending import ROWS, UNDERLINED
from libreoffice import ACCEPT, AS_IT_IS, REJECT, LibreOffice, Seen
from revisions import BASES, revised
from sheets import VOICE, paragraph, plain, redline, sheet_of
from test_diff_cases import CASES, parts_of
from test_docx import HOSTILE

from statuts.model.sheet import Element
from statuts.render.docx.write import write_docx

SHARED = Path(__file__).parent.parent.parent / "shared" / "reference"
PUBLISHED = [
    ("la-27e-region/article-1-before.md", "la-27e-region/article-1-after.md"),
    *((f"corpus/zeste-de-savoir/{k}/before.md", f"corpus/zeste-de-savoir/{k}/after.md") for k in range(1, 5)),
]
BORDER = "=== "
LINES = 40  # of a random text: long ones only take longer
TOGETHER = 10  # pairs in one file: opening a file takes longer than reading it
Pair = tuple[str, str]


def read_again(seen: Iterable[Seen]) -> list[str]:
    """The paragraphs, each with its mark before it, whether the word processor draws the mark or not."""
    return [f"{p.label}\t{p.text}" if p.label else p.text for p in seen if p.text]


DASH = "–\t"


def without_dashes(paragraphs: Iterable[str]) -> list[str]:
    """The same without the bullets that are drawn: LibreOffice hands the look of a paragraph that went over
    to the one below it, and a first item may lose its dash, never its words."""
    return [paragraph.removeprefix(DASH) for paragraph in paragraphs]


def words(text: str) -> list[str]:
    """The letters and figures of a text, whatever stands between them."""
    return re.findall(r"[^\W_]+", text)


def written(folder: Path, name: str, parts: Sequence[Sequence[Element]]) -> Path:
    elements: list[Element] = []
    for rank, part in enumerate(parts):
        elements += [paragraph(f"{BORDER}{rank}"), *part]
    path = folder / f"{name}.docx"
    path.write_bytes(write_docx(sheet_of(*elements), VOICE))
    return path


def parted(paragraphs: list[str]) -> list[list[str]]:
    """What stands below each border, whose look may be that of an item that went."""
    found: list[list[str]] = []
    for words in paragraphs:
        if words.removeprefix(DASH).startswith(BORDER):
            found.append([])
        else:
            found[-1].append(words)
    return found


def assert_judged(office: LibreOffice, folder: Path, batches: Sequence[Sequence[Pair]]) -> None:
    jobs: list[tuple[Path, str]] = []
    for k, batch in enumerate(batches):
        marked = written(folder, f"{k}-redline", [redline(*pair) for pair in batch])
        jobs += [(marked, ACCEPT), (marked, REJECT)]
        jobs += [(written(folder, f"{k}-{s}", [plain(pair[s]) for pair in batch]), AS_IT_IS) for s in (1, 0)]
    seen = [parted(read_again(found)) for found in office.judge(jobs)]
    for k, batch in enumerate(batches):
        accepted, rejected, new, old = seen[4 * k : 4 * k + 4]
        for pair, got_new, got_old, want_new, want_old in zip(
            batch, accepted, rejected, new, old, strict=True
        ):
            assert without_dashes(got_new) == without_dashes(want_new), pair
            assert without_dashes(got_old) == without_dashes(want_old), pair
            for got, source in ((got_new, pair[1]), (got_old, pair[0])):
                if not re.search(r"\]\(|^```|<http|^---\n.*?\n---\n", source, re.M | re.S):
                    assert words(" ".join(got)) == words(source)


def batched(pairs: Sequence[Pair]) -> list[Sequence[Pair]]:
    return [pairs[k : k + TOGETHER] for k in range(0, len(pairs), TOGETHER)]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the published cases are not on this machine")
def test_both_texts_come_back_from_published_changes(libreoffice: LibreOffice, tmp_path: Path) -> None:
    pairs = [(SHARED / old, SHARED / new) for old, new in PUBLISHED]
    texts = [(old.read_text(encoding="utf-8"), new.read_text(encoding="utf-8")) for old, new in pairs]
    assert_judged(libreoffice, tmp_path, [[pair] for pair in texts])


def test_what_stays_keeps_its_look_where_alineas_items_and_articles_come_and_go(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    less = "## Article 1 – Objet\n\nUn.\n\nDeux :\n\n- trois ;\n- cinq.\n\n## Article 3 – Siège\n\nSept.\n"
    more = (
        "## Article 1 – Objet\n\nUn.\n\nNeuf.\n\nDeux :\n\n- trois ;\n- quatre ;\n- cinq ;\n- six.\n\n"
        "## Article 2 – Durée\n\nIllimitée.\n\n## Article 3 – Siège\n\nSept.\n\nHuit.\n"
    )
    longer = more.replace("Sept.", "Sept.\n\nSept bis.")
    jobs: list[tuple[Path, str]] = []
    for name, old, new in (("more", less, more), ("less", more, less), ("longer", more, longer)):
        marked = written(tmp_path, name, [redline(old, new), [paragraph("Après.")]])
        jobs += [(marked, ACCEPT), (marked, REJECT)]
        jobs += [
            (written(tmp_path, f"{name}-{k}", [plain(text), [paragraph("Après.")]]), AS_IT_IS)
            for k, text in enumerate((new, old))
        ]
    seen = libreoffice.judge(jobs)
    for k in range(0, len(seen), 4):
        assert seen[k] == seen[k + 2]
        assert seen[k + 1] == seen[k + 3]


def test_words_added_on_both_sides_of_a_line_end_that_stays_leave_it_where_it_is(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    heading = "### Article 3 – Moyens\n\nLes moyens d’action de l’association sont notamment :"
    joined = "Les moyens d’action **gras** l’association sont notamment :\n"
    old, new = (
        f"Un article abrogé laisse.\n{more}\n\n- la mise ;\n- le prêt.\n" for more in (f"\n{heading}", joined)
    )
    assert_judged(libreoffice, tmp_path, [[(old, new), (new, old)]])


def test_both_texts_come_back_in_every_case(libreoffice: LibreOffice, tmp_path: Path) -> None:
    parts = [parts_of(path) for path in CASES[:: 1 if LONG else 5]]
    assert_judged(libreoffice, tmp_path, batched([(part["old"], part["new"]) for part in parts]))


def test_both_texts_come_back_where_what_a_line_is_depends_on_those_around_it(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    pairs = [*UNDERLINED[:: 7 if LONG else 97], *ROWS[:: 1 if LONG else 7]]
    assert_judged(libreoffice, tmp_path, batched([*pairs, *((new, old) for old, new in pairs)]))


def test_both_texts_come_back_whatever_a_board_does(libreoffice: LibreOffice, tmp_path: Path) -> None:
    random = Random(1901)
    pairs = []
    for _ in range(turns(5, 200)):
        lines = random.choice(BASES).split("\n")
        start = random.randrange(len(lines))
        pairs.append(revised("\n".join(lines[start : start + LINES]), random.randint(1, 6), random))
    assert_judged(libreoffice, tmp_path, batched(pairs))


def test_hostile_texts_come_back_as_words(libreoffice: LibreOffice, tmp_path: Path) -> None:
    around = [(f"Avant.\n\n{text}\n\nAprès.\n", "Avant.\n\nAprès.\n") for text in HOSTILE]
    assert_judged(libreoffice, tmp_path, [around, [(new, old) for old, new in around]])
