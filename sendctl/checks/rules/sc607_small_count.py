"""A small count of children would be published.

From a small count of people, or a figure that rests on one, neighbours can tell who is meant. A
public version shows words in place of counts from 1 up to the plan's threshold (`threshold:` under
`public:`, else 5), and of what rests on them; 0 is shown. Other documents print the figure, and
are often published too. A house rule. What does not count people says `people: false`.

Good:

    # measures.yaml
    measures:
      - {id: M1, title: Children excluded, unit: count, baseline: {value: fewer than 5}}

Bad:

    # measures.yaml
    measures:
      - {id: M1, title: Children excluded, unit: count, baseline: {value: 3}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.plan.measure import Reading
from sendctl.plan.scalars import Figure
from sendctl.plan.small_numbers import Limits, limits_of, replaced, slots

CODE = "SC607"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Facts, baselines and actuals that are small counts, or rest on one."""
    del today
    limits, shown = limits_of(plan), replaced(plan)
    for index, fact in enumerate(plan.head.local_data):
        if words := shown.get(id(fact)):
            place = Place(PLAN_FILE, ("local_data", index))
            yield _problem(place, fact.value, words, limits)
    for measure in plan.measures:
        for slot in slots(measure):
            words = shown.get(id(slot.reading))
            if words and not slot.reading.held_back:
                place = plan.place(measure).at(*slot.path)
                related = tuple(_related(slot.reading, place, limits))
                yield _problem(place, slot.reading.value, words, limits, related)


def _problem(
    place: Place, value: Figure, words: Figure, limits: Limits, related: tuple[Related, ...] = ()
) -> Problem:
    what = (
        f"A count of {value} would be published; the threshold is {limits.threshold}."
        if words == limits.words
        else f"The figure {value} rests on a count below the threshold of {limits.threshold}."
    )
    advice = f"Write “{words}”, as `render --public` does, or `people: false` if it counts none."
    return Problem(place.at("value"), what, advice, related)


def _related(reading: Reading, place: Place, limits: Limits) -> Iterator[Related]:
    """The first of its counts that is too small."""
    for key in ("numerator", "denominator"):
        if limits.is_small(getattr(reading, key)):
            yield Related(f"its {key}", place.at(key))
            return
