"""A clock of the plan's own framework lacks what it cannot run without.

A clock says what it is called, which event it counts from, whose duty it is, how binding it is, and
where the rule stands. Without one of these it does not run. A change to a clock that sendctl ships
needs only the keys that differ.

Good:

    # frameworks/committee.yaml
    clocks:
      briefing: {title: Briefing, from: meeting, each: meetings, before: true, number: 2,
        duty: local, force: local, source: "Constitution, part 4"}

Bad:

    # frameworks/committee.yaml
    clocks:
      briefing: {title: Briefing, from: meeting, each: meetings, before: true, number: 2}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.timeline.framework import laid_over, missing, shipped_file

CODE = "SC221"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every clock that is not whole, together with what sendctl ships of it."""
    del today
    for name, own in plan.frameworks.items():
        shipped = shipped_file(name)
        for key, clock in own.clocks.items():
            below = shipped.clocks.get(key) if shipped else None
            lacking = missing(laid_over(below, clock))
            if lacking:
                yield Problem(
                    Place(f"frameworks/{name}.yaml", ("clocks", key), on_key=True),
                    f"The clock {key!r} cannot run without {', '.join(lacking)}.",
                    "Add what is missing, or take the name of a clock that sendctl ships.",
                )
