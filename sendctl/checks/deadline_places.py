"""Where in a plan's files a deadline comes from."""

from __future__ import annotations

from sendctl.findings import Place
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.timeline import Deadline


def place_of(plan: Plan, deadline: Deadline) -> Place:
    """The step, the stated date, or the event that its clock counts from."""
    if deadline.step is not None:
        return plan.place(deadline.step).at("due")
    head = Place(PLAN_FILE)
    if deadline.stated:
        return head.at("stated", deadline.key, "due")
    start = deadline.counted_from.event if deadline.counted_from else ""
    return head.at("events", start, "on") if start in plan.head.events else head.at("inspection")
