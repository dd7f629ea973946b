from __future__ import annotations

import pytest

from sendctl.plan.kind import Kind
from sendctl.plan.weakness import WeaknessKind
from sendctl.report.nouns import KINDS, WEAKNESSES, lower_first, plural, weakness_noun, words_of
from tests.report.rendered import MakePlan


def test_every_kind_has_its_nouns() -> None:
    assert set(KINDS) == set(Kind)
    assert set(WEAKNESSES) == set(WeaknessKind)
    assert [KINDS[kind].document for kind in Kind] == ["wsoa", "pap", "app", "plan", "plan"]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("action", "actions"),
        ("priority", "priorities"),
        ("pathway", "pathways"),
        ("focus area", "focus areas"),
        ("area of focus", "areas of focus"),
        ("area for priority action", "areas for priority action"),
        ("process", "processes"),
        ("KPI", "KPIs"),
    ],
)
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Workstream", "workstream"), ("KPI", "KPI"), ("A", "a"), ("", ""), ("Is it", "is it")],
)
def test_lower_first(text: str, expected: str) -> None:
    assert lower_first(text) == expected


def test_a_plan_sets_its_own_words(make_plan: MakePlan) -> None:
    plan = make_plan(vocabulary={"strand": "Priority", "measure": "KPI"})
    words = words_of(plan)
    assert (words.strand.plural, words.measure.plural, words.action.plural) == (
        "priorities",
        "KPIs",
        "actions",
    )


def test_its_word_for_weaknesses_is_for_its_usual_kind(make_plan: MakePlan) -> None:
    plan = make_plan(kind="priority_action_plan", vocabulary={"weakness": "Area for action"})
    assert weakness_noun(plan, WeaknessKind.PRIORITY_ACTION).plural == "areas for action"
    assert weakness_noun(plan, WeaknessKind.IMPROVEMENT).plural == "areas for improvement"
