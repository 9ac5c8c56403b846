"""`compare -o text.docx`: the text alone, as a person opens it; accepting all gives the new text, and nothing else."""

import re
from pathlib import Path

import pytest
from libreoffice import ACCEPT, REJECT, LibreOffice

from statuts.cli import run

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "reference" / "corpus" / "zeste-de-savoir"
PAIRS = [(ROOT / "versions/statuts/anterieure/objet.md", ROOT / "versions/statuts/2021-06-21/objet.md")]
PAIRS += [(CORPUS / n / "before.md", CORPUS / n / "after.md") for n in "1234" if CORPUS.is_dir()]


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_accepting_gives_the_new_text_and_nothing_else(
    libreoffice: LibreOffice, tmp_path: Path, suffix: str
) -> None:
    files = []
    for n, (old, new) in enumerate(PAIRS):
        files.append(tmp_path / f"{n}{suffix}")
        assert run(["compare", str(old), str(new), "-o", str(files[-1])]) == 0
    asked = [(file, how) for file in files for how in (REJECT, ACCEPT)]
    found = libreoffice.judge(asked)
    for (file, _how), seen, wanted in zip(
        asked, found, [path for pair in PAIRS for path in pair], strict=True
    ):
        said = [word for one in seen for word in words(f"{one.label} {one.text}")]
        assert said == words(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", wanted.read_text(encoding="utf-8"))), (
            file.name
        )
