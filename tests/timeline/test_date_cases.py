"""Real areas, row by row: what their sources state, and what follows from it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from sendctl import Plan
from sendctl.timeline import Deadline, framework_of, solve
from sendctl.workdays import Counting, WorkingCalendar

PlanOf = Callable[[str], Plan]
Ask = Callable[..., dict[str, Deadline]]
FRAMEWORKS = {"WSOA": ("area-send-2016", "wsoa"), "PAP": ("area-send-2023", "pap")}


class Case(NamedTuple):
    """One row of the table."""

    area: str
    plan: str
    received: str
    published: str
    deadline_stated: str
    submitted: str
    working_days: str
    convention: str
    note: str

    @property
    def text(self) -> str:
        """The row as the end of a plan.yaml."""
        framework, key = FRAMEWORKS[self.plan]
        events = {
            "report_received": self.received,
            "report_published": self.published,
            f"{key}_submitted": self.submitted,
        }
        given = ", ".join(f"{name}: {day}" for name, day in events.items() if day)
        stated = f"stated: {{{key}: {self.deadline_stated}}}\n" if self.deadline_stated else ""
        return f"framework: {framework}\nevents: {{{given}}}\n{stated}"

    @property
    def key(self) -> str:
        return FRAMEWORKS[self.plan][1]


with (Path(__file__).parent / "date-cases.csv").open(encoding="utf-8", newline="") as _file:
    ROWS = [Case(**row) for row in csv.DictReader(_file)]
CASES = {case.area: case for case in ROWS}


def test_all_rows_are_here() -> None:
    assert list(CASES) == ["Bracknell Forest", "Blackpool", "Torbay", "BCP", "Oxfordshire"]


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case.area)
def test_the_rule_is_the_one_of_the_table(case: Case, plan_of: PlanOf) -> None:
    framework = framework_of(plan_of(case.text))
    assert framework is not None
    clock = framework.clocks[case.key]
    assert clock.number == int(case.working_days)
    assert clock.counting.value == case.convention


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case.area)
def test_what_is_stated_stands_and_nothing_is_guessed(case: Case, ask: Ask) -> None:
    found = ask(case.text, case.published)[case.key]
    assert (found.stated.isoformat() if found.stated else "") == case.deadline_stated
    assert (found.due is not None) is bool(case.received)
    assert (found.latest_possible is None) is bool(case.received)


def test_bracknell_forest_agrees_to_the_day(ask: Ask) -> None:
    found = ask(CASES["Bracknell Forest"].text)["wsoa"]
    assert found.due == found.stated == date(2022, 6, 7)
    assert found.difference_working_days == 0
    received = date(2022, 2, 22)
    including = WorkingCalendar().add(received, 70, Counting.INCLUDING)
    assert including.date == date(2022, 6, 6)
    naive = WorkingCalendar(removed={date(2022, 6, 3): "as if it were worked"})
    assert naive.add(received, 70).date == date(2022, 6, 6)


@pytest.mark.parametrize(
    ("area", "receipts"),
    [
        ("Blackpool", ["2022-05-19"]),
        ("Torbay", ["2022-01-06"]),
        ("BCP", ["2021-08-31"]),
        ("Bracknell Forest", ["2022-02-22"]),
    ],
)
def test_which_receipts_would_give_the_stated_deadline(
    plan_of: PlanOf, area: str, receipts: list[str]
) -> None:
    (solution,) = solve(plan_of(CASES[area].text))
    assert [day.isoformat() for day in solution.dates] == receipts


def test_sixty_five_working_days_from_publication() -> None:
    calendar = WorkingCalendar()
    gaps = {
        area: calendar.between(
            date.fromisoformat(case.published),
            date.fromisoformat(case.deadline_stated or case.submitted),
        )
        for area, case in CASES.items()
    }
    assert gaps == {
        "Bracknell Forest": 65,
        "Blackpool": 65,
        "Torbay": 65,
        "BCP": 70,
        "Oxfordshire": 27,
    }


def test_oxfordshire_submitted_on_the_day_that_an_implied_receipt_gives(ask: Ask) -> None:
    case = CASES["Oxfordshire"]
    assert ask(case._replace(received="2023-09-05").text)["pap"].due == date(2023, 10, 24)
    unknown = ask(case.text, "2023-11-01")["pap"]
    assert unknown.due is None
    assert unknown.done_on == date(2023, 10, 24)
