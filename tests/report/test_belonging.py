"""What belongs to whom, where and to which weakness."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sendctl.plan import Plan
from sendctl.report.belonging import Belongs, belonging
from sendctl.report.listing import FITTING, items_of

MakePlan = Callable[..., Plan]

FILES: dict[str, Any] = {
    "weaknesses.yaml": {"weaknesses": [{"id": "W1", "responsible": "b"}, {"id": "W2"}]},
    "owners.yaml": {
        "bodies": {"b": {"name": "B"}},
        "posts": {key: {"title": key} for key in ("lead", "does", "idle")},
    },
    "measures.yaml": {
        "measures": [
            {"id": "by-action", "title": "x", "owner": "b"},
            {"id": "by-objective", "title": "x"},
            {"id": "of-weakness", "title": "x", "for": "W2"},
            {"id": "of-strand", "title": "x", "for": "t"},
            {"id": "of-nothing", "title": "x"},
        ]
    },
    "risks.yaml": {
        "risks": [
            {"id": "by-action", "title": "x", "actions": "1"},
            {"id": "itself", "title": "x", "strands": "t", "weaknesses": "W2", "owner": "b"},
        ]
    },
    "strands/1.yaml": {
        "id": "s",
        "title": "S",
        "leads": "lead",
        "weaknesses": "W1",
        "objectives": [{"id": "o", "title": "O", "measures": "by-objective"}],
        "actions": [
            {"id": "1", "title": "x", "owners": {"partners": "does"}, "measures": "by-action"}
        ],
    },
    "strands/2.yaml": {"id": "t", "title": "T", "weaknesses": "W2"},
}


def belongs(owners: str = "", strands: str = "", weaknesses: str = "") -> Belongs:
    return Belongs(set(owners.split()), set(strands.split()), set(weaknesses.split()))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("actions", {"1": belongs("does", "s", "W1")}),
        (
            "measures",
            {
                "by-action": belongs("b", "s", "W1"),
                "by-objective": belongs("", "s", "W1"),
                "of-weakness": belongs("", "", "W2"),
                "of-strand": belongs("", "t", "W2"),
                "of-nothing": belongs(),
            },
        ),
        ("risks", {"by-action": belongs("", "s", "W1"), "itself": belongs("b", "t", "W2")}),
        (
            "owners",
            {
                "b": belongs("b", "", "W1"),
                "lead": belongs("lead", "s", "W1"),
                "does": belongs("does", "s", "W1"),
                "idle": belongs("idle"),
            },
        ),
        (
            "weaknesses",
            {"W1": belongs("b does", "s", "W1"), "W2": belongs("", "t", "W2")},
        ),
    ],
)
def test_what_belongs_where(make_plan: MakePlan, kind: str, expected: dict[str, Belongs]) -> None:
    plan = make_plan(FILES)
    names = [one.name for one in items_of(plan, kind)]
    assert dict(zip(names, belonging(plan, kind), strict=True)) == expected


def test_every_kind_that_is_listed_can_be_narrowed(make_plan: MakePlan) -> None:
    plan = make_plan(FILES)
    for kind in FITTING:
        assert len(belonging(plan, kind)) == len(items_of(plan, kind))
