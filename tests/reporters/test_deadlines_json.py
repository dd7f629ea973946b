"""Timelines as JSON: the shape that others build on, for every case and in full."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sendctl import load_plan
from sendctl.reporters.deadlines_json import Extras, as_json
from sendctl.timeline import Timeline, plan_back, solve, timeline_of

CASES = Path(__file__).parents[1] / "cases"
TEXT_OR_NOT, NUMBER_OR_NOT = (str, type(None)), (int, type(None))
DEADLINE: dict[str, Any] = {
    "key": str,
    "occurrence": NUMBER_OR_NOT,
    "label": str,
    "about": TEXT_OR_NOT,
    "due": TEXT_OR_NOT,
    "counted_from": (dict, type(None)),
    "number": NUMBER_OR_NOT,
    "unit": TEXT_OR_NOT,
    "counting": TEXT_OR_NOT,
    "before": bool,
    "duty": str,
    "force": str,
    "responsible": list,
    "status": str,
    "met_by": TEXT_OR_NOT,
    "done_on": TEXT_OR_NOT,
    "days_left": NUMBER_OR_NOT,
    "working_days_left": NUMBER_OR_NOT,
    "stated": TEXT_OR_NOT,
    "difference_working_days": NUMBER_OR_NOT,
    "margin_working_days": NUMBER_OR_NOT,
    "latest_possible": TEXT_OR_NOT,
    "grade": TEXT_OR_NOT,
    "wording": TEXT_OR_NOT,
    "source": str,
    "provisional": bool,
    "skipped": list,
    "weekend_days": NUMBER_OR_NOT,
    "notes": list,
}
EVENT: dict[str, Any] = {
    "event": str, "label": str, "date": str, "source": TEXT_OR_NOT, "meets": TEXT_OR_NOT,
}  # fmt: skip
PLAN = """
area: Siân
kind: wsoa
as_at: 2022-08-24
framework: area-send-2016
events: {report_received: 2022-05-19}
stated: {wsoa: 2022-08-31}
authorities: [council]
steps: [{id: sign, title: Sign, due: 2022-08-30, working_days: 2}]
"""
OWNERS = "bodies: {council: {name: The council}}\n"


def has_shape(value: dict[str, Any], shape: dict[str, Any]) -> None:
    assert list(value) == list(shape)
    for key, kind in shape.items():
        assert isinstance(value[key], kind), key
        assert isinstance(value[key], bool) is (kind is bool), key


def plans() -> list[Path]:
    bad = [path.parent for path in CASES.glob("bad/*/plan/plan.yaml")]
    return sorted([*bad, *(path.parent for path in CASES.glob("good/*/plan.yaml"))])


@pytest.fixture
def timeline(tmp_path: Path) -> Timeline:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "owners.yaml").write_text(OWNERS, encoding="utf-8")
    plan = load_plan(tmp_path).plan
    assert plan is not None
    return timeline_of(plan, plan.today())


@pytest.mark.parametrize("folder", plans(), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_deadlines_of_every_case(folder: Path) -> None:
    plan = load_plan(folder).plan
    if plan is None:
        return
    timeline = timeline_of(plan, plan.today())
    found = json.loads(as_json([("plans/a", timeline, Extras())]))
    assert list(found) == ["plan", "today", "deadlines", "events", "supposed"]
    assert found["plan"] == "plans/a"
    assert found["today"] == timeline.today.isoformat()
    for deadline in found["deadlines"]:
        has_shape(deadline, DEADLINE)
        if deadline["counted_from"]:
            has_shape(deadline["counted_from"], {"event": str, "date": TEXT_OR_NOT})
    for event in found["events"]:
        has_shape(event, EVENT)


def test_deadline_in_full(timeline: Timeline) -> None:
    written = json.loads(as_json([("plans/a", timeline, Extras())]))["deadlines"]
    found = {one["key"]: one for one in written}
    source = found["wsoa"].pop("source")
    assert "SI 2015/1792" in source
    assert found["wsoa"] == {
        "key": "wsoa",
        "occurrence": None,
        "label": "Written statement of action made",
        "about": None,
        "due": "2022-08-30",
        "counted_from": {"event": "report_received", "date": "2022-05-19"},
        "number": 70,
        "unit": "working_days",
        "counting": "excluding",
        "before": False,
        "duty": "area",
        "force": "statutory",
        "responsible": ["council"],
        "status": "due",
        "met_by": "wsoa_submitted",
        "done_on": None,
        "days_left": 7,
        "working_days_left": 4,
        "stated": "2022-08-31",
        "difference_working_days": 1,
        "margin_working_days": None,
        "latest_possible": None,
        "grade": "B",
        "wording": (
            "The written statement of action is made within 70 working days of receiving the "
            "report."
        ),
        "provisional": False,
        "skipped": [
            {"date": "2022-06-02", "name": "Spring bank holiday"},
            {"date": "2022-06-03", "name": "Platinum Jubilee bank holiday"},
            {"date": "2022-08-29", "name": "Summer bank holiday"},
        ],
        "weekend_days": 30,
        "notes": [
            "Stated by the area.",
            (
                "On 1 July 2022 integrated care boards took the place of clinical commissioning "
                "groups, which ended on 30 June 2022."
            ),
        ],
    }


def test_what_was_asked_beside_it(timeline: Timeline) -> None:
    extras = Extras(solve(timeline.plan), plan_back(timeline), days=True)
    found = json.loads(as_json([("plans/a", timeline, extras)]))
    assert found["solutions"] == [
        {
            "key": "wsoa",
            "event": "report_received",
            "stated": "2022-08-31",
            "dates": ["2022-05-20", "2022-05-21", "2022-05-22"],
            "contradicted": [],
        }
    ]
    assert found["plan_back"] == {
        "key": "wsoa",
        "target": "2022-08-31",
        "start": "2022-08-24",
        "short_by_working_days": 0,
        "steps": [
            {
                "id": "sign",
                "title": "Sign",
                "planned": "2022-08-30",
                "proposed": "2022-08-26",
                "working_days": 2,
                "is_share": False,
                "slack_working_days": -1,
            }
        ],
    }
    days = next(one["days"] for one in found["deadlines"] if one["key"] == "wsoa")
    assert days[0] == {"date": "2022-05-19", "number": None, "why_not": "not counted"}
    assert days[1] == {"date": "2022-05-20", "number": 1, "why_not": None}
    assert days[-1] == {"date": "2022-08-30", "number": 70, "why_not": None}
    assert {"date": "2022-06-02", "number": None, "why_not": "Spring bank holiday"} in days


def test_supposed_dates_are_told(timeline: Timeline) -> None:
    supposed = timeline_of(timeline.plan, timeline.today, {"report_received": date(2022, 5, 20)})
    found = json.loads(as_json([("plans/a", supposed, Extras())]))
    assert found["supposed"] == {"report_received": "2022-05-20"}


def test_one_plan_is_an_object_and_several_an_array(timeline: Timeline) -> None:
    one = ("plans/a", timeline, Extras())
    assert isinstance(json.loads(as_json([one])), dict)
    assert len(json.loads(as_json([one], as_list=True))) == 1
    assert len(json.loads(as_json([one, one], as_list=True))) == 2
