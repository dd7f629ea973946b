"""A clock that sendctl ships is changed without a reason.

What sendctl ships carries its source and how sure it is. A council can set another number, such as
a monitoring interval that was agreed with the Department for Education, but readers must see why.

Good:

    # frameworks/area-send-2016.yaml
    clocks:
      monitoring: {number: 4, reason: "Agreed with the DfE on 3 October 2022"}

Bad:

    # frameworks/area-send-2016.yaml
    clocks:
      monitoring: {number: 4}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.timeline.framework import shipped_file

CODE = "SC222"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every changed clock that says no reason."""
    del today
    for name, own in plan.frameworks.items():
        shipped = shipped_file(name)
        for key, clock in own.clocks.items():
            if shipped and key in shipped.clocks and not clock.reason:
                yield Problem(
                    Place(f"frameworks/{name}.yaml", ("clocks", key), on_key=True),
                    f"The clock {key!r} of {name} is changed without a reason.",
                    "Add `reason:`; it is printed with every date that the clock gives.",
                )
