"""Which version gave an article its wording: told from the texts alone."""

import re
from pathlib import Path

from make_archive import article, write_version

from statuts.archive.history import article_notes
from statuts.archive.read import open_archive

EXAMPLE = Path(__file__).parent / "example" / "versions"


def life(folder: Path, version: str = "") -> dict[str, list[str]]:
    """Every article's events as « event version », up to `version` (the latest)."""
    archive = open_archive(folder)
    history = archive.history("statuts")
    found = next((v for v in history.versions if v.name == version), history.latest)
    notes = article_notes(archive, found)
    return {name: [f"{n.event} {n.version.name}" for n in events] for name, events in notes.items()}


def test_an_inserted_article_is_inserted_by_the_version_that_brought_it() -> None:
    assert life(EXAMPLE)["membres-mineurs"] == ["inserted 2017-11-25"]


def test_a_repealed_article_is_told_with_the_version_that_repealed_it() -> None:
    assert life(EXAMPLE)["comite-de-patronage"][-1] == "repealed 2017-11-25"
    assert "repealed 2017-11-25" not in life(EXAMPLE, "2009-06-30")["comite-de-patronage"]


def test_renumbering_typography_and_wording_are_not_the_same_event() -> None:
    assert life(EXAMPLE)["bureau"] == [
        "present 1998-03-14",
        "headed 2009-05-16",
        "typography 2017-11-25",
        "modified 2024-06-15",
    ]


def test_an_article_moved_to_another_division_keeps_its_life() -> None:
    events = life(EXAMPLE)["gratuite-des-fonctions"]
    assert events[0] == "present 1998-03-14"
    assert events[-2:] == ["moved 2024-06-15", "headed 2024-06-15"]


def test_an_article_that_nothing_touched_has_no_event_after_its_first() -> None:
    assert life(EXAMPLE, "2009-06-30")["siege-social"] == ["present 1998-03-14"]


def test_a_correction_is_part_of_the_life_of_what_it_corrects() -> None:
    assert "modified 2009-06-30" in life(EXAMPLE)["annexe-bareme-des-cotisations"]


def test_what_an_incomplete_version_leaves_out_is_neither_repealed_nor_new(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text('format = 1\n[association]\nname = "X"\n', encoding="utf-8")
    one, two = article("un", "## Un\n\nA.\n"), article("deux", "## Deux\n\nB.\n")
    known = 'label = "V"\nkind = "adoption"'
    partly = known + "\ncomplete = false"
    write_version(tmp_path, "statuts", "v1", [one, two], known)
    write_version(tmp_path, "statuts", "v2", [one], partly, "v1")
    write_version(tmp_path, "statuts", "v3", [one, two, article("trois", "## Trois\n\nC.\n")], known, "v2")
    assert life(tmp_path) == {"un": ["present v1"], "deux": ["present v1"], "trois": ["present v3"]}


def test_the_readme_of_the_example_names_every_article_that_a_version_changes() -> None:
    readme = (
        (EXAMPLE.parent / "README.md").read_text(encoding="utf-8").partition("## `reglement-interieur`")[0]
    )
    told = life(EXAMPLE)
    for section in readme.split("\n### `")[2:]:
        version = section.partition("`")[0]
        rows = [row for row in section.split("\n") if "| unchanged |" not in row and "refused" not in row]
        named = set(re.findall(r"`([a-z-]+)`", "\n".join(rows)))
        if "Annex" in section or "| annex |" in section:
            named.add("annexe-bareme-des-cotisations")
        events = {name: [e for e in found if e.endswith(version)] for name, found in told.items()}
        changed = {name for name, found in events.items() if any("typography" not in e for e in found)}
        assert named == changed, version
