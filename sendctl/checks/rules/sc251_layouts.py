"""A committee report names a layout that is not known.

`layout:` is the council's form that a report is printed in: one that sendctl ships, or a file of
that name in the plan's layouts/. A meeting can name another for its own copy. Without a layout a
report cannot be printed.

Good:

    # reports/june.yaml
    title: Where the plan stands
    layout: cabinet-cover

Bad:

    # reports/june.yaml
    title: Where the plan stands
    layout: cabinet-cuver
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity, did_you_mean
from sendctl.plan import Plan
from sendctl.plan.layouts import layout_names, may_be_unread

CODE = "SC251"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every name of a layout that leads nowhere."""
    del today
    known = layout_names(plan) if plan.reports else []
    for report in plan.reports.values():
        place = plan.place(report)
        named = [(report.layout, place.at("layout"))] + [
            (meeting.layout, place.at("meetings", index, "layout"))
            for index, meeting in enumerate(report.meetings)
        ]
        for name, at in named:
            if name and name not in known and not may_be_unread(plan, name):
                yield Problem(at, f"There is no layout {name!r}.", did_you_mean(name, known))
