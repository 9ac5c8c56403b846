"""The quick way to read plain TOML gives what TOML gives: the same data, or the same refusal."""

import tomllib

from budget import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from statuts.archive.load import load

LINES = [
    "format = 1", "format = 01", "n = 0", "n = -3", "n = 1_0", "n = 99999999999999999999", 'label = "Élu"',
    'label = ""', 'label = "a\\u00e9"', 'label = "# [x]"', "label = 'x'", "day = 2021-06-21", "day = 2021-02-30",
    "day = 2021-06-21T10:00:00", "flag = true", "flag = True", 'ids = ["a", "b"]', 'ids = ["a", ""]', "ids = []",
    'ids = ["a","b"]', "v = { a = 1, b = true }", "v = { a = 1, a = 2 }", "v = {}", "[v]", "[a]", "[a.b]", "[[a]]",
    "[[a.b]]", "[ids]", "[[ids]]", "[a.b.c]", "[a-1]", "[[a.v]]", "a = 1", "b = 2", "a.b = 1", "# said", "  n = 4",
    "", "n = 4 # said", 'x = """', '"""', "[[contents]]", 'kind = "article"', 'id = "objet"', "contents = 1",
    f'sha256 = "{"0" * 64}"', 'heading = "## A"', 'division = "titre"', "n = 4\r", "\x00", 'n = "\t"',
]  # fmt: skip


@settings(max_examples=examples(600), deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=12).map("\n".join))
@example("[[a.b]]\nn = 0\n[a]\nb = 2\n")
@example("[[ids]]\n[[ids]]\n[ids]\n")
@example('x = """\n[[contents]]\nkind = "article"\nid = "objet"\nheading = "## A"\n"""\n')
def test_plain_or_not_a_text_is_read_as_toml_reads_it(source: str) -> None:
    same(source)


def same(source: str) -> None:
    try:
        wanted = tomllib.loads(source)
    except tomllib.TOMLDecodeError:
        try:
            found = load(source)
        except tomllib.TOMLDecodeError:
            return
        raise AssertionError(f"{source!r} was read as {found}") from None
    assert load(source) == wanted


PARTS = [
    *(line for line in LINES if "=" in line), '[[contents]]\nkind = "article"\nid = "objet"\nheading = "## A"',
    f'[[contents]]\nkind = "article"\nid = "siege"\ndivision = "t"\nsha256 = "{"0" * 64}"',
    'x[[contents]]\nkind = "article"\nid = "b"\nheading = "## A"', "", "", "\n", "[[contents]]", "[a]",
]  # fmt: skip


@settings(max_examples=examples(600), deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=8), st.sampled_from(["", "\n", "\n\n", "\nx"]))
def test_a_list_of_parts_is_read_as_toml_reads_it(parts: list[str], end: str) -> None:
    same("format = 1\n\n" + "\n".join(parts) + end)
