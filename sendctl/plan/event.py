"""Something that happened on a day, under the names that a framework gives."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from sendctl.plan.audience import Public
from sendctl.plan.base import Item
from sendctl.plan.scalars import AS_DAY, Day, Id, Text


class Event(Item):
    """Something that happened, on a day."""

    on: Public[Day]
    source: Public[Text | None] = None
    note: Text | None = None


def _event(value: Any) -> Any:
    """A bare date is an event without more to say."""
    return {"on": value} if isinstance(value, str) else value


Events = dict[Id, Annotated[Event, BeforeValidator(_event), AS_DAY]]
"""Events by name; each a bare date, or a mapping with `on`, `source` and `note`."""
