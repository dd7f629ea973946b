"""A figure that is too small to be shown can be worked out from those beside it.

A public version does not show counts of people below the plan's threshold. Where a total and all
its other parts are shown, the missing part is what is left. Where figures count on from one to the
next (`cumulative: true`), two of them that are nearly the same tell how few came between. Then a
second figure must be held back, and the finding says which: of the parts, the smallest that is
shown; of two figures that count on, the later one. `held_back: true` beside it does that.

Totals are those that a measure's `made_of:` names, and those among the counts that share a `tag:`
where one is the sum of the others. What other publications tell is not known here. A house rule.

Good:

    # measures.yaml
    measures:
      - {id: M1, title: Exclusions, unit: count, made_of: [M2, M3, M4], baseline: {value: 30}}
      - {id: M2, title: Primary schools, unit: count, baseline: {value: 3}}
      - {id: M3, title: Special schools, unit: count, baseline: {value: 8, held_back: true}}
      - {id: M4, title: Secondary schools, unit: count, baseline: {value: 19}}

Bad:

    # measures.yaml
    measures:
      - {id: M1, title: Exclusions, unit: count, made_of: [M2, M3, M4], baseline: {value: 30}}
      - {id: M2, title: Primary schools, unit: count, baseline: {value: 3}}
      - {id: M3, title: Special schools, unit: count, baseline: {value: 8}}
      - {id: M4, title: Secondary schools, unit: count, baseline: {value: 19}}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.measure import Measure
from sendctl.plan.scalars import Figure
from sendctl.plan.small_numbers import Limits, Slot, is_count, limits_of, replaced, slots, whole

CODE = "SC609"
SEVERITY = Severity.WARNING


class _Count(NamedTuple):
    """A count of people, where it stands, and whether a public version shows it."""

    measure: Measure
    number: int
    place: Place
    shown: bool


class _Total(NamedTuple):
    """A total with its parts, all of the same time."""

    whole: _Count
    parts: tuple[_Count, ...]


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Totals with one part missing, and figures that count on by too few."""
    del today
    limits, hidden = limits_of(plan), replaced(plan)
    told: set[Place] = set()
    for total in _totals(plan, hidden):
        problem = _told_by(total, limits)
        if problem and problem.place not in told:
            told.add(problem.place)
            yield problem
    for measure in plan.measures:
        if measure.cumulative:
            yield from _told_by_steps(plan, measure, limits, hidden)


def _told_by(total: _Total, limits: Limits) -> Problem | None:
    """The second figure of a total to hold back; None when what is missing cannot be told."""
    missing = [one for one in (total.whole, *total.parts) if not one.shown]
    few = total.whole.shown and limits.is_small(sum(one.number for one in missing))
    if not missing or (len(missing) > 1 and not few):
        return None
    shown = [one for one in total.parts if one.shown] or [total.whole]
    second = min(shown, key=lambda one: one.number)
    names = " and ".join(repr(one.measure.id) for one in missing)
    hidden = "figure" if len(missing) == 1 else "figures together"
    return Problem(
        second.place.at("value"),
        f"The {hidden} of {names}, not shown, can be worked out from the total "
        f"{total.whole.measure.id!r} while {second.measure.id!r} is shown beside it.",
        "Hold this figure back too: add `held_back: true` to it.",
        (Related("the figure that is not shown", missing[0].place.at("value")),),
    )


def _totals(plan: Plan, hidden: Mapping[int, Figure]) -> Iterator[_Total]:
    """Every total of counts whose parts, of the same time, add up to it."""
    by_id = {measure.id: measure for measure in plan.measures}
    by_tag: defaultdict[str, list[Measure]] = defaultdict(list)
    for measure in plan.measures:
        if measure.made_of:
            parts = [by_id[key] for key in measure.made_of if key in by_id]
            yield from _of_parts(plan, measure, parts, hidden)
        elif measure.tag:
            by_tag[measure.tag.casefold()].append(measure)
    for group in by_tag.values():
        yield from _of_tag(plan, group, hidden)


def _of_parts(
    plan: Plan, measure: Measure, parts: Iterable[Measure], hidden: Mapping[int, Figure]
) -> Iterator[_Total]:
    """The total that a measure says it is, once for each of its figures."""
    by_time = [
        {time: count for slot, count in _counts(plan, part, hidden) for time in slot.times}
        for part in parts
    ]
    for slot, count in _counts(plan, measure, hidden):
        found = [
            next((known[time] for time in sorted(slot.times, reverse=True) if time in known), None)
            for known in by_time
        ]
        own = tuple(one for one in found if one)
        if own and len(own) == len(found) and sum(one.number for one in own) == count.number:
            yield _Total(count, own)


def _of_tag(plan: Plan, group: list[Measure], hidden: Mapping[int, Figure]) -> Iterator[_Total]:
    """The totals among measures of one tag: where the largest is the sum of at least two others."""
    by_time: defaultdict[str, list[_Count]] = defaultdict(list)
    for measure in group:
        for slot, count in _counts(plan, measure, hidden):
            by_time[slot.reading.period or slot.when].append(count)
    for counts in by_time.values():
        largest = max(counts, key=lambda one: one.number)
        others = tuple(one for one in counts if one is not largest)
        if len(others) > 1 and sum(one.number for one in others) == largest.number:
            yield _Total(largest, others)


def _told_by_steps(
    plan: Plan, measure: Measure, limits: Limits, hidden: Mapping[int, Figure]
) -> Iterator[Problem]:
    """Neighbouring figures that are shown, where one counts on from the other by too few."""
    counts = [count for slot, count in _counts(plan, measure, hidden) if slot.when and count.shown]
    for before, after in pairwise(counts):
        step = after.number - before.number
        if limits.is_small(step):
            yield Problem(
                after.place.at("value"),
                f"From {before.number} to {after.number}, the figures of {measure.id!r} tell of "
                f"{step} {'person' if step == 1 else 'people'}; the threshold is "
                f"{limits.threshold}.",
                "Hold this figure back until the next one: add `held_back: true` to it.",
                (Related("the figure before it", before.place.at("value")),),
            )


def _counts(
    plan: Plan, measure: Measure, hidden: Mapping[int, Figure]
) -> Iterator[tuple[Slot, _Count]]:
    """The figures of a measure that count people."""
    for slot in slots(measure):
        number = whole(slot.reading.value)
        if number is not None and is_count(measure, slot.reading.value):
            place = plan.place(measure).at(*slot.path)
            yield slot, _Count(measure, number, place, id(slot.reading) not in hidden)
