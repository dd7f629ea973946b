"""A small count of children would be published.

From a small count, or a rate that rests on one, neighbours can tell who is meant. Counts from 1 up
to the plan's threshold (`threshold:` under `public:`, else 5) are not published; 0 may be. Write
such a count in words: "fewer than 5". A house rule. A measure that does not count people can say
so with a waiver.

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
from sendctl.plan.measure import Measure, Reading, Unit

CODE = "SC607"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Baselines and actuals that are small counts, or rest on one."""
    del today
    threshold = plan.head.public.threshold
    for measure in plan.measures:
        for reading, place in _readings(measure, plan.place(measure)):
            if reading.value.number is None:
                continue
            key = _small(measure, reading, threshold)
            if key == "value":
                yield Problem(
                    place.at("value"),
                    f"A count of {reading.value} would be published; the threshold is {threshold}.",
                    f"Write “fewer than {threshold}”.",
                )
            elif key:
                yield Problem(
                    place.at("value"),
                    f"The figure {reading.value} rests on a count below the threshold of "
                    f"{threshold}.",
                    "Write in words that the number is too small to be shown.",
                    (Related(f"its {key}", place.at(key)),),
                )


def _readings(measure: Measure, place: Place) -> Iterator[tuple[Reading, Place]]:
    if measure.baseline:
        yield measure.baseline, place.at("baseline")
    for index, checkpoint in enumerate(measure.milestones):
        if checkpoint.actual:
            yield checkpoint.actual, place.at("milestones", index, "actual")


def _small(measure: Measure, reading: Reading, threshold: int) -> str:
    """The key of the count that is too small; "" when none is."""
    value = reading.value.number
    if measure.unit is Unit.COUNT and value is not None and 0 < value < threshold:
        return "value"
    for key, count in (("numerator", reading.numerator), ("denominator", reading.denominator)):
        if count is not None and 0 < count < threshold:
            return key
    return ""
