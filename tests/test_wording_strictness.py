"""Other ways to say the same are read; what leaves anything open is refused, and nothing of an act is passed over."""

from pathlib import Path

import pytest
from test_wording_reading import understood

from statuts.errors import WordingError
from statuts.wording.french.reading import read_act

FOLDER = Path(__file__).parent / "cases" / "wording"
VARIANTS = (FOLDER / "variants.txt").read_text(encoding="utf-8").split("----\n")
UNREADABLE = (FOLDER / "unreadable.txt").read_text(encoding="utf-8").splitlines()


def kept(found: str, name: str, update: bool) -> None:
    """Compares with the file of what is wanted, or writes it."""
    path = FOLDER / name
    if update:
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def refusal(wording: str) -> str:
    """What is said of a wording that cannot be read; ↵ stands for a new line in it."""
    with pytest.raises(WordingError) as found:
        read_act(wording.replace("↵", "\n"))
    error = found.value
    where = f"{error.where} – " if error.where else ""
    return where + str(error.message) + (f"\n  ({error.hint})" if error.hint else "")


def test_every_variant_is_read_as_it_is_meant(update_cases: bool) -> None:
    found = "----\n".join(wording + "→\n" + understood(read_act(wording)) for wording in VARIANTS)
    kept(found, "variants-understood.txt", update_cases)


def test_what_leaves_anything_open_is_refused(update_cases: bool) -> None:
    assert len(UNREADABLE) >= 40
    kept(
        "".join(f"{line}\n→ {refusal(line)}\n\n" for line in UNREADABLE), "unreadable-said.txt", update_cases
    )


@pytest.mark.parametrize(
    "text",
    [
        "<!--" * 25_000,
        "# L’article 3 et\n" * 1_000 + "x",
        "1° l’article 5 : " * 3_000,
        "3, " * 30_000,
        '"' * 10_001,
    ],
)
def test_hostile_acts_end_soon(text: str) -> None:
    with pytest.raises(WordingError):
        read_act(text)


@pytest.mark.parametrize("sign", ["l’", "l'", "lʼ"])
@pytest.mark.parametrize("space", ["", " ", "\u00a0", "\u202f"])
def test_typography_does_not_matter_outside_quotations(sign: str, space: str) -> None:
    plain = read_act("À l’article 3, le mot : « a » est supprimé.")
    [read] = read_act(f"A {sign}article 3, le mot{space}:{space}«{space}a{space}» est supprimé{space}.")
    assert read.deed == plain[0].deed


def test_an_instruction_keeps_its_own_words_and_where_it_stands() -> None:
    act = read_act(
        "## Résolution n° 2 : le siège\n\nI. – L’article 3 est ainsi modifié : 1° Au premier alinéa, le mot : « a » est"
        " supprimé et le mot : « b » est remplacé par le mot : « c » ; 2° Le second alinéa est supprimé."
    )
    assert [(each.label, each.wording) for each in act] == [
        ("Résolution n°\u00a02, I, 1°", "Au premier alinéa, le mot : « a » est supprimé"),
        ("Résolution n°\u00a02, I, 1°", "le mot : « b » est remplacé par le mot : « c »"),
        ("Résolution n°\u00a02, I, 2°", "Le second alinéa est supprimé"),
    ]
