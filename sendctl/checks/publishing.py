"""When a plan was published: its framework's events for that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE

REPORT = "report_published"
"""The event that ends the embargo on the inspectors' report."""


def published_on(plan: Plan) -> Iterator[tuple[Place, date]]:
    """Where and when the plan is said to have been published.

    Frameworks name these events after what is published: `wsoa_published`, `pap_published`. Those
    of reports are about what the inspectors publish.
    """
    for name, event in plan.head.events.items():
        if name.endswith("_published") and "report" not in name:
            yield Place(PLAN_FILE, ("events", name, "on")), event.on
