"""Measures against their milestones: where each stands, as words and as a series to draw."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.plan.measure import Checkpoint, Measure
from sendctl.plan.scalars import Figure
from sendctl.plan.verdict import Verdict, is_known, is_past, ordered, position
from sendctl.plan.when import When
from sendctl.report.lookup import Lookup
from sendctl.report.measures import CheckpointLine, MeasureLine, measure_lines
from sendctl.report.nouns import upper_first
from sendctl.report.status import Badge
from sendctl.report.wording import when_words

_VERDICTS: Final = MappingProxyType(
    {
        Verdict.MET: Badge("Milestone met", "on_track"),
        Verdict.NOT_MET: Badge("Milestone not met", "off_track"),
        Verdict.UNCLEAR: Badge("Cannot be compared", "neutral"),
        Verdict.NO_TARGET: Badge("No milestone set", "neutral"),
        Verdict.NO_FIGURE: Badge("No figure yet", "not_started"),
    }
)


_PLAIN: Final = MappingProxyType(
    {
        Verdict.MET: Badge("As planned, or better", "on_track"),
        Verdict.NOT_MET: Badge("Not where we want to be", "off_track"),
        Verdict.UNCLEAR: Badge("Cannot be compared", "neutral"),
        Verdict.NO_TARGET: Badge("Nothing was planned for this date", "neutral"),
        Verdict.NO_FIGURE: Badge("No figure yet", "not_started"),
    }
)
"""The same for families."""


class Point(NamedTuple):
    """One column of a series: the baseline, a milestone, or the target at the end.

    Attributes:
        label: when it is.
        kind: "baseline", "milestone" or "target".
        target: where the figure is to be, as published; "" when that is not said.
        target_number: the same as a number; None when it has none that fits the series.
        actual: the figure as published; "" when it is not known.
        state: how firm that figure is.
        is_past: whether its last day has passed.
        breaks: why its figure cannot be compared with those before; "" when it can.
    """

    label: str
    kind: str
    target: str = ""
    target_number: Decimal | None = None
    actual: str = ""
    actual_number: Decimal | None = None
    state: str = ""
    is_past: bool = True
    breaks: str = ""


class Series(NamedTuple):
    """A measure over time.

    Attributes:
        unit: "" when it does not say; `better` likewise "higher" or "lower".
        today: the day of the position.
    """

    title: str
    unit: str
    better: str
    points: tuple[Point, ...]
    today: date


class MeasureStanding(NamedTuple):
    """A measure and where it stands.

    Attributes:
        line: everything known about it.
        latest: the last milestone with a figure; None when there is none yet.
        verdict: what can be said of that figure; `plain` the same for families.
        missing: when figures were due after it that are not there.
        coming: the next milestone.
    """

    line: MeasureLine
    latest: CheckpointLine | None
    verdict: Badge
    plain: Badge
    missing: tuple[When, ...]
    coming: CheckpointLine | None
    series: Series


class MeasureCounts(NamedTuple):
    """How many measures met their last milestone, did not, or cannot be judged."""

    met: int
    not_met: int
    other: int


def measure_standings(known: Lookup) -> tuple[MeasureStanding, ...]:
    """All measures, in the plan's order."""
    lines = zip(known.plan.measures, measure_lines(known), strict=True)
    return tuple(_standing(measure, line, known) for measure, line in lines)


def count_verdicts(standings: Iterable[MeasureStanding]) -> MeasureCounts:
    """The measures by verdict."""
    found = Counter(one.verdict for one in standings)
    met, not_met = found[_VERDICTS[Verdict.MET]], found[_VERDICTS[Verdict.NOT_MET]]
    return MeasureCounts(met, not_met, found.total() - met - not_met)


def _standing(measure: Measure, line: MeasureLine, known: Lookup) -> MeasureStanding:
    def line_of(checkpoint: Checkpoint | None) -> CheckpointLine | None:
        if checkpoint is None:
            return None
        return line.checkpoints[measure.milestones.index(checkpoint)]

    now = position(known.plan, measure, known.today)
    return MeasureStanding(
        line=line,
        latest=line_of(now.latest),
        verdict=_VERDICTS[now.verdict],
        plain=_PLAIN[now.verdict],
        missing=tuple(one.by for one in now.missing),
        coming=line_of(now.coming),
        series=series(measure, line, known),
    )


def series(measure: Measure, line: MeasureLine, known: Lookup) -> Series:
    """A measure as a series: baseline, milestones in order of time, target."""
    steps = ordered(known.plan, measure)
    given = measure.baseline and measure.baseline.value
    figures = [given, *(one.target for one in steps)]
    figures += [one.actual.value for one in steps if one.actual]
    fits = _fitting([figure for figure in figures if figure])
    points = []
    if measure.baseline:
        value = measure.baseline.value
        when = measure.baseline.period or when_words(measure.baseline.on)
        label = f"Baseline {when}".strip()
        points.append(
            Point(label, "baseline", actual=value.text, actual_number=_number(value, fits))
        )
    breaks = _breaks(measure, steps, known)
    points += [_point(one, breaks[index], fits, known) for index, one in enumerate(steps)]
    if end := _end(measure, steps, fits, known):
        points.append(end)
    return Series(line.tag or line.title, line.unit, line.better, tuple(points), known.today)


def _point(step: Checkpoint, breaks: str, fits: bool, known: Lookup) -> Point:  # noqa: FBT001
    actual = step.actual if is_known(step, known.today) else None
    return Point(
        label=upper_first(when_words(step.by)),
        kind="milestone",
        target=step.target.text if step.target else "",
        target_number=_number(step.target, fits),
        actual=actual.value.text if actual else "",
        actual_number=_number(actual.value, fits) if actual else None,
        state=actual.state.value if actual and actual.state else "",
        is_past=is_past(known.plan, step, known.today),
        breaks=breaks,
    )


def _end(measure: Measure, steps: list[Checkpoint], fits: bool, known: Lookup) -> Point | None:  # noqa: FBT001
    """The target, where the last milestone does not say the same."""
    target = measure.target
    if target is None:
        return None
    last = steps[-1] if steps else None
    if last and last.target and last.target == target.value:
        same_day = known.plan.deadline(last.by) == known.plan.deadline(target.by)
        if target.by is None or same_day:
            return None
    return Point(
        label=f"Target {when_words(target.by)}".strip(),
        kind="target",
        target=target.value.text,
        target_number=_number(target.value, fits),
        is_past=False,
    )


def _breaks(measure: Measure, steps: list[Checkpoint], known: Lookup) -> list[str]:
    """For each milestone why the series breaks before it: at the first that is not earlier."""
    found = [""] * len(steps)
    terms = known.plan.head.terms
    for one in measure.breaks:
        days = one.on.days(terms)
        lasts = (known.plan.deadline(step.by) for step in steps)
        at = next(
            (index for index, last in enumerate(lasts) if days and last and last >= days.first),
            None,
        )
        if at is not None:
            found[at] = f"{found[at]} {one.reason}".strip()
    return found


def _fitting(figures: list[Figure]) -> bool:
    """Whether the series is in per cent: what most figures with a number are decides."""
    numbers = [figure for figure in figures if figure.number is not None]
    return sum(figure.percent for figure in numbers) * 2 > len(numbers)


def _number(figure: Figure | None, percent: bool) -> Decimal | None:  # noqa: FBT001
    """The number of a figure that fits the series; of one in another unit there is none."""
    if figure is None or figure.percent is not percent:
        return None
    return figure.number
