"""Deadlines in spreadsheets and calendars."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from sendctl import load_plan
from sendctl.exchange.calendar import Entry, calendar_bytes
from sendctl.exchange.deadlines import calendar_entries, deadlines_csv
from sendctl.timeline import Timeline, timeline_of

PLAN = """
area: Exampleshire
kind: wsoa
framework: area-send-2016
events: {report_received: 2022-05-19, report_published: 2022-05-26}
steps:
  - {id: cabinet, title: "=Cabinet; approves, 100%", due: 2022-08-15}
  - {id: draft, title: Draft, due: 2022-07-08, done: 2022-07-08}
  - {id: someday, title: Someday}
"""
TimesOf = Callable[..., Timeline]


@pytest.fixture
def times(tmp_path: Path) -> TimesOf:
    def made(text: str = PLAN, today: str = "2022-08-01") -> Timeline:
        folder = tmp_path / "exampleshire"
        folder.mkdir(exist_ok=True)
        (folder / "plan.yaml").write_text(text, encoding="utf-8")
        plan = load_plan(folder).plan
        assert plan is not None
        return timeline_of(plan, date.fromisoformat(today))

    return made


def events(timeline: Timeline) -> dict[str, Any]:
    written = calendar_bytes("Deadlines", calendar_entries(timeline), timeline.today)
    found = Calendar.from_ical(written)
    return {str(event["uid"]): event for event in found.walk("VEVENT")}


WSOA = "Exampleshire/exampleshire/wsoa/1@sendctl"


def test_an_entry_is_a_whole_day_with_its_reasoning(times: TimesOf) -> None:
    event = events(times())[WSOA]
    assert event["dtstart"].dt == date(2022, 8, 30)
    assert event["dtend"].dt == date(2022, 8, 31)
    assert str(event["summary"]) == "Exampleshire: Written statement of action made"
    assert str(event["transp"]) == "TRANSPARENT"
    text = str(event["description"])
    assert "70 working days after “Report received” on 19 May 2022" in text
    assert "SI 2015/1792" in text
    assert "Position as at 2022-08-01." in text


def test_it_reminds_twenty_and_five_working_days_before(times: TimesOf) -> None:
    alarms = events(times())[WSOA].walk("VALARM")
    triggers = [alarm["trigger"].dt for alarm in alarms]
    # 1 August and 22 August, at nine in the morning, seen from the start of 30 August.
    assert triggers == [timedelta(days=-29, hours=9), timedelta(days=-8, hours=9)]


def test_only_what_is_open_and_the_areas_own_reminds(times: TimesOf) -> None:
    text = PLAN.replace("2022-05-26}", "2022-05-26, wsoa_submitted: 2022-07-29,"
                        " wsoa_judged_fit: 2022-07-30}")  # fmt: skip
    found = events(times(text))
    assert found[WSOA].walk("VALARM") == []
    assert str(found[WSOA]["summary"]).endswith("made (done)")
    revisit = found["Exampleshire/exampleshire/revisit/1@sendctl"]
    assert revisit.walk("VALARM") == []
    assert str(revisit["summary"]).endswith("(expected about January 2024)")
    rounds = [uid for uid in found if "/monitoring/" in uid]
    assert rounds == [f"Exampleshire/exampleshire/monitoring/{n}@sendctl" for n in (1,)]


def test_what_cannot_be_computed_is_in_no_calendar(times: TimesOf) -> None:
    text = PLAN.replace("report_received: 2022-05-19, ", "")
    timeline = times(text)
    assert next(one for one in timeline.deadlines if one.key == "wsoa").latest_possible
    assert WSOA not in events(timeline)


def test_what_is_not_expected_any_more_is_cancelled(times: TimesOf) -> None:
    text = PLAN.replace("2022-05-26}", "2022-05-26, wsoa_judged_fit: 2022-09-16}")
    revisit = "Exampleshire/exampleshire/revisit/1@sendctl"
    assert str(events(times(text, "2022-12-31"))[revisit]["status"]) == "CONFIRMED"
    assert str(events(times(text, "2023-01-01"))[revisit]["status"]) == "CANCELLED"


def test_a_second_file_updates_the_first(times: TimesOf) -> None:
    first, second = events(times()), events(times(today="2022-08-02"))
    moved = events(times(PLAN.replace("2022-08-15", "2022-08-18"), "2022-08-02"))
    assert first.keys() == second.keys() == moved.keys()
    step = "Exampleshire/exampleshire/step:cabinet/1@sendctl"
    assert moved[step]["dtstart"].dt == date(2022, 8, 18)
    assert first[step]["sequence"] < second[step]["sequence"]
    assert first[step]["dtstamp"].dt < second[step]["dtstamp"].dt


def test_same_plan_same_day_same_bytes(times: TimesOf) -> None:
    one, other = (
        calendar_bytes("D", calendar_entries(times()), date(2022, 8, 1)) for _ in range(2)
    )
    assert one == other
    assert b"\r\n" in one
    assert max(map(len, one.split(b"\r\n"))) <= 75


def test_plan_text_cannot_break_out_of_its_line(times: TimesOf) -> None:
    hostile = 'A\\nEND:VEVENT\\r\\nBEGIN:VALARM ; , : \\" =x'
    text = PLAN.replace('"=Cabinet; approves, 100%"', f'"{hostile}"')
    found = events(times(text))
    step = found["Exampleshire/exampleshire/step:cabinet/1@sendctl"]
    assert "END:VEVENT" in str(step["summary"])
    assert len(found) == len(events(times()))


def test_ids_with_any_characters_give_different_uids(times: TimesOf) -> None:
    steps = "steps: [{id: a/b, title: A, due: 2022-09-01}, {id: a-b, title: B, due: 2022-09-01}]\n"
    found = events(times("area: Ä B\nkind: wsoa\n" + steps))
    assert sorted(found) == [
        "%C3%84%20B/exampleshire/step:a%2Fb/1@sendctl",
        "%C3%84%20B/exampleshire/step:a-b/1@sendctl",
    ]


def test_an_example_says_so(times: TimesOf) -> None:
    text = "illustrative: true\nbanner: Not a real plan.\n" + PLAN
    event = events(times(text))[WSOA]
    assert str(event["summary"]).startswith("Example: Exampleshire")
    assert str(event["description"]).startswith("Not a real plan.")


def test_an_entry_before_the_first_sequence() -> None:
    entry = Entry("a", date(1980, 1, 2), "A", "B", is_cancelled=True)
    assert b"SEQUENCE:0" in calendar_bytes("A", [entry], date(1980, 1, 1))


def test_csv_has_a_line_a_deadline(times: TimesOf) -> None:
    timeline = times()
    rows = list(csv.DictReader(StringIO(deadlines_csv([("plans/a", timeline)]))))
    assert [row["key"] for row in rows] == [one.key for one in timeline.deadlines]
    found = {row["key"]: row for row in rows}
    wsoa = found["wsoa"]
    assert (wsoa["plan"], wsoa["date"], wsoa["due"]) == ("plans/a", "2022-08-30", "2022-08-30")
    assert (wsoa["status"], wsoa["status_in_words"]) == ("due", "due in 20 working days")
    assert (wsoa["from_event"], wsoa["from_date"]) == ("report_received", "2022-05-19")
    assert (wsoa["working_days_left"], wsoa["provisional"]) == ("20", "false")
    assert found["step:cabinet"]["label"] == "'=Cabinet; approves, 100%"


def test_a_slip_of_the_year_is_in_no_calendar(times: TimesOf) -> None:
    assert WSOA in events(times(f"{PLAN}stated: {{wsoa: 2100-12-31}}\n"))
    assert WSOA not in events(times(f"{PLAN}stated: {{wsoa: 9999-12-31}}\n"))


def test_what_is_overdue_without_a_day_is_in_no_calendar(times: TimesOf) -> None:
    text = PLAN.replace("report_received: 2022-05-19, ", "")
    timeline = times(text, "2022-09-30")
    assert [one.key for one in timeline.overdue] == ["step:cabinet", "wsoa"]
    assert WSOA not in events(timeline)
