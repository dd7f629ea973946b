"""What a workbook would change in the plan, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sendctl.exchange.workbook.spot import Spot
from sendctl.exchange.workbook.view import Value
from sendctl.findings.finding import Step


class Remark(NamedTuple):
    """Something about a workbook that somebody should know.

    Attributes:
        is_error: whether something in it could not be taken.
    """

    spot: Spot
    message: str
    advice: str
    is_error: bool


def error(spot: Spot, message: str, advice: str = "") -> Remark:
    """A remark about something that was not taken."""
    return Remark(spot, message, advice, is_error=True)


def notice(spot: Spot, message: str, advice: str = "") -> Remark:
    """A remark about something that is well, but may surprise."""
    return Remark(spot, message, advice, is_error=False)


class Target(NamedTuple):
    """A field of the plan.

    Attributes:
        kind: what has it: action, measure, risk, post, body.
        id: its id or key.
        path: keys and indices inside it.
        field: the field's name for people, such as "owners.lead".
    """

    kind: str
    id: str
    path: tuple[Step, ...]
    field: str


class Change(NamedTuple):
    """A field that would be another.

    Attributes:
        old: what the plan holds now.
        new: what the workbook says; None takes it out.
        spots: the cells that say so.
    """

    target: Target
    old: Value
    new: Value
    spots: tuple[Spot, ...]


class Conflict(NamedTuple):
    """A field that two sides changed since the workbook was made.

    Attributes:
        base: what it was then.
        plan: what the plan holds now.
        said: what workbooks say, each with its cell.
    """

    target: Target
    base: Value
    plan: Value
    said: tuple[tuple[Value, Spot], ...]


class Addition(NamedTuple):
    """Something that the plan does not have.

    Attributes:
        kind: action, measure, risk, or figure for a milestone of a measure.
        id: its id; of a figure its measure's.
        values: by the field's name.
    """

    kind: str
    id: str
    values: Mapping[str, Value]
    spot: Spot


class NewUpdate(NamedTuple):
    """What somebody reports."""

    kind: str
    id: str
    by: str
    note: str
    spot: Spot


class NewMove(NamedTuple):
    """The reason for which an action's date is moved; "" when none is given."""

    id: str
    reason: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that workbooks propose."""

    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    additions: tuple[Addition, ...] = ()
    updates: tuple[NewUpdate, ...] = ()
    moves: tuple[NewMove, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.changes or self.additions or self.updates)

    @property
    def is_clear(self) -> bool:
        """Whether everything could be taken."""
        return not self.conflicts and not any(remark.is_error for remark in self.remarks)
