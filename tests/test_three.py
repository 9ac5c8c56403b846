"""Three texts in one redline: whose change is whose, and no text lost."""

from budget import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_laws import PIECES

from statuts.diff.inverse import new_text, old_text
from statuts.diff.statistics import statistics
from statuts.diff.three import compare_three
from statuts.markdown.read import read
from statuts.model.redline import FOLDED, ArticleStatus, Author, ChangeClass, Op, Redline, Side
from statuts.render.critic import render as critic
from statuts.render.filtering import DEFAULT
from statuts.render.json import from_json, to_json
from statuts.tracked.critic import read_critic

CURRENT = "## Article 1\n\nLe club est neutre et ouvert à tous.\n"
PROPOSED = "## Article 1\n\nLe club est apartisan et ouvert à tous les habitants.\n"
SUBAMENDED = "## Article 1\n\nLe club est laïque et ouvert à tous les habitants, sans distinction.\n"


def redline_of(*sources: str) -> Redline:
    current, proposed, subamended = (read(source) for source in sources)
    return compare_three(current, proposed, subamended, ("actuel", "proposé", "sous-amendé"))


def middle_text(redline: Redline) -> str:
    """The proposed text: what is equal, what the proposal added, what the sub-amendment struck."""
    kept = {
        (Op.EQUAL, None), (Op.INSERT, Author.PROPOSAL), (Op.DELETE, Author.SUBAMENDMENT), (Op.DELETE, Author.BOTH),
    }  # fmt: skip
    return "".join(
        s.text
        for block in redline.blocks()
        for s in block.segments
        if (s.op, None if s.op is Op.EQUAL else s.by) in kept
    )


def changes_of(author: Author, op: Op) -> list[str]:
    redline = redline_of(CURRENT, PROPOSED, SUBAMENDED)
    return [s.text for block in redline.blocks() for s in block.segments if (s.by, s.op) == (author, op)]


def test_each_change_says_whose_it_is() -> None:
    assert changes_of(Author.PROPOSAL, Op.DELETE) == ["neutre"]
    assert changes_of(Author.PROPOSAL, Op.INSERT) == [" les habitants"]
    assert changes_of(Author.BOTH, Op.DELETE) == ["apartisan"]
    assert changes_of(Author.SUBAMENDMENT, Op.INSERT) == ["laïque", ", sans distinction"]


def test_an_article_that_the_proposal_repeals_stays_an_article_of_its_own() -> None:
    repealed = CURRENT + "\n## Article 2\n\nLe comité de patronage donne son avis sur les comptes.\n"
    redline = redline_of(repealed, CURRENT, CURRENT.replace("neutre", "laïque"))
    assert [article.statuses[0].value for article in redline.articles] == ["modified", "repealed"]


blocks = st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), max_size=6)


@st.composite
def triples(draw: st.DrawFn) -> tuple[str, str, str]:
    """Three texts that share most of their alinéas."""
    common = draw(blocks)
    texts = []
    for _ in range(3):
        own = list(common)
        for _ in range(draw(st.integers(0, 3))):
            at = draw(st.integers(0, len(own)))
            own[at : at + draw(st.integers(0, 1))] = draw(blocks)[:1]
        texts.append("\n\n".join(own))
    return texts[0], texts[1], texts[2]


@settings(max_examples=examples(150), deadline=None)
@given(triples())
def test_all_three_texts_come_back_byte_for_byte(sources: tuple[str, str, str]) -> None:
    redline = redline_of(*sources)
    assert (old_text(redline), middle_text(redline), new_text(redline)) == sources


@settings(max_examples=examples(150), deadline=None)
@given(triples())
def test_criticmarkup_and_json_give_the_current_and_the_subamended_text(
    sources: tuple[str, str, str],
) -> None:
    redline = redline_of(*sources)
    marked = read_critic(critic(redline, frozenset(ChangeClass)))
    assert (marked.old, marked.new) == (sources[0], sources[2])
    again = from_json(to_json(redline, str))
    assert (old_text(again), middle_text(again), new_text(again)) == sources


@settings(max_examples=examples(100), deadline=None)
@given(triples())
@example(
    (
        "Le bureau\n\n\n\n\n\n\n\n\n\nTITRE I\n=====\n\n\n\n\n# Article 1er – Objet\n\n",
        "\n\n\n\n\n\n\n\nTITRE I\n=====\n\n\n",
        "\n\n\n\n\n\n\n\nTITRE I\n=====\n\n\nLe bureau```\n---\n\n\n",
    )
)
def test_every_difference_has_an_author_and_a_number_unless_it_is_folded(
    sources: tuple[str, str, str],
) -> None:
    segments = [s for block in redline_of(*sources).blocks() for s in block.segments if s.op is not Op.EQUAL]
    assert all(s.by is not None for s in segments)
    assert all((s.change is None) == (s.cls in FOLDED) for s in segments)
    whose = {s.change: Author.PROPOSAL if s.by is Author.PROPOSAL else Author.SUBAMENDMENT for s in segments}
    for s in segments:
        if s.change is not None:
            assert whose[s.change] is (Author.PROPOSAL if s.by is Author.PROPOSAL else Author.SUBAMENDMENT)


def test_criticmarkup_says_after_each_mark_whose_it_is() -> None:
    redline = redline_of(CURRENT, PROPOSED, SUBAMENDED)
    assert critic(redline, DEFAULT) == (
        "## Article 1\n\nLe club est {--neutre--}{>>proposal<<}{++laïque++}{>>sub-amendment<<} et ouvert à tous"
        "{++ les habitants++}{>>proposal<<}{++, sans distinction++}{>>sub-amendment<<}.\n"
    )


SEAT = "## Article 2 – Siège\n\nLe siège est fixé à Lyon, au domicile du président.\n\n"
TERM = "## Article 3 – Durée\n\nLa durée est de quatre-vingt-dix-neuf ans à compter de la déclaration.\n\n"
HELPERS = "## Article 4 – Bénévoles\n\nLes bénévoles sont invités aux réunions du conseil, avec voix consultative.\n"


def marks(*sources: str) -> list[tuple[str | None, str, int | None]]:
    """Author, sign and number of each change of words, each number once for an author and a sign."""
    found = [
        (s.by.value if s.by else None, "+" if s.op is Op.INSERT else "-", s.change)
        for block in redline_of(*sources).blocks()
        for s in block.segments
        if s.op is not Op.EQUAL
    ]
    return list(dict.fromkeys(found))


def test_an_article_that_the_subamendment_moves_is_one_change_at_both_places() -> None:
    proposed = SEAT.replace("Lyon", "Paris")
    assert marks(CURRENT + SEAT + TERM, CURRENT + proposed + TERM, CURRENT + TERM + proposed) == [
        ("subamendment", "-", 1), ("proposal", "-", 2), ("both", "-", 1), ("subamendment", "+", 1),
    ]  # fmt: skip


def test_an_article_that_the_proposal_moves_and_the_subamendment_edits() -> None:
    moved = CURRENT + TERM + SEAT.replace("Lyon", "Paris")
    assert marks(CURRENT + SEAT + TERM, CURRENT + TERM + SEAT, moved) == [
        ("proposal", "-", 1), ("proposal", "+", 1), ("both", "-", 2), ("subamendment", "+", 2),
    ]  # fmt: skip


def test_an_article_that_the_proposal_inserts_and_the_subamendment_edits_or_strikes() -> None:
    inserted = CURRENT + "\n" + HELPERS
    edited = inserted.replace("consultative", "délibérative")
    assert marks(CURRENT + "\n", inserted, edited) == [
        ("proposal", "+", 1), ("both", "-", 2), ("subamendment", "+", 2),
    ]  # fmt: skip
    assert marks(CURRENT + "\n", inserted, CURRENT + "\n") == [("both", "-", 1)]


def test_what_the_proposal_repeals_and_the_subamendment_restores_is_struck_then_added() -> None:
    whole = CURRENT + "\n" + SEAT + TERM
    assert marks(whole, CURRENT + "\n" + TERM, whole) == [("proposal", "-", 1), ("subamendment", "+", 2)]
    alinea = CURRENT + "\nUn second alinéa tient bon.\n"
    assert marks(alinea, CURRENT, alinea)[-2:] == [("proposal", "-", 1), ("subamendment", "+", 2)]


def test_an_alinea_that_the_proposal_strikes_stays_one_where_words_go_right_below_it() -> None:
    alinea = "Le comité de patronage donne son avis.\n\n"
    current = CURRENT.replace("Le club", f"{alinea}Toutefois, le club")
    redline = redline_of(current, PROPOSED, SUBAMENDED)
    struck, stays = redline.articles[0].blocks[1:]
    assert (struck.side, "".join(s.text for s in struck.segments)) == (Side.OLD, alinea)
    assert [s.text for s in stays.segments if s.op is not Op.INSERT][:2] == ["Toutefois, le", " club est "]


def test_both_edit_one_sentence() -> None:
    paris = SEAT.replace("Lyon", "Paris")
    assert marks(SEAT, paris, paris.replace("président", "trésorier")) == [
        ("proposal", "-", 1), ("proposal", "+", 1), ("subamendment", "-", 2), ("subamendment", "+", 2),
    ]  # fmt: skip
    assert marks(SEAT, paris, SEAT.replace("Lyon", "Lille")) == [
        ("proposal", "-", 1), ("both", "-", 2), ("subamendment", "+", 2),
    ]  # fmt: skip


AIM = "## Article 2 – But\n\nLe but est de jouer de la musique ensemble.\n"
AIM_SHIFTED = AIM.replace("Article 2", "Article 3")


def told(*sources: str) -> list[tuple[str, str, list[str]]]:
    """Of each article that has another status than unchanged: its old label, its new one, its statuses."""
    return [
        (a.old.label if a.old else "", a.new.label if a.new else "", [s.value for s in a.statuses])
        for a in redline_of(*sources).articles
        if a.statuses != (ArticleStatus.UNCHANGED,)
    ]


def test_the_number_an_article_had_is_that_of_the_current_text() -> None:
    inserted = CURRENT + "\n" + SEAT + AIM_SHIFTED
    edited = inserted.replace("Lyon", "Caluire")
    assert told(CURRENT + "\n" + AIM, inserted, edited) == [
        ("", "Article 2 – Siège", ["inserted", "modified"]),
        ("Article 2 – But", "Article 3 – But", ["renumbered"]),
    ]


def test_an_article_that_got_its_number_back_is_not_renumbered_and_the_insertion_is_withdrawn() -> None:
    current = CURRENT + "\n" + AIM
    assert told(current, CURRENT + "\n" + SEAT + AIM_SHIFTED, current.replace("neutre", "laïque")) == [
        ("Article 1", "Article 1", ["modified"]),
        ("Article 2 – Siège", "", ["withdrawn"]),
    ]


def test_an_article_of_the_proposal_that_only_follows_in_number_was_never_renumbered() -> None:
    last = HELPERS.replace("Article 4", "Article 3")
    proposed = CURRENT + "\n" + SEAT + last
    assert told(CURRENT + "\n", proposed, CURRENT + "\n" + last.replace("Article 3", "Article 2")) == [
        ("Article 2 – Siège", "", ["withdrawn"]),
        ("", "Article 2 – Bénévoles", ["inserted"]),
    ]


def where(redline: Redline) -> list[tuple[str, list[str], tuple[int, ...]]]:
    """The articles that changed, each with its statuses and the numbers of its heading."""
    return [
        (a.shown.title, [s.value for s in a.statuses], a.blocks[0].changes)
        for a in redline.articles
        if a.statuses != (ArticleStatus.UNCHANGED,)
    ]


def test_an_article_moved_and_moved_back_names_both_moves_where_they_meet() -> None:
    current = CURRENT + "\n" + SEAT + TERM + HELPERS
    moved = CURRENT + "\n" + TERM + HELPERS + "\n" + SEAT
    redline = redline_of(current, moved, current)
    assert where(redline) == [
        ("Siège", ["moved"], (1,)), ("Siège", ["moved-back"], (2,)), ("Siège", ["moved"], (1, 2)),
    ]  # fmt: skip
    figures = statistics(redline).articles
    assert (figures[ArticleStatus.MOVED], figures[ArticleStatus.MOVED_BACK]) == (0, 1)


def test_an_article_that_the_subamendment_moves_further_is_moved_once_and_is_not_back() -> None:
    current = CURRENT + "\n" + SEAT + TERM + HELPERS
    moved = CURRENT + "\n" + TERM + SEAT + HELPERS
    further = CURRENT + "\n" + TERM + HELPERS + "\n" + SEAT
    redline = redline_of(current, moved, further)
    assert [statuses for _, statuses, _ in where(redline)] == [["moved"]] * 3
    assert statistics(redline).articles[ArticleStatus.MOVED] == 1


def test_an_alinea_that_the_proposal_moves_and_the_subamendment_strikes_names_its_move_at_both_ends() -> None:
    alinea = "Les bénévoles sont invités aux réunions du conseil, avec voix consultative.\n"
    moved = CURRENT + "\n" + SEAT + alinea
    redline = redline_of(CURRENT + "\n" + alinea + "\n" + SEAT, moved, CURRENT + "\n" + SEAT)
    ends = [b.changes for b in redline.blocks() if any("bénévoles" in s.text for s in b.segments)]
    assert ends[0][0] in ends[1]
    assert len(ends[1]) == 2
