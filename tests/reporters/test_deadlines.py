"""Deadlines as a table."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from sendctl import load_plan
from sendctl.reporters.deadlines import as_text
from sendctl.timeline import timeline_of

PLAN = """
area: Exampleshire
kind: wsoa
banner: Example. Not a real plan.
framework: area-send-2016
events:
  report_received: 2022-05-19
  report_published: 2022-05-26
  report_published_locally: 2022-05-26
  wsoa_submitted: 2022-09-01
  wsoa_judged_fit: 2022-09-16
stated:
  wsoa: {due: 2022-08-31, source: Letter of 1 June, note: Agreed with Ofsted.}
steps:
  - {id: cabinet, title: Cabinet approves, due: 2022-10}
  - {id: print, title: Printed in large print and braille for everybody who asked, due: 2022-09-28}
"""
Show = Callable[..., str]


@pytest.fixture
def show(tmp_path: Path) -> Show:
    def shown(
        text: str = PLAN,
        *,
        colour: bool = False,
        width: int = 80,
        explain: bool = False,
        days: bool = False,
        supposed: dict[str, date] | None = None,
    ) -> str:
        (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
        plan = load_plan(tmp_path).plan
        assert plan is not None
        timeline = timeline_of(plan, date(2022, 9, 30), supposed)
        return as_text(timeline, colour=colour, width=width, explain=explain, days=days)

    return shown


def test_table(show: Show, snapshot: SnapshotAssertion) -> None:
    assert show() == snapshot


def test_every_reason(show: Show, snapshot: SnapshotAssertion) -> None:
    assert show(explain=True) == snapshot


def test_colour_only_when_asked(show: Show) -> None:
    plain, coloured = show(), show(colour=True)
    assert "\x1b" not in plain
    assert "\x1b[33m" in coloured or "\x1b[31m" in coloured
    bare = re.sub(r"\x1b\[[\d;]+m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@pytest.mark.parametrize("width", [20, 60, 80, 120, 250])
def test_any_width(show: Show, width: int) -> None:
    shown = show(width=width, explain=True)
    assert "".join(shown.split()).count("Cabinetapproves") == 2
    if width >= 80:
        assert max(map(len, shown.splitlines())) <= width


def test_the_next_deadline_of_the_area_is_marked(show: Show) -> None:
    marked = [line for line in show().splitlines() if line.startswith(">")]
    assert len(marked) == 1
    assert "28 September 2022" in marked[0]
    assert "overdue by 2 working days" in marked[0]


def test_no_deadlines(show: Show) -> None:
    shown = show("area: Exampleshire\nkind: wsoa\n")
    assert shown.splitlines() == [
        "Exampleshire: deadlines on 30 September 2022",
        "",
        "No deadlines: the plan names no framework and no steps.",
    ]


def test_nothing_that_others_wrote_steers_the_terminal(show: Show) -> None:
    bidi = "\N{RIGHT-TO-LEFT OVERRIDE}evil\N{ZERO WIDTH SPACE}"
    shown = show(
        f"area: {bidi}\nkind: wsoa\nbanner: {bidi}\nframework: area-send-2016\n"
        f"stated: {{wsoa: {{due: 2022-08-30, source: {bidi}, note: {bidi}}}}}\n"
        f"steps: [{{id: a, title: {bidi}, due: 2022-10}}]\n",
        explain=True,
    )
    assert all(character.isprintable() for character in shown.replace("\n", ""))


def test_a_title_over_lines_is_one_line(show: Show) -> None:
    shown = show(
        "area: |\n  Example\n  shire\nkind: wsoa\n"
        "steps:\n  - id: a\n    due: 2022-10\n    title: |\n      Cabinet\n      approves\n",
        explain=True,
    )
    assert shown.startswith("Example shire: deadlines on")
    assert shown.count("Cabinet approves") == 3


def test_the_head_says_what_comes_next_and_what_is_overdue(show: Show) -> None:
    lines = show().splitlines()
    assert lines[2] == "1 deadline overdue."
    assert lines[3].startswith("Next: Printed in large print and braille")
    assert "(overdue by 2 working days)" in " ".join(lines[3:5])


def test_what_is_supposed_is_said(show: Show) -> None:
    shown = show(supposed={"report_received": date(2022, 5, 20)})
    said = "Supposed for this answer, not in the plan: report_received on 20 May 2022."
    assert said in " ".join(shown.split())
    assert "31 August 2022" in shown


def test_events_stand_among_the_deadlines(show: Show) -> None:
    rows = [line for line in show().splitlines() if line.rstrip().endswith("happened")]
    assert [row.split("  ")[1].strip() for row in rows] == ["19 May 2022", "26 May 2022"]


def test_every_day_of_a_count(show: Show) -> None:
    lines = show(explain=True, days=True).splitlines()
    counted = [line for line in lines if re.match(r"^ +(\d+|-)  \w+day ", line)]
    assert "    -  Thursday 19 May 2022  not counted" in counted
    assert "    1  Friday 20 May 2022" in counted
    assert "    -  Thursday 2 June 2022  Spring bank holiday" in counted
    assert "   70  Tuesday 30 August 2022" in counted
    assert not any(
        re.match(r"^ +(\d+|-)  \w+day ", line) for line in show(explain=True).split("\n")
    )
