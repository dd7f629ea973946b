"""The frameworks that sendctl ships, and a plan's changes laid over them.

To add one, put a file into `frameworks/`; no code names any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from pydantic import Field

from sendctl.plan import Plan
from sendctl.plan.framework import (
    Caution,
    ClockFile,
    Duty,
    EventKind,
    Force,
    FrameworkFile,
)
from sendctl.plan.kind import Kind
from sendctl.plan.salvage import build
from sendctl.plan.scalars import Id, Text
from sendctl.yamlfile import read_bytes

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

COMMITTEE = "committee"
"""The framework of committee papers; it runs beside the plan's own for every report."""

_T = TypeVar("_T")
_CHANGES_THE_RULE = frozenset({"number", "unit", "start", "counting", "before", "repeats"})


class Clock(ClockFile):
    """A clock that is complete, so that it can run."""

    title: Text
    start: Id = Field(alias="from")
    duty: Duty
    force: Force
    source: Text


NEEDED = ("title", "start", "duty", "force", "source")
"""What a clock cannot do without."""


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework ready to use.

    Attributes:
        name: its file's name, as `framework:` in plan.yaml gives it.
        since: the first day on which an inspection under it can begin; `until` the last.
        submission: the clock by which the plan itself is handed in; None when it has none.
        cautions: for all its clocks.
        clocks: those that are complete and apply.
    """

    name: str
    title: str
    since: date | None = None
    until: date | None = None
    kinds: tuple[Kind, ...] = ()
    submission: str | None = None
    cautions: tuple[Caution, ...] = ()
    events: Mapping[str, EventKind] = field(default_factory=dict)
    clocks: Mapping[str, Clock] = field(default_factory=dict)

    def event_title(self, event: str) -> str:
        """What an event is called; its key when the framework does not know it."""
        return self.events[event].title if event in self.events else event


def framework_names() -> list[str]:
    """The frameworks that sendctl ships."""
    return sorted(_shipped())


@cache
def load_framework(name: str) -> Framework | None:
    """A shipped framework by name; None when there is none of that name."""
    shipped = shipped_file(name)
    return _laid_over(name, shipped, None) if shipped else None


def frameworks_known(plan: Plan) -> list[str]:
    """The names that `framework:` in this plan can take: shipped ones and its own."""
    return sorted({*_shipped(), *plan.frameworks} - {COMMITTEE})


def framework_of(plan: Plan) -> Framework | None:
    """The plan's framework with its own changes; None when it names none, or one not known."""
    name = plan.head.framework or ""
    return None if name == COMMITTEE else plan_framework(plan, name)


def committee_of(plan: Plan) -> Framework:
    """The clocks of committee papers, with the plan's own changes."""
    return plan_framework(plan, COMMITTEE) or Framework(COMMITTEE, "Committee papers")


def plan_framework(plan: Plan, name: str) -> Framework | None:
    """A framework by name, as it is in this plan: a shipped one, the plan's own, or both."""
    own = plan.frameworks.get(name)
    if own is None:
        return load_framework(name)
    return _laid_over(name, shipped_file(name), own)


@cache
def shipped_file(name: str) -> FrameworkFile | None:
    """A shipped framework as its file gives it; None when there is none of that name."""
    file = _shipped().get(name)
    if file is None:
        return None
    source = read_bytes(file.read_bytes(), file.name)
    framework, findings = build(FrameworkFile, source)
    if findings or source.findings:  # our own file is broken: no plan can be at fault
        raise AssertionError([*source.findings, *findings])
    return framework


def laid_over(shipped: ClockFile | None, own: ClockFile | None) -> ClockFile:
    """A clock with the keys that the plan's own file gives in place of the shipped ones.

    A changed rule does not keep the grade of the rule that it replaces.
    """
    if shipped is None or own is None:
        return own or shipped or ClockFile.model_construct()
    given = {name: getattr(own, name) for name in own.model_fields_set}
    if _CHANGES_THE_RULE & given.keys():
        given = {"grade": None, "wording": None, "cautions": (), **given}
        given.setdefault("source", own.reason or shipped.source)
    return ClockFile.model_construct(**{**shipped.__dict__, **given})


def _laid_over(name: str, shipped: FrameworkFile | None, own: FrameworkFile | None) -> Framework:
    """The framework that the two files make together."""
    layers = [layer for layer in (shipped, own) if layer]
    below = shipped.clocks if shipped else {}
    above = own.clocks if own else {}
    clocks = {
        key: laid_over(below.get(key), above.get(key)) for key in dict.fromkeys([*below, *above])
    }
    return Framework(
        name=name,
        title=_last(layer.title for layer in layers) or name,
        since=_last(layer.since for layer in layers),
        until=_last(layer.until for layer in layers),
        kinds=_last(layer.kinds or None for layer in layers) or (),
        submission=_last(layer.submission for layer in layers),
        cautions=tuple(caution for layer in layers for caution in layer.cautions),
        events=MappingProxyType({k: v for layer in layers for k, v in layer.events.items()}),
        clocks=MappingProxyType(
            {
                key: Clock.model_construct(**clock.__dict__)
                for key, clock in clocks.items()
                if clock.applies and not missing(clock)
            }
        ),
    )


def missing(clock: ClockFile) -> list[str]:
    """The keys that a clock lacks and cannot run without, as files spell them."""
    fields = ClockFile.model_fields
    return [fields[name].alias or name for name in NEEDED if getattr(clock, name) is None]


def _last(values: Iterable[_T | None]) -> _T | None:
    """The last value that is given."""
    return next((value for value in reversed(list(values)) if value is not None), None)


@cache
def _shipped() -> dict[str, Traversable]:
    folder = files("sendctl.timeline") / "frameworks"
    return {
        file.name.removesuffix(".yaml"): file
        for file in folder.iterdir()
        if file.name.endswith(".yaml")
    }
