"""Three texts in one redline: whose change is whose, and no text lost."""

from budget import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from test_laws import PIECES

from statuts.diff.inverse import new_text, old_text
from statuts.diff.three import compare_three
from statuts.markdown.read import read
from statuts.model.redline import Author, Op, Redline

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


@settings(max_examples=examples(600), deadline=None)
@given(triples())
def test_all_three_texts_come_back_byte_for_byte(sources: tuple[str, str, str]) -> None:
    redline = redline_of(*sources)
    assert (old_text(redline), middle_text(redline), new_text(redline)) == sources
