"""What French amending sentences are read as: one file of wordings, and what each was understood to be."""

from pathlib import Path

import pytest
from budget import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from statuts.errors import WordingError
from statuts.model.instruction import Instruction
from statuts.render.instructions import instruction_data
from statuts.wording.french.grammar import grammar
from statuts.wording.french.reading import read_act

FOLDER = Path(__file__).parent / "cases" / "wording"
WORDINGS = (FOLDER / "reading.txt").read_text(encoding="utf-8").split("----\n")
GRAMMAR = Path(__file__).parent.parent / "docs" / "wording-grammar.md"


def compact(value: object) -> str:
    """A value of an instruction on one line; what says nothing is left out."""
    if isinstance(value, dict):
        inner = [
            f"{name} {compact(each)}" for name, each in value.items() if each not in ("", None, [], False, 0)
        ]
        return "{" + ", ".join(inner) + "}"
    if isinstance(value, list):
        return "[" + " | ".join(compact(each) for each in value) + "]"
    return str(value).replace("\n", "⏎")


def understood(act: tuple[Instruction, ...]) -> str:
    """An act as it was read, a line an instruction."""
    lines = []
    for instruction in act:
        data = instruction_data(instruction)
        told = {
            name: value for name, value in data.items() if name not in ("label", "wording", "changes", "does")
        }
        lines.append(f"{data['label'] or '–'} · {data['does']} · {compact(told)}")
    return "\n".join(lines) + "\n"


def test_every_wording_is_read_as_it_is_meant(update_cases: bool) -> None:
    found = "----\n".join(wording + "→\n" + understood(read_act(wording)) for wording in WORDINGS)
    expected = FOLDER / "reading-understood.txt"
    if update_cases:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_the_grammar_in_the_docs_is_the_one_that_reads(update_cases: bool) -> None:
    before, _, rest = GRAMMAR.read_text(encoding="utf-8").partition("```ebnf\n")
    _, _, after = rest.partition("```\n")
    page = f"{before}```ebnf\n{grammar()}```\n{after}"
    if update_cases:
        GRAMMAR.write_text(page, encoding="utf-8")
    assert GRAMMAR.read_text(encoding="utf-8") == page


PIECES = st.sampled_from(
    [
        "l’article 3", "au premier alinéa", "le mot", "les mots", " : ", "« a »", "« b", "»", "est remplacé", "par", "sont supprimés",
        ".", " ; ", "1° ", "a) ", "\n\n", "ainsi rédigé", "il est inséré", "un alinéa", "après", "des statuts", "I. – ", "deviennent",
        "“", "”", '"', "| a |", "Résolution n° 1 : ", "remplacer", "et", ",", "du même article", "il", "le 2°", "partout où il figure",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=40).map(" ".join))
@settings(max_examples=examples(400), deadline=None)
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    said = ""
    try:
        read_act(text)
    except WordingError as error:
        said = str(error.message)
    assert said == said.strip()


@pytest.mark.parametrize(
    "text", ["«" * 10_000, "« a " * 5_000, "a) " * 5_000, "et " * 30_000, "l’article 3 " * 8_000]
)
def test_hostile_wording_is_refused_and_does_not_hang(text: str) -> None:
    with pytest.raises(WordingError):
        read_act(text)
