"""The inspection lies outside the time of its framework.

Areas were inspected under the framework of 2016 until the end of 2022, and under that of 2023
since. An inspection on another day means a wrong framework or a wrong date, and wrong clocks.

Good:

    # plan.yaml
    framework: area-send-2016
    inspection: {started: 2022-02-28}

Bad:

    # plan.yaml
    framework: area-send-2016
    inspection: {started: 2023-02-28}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.timeline import event_dates, framework_of
from sendctl.timeline.words import day_words

CODE = "SC224"
SEVERITY = Severity.WARNING


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The first day of the inspection against the framework's own first and last day."""
    del today
    framework = framework_of(plan)
    day = event_dates(plan).get("inspection_started")
    if framework is None or day is None:
        return
    if framework.since and day < framework.since:
        limit = f"begins on {day_words(framework.since)}"
    elif framework.until and day > framework.until:
        limit = f"ended on {day_words(framework.until)}"
    else:
        return
    given = "inspection_started" in plan.head.events
    path = ("events", "inspection_started", "on") if given else ("inspection", "started")
    yield Problem(
        Place(PLAN_FILE, path),
        f"The inspection began on {day_words(day)}, but {framework.name} {limit}.",
        "Correct the date or the framework.",
        (Related("the plan's framework", Place(PLAN_FILE, ("framework",))),),
    )
