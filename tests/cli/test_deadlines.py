"""`sendctl deadlines`: formats, what-if, gates."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., Path]

PLAN = """
framework: area-send-2016
events: {report_published: 2022-05-26}
stated: {wsoa: 2022-08-30}
steps:
  - {id: cabinet, title: Cabinet approves, due: 2022-08-15}
"""


@pytest.fixture
def plan(write: Write) -> Path:
    return write(more=PLAN)


def test_every_format(sendctl: Run, plan: Path) -> None:
    begins = {"text": "Siân: deadlines", "json": "{", "csv": "plan,key", "ics": "BEGIN:VCALENDAR",
              "svg": "<svg"}  # fmt: skip
    for form, start in begins.items():
        code, out, err = sendctl("deadlines", "--format", form, "--today", "2022-08-01", cwd=plan)
        assert (code, err) == (0, ""), form
        assert out.startswith(start), form
        assert out.endswith("\n"), form


def test_output_to_a_file(sendctl: Run, plan: Path) -> None:
    code, out, _ = sendctl("deadlines", "--format", "ics", "-o", "out/plan.ics", cwd=plan)
    assert (code, out) == (0, "out/plan.ics\n")
    written = (plan / "out" / "plan.ics").read_bytes()
    assert written.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"\r\r\n" not in written
    sendctl("deadlines", "--format", "csv", "-o", "out/plan.csv", cwd=plan)
    assert (plan / "out" / "plan.csv").read_bytes().startswith(b"\xef\xbb\xbfplan,key")
    code, out, err = sendctl("deadlines", "-o", "plan.yaml/x", cwd=plan)
    assert (code, out) == (2, "")
    assert "plan.yaml/x cannot be written" in err


def test_a_calendar_on_a_pipe_has_its_own_line_ends(process: Run, plan: Path) -> None:
    code, out, _ = process("deadlines", "--format", "ics", cwd=plan)
    assert code == 0
    assert out.count("\r\n") == out.count("\n")


def test_all_plans_in_every_format(sendctl: Run, write: Write) -> None:
    write("plans/a", PLAN)
    write("plans/b", PLAN)
    _, out, _ = sendctl("deadlines", "--all-plans", "--format", "csv")
    assert {row["plan"] for row in csv.DictReader(StringIO(out))} == {"plans/a", "plans/b"}
    _, out, _ = sendctl("deadlines", "--all-plans", "--format", "ics")
    assert out.count("BEGIN:VCALENDAR") == 1
    assert out.count("/wsoa/1@sendctl") == 2
    code, out, err = sendctl("deadlines", "--all-plans", "--format", "svg")
    assert (code, out) == (2, "")
    assert "one plan" in err


def test_set_supposes_a_date(sendctl: Run, plan: Path) -> None:
    supposed = ("--set", "report_received=2022-05-19")
    before = (plan / "plan.yaml").read_bytes()
    _, out, _ = sendctl("deadlines", *supposed, "--format", "json", cwd=plan)
    found = json.loads(out)
    assert found["supposed"] == {"report_received": "2022-05-19"}
    assert {one["key"]: one["due"] for one in found["deadlines"]}["wsoa"] == "2022-08-30"
    assert (plan / "plan.yaml").read_bytes() == before
    code, out, err = sendctl("deadlines", *supposed, "--format", "ics", cwd=plan)
    assert (code, out) == (2, "")
    assert "supposed" in err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("report_recieved=2022-05-19", "Did you mean 'report_received'?"),
        ("report_received", "is not EVENT=DATE"),
        ("report_received=", "is not an exact day"),
        ("report_received=2022-02-30", "no such day"),
        ("=2022-05-19", "has no event ''"),
        ("cabinet=2022-05-19", "has no event 'cabinet'"),
    ],
)
def test_what_cannot_be_supposed(sendctl: Run, plan: Path, given: str, said: str) -> None:
    code, out, err = sendctl("deadlines", "--set", given, cwd=plan)
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())


def test_supposing_the_impossible_is_said(sendctl: Run, plan: Path) -> None:
    code, _, err = sendctl("deadlines", "--set", "report_received=2022-06-01", cwd=plan)
    assert code == 0
    assert "“Report received” (2022-06-01)" in err
    assert "would lie before" in err


def test_solve(sendctl: Run, plan: Path) -> None:
    code, out, _ = sendctl("deadlines", "--solve", cwd=plan)
    assert code == 0
    assert "Thursday 19 May 2022\n" in out
    assert "How it stands" not in out
    _, out, _ = sendctl("deadlines", "--solve", "--format", "json", cwd=plan)
    assert json.loads(out)["solutions"][0]["dates"] == ["2022-05-19"]


def test_plan_back(sendctl: Run, plan: Path) -> None:
    code, out, _ = sendctl("deadlines", "--plan-back", "--today", "2022-08-01", cwd=plan)
    assert code == 0
    assert "Planned back from Written statement of action made, Tuesday 30 August 2022" in out
    code, out, err = sendctl("deadlines", "--plan-back", "--today", "2022-09-01", cwd=plan)
    assert (code, out) == (1, "")
    assert "no time is left" in err


def test_chart_stands_above_the_table(sendctl: Run, plan: Path) -> None:
    _, out, _ = sendctl("deadlines", "--chart", "--today", "2022-08-01", cwd=plan)
    assert out.index("◆") < out.index("How it stands")


def test_days_explain_too(sendctl: Run, plan: Path) -> None:
    supposed = ("--set", "report_received=2022-05-19")
    _, out, _ = sendctl("deadlines", "--days", *supposed, cwd=plan)
    assert "   70  Tuesday 30 August 2022" in out
    assert "Source: Children Act 2004" in out


def test_check(sendctl: Run, plan: Path) -> None:
    for day, code in (("2022-08-15", 0), ("2022-08-16", 1)):
        assert sendctl("deadlines", "--check", "--today", day, cwd=plan)[0] == code
        assert sendctl("deadlines", "--today", day, cwd=plan)[0] == 0


@pytest.mark.parametrize(
    ("within", "said"),
    [
        (2, []),
        (3, ["Cabinet approves: 15 August 2022, due in 3 working days."]),
        (
            13,
            [
                "Cabinet approves: 15 August 2022, due in 3 working days.",
                "Written statement of action made: 30 August 2022, due in 13 working days.",
            ],
        ),
    ],
)
def test_warn_within(
    sendctl: Run, plan: Path, monkeypatch: pytest.MonkeyPatch, within: int, said: list[str]
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    ask = ("deadlines", "--warn-within", str(within), "--today", "2022-08-10")
    code, _, err = sendctl(*ask, cwd=plan)
    assert code == 0
    assert err.splitlines() == [f"Warning: {line}" for line in said]
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    _, _, err = sendctl(*ask, cwd=plan)
    assert err.splitlines() == [f"::warning title=sendctl::{line}" for line in said]


def test_what_is_overdue_is_warned_of_too(
    sendctl: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    _, _, err = sendctl("deadlines", "--warn-within", "0", "--today", "2022-08-16", cwd=plan)
    assert err == "Warning: Cabinet approves: 15 August 2022, overdue by 1 working day.\n"


def test_a_negative_warning_is_wrong_use(sendctl: Run, plan: Path) -> None:
    assert sendctl("deadlines", "--warn-within=-1", cwd=plan)[0] == 2


def test_no_picture_of_nothing(sendctl: Run, write: Write) -> None:
    code, out, err = sendctl("deadlines", "--format", "svg", cwd=write())
    assert (code, out) == (1, "")
    assert "There is no picture" in err


def test_a_missing_extra_is_one_line(
    sendctl: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    code, out, err = sendctl("deadlines", "--format", "ics", cwd=plan)
    assert (code, out) == (2, "")
    assert err == (
        "Calendar files need a package that is not installed: "
        'python -m pip install "sendctl[calendar]"\n'
    )


def test_a_broken_template_of_the_picture_is_said(sendctl: Run, plan: Path) -> None:
    own = plan / "templates" / "charts" / "timeline.svg.j2"
    own.parent.mkdir(parents=True)
    own.write_text("{{ chart.colour }}", encoding="utf-8")
    code, out, err = sendctl("deadlines", "--format", "svg", cwd=plan)
    assert (code, out) == (1, "")
    assert "There is no “colour” here." in err
