"""A framework's clocks and a plan's dates make deadlines, each with its reasoning."""

from sendctl.timeline.compute import deadlines
from sendctl.timeline.dates import calendar_of, event_dates, misordered
from sendctl.timeline.deadline import CountedFrom, Deadline, Happened, State
from sendctl.timeline.framework import (
    Clock,
    Framework,
    committee_of,
    framework_names,
    framework_of,
    frameworks_known,
    load_framework,
    plan_framework,
)
from sendctl.timeline.happened import happened
from sendctl.timeline.plan_back import CannotPlanBack, PlanBack, plan_back
from sendctl.timeline.what_if import Solution, solve
from sendctl.timeline.whole import Timeline, timeline_of

__all__ = [
    "CannotPlanBack",
    "Clock",
    "CountedFrom",
    "Deadline",
    "Framework",
    "Happened",
    "PlanBack",
    "Solution",
    "State",
    "Timeline",
    "calendar_of",
    "committee_of",
    "deadlines",
    "event_dates",
    "framework_names",
    "framework_of",
    "frameworks_known",
    "happened",
    "load_framework",
    "misordered",
    "plan_back",
    "plan_framework",
    "solve",
    "timeline_of",
]
