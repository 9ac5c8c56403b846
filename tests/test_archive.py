"""The archive is read as it is written, and every fault in it is named with its file and line."""

import tomllib
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make_archive import Piece, article, write_version

from statuts.archive.chain import find_version, in_force
from statuts.archive.facts import read_archive_facts, read_register, read_version
from statuts.archive.load import load
from statuts.archive.read import Archive, find_archive, open_archive
from statuts.errors import ArchiveError
from statuts.markdown.read import read
from statuts.model.archive import Result, VersionKind
from statuts.model.names import is_name

HERE = Path(__file__).parent
REAL = HERE.parent / "versions"
EXAMPLE = HERE / "example" / "versions"
CASE = Path(__file__).parents[2] / "shared" / "reference" / "la-27e-region"

ARCHIVE = 'format = 1\n\n[association]\nname = "Les Amis du Lavoir"\n'
OLD = "## Article 1er – Objet\n\nL'association est neutre.\n"
NEW = "## Article 1er – Objet\n\nL'association est apartisane.\n"


def facts(label: str, *more: str) -> str:
    return "\n".join([f'label = "{label}"', 'kind = "adoption"', *more])


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two versions of one article: one without a date, and one of 2021."""
    (tmp_path / "archive.toml").write_text(ARCHIVE, encoding="utf-8")
    write_version(tmp_path, "statuts", "anterieure", [article("objet", OLD)], facts("Statuts antérieurs"))
    write_version(
        tmp_path,
        "statuts",
        "2021-06-21",
        [article("objet", NEW)],
        facts("Statuts de 2021", "adopted = 2021-06-21"),
        follows="anterieure",
    )
    return tmp_path


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_bytes(text.replace(old, new).encode())


def fault(folder: Path) -> ArchiveError:
    """The error that reading everything in an archive raises."""
    with pytest.raises(ArchiveError) as caught:
        read_all(open_archive(folder))
    assert caught.value.hint is not None
    return caught.value


def read_all(archive: Archive) -> list[str]:
    return [archive.source(version) for text in archive.texts for version in archive.versions(text)]


# ---------------------------------------------------------------------------------- what is read


def test_the_versions_come_in_the_order_in_which_they_follow_one_another(root: Path) -> None:
    archive = open_archive(root)
    assert [version.name for version in archive.versions("statuts")] == ["anterieure", "2021-06-21"]
    assert archive.association.name == "Les Amis du Lavoir"


@pytest.mark.skipif(not CASE.is_dir(), reason="the published case is not on this machine")
def test_the_real_case_holds_the_two_texts_byte_for_byte() -> None:
    archive = open_archive(REAL)
    before, after = archive.versions("statuts")
    assert archive.source(before).encode() == (CASE / "article-1-before.md").read_bytes()
    assert archive.source(after).encode() == (CASE / "article-1-after.md").read_bytes()


def test_the_real_case_records_what_the_minutes_say_and_no_figure_more() -> None:
    before, after = open_archive(REAL).versions("statuts")
    assert (before.adopted, before.decision.day, before.complete) == (None, None, False)
    decision = after.decision
    assert decision.day == date(2021, 6, 21)
    assert decision.quorum is not None
    assert (decision.quorum.reached, decision.quorum.required) == (True, None)
    assert [resolution.result for resolution in decision.resolutions] == [Result.ADOPTED] * 2
    assert "2 rue de la Clôture" in decision.resolutions[1].subject
    figures = [decision.members, decision.present, decision.represented]
    assert figures == [None] * 3
    assert [resolution.votes for resolution in decision.resolutions] == [None, None]


def test_the_grid_of_fees_is_limited_in_time_without_an_invented_end() -> None:
    archive = open_archive(REAL)
    (grid,) = archive.versions("grille-adhesion")
    assert grid.ends is None
    assert grid.validity == "à titre expérimental pour l'année à venir"
    assert "5\u202f000\u00a0€" in archive.source(grid)


@pytest.mark.parametrize("folder", [REAL, EXAMPLE], ids=["real", "example"])
def test_a_consolidated_text_reads_into_the_parts_it_was_made_of(folder: Path) -> None:
    archive = open_archive(folder)
    for text in archive.texts:
        for version in archive.versions(text):
            document = read(archive.source(version))
            assert [s.kind for s in document.sections] == [entry.kind for entry in version.contents]
            assert not document.remarks


def test_the_example_is_as_rich_as_its_readme_says() -> None:
    history = open_archive(EXAMPLE).history("statuts")
    assert len(history.versions) == 5
    assert [version.kind for version in history.versions].count(VersionKind.CORRECTION) == 1
    articles = [[e for e in version.contents if e.kind == "article"] for version in history.versions]
    assert [len(found) for found in articles] == [27, 28, 28, 28, 28]
    assert [fact.kind for fact in history.facts_of(history.latest)] == ["declared"]


def test_an_archive_is_found_from_any_folder_inside_or_beside_it(root: Path, tmp_path: Path) -> None:
    assert find_archive(root / "statuts" / "anterieure") == root
    versions = tmp_path / "project" / "versions"
    versions.mkdir(parents=True)
    (versions / "archive.toml").write_text(ARCHIVE, encoding="utf-8")
    deep = tmp_path / "project" / "docs" / "2021"
    deep.mkdir(parents=True)
    assert find_archive(deep) == versions


def test_hidden_files_and_a_readme_are_none_of_the_archives_business(root: Path) -> None:
    (root / "README.md").write_text("notes", encoding="utf-8")
    (root / ".git").mkdir()
    (root / "statuts" / ".half-written").mkdir()
    assert len(read_all(open_archive(root))) == 2


def test_divisions_keep_their_heading_in_the_version_and_their_place_in_the_text(root: Path) -> None:
    pieces = [
        Piece("title", "intitule", "# Règlement\n", file=False),
        Piece("division", "titre-i", "## TITRE I – « L'entrée »\n", file=False),
        Piece("article", "acces", "### Article 1\n\nChacun entre.\n", "titre-i"),
    ]
    write_version(root, "reglement", "2022-01-01", pieces, facts("Règlement"))
    archive = open_archive(root)
    (version,) = archive.versions("reglement")
    assert archive.source(version) == "\n".join(piece.markdown for piece in pieces)
    assert [entry.division for entry in version.contents] == ["", "", "titre-i"]


# ---------------------------------------------------------------------------- by name and by date


def test_a_version_is_found_by_its_name_its_label_or_not_at_all(root: Path) -> None:
    history = open_archive(root).history("statuts")
    old, new = history.versions
    assert find_version(history, "anterieure") is old
    assert find_version(history, "statuts-de-2021") is new
    assert find_version(history, "") is new
    assert find_version(history, "2021-06-22") is None


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("1960-01-01", None),
        ("1998-03-14", "1998-03-14"),
        ("2009-08-31", "1998-03-14"),  # adopted in May, in force in September
        ("2009-09-01", "2009-06-30"),
        ("2024-06-14", "2017-11-25"),
        ("2999-01-01", "2024-06-15"),
    ],
)
def test_what_was_in_force_on_a_day_of_the_example(day: str, name: str | None) -> None:
    history = open_archive(EXAMPLE).history("statuts")
    if name is None:
        with pytest.raises(ArchiveError, match="the first version is later"):
            in_force(history, date.fromisoformat(day))
    else:
        assert in_force(history, date.fromisoformat(day)).name == name


def test_a_version_without_a_date_precedes_the_one_that_follows_it(root: Path) -> None:
    history = open_archive(root).history("statuts")
    assert in_force(history, date(2020, 5, 1)).name == "anterieure"
    assert in_force(history, date(2021, 6, 21)).name == "2021-06-21"


def test_which_of_two_versions_was_in_force_is_not_guessed(root: Path) -> None:
    write_version(root, "statuts", "plus-tard", [article("objet", OLD)], facts("?"), follows="2021-06-21")
    history = open_archive(root).history("statuts")
    with pytest.raises(ArchiveError, match="not recorded") as caught:
        in_force(history, date(2023, 1, 1))
    assert "2021-06-21, plus-tard" in str(caught.value.hint)
    assert in_force(history, date(2020, 1, 1)).name == "anterieure"


def test_a_version_whose_validity_ended_is_not_in_force_the_day_after() -> None:
    history = open_archive(EXAMPLE).history("reglement-interieur")
    assert in_force(history, date(2026, 8, 31)).name == "2024-09-14"
    with pytest.raises(ArchiveError, match="had ended on 2026-08-31"):
        in_force(history, date(2026, 9, 1))


# ------------------------------------------------------------------------------------------ faults


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("[association]", "[association", 3, "not valid TOML"),
        ('name = "Les Amis du Lavoir"', "", 3, "“name” is missing"),
        ('name = "Les Amis du Lavoir"', "name = 27", 4, "wrong kind"),
        ('name = "Les Amis du Lavoir"', 'name = "X"\nregim = "rup"', 5, "“regim” is not known"),
        ('name = "Les Amis du Lavoir"', 'name = "X"\nregime = "1905"', 5, "“1905” is not known"),
        ("format = 1", "format = 2", 1, "format 2 is not read"),
        ('name = "Les Amis du Lavoir"', 'name = "X"\naccent = "red;}"', 5, "wrong kind"),
        ("format = 1", "format = true", 1, "wrong kind"),
    ],
)
def test_a_broken_archive_toml_is_named_with_its_line(
    root: Path, old: str, new: str, line: int, words: str
) -> None:
    edit(root / "archive.toml", old, new)
    error = fault(root)
    assert f"archive.toml, line {line}:" in str(error)
    assert words in str(error)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('kind = "adoption"', "kind = adoption", 5, "not valid TOML"),
        ('kind = "adoption"', 'kind = "adopted"', 5, "“adopted” is not known"),
        ("adopted = 2021-06-21", 'adopted = "21 juin 2021"', 6, "wrong kind"),
        ("adopted = 2021-06-21", "adopted = 2021-06-21T18:00:00", 6, "wrong kind"),
        ("adopted = 2021-06-21", "adoptd = 2021-06-21", 6, "“adoptd” is not known"),
        ("[[contents]]", "[decision]\npresent = -3\n\n[[contents]]", 14, "wrong kind"),
        ("[[contents]]", "[[content]]", 1, "“contents” is missing"),
        ('id = "objet"', 'id = "../objet"', 15, "cannot be a name"),
        ('text = "statuts"', 'text = "reglement"', 2, "not the name of the folder"),
    ],
)
def test_a_broken_version_toml_is_named_with_its_line(
    root: Path, old: str, new: str, line: int, words: str
) -> None:
    edit(root / "statuts" / "2021-06-21" / "version.toml", old, new)
    error = fault(root)
    assert f"version.toml, line {line}:" in str(error)
    assert words in str(error)


def test_the_line_of_a_fault_in_the_second_of_two_resolutions_is_found(root: Path) -> None:
    resolutions = '[[decision.resolutions]]\nsubject = "Un"\n\n[[decision.resolutions]]\nsubject = 2\n'
    file = root / "statuts" / "2021-06-21" / "version.toml"
    edit(file, "[[contents]]", resolutions + "\n[[contents]]")
    line = file.read_text(encoding="utf-8").split("\n").index("subject = 2") + 1
    assert f"line {line}: the value of “subject”" in str(fault(root))


def test_an_unknown_key_comes_with_the_nearest_known_one(root: Path) -> None:
    edit(root / "statuts" / "2021-06-21" / "version.toml", "adopted =", "adoptd =")
    assert "did you mean “adopted”?" in str(fault(root).hint)


def test_an_altered_article_is_detected_and_named(root: Path) -> None:
    edit(root / "statuts" / "anterieure" / "objet.md", "neutre", "neutra")
    error = fault(root)
    assert str(Path("statuts", "anterieure", "objet.md")) in str(error)
    assert "altered" in str(error)


def test_line_ends_changed_on_the_way_are_said_to_be_just_that(root: Path) -> None:
    file = root / "statuts" / "anterieure" / "objet.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert "only its line ends changed" in str(fault(root).hint)


def test_a_missing_article_is_named(root: Path) -> None:
    (root / "statuts" / "anterieure" / "objet.md").unlink()
    assert "objet.md” cannot be read" in str(fault(root))


def test_an_article_that_the_version_does_not_list_is_named(root: Path) -> None:
    (root / "statuts" / "anterieure" / "duree.md").write_text("## Durée\n", encoding="utf-8")
    assert "duree.md” is not in the contents" in str(fault(root))


def test_an_article_left_out_of_the_contents_breaks_the_digest_of_the_text(root: Path) -> None:
    other = article("duree", "## Article 2\n\nIllimitée.\n")
    write_version(root, "autre", "v1", [article("objet", OLD), other], facts("Autre"))
    text = (root / "autre" / "v1" / "version.toml").read_text(encoding="utf-8")
    (root / "autre" / "v1" / "duree.md").unlink()
    cut = text[: text.rindex("[[contents]]")]
    (root / "autre" / "v1" / "version.toml").write_text(cut, encoding="utf-8")
    assert "not the one its digest was made of" in str(fault(root))


def test_an_earlier_version_rewritten_after_the_fact_is_detected(root: Path) -> None:
    edit(root / "statuts" / "anterieure" / "version.toml", "Statuts antérieurs", "Statuts de 2009")
    assert "“anterieure” is not as it was when version “2021-06-21” was adopted" in str(fault(root))


def test_a_version_taken_out_of_the_chain_is_detected(root: Path) -> None:
    (root / "statuts" / "anterieure" / "version.toml").unlink()
    assert "“anterieure”, which is not there" in str(fault(root))


def test_two_versions_that_follow_the_same_one_are_named(root: Path) -> None:
    write_version(root, "statuts", "autre", [article("objet", OLD)], facts("Autre"), follows="anterieure")
    assert "two versions follow “anterieure”: 2021-06-21, autre" in str(fault(root))


@pytest.mark.parametrize("part", ["statuts", "statuts/anterieure", "statuts/anterieure/objet.md"])
def test_a_symbolic_link_is_not_followed(root: Path, part: str) -> None:
    target = root / part
    elsewhere = root / ".elsewhere"
    target.rename(elsewhere)
    target.symlink_to(elsewhere)
    assert "symbolic link" in str(fault(root))


@pytest.mark.parametrize(
    "word",
    ["", ".", "..", "../x", "a/b", "a\\b", "C:", "~", "a\0", "a\n", "con", "nul", "com1", "lpt9", "a.", "A",
     "é", "e\u0301", "a--b", "-a", "a-", "a b", "x" * 81, "proposals", "attachments", "²"],
)  # fmt: skip
def test_a_hostile_name_is_no_name(word: str) -> None:
    assert not is_name(word)


@pytest.mark.parametrize("word", ["objet", "2021-06-21", "article-9-bis", "a", "0"])
def test_an_ordinary_name_is_one(word: str) -> None:
    assert is_name(word)


def test_a_folder_that_cannot_be_a_version_is_named(root: Path) -> None:
    (root / "statuts" / "2021-06-21").rename(root / "statuts" / "21 juin 2021")
    assert "21 juin 2021” cannot be the name" in str(fault(root))


def test_a_register_that_lost_or_changed_a_fact_is_detected(tmp_path: Path) -> None:
    for file in EXAMPLE.rglob("*"):
        if file.is_file():
            copy = tmp_path / file.relative_to(EXAMPLE)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    register = tmp_path / "statuts" / "register.toml"
    edit(register, "date = 1998-04-18", "date = 1998-04-19")
    error = fault(tmp_path)
    assert "register.toml, line " in str(error)
    assert "altered" in str(error)


def test_archive_toml_may_have_been_saved_with_notepad(root: Path) -> None:
    file = root / "archive.toml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert open_archive(root).association.name == "Les Amis du Lavoir"


_PIECES = st.sampled_from(
    ["[", "]", "[[", "=", '"', "'''", "\n", "{", "}", "contents", "decision", "1", "-", "é", "\x00", ",", "#"]
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["archive.toml", "version.toml", "register.toml"]),
    st.integers(0, 3000),
    st.integers(0, 40),
    st.lists(_PIECES, max_size=5),
)
def test_whatever_is_done_to_a_file_only_an_archive_error_comes_of_it(
    name: str, at: int, cut: int, pieces: list[str]
) -> None:
    paths = {
        "archive.toml": EXAMPLE / name,
        "version.toml": EXAMPLE / "statuts" / "2009-05-16" / name,
        "register.toml": EXAMPLE / "statuts" / name,
    }
    source = paths[name].read_text(encoding="utf-8")
    broken = source[:at] + "".join(pieces) + source[at + cut :]
    data = broken.encode()
    with suppress(ArchiveError):
        if name == "archive.toml":
            read_archive_facts(broken, name)
        elif name == "version.toml":
            read_version(data, broken, name, "statuts", "2009-05-16")
        else:
            read_register(data, broken, name)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 8000), st.integers(0, 60), st.lists(_PIECES, max_size=4))
def test_the_quick_way_to_read_a_version_gives_what_toml_gives(at: int, cut: int, pieces: list[str]) -> None:
    file = EXAMPLE / "statuts" / "2009-05-16" / "version.toml"
    source = file.read_text(encoding="utf-8")
    assert load(source) == tomllib.loads(source)
    broken = source[:at] + "".join(pieces) + source[at + cut :]
    try:
        wanted = tomllib.loads(broken)
    except tomllib.TOMLDecodeError:
        with pytest.raises(tomllib.TOMLDecodeError):
            load(broken)
    else:
        assert load(broken) == wanted


def test_a_folder_without_archive_says_so(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"holds no archive\.toml"):
        open_archive(tmp_path)
