"""The association's own rules against what was recorded: the clause is cited, a missing figure is said."""

from dataclasses import replace
from datetime import date

import pytest

from statuts.amend.rules import due, remarks_on, three_months_after
from statuts.model.archive import Association, Basis, Decision, Regime, Resolution, Rule, Votes

NOTICE = Rule("notice", "quinze jours", "article 20", days=15)
QUORUM = Rule("quorum", "un tiers", "article 22", share="1/3")
MAJORITY = Rule("majority", "deux tiers", "article 26", share="2/3")
DECISION = Decision(
    day=date(2026, 6, 20),
    convened=date(2026, 6, 1),
    members=112,
    present=30,
    represented=8,
    resolutions=(Resolution("Objet", votes=Votes(pour=26, contre=13, blancs=5)),),
)


def said(decision: Decision, *rules: Rule) -> list[str]:
    return [str(remark) for remark in remarks_on(decision, Association("A", rules=rules), "statuts")]


def test_a_decision_that_keeps_every_rule_is_not_remarked_on() -> None:
    assert said(DECISION, NOTICE, QUORUM, MAJORITY) == []


@pytest.mark.parametrize(
    ("changed", "rule", "expected"),
    [
        ({"convened": date(2026, 6, 6)}, NOTICE, "convened 14 days before, where article 20 wants 15."),
        ({"present": 29}, QUORUM, "37 members present or represented, where article 22 wants 38."),
        (
            {"resolutions": (Resolution("Objet", votes=Votes(pour=25, contre=13)),)},
            MAJORITY,
            "25 votes for, where article 26 wants 26 of 38.",
        ),
        (
            {"convened": None},
            NOTICE,
            "article 20 was not checked: the day of the convocation is not recorded.",
        ),
        (
            {"members": None},
            QUORUM,
            "article 22 was not checked: the members, or those present, are not recorded.",
        ),
        (
            {"resolutions": (Resolution("Objet"),)},
            MAJORITY,
            "article 26 was not checked: the votes, or what they are counted on, are not recorded.",
        ),
    ],
)
def test_what_does_not_keep_a_rule_is_said_with_its_clause(
    changed: dict[str, object], rule: Rule, expected: str
) -> None:
    assert said(replace(DECISION, **changed), rule) == [expected]  # type: ignore[arg-type]


def test_more_than_half_is_not_half_and_what_is_counted_on_matters() -> None:
    half = Rule("majority", "majorité", "article 26", share="1/2")
    tie = replace(DECISION, resolutions=(Resolution("Objet", votes=Votes(pour=19, contre=19)),))
    assert said(tie, half) == ["19 votes for, where article 26 wants 20 of 38."]
    attending = replace(half, basis=Basis.ATTENDING)
    assert said(DECISION, attending) == []
    assert said(DECISION, replace(half, basis=Basis.MEMBERS)) == [
        "26 votes for, where article 26 wants 57 of 112."
    ]


def test_unanimity_keeps_every_majority_without_a_count() -> None:
    assert (
        said(replace(DECISION, resolutions=(Resolution("Objet", votes=Votes(unanimous=True)),)), MAJORITY)
        == []
    )


def test_a_rule_of_another_text_does_not_count() -> None:
    other = replace(NOTICE, text="reglement-interieur", days=99)
    assert said(DECISION, other) == []


@pytest.mark.parametrize(
    ("day", "limit"),
    [
        (date(2026, 6, 20), date(2026, 9, 20)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2023, 11, 30), date(2024, 2, 29)),
        (date(2026, 12, 31), date(2027, 3, 31)),
        (date(2026, 10, 1), date(2027, 1, 1)),
        (date(2026, 9, 30), date(2026, 12, 30)),
    ],
)
def test_three_months_end_on_the_same_day_or_the_last_of_the_month(day: date, limit: date) -> None:
    assert three_months_after(day) == limit


def test_the_regime_says_what_makes_a_change_count() -> None:
    day = date(2026, 6, 20)
    assert [len(due(Association("A", regime=regime), day)) for regime in Regime] == [1, 2, 1]
    assert "art. 71" in str(due(Association("A", regime=Regime.ALSACE_MOSELLE), day)[0])
