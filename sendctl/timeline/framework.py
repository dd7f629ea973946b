"""A framework: the events it names and the clocks it runs. Data, one YAML file each.

To add one, put a file into `frameworks/`; no code names any of them.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from pydantic import Field

from sendctl.plan.base import Item
from sendctl.plan.kind import Kind
from sendctl.plan.salvage import build
from sendctl.plan.scalars import Day, Flag, Id, Text, Whole
from sendctl.workdays import Counting
from sendctl.yamlfile import read_bytes

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class Duty(StrEnum):
    """Whose clock it is. Only the area's own and local ones can be overdue."""

    AREA = "area"
    INSPECTORATE = "inspectorate"
    GOVERNMENT = "government"
    LOCAL = "local"


class Force(StrEnum):
    """How binding a clock is."""

    STATUTORY = "statutory"
    REQUIRED = "required"
    USUAL = "usual"
    APPROXIMATE = "approximate"
    AGREED = "agreed"
    LOCAL = "local"


class Grade(StrEnum):
    """How sure a rule is: A primary text, B official statement, C inferred, D weak."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Unit(StrEnum):
    """What a clock counts."""

    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class EventKind(Item):
    """Something that can happen under a framework."""

    title: Text
    after: Id | None = None
    """An event that cannot come later than this one."""


class Caution(Item):
    """A stretch of time in which a clock may have run differently."""

    since: Day = Field(alias="from")
    until: Day | None = None
    """Its last day; none yet when it goes on."""
    note: Text


class Clock(Item):
    """One rule: how long after (or before) which event something is due."""

    title: Text
    kinds: tuple[Kind, ...] = ()
    """The kinds of plan it is for; all of them when empty."""
    met_by: Id | None = None
    """The event that meets it."""
    number: Whole | None = None
    """How many units; None when no rule was found."""
    unit: Unit = Unit.WORKING_DAYS
    counting: Counting = Counting.EXCLUDING
    before: Flag = False
    """Whether it runs backwards from its event."""
    repeats: Flag = False
    start: Id = Field(alias="from")
    """The event it counts from; written `from`."""
    not_later_than: Id | None = None
    """An event that cannot come before the one it counts from: it bounds the deadline, no more."""
    duty: Duty
    force: Force
    grade: Grade | None = None
    """How sure it is; None when no rule was found."""
    source: Text
    cautions: tuple[Caution, ...] = ()
    not_expected_from: Day | None = None
    """From this day on, what has not happened yet is not expected any more."""
    not_expected: Text | None = None
    """Why it is not."""


class Framework(Item):
    """An inspection framework."""

    name: Id = Field(alias="framework")
    title: Text
    until: Day | None = None
    """Its last day."""
    kinds: tuple[Kind, ...] = ()
    """The kinds of plan that are made under it."""
    events: dict[Id, EventKind] = {}
    clocks: dict[Id, Clock] = {}


def framework_names() -> list[str]:
    """The frameworks that sendctl knows."""
    return sorted(_shipped())


@cache
def load_framework(name: str) -> Framework | None:
    """A framework by name; None when there is none of that name."""
    file = _shipped().get(name)
    if file is None:
        return None
    source = read_bytes(file.read_bytes(), file.name)
    framework, findings = build(Framework, source)
    if findings or source.findings:  # our own file is broken: no plan can be at fault
        raise AssertionError([*source.findings, *findings])
    return framework


def _shipped() -> dict[str, Traversable]:
    folder = files("sendctl.timeline") / "frameworks"
    return {
        file.name.removesuffix(".yaml"): file
        for file in folder.iterdir()
        if file.name.endswith(".yaml")
    }
