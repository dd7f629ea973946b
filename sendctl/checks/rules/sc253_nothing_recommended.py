"""A meeting receives a committee report without a recommendation.

A report asks its meeting for something, if only to note it: minutes record what was resolved on the
recommendations. The same report can ask one meeting to approve and another to note. House rule.

Good:

    # reports/june.yaml
    title: Where the plan stands
    meetings:
      - body: Scrutiny Committee
        date: 2022-12-15
        recommendations: To note the progress.

Bad:

    # reports/june.yaml
    title: Where the plan stands
    meetings:
      - body: Scrutiny Committee
        date: 2022-12-15
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Problem, Severity
from sendctl.plan import Plan

CODE = "SC253"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every such meeting."""
    del today
    for report in plan.reports.values():
        for index, meeting in enumerate(report.meetings):
            if not meeting.recommendations:
                yield Problem(
                    plan.place(report).at("meetings", index),
                    f"Nothing is recommended to {meeting.body}.",
                    "Add `recommendations:`, if only to note the report.",
                )
