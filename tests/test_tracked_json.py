"""The redline as JSON: it follows its schema, comes back as it was, and an altered one is refused."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import statuts
from statuts.diff.compare import compare
from statuts.diff.inverse import accept, reject
from statuts.diff.statistics import statistics
from statuts.errors import InputError, MarksError
from statuts.markdown.read import read
from statuts.model.redline import ChangeClass
from statuts.render.json import from_json, to_json

OLD = "# Article 1 – Objet\n\nUn espace neutre {et} autonome, l'objet.\n\n- un\n- deux\n"
NEW = "# Article 1 – Objet\n\nUn espace apartisan {et} autonome, l’objet.\n\n- un\n- deux\n- trois\n"
SCHEMA = json.loads((Path(statuts.__file__).parent / "redline.schema.json").read_text())


@pytest.fixture
def data() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(to_json(compare(read(OLD), read(NEW), "ancien", "nouveau"), str))
    return value


def test_the_json_follows_the_published_schema(data: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(data, SCHEMA)


def test_the_json_gives_back_the_same_redline_and_both_texts() -> None:
    redline = compare(read(OLD), read(NEW), "ancien", "nouveau")
    text = to_json(redline, str)
    assert text.endswith("}\n")
    assert from_json(text) == redline
    assert to_json(from_json(text), str) == text
    assert (reject(from_json(text)), accept(from_json(text))) == (OLD, NEW)


def test_notes_come_back_with_their_braces(data: dict[str, Any]) -> None:
    data["notes"] = ["trop long {ici}"]
    assert [str(note) for note in from_json(json.dumps(data)).notes] == ["trop long {ici}"]


def test_an_altered_redline_is_refused(data: dict[str, Any]) -> None:
    altered = from_json(json.dumps(data, ensure_ascii=False).replace("autonome", "docile"))
    for verb in (accept, reject):
        with pytest.raises(MarksError, match="altered"):
            verb(altered)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["format"], "autre"),
        (["version"], 2),
        (["version"], True),
        (["old", "sha256"], None),
        (["notes"], "rien"),
        (["articles"], {}),
        (["articles", 0, "side"], "nulle part"),
        (["articles", 0, "blocks", 0, "depth"], -1),
        (["articles", 0, "blocks", 0, "segments", 0, "class"], "wording"),
        (["articles", 0, "blocks", 0, "segments", 0, "text"], "\ud800"),
    ],
)
def test_what_does_not_follow_the_schema_is_refused_by_name(
    data: dict[str, Any], path: list[str | int], value: object
) -> None:
    place: Any = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(InputError) as caught:
        from_json(json.dumps(data))
    assert str(path[-1]) in str(caught.value)


def test_what_is_missing_is_named(data: dict[str, Any]) -> None:
    del data["articles"][0]["blocks"][0]["segments"]
    with pytest.raises(InputError, match=r"articles\[0\].blocks\[0\].segments” is missing"):
        from_json(json.dumps(data))


@pytest.mark.parametrize("text", ['{"format": ', "[" * 100_000, '{"a": ' * 100_000, "[]", "7"])
def test_what_is_no_redline_at_all_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        from_json(text)


def test_the_figures_count_every_class_shown_or_not() -> None:
    figures = statistics(compare(read(OLD), read(NEW)))
    wording = figures.classes[ChangeClass.WORDING]
    assert (wording.deleted, wording.inserted) == (1, 2)
    assert figures.classes[ChangeClass.TYPOGRAPHY].places == 1
    assert figures.changes == 2
    assert set(figures.classes) == set(ChangeClass)
