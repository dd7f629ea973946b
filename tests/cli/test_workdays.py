from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran

Run = Callable[..., Ran]


def test_add_shows_its_working(sendctl: Run) -> None:
    ran = sendctl("workdays", "add", "2022-05-19", "70")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "Tuesday 30 August 2022\n"
        "  70 working days after Thursday 19 May 2022, that day not counted\n"
        "  skipped 2 June 2022 (Spring bank holiday); 3 June 2022 (Platinum Jubilee bank\n"
        "    holiday); 29 August 2022 (Summer bank holiday); 30 weekend days\n"
    )


def test_add_as_json_has_the_fixed_shape(sendctl: Run) -> None:
    ran = sendctl("workdays", "add", "2022-06-30", "5", "--before", "--counting", "clear",
                  "--format", "json")  # fmt: skip
    assert json.loads(ran.out) == {
        "start": "2022-06-30",
        "working_days": 5,
        "counting": "clear",
        "date": "2022-06-22",
        "skipped": [],
        "weekend_days": 2,
        "provisional": False,
        "before": True,
    }


def test_add_lists_every_day(sendctl: Run) -> None:
    ran = sendctl("workdays", "add", "2022-06-02", "2", "--days")
    assert ran.out.splitlines()[3:] == [
        "    -  Thursday 2 June 2022  not counted",
        "    -  Friday 3 June 2022  Platinum Jubilee bank holiday",
        "    -  Saturday 4 June 2022  weekend",
        "    -  Sunday 5 June 2022  weekend",
        "    1  Monday 6 June 2022",
        "    2  Tuesday 7 June 2022",
    ]
    ran = sendctl("workdays", "add", "2022-06-06", "1", "--days", "--format", "json")
    assert json.loads(ran.out)["days"] == [
        {"date": "2022-06-06", "number": None, "why_not": "not counted"},
        {"date": "2022-06-07", "number": 1, "why_not": None},
    ]


def test_a_negative_number_is_told_what_to_do(sendctl: Run) -> None:
    ran = sendctl("workdays", "add", "2022-05-19", "-5")
    assert ran.code == 2
    assert "To count backwards, give the number and --before." in ran.err


@pytest.mark.parametrize(
    ("counting", "said"),
    [
        ("excluding", "from 6 June 2022 (not counted) to 8 June 2022 (counted)"),
        ("including", "from 6 June 2022 (counted) to 8 June 2022 (counted)"),
        ("clear", "from 6 June 2022 (not counted) to 8 June 2022 (not counted)"),
    ],
)
def test_between_says_which_days_count(sendctl: Run, counting: str, said: str) -> None:
    ran = sendctl("workdays", "between", "2022-06-06", "2022-06-08", "--counting", counting)
    assert said in ran.out


def test_between_and_list(sendctl: Run) -> None:
    assert sendctl("workdays", "between", "2022-05-26", "2022-08-30").out.startswith("65 working")
    back = json.loads(
        sendctl("workdays", "between", "2022-08-30", "2022-05-26", "--format", "json").out
    )
    assert back["working_days"] == -65
    assert back["provisional"] is False
    far = ("workdays", "between", "2029-01-02", "2022-05-26")
    assert "Provisional" in sendctl(*far).out
    assert json.loads(sendctl(*far, "--format", "json").out)["provisional"] is True
    listed = json.loads(sendctl("workdays", "list", "2022", "--format", "json").out)
    assert {
        "date": "2022-09-19",
        "name": "Bank Holiday for the State Funeral of Queen Elizabeth II",
    } in (listed["holidays"])
    assert "Provisional" in sendctl("workdays", "list", "2030").out


def test_nations_and_plans_have_their_own_days(sendctl: Run, write: Callable[..., Path]) -> None:
    assert "St Andrew" in sendctl("workdays", "list", "2022", "--nation", "scotland").out
    write(more="calendar: {add: [{on: 2022-08-30, reason: Offices closed}]}\n")
    ran = sendctl("workdays", "add", "2022-05-19", "70", "--plan", "plan")
    assert ran.out.startswith("Wednesday 31 August 2022\n")
    assert "30 August 2022 (Offices closed)" in " ".join(ran.out.split())


@pytest.mark.parametrize(
    "words",
    [
        ("add", "1950-01-01", "5"), ("add", "2099-12-01", "500"), ("add", "2022-02-30", "5"),
        ("add", "2022-01-01", "five"), ("add", "2022-01-01", "--", "-5"), ("list", "1066"),
        ("list", "20000"), ("between", "1950-01-01", "2022-01-01"), ("subtract",),
    ],
)  # fmt: skip
def test_wrong_use_is_said_without_a_traceback(sendctl: Run, words: tuple[str, ...]) -> None:
    ran = sendctl("workdays", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err
