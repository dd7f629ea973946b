"""Where in a plan's files a deadline comes from."""

from __future__ import annotations

from sendctl.findings import Place
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.timeline import Deadline

_HEAD = Place(PLAN_FILE)


def place_of(plan: Plan, deadline: Deadline) -> Place:
    """The step, the stated date, the meeting, or the event that its clock counts from."""
    if deadline.step is not None:
        return plan.place(deadline.step).at("due")
    if deadline.stated and deadline.key in plan.head.stated:
        return _HEAD.at("stated", deadline.key, "due")
    start = deadline.counted_from
    if start is None:
        return _HEAD
    if deadline.about:
        return _meeting(plan, deadline)
    return _HEAD.at("events", start.event, "on")


def _meeting(plan: Plan, deadline: Deadline) -> Place:
    """The review, or the meeting of a committee report, that a deadline is about."""
    kind, _, rest = deadline.key.partition(":")
    if kind == "committee" and rest.count(":") >= 2:  # noqa: PLR2004 - report, meeting, clock
        stem, number, _ = rest.rsplit(":", 2)
        return Place(f"reports/{stem}.yaml", ("meetings", int(number) - 1, "date"))
    day = deadline.counted_from.date if deadline.counted_from else None
    for index, review in enumerate(plan.head.reviews):
        if review.on == day:
            return _HEAD.at("reviews", index, "on")
    return _HEAD.at("events", "review_meeting", "on")
