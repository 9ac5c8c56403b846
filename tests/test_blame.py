"""Who brought which words: told phrase by phrase, true to every version, and readable."""

import json
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from budget import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from make_archive import article, write_version

from statuts.amend.blame import blame
from statuts.cli import run
from statuts.language.words import is_word, keys
from statuts.model.archive import Entry, Version, VersionKind
from statuts.model.blame import Blame
from statuts.model.document import SectionKind

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "tests" / "example" / "versions"

State = Mapping[str, str]


def versions(*states: State, incomplete: int | None = None) -> list[Version]:
    """Versions named 1, 2, 3…, each with its articles."""
    return [
        Version(
            "statuts", str(n), f"V{n}", VersionKind.ADOPTION,
            tuple(Entry(SectionKind.ARTICLE, name, sha256=digest(text)) for name, text in state.items()),
            "", "", complete=n != incomplete,
        )
        for n, state in enumerate(states, 1)
    ]  # fmt: skip


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def told(name: str, *states: State, incomplete: int | None = None) -> Blame:
    texts = {digest(text): text for state in states for text in state.values()}
    found = blame(versions(*states, incomplete=incomplete), name, lambda _, entry: texts[entry.sha256])
    assert found is not None
    return found


def shown(found: Blame) -> str:
    """« 1:Le bureau 2:élu » – with « 3<b:1: » for words of version 1 that version 3 moved here from b."""
    parts = []
    for piece in found.runs:
        moved = f"{piece.moved.name}<{piece.article}:" if piece.moved else ""
        parts.append(f"[{moved}{piece.version.name}: {' '.join(piece.text.split())}]")
    return "".join(parts)


def of_one(*texts: str) -> str:
    return shown(told("a", *({"a": text + "\n"} for text in texts)))


@pytest.mark.parametrize(
    ("texts", "runs"),
    [
        (["Le bureau se réunit."], "[1: Le bureau se réunit.]"),
        (["Un espace neutre.", "Un espace apartisan."], "[1: Un espace][2: apartisan.]"),
        # only the words that changed last are told with the last version
        (
            ["Il est élu pour un an.", "Il est élu pour deux ans.", "Il est élu et révoqué pour deux ans."],
            "[1: Il est élu][3: et révoqué][2: pour deux ans.]",
        ),
        # apostrophes, spaces, quotation marks and bold bring no word
        (
            ["L'objet est « social » ; il dure.", "L’objet est «\u00a0social\u00a0»\u202f; il **dure**."],
            "[1: L’objet est « social » ; il **dure**.]",
        ),
        # … but a new word is told, even where its signs changed afterwards
        (
            ["L'objet dure.", "L'objet social dure.", "L’objet\u00a0social **dure**."],
            "[1: L’objet][2: social][1: **dure**.]",
        ),
        # function words that stayed between two phrases of one version are no run of their own
        (
            ["Le maire de la ville délibère.", "Le président de la commune délibère."],
            "[1: Le][2: président de la commune][1: délibère.]",
        ),
        # the number of an article goes with the version that gave it
        (
            ["## Article 3 – Siège\n\nÀ Paris.", "## Article 4 – Siège\n\nÀ Paris."],
            "[2: ## Article 4][1: – Siège À Paris.]",
        ),
        # an alinéa that moved inside its article keeps who brought it
        (
            [
                "Le bureau prépare les réunions du conseil.\n\nLa trésorière tient les comptes de l'association.",
                "La trésorière tient les comptes de l'association.\n\nLe bureau prépare les réunions du conseil.",
            ],
            "[1: La trésorière tient les comptes de l'association. Le bureau prépare les réunions du conseil.]",
        ),
        # a list's new item, with its dash
        (
            ["Il y a :\n\n- des cours ;\n- des fêtes.", "Il y a :\n\n- des cours ;\n- des repas ;\n- des fêtes."],
            "[1: Il y a : - des cours ;][2: - des repas ;][1: - des fêtes.]",
        ),
        # a row of a table
        (
            ["| Tarif | Montant |\n| --- | --- |\n| plein | 20 € |", "| Tarif | Montant |\n| --- | --- |\n| plein | 30 € |"],
            "[1: | Tarif | Montant | | --- | --- | | plein][2: | 30 € |]",
        ),
        # what was struck and written again belongs to who wrote it again
        (["Un espace neutre.", "Un espace.", "Un espace neutre."], "[1: Un espace][3: neutre.]"),
    ],
)  # fmt: skip
def test_each_phrase_is_told_with_the_version_that_brought_it(texts: list[str], runs: str) -> None:
    assert of_one(*texts) == runs


def test_a_word_is_never_cut_where_two_words_became_one() -> None:
    found = told(
        "a", {"a": "Le vice élu.\n"}, {"a": "Le vice président élu.\n"}, {"a": "Le vice-président élu.\n"}
    )
    assert "vice-président" in " ".join(piece.text for piece in found.runs)


def test_an_article_cut_out_of_another_keeps_who_brought_its_words() -> None:
    rules = "Les membres du bureau sont élus pour trois ans par l'assemblée."
    more = "La trésorière tient les comptes et en rend compte chaque année."
    found = told(
        "comptes",
        {"bureau": f"## Bureau\n\n{rules}\n\n{more}\n"},
        {
            "bureau": f"## Bureau\n\n{rules}\n",
            "comptes": f"## Comptes\n\n{more.replace('chaque', 'cette')}\n",
        },
    )
    assert shown(found) == (
        "[2: ## Comptes][2<bureau:1: La trésorière tient les comptes et en rend compte][2: cette]"
        "[2<bureau:1: année.]"
    )
    assert (found.since.name, found.inserted) == ("2", True)


def test_words_that_moved_twice_are_told_with_the_first_article_and_the_last_move() -> None:
    line = "Il est tenu un procès-verbal de chacune des séances du conseil."
    found = told(
        "c",
        {"a": f"Un.\n\n{line}\n", "b": "Deux.\n", "c": "Trois.\n"},
        {"a": "Un.\n", "b": f"Deux.\n\n{line}\n", "c": "Trois.\n"},
        {"a": "Un.\n", "b": "Deux.\n", "c": f"Trois.\n\n{line}\n"},
    )
    assert shown(found) == f"[1: Trois.][3<a:1: {line}]"


def test_a_repealed_article_is_told_as_it_was_and_by_whom_it_was_repealed() -> None:
    found = told("a", {"a": "Un.\n", "b": "B.\n"}, {"a": "Un deux.\n", "b": "B.\n"}, {"b": "B.\n"})
    assert found.repealed is not None
    assert (found.repealed.name, found.text) == ("3", "Un deux.\n")


def test_what_an_incomplete_version_leaves_out_is_not_repealed() -> None:
    states = {"a": "Un.\n", "b": "B.\n"}, {"b": "B.\n"}, {"a": "Un trois.\n", "b": "B.\n"}
    found = told("a", *states, incomplete=2)
    assert found.repealed is None
    assert shown(found) == "[1: Un][3: trois.]"


def test_an_article_written_again_after_its_repeal_comes_from_the_version_that_did_so() -> None:
    found = told("a", {"a": "Un.\n", "b": "B.\n"}, {"b": "B.\n"}, {"a": "Un.\n", "b": "B.\n"})
    assert (shown(found), found.repealed) == ("[3: Un.]", None)


def test_no_article_is_no_answer() -> None:
    assert blame(versions({"a": "Un.\n"}), "b", lambda _v, _e: "") is None


# --- laws ------------------------------------------------------------------------------------------

WORDS = "l'association le bureau élu de la ville au moins trois membres et peut d'être 20 € article 7 ; « neutre »".split()
LINES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join), min_size=1, max_size=4
)


@st.composite
def lives(draw: st.DrawFn) -> list[State]:
    """Articles over some versions: alinéas rewritten, moved between articles, set otherwise, repealed."""
    states: list[dict[str, list[str]]] = [{name: draw(LINES) for name in "ab"}]
    for _ in range(draw(st.integers(1, 4))):
        state = {name: list(lines) for name, lines in states[-1].items()}
        for name in draw(st.lists(st.sampled_from("abc"), max_size=3)):
            lines = state.setdefault(name, [])
            kind = draw(st.sampled_from(["write", "move", "signs", "words", "repeal"]))
            source = state.get(draw(st.sampled_from("abc")), [])
            if kind == "move" and len(source) > 1:
                lines.append(source.pop(0))
            elif kind == "signs":
                state[name] = [line.replace("'", "’").replace(" ;", "\u202f;") for line in lines]
            elif kind == "words" and lines:
                words = lines[0].split(" ")
                at = draw(st.integers(0, len(words) - 1))
                words[at : at + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from(WORDS), max_size=3))
                lines[0] = " ".join(words) or "Rien."
            elif kind == "repeal" and len(state) > 1:
                del state[name]
            else:
                lines.extend(draw(LINES))
        states.append({name: lines for name, lines in state.items() if lines})
    return [
        {
            name: f"## Article {n} – T\n\n" + "\n\n".join(lines) + "\n"
            for n, (name, lines) in enumerate(s.items())
        }
        for s in states
    ]


def words(text: str) -> Counter[str]:
    return Counter(key for key in keys(text) if is_word(key))


@settings(max_examples=examples(150), deadline=None)
@given(lives())
def test_joined_runs_are_the_text_and_every_words_stood_in_the_version_told(states: list[State]) -> None:
    for name in {name for state in states for name in state}:
        found = told(name, *states)
        last = next(state[name] for state in reversed(states) if name in state)
        assert "".join(piece.text for piece in found.runs) == last == found.text
        for piece in found.runs:
            there = states[int(piece.version.name) - 1][piece.article or name]
            assert words(piece.text) <= words(there), (piece, there)
            if piece.moved:
                assert words(piece.text) <= words(states[int(piece.moved.name) - 1][name])
        assert sum((words(piece.text) for piece in found.runs), Counter()) == words(last), "a word was cut"


# --- through the front door ------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("STATUTS_ARCHIVE", raising=False)


def said(capfd: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> tuple[str, str]:
    assert run(["--lang", "en", *arguments]) == code
    return capfd.readouterr()


def test_the_real_case_tells_who_wrote_apartisan(capfd: pytest.CaptureFixture[str]) -> None:
    out, _ = said(capfd, "blame", "objet")
    assert "2021-06-21 │ apartisan\n" in out
    assert (
        "2021-06-21  Statuts modifiés par l'AGE du 21 juin 2021 – the assemblée générale extraordinaire"
        in out
    )
    assert "Modification des statuts – votes: not recorded in the minutes" in out
    assert "anterieure  Statuts antérieurs – a decision that is not recorded\n" in out


@pytest.mark.parametrize("name", ["bureau", "Bureau", "16", "article 16", "Art. 16"])
def test_an_article_is_named_by_id_title_or_number(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    out, _ = said(capfd, "blame", name, "--archive", str(EXAMPLE))
    assert out.startswith("Article 16 – Bureau – ")


def test_an_earlier_version_and_another_text_may_be_asked_for(capfd: pytest.CaptureFixture[str]) -> None:
    out, _ = said(capfd, "blame", "objet", "--at", "@2010-01-01", "--archive", str(EXAMPLE))
    assert "neutre" in out
    assert "2017-11-25" not in out
    assert said(capfd, "blame", "2", "--text", "reglement-interieur", "--archive", str(EXAMPLE))[0]


def test_votes_are_told_where_they_are_recorded_and_moves_with_their_article(
    capfd: pytest.CaptureFixture[str],
) -> None:
    out, _ = said(capfd, "blame", "20", "--archive", str(EXAMPLE))
    assert "Écriture inclusive: 58 for, 9 against, 6 abstentions, 2 blank votes" in out
    assert "← 2024-06-15 │ Il est tenu procès-verbal" in out
    assert (
        "← 2024-06-15  words of 1998-03-14, moved here from “Article 21 – Assemblée générale ordinaire”"
        in out
    )


def test_a_repealed_article_says_when(capfd: pytest.CaptureFixture[str]) -> None:
    out, _ = said(capfd, "blame", "comite-de-patronage", "--archive", str(EXAMPLE))
    assert "[repealed]" in out.split("\n")[0]
    assert out.endswith("2017-11-25  Repealed by the assemblée générale extraordinaire of 25 November 2017\n")


def test_as_data_the_runs_add_up_to_the_wording(capfd: pytest.CaptureFixture[str]) -> None:
    data = json.loads(said(capfd, "blame", "20", "--json", "--archive", str(EXAMPLE))[0])
    assert "".join(piece["text"] for piece in data["runs"]) == data["wording"]
    assert data["runs"][-1] == {
        "text": data["runs"][-1]["text"],
        "version": "1998-03-14",
        "from_article": "assemblee-generale-ordinaire",
        "moved_by": "2024-06-15",
    }
    assert {piece["version"] for piece in data["runs"]} <= {known["version"] for known in data["versions"]}


def test_an_unknown_article_names_the_nearest(capfd: pytest.CaptureFixture[str]) -> None:
    assert "did you mean “objet”?" in said(capfd, "blame", "obje", code=2)[1]


def test_a_name_that_several_articles_have_is_not_guessed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "archive.toml").write_text('format = 1\n[association]\nname = "X"\n', encoding="utf-8")
    twice = [article("un", "## Article 1 – Un\n\nA.\n"), article("autre", "## Article 1 – Autre\n\nB.\n")]
    write_version(tmp_path, "statuts", "v1", twice, 'label = "V"\nkind = "adoption"')
    assert "un / autre" in said(capfd, "blame", "1", "--archive", str(tmp_path), code=2)[1]


# --- log --article ---------------------------------------------------------------------------------


def test_log_of_one_article_lists_what_touched_it(capfd: pytest.CaptureFixture[str]) -> None:
    out, _ = said(capfd, "log", "--article", "gratuite-des-fonctions", "--archive", str(EXAMPLE))
    assert [line for line in out.split("\n") if line[:1].isdigit()] == [
        "2024-06-15  Moved by the assemblée générale extraordinaire of 15 June 2024",
        "2024-06-15  Number or title changed by the assemblée générale extraordinaire of 15 June 2024",
        "2017-11-25  Typography or layout corrected by the assemblée générale extraordinaire of 25 November 2017",
        "2009-05-16  Number or title changed by the assemblée générale extraordinaire of 16 May 2009",
        "1998-03-14  Original version: the assemblée générale constitutive of 14 March 1998",
    ]


def test_log_of_one_article_shows_each_redline(capfd: pytest.CaptureFixture[str]) -> None:
    out, _ = said(capfd, "log", "--article", "objet", "--redline")
    assert "[-neutre-]{+apartisan+}" in out
    gone, _ = said(capfd, "log", "--article", "comite-de-patronage", "--redline", "--archive", str(EXAMPLE))
    assert "[-Un comité de patronage peut être constitué" in gone


def test_log_of_one_article_as_data(capfd: pytest.CaptureFixture[str]) -> None:
    newest, oldest = json.loads(said(capfd, "log", "--article", "objet", "--json", "--redline")[0])
    assert (newest["events"], oldest["events"]) == (["modified"], ["present"])
    assert newest["redline"]["articles"]


def test_a_redline_without_an_article_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert "--article objet" in said(capfd, "log", "--redline", code=2)[1]
