"""What changed about a measure's figures: new actuals, other targets, another baseline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sendctl.history.change import Change, What
from sendctl.history.context import as_written
from sendctl.history.records import number_words
from sendctl.plan.measure import Measure


def target(change: Change, before: Measure, after: Measure) -> Iterator[Change]:
    """A baseline or target: its figure, with the date it is for."""
    old, new = getattr(before, change.field), getattr(after, change.field)
    yield replace(change, what=What.TARGET, before=_reading(old), after=_reading(new))


def checkpoints(change: Change, before: Measure, after: Measure) -> Iterator[Change]:
    """A measure's milestones by their dates: new figures, other targets, and anything else."""
    old = {one.by: one for one in before.milestones}
    new = {one.by: one for one in after.milestones}
    for by in dict.fromkeys((*old, *new)):
        one, other = old.get(by), new.get(by)
        here = replace(change, field=f"milestones.{by}", before="", after="")
        was, now = one and one.actual, other and other.actual
        if was != now:
            yield replace(
                here, what=What.FIGURE, before=_reading(was), after=_reading(now),
                on=now.on if now else None, note=now.state.value if now and now.state else "",
            )  # fmt: skip
        aim_was, aim_now = one and one.target, other and other.target
        if aim_was != aim_now:
            yield replace(
                here, what=What.TARGET, before=as_written(aim_was), after=as_written(aim_now)
            )
        if was == now and aim_was == aim_now and one != other:
            yield here
    if old == new:
        yield replace(
            change, before=number_words(before.milestones), after=number_words(after.milestones)
        )


def _reading(value: Any) -> str:
    """A figure with what it is for: "18.59 by 2024-07", "47.7 for 2022/23"."""
    if value is None:
        return ""
    by, period = getattr(value, "by", None), getattr(value, "period", None)
    until, about = f" by {by}" if by else "", f" for {period}" if period else ""
    return f"{value.value}{until or about}"
