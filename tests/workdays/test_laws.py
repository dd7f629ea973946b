"""The laws of counting, for any start, number and calendar, and a model that counts by hand."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sendctl.workdays import Counting, Nation, WorkingCalendar

# Built once: hypothesis asks them in any order, which exercises the growing of their years too.
CALENDARS = [
    *(WorkingCalendar(nation) for nation in Nation),
    WorkingCalendar(
        added={date(2022, 12, 28): "Closed", date(2022, 12, 29): "Closed", date(2024, 6, 1): "Sat"},
        removed={date(2022, 6, 2): "Moved", date(2023, 12, 25): "Worked", date(2024, 7, 1): "None"},
    ),
]
EXCLUDING, INCLUDING, CLEAR = Counting

calendars = st.sampled_from(CALENDARS)
# Mostly where holidays crowd together, sometimes anywhere.
days = st.dates(date(2021, 12, 1), date(2024, 12, 31)) | st.dates(
    date(1986, 1, 1), date(2092, 12, 31)
)
numbers = st.integers(0, 15) | st.integers(0, 700)
countings = st.sampled_from(Counting)
directions = st.booleans()
law = settings(deadline=None)


@law
@given(calendars, days, st.integers(1, 90), countings, directions)
def test_counting_by_hand_gives_the_same(
    calendar: WorkingCalendar, start: date, number: int, counting: Counting, before: bool
) -> None:
    step = timedelta(days=-1 if before else 1)
    wanted = number + 1 if counting is CLEAR else number
    day = start if counting is INCLUDING else start + step
    while calendar.why_not(day) or (wanted := wanted - 1):
        day += step
    assert calendar.date_after(start, number, counting, before=before) == day


@law
@given(calendars, days, numbers, countings, directions)
def test_an_answer_is_always_a_working_day(
    calendar: WorkingCalendar, start: date, number: int, counting: Counting, before: bool
) -> None:
    answer = calendar.add(start, number, counting, before=before)
    assert calendar.is_working_day(answer.date)
    assert calendar.why_not(answer.date) is None
    assert answer.date == calendar.date_after(start, number, counting, before=before)


@law
@given(calendars, days, numbers, countings)
def test_between_undoes_add(
    calendar: WorkingCalendar, start: date, number: int, counting: Counting
) -> None:
    number += counting is INCLUDING
    assert calendar.between(start, calendar.date_after(start, number, counting), counting) == number


@law
@given(calendars, days, numbers, countings)
def test_between_undoes_a_backward_add_from_a_working_day(
    calendar: WorkingCalendar, start: date, number: int, counting: Counting
) -> None:
    number += counting is INCLUDING
    start = calendar.date_after(start, 0)
    end = calendar.date_after(start, number, counting, before=True)
    found = calendar.between(start, end, counting)
    assert found == (number if end == start else -number)


@law
@given(calendars, days, days, countings)
def test_exchanging_two_days_negates_the_count(
    calendar: WorkingCalendar, one: date, other: date, counting: Counting
) -> None:
    if one != other:
        assert calendar.between(one, other, counting) == -calendar.between(other, one, counting)


@law
@given(calendars, days, days, days)
def test_counts_join_up(calendar: WorkingCalendar, one: date, two: date, three: date) -> None:
    joined = calendar.between(one, two) + calendar.between(two, three)
    assert joined == calendar.between(one, three)


@law
@given(calendars, days, days)
def test_between_counts_each_working_day_once(
    calendar: WorkingCalendar, one: date, other: date
) -> None:
    first = min(one, other)
    last = min(max(one, other), first + timedelta(days=60))
    worked = [
        day
        for n in range((last - first).days + 1)
        if not calendar.why_not(day := first + timedelta(days=n))
    ]
    assert calendar.between(first, last, INCLUDING) == len(worked)
    assert calendar.between(first, last, EXCLUDING) == len([d for d in worked if d != first])
    assert calendar.between(first, last, CLEAR) == len([d for d in worked if first < d < last])


@law
@given(calendars, days, days, numbers, countings, directions)
def test_a_later_start_never_ends_earlier(
    calendar: WorkingCalendar,
    one: date,
    other: date,
    number: int,
    counting: Counting,
    before: bool,
) -> None:
    early, late = (
        calendar.date_after(day, number, counting, before=before) for day in sorted((one, other))
    )
    assert early <= late


@law
@given(calendars, days, numbers, countings, directions)
def test_one_day_more_is_the_next_working_day(
    calendar: WorkingCalendar, start: date, number: int, counting: Counting, before: bool
) -> None:
    here = calendar.date_after(start, number, counting, before=before)
    further = calendar.date_after(start, number + 1, counting, before=before)
    assert further == calendar.date_after(here, 1, before=before)
    assert (further < here) is before


@law
@given(calendars, days, numbers, numbers, directions)
def test_a_count_can_be_split(
    calendar: WorkingCalendar, start: date, one: int, other: int, before: bool
) -> None:
    halfway = calendar.date_after(start, one, before=before)
    whole = calendar.date_after(start, one + other, before=before)
    assert calendar.date_after(halfway, other, before=before) == whole


@law
@given(calendars, days, numbers, directions)
def test_how_the_countings_differ(
    calendar: WorkingCalendar, start: date, number: int, before: bool
) -> None:
    excluding = calendar.date_after(start, number, EXCLUDING, before=before)
    including = calendar.date_after(start, number, INCLUDING, before=before)
    assert (excluding == including) is not calendar.is_working_day(start)
    if calendar.is_working_day(start):
        assert calendar.date_after(start, number + 1, INCLUDING, before=before) == excluding
    clear = calendar.date_after(start, number, CLEAR, before=before)
    assert clear == calendar.date_after(start, number + 1, EXCLUDING, before=before)


@law
@given(calendars, days, numbers, countings, directions)
def test_before_is_the_mirror_of_after(
    calendar: WorkingCalendar, start: date, number: int, counting: Counting, before: bool
) -> None:
    start = calendar.date_after(start, 0)
    there = calendar.date_after(start, number, counting, before=before)
    assert calendar.date_after(there, number, counting, before=not before) == start


@law
@given(calendars, days, st.integers(1, 300), countings, directions)
def test_every_day_of_the_count_is_accounted_for(
    calendar: WorkingCalendar, start: date, number: int, counting: Counting, before: bool
) -> None:
    answer = calendar.add(start, number, counting, before=before)
    apart = abs((answer.date - start).days)
    expected = {EXCLUDING: apart, INCLUDING: apart + 1, CLEAR: apart - 1}[counting]
    assert number + len(answer.skipped) + answer.weekend_days == expected
    assert list(answer.skipped) == sorted(answer.skipped)
    assert all(calendar.why_not(day.date) == day.name for day in answer.skipped)
