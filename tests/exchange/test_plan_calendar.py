"""Every date of a plan in a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from sendctl.exchange.calendar import calendar_bytes
from sendctl.exchange.deadlines import calendar_entries
from sendctl.exchange.plan_calendar import plan_entries
from sendctl.plan import Plan, load_plan
from sendctl.timeline import timeline_of

ROOT = Path(__file__).parent.parent.parent

FILES = {
    "plan.yaml": """
area: Ex
kind: wsoa
framework: area-send-2016
events: {report_received: 2022-05-19, report_published: 2022-05-26}
steps: [{id: cabinet, title: Cabinet, due: 2022-08-15, owner: p}]
reviews: [{on: 2022-11-15, with: [a]}]
""",
    "owners.yaml": "bodies: {a: {name: A}, b: {name: B}}\nposts: {p: {title: P, body: a}}\n",
    "weaknesses.yaml": "weaknesses: [{id: W, responsible: b, milestones: [{due: 2022-12}]}]\n",
    "measures.yaml": """
measures:
  - id: M
    title: Waits
    owner: b
    target: {value: 5, by: 2023-07}
    milestones: [{by: 2022-07, actual: {value: 9, on: 2022-07-31}}, {by: 2022-12, target: 7}]
""",
    "reports/r.yaml": "title: R\nrelevant_officer: p\nmeetings: [{body: C, date: 2022-10-04}]\n",
    "strands/1.yaml": """
id: s
title: S
actions:
  - id: "1.10"
    title: Map
    due: 2022-12
    owners: {lead: p}
    status: in_progress
    moved: [{from: 2022-10, to: 2022-12, on: 2022-09-01}]
    milestones: [{title: Half, due: 2022-10-03}, {title: Half, due: 2022-11-03, done: 2022-11-01}]
  - {id: "1.11", title: Done, due: 2022-07, status: complete, owners: {partners: b}}
  - {id: "1.12", title: Stopped, due: 2022-12-09, status: stopped}
  - {id: "1.13", title: Ongoing, due: ongoing}
  - {title: Nameless, due: 2022-12-24}
""",
}
Make = Callable[..., Plan]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(**changed: str) -> Plan:
        for name, text in {**FILES, **changed}.items():
            file = tmp_path / "ex" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        plan = load_plan(tmp_path / "ex").plan
        assert plan is not None
        return plan

    return made


def events(plan: Plan, owners: set[str] | None = None, day: str = "2022-09-30") -> dict[str, Any]:
    timeline = timeline_of(plan, date.fromisoformat(day))
    written = calendar_bytes("x", plan_entries(timeline, owners), timeline.today)
    found = Calendar.from_ical(written).walk("VEVENT")
    by_uid = {str(event["uid"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def own(found: dict[str, Any]) -> dict[str, tuple[date, str]]:
    """What is no deadline, by the name in its UID."""
    return {
        key.removeprefix("Ex/ex/").removesuffix("@sendctl"): (
            event["dtstart"].dt, str(event["summary"]),
        )
        for key, event in found.items()
        if not key.endswith("/1@sendctl")
    }  # fmt: skip


def test_every_date_has_an_entry(make: Make) -> None:
    assert own(events(make())) == {
        "action:1.10": (date(2022, 12, 31), "Ex: 1.10 Map (December 2022)"),
        "action:1.10:Half": (date(2022, 10, 3), "Ex: 1.10 Half"),
        "action:1.10:Half/2": (date(2022, 11, 3), "Ex: 1.10 Half (done)"),
        "action:1.11": (date(2022, 7, 31), "Ex: 1.11 Done (done, July 2022)"),
        "action:1.12": (date(2022, 12, 9), "Ex: 1.12 Stopped (stopped)"),
        "strands%2F1.yaml:Nameless": (date(2022, 12, 24), "Ex: Nameless"),
        "weakness:W:milestone": (date(2022, 12, 31), "Ex: W milestone (December 2022)"),
        "measure:M:2022-07": (date(2022, 7, 31), "Ex: M Waits (figure known, July 2022)"),
        "measure:M:2022-12": (date(2022, 12, 31), "Ex: M Waits (December 2022)"),
        "measure:M:target": (date(2023, 7, 31), "Ex: M Waits (July 2023)"),
        "review:2022-11-15": (date(2022, 11, 15), "Ex: Review meeting"),
        "meeting:r:1": (date(2022, 10, 4), "Ex: Meeting: C"),
    }


def test_deadlines_are_those_of_the_deadlines_command(make: Make) -> None:
    timeline = timeline_of(make(), date(2022, 9, 30))
    theirs = [entry.uid for entry in calendar_entries(timeline)]
    assert "Ex/ex/wsoa/1@sendctl" in theirs
    assert [one.uid for one in plan_entries(timeline)][: len(theirs)] == theirs


def test_of_one_owner(make: Make) -> None:
    mine = events(make(), {"p"})
    assert set(own(mine)) == {
        "action:1.10", "action:1.10:Half", "action:1.10:Half/2", "meeting:r:1",
    }  # fmt: skip
    assert "Ex/ex/step:cabinet/1@sendctl" in mine
    assert "Ex/ex/wsoa/1@sendctl" not in mine
    assert {"weakness:W:milestone", "measure:M:2022-12", "action:1.11"} <= set(
        own(events(make(), {"b"}))
    )


def test_what_it_tells_and_when_it_reminds(make: Make) -> None:
    found = events(make())
    action = found["Ex/ex/action:1.10@sendctl"]
    assert str(action["description"]).splitlines() == [
        "Who: P, A.",
        "How it stands: In progress.",
        "Moved on 1 September 2022 from October 2022.",
        "Position as at 2022-09-30.",
    ]
    assert len(action.walk("VALARM")) == 1
    for name in ("action:1.10:Half", "action:1.11", "action:1.12", "measure:M:2022-07"):
        assert found[f"Ex/ex/{name}@sendctl"].walk("VALARM") == [], name
    assert str(found["Ex/ex/action:1.12@sendctl"]["status"]) == "CANCELLED"


def test_a_later_file_updates_an_earlier_one(make: Make) -> None:
    first = events(make())
    strand = FILES["strands/1.yaml"].replace("due: 2022-12\n", "due: 2023-01\n")
    later = events(make(**{"strands/1.yaml": strand}), day="2022-10-01")
    assert first.keys() == later.keys()
    moved = later["Ex/ex/action:1.10@sendctl"]
    assert moved["dtstart"].dt == date(2023, 1, 31)
    assert moved["sequence"] > first["Ex/ex/action:1.10@sendctl"]["sequence"]


def test_the_same_plan_on_the_same_day_gives_the_same_bytes() -> None:
    plan = load_plan(ROOT / "plans/blackpool").plan
    assert plan is not None
    one, other = (
        calendar_bytes("x", plan_entries(timeline_of(plan, plan.today())), plan.today())
        for _ in range(2)
    )
    assert one == other
    assert one.count(b"BEGIN:VEVENT") > 100
    assert max(map(len, one.split(b"\r\n"))) <= 75
