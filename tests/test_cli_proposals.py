"""The life of an amendment through the front door: proposed, looked at, put to the vote, adopted, verified."""

import json
import shutil
from pathlib import Path

import pytest

from statuts.cli import run

BEFORE = """# Statuts

## Article 1 – Objet

Un espace neutre.

## Article 2 – Siège

À Paris.

## Article 3 – Bureau

Il applique l'article 2.
"""
AFTER = BEFORE.replace("neutre", "apartisan")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """A folder with an archive of one version."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STATUTS_ARCHIVE", raising=False)
    Path("avant.md").write_text(BEFORE, encoding="utf-8")
    Path("apres.md").write_text(AFTER, encoding="utf-8")
    said(capfd, "init", "--name", "Les Amis du Four", "--town", "Paris")
    said(capfd, "import", "avant.md", "--adopted", "1998-03-14")


def said(capfd: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    assert run(["--lang", "fr", *words]) == code, capfd.readouterr().err
    return capfd.readouterr()


def tree() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path("versions").rglob("*") if path.is_file()}


def test_the_whole_life_of_an_amendment(capfd: pytest.CaptureFixture[str]) -> None:
    out, _ = said(capfd, "propose", "age-2026", "--from", "apres.md", "--title", "Un espace apartisan")
    assert "objet · remplacé" in out
    assert "1 modification" in out
    assert "manque" in out
    assert (
        "[-neutre-]{+apartisan+}" in said(capfd, "compare", "1998-03-14", "age-2026", "--format", "wdiff")[0]
    )
    assert said(capfd, "show", "age-2026")[0] == AFTER
    assert "apartisan" in said(capfd, "show", "age-2026", "--article", "objet")[0]
    said(capfd, "propose", "age-2026", "--author", "le bureau", "--summary", "Un mot change.", "--ready")
    data = json.loads(said(capfd, "status", "age-2026", "--json")[0])
    assert (data["status"], data["base_is_latest"]) == ("proposed", True)
    _, err = said(
        capfd, "adopt", "age-2026", "--date", "2026-12-12", "--pour", "51", "--contre", "4", "--body", "AGE"
    )
    assert "empreinte" in err
    assert said(capfd, "show")[0] == AFTER
    assert "51 pour, 4 contre" in said(capfd, "log")[0]
    assert "adoptée" in said(capfd, "status")[0]
    assert "aucun défaut" in said(capfd, "verify")[0]


def test_a_file_put_into_the_folder_by_hand_replaces_its_article(capfd: pytest.CaptureFixture[str]) -> None:
    said(capfd, "propose", "main", "--title", "À la main")
    folder = Path("versions/statuts/proposals/main")
    (folder / "siege.md").write_text("## Article 2 – Siège\n\nÀ Lyon.\n", encoding="utf-8")
    assert "siege · remplacé" in said(capfd, "status", "main")[0]
    said(capfd, "adopt", "main", "--date", "2026-01-01")
    assert "À Lyon." in said(capfd, "show", "--article", "siege")[0]


def test_inserting_with_renumbering_shows_every_consequence(capfd: pytest.CaptureFixture[str]) -> None:
    Path("duree.md").write_text("## Article 2 – Durée\n\nIllimitée.\n", encoding="utf-8")
    words = ["--insert", "duree", "duree.md", "--after", "objet", "--numbering", "sequence"]
    out, _ = said(capfd, "propose", "duree-2026", "--title", "Durée", *words)
    assert "(3 → 4, 2 → 3)" in out
    said(capfd, "adopt", "duree-2026", "--date", "2026-01-01")
    assert "Il applique l'article 3." in said(capfd, "show")[0]
    assert "aucun défaut" in said(capfd, "verify")[0]


def test_a_term_replaced_everywhere_lists_each_place(capfd: pytest.CaptureFixture[str]) -> None:
    _, err = said(capfd, "propose", "terme", "--term", "neutre", "apartisan")
    assert "objet · neutre" in err
    assert "apartisan" in said(capfd, "compare", "1998-03-14", "terme", "--format", "wdiff")[0]
    assert "nulle part" in said(capfd, "propose", "terme", "--term", "introuvable", "x", code=2)[1]


def test_a_proposal_whose_base_was_overtaken_is_said_to_be_and_not_adopted(
    capfd: pytest.CaptureFixture[str],
) -> None:
    said(capfd, "propose", "un", "--from", "apres.md")
    said(capfd, "propose", "deux", "--repeal", "bureau")
    said(capfd, "adopt", "un", "--date", "2026-01-01")
    assert "dépassée" in said(capfd, "status", "deux")[0]
    before = tree()
    assert "entre-temps" in said(capfd, "adopt", "deux", "--date", "2026-02-01", code=2)[1]
    assert tree() == before


def test_what_is_decided_no_longer_changes(capfd: pytest.CaptureFixture[str]) -> None:
    for name, verb in (("un", "withdraw"), ("deux", "refuse")):
        said(capfd, "propose", name, "--from", "apres.md")
        said(capfd, verb, name)
        said(capfd, "propose", name, "--title", "Encore", code=2)
        said(capfd, "adopt", name, "--date", "2026-01-01", code=2)
    said(capfd, "propose", "trois", "--from", "apres.md")
    said(capfd, "adopt", "trois", "--date", "2026-01-01")
    said(capfd, "withdraw", "trois", code=2)
    said(capfd, "refuse", "trois", code=2)


def test_a_part_adopted_leaves_the_rest_as_it_was(capfd: pytest.CaptureFixture[str]) -> None:
    Path("deux.md").write_text(AFTER.replace("À Paris.", "À Lyon."), encoding="utf-8")
    said(capfd, "propose", "deux", "--from", "deux.md")
    said(capfd, "adopt", "deux", "--date", "2026-01-01", "--only", "siege")
    text = said(capfd, "show")[0]
    assert "À Lyon." in text
    assert "neutre" in text
    assert "aucun défaut" in said(capfd, "verify")[0]


def test_an_amendment_applied_in_part_only_does_not_verify(capfd: pytest.CaptureFixture[str]) -> None:
    """Two new articles were lost for a whole cycle elsewhere, since nobody checked: here the replay does."""
    said(capfd, "propose", "un", "--from", "apres.md")
    said(capfd, "adopt", "un", "--date", "2026-01-01")
    folder = Path("versions/statuts/2026-01-01")
    manifest = folder / "version.toml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace('article = "objet"', 'article = "siege"'),
        encoding="utf-8",
    )
    (folder / "SHA256SUMS").unlink()
    found = json.loads(said(capfd, "verify", "--json", code=1)[0])
    assert [finding["code"] for finding in found["findings"]] == ["E014", "E014"]


@pytest.mark.parametrize(
    "words",
    [
        ["propose", "../ailleurs"],
        ["propose", "1998-03-14"],
        ["propose", "un", "--repeal", "objt"],
        ["propose", "un", "--move", "objet", "--after", "nulle-part"],
        ["propose", "un", "--from", "rien.md"],
        ["propose", "un", "--insert", "objet", "apres.md"],
        ["propose", "un", "--summary", "a", "--summary", "b", "--summary", "c", "--summary", "d"],
        ["status", "inconnu"],
        ["adopt", "inconnu", "--date", "2026-01-01"],
        ["withdraw", "inconnu"],
        ["compare", "1998-03-14", "inconnu"],
    ],
)
def test_bad_input_is_one_message_and_changes_nothing(
    words: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    before = tree()
    out, err = said(capfd, *words, code=2)
    assert err.startswith("Erreur")
    assert "Conseil" in err
    assert "Traceback" not in out + err
    assert tree() == before


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        ('format = 1\ntitle = "x"\n', "base"),
        ('format = 1\ntitle = "x"\n[base]\nversion = "2099"\nsha256 = "' + "0" * 64 + '"\n', "2099"),
        ("format = 1\ntitle = [\n", "TOML"),
        ('format = 1\ntitle = "x"\nstatut = "draft"\n', "statut"),
        ('format = 1\ntitle = "x"\n[[operations]]\nop = "explode"\narticle = "objet"\n', "explode"),
        ('format = 1\ntitle = "x"\n[[operations]]\nop = "repeal"\narticle = "../x"\n', "../x"),
    ],
)
def test_a_broken_proposal_is_one_message_with_its_line(
    broken: str, expected: str, capfd: pytest.CaptureFixture[str]
) -> None:
    said(capfd, "propose", "un", "--from", "apres.md")
    file = Path("versions/statuts/proposals/un/proposal.toml")
    base = file.read_text(encoding="utf-8").partition("[base]")[2].partition("\n\n")[0]
    if "operations" in broken or "statut " in broken:
        head, sep, rest = broken.partition("[[operations]]")
        broken = head + "[base]" + base + "\n" + sep + rest
    file.write_text(broken, encoding="utf-8")
    assert expected in said(capfd, "status", "un", code=2)[1]


def test_a_dry_run_writes_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    said(capfd, "propose", "un", "--from", "apres.md")
    before = tree()
    said(capfd, "propose", "deux", "--from", "apres.md", "--dry-run")
    said(capfd, "adopt", "un", "--date", "2026-01-01", "--dry-run")
    said(capfd, "withdraw", "un", "--dry-run")
    said(capfd, "refuse", "un", "--dry-run")
    assert tree() == before


def test_two_proposals_never_share_a_file(capfd: pytest.CaptureFixture[str]) -> None:
    said(capfd, "propose", "un", "--from", "apres.md")
    before = set(tree())
    shared = tree()
    said(capfd, "propose", "deux", "--repeal", "bureau")
    assert {name: tree()[name] for name in before} == shared
    shutil.rmtree("versions/statuts/proposals/deux")
    assert tree() == shared


def test_proposals_that_do_not_meet_become_one_in_any_order(capfd: pytest.CaptureFixture[str]) -> None:
    said(capfd, "propose", "un", "--from", "apres.md")
    said(capfd, "propose", "deux", "--repeal", "bureau")
    said(capfd, "merge", "un", "deux", "--as", "commun")
    said(capfd, "merge", "deux", "un", "--as", "pareil")
    texts = [
        said(capfd, "compare", "1998-03-14", name, "--format", "wdiff")[0] for name in ("commun", "pareil")
    ]
    assert texts[0] == texts[1]
    assert "apartisan" in texts[0]
    assert "[-## Article 3 – Bureau" in texts[0]


def test_proposals_that_meet_are_refused_with_both_sides_and_both_results(
    capfd: pytest.CaptureFixture[str],
) -> None:
    said(capfd, "propose", "un", "--from", "apres.md")
    Path("autre.md").write_text(BEFORE.replace("neutre", "ouvert"), encoding="utf-8")
    said(capfd, "propose", "deux", "--from", "autre.md")
    before = tree()
    _, err = said(capfd, "merge", "un", "deux", "--as", "commun", code=2)
    assert "Un espace apartisan" in err
    assert "Un espace ouvert" in err
    assert tree() == before


def test_a_proposal_is_carried_over_what_was_adopted_meanwhile(capfd: pytest.CaptureFixture[str]) -> None:
    Path("duree.md").write_text("## Article 2 – Durée\n\nIllimitée.\n", encoding="utf-8")
    words = ["--insert", "duree", "duree.md", "--after", "objet", "--numbering", "sequence"]
    said(capfd, "propose", "un", *words)
    Path("lyon.md").write_text(BEFORE.replace("À Paris.", "À Lyon."), encoding="utf-8")
    said(capfd, "propose", "deux", "--from", "lyon.md")
    said(capfd, "adopt", "un", "--date", "2026-01-01")
    out, _ = said(capfd, "propose", "deux", "--carry-over")
    assert "dépassée" not in out
    said(capfd, "adopt", "deux", "--date", "2026-02-01")
    text = said(capfd, "show")[0]
    assert "## Article 3 – Siège\n\nÀ Lyon." in text
    assert "aucun défaut" in said(capfd, "verify")[0]


def test_a_proposal_that_meets_what_was_adopted_is_not_carried_over(
    capfd: pytest.CaptureFixture[str],
) -> None:
    said(capfd, "propose", "un", "--from", "apres.md")
    Path("autre.md").write_text(BEFORE.replace("neutre", "ouvert"), encoding="utf-8")
    said(capfd, "propose", "deux", "--from", "autre.md")
    said(capfd, "adopt", "un", "--date", "2026-01-01")
    before = tree()
    assert "ouvert" in said(capfd, "propose", "deux", "--carry-over", code=2)[1]
    assert tree() == before


def test_variants_and_dependencies_bound_what_can_come_out_of_the_vote(
    capfd: pytest.CaptureFixture[str],
) -> None:
    Path("autre.md").write_text(BEFORE.replace("neutre", "ouvert"), encoding="utf-8")
    said(capfd, "propose", "a", "--from", "apres.md", "--excludes", "b")
    said(capfd, "propose", "b", "--from", "autre.md")
    said(capfd, "propose", "c", "--repeal", "bureau", "--requires", "a")
    found = json.loads(said(capfd, "status", "a", "b", "c", "--outcomes", "--json")[0])
    assert [row["adopted"] for row in found] == [[], ["a"], ["b"], ["a", "c"]]
    assert len({row.get("sha256") for row in found}) == 4
    assert "4" in said(capfd, "status", "a", "b", "c", "--outcomes")[0]
    assert "exige" in said(capfd, "adopt", "c", "--date", "2026-01-01", code=2)[1]
    said(capfd, "adopt", "b", "--date", "2026-01-01")
    assert "variante" in said(capfd, "adopt", "a", "--date", "2026-02-01", code=2)[1]


def test_a_sub_amendment_is_adopted_with_what_it_amends(capfd: pytest.CaptureFixture[str]) -> None:
    said(capfd, "propose", "projet", "--from", "apres.md")
    Path("sous.md").write_text(AFTER.replace("apartisan", "apartisan et ouvert"), encoding="utf-8")
    said(capfd, "propose", "sous", "--base", "projet", "--from", "sous.md")
    assert "apartisan{+ et ouvert+}" in said(capfd, "compare", "projet", "sous", "--format", "wdiff")[0]
    said(capfd, "compare", "1998-03-14", "projet", "sous")
    said(capfd, "adopt", "sous", "--date", "2026-01-01")
    assert "apartisan et ouvert" in said(capfd, "show")[0]
    assert said(capfd, "status")[0].count("adoptée") == 2
    assert "aucun défaut" in said(capfd, "verify")[0]


def test_a_sub_amendment_of_a_proposal_that_changed_since_is_refused(
    capfd: pytest.CaptureFixture[str],
) -> None:
    said(capfd, "propose", "projet", "--from", "apres.md")
    said(capfd, "propose", "sous", "--base", "projet", "--repeal", "bureau")
    said(capfd, "propose", "projet", "--repeal", "siege")
    assert "changée depuis" in said(capfd, "adopt", "sous", "--date", "2026-01-01", code=2)[1]


def test_a_refusal_keeps_its_decision(capfd: pytest.CaptureFixture[str]) -> None:
    said(capfd, "propose", "un", "--from", "apres.md")
    said(capfd, "refuse", "un", "--date", "2026-01-01", "--pour", "3", "--contre", "40")
    text = Path("versions/statuts/proposals/un/proposal.toml").read_text(encoding="utf-8")
    assert "votes = { pour = 3, contre = 40 }" in text
    assert "rejetée" in said(capfd, "status")[0]


def test_several_resolutions_each_with_its_votes_come_from_a_file(capfd: pytest.CaptureFixture[str]) -> None:
    said(capfd, "propose", "un", "--from", "apres.md")
    Path("decision.toml").write_text(
        '[decision]\nbody = "AGE"\ndate = 2026-01-01\nmembers = 40\n'
        '[[decision.resolutions]]\nsubject = "Objet"\nresult = "adopted"\nvotes = { pour = 9, blancs = 9 }\n'
        '[[decision.resolutions]]\nsubject = "Siège"\nresult = "refused"\nvotes = { pour = 1, contre = 20 }\n',
        encoding="utf-8",
    )
    said(capfd, "adopt", "un", "--decision", "decision.toml", "--present", "21")
    log = said(capfd, "log")[0]
    assert "9 pour, 9 votes blancs" in log
    assert "Siège – rejetée" in log
    assert "21 présents" in log
    Path("decision.toml").write_text("[decision]\nvotants = 3\n", encoding="utf-8")
    said(capfd, "propose", "deux", "--repeal", "bureau")
    assert "votants" in said(capfd, "adopt", "deux", "--decision", "decision.toml", code=2)[1]


def test_a_proposal_is_checked_against_what_it_starts_from(capfd: pytest.CaptureFixture[str]) -> None:
    said(capfd, "propose", "un", "--repeal", "siege")
    assert "article 2" in said(capfd, "check", "un", code=1)[0]


def test_what_the_association_asks_for_is_said_with_its_clause(capfd: pytest.CaptureFixture[str]) -> None:
    facts = Path("versions/archive.toml")
    rule = '\n[rules.notice]\nwording = "quinze jours"\nclause = "l\'article 20"\ndays = 15\n'
    facts.write_text(facts.read_text(encoding="utf-8") + rule, encoding="utf-8")
    said(capfd, "verify", "--accept-facts")
    said(capfd, "propose", "un", "--from", "apres.md")
    _, err = said(capfd, "adopt", "un", "--date", "2026-01-20", "--convened", "2026-01-10")
    assert "convocation 10 jours avant" in err
    assert "l'article 20" in err
    assert "20 avril 2026" in err
