"""Proposals as values: operations make the text, tell the whole truth about it, and numbers follow."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuts.amend.derive import operations_between, unexplained
from statuts.amend.merge import merge
from statuts.amend.outcome import outcome
from statuts.amend.overlay import overlaid
from statuts.amend.parts import parts_of, with_kept_ids
from statuts.amend.renumber import renumbered
from statuts.amend.terms import replaced_everywhere
from statuts.amend.three_way import merged
from statuts.errors import ProposalError
from statuts.model.document import SectionKind
from statuts.model.operations import WORDED, Act, Operation
from statuts.model.parts import Part, joined
from statuts.model.proposal import NEXT, Numbering, Proposal, Stage

STATUTES = """# Statuts

## Article 1er – Objet

Un espace neutre, au sens de l'article 9 de la loi du 1er juillet 1901.

## Article 2 – Siège

À Paris.

## Article 3 – Membres

Voir les articles 2 et 4, et l'article 1er.

## Article 4 – Bureau

Le bureau applique l'article 3.
"""

parts_lists = st.lists(
    st.builds(
        Part,
        st.sampled_from([SectionKind.ARTICLE, SectionKind.ANNEX]),
        st.sampled_from("abcdefgh"),
        st.sampled_from(["un\n", "deux\n", "trois\n"]),
        st.just(""),
    ),
    max_size=8,
    unique_by=lambda part: part.id,
).map(tuple)


def base() -> tuple[Part, ...]:
    return parts_of(STATUTES)


def proposal(*operations: Operation, numbering: Numbering = Numbering.KEEP, **wordings: str) -> Proposal:
    return Proposal(
        "statuts",
        "essai",
        "Essai",
        "2020",
        "0" * 64,
        operations=operations,
        numbering=numbering,
        wordings=wordings,
    )


@settings(max_examples=1000, deadline=None)
@given(parts_lists, parts_lists)
def test_the_operations_between_two_states_make_the_second_of_the_first(
    old: tuple[Part, ...], new: tuple[Part, ...]
) -> None:
    kinds = {part.id: part.kind for part in old}
    new = tuple(part._replace(kind=kinds.get(part.id, part.kind)) for part in new)
    operations = operations_between(old, new)
    worded = {operation.article for operation in operations if operation.act in WORDED}
    wordings = {part.id: part.markdown for part in new if part.id in worded}
    assert overlaid(old, operations, wordings) == new
    assert list(unexplained(old, new, operations)) == []


@settings(max_examples=500, deadline=None)
@given(parts_lists, parts_lists, st.randoms())
def test_an_operation_left_out_is_missed(
    old: tuple[Part, ...], new: tuple[Part, ...], chance: object
) -> None:
    kinds = {part.id: part.kind for part in old}
    new = tuple(part._replace(kind=kinds.get(part.id, part.kind)) for part in new)
    operations = list(operations_between(old, new))
    if operations:
        operations.pop(chance.randrange(len(operations)))  # type: ignore[attr-defined]
        assert list(unexplained(old, new, operations))


def test_the_order_of_operations_does_not_matter() -> None:
    operations = (
        Operation(Act.REPEAL, "siege"),
        Operation(Act.INSERT, "duree", "objet"),
        Operation(Act.INSERT, "moyens", "duree"),
        Operation(Act.MOVE, "bureau", "objet"),
    )
    wordings = {"duree": "## Durée\n", "moyens": "## Moyens\n"}
    first = overlaid(base(), operations, wordings)
    assert [part.id for part in first] == ["intitule", "objet", "bureau", "duree", "moyens", "membres"] or [
        part.id for part in first
    ] == ["intitule", "objet", "duree", "moyens", "bureau", "membres"]


def test_renumbering_carries_references_over_and_never_those_to_laws() -> None:
    found = outcome(
        base(),
        proposal(
            Operation(Act.INSERT, "duree", "objet"),
            numbering=Numbering.SEQUENCE,
            duree="## Article 2 – Durée\n\nIllimitée.\n",
        ),
    )
    text = joined(found.parts)
    assert "## Article 2 – Durée" in text
    assert "## Article 3 – Siège" in text
    assert "Voir les articles 3 et 5, et l'article 1er." in text
    assert "Le bureau applique l'article 4." in text
    assert "l'article 9 de la loi du 1er juillet 1901" in text
    assert [(c.act, c.article, c.old, c.new) for c in found.consequences if c.act is Act.REFERENCE] == [
        (Act.REFERENCE, "membres", "2", "3"),
        (Act.REFERENCE, "membres", "4", "5"),
        (Act.REFERENCE, "bureau", "3", "4"),
    ]
    acts = {(operation.act, operation.article) for operation in found.operations}
    assert acts == {
        (Act.INSERT, "duree"),
        *((Act.RENUMBER, name) for name in ("siege", "membres", "bureau")),
        *((Act.REFERENCE, name) for name in ("membres", "bureau")),
    }
    assert list(unexplained(base(), found.parts, found.operations)) == []


def test_an_article_inserted_with_an_adverb_moves_no_other() -> None:
    found = outcome(
        base(),
        proposal(
            Operation(Act.INSERT, "duree", "siege"),
            Operation(Act.INSERT, "moyens", "duree"),
            numbering=Numbering.BIS,
            duree="## Article 9 – Durée\n\nIllimitée.\n",
            moyens="## Article 9 – Moyens\n\nTous.\n",
        ),
    )
    text = joined(found.parts)
    assert "## Article 2 bis – Durée" in text
    assert "## Article 2 ter – Moyens" in text
    assert "## Article 3 – Membres" in text


def test_roman_figures_stay_roman_and_the_first_article_keeps_its_er() -> None:
    old = parts_of("## Article I\n\nUn.\n\n## Article II\n\nDeux.\n\n## Article III\n\nVoir l'article II.\n")
    parts, _ = renumbered(old, [old[1], old[2]], Numbering.SEQUENCE)
    assert joined(parts).startswith("## Article I\n\nDeux.\n\n## Article II\n")
    old = parts_of("## Article 1er\n\nUn.\n\n## Article 2\n\nDeux.\n")
    parts, _ = renumbered(old, [old[1]], Numbering.SEQUENCE)
    assert joined(parts) == "## Article 1er\n\nDeux.\n"


def test_divisions_that_count_anew_go_on_counting_anew() -> None:
    text = "# S\n\n## TITRE I – A\n\n### Article 1\n\nUn.\n\n### Article 2\n\nDeux.\n\n## TITRE II – B\n\n### Article 1\n\nTrois.\n\n### Article 2\n\nQuatre.\n"
    old = parts_of(text)
    kept = [part for part in old if "Trois" not in part.markdown]
    parts, _ = renumbered(old, kept, Numbering.SEQUENCE)
    assert joined(parts).endswith("## TITRE II – B\n\n### Article 1er\n\nQuatre.\n")


@pytest.mark.parametrize(
    ("operations", "wordings", "message"),
    [
        ([Operation(Act.REPLACE, "objt")], {"objt": "x"}, "no article"),
        ([Operation(Act.REPEAL, "objet"), Operation(Act.REPLACE, "objet")], {"objet": "x"}, "at once"),
        ([Operation(Act.INSERT, "objet")], {"objet": "x"}, "is there already"),
        ([Operation(Act.REPLACE, "objet")], {}, "missing"),
        (
            [Operation(Act.INSERT, "a", "b"), Operation(Act.INSERT, "b", "a")],
            {"a": "x", "b": "y"},
            "after another",
        ),
        ([Operation(Act.REPEAL, "siege"), Operation(Act.INSERT, "a", "siege")], {"a": "x"}, "is repealed"),
        ([], {"inconnu": "x"}, "belongs to no operation"),
        ([Operation(Act.MOVE, "objet", "siege")] * 2, {}, "twice"),
    ],
)
def test_what_cannot_be_applied_is_refused_as_a_whole(
    operations: list[Operation], wordings: dict[str, str], message: str
) -> None:
    with pytest.raises(ProposalError, match=message) as found:
        overlaid(base(), operations, wordings)
    assert found.value.hint


def test_a_term_is_replaced_as_whole_words_and_near_forms_are_left_for_people() -> None:
    text = (
        "## Article 1\n\nUn espace neutre. Neutre, il respecte la neutralité des membres neutres. NEUTRE !\n"
    )
    changed, hits, near = replaced_everywhere(parts_of(text), "neutre", "apartisan")
    assert changed["article-1"].endswith(
        "Un espace apartisan. Apartisan, il respecte la neutralité des membres neutres. APARTISAN !\n"
    )
    assert [hit.written for hit in hits] == ["neutre", "Neutre", "NEUTRE"]
    assert [hit.written for hit in near] == ["neutralité", "neutres"]


def test_an_article_keeps_its_id_through_renumbering_and_retitling() -> None:
    new = STATUTES.replace("Article 4 – Bureau", "Article 5 – Collège").replace(
        "## Article 3", "## Article 3 – Durée\n\nIllimitée.\n\n## Article 4"
    )
    ids = [part.id for part in with_kept_ids(parts_of(new), base())]
    assert ids == ["intitule", "objet", "siege", "duree", "membres", "bureau"]


def test_a_proposal_adopted_in_part_touches_those_articles_alone() -> None:
    whole = proposal(
        Operation(Act.REPLACE, "objet"),
        Operation(Act.REPEAL, "siege"),
        objet="## Article 1er – Objet\n\nUn espace apartisan.\n",
    )
    found = outcome(base(), whole, only=["siege"])
    assert [operation.article for operation in found.operations] == ["siege"]
    with pytest.raises(ProposalError, match="does not touch"):
        outcome(base(), whole, only=["bureau"])


def test_no_way_leads_out_of_what_is_decided() -> None:
    assert NEXT[Stage.ADOPTED] == NEXT[Stage.REFUSED] == frozenset()
    assert set(NEXT) == set(Stage)
    assert replace(proposal(), stage=Stage.PROPOSED).stage in NEXT


words = st.lists(
    st.sampled_from("le la un bureau membre vote à de . ,".split()), min_size=1, max_size=12
).map(" ".join)


@settings(max_examples=2000, deadline=None)
@given(words, words, words)
def test_two_changes_of_one_wording_merge_alike_in_both_orders(old: str, one: str, other: str) -> None:
    assert merged(old, one, other) == merged(old, other, one)
    assert merged(old, one, old) == one
    assert merged(old, old, other) == other
    assert merged(old, one, one) == one


def test_changes_that_do_not_meet_are_both_made_and_those_that_do_are_not_guessed() -> None:
    old = "Le bureau est élu pour deux ans par l'assemblée."
    one, other = old.replace("deux", "trois"), old.replace("bureau", "conseil")
    assert merged(old, one, other) == "Le conseil est élu pour trois ans par l'assemblée."
    assert merged(old, one, old.replace("deux", "quatre")) is None


def named(name: str, *operations: Operation, **wordings: str) -> Proposal:
    return replace(proposal(*operations, **wordings), name=name)


def test_proposals_that_do_not_meet_give_the_same_text_in_any_order() -> None:
    one = named(
        "un", Operation(Act.REPLACE, "objet"), objet="## Article 1er – Objet\n\nUn espace apartisan.\n"
    )
    two = named("deux", Operation(Act.INSERT, "duree", "siege"), duree="## Durée\n\nIllimitée.\n")
    three = named("trois", Operation(Act.INSERT, "moyens", "siege"), moyens="## Moyens\n\nTous.\n")
    four = named("quatre", Operation(Act.REPEAL, "bureau"))
    texts = set()
    for order in permutations([one, two, three, four]):
        found = merge(base(), order)
        assert not found.conflicts
        texts.add(joined(overlaid(base(), found.operations, found.wordings)))
    assert len(texts) == 1


def test_what_was_to_follow_a_repealed_article_follows_the_one_before_it() -> None:
    one = named("un", Operation(Act.REPEAL, "siege"))
    two = named("deux", Operation(Act.INSERT, "duree", "siege"), duree="## Durée\n\nIllimitée.\n")
    found = merge(base(), [one, two])
    ids = [part.id for part in overlaid(base(), found.operations, found.wordings)]
    assert ids == ["intitule", "objet", "duree", "membres", "bureau"]


def test_an_edit_against_a_repeal_names_both_sides_and_both_results() -> None:
    one = named("un", Operation(Act.REPLACE, "siege"), siege="## Article 2 – Siège\n\nÀ Lyon.\n")
    two = named("deux", Operation(Act.REPEAL, "siege"))
    (conflict,) = merge(base(), [one, two]).conflicts
    assert (conflict.meeting, conflict.article, conflict.names) == ("repeal", "siege", ("deux", "un"))
    assert conflict.results == ("", "## Article 2 – Siège\n\nÀ Lyon.\n")


def test_two_wordings_of_the_same_words_are_a_conflict_and_others_are_read_again() -> None:
    one = named(
        "un",
        Operation(Act.REPLACE, "membres"),
        membres="## Article 3 – Membres\n\nVoir les articles 2 et 5, et l'article 1er.\n",
    )
    two = named(
        "deux",
        Operation(Act.REPLACE, "membres"),
        membres="## Article 3 – Membres\n\nVoir les articles 2 et 6, et l'article 1er.\n",
    )
    three = named(
        "trois",
        Operation(Act.REPLACE, "membres"),
        membres="## Article 3 – Adhérents\n\nVoir les articles 2 et 4, et l'article 1er.\n",
    )
    assert [c.meeting for c in merge(base(), [one, two]).conflicts] == ["wording"]
    found = merge(base(), [one, three])
    assert not found.conflicts
    assert found.shared == ("membres",)
    assert (
        found.wordings["membres"]
        == "## Article 3 – Adhérents\n\nVoir les articles 2 et 5, et l'article 1er.\n"
    )


def test_a_new_heading_alone_is_a_retitling() -> None:
    new = [part._replace(markdown=part.markdown.replace("Siège", "Siège social")) for part in base()]
    assert [(op.act, op.article) for op in operations_between(base(), new)] == [(Act.RETITLE, "siege")]
    wordings = {"siege": new[2].markdown}
    assert list(overlaid(base(), [Operation(Act.RETITLE, "siege")], wordings)) == new
