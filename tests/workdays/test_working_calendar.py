from __future__ import annotations

from datetime import date

import pytest

from sendctl.workdays import Counting, Nation, Skipped, WorkingCalendar

CALENDAR = WorkingCalendar()


@pytest.mark.parametrize(
    ("start", "number", "counting", "expected"),
    [
        pytest.param("2022-02-22", 70, "excluding", "2022-06-07", id="Bracknell Forest"),
        pytest.param("2022-02-22", 70, "including", "2022-06-06", id="Bracknell, receipt counted"),
        pytest.param("2022-05-19", 70, "excluding", "2022-08-30", id="Blackpool, assumed receipt"),
        pytest.param("2022-05-26", 65, "excluding", "2022-08-30", id="Blackpool, as stated"),
        pytest.param("2022-05-26", 70, "excluding", "2022-09-06", id="Blackpool, at the latest"),
        pytest.param("2022-01-06", 70, "excluding", "2022-04-14", id="Torbay, implied receipt"),
        pytest.param("2022-01-13", 65, "excluding", "2022-04-14", id="Torbay, publication"),
        pytest.param("2021-08-31", 70, "excluding", "2021-12-07", id="BCP"),
        pytest.param("2023-09-05", 35, "excluding", "2023-10-24", id="Oxfordshire, implied"),
        pytest.param("2023-09-15", 27, "excluding", "2023-10-24", id="Oxfordshire, publication"),
    ],
)
def test_the_dates_of_real_areas(start: str, number: int, counting: str, expected: str) -> None:
    first, last = date.fromisoformat(start), date.fromisoformat(expected)
    assert CALENDAR.add(first, number, Counting(counting)).date == last
    assert CALENDAR.between(first, last, Counting(counting)) == number


def test_five_clear_days_before_a_meeting() -> None:
    meeting = date(2022, 6, 30)
    public = CALENDAR.add(meeting, 5, Counting.CLEAR, before=True).date
    assert public == date(2022, 6, 22)
    assert CALENDAR.between(public, meeting, Counting.CLEAR) == 5


def test_a_receipt_on_a_weekend_counts_from_monday() -> None:
    friday, saturday, sunday = (date(2022, 7, day) for day in (1, 2, 3))
    for day in (friday, saturday, sunday):
        assert CALENDAR.date_after(day, 1) == date(2022, 7, 4)


@pytest.mark.parametrize(
    ("counting", "after_monday", "after_saturday", "before_saturday"),
    [
        ("excluding", date(2022, 7, 4), date(2022, 7, 1), date(2022, 7, 4)),
        ("including", date(2022, 7, 1), date(2022, 7, 1), date(2022, 7, 4)),
        ("clear", date(2022, 7, 5), date(2022, 7, 4), date(2022, 7, 1)),
    ],
)
def test_day_nought(
    counting: str, after_monday: date, after_saturday: date, before_saturday: date
) -> None:
    way = Counting(counting)
    monday, saturday = date(2022, 7, 4), date(2022, 7, 2)
    assert CALENDAR.date_after(monday, 0, way) == after_monday
    assert CALENDAR.date_after(saturday, 0, way) == after_saturday
    assert CALENDAR.date_after(saturday, 0, way, before=True) == before_saturday


def test_between_the_same_day() -> None:
    tuesday, saturday = date(2022, 7, 5), date(2022, 7, 2)
    assert [CALENDAR.between(tuesday, tuesday, way) for way in Counting] == [0, 1, 0]
    assert [CALENDAR.between(saturday, saturday, way) for way in Counting] == [0, 0, 0]


def test_between_days_that_are_not_worked() -> None:
    saturday, sunday = date(2022, 7, 2), date(2022, 7, 10)
    assert [CALENDAR.between(saturday, sunday, way) for way in Counting] == [5, 5, 5]
    assert [CALENDAR.between(sunday, saturday, way) for way in Counting] == [-5, -5, -5]


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2022, 7, 2), "Saturday"),
        (date(2022, 7, 3), "Sunday"),
        (date(2021, 12, 25), "Saturday"),
        (date(2021, 12, 27), "Christmas Day (substitute day)"),
        (date(2020, 12, 25), "Christmas Day"),
        (date(2022, 7, 4), None),
    ],
)
def test_why_a_day_does_not_count(day: date, reason: str | None) -> None:
    assert CALENDAR.why_not(day) == reason
    assert CALENDAR.is_working_day(day) is (reason is None)


def test_an_added_day_does_not_count() -> None:
    day = date(2024, 7, 12)
    calendar = WorkingCalendar(added={day: "Victory bank holiday"})
    assert calendar.why_not(day) == "Victory bank holiday"
    assert not calendar.is_working_day(day)
    assert calendar.add(date(2024, 7, 11), 1).date == date(2024, 7, 15)
    assert calendar.add(date(2024, 7, 11), 1).skipped == (Skipped(day, "Victory bank holiday"),)
    assert Skipped(day, "Victory bank holiday") in calendar.holidays_of(2024)
    assert CALENDAR.is_working_day(day)


def test_a_removed_day_counts() -> None:
    day = date(2029, 5, 7)
    calendar = WorkingCalendar(removed={day: "Moved to 8 May"})
    assert CALENDAR.why_not(day) == "Early May bank holiday"
    assert calendar.why_not(day) is None
    assert calendar.is_working_day(day)
    assert calendar.date_after(date(2029, 5, 4), 1) == day
    assert day not in {holiday.date for holiday in calendar.holidays_of(2029)}


def test_changes_that_change_nothing() -> None:
    saturday, monday = date(2022, 7, 2), date(2022, 7, 4)
    calendar = WorkingCalendar(
        added={saturday: "Closed", date(2022, 12, 26): "Closed", date(1066, 10, 14): "Hastings"},
        removed={saturday: "Open", monday: "Open", date(2999, 1, 1): "Open"},
    )
    assert calendar.why_not(saturday) == "Saturday"
    assert calendar.is_working_day(monday)
    assert calendar.holidays_of(2022) == CALENDAR.holidays_of(2022)


def test_a_day_both_removed_and_added_goes_by_the_added_reason() -> None:
    day = date(2022, 9, 19)
    calendar = WorkingCalendar(added={day: "State funeral"}, removed={day: "Own words"})
    assert calendar.why_not(day) == "State funeral"


def test_a_calendar_cannot_be_changed_from_outside() -> None:
    added = {date(2024, 7, 12): "Closed"}
    calendar = WorkingCalendar(Nation.WALES, added)
    added.clear()
    assert calendar.nation is Nation.WALES
    assert calendar.added == {date(2024, 7, 12): "Closed"}
    assert calendar.removed == {}
    assert not calendar.is_working_day(date(2024, 7, 12))
    with pytest.raises(TypeError):
        calendar.added[date(2024, 7, 15)] = "Closed"  # type: ignore[index]
    with pytest.raises(AttributeError):
        calendar.nation = Nation.ENGLAND  # type: ignore[misc]
    calendar.holidays_of(2024).clear()
    assert calendar.holidays_of(2024)
    assert repr(calendar).startswith("WorkingCalendar('wales', added={datetime.date(2024, 7, 12)")


def test_plain_words_will_do_but_wrong_ones_will_not() -> None:
    assert WorkingCalendar("scotland").nation is Nation.SCOTLAND  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="cornwall"):
        WorkingCalendar("cornwall")  # type: ignore[arg-type]
    word: Counting = "including"  # type: ignore[assignment]
    assert CALENDAR.date_after(date(2022, 7, 4), 1, word) == date(2022, 7, 4)
    with pytest.raises(KeyError):
        CALENDAR.date_after(date(2022, 7, 4), 1, "inclusive")  # type: ignore[arg-type]


def test_a_calendar_that_has_grown_answers_as_a_fresh_one() -> None:
    grown = WorkingCalendar()
    for start in (date(2022, 5, 19), date(1990, 1, 2), date(2090, 1, 2), date(2040, 1, 3)):
        for number in (1, 70, 2000):
            fresh = WorkingCalendar().date_after(start, number)
            assert grown.date_after(start, number) == fresh


@pytest.mark.parametrize("other", [date(1990, 1, 3), date(2060, 6, 1)])
def test_between_reaches_beyond_the_years_already_built(other: date) -> None:
    day = date(2022, 5, 19)
    for one, two in ((day, other), (other, day)):
        grown = WorkingCalendar()
        grown.is_working_day(day)
        assert grown.between(one, two) == WorkingCalendar().between(one, two)
        assert grown.is_working_day(other)


def test_a_long_closure_does_not_hide_the_answer() -> None:
    closed = {date.fromordinal(n): "Closed" for n in range(date(2022, 1, 1).toordinal(), 740_000)}
    calendar = WorkingCalendar(added=closed)
    assert calendar.date_after(date(2021, 12, 31), 1) == date.fromordinal(740_000)


def test_the_holidays_between_two_days_include_both() -> None:
    holiday = date(2022, 8, 29)
    assert CALENDAR.holidays_between(holiday, holiday) == (Skipped(holiday, "Summer bank holiday"),)
    assert CALENDAR.holidays_between(date(2022, 8, 30), holiday) == ()
    last = CALENDAR.holidays_between(date(2100, 12, 27), date(2100, 12, 31))
    assert [day.date.day for day in last] == [27, 28]
