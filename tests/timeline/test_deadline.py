"""A deadline as a value: its words for programs, and what it says when nothing is known."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from sendctl.plan.framework import Duty, Force
from sendctl.timeline import Deadline, Happened, State
from sendctl.workdays import WorkingCalendar

BARE = Deadline("reply", "Reply", Duty.AREA, Force.AGREED, State.UNKNOWN, "Ours")


def test_the_words_of_statuses_are_those_that_programs_read() -> None:
    assert [state.value for state in State] == [
        "met",
        "missed",
        "due",
        "overdue",
        "expected",
        "not_expected",
        "unknown",
    ]


def test_what_is_not_known_is_none() -> None:
    dates = (BARE.due, BARE.stated, BARE.governing, BARE.done_on, BARE.latest_possible)
    numbers = (
        BARE.number,
        BARE.days_left,
        BARE.working_days_left,
        BARE.difference_working_days,
        BARE.margin_working_days,
        BARE.occurrence,
    )
    assert {*dates, *numbers} == {None}
    assert {BARE.counted_from, BARE.unit, BARE.counting, BARE.grade, BARE.answer, BARE.step} == {
        None
    }
    assert {BARE.about, BARE.met_by, BARE.stated_text, BARE.wording} == {""}
    assert (BARE.responsible, BARE.notes, BARE.skipped) == ((), (), ())
    assert not BARE.before
    assert not BARE.provisional


def test_the_days_that_its_count_skipped() -> None:
    answer = WorkingCalendar().add(date(2022, 8, 26), 1)
    counted = Deadline(
        "reply", "Reply", Duty.AREA, Force.AGREED, State.UNKNOWN, "Ours", answer=answer
    )
    assert [day.name for day in counted.skipped] == ["Summer bank holiday"]


@pytest.mark.parametrize("duty", Duty)
def test_only_the_areas_and_local_deadlines_are_its_own(duty: Duty) -> None:
    one = Deadline("reply", "Reply", duty, Force.AGREED, State.UNKNOWN, "Ours")
    assert one.is_own is (duty.value in {"area", "local"})


def test_an_event_meets_nothing_unless_it_says_so() -> None:
    event = Happened("agreed", "Agreed", date(2022, 5, 19))
    assert (event.source, event.meets) == ("", None)
    with pytest.raises(FrozenInstanceError):
        event.on = date(2022, 5, 20)  # type: ignore[misc]
