"""Small counts of people, and what rests on them: the figures that a public version does not show.

A figure can be judged only by what the plan says of it: the measure's unit, the numerator and the
denominator of a reading, and the counts that a rate is made of. Targets are aims, not people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sendctl.findings.finding import Step
from sendctl.plan.head import Fact
from sendctl.plan.measure import Measure, Reading, Unit
from sendctl.plan.plan import Plan
from sendctl.plan.scalars import Figure

NOT_SHOWN = Figure("not shown (small numbers)")
"""What stands for a figure that rests on a small count, or would give one away."""

_IN_WORDS = re.compile(r"(fewer|less) than|under|below|up to|<|≤", re.IGNORECASE)
"""How a count that was already made safe begins."""
_WHOLE = re.compile(r"(?<![\d.,])\d{1,9}(?![\d.,]*\d)", re.ASCII)


class Slot(NamedTuple):
    """One reading of a measure.

    Attributes:
        path: where it stands in its measure.
        when: the date of its milestone as written; "" for the baseline.
    """

    path: tuple[Step, ...]
    when: str
    reading: Reading

    @property
    def times(self) -> set[tuple[str, str | None]]:
        """What it is about: readings of two measures that share one of these are of one time."""
        return {("by", self.when), ("period", self.reading.period or self.when)}


@dataclass(frozen=True, slots=True)
class Limits:
    """What counts as small in a plan."""

    threshold: int
    hide_zero: bool

    def is_small(self, count: int | None) -> bool:
        """Whether a count of people must not be shown."""
        if count is None or count < 0:
            return False
        return self.hide_zero if count == 0 else count < self.threshold

    @property
    def words(self) -> Figure:
        """What stands for a small count."""
        return Figure(f"fewer than {self.threshold}")


def limits_of(plan: Plan) -> Limits:
    """The plan's own threshold, and whether 0 is shown."""
    return Limits(plan.head.public.threshold, plan.head.public.hide_zero)


def slots(measure: Measure) -> Iterator[Slot]:
    """The baseline and the actuals of a measure, in the order written."""
    if measure.baseline:
        yield Slot(("baseline",), "", measure.baseline)
    for index, checkpoint in enumerate(measure.milestones):
        if checkpoint.actual:
            path = ("milestones", index, "actual")
            yield Slot(path, checkpoint.by.text, checkpoint.actual)


def replaced(plan: Plan) -> Mapping[int, Figure]:
    """What a public version shows in place of a figure, by the identity of its reading or fact."""
    limits = limits_of(plan)
    found: dict[int, Figure] = {}
    for measure in plan.measures:
        for slot in slots(measure):
            if figure := _own(measure, slot.reading, limits):
                found[id(slot.reading)] = figure
    by_id = {measure.id: measure for measure in plan.measures}
    found |= {key: NOT_SHOWN for key in _resting(plan, by_id, found) if key not in found}
    for fact in plan.head.local_data:
        if _is_small_fact(fact, limits):
            found[id(fact)] = limits.words
    return found


def is_count(measure: Measure, figure: Figure) -> bool:
    """Whether a figure of a measure counts people; without a unit, a whole number does."""
    if figure.percent or not measure.people:
        return False
    return measure.unit is Unit.COUNT or (measure.unit is None and whole(figure) is not None)


def _may_hold_count(measure: Measure, figure: Figure) -> bool:
    """Whether a figure is text that may tell a count, such as "3 of 200"."""
    return figure.number is None and measure.unit in {
        None, Unit.COUNT, Unit.PERCENT, Unit.RATE,
    }  # fmt: skip


def whole(figure: Figure) -> int | None:
    """The number of a figure where it is a whole one."""
    number = figure.number
    return int(number) if number is not None and number == int(number) else None


def _own(measure: Measure, reading: Reading, limits: Limits) -> Figure | None:
    """What stands for a reading that must not be shown, for what it says itself."""
    if reading.held_back:
        return NOT_SHOWN
    value = reading.value
    if not measure.people or (value.number is None and _IN_WORDS.match(value.text)):
        return None
    if is_count(measure, value) and value.number is not None and limits.is_small(int(value.number)):
        return limits.words
    return NOT_SHOWN if any(map(limits.is_small, _counts(measure, reading))) else None


def _counts(measure: Measure, reading: Reading) -> Iterator[int | None]:
    """The counts of people that a reading tells, or rests on."""
    top, all_of_them = reading.numerator, reading.denominator
    yield top
    yield all_of_them or None
    if is_count(measure, reading.value) or _may_hold_count(measure, reading.value):
        yield from _told(reading.value)
    if top is not None and all_of_them and _is_share(measure, reading.value):
        yield all_of_them - top  # 97% of 100 tells of 3 as well


def _told(figure: Figure) -> Iterator[int]:
    """The whole numbers that a count tells, also where it is text such as "3 children"."""
    if figure.number is not None:
        # Half a person is nobody: 3.5 of them is taken for 3.
        yield int(figure.number)
    elif not _IN_WORDS.match(figure.text):
        yield from (int(number) for number in _WHOLE.findall(figure.text))


def _is_share(measure: Measure, figure: Figure) -> bool:
    return figure.percent or measure.unit is Unit.PERCENT


def _resting(
    plan: Plan, by_id: Mapping[str, Measure], found: Mapping[int, Figure]
) -> Iterator[int]:
    """The percentages and rates made of counts of which one, of the same time, is not shown."""
    for measure in plan.measures:
        parts = [by_id[key] for key in measure.made_of if key in by_id]
        hidden = {
            time
            for part in parts
            for slot in slots(part)
            if id(slot.reading) in found
            for time in slot.times
        }
        for slot in slots(measure):
            if not is_count(measure, slot.reading.value) and hidden & slot.times:
                yield id(slot.reading)


def _is_small_fact(fact: Fact, limits: Limits) -> bool:
    if not fact.people or fact.value.percent:
        return False
    return any(limits.is_small(count) for count in _told(fact.value))
