"""What holds for the deadlines of any plan on any day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sendctl import Plan
from sendctl.plan.event import Event
from sendctl.plan.framework import Duty, Grade
from sendctl.plan.head import Head, Stated, Step
from sendctl.plan.kind import Kind
from sendctl.plan.settings import Calendar, CalendarDay
from sendctl.plan.when import parse_when
from sendctl.timeline import Deadline, State, deadlines, framework_names, load_framework
from sendctl.timeline.framework import COMMITTEE
from sendctl.timeline.words import comparison_words, date_words, rule_words, status_words

OWN = {Duty.AREA, Duty.LOCAL}

days = st.dates(date(2019, 6, 1), date(2031, 12, 31)) | st.dates()
near = st.dates(date(2019, 6, 1), date(2031, 12, 31))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    name = draw(st.sampled_from(sorted({*framework_names()} - {COMMITTEE})))
    framework = load_framework(name)
    assert framework is not None
    events = draw(st.dictionaries(st.sampled_from(sorted(framework.events)), days))
    stated = draw(st.dictionaries(st.sampled_from(sorted(framework.clocks)), days))
    steps = draw(st.lists(st.tuples(st.none() | days, st.none() | days), max_size=3))
    changes = [
        tuple(CalendarDay.model_construct(on=day, reason="x") for day in draw(st.lists(near)))
        for _ in range(2)
    ]
    head = Head.model_construct(
        area="Exampleshire",
        kind=draw(st.sampled_from(Kind)),
        framework=name,
        events={key: Event.model_construct(on=day) for key, day in events.items()},
        stated={
            key: Stated.model_construct(due=parse_when(day.isoformat()))
            for key, day in stated.items()
        },
        steps=tuple(
            Step.model_construct(
                id=str(index),
                title="A step",
                due=parse_when(due.isoformat()) if due else None,
                done=done,
            )
            for index, (due, done) in enumerate(steps)
        ),
        calendar=Calendar.model_construct(add=changes[0], remove=changes[1]),
    )
    return Plan(Path(), {"plan.yaml": head})


laws = settings(deadline=None, max_examples=60)


@laws
@given(plans(), days)
def test_laws(plan: Plan, today: date) -> None:
    found = deadlines(plan, today)
    framework = load_framework(plan.head.framework or "")
    assert framework is not None
    running = [
        key
        for key, clock in framework.clocks.items()
        if not clock.outcomes and (not clock.kinds or plan.head.kind in clock.kinds)
    ]
    keys = [(deadline.key, deadline.occurrence) for deadline in found]
    assert len(set(keys)) == len(keys)
    assert {key for key, _ in keys} == {
        *running,
        *(f"step:{step.id}" for step in plan.head.steps),
    }
    for deadline in found:
        lateness(deadline, today)
        only_what_is_known(deadline)
        words(deadline)


def lateness(deadline: Deadline, today: date) -> None:
    """Only the area's own can be late, and the days that are left say the same."""
    if deadline.status in {State.OVERDUE, State.MISSED, State.DUE}:
        assert deadline.duty in OWN
    if deadline.status is State.DUE:
        assert deadline.days_left is not None
        assert deadline.days_left >= 0
        assert (deadline.working_days_left or 0) >= 0
    if deadline.status is State.OVERDUE and deadline.governing is None:
        # Its day is not known, but the last one that it can have had is past.
        assert deadline.latest_possible is not None
        assert deadline.latest_possible < today
    elif deadline.status is State.OVERDUE:
        assert deadline.days_left is not None
        assert deadline.days_left < 0
        assert (deadline.working_days_left or 0) <= 0
    if deadline.status is State.EXPECTED:
        weak = deadline.grade is Grade.D and deadline.stated is None
        assert weak or deadline.duty not in OWN
    if deadline.days_left is not None:
        assert deadline.governing is not None
        assert deadline.days_left == (deadline.governing - today).days
        assert deadline.done_on is None
    if deadline.status in {State.MET, State.MISSED}:
        assert deadline.done_on is not None
        assert deadline.days_left is None


def only_what_is_known(deadline: Deadline) -> None:
    """Nothing is guessed: a date that is computed has a start and a number."""
    if deadline.due is not None:
        assert deadline.number is not None
        assert deadline.counted_from is not None
        assert deadline.counted_from.date is not None
        assert deadline.latest_possible is None
    if deadline.latest_possible is not None:
        assert deadline.counted_from is not None
        assert deadline.counted_from.date is None
    if deadline.difference_working_days is not None:
        assert deadline.stated is not None
        assert deadline.due is not None
    assert all(note == note.strip() and note.endswith(".") for note in deadline.notes)


def words(deadline: Deadline) -> None:
    """Every deadline can be said, in one line each."""
    for said in (date_words(deadline), status_words(deadline), rule_words(deadline)):
        assert said
        assert "\n" not in said
        assert "None" not in said
    assert "None" not in comparison_words(deadline)


@laws
@given(plans(), near)
def test_same_plan_same_deadlines(plan: Plan, today: date) -> None:
    assert deadlines(plan, today) == deadlines(plan, today)
