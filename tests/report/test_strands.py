"""No action is ever lost, and none is printed twice."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendctl.report.statement import Statement, statement
from tests.report.rendered import TODAY, MakePlan, Rendered

TWO = {"weaknesses.yaml": {"weaknesses": [{"id": "W1"}, {"id": "W2"}]}}


def _strand(strand: str, weaknesses: list[str], *actions: dict[str, Any], **more: Any) -> Any:
    return {
        f"strands/{strand}.yaml": {
            "id": strand, "title": f"Strand {strand}", "weaknesses": weaknesses,
            "actions": actions, **more,
        }
    }  # fmt: skip


def _printed(view: Statement) -> list[str]:
    """The titles of all actions that are printed in full, in order."""
    here = [part.strands for group in view.groups for part in group.weaknesses]
    return [
        action.title
        for strands in (*here, view.other_strands)
        for strand in strands
        for block in strand.blocks
        for action in block.actions
    ]


def test_an_action_is_printed_with_the_first_weakness_and_mentioned_with_the_others(
    make_plan: MakePlan,
) -> None:
    plan = make_plan(TWO | _strand("1", ["W2", "W1"], {"id": "1.1", "title": "Do it"}))
    first, second = statement(plan, TODAY).groups[0].weaknesses
    assert [strand.id for strand in first.strands] == ["1"]
    assert second.strands == ()
    assert [mention.to.id for mention in second.elsewhere] == ["1.1"]
    assert second.has_actions


def test_a_strand_of_several_weaknesses_is_introduced_once(make_plan: MakePlan) -> None:
    actions = [
        {"id": "1.1", "title": "For two", "weaknesses": ["W2"]},
        {"id": "1.2", "title": "For one", "weaknesses": ["W1"]},
    ]
    plan = make_plan(TWO | _strand("1", ["W1", "W2"], *actions))
    first, second = statement(plan, TODAY).groups[0].weaknesses
    assert [(part.continued, part.anchor) for part in first.strands] == [(False, "strand-1")]
    assert [(part.continued, part.anchor) for part in second.strands] == [(True, "")]
    assert Rendered(plan).findings == []


def test_what_answers_no_weakness_has_its_own_section(make_plan: MakePlan) -> None:
    plan = make_plan(TWO | _strand("9", [], {"id": "9.1", "title": "Keep children safe"}))
    shown = Rendered(plan)
    assert "Other work in this plan" in shown.body
    assert "Keep children safe" in shown.body
    assert shown.findings == []


def test_a_weakness_without_action_says_why(make_plan: MakePlan) -> None:
    weaknesses = [
        {"id": "W1"},
        {"id": "W2", "covered_by": {"weaknesses": ["W1"], "reason": "It is the same work."}},
    ]
    plan = make_plan({"weaknesses.yaml": {"weaknesses": weaknesses}})
    body = Rendered(plan).body
    assert "No action answers this yet." in body
    assert 'Covered by <a href="#weakness-W1">W1</a>' in body
    assert "It is the same work." in body


def test_objectives_stand_between_strand_and_action(make_plan: MakePlan) -> None:
    actions = [
        {"id": "1.1.1", "title": "Under it", "objective": "1.1"},
        {"id": "1.0", "title": "Loose"},
    ]
    objectives = [{"id": "1.1", "title": "Better", "want": "Calm"}, {"id": "1.2", "title": "Empty"}]
    plan = make_plan(TWO | _strand("1", ["W1"], *actions, objectives=objectives))
    (part,) = statement(plan, TODAY).groups[0].weaknesses[0].strands
    found = [
        (block.objective.id if block.objective else None, [action.id for action in block.actions])
        for block in part.blocks
    ]
    assert found == [(None, ["1.0"]), ("1.1", ["1.1.1"]), ("1.2", [])]
    assert statement(plan, TODAY).actions == 2


def test_an_action_can_be_as_bare_as_can_be(make_plan: MakePlan) -> None:
    plan = make_plan(TWO | _strand("1", ["W1"], {"title": "Just do it"}, {"title": "And this"}))
    shown = Rendered(plan)
    for words in ("None yet", "Not yet named", "not yet dated", "Not yet settled"):
        assert words in shown.body
    assert shown.findings == []


def test_ids_that_no_anchor_can_hold_still_get_one_of_their_own(make_plan: MakePlan) -> None:
    actions = [{"id": "A/1", "title": "x"}, {"id": "A+1", "title": "y"}, {"id": "é", "title": "z"}]
    plan = make_plan(TWO | _strand("1", ["W1"], *actions))
    assert Rendered(plan).findings == []


_IDS = st.sampled_from(["W1", "W2", "gone"])
_ACTIONS = st.lists(
    st.fixed_dictionaries(
        {}, optional={"weaknesses": st.lists(_IDS, min_size=1, unique=True),
                      "objective": st.sampled_from(["O1", "O2", "gone"])}
    ),
    max_size=5,
)  # fmt: skip
_STRANDS = st.lists(st.tuples(st.lists(_IDS, unique=True), _ACTIONS), max_size=3)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_STRANDS)
def test_every_action_is_printed_exactly_once(
    make_plan: MakePlan, strands: list[tuple[list[str], list[dict[str, Any]]]]
) -> None:
    files: dict[str, Any] = dict(TWO)
    expected = []
    for number in range(3):
        weaknesses, actions = strands[number] if number < len(strands) else ([], [])
        titles = [f"Action {number}.{index}" for index in range(len(actions))]
        expected += titles
        titled = [{"title": title, **action} for title, action in zip(titles, actions, strict=True)]
        objectives = [{"id": f"O{one}", "title": "x"} for one in (1, 2)] if number == 0 else []
        files |= _strand(str(number), weaknesses, *titled, objectives=objectives)
    plan = make_plan(files)
    assert sorted(_printed(statement(plan, TODAY))) == sorted(expected)
    assert Rendered(plan).findings == []


def test_a_draft_with_ids_used_twice_loses_nothing(make_plan: MakePlan) -> None:
    actions = [{"id": "1.1", "title": "One"}, {"id": "1.1", "title": "Other"}]
    plan = make_plan(
        {"weaknesses.yaml": {"weaknesses": [{"id": "W1"}, {"id": "W1"}]}}
        | _strand("1", ["W1"], *actions)
    )
    shown = Rendered(plan, draft=True)
    assert _printed(statement(plan, TODAY)) == ["One", "Other"]
    assert shown.findings == []
