from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendctl.workdays import Answer, Counting, Skipped, WorkingCalendar

CALENDAR = WorkingCalendar()


def test_the_answer_repeats_the_question() -> None:
    answer = CALENDAR.add(date(2022, 6, 30), 7, Counting.CLEAR, before=True)
    assert (answer.start, answer.working_days) == (date(2022, 6, 30), 7)
    assert answer.counting is Counting.CLEAR
    assert answer.before
    assert not answer.provisional


def test_what_was_skipped_over_the_jubilee() -> None:
    answer = CALENDAR.add(date(2022, 5, 31), 4)
    assert answer.date == date(2022, 6, 8)
    assert answer.skipped == (
        Skipped(date(2022, 6, 2), "Spring bank holiday"),
        Skipped(date(2022, 6, 3), "Platinum Jubilee bank holiday"),
    )
    assert answer.weekend_days == 2


def test_the_seventy_days_of_blackpool() -> None:
    answer = CALENDAR.add(date(2022, 5, 19), 70)
    assert answer.date == date(2022, 8, 30)
    assert [day.date for day in answer.skipped] == [
        date(2022, 6, 2),
        date(2022, 6, 3),
        date(2022, 8, 29),
    ]
    assert answer.weekend_days == 30


def test_backwards_the_skipped_days_are_in_date_order_all_the_same() -> None:
    answer = CALENDAR.add(date(2022, 4, 19), 1, before=True)
    assert answer.date == date(2022, 4, 14)
    assert [day.name for day in answer.skipped] == ["Good Friday", "Easter Monday"]
    assert answer.weekend_days == 2


def test_a_start_that_does_not_count_is_not_skipped() -> None:
    good_friday = date(2022, 4, 15)
    excluding = CALENDAR.add(good_friday, 1)
    including = CALENDAR.add(good_friday, 1, Counting.INCLUDING)
    assert excluding.date == including.date == date(2022, 4, 19)
    assert [day.name for day in excluding.skipped] == ["Easter Monday"]
    assert [day.name for day in including.skipped] == ["Good Friday", "Easter Monday"]


@pytest.mark.parametrize("counting", [Counting.EXCLUDING, Counting.INCLUDING])
@pytest.mark.parametrize(
    ("start", "before"),
    [
        (date(2022, 4, 16), False),
        (date(2022, 4, 16), True),
        (date(2022, 4, 20), False),
        (date(2022, 4, 20), True),
        (date(2100, 12, 31), False),
        (date(1978, 1, 1), True),
    ],
)
def test_day_nought_skips_nothing(start: date, counting: Counting, before: bool) -> None:
    answer = CALENDAR.add(start, 0, counting, before=before)
    assert answer.skipped == ()
    assert answer.weekend_days == 0


@pytest.mark.parametrize(
    ("start", "number", "before", "provisional"),
    [
        (date(2028, 12, 1), 18, False, False),
        (date(2028, 12, 1), 19, False, True),
        (date(2029, 1, 2), 1, True, True),
        (date(2028, 12, 29), 300, True, False),
    ],
)
def test_an_answer_that_touches_an_unannounced_year_is_provisional(
    start: date, number: int, before: bool, provisional: bool
) -> None:
    assert CALENDAR.add(start, number, before=before).provisional is provisional


def test_an_answer_is_a_value() -> None:
    answer = CALENDAR.add(date(2022, 5, 19), 70)
    assert answer == WorkingCalendar().add(date(2022, 5, 19), 70)
    assert "calendar" not in repr(answer)
    assert pickle.loads(pickle.dumps(answer)).skipped == answer.skipped  # noqa: S301
    assert copy.deepcopy(answer) == answer
    with pytest.raises(FrozenInstanceError):
        answer.date = date(2022, 9, 1)  # type: ignore[misc]


def listed(answer: Answer) -> list[tuple[str, int | None, str]]:
    return [(day.date.isoformat()[5:], day.number, day.why_not) for day in answer.days()]


def test_every_day_of_a_count() -> None:
    assert listed(CALENDAR.add(date(2022, 6, 1), 2)) == [
        ("06-01", None, "not counted"),
        ("06-02", None, "Spring bank holiday"),
        ("06-03", None, "Platinum Jubilee bank holiday"),
        ("06-04", None, "Saturday"),
        ("06-05", None, "Sunday"),
        ("06-06", 1, ""),
        ("06-07", 2, ""),
    ]


def test_every_day_of_the_other_countings() -> None:
    assert listed(CALENDAR.add(date(2022, 6, 6), 2, Counting.INCLUDING)) == [
        ("06-06", 1, ""),
        ("06-07", 2, ""),
    ]
    assert listed(CALENDAR.add(date(2022, 6, 7), 1, Counting.CLEAR, before=True)) == [
        ("06-07", None, "not counted"),
        ("06-06", 1, ""),
        ("06-05", None, "Sunday"),
        ("06-04", None, "Saturday"),
        ("06-03", None, "Platinum Jubilee bank holiday"),
        ("06-02", None, "Spring bank holiday"),
        ("06-01", None, "not counted"),
    ]


@given(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.integers(1, 90),
    st.sampled_from(Counting),
    st.booleans(),
)
def test_the_days_add_up(start: date, number: int, counting: Counting, before: bool) -> None:
    answer = CALENDAR.add(start, number, counting, before=before)
    days = list(answer.days())
    assert days[0].date == start
    assert days[-1].date == answer.date
    assert [day.number for day in days if day.number] == list(range(1, number + 1))
    step = -1 if before else 1
    assert all((b.date - a.date).days == step for a, b in pairwise(days))
    weekend = sum(day.why_not in {"Saturday", "Sunday"} for day in days)
    assert weekend == answer.weekend_days
    assert all(day.why_not for day in days if not day.number)


def test_a_counting_given_as_a_word_is_kept_as_what_it_means() -> None:
    word: Counting = "including"  # type: ignore[assignment]
    answer = CALENDAR.add(date(2022, 7, 4), 2, word)
    assert answer.counting is Counting.INCLUDING
    assert listed(answer) == [("07-04", 1, ""), ("07-05", 2, "")]
