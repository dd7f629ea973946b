"""What is needed to tell a change: both versions, ids that changed, values as they are written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from sendctl.plan import Plan
from sendctl.plan.base import Item, field_parts
from sendctl.plan.scalars import Figure, Ref
from sendctl.plan.when import When
from sendctl.timeline import calendar_of
from sendctl.workdays import WorkingCalendar

_SCALARS = (str, int, date, When, Figure)


@dataclass(frozen=True, slots=True)
class Context:
    """What is needed to tell a change.

    Attributes:
        before: the earlier version.
        after: the present one.
        ids: for each kind the present ids of parts that had another.
        calendar: the working days of the present version.
    """

    before: Plan
    after: Plan
    ids: Mapping[str, Mapping[str, str]]
    calendar: WorkingCalendar

    @classmethod
    def of(cls, before: Plan, after: Plan, ids: Mapping[str, Mapping[str, str]]) -> Context:
        """For two versions."""
        return cls(before, after, ids, calendar_of(after))

    def only_relabelled(self, model: type[Item], name: str, old: Any, new: Any) -> bool:
        """Whether a field still names the same parts, whose ids changed."""
        kinds = _refers_to(model, name)
        if not kinds:
            return False

        def renamed(key: str) -> str:
            names = (self.ids[kind] for kind in kinds)
            return next((known[key] for known in names if key in known), key)

        if isinstance(old, str) and isinstance(new, str):
            return renamed(old) == new
        both = isinstance(old, tuple) and isinstance(new, tuple)
        return both and [renamed(key) for key in old] == list(new)


def as_written(value: Any) -> str:
    """A value as the files say it; "" for none, and for what is more than a value or a list."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, _SCALARS):
        return str(value)
    if isinstance(value, tuple) and all(isinstance(one, _SCALARS) for one in value):
        return ", ".join(as_written(one) for one in value)
    return ""


@cache
def _refers_to(model: type[Item], name: str) -> tuple[str, ...]:
    """The kinds of parts that a field names."""
    kinds = [part.kind for part in field_parts(model.model_fields[name]) if isinstance(part, Ref)]
    wider = {
        "owner": ("body", "post"),
        "party": ("body", "post", "board"),
        "subject": ("weakness", "strand", "objective"),
    }
    return tuple(kind for ref in kinds for kind in wider.get(ref, (ref,)))
