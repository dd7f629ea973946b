"""What happened, what is due, and what the area set itself on the way."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sendctl.plan.when import When
from sendctl.report.lookup import Lookup
from sendctl.report.nouns import upper_first
from sendctl.timeline import Framework, Timeline, framework_of
from sendctl.timeline.words import comparison_words, date_words, rule_words, status_words


class EventLine(NamedTuple):
    """Something that happened."""

    title: str
    on: date
    source: str


class StatedLine(NamedTuple):
    """A deadline as the area states it."""

    title: str
    due: When
    source: str
    note: str


class StepLine(NamedTuple):
    """One of the area's own steps to submission."""

    title: str
    due: When | None
    done: date | None
    owner: str


class DeadlineLine(NamedTuple):
    """A deadline of the framework: what, when, how it stands, the rule and what it rests on."""

    title: str
    when: str
    standing: str
    rule: str
    notes: tuple[str, ...]


class TermLine(NamedTuple):
    """The first and last day of a school term."""

    name: str
    start: date
    end: date


def event_lines(known: Lookup) -> tuple[EventLine, ...]:
    """The events in order of time, under the names the framework gives them."""
    framework = _framework(known)
    titles = {key: kind.title for key, kind in framework.events.items()} if framework else {}
    events = sorted(known.plan.head.events.items(), key=lambda item: (item[1].on, item[0]))
    return tuple(
        EventLine(titles.get(key) or _spelt(key), event.on, event.source or "")
        for key, event in events
    )


def stated_lines(known: Lookup) -> tuple[StatedLine, ...]:
    """The stated deadlines in order of time."""
    framework = _framework(known)
    titles = {key: clock.title for key, clock in framework.clocks.items()} if framework else {}
    lines = [
        (
            known.plan.deadline(stated.due) or date.max,
            StatedLine(
                titles.get(key) or _spelt(key), stated.due, stated.source or "", stated.note or ""
            ),
        )
        for key, stated in known.plan.head.stated.items()
    ]
    return tuple(line for _, line in sorted(lines, key=lambda pair: (pair[0], pair[1].title)))


def deadline_lines(times: Timeline) -> tuple[DeadlineLine, ...]:
    """What the framework's clocks give, as far as there is anything to say about a date.

    The papers of meetings are the council's own business, and left out.
    """
    return tuple(
        DeadlineLine(
            deadline.label,
            date_words(deadline),
            status_words(deadline),
            " ".join(part for part in (rule_words(deadline), comparison_words(deadline)) if part),
            (*deadline.notes, f"Source: {deadline.source.rstrip('.')}."),
        )
        for deadline in times.deadlines
        if deadline.step is None
        and not deadline.about
        and (deadline.governing or deadline.latest_possible)
    )


def step_lines(known: Lookup) -> tuple[StepLine, ...]:
    """The area's own steps, in the plan's order."""
    return tuple(
        StepLine(step.title, step.due, step.done, known.parties.name(step.owner))
        for step in known.plan.head.steps
    )


def term_lines(known: Lookup) -> tuple[TermLine, ...]:
    """The school terms in order of time."""
    terms = sorted(known.plan.head.terms.items(), key=lambda item: (item[1].start, item[0]))
    return tuple(TermLine(name, term.start, term.end) for name, term in terms)


def framework_title(known: Lookup) -> str:
    """What the inspection framework is called; "" when none is given or known."""
    framework = _framework(known)
    return framework.title if framework else known.plan.head.framework or ""


def _framework(known: Lookup) -> Framework | None:
    return framework_of(known.plan)


def _spelt(key: str) -> str:
    """A name made for files as a person would write it."""
    return upper_first(key.replace("_", " ").replace("-", " "))
