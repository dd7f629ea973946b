"""Who names what in a plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sendctl.plan import Plan, load_plan
from sendctl.plan.links import links

FULL = Path(__file__).parent / "full"

MakePlan = Callable[..., Plan]


def found(plan: Plan) -> list[tuple[str, str, str]]:
    return [(one.source.full, one.relation, one.target.full) for one in links(plan)]


def strand(**more: Any) -> dict[str, Any]:
    return {"strands/1.yaml": {"id": "s", "title": "S", **more}}


WEAKNESSES = {"weaknesses.yaml": {"weaknesses": [{"id": "W1"}, {"id": "W2"}]}}


def test_an_action_answers_what_its_strand_does_unless_it_says_otherwise(
    make_plan: MakePlan,
) -> None:
    actions = [{"id": "1", "title": "x"}, {"id": "2", "title": "x", "weaknesses": "W2"}]
    plan = make_plan({**WEAKNESSES, **strand(weaknesses="W1", actions=actions)})
    assert found(plan) == [
        ("action:1", "strand", "strand:s"),
        ("action:1", "weaknesses", "weakness:W1"),
        ("action:2", "strand", "strand:s"),
        ("action:2", "weaknesses", "weakness:W2"),
        ("strand:s", "weaknesses", "weakness:W1"),
    ]


def test_what_leads_nowhere_is_no_link(make_plan: MakePlan) -> None:
    action = {"id": "1", "title": "x", "measures": "gone", "depends_on": "1", "due": "2022-autumn"}
    plan = make_plan(strand(actions=[action], leads="nobody"))
    assert found(plan) == [
        ("action:1", "strand", "strand:s"), ("action:1", "depends_on", "action:1"),
    ]  # fmt: skip


def test_an_owner_is_found_among_posts_bodies_and_boards(make_plan: MakePlan) -> None:
    plan = make_plan(
        {
            "owners.yaml": {"bodies": {"b": {"name": "B"}}, "posts": {"p": {"title": "P"}}},
            "governance.yaml": {"boards": [{"id": "g", "title": "G", "members": ["b", "p"]}]},
            "risks.yaml": {"risks": [{"id": "R", "title": "x", "owner": ["g", "p"]}]},
        },
        authorities=["b"],
    )
    assert [link[1:] for link in found(plan)] == [
        ("authorities", "body:b"),
        ("owner", "board:g"),
        ("owner", "post:p"),
        ("members", "body:b"),
        ("members", "post:p"),
    ]


def test_actions_without_an_id_and_reports_name_things_too(make_plan: MakePlan) -> None:
    action = {"title": "x", "owners": {"lead": "p"}}
    plan = make_plan(
        {
            "owners.yaml": {"posts": {"p": {"title": "P"}}},
            "reports/r.yaml": {"title": "R", "relevant_officer": "p"},
            **strand(actions=[action]),
        }
    )
    assert found(plan) == [
        ("action:", "strand", "strand:s"),
        ("action:", "owners.lead", "post:p"),
        ("report:r", "relevant_officer", "post:p"),
    ]


def test_no_link_is_told_twice() -> None:
    plan = load_plan(FULL).plan
    assert plan is not None
    told = [(one.source.place, one.relation, one.target.full) for one in links(plan)]
    assert len(told) == len(set(told)) > 50
