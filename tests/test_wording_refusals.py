"""What `apply` refuses, and how it says so: a file of wordings, each with the message a person sees."""

from pathlib import Path

import pytest

from statuts.errors import WordingError
from statuts.i18n import say, set_language
from statuts.wording.apply import applied_text
from statuts.wording.french.speech import name, read_act

FOLDER = Path(__file__).parent / "cases" / "wording"
STATUTES = (FOLDER / "statutes.md").read_text(encoding="utf-8")
WORDINGS = (FOLDER / "refusals.txt").read_text(encoding="utf-8").splitlines()


def refused(wording: str) -> str:
    """The message and the hint, as the command line prints them in French."""
    with pytest.raises(WordingError) as found:
        applied_text(read_act(wording), STATUTES, name)
    error = found.value
    where = f"{error.where} – " if error.where else ""
    return "\n".join([where + say(error.message), *([f"  ({say(error.hint)})"] if error.hint else [])])


def test_what_is_not_certain_is_refused_with_its_reason(update_cases: bool) -> None:
    set_language("fr")
    assert len(WORDINGS) >= 60
    found = "".join(f"{wording}\n→ {refused(wording)}\n\n" for wording in WORDINGS)
    expected = FOLDER / "refusals-said.txt"
    if update_cases:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
