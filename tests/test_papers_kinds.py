"""The papers of a proposal through the front door: what each must hold, before and after the vote."""

import re
import shutil
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from statuts.cli import run

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests" / "example" / "versions"
Capture = pytest.CaptureFixture[str]

AMENDMENT = ("proposal", "redline", "clean", "comparison", "ballot", "notice", "minutes")
VERSION = ("consolidated", "filing")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example's archive with a proposal put to the vote, in an empty folder that one stands in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STATUTS_LANG", "fr")
    shutil.copytree(EXAMPLE, "registre")
    monkeypatch.setenv("STATUTS_ARCHIVE", str(tmp_path / "registre"))
    assert run([
        "propose", "age-2026", "--edit", "objet", "--edit", "duree", "--title", "Un lieu ouvert",
        "--author", "le conseil d’administration", "--meeting", "assemblée générale extraordinaire",
        "--date", "2026-12-12", "--hour", "18 h 30", "--place", "Loches, salle des fêtes", "--members", "160",
        "--summary", "Dire ce que nous sommes.", "--ready",
    ]) == 0  # fmt: skip
    edited("age-2026", "objet", "apartisan", "indépendant des partis")
    edited("age-2026", "duree", "illimitée", "de quatre-vingt-dix-neuf ans")
    proposals = tmp_path / "registre" / "statuts" / "proposals"
    (proposals / "age-2026" / "rationale.md").write_text(
        "Les mots doivent dire **ce que nous faisons**.\n", encoding="utf-8"
    )
    return tmp_path / "registre"


def edited(proposal: str, article: str, old: str, new: str) -> None:
    file = Path("registre/statuts/proposals") / proposal / f"{article}.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def made(capsys: Capture, *arguments: str) -> str:
    capsys.readouterr()
    assert run(["document", *arguments]) == 0
    return capsys.readouterr().out


def words(page: str) -> str:
    """What is read of a page, spaces made one."""
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    text = unescape(re.sub(r"<[^>]+>", " ", body))
    return re.sub(r"\s+", " ", re.sub(r" +([.,)])", r"\1", text))


@pytest.mark.parametrize("kind", AMENDMENT)
def test_every_page_says_whose_it_is_and_how_far_the_text_has_come(
    archive: Path, capsys: Capture, kind: str
) -> None:
    page = words(made(capsys, kind, "age-2026"))
    assert "Les Ateliers de la Garenne" in page
    assert "soumis au vote" in page or kind in ("redline", "ballot", "notice", "minutes")


@pytest.mark.parametrize("format_", ["html", "markdown", "text"])
@pytest.mark.parametrize("kind", AMENDMENT)
def test_no_word_of_a_paper_is_left_in_the_other_language(
    archive: Path, capsys: Capture, kind: str, format_: str
) -> None:
    page = words(made(capsys, kind, "age-2026", "--format", format_))
    english = {"the", "of", "and", "resolution", "changes", "amendment", "which", "minutes", "not"}
    assert not english & set(re.findall(r"[a-zà-ÿ]+", page.lower().replace("sha-256", "")))
    (archive / "archive.toml").write_text(
        (archive / "archive.toml").read_text(encoding="utf-8").replace('language = "fr"', 'language = "en"'),
        encoding="utf-8",
    )
    assert " the " in words(made(capsys, kind, "age-2026", "--format", format_)).lower()


def test_the_ballot_has_one_line_a_resolution(archive: Path, capsys: Capture) -> None:
    page = made(capsys, "ballot", "age-2026")
    assert page.count("</td><td></td><td></td><td></td></tr>") == 2
    said = words(page)
    assert "Première résolution Article 2 – Objet (modifié) modifications : C1" in said
    assert "Deuxième résolution Article 5 – Durée (modifié) modifications : C2" in said


def test_variants_that_exclude_each_other_are_one_choice_on_the_ballot(
    archive: Path, capsys: Capture
) -> None:
    assert run(["propose", "variante-b", "--edit", "objet", "--title", "Un lieu neutre",
                "--excludes", "age-2026"]) == 0  # fmt: skip
    edited("variante-b", "objet", "apartisan", "neutre")
    said = words(made(capsys, "ballot", "age-2026"))
    assert "Variantes : une seule, ou aucune" in said
    assert "Variante A Un lieu ouvert" in said
    assert "Variante B Un lieu neutre" in said
    assert "Aucune d’elles" in said
    assert "Première résolution" not in said, "one votes for a variant, not for its articles"


def test_a_withdrawn_variant_is_on_no_ballot(archive: Path, capsys: Capture) -> None:
    assert run(["propose", "variante-b", "--edit", "objet", "--excludes", "age-2026"]) == 0
    assert run(["withdraw", "variante-b"]) == 0
    assert "Variante" not in words(made(capsys, "ballot", "age-2026"))


def test_several_proposals_stand_on_one_ballot(archive: Path, capsys: Capture) -> None:
    assert run(["propose", "siege", "--edit", "siege-social", "--title", "Le siège"]) == 0
    edited("siege", "siege-social", "Loches", "Tours")
    said = words(made(capsys, "ballot", "age-2026", "siege"))
    assert "Un lieu ouvert" in said
    assert "Le siège" in said
    assert "Article 3" in said or "Siège" in said


def test_the_notice_gives_the_agenda_and_annexes_the_proposal(archive: Path, capsys: Capture) -> None:
    said = words(made(capsys, "notice", "age-2026"))
    for fact in (
        "Vous êtes convoqués à l’assemblée générale extraordinaire", "12 décembre 2026", "18 h 30",
        "Loches, salle des fêtes", "Première résolution – Article 2 – Objet", "Annexe : le projet",
        "supprimé : apartisan", "article 22 des statuts, deuxième alinéa",
    ):  # fmt: skip
        assert fact.replace("supprimé :", "barré :") in said or fact in said, fact


@pytest.mark.parametrize(
    ("share", "members", "said"),
    [('share = "1/3"', "160", "Soit 54 membres sur 160."), ("", "160", "Soit ………… membres sur 160."),
     ('share = "1/4"', "1500", "Soit 375 membres sur 1 500.")],
)  # fmt: skip
def test_the_quorum_is_told_in_numbers_where_they_are_known(
    archive: Path, capsys: Capture, share: str, members: str, said: str
) -> None:
    rules = archive / "archive.toml"
    text = rules.read_text(encoding="utf-8").replace("[rules.quorum]\n", f"[rules.quorum]\n{share}\n")
    rules.write_text(text, encoding="utf-8")
    assert said in words(made(capsys, "notice", "age-2026", "--members", members))


def test_the_day_by_which_a_notice_must_be_sent_is_counted(archive: Path, capsys: Capture) -> None:
    rules = archive / "archive.toml"
    text = rules.read_text(encoding="utf-8").replace("[rules.notice]\n", "[rules.notice]\ndays = 15\n")
    rules.write_text(text, encoding="utf-8")
    assert "À envoyer le 27 novembre 2026 au plus tard." in words(made(capsys, "notice", "age-2026"))


def test_minutes_before_the_vote_leave_room_and_after_it_say_what_is_recorded(
    archive: Path, capsys: Capture
) -> None:
    before = made(capsys, "minutes", "age-2026")
    assert before.count('<table class="votes">') == 2
    after = words(made(capsys, "minutes", "2024-06-15"))
    assert "Écriture inclusive – adoptée ; 58 pour, 9 contre, 6 abstentions, 2 votes blancs" in after
    assert "Ressources, remboursements et barème – adoptée ; décompte des voix non consigné" in after


def test_minutes_never_invent_a_count(archive: Path, capsys: Capture) -> None:
    assert run(["document", "minutes", "age-2026", "-o", "m.html"]) == 0
    err = capsys.readouterr().err
    assert "À compléter : Quorum" in err.replace("\u00a0", " ")
    assert "…………" in Path("m.html").read_text(encoding="utf-8")


def test_the_comparison_keeps_each_text_on_its_side(archive: Path, capsys: Capture) -> None:
    page = made(capsys, "comparison", "age-2026")
    cells = re.findall(r"<td>(.*?)</td>", page, re.S)
    old, new, why = (words(cell) for cell in cells[:3])
    assert "apartisan" in old
    assert "indépendant" not in old
    assert "indépendant des partis" in new
    assert "apartisan" not in new
    assert "modifications : C1" in why


def test_the_clean_text_is_the_proposed_one(archive: Path, capsys: Capture) -> None:
    said = words(made(capsys, "clean", "age-2026"))
    assert "indépendant des partis" in said
    assert "apartisan" not in said
    assert "Projet soumis au vote" in said


@pytest.mark.parametrize(
    ("regime", "wanted", "unwanted"),
    [
        ("1901", ["15 septembre 2024", "art. 5", "cerfa n° 13972", "2 juillet 2024"], ["approbation"]),
        ("rup", ["art. 13-1", "15 septembre 2024", "n° 2024-720"], ["tribunal"]),
        ("alsace-moselle", ["tribunal judiciaire", "art. 71"], ["cerfa", "JOAFE", "15 septembre"]),
    ],
)
def test_what_is_to_be_filed_follows_the_law_the_association_lives_under(
    archive: Path, capsys: Capture, regime: str, wanted: list[str], unwanted: list[str]
) -> None:
    facts = archive / "archive.toml"
    facts.write_text(
        facts.read_text(encoding="utf-8").replace('regime = "1901"', f'regime = "{regime}"'), encoding="utf-8"
    )
    said = words(made(capsys, "filing"))
    assert [fact for fact in wanted if re.sub(r"\s", " ", fact) not in said] == []
    assert [fact for fact in unwanted if fact in said] == []
    assert "pas un conseil juridique" in said


def test_only_statutes_are_filed(archive: Path, capsys: Capture) -> None:
    assert run(["document", "filing", "reglement-interieur:"]) == 2
    assert "seuls les statuts" in capsys.readouterr().err


BEFORE = [
    "convocation",
    "proposition",
    "comparatif",
    "modifications",
    "texte-propose",
    "bulletin",
    "extrait-du-pv",
]
AFTER = ["extrait-du-pv", "modifications", "comparatif", "texte-consolide", "declaration"]


@pytest.mark.parametrize(("name", "papers"), [("age-2026", BEFORE), ("2024-06-15", AFTER)])
def test_a_pack_holds_what_its_stage_calls_for(
    archive: Path, capsys: Capture, name: str, papers: list[str]
) -> None:
    assert run(["document", "pack", name, "-o", "dossier", "--format", "html", "--format", "markdown"]) == 0
    wanted = {f"{n}-{paper}{suffix}" for n, paper in enumerate(papers, 1) for suffix in (".html", ".md")}
    assert {file.name for file in Path("dossier").iterdir()} == {*wanted, "index.html"}
    index = Path("dossier/index.html").read_text(encoding="utf-8")
    assert set(re.findall(r'href="([^"]+)"', index)) == wanted
    for file in wanted:
        assert sha256((Path("dossier") / file).read_bytes()).hexdigest() in index


def test_the_same_pack_twice_is_the_same_bytes(archive: Path, capsys: Capture) -> None:
    for folder in ("a", "b"):
        assert run(["document", "pack", "age-2026", "-o", folder]) == 0
    for file in Path("a").iterdir():
        assert file.read_bytes() == (Path("b") / file.name).read_bytes(), file.name


def test_a_logo_stands_inside_the_page(archive: Path, capsys: Capture) -> None:
    Path("logo.png").write_bytes(PNG)
    page = made(capsys, "ballot", "age-2026", "--logo", "logo.png")
    assert 'src="data:image/png;base64,' in page
    assert 'alt="Les Ateliers de la Garenne"' in page


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc000000301"
    "0100c9fe92ef0000000049454e44ae426082"
)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [("missing.png", None, "missing.png"), ("logo.svg", b"<svg/>", "PNG"), ("logo.png", b"PNG?", "PNG")],
)
def test_a_logo_that_is_none_is_one_message(
    archive: Path, capsys: Capture, name: str, data: bytes | None, said: str
) -> None:
    if data is not None:
        Path(name).write_bytes(data)
    assert run(["document", "ballot", "age-2026", "--logo", name, "-o", "out.html"]) == 2
    assert said in capsys.readouterr().err
    assert not Path("out.html").exists()


def test_a_picture_that_is_not_there_is_left_out_and_named(archive: Path, capsys: Capture) -> None:
    Path("mine").mkdir()
    Path("mine/letterhead.html").write_text('<p><img src="mon-logo.png" alt="Nous"></p>', encoding="utf-8")
    for format_ in ("html", "markdown"):
        assert run(["document", "ballot", "age-2026", "--templates", "mine", "--format", format_]) == 0
        assert "mon-logo.png" in capsys.readouterr().err
    Path("mine/mon-logo.png").write_bytes(PNG)
    assert "data:image/png" in made(capsys, "ballot", "age-2026", "--templates", "mine")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("<p>one</p><script>x</script>", "<script>"),
        ("<p>one<div>two</div>", "<p>"),
        ("<td>one</td>", "<td>"),
        ("<p>{{ paper.nothing }}</p>", "nothing"),
        ("</p>", "<p>"),
    ],
)
def test_a_template_that_no_format_can_print_is_an_error_that_names_the_place(
    archive: Path, capsys: Capture, template: str, said: str
) -> None:
    Path("mine").mkdir()
    Path("mine/ballot.html").write_text(template, encoding="utf-8")
    command = ["document", "ballot", "age-2026", "--templates", "mine", "--format", "markdown", "-o", "o.md"]
    assert run(command) == 2
    err = capsys.readouterr().err
    assert said in err
    assert "ballot.html" in err
    assert not Path("o.md").exists()


def test_a_template_inside_an_archive_is_never_run(archive: Path, capsys: Capture) -> None:
    for folder in (archive, archive / "templates", archive / "statuts"):
        folder.mkdir(exist_ok=True)
        (folder / "ballot.html").write_text("<p>stolen</p>", encoding="utf-8")
    shutil.rmtree(archive / "templates")
    assert "stolen" not in made(capsys, "ballot", "age-2026")


@pytest.mark.parametrize(
    "arguments",
    [["proposal", "objet"], ["ballot", "age-2026", "2024-06-15"], ["redline", "1998-03-14"],
     ["proposal", "a.md", "b.md", "c.md"], ["pack", "age-2026"], ["notice"]],
    ids=" ".join,
)  # fmt: skip
def test_a_name_that_tells_no_amendment_is_one_message(
    archive: Path, capsys: Capture, arguments: list[str]
) -> None:
    assert run(["document", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err


def test_status_lists_what_the_papers_would_leave_blank(archive: Path, capsys: Capture) -> None:
    assert run(["propose", "autre", "--edit", "objet"]) == 0
    capsys.readouterr()
    assert run(["status", "autre"]) == 0
    out = capsys.readouterr().out
    for fact in ("date de la réunion", "lieu de la réunion", "heure de la réunion", "nombre de membres"):
        assert f"manque : {fact}" in re.sub(r"\s", " ", out)
