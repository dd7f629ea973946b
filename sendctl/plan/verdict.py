"""How a measure stands against its milestones on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sendctl.plan.measure import Checkpoint, Direction, Measure
from sendctl.plan.plan import Plan
from sendctl.plan.scalars import Figure


class Verdict(StrEnum):
    """What can be said of a figure beside its target."""

    MET = "met"
    NOT_MET = "not_met"
    UNCLEAR = "unclear"
    """There are both, but they cannot be compared: words, another unit, no direction."""
    NO_TARGET = "no_target"
    NO_FIGURE = "no_figure"


@dataclass(frozen=True, slots=True)
class Position:
    """Where a measure stands.

    Attributes:
        latest: the last milestone with a figure that is known; None when there is none yet.
        verdict: of that figure; `NO_FIGURE` when there is none yet.
        missing: milestones after it whose last day has passed without a figure, in order of time.
        coming: the first milestone that is still ahead.
    """

    latest: Checkpoint | None
    verdict: Verdict
    missing: tuple[Checkpoint, ...]
    coming: Checkpoint | None


def compare(target: Figure | None, actual: Figure | None, direction: Direction | None) -> Verdict:
    """A figure beside its target; only what is of one kind is compared, and nothing is guessed."""
    if actual is None:
        return Verdict.NO_FIGURE
    if target is None:
        return Verdict.NO_TARGET
    if target.text.casefold() == actual.text.casefold():
        return Verdict.MET
    if target.number is None or actual.number is None:
        words = {target.text.casefold(), actual.text.casefold()}
        return Verdict.NOT_MET if words == {"yes", "no"} else Verdict.UNCLEAR
    if target.percent is not actual.percent:
        return Verdict.UNCLEAR
    if target.number == actual.number:
        return Verdict.MET
    if direction is None:
        return Verdict.UNCLEAR
    is_higher = actual.number > target.number
    return Verdict.MET if is_higher is (direction is Direction.HIGHER) else Verdict.NOT_MET


def ordered(plan: Plan, measure: Measure) -> list[Checkpoint]:
    """A measure's milestones in order of time; those that name no day stay last."""
    return sorted(measure.milestones, key=lambda one: plan.deadline(one.by) or date.max)


def is_known(checkpoint: Checkpoint, today: date) -> bool:
    """Whether its figure was known on a day; one without a day counts as known."""
    actual = checkpoint.actual
    return actual is not None and (actual.on is None or actual.on <= today)


def is_past(plan: Plan, checkpoint: Checkpoint, today: date) -> bool:
    """Whether its last day has passed."""
    last = plan.deadline(checkpoint.by)
    return last is not None and last < today


def position(plan: Plan, measure: Measure, today: date) -> Position:
    """How a measure stands on a day."""
    steps = ordered(plan, measure)
    known = [index for index, one in enumerate(steps) if is_known(one, today)]
    after = steps[known[-1] + 1 :] if known else steps
    latest = steps[known[-1]] if known else None
    actual = latest.actual.value if latest and latest.actual else None
    target = latest.target if latest else None
    ahead = [one for one in after if not is_past(plan, one, today)]
    return Position(
        latest,
        compare(target, actual, measure.direction),
        tuple(one for one in after if is_past(plan, one, today)),
        ahead[0] if ahead else None,
    )
