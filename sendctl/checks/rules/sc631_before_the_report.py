"""The plan is published, or approved for it, before the inspectors' report.

A report that was received stays confidential until it is published. A plan that quotes it cannot
come first: either a date is wrong, or the date of the report is missing.

Good:

    # plan.yaml
    framework: area-send-2016
    events: {report_published: 2022-05-26, wsoa_published: 2022-09-23}
    public: {approved: {on: 2022-09-21, by: council}}

Bad:

    # plan.yaml
    framework: area-send-2016
    events: {wsoa_published: 2022-09-23}
    public: {approved: {on: 2022-09-21, by: council}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.publishing import REPORT, published_on
from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE

CODE = "SC631"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The days of publication and of approval, against that of the report."""
    del today
    report = plan.head.events.get(REPORT)
    done = [(place, day, "was published") for place, day in published_on(plan)]
    for index, approval in enumerate(plan.head.public.approved):
        place = Place(PLAN_FILE, ("public", "approved", index, "on"))
        done.append((place, approval.on, "was approved for publication"))
    for place, day, what in done:
        if report is None and what == "was published":
            yield Problem(
                place,
                f"The plan {what} on {day}, but nothing says when the report was.",
                f"Add `{REPORT}:` to `events:`.",
            )
        elif report and day < report.on:
            yield Problem(
                place,
                f"The plan {what} on {day}, before the report on {report.on}.",
                "Correct one of the two dates.",
                (Related("the report", Place(PLAN_FILE, ("events", REPORT, "on"))),),
            )
