"""How a measure stands against its milestones."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sendctl.plan.head import Head
from sendctl.plan.measure import Direction, Measure, MeasuresFile
from sendctl.plan.plan import Plan
from sendctl.plan.scalars import Figure
from sendctl.plan.verdict import Verdict, compare, position

TODAY = date(2022, 9, 30)


def figure(text: str | None) -> Figure | None:
    if text is None:
        return None
    measure = Measure.model_validate({"id": "M", "title": "M", "target": {"value": text}})
    assert measure.target is not None
    return measure.target.value


@pytest.mark.parametrize(
    ("target", "actual", "direction", "expected"),
    [
        ("75%", "83%", "higher", Verdict.MET),
        ("75%", "75%", "higher", Verdict.MET),
        ("75%", "75.0%", "higher", Verdict.MET),
        ("75%", "74.9%", "higher", Verdict.NOT_MET),
        ("1,200", "1300", "higher", Verdict.MET),
        ("12", "11", "lower", Verdict.MET),
        ("12", "12.5", "lower", Verdict.NOT_MET),
        ("yes", "Yes", None, Verdict.MET),
        ("yes", "no", "higher", Verdict.NOT_MET),
        ("12", "12", None, Verdict.MET),
        ("12", "13", None, Verdict.UNCLEAR),
        ("3", "30.8%", "lower", Verdict.UNCLEAR),
        ("10", "fewer than 5", "lower", Verdict.UNCLEAR),
        (None, "5", "lower", Verdict.NO_TARGET),
        ("5", None, "lower", Verdict.NO_FIGURE),
        (None, None, "lower", Verdict.NO_FIGURE),
    ],
)
def test_compare(
    target: str | None, actual: str | None, direction: str | None, expected: Verdict
) -> None:
    way = Direction(direction) if direction else None
    assert compare(figure(target), figure(actual), way) is expected


def measured(*milestones: dict[str, Any]) -> tuple[Plan, Measure]:
    measure = {"id": "M1", "title": "A", "direction": "higher", "milestones": list(milestones)}
    file = MeasuresFile.model_validate({"measures": [measure]})
    head = Head.model_validate({"area": "Westshire", "kind": "wsoa"})
    return Plan(Path(), {"plan.yaml": head, "measures.yaml": file}), file.measures[0]


def test_the_latest_figure_what_is_missing_and_what_comes() -> None:
    plan, measure = measured(
        {"by": "2023-03", "target": "9"},
        {"by": "2022-09", "target": "7"},
        {"by": "2022-06", "target": "5", "actual": {"value": "6", "on": "2022-06-30"}},
        {"by": "2022-08", "target": "6"},
    )
    found = position(plan, measure, TODAY)
    assert found.latest is measure.milestones[2]
    assert found.verdict is Verdict.MET
    assert found.missing == (measure.milestones[3],)
    assert found.coming is measure.milestones[1]  # its last day is today


def test_a_figure_counts_from_the_day_it_is_known() -> None:
    plan, measure = measured(
        {"by": "2022-08", "target": "5", "actual": {"value": "6", "on": "2022-09-30"}}
    )
    assert position(plan, measure, date(2022, 9, 29)).verdict is Verdict.NO_FIGURE
    assert position(plan, measure, date(2022, 9, 29)).missing == measure.milestones
    assert position(plan, measure, date(2022, 9, 30)).verdict is Verdict.MET


def test_no_milestones() -> None:
    plan, measure = measured()
    found = position(plan, measure, TODAY)
    assert (found.latest, found.missing, found.coming) == (None, (), None)
