"""The checks: one readable file a case, text, base if any, wanted findings; and what holds of any text.

`pytest --update-cases` writes what was found; look at the difference before committing it.
"""

import re
from pathlib import Path

import pytest
from budget import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st

from statuts.amend.checks import check
from statuts.archive.read import open_archive
from statuts.i18n import say
from statuts.markdown.read import read
from statuts.model.check import CheckCode, CheckFinding
from statuts.model.message import msg

FOLDER = Path(__file__).parent / "cases" / "check"
CASES = sorted(FOLDER.glob("*.txt"))
PARTS = re.compile(r"^=== (text|base|findings)\n", re.M)


def parts_of(path: Path) -> dict[str, str]:
    """A case file's parts; what stands before the first one says what the case is about."""
    about, *rest = PARTS.split(path.read_bytes().decode())
    return {"about": about} | dict(zip(rest[::2], rest[1::2], strict=True))


def lines_of(found: tuple[CheckFinding, ...]) -> str:
    return "".join(f"{f.code} {f.line} | {f.label} | {say(f.message, 'fr')}\n" for f in found)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_the_findings_are_the_wanted_ones(path: Path, update_cases: bool) -> None:
    parts = parts_of(path)
    base = read(parts["base"]) if "base" in parts else None
    found = parts | {"findings": lines_of(check(read(parts["text"]), base))}
    if update_cases:
        text = found.pop("about") + "".join(f"=== {name}\n{part}" for name, part in found.items())
        path.write_bytes(text.encode())
        return
    assert found["findings"] == parts["findings"]


def test_sound_texts_raise_no_alarm() -> None:
    sound = [path for path in CASES if path.stem.startswith("sound-")]
    assert len(sound) >= 12
    assert [path.stem for path in sound if parts_of(path)["findings"]] == []


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_a_text_that_changes_nothing_left_nothing_behind(path: Path) -> None:
    document = read(parts_of(path)["text"])
    assert check(document, document) == check(document)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_line_ends_and_spaces_change_no_finding(path: Path) -> None:
    text = parts_of(path)["text"]
    assert [(f.code, f.line) for f in check(read(text.replace("\n", "\r\n")))] == [
        (f.code, f.line) for f in check(read(text))
    ]
    assert lines_of(check(read(text.replace("'", "’")))) == lines_of(check(read(text))).replace("'", "’")


def test_a_text_that_is_not_complete_proves_nothing_by_what_it_leaves_out() -> None:
    text = read("## Article 3 – Durée\n\nVoir l’article 9.\n\n## Article 7 – Fin\n\nTexte.\n")
    assert [f.code for f in check(text)] == [CheckCode.NO_SUCH_ARTICLE, CheckCode.SKIPPED_NUMBER]
    assert check(text, complete=False) == ()


ARCHIVE = open_archive(Path(__file__).parent / "example" / "versions")
LATEST = read(ARCHIVE.source(ARCHIVE.versions("statuts")[-1]))
OWN = re.compile(
    r"(?:(?<=[lL]’article )|(?<=\| article )|(?<=articles )|(?<=articles \d\d et ))\d+\b(?! (?:bis )?(?:de la loi|du décret|bis))"
)


@pytest.mark.parametrize("after", [2, 5, 8, 12, 15, 20, 21, 25])
def test_references_that_followed_an_insertion_are_sound_and_those_that_stayed_are_found(after: int) -> None:
    def later(match: re.Match[str]) -> str:
        return str(int(match[0]) + (int(match[0]) > after))

    stale = ""
    for section in LATEST.sections:
        text = "".join(block.raw for block in section.blocks)
        stale += re.sub(r"(?<=^### Article )\d+", later, text)
        if section.heading and section.heading.key == str(after) and section.kind == "article":
            stale += f"### Article {after + 1} – Nouveau\n\nTexte nouveau.\n\n"
    sound = OWN.sub(later, stale)
    left = sum(a != b for a, b in zip(stale.split(), sound.split(), strict=True))
    codes = (CheckCode.NO_SUCH_ARTICLE, CheckCode.OTHER_ARTICLE)
    assert len([f for f in check(read(stale), LATEST) if f.code in codes]) == left > 0
    assert [f for f in check(read(sound), LATEST) if f.code in codes] == []


PIECES = [
    "# Statuts\n", "## Article 1 – Objet\n", "## Article 3\n", "**Article 12 bis.** ", "TITRE IV\n", "## Annexe 2\n",
    "l’article 23", "aux articles 5 à 7", "articles 5,6 et", "au 3° de l’article 4", "à l’article précédent",
    "de la loi du 1er juillet 1901", "des présents statuts", "du titre IV", "deuxième alinéa de l’article 1er",
    "art. ", "articles ", "article", "le siège social est fixé à", "neutre", "apartisan", "neutralité", " ", "\n", "\n\n",
    "- ", "(", ")", ", ", ".", "l'", "1.2", "5-", "à", "et", "IV", "\u00a0", "é", "999999999", "bis", "°",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))


@given(TEXTS, TEXTS)
@example("\nDU TITRE 0", "")
@settings(max_examples=examples(150), deadline=None)
def test_any_text_can_be_checked(text: str, base: str) -> None:
    document = read(text)
    last = text.count("\n") + text.count("\r") + 1
    for finding in (*check(document), *check(document, read(base))):
        assert 1 <= finding.line <= last
        assert finding.label in {section.label for section in document.sections}
        assert say(finding.message, "fr")


@pytest.mark.parametrize(
    "unended",
    [
        "(article 5 (",
        "l'article 5, ",
        "articles 5 à ",
        "articles 5, ",
        "art. ",
        "article",
        "du titre ",
        "au 3° de l'article ",
    ],
)
def test_a_phrase_without_end_can_be_checked(unended: str) -> None:
    for times in (1, 2, 500):
        check(read("## Article 1\n\n" + unended * times))


def test_a_finding_inside_a_text_has_a_line() -> None:
    with pytest.raises(ValueError, match="line"):
        CheckFinding(CheckCode.LEFTOVER, "Article 1", 0, msg("x"))


def phrases() -> list[tuple[str, str]]:
    lines = (FOLDER.parent / "check-phrases.txt").read_text(encoding="utf-8").splitlines()
    cut = [line.partition("|") for line in lines if line and not line.startswith("#")]
    return [(wanted.strip(), phrase.strip()) for wanted, _, phrase in cut]


@pytest.mark.parametrize(("wanted", "phrase"), phrases())
def test_whose_article_a_phrase_means(wanted: str, phrase: str) -> None:
    articles = "".join(f"## Article {n} – Titre {n}\n\nTexte.\n\n" for n in range(1, 10))
    text = f"# Statuts\n\n{articles}## Article 10 – Dernier\n\n{phrase}\n"
    found = [f for f in check(read(text)) if f.code is CheckCode.NO_SUCH_ARTICLE]
    assert ", ".join(str(f.message.values["number"]) for f in found) == wanted
