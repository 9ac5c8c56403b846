"""`statuts publish`, through the front door: pages, links, numbers, what is made again, what is never touched."""

import itertools
import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import lxml.etree
import pytest
from html_page import Reader
from site_archive import EXAMPLE, living_archive, small_archive

from statuts.cli import run
from statuts.press.site import sharing

Capture = pytest.CaptureFixture[str]
URL = "https://garenne.example.org/"
PAIR = "statuts/2017-11-25--2024-06-15.html"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none';"
    " form-action 'none'"
)


@pytest.fixture(autouse=True)
def _french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATUTS_LANG", "fr")


@pytest.fixture(scope="module")
def living(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return living_archive(tmp_path_factory.mktemp("living"))


@pytest.fixture(scope="module")
def site(living: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "site"
    assert publish(living, folder, "--url", URL) == 0
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return small_archive(tmp_path)


@pytest.fixture
def archive(living: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(living, tmp_path / "versions"))


def publish(archive: Path, folder: Path, *options: str, papers: bool = False) -> int:
    more = () if papers else ("--no-papers",)
    return run(["publish", "-o", str(folder), "--archive", str(archive), *more, *options])


def pages(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(folder.rglob("*.html"))
    }


def files(folder: Path) -> dict[str, bytes]:
    return {
        f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()
    }


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def test_every_kind_of_page_is_there(site: Path) -> None:
    for path in (
        "index.html", "assemblee.html", "propositions.html", "recherche.html", "feed.xml", "look.css", "reading.js",
        "search.js", "search-index.js", "statuts/index.html", "statuts/versions.html", "statuts/comparer.html",
        "statuts/version-1998-03-14.html", "statuts/version-1998-03-14.md", "statuts/article-objet.html", PAIR,
        "statuts/proposition-conseil-2027.html", "statuts/proposition-conseil-2027--tableau.html",
        "statuts/proposition-conseil-2027.md", "reglement-interieur/index.html",
    ):  # fmt: skip
        assert (site / path).is_file(), path


def test_any_version_is_compared_with_any_other(site: Path) -> None:
    names = sorted(f.stem.removeprefix("version-") for f in (site / "statuts").glob("version-*.html"))
    assert len(names) == 5
    for k, old in enumerate(names):
        for new in names[k + 1 :]:
            assert (site / "statuts" / f"{old}--{new}.html").is_file()
            assert f"{old}--{new}.html" in (site / "statuts" / f"version-{new}.html").read_text(
                encoding="utf-8"
            )


def test_every_link_leads_to_a_place_of_the_site(site: Path) -> None:
    read = {path: Reader(page) for path, page in pages(site).items()}
    ids = {path: set(reader.ids()) for path, reader in read.items()}
    for path, reader in read.items():
        for element in reader.elements:
            href = element.attributes.get("href") or element.attributes.get("src")
            if href is None or href.startswith(URL):
                continue
            assert not re.match(r"[a-z]+:|/", href), (path, href)
            target, _, anchor = href.partition("#")
            place = ((site / path).parent / unquote(target)).resolve() if target else site / path
            assert place.is_file(), (path, href)
            if anchor:
                assert anchor in ids[place.relative_to(site.resolve()).as_posix() if target else path], (
                    path,
                    href,
                )


def test_each_page_says_what_it_is_and_allows_nothing_from_elsewhere(site: Path) -> None:
    titles = []
    for path, page in pages(site).items():
        reader = Reader(page)
        root = next(e for e in reader.elements if e.tag == "html")
        assert root.attributes["lang"] == "fr", path
        meta = {e.attributes.get("name"): e.attributes for e in reader.elements if e.tag == "meta"}
        assert meta["description"]["content"], path
        assert meta["viewport"], path
        policies = [e.attributes["content"] for e in reader.elements if "http-equiv" in e.attributes]
        assert policies == [POLICY], path
        assert len(reader.ids()) == len(set(reader.ids())), path
        assert [e.tag for e in reader.elements].count("main") == 1, path
        levels = [int(e.tag[1]) for e in reader.elements if re.fullmatch("h[1-6]", e.tag)]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(b <= a + 1 for a, b in itertools.pairwise(levels)), (path, levels)
        assert not any(
            "style" in e.attributes or any(a.startswith("on") for a in e.attributes) for e in reader.elements
        )
        titles += ["".join(e.text) for e in reader.elements if e.tag == "title"]
    assert len(titles) == len(set(titles))


def marks(page: str) -> dict[str, str]:
    """The words of each numbered change, those to be heard left out."""
    reader = Reader(page)
    found: dict[str, str] = {}
    for path, text in reader.texts:
        if any(e.classes & {"hidden", "pager", "note"} for e in path):
            continue
        for element in path:
            if "change" in element.classes and "id" in element.attributes:
                id = element.attributes["id"]
                found[id] = found.get(id, "") + text
    return found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1998-03-14", "2009-05-16"),
        ("1998-03-14", "2024-06-15"),
        ("2009-06-30", "2017-11-25"),
        ("2017-11-25", "2024-06-15"),
    ],
)
def test_changes_bear_the_numbers_that_compare_gives_them(
    site: Path, tmp_path: Path, old: str, new: str
) -> None:
    page = tmp_path / "compare.html"
    assert run(["compare", old, new, "-o", str(page), "--archive", str(EXAMPLE)]) == 0
    mine = marks((site / "statuts" / f"{old}--{new}.html").read_text(encoding="utf-8"))
    assert mine == marks(page.read_text(encoding="utf-8"))
    assert mine or (old, new) == ("2009-06-30", "2017-11-25"), "that one changed typography alone"


def test_a_redline_laid_out_once_for_many_pages_is_the_one_laid_out_for_one(tmp_path: Path) -> None:
    from make_archive import article, write_version

    from statuts.site import pairs

    root = tmp_path / "versions"
    root.mkdir()
    (root / "archive.toml").write_text('format = 1\n[association]\nname = "Essai"\n', encoding="utf-8")
    texts = [["un deux trois.", "rouge et vert.", "haut."], ["un deux quatre.", "rouge et vert.", "haut."],
             ["un deux quatre.", "rouge, bleu et vert.\n\nEt puis.", "haut."], ["un six quatre.", "rouge, bleu.\n\nEt puis.", "bas."]]  # fmt: skip
    follows = ""
    for k, words in enumerate(texts):
        name = f"20{10 + k}-01-01"
        made = [article(f"a{n}", f"## Article {n}\n\n{text}\n") for n, text in enumerate(words, 1)]
        write_version(
            root, "statuts", name, made, f'label = "V{k}"\nkind = "adoption"\nadopted = {name}\n', follows
        )
        follows = name
    assert publish(root, tmp_path / "quick") == 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairs, "is_markable", lambda _text: False)
        assert publish(root, tmp_path / "slow") == 0

    quick, slow = pages(tmp_path / "quick"), pages(tmp_path / "slow")
    assert len([path for path in quick if "--" in path]) == 6
    for path, page in quick.items():
        assert page == slow[path], path


def test_an_article_has_a_place_for_good_and_its_history(site: Path) -> None:
    whole = Reader((site / "statuts" / "index.html").read_text(encoding="utf-8"))
    assert {"objet", "siege-social", "cotisations"} <= set(whole.ids())
    page = (site / "statuts" / "article-conseil-d-administration.html").read_text(encoding="utf-8")
    assert "assemblée générale extraordinaire du 16 mai 2009" in page
    assert ">neuf</del>" in page
    gone = (site / "statuts" / "article-comite-de-patronage.html").read_text(encoding="utf-8")
    assert "Cet article a été abrogé." in gone


def test_a_proposal_is_shown_with_its_reasons_its_votes_and_its_list_of_changes(site: Path) -> None:
    page = (site / "statuts" / "proposition-conseil-2027.html").read_text(encoding="utf-8")
    reader = Reader(page)
    text = "".join(t for _, t in reader.texts)
    for words in ("Le conseil passe de neuf à douze membres.", "le conseil d’administration", "Le conseil peine à se renouveler.",
                  "Ce qui change pour moi", "Côte à côte", "12 juin 2027", "18 h 30", "C1", "C2", "information manquante"):  # fmt: skip
        assert words in text, words
    table = (site / "statuts" / "proposition-conseil-2027--tableau.html").read_text(encoding="utf-8")
    assert ">Loches</del>" in table
    assert ">Tours</ins>" in table


def test_what_was_refused_or_withdrawn_can_still_be_read_and_a_draft_is_nobodys_affair(
    site: Path, living: Path, tmp_path: Path
) -> None:
    listed = (site / "propositions.html").read_text(encoding="utf-8")
    assert "Sans règlement" in listed
    assert "Rejeté" in listed
    assert "Retiré" in listed
    assert "Une durée limitée" not in listed
    assert not list(site.rglob("*duree-2027*"))
    assert publish(living, tmp_path / "site", "--drafts") == 0
    assert (tmp_path / "site" / "statuts" / "proposition-duree-2027.html").is_file()


def test_papers_can_be_downloaded_and_are_printed_once(small: Path, tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "site"
    assert publish(small, folder, "--papers", "docx", "--papers", "html", papers=True) == 0
    papers = sorted(p.name for p in (folder / "reglement-interieur" / "documents-stages-2027").iterdir())
    assert {"2-proposition.docx", "2-proposition.html"} <= set(papers), papers
    page = (folder / "reglement-interieur" / "proposition-stages-2027.html").read_text(encoding="utf-8")
    assert "documents-stages-2027/2-proposition.docx" in page
    capsys.readouterr()
    assert publish(small, folder, "--papers", "docx", "--papers", "html", papers=True) == 0
    assert " 0 écrits" in capsys.readouterr().out
    assert publish(small, folder) == 0
    assert not (folder / "reglement-interieur" / "documents-stages-2027").exists()


def test_the_same_archive_gives_the_same_bytes(small: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(small, tmp_path / "copy"))
    assert publish(small, tmp_path / "one", "--papers", "docx", "--papers", "pdf", papers=True) == 0
    assert publish(copy, tmp_path / "two", "--papers", "docx", "--papers", "pdf", papers=True) == 0
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_two_processes_make_what_one_makes(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert publish(small, tmp_path / "one") == 0
    monkeypatch.setattr(sharing, "_WORTH_A_FORK", 1)
    assert publish(small, tmp_path / "two") == 0
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_what_another_process_cannot_make_is_made_here(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert publish(small, tmp_path / "one") == 0
    monkeypatch.setattr(sharing, "_WORTH_A_FORK", 1)
    monkeypatch.setattr(sharing, "_share", sharing.shared)  # called in a way it cannot be
    assert publish(small, tmp_path / "two") == 0
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_published_again_only_what_changed_is_written(archive: Path, tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "site"
    assert publish(archive, folder) == 0
    first = files(folder)
    stamps = {path: (folder / path).stat().st_mtime_ns for path in first}
    capsys.readouterr()
    assert publish(archive, folder) == 0
    assert " 0 écrits, 0 supprimés" in capsys.readouterr().out
    assert {path: (folder / path).stat().st_mtime_ns for path in first} == stamps

    proposal = archive / "statuts" / "proposals" / "conseil-2027" / "objet.md"
    proposal.write_text(proposal.read_text(encoding="utf-8").replace("désormais", "enfin"), encoding="utf-8")
    assert publish(archive, folder) == 0
    touched = changed(first, files(folder))
    assert touched
    assert all("conseil-2027" in path or path == ".statuts-site.json" for path in touched), touched


def test_a_new_version_touches_no_page_of_two_older_ones(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert publish(archive, folder) == 0
    first = files(folder)
    words = ["--date", "2027-06-12", "--body", "assemblée générale extraordinaire"]
    assert run(["adopt", "conseil-2027", *words, "--archive", str(archive)]) == 0
    assert publish(archive, folder) == 0
    second = files(folder)
    new = {path for path in second if path not in first}
    assert {f"statuts/{old}--2027-06-12.html" for old in ("1998-03-14", "2024-06-15")} <= new
    old_pairs = [path for path in first if "--" in path and "proposition" not in path]
    assert not changed(first, second).intersection(old_pairs)
    assert "2027" in second["index.html"].decode()
    assert first["index.html"] != second["index.html"]
    assert first["statuts/version-2009-05-16.html"] == second["statuts/version-2009-05-16.html"]
    assert "12 juin 2027" in second["statuts/version-2024-06-15.html"].decode(), (
        "the version replaced says by what"
    )
    assert files_from_scratch(archive, tmp_path) == second


def files_from_scratch(archive: Path, tmp_path: Path) -> dict[str, bytes]:
    assert publish(archive, tmp_path / "scratch") == 0
    return files(tmp_path / "scratch")


def test_a_page_that_was_cut_short_or_lost_is_made_again(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert publish(small, folder) == 0
    first = files(folder)
    (folder / "reglement-interieur" / "2009-10-03--2024-09-14.html").write_bytes(b"<!doctype")
    (folder / "reglement-interieur" / "article-stages.html").unlink()
    assert publish(small, folder) == 0
    assert files(folder) == first


def test_only_files_of_its_own_are_removed(small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert publish(small, folder) == 0
    (folder / "CNAME").write_text("garenne.example.org", encoding="utf-8")
    assert list(folder.rglob("*stages-2027*"))
    shutil.rmtree(small / "reglement-interieur" / "proposals" / "stages-2027")
    assert publish(small, folder) == 0
    assert (folder / "CNAME").is_file()
    assert not list(folder.rglob("*stages-2027*"))


def test_a_run_cut_short_leaves_nothing_that_is_nobodys(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from statuts.press.site import folder as site_folder

    folder, written = tmp_path / "site", []
    whole = site_folder.write_file

    def full(target: Path, data: bytes) -> None:
        if len(written) == 20:
            from statuts.errors import OutputError
            from statuts.model.message import msg

            raise OutputError(msg("no space"))
        written.append(target)
        whole(target, data)

    monkeypatch.setattr(site_folder, "write_file", full)
    assert publish(small, folder) == 2
    known = json.loads((folder / ".statuts-site.json").read_text(encoding="utf-8"))["files"]
    left = {path for path in files(folder) if path != ".statuts-site.json"}
    assert left
    assert left <= set(known)
    monkeypatch.undo()
    assert publish(small, folder) == 0
    assert files(folder) == files_from_scratch(small, tmp_path)


def refused(capsys: Capture, archive: Path, folder: Path, *options: str) -> str:
    capsys.readouterr()
    assert publish(archive, folder, *options) == 2
    said = capsys.readouterr().err
    assert re.fullmatch("Erreur\u00a0: .*\nConseil\u00a0: .*\n", said), said
    return said


def test_a_folder_that_holds_something_else_is_refused(small: Path, tmp_path: Path, capsys: Capture) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "photo.jpg").write_bytes(b"x")
    assert "n’est pas vide" in refused(capsys, small, other)
    assert [p.name for p in other.iterdir()] == ["photo.jpg"]
    assert "n’est pas un dossier" in refused(capsys, small, other / "photo.jpg")
    assert "l’un dans l’autre" in refused(capsys, small, small / "site")
    assert "l’un dans l’autre" in refused(capsys, small, small.parent)
    assert "adresse" in refused(capsys, small, tmp_path / "new", "--url", "javascript:alert(1)")
    assert not (tmp_path / "new").exists()


def test_a_list_of_files_made_by_a_stranger_removes_nothing_outside(
    small: Path, tmp_path: Path, capsys: Capture
) -> None:
    folder, secret = tmp_path / "site", tmp_path / "secret.txt"
    secret.write_text("x", encoding="utf-8")
    folder.mkdir()
    names = ["../secret.txt", str(secret), "a/../../secret.txt", "..\\secret.txt", "C:secret.txt"]
    data = {"format": 1, "files": {name: ["", 1, ""] for name in names}}
    (folder / ".statuts-site.json").write_text(json.dumps(data), encoding="utf-8")
    assert publish(small, folder) == 0
    assert secret.is_file()
    for bad in ("{", "[]", '{"files": 3}', '{"files": {"a": [1]}}'):
        (folder / ".statuts-site.json").write_text(bad, encoding="utf-8")
        assert "illisible" in refused(capsys, small, folder)


def test_a_link_on_the_way_is_refused(small: Path, tmp_path: Path, capsys: Capture) -> None:
    folder, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert publish(small, folder) == 0
    shutil.rmtree(folder / "reglement-interieur")
    (folder / "reglement-interieur").symlink_to(elsewhere)
    assert "lien symbolique" in refused(capsys, small, folder)
    assert not list(elsewhere.iterdir())


def test_an_archive_that_is_missing_empty_or_altered_is_said_in_one_message(
    small: Path, tmp_path: Path, capsys: Capture
) -> None:
    folder = tmp_path / "site"
    assert publish(small, folder) == 0
    before = files(folder)
    refused(capsys, tmp_path, tmp_path / "none")
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "archive.toml").write_text(
        'format = 1\n[association]\nname = "X"\n', encoding="utf-8"
    )
    assert "aucun texte" in refused(capsys, tmp_path / "empty", tmp_path / "none")
    (small / "reglement-interieur" / "2009-10-03" / "stages.md").write_text("autre\n", encoding="utf-8")
    assert "statuts verify" in refused(capsys, small, folder)
    assert files(folder) == before


def test_a_dry_run_writes_nothing(small: Path, tmp_path: Path, capsys: Capture) -> None:
    assert publish(small, tmp_path / "site", "--dry-run") == 0
    assert not (tmp_path / "site").exists()
    assert "Rien n’a été écrit" in capsys.readouterr().err


def test_attachments_are_shown_only_where_that_is_asked_for(small: Path, tmp_path: Path) -> None:
    scan = tmp_path / "procès verbal.pdf"
    scan.write_bytes(b"%PDF-1.4 signed")
    assert run(["attach", "2024-09-14", str(scan), "--archive", str(small)]) == 0
    assert publish(small, tmp_path / "site") == 0
    assert not list((tmp_path / "site").rglob("*.pdf"))
    assert publish(small, tmp_path / "site", "--attachments") == 0
    assert [p.read_bytes() for p in (tmp_path / "site").rglob("*.pdf")] == [b"%PDF-1.4 signed"]
    test_every_link_leads_to_a_place_of_the_site(tmp_path / "site")


def test_the_feed_tells_every_dated_decision(site: Path, small: Path, tmp_path: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    assert publish(small, tmp_path / "site") == 0
    for folder, beginning, count in ((site, URL, 7), (tmp_path / "site", "", 2)):
        feed = lxml.etree.parse(folder / "feed.xml").getroot()
        entries = feed.findall(f"{atom}entry")
        assert len(entries) == count
        ids = [entry.findtext(f"{atom}id") for entry in entries]
        assert len(set(ids)) == count
        assert all(id.startswith("urn:uuid:") for id in ids)
        days = [entry.findtext(f"{atom}updated") for entry in entries]
        assert days == sorted(days, reverse=True)
        assert days[0] == feed.findtext(f"{atom}updated")
        for entry in entries:
            href = entry.find(f"{atom}link").get("href")
            assert href.startswith(beginning)
            assert (folder / href.removeprefix(beginning)).is_file()


def test_an_address_is_printed_only_where_one_was_given(site: Path, small: Path, tmp_path: Path) -> None:
    with_square = (site / "assemblee.html").read_text(encoding="utf-8")
    assert "<svg" in with_square
    assert f">{URL}assemblee.html<" in with_square
    assert publish(small, tmp_path / "site") == 0
    without = (tmp_path / "site" / "assemblee.html").read_text(encoding="utf-8")
    assert "<svg" not in without
    assert "--url" in without
    assert not any('="http' in page for page in pages(tmp_path / "site").values())


def test_the_first_page_with_all_it_loads_is_small(site: Path) -> None:
    page = (site / "index.html").read_bytes()
    loaded = [e.attributes for e in Reader(page.decode()).elements if e.tag in ("link", "script", "img")]
    assert not any("src" in attributes for attributes in loaded)
    sheets = [a["href"] for a in loaded if a.get("rel") == "stylesheet"]
    assert len(page) + sum(len((site / href).read_bytes()) for href in sheets) < 60_000


def test_an_english_archive_has_an_english_site(small: Path, tmp_path: Path) -> None:
    facts = small / "archive.toml"
    facts.write_text(
        facts.read_text(encoding="utf-8").replace('language = "fr"', 'language = "en"'), encoding="utf-8"
    )
    assert publish(small, tmp_path / "site") == 0
    page = (tmp_path / "site" / "reglement-interieur" / "proposal-stages-2027.html").read_text(
        encoding="utf-8"
    )
    assert '<html lang="en">' in page
    assert "What changes for me" in page
    assert "1 article repealed" in page
    start = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "What is proposed" in start
    assert "Ce qui est proposé" not in start


def test_your_own_templates_are_used(small: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "site_index.html").write_text(
        '{% extends "site_layout.html" %}{% block main %}<p>Bonjour {{ 1 + 1 }}</p>{% endblock %}',
        encoding="utf-8",
    )
    assert publish(small, tmp_path / "site", "--templates", str(own)) == 0
    assert "<p>Bonjour 2</p>" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    (own / "site_index.html").write_text("{{ nobody }}", encoding="utf-8")
    assert publish(small, tmp_path / "site", "--templates", str(own)) == 2
