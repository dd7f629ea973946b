"""The plan was published without approval, or before it.

Who approved the publication, and when, is what an auditor asks for first. It stands under
`public:` as `approved:`, and is a list where a new version was approved again. One approval by the
day of publication is enough; what was approved later is for the next one. A house rule.

Good:

    # plan.yaml
    framework: area-send-2016
    events: {report_published: 2022-05-26, wsoa_published: 2022-09-23}
    public: {approved: [{on: 2022-09-21, by: council}, {on: 2023-03-01, by: council}]}

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
    """The day of publication, against that of the first approval."""
    del today
    public = plan.head.public
    days = [one.on for one in public.approved]
    for place, day in published_on(plan):
        if not days:
            yield Problem(
                place,
                f"The plan was published on {day}, and nobody is said to have approved that.",
                "Add `approved: {on: ..., by: ...}` under `public:`.",
            )
        elif not public.approved_by(day):
            first = min(days)
            where = Place(PLAN_FILE, ("public", "approved", days.index(first), "on"))
            yield Problem(
                place,
                f"The plan was published on {day}, before its approval on {first}.",
                "Correct one of the two dates, or add the approval that came first.",
                (Related("the approval", where),),
            )
