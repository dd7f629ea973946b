"""The dates that clocks count from, their order, and where a plan ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sendctl import Plan, load_plan
from sendctl.timeline import event_dates, framework_of, misordered
from sendctl.timeline.dates import plan_end

PlanOf = Callable[[str], Plan]


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_the_inspection_gives_two_events(plan_of: PlanOf) -> None:
    inspection = "inspection: {started: 2022-02-28, ended: 2022-03-04}\n"
    assert event_dates(plan_of(inspection)) == {
        "inspection_started": day("2022-02-28"),
        "inspection_ended": day("2022-03-04"),
    }
    given = event_dates(plan_of(inspection + "events: {inspection_ended: 2022-03-05}"))
    assert given["inspection_ended"] == day("2022-03-05")


PARTS = {
    "strands/1.yaml": (
        "id: '1'\ntitle: A\nactions: [{id: '1.1', title: A, due: 2023-01-10,\n"
        "  milestones: [{title: A, due: %s}]}, {id: '1.2', title: B, due: 2023-01-11}]\n"
    ),
    "weaknesses.yaml": "weaknesses: [{id: W1, wording: A, milestones: [{title: A, due: %s}]}]\n",
    "measures.yaml": (
        "measures: [{id: M1, title: A, target: {value: 5, by: %s}}, {id: M2, title: B}]\n"
    ),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_plan_ends_with_the_last_day_it_sets_itself(
    plan_of: PlanOf, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    plan = plan_of("steps: [{id: a, title: A, due: 2023-02}]\nstated: {x: 2023-02-27}\n")
    for last, end in (("2023-02-27", "2023-02-28"), ("2023-03-01", "2023-03-01")):
        file.write_text(PARTS[name] % last, encoding="utf-8")
        loaded = load_plan(tmp_path).plan
        assert loaded is not None
        assert plan_end(loaded) == day(end)
    assert plan_end(plan) == day("2023-02-28")


def test_milestones_of_measures_belong_to_the_plan(plan_of: PlanOf, tmp_path: Path) -> None:
    text = "measures: [{id: M1, title: A, milestones: [{by: 2023-07, target: 5}]}]\n"
    (tmp_path / "measures.yaml").write_text(text, encoding="utf-8")
    assert plan_end(plan_of("")) == day("2023-07-31")


def test_a_plan_that_sets_no_date_has_no_end(plan_of: PlanOf) -> None:
    assert plan_end(plan_of("steps: [{id: a, title: A}]")) is None


def test_events_in_the_wrong_order(plan_of: PlanOf) -> None:
    framework = framework_of(plan_of("framework: area-send-2016"))
    assert framework is not None
    dates = {"report_received": day("2022-05-19"), "report_published": day("2022-05-18")}
    assert list(misordered(framework, dates)) == [("report_published", "report_received")]
    same = {**dates, "report_published": day("2022-05-19")}
    assert list(misordered(framework, same)) == []
    # The nearest earlier one counts: the revisit's announcement is not known here.
    far = {"revisit_started": day("2022-05-01"), "report_published": day("2022-05-26")}
    assert list(misordered(framework, far)) == [("revisit_started", "report_published")]
