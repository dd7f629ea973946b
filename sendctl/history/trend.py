"""How a plan went: counts, dates that slipped and figures, position after position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from sendctl.history.life import Watch
from sendctl.history.parts import Part, paired
from sendctl.history.repository import Repository
from sendctl.history.revision import Revision
from sendctl.plan import Plan
from sendctl.plan.action import Action
from sendctl.plan.measure import Measure
from sendctl.plan.progress import Impact, Rating, Status
from sendctl.timeline import calendar_of
from sendctl.workdays import UnsupportedDate, WorkingCalendar


class Every(StrEnum):
    """How far positions lie apart."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    VERSION = "version"


class Condition(NamedTuple):
    """How an action stands."""

    status: Status
    rating: Rating | None
    impact: Impact | None


class Slip(NamedTuple):
    """How far the dates of some actions have moved from those they had at first.

    Attributes:
        actions: how many actions have a date now and had one.
        moved: how many of them have another date than at first.
        working_days: by how many working days in all; what came forward counts against it.
        longest: by how many the one that moved furthest.
    """

    actions: int
    moved: int
    working_days: int
    longest: int


class Point(NamedTuple):
    """A position.

    Attributes:
        on: its day.
        revision: the version that was the plan on that day.
        conditions: how many actions stand how.
        overdue: open actions whose date had passed on that day.
        slip: of all actions.
        figures: the newest figure of each measure that has one, by its id then, as published.
    """

    on: date
    revision: Revision
    conditions: Mapping[Condition, int]
    overdue: int
    slip: Slip
    figures: Mapping[str, str]

    @property
    def total(self) -> int:
        """All actions."""
        return sum(self.conditions.values())


@dataclass(frozen=True, slots=True)
class Trend:
    """A plan through time.

    Attributes:
        plan: the newest version that can be read.
        points: the oldest first; the last is that of the newest version.
        by_strand: how far dates have moved, by the id of the strand.
        by_owner: the same by the key of who leads; an action that two lead counts for both.
        skipped: versions in which some part of the plan cannot be read.
        cut_off: what to say when the clone does not reach back to the beginning; else "".
    """

    plan: Plan
    points: tuple[Point, ...]
    by_strand: Mapping[str, Slip]
    by_owner: Mapping[str, Slip]
    skipped: tuple[Revision, ...]
    cut_off: str


def trend(repository: Repository, every: Every = Every.MONTH, watch: Watch = iter) -> Trend | None:
    """How the plan went, from its first version to the newest; None when none can be read.

    Positions are those at the ends of weeks (Sundays), months or quarters, and the newest; or each
    version's own. A date is compared with the first one that is known: the oldest that the plan
    records under `moved`, else that of the first version that has one.

    Args:
        repository: where the plan is kept.
        every: how far positions lie apart.
        watch: goes through the versions.

    Raises:
        NoHistory: the versions cannot be read.
    """
    versions = list(repository.versions())
    walk = _Walk(every)
    skipped = []
    for revision in watch(versions[::-1]):
        plan = repository.load(revision).plan
        if plan is None or plan.unread:
            skipped.append(revision)
        else:
            walk.step(revision, plan)
    if walk.plan is None:
        return None
    walk.finish()
    return Trend(
        walk.plan,
        tuple(walk.points),
        walk.by_strand(),
        walk.by_owner(),
        tuple(skipped[::-1]),
        repository.cut_off(versions[-1]),
    )


class _Walk:
    """Goes from the oldest version to the newest, and knows each action's first date."""

    def __init__(self, every: Every) -> None:
        self.plan: Plan | None = None
        self.points: list[Point] = []
        self._every = every
        self._revision: Revision | None = None
        self._first: dict[int, date] = {}
        self._calendar = WorkingCalendar()

    def step(self, revision: Revision, plan: Plan) -> None:
        """Look at the next version."""
        if self._revision is not None and self.plan is not None:
            if self._every is Every.VERSION:
                self._note(self._revision.on)
            for day in _ends(self._revision.on, revision.on, self._every):
                self._note(day)
        self._follow(plan)
        self.plan, self._revision = plan, revision
        self._calendar = calendar_of(plan)

    def finish(self) -> None:
        """Note the position of the newest version."""
        if self._revision is not None:
            self._note(self._revision.on)

    def by_strand(self) -> dict[str, Slip]:
        """How far the dates of each strand's actions have moved."""
        strands = self.plan.strands if self.plan else []
        return {strand.id: self._slip(strand.actions) for strand in strands}

    def by_owner(self) -> dict[str, Slip]:
        """How far the dates of each leader's actions have moved, the furthest first."""
        led: dict[str, list[Action]] = {}
        for action in self.plan.actions if self.plan else []:
            for key in action.owners.first():
                led.setdefault(key, []).append(action)
        slips = {key: self._slip(actions) for key, actions in led.items()}
        return dict(sorted(slips.items(), key=lambda pair: -pair[1].working_days))

    def _follow(self, plan: Plan) -> None:
        """Hand the first dates on to the same actions of the next version."""
        known, old = self._first, self.plan
        self._first = {}
        if old is not None:
            fresh = {id(action) for action in plan.actions}
            same = [action for action in old.actions if id(action) in fresh]
            self._first = {id(one): known[id(one)] for one in same if id(one) in known}
            kept = {id(action) for action in same}
            for pair in paired(_parts(old, kept), _parts(plan, kept)).pairs:
                day = known.get(id(pair.before.item))
                if day is not None:
                    self._first[id(pair.after.item)] = day
        for action in plan.actions:
            if id(action) not in self._first:
                day = _first_date(action, plan)
                if day is not None:
                    self._first[id(action)] = day

    def _note(self, day: date) -> None:
        plan, revision = self.plan, self._revision
        assert plan is not None  # noqa: S101 - there is a version
        assert revision is not None  # noqa: S101 - likewise
        conditions = Counter(Condition(one.status, one.rating, one.impact) for one in plan.actions)
        overdue = sum(plan.is_overdue(action, day) for action in plan.actions)
        figures = {one.id: text for one in plan.measures if (text := _newest_figure(one, plan))}
        slip = self._slip(plan.actions)
        self.points.append(Point(day, revision, conditions, overdue, slip, figures))

    def _slip(self, actions: Iterable[Action]) -> Slip:
        moves = [days for action in actions if (days := self._days(action)) is not None]
        moved = sum(days != 0 for days in moves)
        return Slip(len(moves), moved, sum(moves), max([0, *moves]))

    def _days(self, action: Action) -> int | None:
        """By how many working days an action's date has moved; None when it has none."""
        first = self._first.get(id(action))
        last = self.plan.deadline(action.due) if self.plan else None
        if first is None or last is None:
            return None
        try:
            return self._calendar.between(first, last)
        except UnsupportedDate:  # a slip of the year, which SC308 reports
            return None


def _parts(plan: Plan, without: set[int]) -> list[Part]:
    """The actions that are not the same in both versions."""
    return [
        Part("action", action.id or "", action, plan.place(action))
        for action in plan.actions
        if id(action) not in without
    ]


def _first_date(action: Action, plan: Plan) -> date | None:
    """The date that an action had before all moves that the plan records, else the present one."""
    moves = sorted(action.moved, key=lambda move: move.on)
    return plan.deadline(moves[0].before if moves else action.due)


def _newest_figure(measure: Measure, plan: Plan) -> str:
    """The figure of the last milestone that has one, as it was published."""
    dated = [
        (plan.deadline(one.by) or date.min, one.actual.value.text)
        for one in measure.milestones
        if one.actual
    ]
    return max(dated, key=lambda pair: pair[0])[1] if dated else ""


def _ends(first: date, last: date, every: Every) -> Iterator[date]:
    """The ends of weeks, months or quarters from one day on, before another."""
    if every is Every.VERSION:
        return
    day = _end(first, every)
    while day < last:
        yield day
        day = _end(day + timedelta(days=1), every)


def _end(day: date, every: Every) -> date:
    """The end of the week, month or quarter that a day lies in."""
    if every is Every.WEEK:
        return day + timedelta(days=6 - day.weekday())
    month = day.month if every is Every.MONTH else (day.month + 2) // 3 * 3
    following = date(day.year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def measures_in(points: Sequence[Point]) -> list[str]:
    """The ids of all measures that had a figure at some time, in order."""
    return list(dict.fromkeys(key for point in points for key in point.figures))
