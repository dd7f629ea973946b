"""Whether a plan may be published yet: the report that it answers is out, and somebody approved it.

A report that was received is confidential until the inspectorates publish it, and a plan quotes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from sendctl.plan import Plan
from sendctl.plan.kind import Kind
from sendctl.plan.public import public_plan
from sendctl.timeline.words import day_words


class Refused(Exception):  # noqa: N818 - a verdict about the plan, not a fault
    """What was asked for must not be made of this plan as it is; the message says why."""


class ForEverybody(NamedTuple):
    """What a public version tells of itself.

    Attributes:
        names: whether people are named.
        threshold: the count of people from which on figures are shown.
        zero: whether a count of 0 is shown.
    """

    names: bool
    threshold: int
    zero: bool


_REPORTS = {
    Kind.ACCELERATED_PROGRESS_PLAN: "revisit_report_published",
    Kind.REFORM_PLAN: None,  # asked for by government, not by inspectors
}


def for_everybody(plan: Plan) -> ForEverybody:
    """What the public version of a plan tells of itself."""
    settings = plan.head.public
    return ForEverybody(settings.names, settings.threshold, not settings.hide_zero)


def report_event(kind: Kind) -> str | None:
    """The event that ends the embargo on what a plan answers; None when it answers no report."""
    return _REPORTS.get(kind, "report_published")


def published(plan: Plan, today: date, *, draft: bool = False) -> Plan:
    """The plan as everybody may read it: the one way to anything that is published.

    Args:
        plan: the plan as it was read.
        today: the day of the position.
        draft: whether it is a draft for those who are to approve it.

    Raises:
        Refused: the plan must not be published yet.
    """
    missing = obstacles(plan, today, draft=draft)
    if missing:
        raise Refused(
            f"{plan.shown.as_posix()} may not be published yet, so nothing was written: "
            f"{'; and '.join(missing)}."
        )
    return public_plan(plan)


def obstacles(plan: Plan, today: date, *, draft: bool = False) -> list[str]:
    """What a public version lacks, as clauses; none when it may be made.

    Args:
        plan: the plan as it was read; its public version does not say who approved it.
        today: the day of the position.
        draft: whether it is a draft for those who are to approve it, and so needs no approval yet.
    """
    return [*_embargo(plan, today), *([] if draft else approval(plan, today))]


def approval(plan: Plan, today: date) -> Iterator[str]:
    """What is missing of the approval."""
    public = plan.head.public
    if not public.approved:
        yield "nobody has approved it (`approved: {on: ..., by: ...}` under `public:` in plan.yaml)"
    elif not public.approved_by(today):
        first = min(one.on for one in public.approved)
        yield f"its approval is dated {day_words(first)}, after {day_words(today)}"


def _embargo(plan: Plan, today: date) -> Iterator[str]:
    name = report_event(plan.head.kind)
    if name is None:
        return
    event = plan.head.events.get(name)
    if event is None:
        yield (
            f"plan.yaml does not say when the inspectors' report was published (`{name}:` under "
            "`events:`), and until then it is confidential"
        )
    elif event.on > today:
        yield (
            f"the inspectors' report is confidential until it is published on {day_words(event.on)}"
        )
