"""An event is dated before one that must come first.

The framework says which events follow which: a report is received after the inspection ended and
before it is published, a statement is judged after it was submitted. A wrong order means a wrong
date, and with it a wrong deadline.

Good:

    # plan.yaml
    framework: area-send-2016
    events: {report_received: 2022-05-19, report_published: 2022-05-26}

Bad:

    # plan.yaml
    framework: area-send-2016
    events: {report_received: 2022-05-26, report_published: 2022-05-19}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.timeline import load_framework
from sendctl.timeline.compute import event_dates
from sendctl.timeline.framework import Framework

CODE = "SC302"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Each event that is dated before the nearest earlier one whose date is known."""
    del today
    framework = load_framework(plan.head.framework or "")
    if framework is None:
        return
    dates = event_dates(plan)
    for name, day in dates.items():
        before = _earlier(framework, name, dates)
        if before is None or not plan.head.events.keys() & {name, before}:
            continue  # the inspection's own two dates are SC301's matter
        if day < dates[before]:
            yield Problem(
                _place(plan, name),
                f"“{framework.events[name].title}” ({day}) lies before "
                f"“{framework.events[before].title}” ({dates[before]}).",
                "Correct one of the two dates.",
                (Related("the event that comes first", _place(plan, before)),),
            )


def _earlier(framework: Framework, name: str, dates: dict[str, date]) -> str | None:
    """The nearest event in the chain of those that come first whose date is known."""
    for _ in framework.events:
        kind = framework.events.get(name)
        if kind is None or kind.after is None:
            return None
        name = kind.after
        if name in dates:
            return name
    return None


def _place(plan: Plan, event: str) -> Place:
    if event in plan.head.events:
        written = ("events", event, "on")
        return Place(PLAN_FILE, written)
    return Place(PLAN_FILE, ("inspection", event.removeprefix("inspection_")))
