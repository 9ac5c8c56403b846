"""The drafting page through its front door: written, previewed, saved, arranged, adopted; nothing is lost."""

import json
import socket
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from serving import (
    BEFORE,
    PLACE,
    archive_in,
    client_of,
    example_in,
    form,
    get,
    post,
    served,
    text_of,
    tree,
)

from statuts.cli import run
from statuts.i18n import current_language, set_language

ARTICLE = f"{PLACE}/articles/objet"


@pytest.fixture(autouse=True)
def spoken(monkeypatch: pytest.MonkeyPatch) -> Any:
    before = current_language()
    monkeypatch.setenv("STATUTS_LANG", "fr")
    yield
    set_language(before)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return archive_in(tmp_path)


@pytest.fixture
def client(root: Path) -> Any:
    return client_of(root)


def written(client: Any, text: str, article: str = "objet", **more: str) -> Any:
    """Save an article as a person would: open it, type, save."""
    target = f"{PLACE}/articles/{article}"
    fields = form(get(client, target).text, target)
    return post(client, target, {**fields, "text": text, "acte": "enregistrer", **more})


def arranged(client: Any, act: str, article: str, **more: str) -> Any:
    fields = form(get(client, PLACE).text, f"{PLACE}/articles")
    return post(
        client, f"{PLACE}/articles", {"base": fields["base"], "acte": act, "article": article, **more}
    )


def objet(words: str = "apartisan") -> str:
    return f"## Article 1 – Objet\n\nL'association est un espace {words} et autonome.\n"


def shown(root: Path, name: str, capfd: pytest.CaptureFixture[str]) -> str:
    capfd.readouterr()
    assert run(["show", name, "--archive", str(root)]) == 0
    return capfd.readouterr().out


def test_one_begins_a_proposal_and_is_led_to_it(client: Any) -> None:
    page = get(client, "/").text
    assert "Textes en vigueur" in page
    assert "14 mars 1998" in page
    answer = post(
        client, "/propositions", {**form(page, "/propositions"), "title": "Siège à Lyon", "author": "Ana"}
    )
    assert (answer.status_code, answer.location) == (303, "/propositions/statuts/siege-a-lyon")
    page = get(client, answer.location).text
    assert "Ana" in page
    assert "projet" in page


def test_what_is_saved_is_what_was_typed_and_the_redline_numbers_it(
    client: Any, root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert written(client, objet(), rationale="Une assemblée n'est pas neutre.").status_code == 303
    assert shown(root, "age-2026", capfd) == BEFORE.replace("neutre", "apartisan")
    page = text_of(get(client, PLACE).text)
    assert "1 modification" in page
    assert "Article 1 – Objet remplacé" in page
    assert "Une assemblée n'est pas neutre." in page


def test_while_typing_the_redline_and_the_wording_are_given_and_nothing_is_written(
    client: Any, root: Path
) -> None:
    before = tree(root)
    answer = post(client, f"{ARTICLE}/apercu", {"text": objet()}, Accept="application/json")
    said = text_of(answer.json["redline"])
    assert "supprimé : neutre" in said.replace("\u00a0", " ")
    assert "C1" in said
    assert "« neutre » est remplacé par le mot : « apartisan »" in said.replace("\u00a0", " ")
    assert tree(root) == before


def test_a_reference_to_an_article_that_is_not_there_is_told_while_typing(client: Any) -> None:
    asked = {"text": objet() + "\nVoir l'article 9.\n", "quoi": "verifications"}
    answer = post(client, f"{ARTICLE}/apercu", asked, Accept="application/json")
    assert "C004" in answer.json["checks"]
    assert "article 9" in text_of(answer.json["checks"])


def test_a_text_that_was_put_back_is_no_longer_proposed(client: Any) -> None:
    written(client, objet())
    written(client, objet("neutre"))
    assert "Aucune modification" in text_of(get(client, PLACE).text)


def test_a_draft_outlives_the_server_and_is_offered_with_what_is_saved(client: Any, root: Path) -> None:
    kept = post(client, f"{ARTICLE}/brouillon", {"text": objet("à moitié"), "rationale": "Car", "base": "x"})
    assert kept.json == {"kept": True}
    assert run(["verify", "--archive", str(root)]) == 0
    again = client_of(root)  # the server died; another one opens the same archive
    page = get(again, ARTICLE).text
    assert 'id="resume"' in page
    assert "espace à moitié" in text_of(page)
    assert form(page, ARTICLE)["text"] == objet("neutre"), "nothing is taken up unasked"
    assert "un brouillon est gardé" in text_of(get(again, PLACE).text)
    resumed = form(get(again, f"{ARTICLE}?reprendre").text, ARTICLE)
    assert (resumed["text"], resumed["rationale"]) == (objet("à moitié"), "Car")
    post(again, f"{ARTICLE}/brouillon", {"acte": "ecarter"})
    assert 'id="resume"' not in get(again, ARTICLE).text


def test_saving_ends_the_draft(client: Any) -> None:
    post(client, f"{ARTICLE}/brouillon", {"text": objet("brouillon"), "base": "x"})
    written(client, objet())
    assert 'id="resume"' not in get(client, ARTICLE).text


@pytest.mark.parametrize("how", ["another window", "an editor"])
def test_a_text_saved_by_another_meanwhile_is_not_written_over_and_both_are_shown(
    client: Any, root: Path, how: str, capfd: pytest.CaptureFixture[str]
) -> None:
    written(client, objet("libre"))
    fields = form(get(client, ARTICLE).text, ARTICLE)
    if how == "another window":
        written(client, objet("ouvert"))
    else:
        (root / "statuts" / "proposals" / "age-2026" / "objet.md").write_text(
            objet("ouvert"), encoding="utf-8"
        )
    before = tree(root)
    answer = post(client, ARTICLE, {**fields, "text": objet("apartisan"), "rationale": fields["rationale"]})
    assert answer.status_code == 409
    said = text_of(answer.text)
    assert "espace ouvert" in said
    assert "espace apartisan" in said
    assert "supprimé : ouvert" in said.replace("\u00a0", " ")
    assert tree(root) == before
    merged = form(answer.text, ARTICLE)
    assert merged["text"] == objet("apartisan")
    assert post(client, ARTICLE, {**merged, "text": objet("ouvert et apartisan")}).status_code == 303
    assert "ouvert et apartisan" in shown(root, "age-2026", capfd)


def test_two_windows_on_two_articles_both_keep_what_they_saved(
    client: Any, root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    seat = f"{PLACE}/articles/siege"
    one, other = form(get(client, ARTICLE).text, ARTICLE), form(get(client, seat).text, seat)
    assert post(client, ARTICLE, {**one, "text": objet()}).status_code == 303
    text = other["text"].replace("Paris (Paris)", "Lyon (Rhône)")
    assert post(client, seat, {**other, "text": text}).status_code == 303
    said = shown(root, "age-2026", capfd)
    assert "apartisan" in said
    assert "Lyon" in said


def test_of_twenty_who_save_one_article_at_the_same_moment_one_does_and_nineteen_are_told(
    client: Any, root: Path
) -> None:
    fields = form(get(client, ARTICLE).text, ARTICLE)
    clients = [client_of(root) for _ in range(20)]

    def save(n: int) -> int:
        return int(post(clients[n], ARTICLE, {**fields, "text": objet(f"mot{n}")}).status_code)

    with ThreadPoolExecutor(20) as pool:
        assert sorted(pool.map(save, range(20))) == [303] + 19 * [409]
    assert run(["verify", "--archive", str(root)]) == 0


def test_a_sub_amendment_whose_proposal_was_changed_since_says_so(client: Any) -> None:
    written(client, objet())
    target = f"{PLACE}/seance"
    fields = form(get(client, f"{target}?article=objet").text.split("</form>", 1)[1], target)
    made = post(client, target, {**fields, "text": objet("apartisan, laïque"), "acte": "retenir"}).location
    assert "a été changée depuis" not in text_of(get(client, made).text)
    written(client, objet("tout autre"))
    assert "que cette proposition sous-amende, a été changée depuis" in text_of(get(client, made).text)


def test_a_sub_amendment_begun_on_a_text_that_changed_is_kept_and_not_decided(
    client: Any, root: Path
) -> None:
    target = f"{PLACE}/seance"
    fields = form(get(client, f"{target}?article=objet").text.split("</form>", 1)[1], target)
    post(client, f"{target}/brouillon", {**fields, "text": objet("laïque")})
    written(client, objet())
    before = tree(root)
    answer = post(client, target, {**fields, "text": objet("laïque"), "acte": "retenir"})
    assert answer.status_code == 409
    assert tree(root) == before
    page = text_of(get(client, f"{target}?article=objet").text)
    assert "La proposition a changé depuis que ce sous-amendement est commencé" in page
    assert "espace laïque" in page


def test_articles_are_inserted_moved_repealed_put_back_and_renumbered(
    client: Any, root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    numbers = f"{PLACE}/faits?numeros"
    chosen = {**form(get(client, PLACE).text, numbers), "numbering": "sequence"}
    assert post(client, numbers, chosen).location == f"{PLACE}#plan"
    answer = arranged(client, "inserer", "", title="Durée", after="objet")
    assert answer.location == f"{PLACE}/articles/duree"
    said = shown(root, "age-2026", capfd)
    assert "## Article 2 – Durée" in said
    assert "## Article 3 – Siège" in said
    assert "applique l'article 3" in said, "references follow"
    arranged(client, "monter", "bureau")
    said = shown(root, "age-2026", capfd)
    assert said.index("Bureau") < said.index("Siège")
    arranged(client, "descendre", "bureau")
    arranged(client, "abroger", "siege")
    assert "Siège" not in shown(root, "age-2026", capfd)
    page = text_of(get(client, PLACE).text)
    assert "Article 2 – Siège abrogé" in page
    arranged(client, "retablir", "siege")
    arranged(client, "retablir", "duree")
    assert shown(root, "age-2026", capfd) == BEFORE


def test_an_article_is_moved_over_a_chapter_not_the_chapter_around_it(tmp_path: Path) -> None:
    root = example_in(tmp_path)
    client = client_of(root)
    run(["propose", "age-2026", "--archive", str(root)])
    arranged(client, "descendre", "duree")
    moved = [line for line in get(client, PLACE).text.splitlines() if 'class="said">déplacé' in line]
    assert len(moved) == 1


def test_a_list_that_is_out_of_date_does_nothing_and_says_so(client: Any, root: Path) -> None:
    stale = form(get(client, PLACE).text, f"{PLACE}/articles")["base"]
    arranged(client, "abroger", "bureau")
    before = tree(root)
    answer = post(client, f"{PLACE}/articles", {"base": stale, "acte": "abroger", "article": "siege"})
    assert answer.status_code == 409
    assert "cette proposition a changé entre-temps" in text_of(answer.text)
    assert tree(root) == before


def test_what_is_told_of_a_proposal_is_kept_and_two_tellers_are_both_heard(client: Any) -> None:
    fields = form(get(client, PLACE).text, f"{PLACE}/faits")
    told = {
        **fields,
        "author": "le bureau",
        "summary": "Un mot change.",
        "day": "12/12/2026",
        "members": "164",
    }
    assert post(client, f"{PLACE}/faits", told).status_code == 303
    now = form(get(client, PLACE).text, f"{PLACE}/faits")
    assert (now["author"], now["summary"], now["day"]) == ("le bureau", "Un mot change.", "2026-12-12")
    answer = post(client, f"{PLACE}/faits", {**fields, "author": "Ana"})
    assert answer.status_code == 409
    said = text_of(answer.text)
    assert "le bureau" in said
    assert "Ana" in said
    assert post(client, f"{PLACE}/faits", form(answer.text, f"{PLACE}/faits")).status_code == 303
    assert form(get(client, PLACE).text, f"{PLACE}/faits")["author"] == "Ana"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("day", "demain", "n’est pas une date"),
        ("members", "beaucoup", "n’est pas un nombre"),
        ("summary", "a\nb\nc\nd", "trois lignes au plus"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_with_a_hint(
    client: Any, root: Path, field: str, value: str, said: str
) -> None:
    before = tree(root)
    fields = form(get(client, PLACE).text, f"{PLACE}/faits")
    answer = post(client, f"{PLACE}/faits", {**fields, field: value})
    assert answer.status_code == 400
    assert said in text_of(answer.text)
    assert tree(root) == before


def test_a_version_adopted_meanwhile_is_told_with_the_way_to_carry_over(
    client: Any, root: Path, tmp_path: Path
) -> None:
    written(client, objet())
    other = tmp_path / "autre.md"
    other.write_text(BEFORE.replace("Paris (Paris)", "Lyon (Rhône)"), encoding="utf-8")
    run(["propose", "siege", "--from", str(other), "--archive", str(root)])
    run(["adopt", "siege", "--date", "2026-01-10", "--archive", str(root)])
    page = text_of(get(client, PLACE).text)
    assert "a été adopté entre-temps" in page
    assert "statuts propose age-2026 --carry-over" in page


def test_nothing_is_adopted_before_it_was_read_once_more_and_what_is_not_known_stays_so(
    client: Any, root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    written(client, objet())
    post(client, f"{PLACE}/etape", {"etape": "vote"})
    target = f"{PLACE}/adopter"
    before = tree(root)
    fields = {**form(get(client, target).text, target), "day": "2026-12-12", "pour": "51", "body": "AGE"}
    review = post(client, target, {**fields, "acte": "relire"})
    said = text_of(review.text)
    assert "12 décembre 2026" in said
    assert "loi du 1er juillet 1901, art. 5" in said
    assert "Voix contre" in said.split("laissé de côté")[1]
    assert tree(root) == before
    done = post(client, target, {**form(review.text, target), "acte": "confirmer"})
    assert done.location == "/textes/statuts/2026-12-12?adopte"
    page = get(client, done.location).text
    manifest = (root / "statuts" / "2026-12-12" / "version.toml").read_text(encoding="utf-8")
    digest = manifest.split('sha256 = "')[1][:64]
    assert digest in page
    assert "pour = 51" in manifest
    assert "contre" not in manifest
    assert run(["verify", "--archive", str(root)]) == 0
    assert shown(root, "2026-12-12", capfd) == BEFORE.replace("neutre", "apartisan")
    assert "ne change plus" in text_of(get(client, PLACE).text)


def test_what_changed_after_it_was_read_once_more_is_not_adopted(client: Any, root: Path) -> None:
    written(client, objet())
    target = f"{PLACE}/adopter"
    fields = {**form(get(client, target).text, target), "day": "2026-12-12"}
    review = form(post(client, target, {**fields, "acte": "relire"}).text, target)
    written(client, objet("tout autre"))
    before = tree(root)
    answer = post(client, target, {**review, "acte": "confirmer"})
    assert answer.status_code == 409
    assert "rien n’a été adopté" in text_of(answer.text)
    assert tree(root) == before


def test_a_decision_without_its_day_is_asked_for_it_and_keeps_the_rest(client: Any) -> None:
    written(client, objet())
    target = f"{PLACE}/adopter"
    answer = post(client, target, {"pour": "12", "acte": "confirmer"})
    assert answer.status_code == 400
    assert "jour de la décision" in text_of(answer.text)
    assert form(answer.text, target)["pour"] == "12"


def test_a_refusal_is_recorded_and_the_text_stays(
    client: Any, root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    written(client, objet())
    target = f"{PLACE}/adopter"
    fields = {
        **form(get(client, target).text, target),
        "resultat": "rejetee",
        "contre": "30",
        "day": "2026-12-12",
    }
    review = post(client, target, {**fields, "acte": "relire"})
    assert "rejetée" in text_of(review.text)
    assert post(client, target, {**form(review.text, target), "acte": "confirmer"}).location == PLACE
    run(["status", "age-2026", "--json", "--archive", str(root)])
    assert json.loads(capfd.readouterr().out)["status"] == "refused"


def test_the_room_sees_whose_change_is_whose_while_the_secretary_types(client: Any) -> None:
    written(client, objet())
    first = get(client, f"{PLACE}/ecran/etat").json
    asked = {"article": "objet", "text": objet("apartisan, laïque"), "author": "Mme Roux", "base": "x"}
    assert post(client, f"{PLACE}/seance/brouillon", asked).json == {"kept": True}
    then = get(client, f"{PLACE}/ecran/etat?depuis={first['stamp']}").json
    assert "<del>" in then["html"]
    assert 'class="sub"' in then["html"]
    said = text_of(then["html"]).replace("\u00a0", " ")
    assert "supprimé : neutre" in said
    assert "ajouté par le sous-amendement : , laïque" in said
    assert "Mme Roux" in said
    assert get(client, f"{PLACE}/ecran/etat?depuis={then['stamp']}").json == {"same": True}
    assert "ajouté par le sous-amendement" in get(client, f"{PLACE}/ecran").text


@pytest.mark.parametrize(("act", "stage"), [("retenir", "proposed"), ("rejeter", "refused")])
def test_a_sub_amendment_leaves_a_trace_whatever_became_of_it(
    client: Any, root: Path, act: str, stage: str, capfd: pytest.CaptureFixture[str]
) -> None:
    written(client, objet())
    target = f"{PLACE}/seance"
    fields = form(get(client, f"{target}?article=objet").text.split("</form>", 1)[1], target)
    told = {
        "text": objet("apartisan, laïque"),
        "author": "Mme Roux",
        "pour": "12",
        "contre": "3",
        "acte": act,
    }
    answer = post(client, target, {**fields, **told})
    assert answer.location == "/propositions/statuts/age-2026-sous-amendement?seance"
    run(["status", "age-2026-sous-amendement", "--json", "--archive", str(root)])
    found = json.loads(capfd.readouterr().out)
    assert found["status"] == stage
    assert found["base"] == "age-2026"
    kept = (root / "statuts/proposals/age-2026-sous-amendement/proposal.toml").read_text(encoding="utf-8")
    assert "Mme Roux" in kept
    assert "pour = 12" in kept
    assert "apartisan, laïque" in shown(root, "age-2026-sous-amendement", capfd)
    assert "apartisan, laïque" not in shown(root, "age-2026", capfd)
    assert "Sous-amendement" in text_of(get(client, PLACE).text)


def test_adopting_a_retained_sub_amendment_brings_what_it_amends(
    client: Any, root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    written(client, objet())
    target = f"{PLACE}/seance"
    fields = form(get(client, f"{target}?article=objet").text.split("</form>", 1)[1], target)
    made = post(client, target, {**fields, "text": objet("apartisan, laïque"), "acte": "retenir"}).location
    target = made.removesuffix("?seance") + "/adopter"
    review = post(client, target, {"day": "2026-12-12", "acte": "relire"})
    assert post(client, target, {**form(review.text, target), "acte": "confirmer"}).status_code == 303
    assert "apartisan, laïque" in shown(root, "2026-12-12", capfd)


@pytest.mark.parametrize("suffix", ["html", "pdf", "docx", "odt", "md", "txt"])
def test_any_paper_can_be_downloaded_in_any_format(client: Any, suffix: str) -> None:
    written(client, objet())
    kinds = (
        {"comparison", "notice"}
        if suffix in ("pdf", "docx", "odt")
        else set("notice proposal comparison redline clean ballot minutes".split())
    )
    for kind in kinds:
        answer = get(client, f"{PLACE}/papiers/{kind}.{suffix}")
        assert answer.status_code == 200, kind
        assert len(answer.data) > 300
        assert answer.headers["Content-Disposition"].startswith("attachment")
    answer = get(client, f"/textes/statuts/1998-03-14/papiers/consolidated.{suffix}")
    assert answer.status_code == 200


def test_the_pages_speak_the_language_of_the_archive(tmp_path: Path) -> None:
    client = client_of(archive_in(tmp_path, "en"))
    assert "Begin a proposal" in get(client, "/").text
    assert "14 March 1998" in get(client, "/").text
    said = text_of(post(client, f"{ARTICLE}/apercu", {"text": objet()}).json["redline"])
    assert "Wording Amend Article 1" in said
    for path in (PLACE, f"{PLACE}/lecture", ARTICLE, f"{PLACE}/adopter", f"{PLACE}/seance", f"{PLACE}/ecran"):
        page = get(client, path).text
        assert '<html lang="en">' in page
        assert "Enregistrer" not in page


def test_without_a_script_a_button_shows_what_changes(client: Any, root: Path) -> None:
    before = tree(root)
    fields = form(get(client, ARTICLE).text, ARTICLE)
    page = post(client, ARTICLE, {**fields, "text": objet(), "acte": "apercu"}).text
    assert form(page, ARTICLE)["text"] == objet()
    assert "apartisan</ins>" in page
    assert tree(root) == before


def test_drafts_are_not_part_of_the_archive_for_anyone_who_reads_it(
    client: Any, root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    post(client, f"{ARTICLE}/brouillon", {"text": objet("brouillon"), "base": "x"})
    assert (root / ".drafts" / ".gitignore").read_bytes() == b"*\n"
    assert run(["verify", "--archive", str(root)]) == 0
    assert run(["status", "--archive", str(root)]) == 0
    assert "espace neutre" in shown(root, "age-2026", capfd)


def test_fifty_readers_at_once_are_all_answered(root: Path) -> None:
    with served(root) as (address, _process):
        paths = ["/", PLACE, ARTICLE, "/look.css", "/textes/statuts/1998-03-14"]

        def read(n: int) -> int:
            with urllib.request.urlopen(address + paths[n % len(paths)], timeout=30) as answer:  # noqa: S310
                answer.read()
                return int(answer.status)

        with ThreadPoolExecutor(50) as pool:
            assert set(pool.map(read, range(200))) == {200}


def test_a_first_page_weighs_less_than_sixty_kilobytes_all_included(client: Any) -> None:
    assert sum(len(get(client, path).data) for path in ("/", "/look.css", "/desk.js")) < 60_000


def test_ctrl_c_ends_it_quietly(root: Path) -> None:
    with served(root) as (_address, process):
        pass
    assert process.returncode == 0


def test_a_port_that_is_taken_is_one_message_with_a_hint(
    root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert run(["--lang", "fr", "serve", "--port", port, "--archive", str(root)]) == 2
    said = capfd.readouterr().err
    assert f"le port {port} est pris" in said
    assert "--port" in said


def test_where_our_port_is_taken_and_none_was_asked_for_a_free_one_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from statuts.cli import serve

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        monkeypatch.setattr(serve, "PORT", taken.getsockname()[1])
        with serve._listening("127.0.0.1", None) as found:
            assert found.getsockname()[1] not in (0, taken.getsockname()[1])


def test_where_there_is_no_archive_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STATUTS_ARCHIVE", raising=False)
    assert run(["--lang", "fr", "serve"]) == 2
    assert "--archive" in capfd.readouterr().err
