"""A plan that is approved for publication does not say how to reach the area.

A published plan says whom to ask, how to get it in large print, easy read or another language, and
how families can say whether it helps. These stand under `public:` as `contact:`, `other_formats:`
and `feedback:`. A house rule; that other formats are to be had on request is what people expect of
any public service.

Good:

    # plan.yaml
    framework: area-send-2016
    events: {report_published: 2022-05-26}
    public:
      contact: Ask us at send@example.org.
      other_formats: Ask there for large print, easy read or another language.
      feedback: Tell us there whether things get better.
      approved: {on: 2022-09-21, by: council}

Bad:

    # plan.yaml
    framework: area-send-2016
    events: {report_published: 2022-05-26}
    public: {approved: {on: 2022-09-21, by: council}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE

CODE = "SC633"
SEVERITY = Severity.WARNING

_WANTED = {
    "contact": "whom to ask",
    "other_formats": "how to get it in another format",
    "feedback": "how families can say whether it helps",
}


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Each of the three that is missing once somebody has approved."""
    del today
    if not plan.head.public.approved:
        return
    for key, what in _WANTED.items():
        if getattr(plan.head.public, key) is None:
            yield Problem(
                Place(PLAN_FILE, ("public", key)),
                f"The plan is approved for publication, but does not say {what}.",
                f"Add `{key}:` under `public:`.",
            )
