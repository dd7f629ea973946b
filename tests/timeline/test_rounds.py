"""Repeating clocks: round after round, and the review that belongs to each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sendctl import Plan
from sendctl.timeline import Deadline, State, deadlines
from sendctl.timeline.run import MOST_ROUNDS

PlanOf = Callable[[str], Plan]
Rounds = Callable[..., list[Deadline]]

FIT = "framework: area-send-2016\nevents: {wsoa_judged_fit: 2022-09-16}\n"


@pytest.fixture
def rounds(plan_of: PlanOf) -> Rounds:
    def found(
        text: str = FIT, today: str = "2022-09-30", key: str = "monitoring"
    ) -> list[Deadline]:
        day = date.fromisoformat(today)
        return [one for one in deadlines(plan_of(text), day) if one.key == key]

    return found


def dues(found: list[Deadline]) -> list[str]:
    return [one.due.isoformat() for one in found if one.due]


def test_without_an_end_there_is_the_next_one(rounds: Rounds) -> None:
    assert dues(rounds()) == ["2022-12-16"]
    assert dues(rounds(today="2022-12-16")) == ["2022-12-16"]
    assert dues(rounds(today="2022-12-17")) == ["2022-12-16", "2023-03-16"]


def test_they_go_on_to_the_end_of_the_plan(rounds: Rounds) -> None:
    steps = "steps: [{id: a, title: A, due: %s}]\n"
    assert dues(rounds(FIT + steps % "2023-06-15")) == ["2022-12-16", "2023-03-16"]
    assert dues(rounds(FIT + steps % "2023-06-16")) == ["2022-12-16", "2023-03-16", "2023-06-16"]
    assert dues(rounds(FIT + steps % "2022-10-01")) == ["2022-12-16"]


def test_rounds_are_numbered(rounds: Rounds) -> None:
    found = rounds(FIT + "steps: [{id: a, title: A, due: 2023-06-30}]\n")
    assert [one.occurrence for one in found] == [1, 2, 3]


def test_what_was_held_is_met_and_what_was_not_is_unknown(rounds: Rounds) -> None:
    found = rounds(FIT + "reviews: [{on: 2023-03-10, outcome: Good progress.}]\n", "2023-05-01")
    first, second, third = found
    assert (first.status, first.done_on) == (State.UNKNOWN, None)
    assert first.notes[-1] == "The plan records nothing for this round."
    assert (second.status, second.done_on) == (State.MET, date(2023, 3, 10))
    assert second.met_by == "review_meeting"
    assert "Good progress." in second.notes
    assert third.status is State.EXPECTED


def test_a_planned_review_gives_its_round_a_day(rounds: Rounds) -> None:
    (first,) = rounds(FIT + "reviews: [{on: 2022-12-13}]\n")
    assert first.stated == first.governing == date(2022, 12, 13)
    assert first.status is State.EXPECTED
    assert first.notes[-1] == "Planned for 13 December 2022."
    assert first.difference_working_days == -3


@pytest.mark.parametrize(
    ("review", "meets"),
    [
        ("2022-10-31", False),  # 46 days early: half the interval is 45.5
        ("2022-11-01", True),
        ("2023-01-30", True),
        ("2023-01-31", False),  # nearer to the second round
    ],
)
def test_a_review_belongs_to_the_nearest_round(rounds: Rounds, review: str, meets: bool) -> None:
    text = FIT + f"reviews: [{{on: {review}}}]\n"
    first = rounds(text, "2023-02-01")[0]
    assert (first.done_on == date.fromisoformat(review)) is meets


def test_half_an_interval_away_is_too_far(rounds: Rounds) -> None:
    # From 30 November to 28 February there are 90 days.
    text = "framework: area-send-2016\nevents: {wsoa_judged_fit: 2021-11-30}\n"
    for review, meets in (("2022-01-14", False), ("2022-01-15", True), ("2022-04-14", False)):
        first = rounds(f"{text}reviews: [{{on: {review}}}]\n", "2022-05-01")[0]
        assert (first.done_on is not None) is meets


def test_a_review_of_today_is_held(rounds: Rounds) -> None:
    text = FIT + "reviews: [{on: 2022-12-13}]\n"
    (before,) = rounds(text, "2022-12-12")
    (held,) = rounds(text, "2022-12-13")[:1]
    assert (before.done_on, before.stated_text) == (None, "2022-12-13")
    assert (held.done_on, held.stated, held.notes) == (date(2022, 12, 13), None, ())


def test_a_round_in_working_days(rounds: Rounds, tmp_path: Path) -> None:
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "ours.yaml").write_text(
        "events: {agreed: {title: Agreed}}\n"
        "clocks: {call: {title: Call, from: agreed, number: 5, repeats: true, duty: local,\n"
        "  force: local, source: Ours}}\n",
        encoding="utf-8",
    )
    text = "framework: ours\nevents: {agreed: 2022-08-19}\n"
    found = rounds(text, "2022-09-01", "call")
    # Each is counted from the start, over the bank holiday on 29 August.
    assert dues(found) == ["2022-08-26", "2022-09-05"]
    assert [one.answer and one.answer.working_days for one in found] == [5, 10]


def test_of_several_reviews_the_nearest_meets_the_round(rounds: Rounds) -> None:
    text = FIT + "reviews: [{on: 2022-12-01}, {on: 2022-12-20}, {on: 2022-12-12}]\n"
    assert rounds(text, "2022-12-31")[0].done_on == date(2022, 12, 12)
    even = FIT + "reviews: [{on: 2022-12-20}, {on: 2022-12-12}]\n"
    assert rounds(even, "2022-12-31")[0].done_on == date(2022, 12, 12)


def test_a_stated_date_belongs_to_the_nearest_round(rounds: Rounds) -> None:
    text = FIT + "stated: {monitoring: 2023-03-20}\n"
    first, second = rounds(text)
    assert (first.stated, second.stated) == (None, date(2023, 3, 20))
    assert second.difference_working_days == 2


def test_the_number_of_rounds_is_bounded(rounds: Rounds) -> None:
    old = "framework: area-send-2016\nevents: {wsoa_judged_fit: 1990-01-15}\n"
    found = rounds(old, "2022-09-30")
    assert len(found) == MOST_ROUNDS
    assert dues(found)[-1] == "2022-10-15"
    assert found[-1].occurrence == 131
    far = rounds(FIT + "stated: {wsoa: 2100-12-31}\n")
    assert len(far) == MOST_ROUNDS
    assert dues(far)[0] == "2022-12-16"
    today = rounds(FIT + "stated: {wsoa: 2100-12-31}\n", "2022-12-16")
    assert dues(today)[0] == "2022-12-16"
    both = rounds(old + "stated: {wsoa: 2100-12-31}\n")
    assert len(both) == MOST_ROUNDS
    assert dues(both)[0] == "2022-10-15"


def test_rounds_end_where_counting_ends(rounds: Rounds) -> None:
    late = "framework: area-send-2016\nevents: {wsoa_judged_fit: 2100-06-15}\n"
    assert dues(rounds(late, "2100-06-16")) == ["2100-09-15"]
    assert dues(rounds(late, "2100-12-16")) == ["2100-09-15", "2100-12-15"]
    (none,) = rounds("framework: area-send-2016\nevents: {wsoa_judged_fit: 2100-11-15}\n")
    assert none.due is None
    assert "out of range" in none.notes[-1]


def test_months_are_counted_from_the_start(rounds: Rounds) -> None:
    text = "framework: area-send-2016\nevents: {wsoa_judged_fit: 2021-11-30}\n"
    assert dues(rounds(text, "2022-06-01")) == ["2022-02-28", "2022-05-30", "2022-08-30"]


def test_a_start_that_is_still_planned_is_said(rounds: Rounds) -> None:
    found = rounds(today="2022-09-15")
    assert "Counted from 16 September 2022, which is still to come." in found[0].notes
    assert not any("still to come" in note for note in rounds(today="2022-09-16")[0].notes)


MONTHLY = """framework: ours
events: {agreed: 2022-12-31%s}
steps: [{id: end, title: End, due: 2023-06-30}]
"""
CLOCK = """
events: {agreed: {title: Agreed}, told: {title: Board told, after: agreed}}
clocks:
  report: {title: Board report, from: agreed, number: 1, unit: months, repeats: true,
           duty: local, force: local, source: Ours%s}
"""


@pytest.fixture
def monthly(rounds: Rounds, tmp_path: Path) -> Rounds:
    (tmp_path / "frameworks").mkdir()

    def found(events: str = "", met_by: str = "", more: str = "") -> list[Deadline]:
        file = tmp_path / "frameworks" / "ours.yaml"
        file.write_text(CLOCK % met_by, encoding="utf-8")
        return rounds(MONTHLY % events + more, "2023-05-01", "report")

    return found


def test_a_meeting_meets_one_round_only(monthly: Rounds) -> None:
    # 15 February is 15 days after the round of 31 January, and 13 before that of 28 February.
    found = monthly(more="reviews: [{on: 2023-02-15}]\n")
    assert [one.done_on for one in found[:3]] == [None, date(2023, 2, 15), None]


def test_an_event_meets_the_round_it_is_nearest_to_and_reviews_meet_none(monthly: Rounds) -> None:
    found = monthly(", told: 2023-03-30", ", met_by: told", "reviews: [{on: 2023-04-28}]\n")
    assert [one.done_on for one in found] == [None, None, date(2023, 3, 30), None, None, None]
    assert found[2].status is State.MET
    assert found[2].met_by == "told"


def test_without_its_event_no_round_is_met(monthly: Rounds) -> None:
    found = monthly("", ", met_by: told", "reviews: [{on: 2023-04-28}]\n")
    assert all(one.done_on is None for one in found)


def test_the_event_of_a_review_meets_a_round_too(monthly: Rounds) -> None:
    found = monthly(", review_meeting: 2023-01-31")
    assert (found[0].done_on, found[0].notes) == (date(2023, 1, 31), ())


def test_rounds_that_are_not_listed_keep_their_meetings(rounds: Rounds) -> None:
    old = "framework: area-send-2016\nevents: {wsoa_judged_fit: 1990-01-15}\n"
    found = rounds(old + "reviews: [{on: 1999-01-14}]\n")
    assert found[0].due == date(2013, 1, 15)
    assert all(one.done_on is None for one in found)
