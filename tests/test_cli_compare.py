"""`statuts compare`, through the front door: formats, filters, exit codes, and every kind of bad input."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from statuts.cli import run

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "reference"
EXAMPLE = str(ROOT / "tests" / "example" / "versions")

Files = Callable[..., list[str]]
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Files:
    """Write texts to files in an empty folder, and stand in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STATUTS_LANG", "fr")

    def write(*texts: str | bytes) -> list[str]:
        names = [f"{name}.md" for name in ("ancien", "nouveau")][: len(texts)]
        for name, text in zip(names, texts, strict=True):
            Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
        return names

    return write


NEUTRAL = "## Article 1 – Objet\n\nUn espace neutre et autonome, l'objet.\n"
NONPARTISAN = "## Article 1 – Objet\n\nUn espace apartisan et autonome, l’objet.\n"


def test_a_word_is_struck_and_inserted_whole(files: Files, capsys: Capture) -> None:
    assert run(["compare", *files(NEUTRAL, NONPARTISAN), "--format", "wdiff"]) == 0
    out, err = capsys.readouterr()
    assert "Un espace [-neutre-]{+apartisan+} et autonome, l’objet." in out
    assert "1" in err, "what is folded away is counted"


@pytest.mark.parametrize("format_", ["terminal", "wdiff", "markdown", "critic", "html", "json"])
def test_every_format_shows_both_words(files: Files, capsys: Capture, format_: str) -> None:
    assert run(["compare", *files(NEUTRAL, NONPARTISAN), "--format", format_]) == 0
    out = capsys.readouterr().out
    assert "neutre" in out
    assert "apartisan" in out


@pytest.mark.parametrize("format_", ["terminal", "wdiff", "markdown", "html"])
def test_a_folded_class_can_be_shown_and_a_shown_one_hidden(
    files: Files, capsys: Capture, format_: str
) -> None:
    names = files(NEUTRAL.replace("neutre", "apartisan"), NONPARTISAN)
    run(["compare", *names, "--format", format_])
    folded = capsys.readouterr().out
    run(["compare", *names, "--format", format_, "--show", "typography"])
    assert capsys.readouterr().out != folded
    names = files(NEUTRAL, NONPARTISAN.replace("’", "'"))
    run(["compare", *names, "--format", "wdiff", "--hide", "wording"])
    out, err = capsys.readouterr()
    assert "[-" not in out
    assert err, "what was hidden is counted"


def test_only_one_class_is_shown_when_asked(files: Files, capsys: Capture) -> None:
    run(["compare", *files(NEUTRAL, NONPARTISAN), "--format", "wdiff", "--only", "typography"])
    out = capsys.readouterr().out
    assert "l[-'-]{+’+}objet" in out
    assert "neutre" not in out


def test_letters_that_follow_an_inserted_item_are_layout_and_can_be_shown(
    files: Files, capsys: Capture
) -> None:
    names = files(
        "Le bureau :\n\na) convoque ;\nb) tient les comptes.\n",
        "Le bureau :\n\na) convoque ;\nb) prépare le budget ;\nc) tient les comptes.\n",
    )
    run(["compare", *names, "--format", "terminal"])
    folded = capsys.readouterr().out
    assert "0 mot supprimé, 3 mots ajoutés" in folded
    assert "1 différence de mise en page" in folded
    assert "tient les comptes" not in folded
    run(["compare", *names, "--format", "terminal", "--show", "all"])
    assert "[-b)-]{+c)+} tient les comptes." in capsys.readouterr().out


def test_the_terminal_shows_the_letter_of_an_item(files: Files, capsys: Capture) -> None:
    run(["compare", *files("Moyens :\n\na) un ;\nb) deux ;\n", "Moyens :\n\na) un ;\nb) trois ;\n")])
    assert "b) [-deux-]{+trois+} ;" in capsys.readouterr().out


def test_json_follows_the_published_schema(capsys: Capture) -> None:
    schema = json.loads((ROOT / "statuts" / "redline.schema.json").read_text(encoding="utf-8"))
    for old, new in [("1998-03-14", "2009-05-16"), ("2017-11-25", "2024-06-15")]:
        assert run(["compare", "--archive", EXAMPLE, old, new, "--format", "json"]) == 0
        jsonschema.validate(json.loads(capsys.readouterr().out), schema)


def test_exit_code_1_only_where_it_is_asked_for(files: Files) -> None:
    names = files(NEUTRAL, NONPARTISAN)
    assert run(["compare", *names]) == 0
    assert run(["compare", *names, "--exit-code"]) == 1
    assert run(["compare", names[0], names[0], "--exit-code"]) == 0


def test_the_format_is_guessed_from_the_name_of_the_file_to_write(files: Files) -> None:
    names = files(NEUTRAL, NONPARTISAN)
    assert run(["compare", *names, "-o", "r.html"]) == 0
    assert Path("r.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert run(["compare", *names, "-o", "r.json"]) == 0
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["format"] == "statuts-redline"


def test_the_summary_gives_figures_only(files: Files, capsys: Capture) -> None:
    run(["compare", *files(NEUTRAL, NONPARTISAN), "--summary"])
    out = capsys.readouterr().out
    assert "neutre" not in out
    assert "1" in out


def test_the_summary_counts_titles_the_preamble_and_annexes(files: Files, capsys: Capture) -> None:
    old = (
        "## TITRE I – BUT\n\n### Article 1\n\nLe but est de jouer.\n\n### Article 2\n\nLe siège est à Lyon.\n"
    )
    new = (
        "## Préambule\n\nLe cœur chante depuis 1902.\n\n## TITRE I – OBJET\n\n### Article 1\n\nLe but est de jouer.\n\n"
        "## TITRE II – SIÈGE\n\n### Article 2\n\nLe siège est à Lyon.\n\n"
        "## Annexe 1 – Tarifs\n\nLa cotisation est de dix euros.\n\n## Annexe 2 – Logo\n\nUn cœur rouge.\n"
    )
    names = files(old, new)
    run(["compare", *names, "--summary"])
    said = capsys.readouterr().out
    for line in ("1 préambule inséré", "1 titre inséré", "1 intitulé de titre modifié", "2 annexes insérées"):
        assert line in said
    run(["compare", *names, "--format", "json"])
    redline = json.loads(capsys.readouterr().out)
    jsonschema.validate(
        redline, json.loads((ROOT / "statuts" / "redline.schema.json").read_text(encoding="utf-8"))
    )
    assert redline["statistics"]["parts"] == {
        "preamble": {"inserted": 1}, "title": {"inserted": 1, "retitled": 1}, "annex": {"inserted": 2},
    }  # fmt: skip


def test_the_summary_of_chapters_sections_and_other_divisions(files: Files, capsys: Capture) -> None:
    old = (
        "## CHAPITRE I – BUT\n\n### Article 1\n\nLe but est de jouer.\n\n## Section 1 – Lieu\n\n### Article 2\n\n"
        "Le siège est à Lyon.\n\n## Livre II – Divers\n\n### Article 3\n\nRien de plus.\n"
    )
    run(
        [
            "compare",
            *files(old, old.replace("CHAPITRE I ", "CHAPITRE II ").replace("## Livre II – Divers\n\n", "")),
            "--summary",
        ]
    )
    said = capsys.readouterr().out
    assert "1 chapitre renuméroté" in said
    assert "1 division abrogée" in said


def test_an_inserted_article_is_one_insertion_and_renumberings_not_rewrites(capsys: Capture) -> None:
    run(["compare", "--archive", EXAMPLE, "1998-03-14", "2009-05-16", "--format", "json"])
    redline = json.loads(capsys.readouterr().out)
    assert redline["statistics"]["articles"]["inserted"] == 1
    assert redline["statistics"]["articles"]["renumbered"] == 18
    assert redline["statistics"]["articles"]["repealed"] == 0
    only_renumbered = [a for a in redline["articles"] if a["status"] == ["renumbered"]]
    for article in only_renumbered:
        classes = {s["class"] for b in article["blocks"] for s in b["segments"]} - {None}
        assert classes <= {"reference", "typography", "layout", "markup"}


def test_versions_are_named_by_date_and_by_day_in_force(capsys: Capture) -> None:
    assert run(["compare", "--archive", EXAMPLE, "@2010-01-01", "2017-11-25", "--summary"]) == 0
    by_day = capsys.readouterr().out
    assert run(["compare", "--archive", EXAMPLE, "2009-06-30", "2017-11-25", "--summary"]) == 0
    assert capsys.readouterr().out == by_day


BAD = {
    "a missing file": ["absent.md", "ancien.md"],
    "a folder": [".", "ancien.md"],
    "an empty file": ["vide.md", "ancien.md"],
    "blank text": ["blanc.md", "ancien.md"],
    "binary": ["binaire.md", "ancien.md"],
    "another encoding": ["latin1.md", "ancien.md"],
    "utf-16": ["utf16.md", "ancien.md"],
    "over 10 MB": ["gros.md", "ancien.md"],
    "a PDF": ["statuts.pdf", "ancien.md"],
    "a Word file": ["statuts.docx", "ancien.md"],
    "an unknown version": ["2031-01-01", "ancien.md"],
    "an unknown format": ["ancien.md", "ancien.md", "--format", "papyrus"],
    "an unknown encoding": ["ancien.md", "ancien.md", "--encoding", "klingon"],
    "a wrong encoding": ["latin1.md", "ancien.md", "--encoding", "ascii"],
    "too few arguments": ["ancien.md"],
    "too many arguments": ["ancien.md", "ancien.md", "ancien.md", "ancien.md"],
    "an unknown option": ["ancien.md", "ancien.md", "--rouge"],
    "an output that is a folder": ["ancien.md", "ancien.md", "-o", "."],
    "an archive that is none": ["ancien.md", "2021-06-21", "--archive", "nulle-part"],
    "a folder of templates that is none": [
        "ancien.md",
        "ancien.md",
        "--format",
        "html",
        "--templates",
        "rien",
    ],
}


@pytest.mark.parametrize("arguments", BAD.values(), ids=BAD.keys())
def test_bad_input_gives_one_message_with_a_hint_and_exit_code_2(
    files: Files, capsys: Capture, arguments: list[str]
) -> None:
    files("Un texte.\n")
    Path("vide.md").touch()
    Path("blanc.md").write_text("\n \n")
    Path("binaire.md").write_bytes(bytes(range(256)))
    Path("latin1.md").write_bytes("L'assemblée générale\n".encode("latin-1"))
    Path("utf16.md").write_bytes("Un texte\n".encode("utf-16"))
    Path("gros.md").write_bytes(b"mot " * 2_600_000)
    Path("statuts.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3")
    Path("statuts.docx").write_bytes(b"PK\x03\x04\x14\x00")
    before = sorted(Path().iterdir())
    assert run(["compare", *arguments]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith("Erreur\u00a0: ")
    assert "\nConseil\u00a0: " in err
    assert "Traceback" not in err
    assert sorted(Path().iterdir()) == before, "nothing is written"


def test_an_encoding_can_be_named(files: Files, capsys: Capture) -> None:
    names = files("L'assemblée\n".encode("latin-1"), "L'assemblée générale\n".encode("latin-1"))
    assert run(["compare", *names, "--encoding", "latin-1", "--format", "wdiff"]) == 0
    assert "{+ générale+}" in capsys.readouterr().out


def test_the_bytes_do_not_depend_on_hash_seed_locale_or_time_zone() -> None:
    results = set()
    for seed, locale, zone in [
        ("0", "C", "UTC"),
        ("1", "fr_FR.UTF-8", "Asia/Tokyo"),
        ("77", "tr_TR", "America/Lima"),
    ]:
        environment = os.environ | {
            "PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone, "STATUTS_LANG": "fr", "PYTHONUTF8": "1",
        }  # fmt: skip
        command = [
            sys.executable,
            "-m",
            "statuts",
            "compare",
            "--archive",
            EXAMPLE,
            "2017-11-25",
            "2024-06-15",
        ]
        done = subprocess.run(
            [*command, "--format", "json"], capture_output=True, env=environment, check=True
        )
        results.add(done.stdout)
    assert len(results) == 1


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference texts are not beside the project")
class TestRealTexts:
    """The promises on real statutes."""

    def pair(self, number: int) -> list[str]:
        folder = SHARED / "corpus" / "zeste-de-savoir" / str(number)
        return [str(folder / "before.md"), str(folder / "after.md")]

    @pytest.mark.parametrize("number", [1, 2, 3, 4])
    @pytest.mark.parametrize("format_", ["json", "critic"])
    def test_round_trip_is_exact_both_ways(self, number: int, format_: str, tmp_path: Path) -> None:
        old, new = self.pair(number)
        marked, back = tmp_path / "marked", tmp_path / "back"
        assert run(["compare", old, new, "--format", format_, "-o", str(marked)]) == 0
        for verb, original in (("reject", old), ("accept", new)):
            assert run([verb, str(marked), "-o", str(back)]) == 0
            assert back.read_bytes() == Path(original).read_bytes()

    def test_a_file_unwrapped_throughout_shows_the_real_words_only(self, capsys: Capture) -> None:
        run(["compare", *self.pair(4), "--format", "json"])
        words = json.loads(capsys.readouterr().out)["statistics"]["words"]["wording"]
        assert words["deleted"] + words["inserted"] < 30

    def test_a_repealed_article_is_one_repeal_and_the_later_ones_are_renumbered(
        self, capsys: Capture
    ) -> None:
        run(["compare", *self.pair(2), "--format", "json"])
        articles = json.loads(capsys.readouterr().out)["statistics"]["articles"]
        assert (articles["repealed"], articles["inserted"], articles["renumbered"]) == (1, 0, 5)


def test_three_texts_say_whose_change_is_whose_or_that_the_format_cannot(
    files: Files, capsys: Capture
) -> None:
    names = files(NEUTRAL, NONPARTISAN)
    Path("amendé.md").write_text(NONPARTISAN.replace("apartisan", "laïque"), encoding="utf-8")
    assert run(["compare", *names, "amendé.md"]) == 0
    assert "[-neutre-][--apartisan--]{++laïque++}" in capsys.readouterr().out
    assert run(["compare", *names, "amendé.md", "--format", "wdiff"]) == 0
    out, err = capsys.readouterr()
    assert "[-neutre-]{+laïque+}" in out
    assert "de qui" in err


BARE = "## Nom\n\nLe nom est Harmonie.\n\n## But\n\nLe but est de jouer.\n"
COUNTED = BARE.replace("## Nom", "## Article 1 – Nom").replace("## But", "## Article 2 – But")


def test_an_article_that_gets_or_loses_a_number_is_not_called_renumbered(
    files: Files, capsys: Capture
) -> None:
    assert run(["compare", *files(BARE, COUNTED)]) == 0
    out = capsys.readouterr().out
    assert "Article 1 – Nom  [numéroté]  C1" in out
    assert "2 articles numérotés" in out
    assert run(["compare", *files(COUNTED, BARE), "--format", "html"]) == 0
    assert '<p class="tags">numéro supprimé (ancien numéro 1)</p>' in capsys.readouterr().out
    assert run(["compare", *files(COUNTED, BARE), "--format", "json"]) == 0
    counted = json.loads(capsys.readouterr().out)["statistics"]["articles"]
    assert (counted["renumbered"], counted["numbered"], counted["unnumbered"]) == (0, 0, 2)
