"""The plan was published without approval, or before it.

Who approved the publication, and when, is what an auditor asks for first. It stands under
`public:` as `approved:`. A house rule.

Good:

    # plan.yaml
    framework: area-send-2016
    events: {report_published: 2022-05-26, wsoa_published: 2022-09-23}
    public: {approved: {on: 2022-09-21, by: council}}

Bad:

    # plan.yaml
    framework: area-send-2016
    events: {report_published: 2022-05-26, wsoa_published: 2022-09-23}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.checks.publishing import published_on
from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE

CODE = "SC632"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The day of publication, against that of approval."""
    del today
    approved = plan.head.public.approved
    for place, day in published_on(plan):
        if approved is None:
            yield Problem(
                place,
                f"The plan was published on {day}, and nobody is said to have approved that.",
                "Add `approved: {on: ..., by: ...}` under `public:`.",
            )
        elif day < approved.on:
            yield Problem(
                place,
                f"The plan was published on {day}, before its approval on {approved.on}.",
                "Correct one of the two dates.",
                (Related("the approval", Place(PLAN_FILE, ("public", "approved", "on"))),),
            )
