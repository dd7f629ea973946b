"""What `--solve`, `--plan-back` and `--chart` print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from sendctl import load_plan
from sendctl.reporters.deadlines_chart import MARKS, chart_text
from sendctl.reporters.what_if import plan_back_text, solutions_text
from sendctl.timeline import State, Timeline, plan_back, solve, timeline_of

TimesOf = Callable[..., Timeline]
PLAN = """
area: Exampleshire
kind: wsoa
framework: area-send-2016
events: {report_published: 2022-05-26}
stated: {wsoa: 2022-08-30}
steps:
  - {id: board, title: The partnership board agrees the draft as a whole, due: 2022-08-05}
  - {id: cabinet, title: Cabinet approves, due: 2022-08-25, working_days: 4}
  - {id: sign, title: Signed, working_days: 1}
"""


@pytest.fixture
def times(tmp_path: Path) -> TimesOf:
    def made(text: str = PLAN, today: str = "2022-08-01") -> Timeline:
        (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
        plan = load_plan(tmp_path).plan
        assert plan is not None
        return timeline_of(plan, date.fromisoformat(today))

    return made


def test_one_receipt(times: TimesOf) -> None:
    assert solutions_text(solve(times().plan), 80).splitlines() == [
        "Written statement of action made, stated as 30 August 2022: which days for",
        "“Report received” would give it?",
        "  Thursday 19 May 2022",
        "  No other day would. This is arithmetic, not evidence: ask when it really was.",
    ]


def test_several_none_and_nothing(times: TimesOf) -> None:
    several = solutions_text(solve(times(PLAN.replace("08-30}", "08-31}")).plan), 80)
    assert several.count("\n  ") == 4
    assert "No other day" not in several
    none = solutions_text(solve(times(PLAN.replace("08-30}", "08-29}")).plan), 80)
    assert "No day at all" in none
    ruled_out = solutions_text(solve(times(PLAN.replace("05-26", "05-18")).plan), 80)
    assert "Thursday 19 May 2022 (other dates in the plan rule it out)" in ruled_out
    assert solutions_text([], 80).startswith("Nothing to solve")


def test_planned_back(times: TimesOf, snapshot: SnapshotAssertion) -> None:
    assert plan_back_text(plan_back(times()), colour=False, width=80) == snapshot


def test_planned_back_in_too_little_time(times: TimesOf) -> None:
    shown = plan_back_text(plan_back(times(today="2022-08-25")), colour=False, width=80)
    # Two working days are left: the steps need six, one of them for the share of the board.
    assert "It does not fit: the first step would be 4 working days before 25 August" in shown
    coloured = plan_back_text(plan_back(times()), colour=True, width=80)
    assert "\x1b[31m25 August 2022" in coloured


def test_chart(times: TimesOf, snapshot: SnapshotAssertion) -> None:
    assert chart_text(times(), colour=False, width=80) == snapshot


@pytest.mark.parametrize("width", [20, 70, 80, 120, 200])
def test_a_chart_fits_the_terminal(times: TimesOf, width: int) -> None:
    shown = chart_text(times(), colour=False, width=width)
    assert max(map(len, shown.splitlines())) <= max(width, 70)
    assert shown.count("◆") == 4


def test_a_chart_without_dates(times: TimesOf) -> None:
    text = chart_text(times("area: A\nkind: wsoa\n"), colour=False, width=80)
    assert text == "No picture: nothing in the timeline has a date."


def test_every_state_has_a_mark() -> None:
    assert set(MARKS) == {*(state.value for state in State), "happened", "planned"}
    assert len(set(MARKS.values())) == len(MARKS)


def test_titles_cannot_steer_the_terminal(times: TimesOf) -> None:
    bidi = "\N{RIGHT-TO-LEFT OVERRIDE}evil"
    timeline = times(PLAN.replace("Signed", bidi).replace("Cabinet approves", bidi))
    shown = chart_text(timeline, colour=False, width=80)
    shown += plan_back_text(plan_back(timeline), colour=False, width=80)
    assert all(character.isprintable() for character in shown.replace("\n", ""))
