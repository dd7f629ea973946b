"""The public version of a plan: a plan that holds nothing but what everybody may read.

Publishing goes by an allow-list, read off the models themselves: a field that is not marked
`Public` is absent, at any depth, and a new field is absent until somebody marks it. Documents,
charts, alternative texts and document properties are made of the plan that this gives, so that
none of them can show more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from pydantic_core import PydanticUndefined

from sendctl.plan.action import Action
from sendctl.plan.audience import Audience
from sendctl.plan.base import Item
from sendctl.plan.measure import Reading
from sendctl.plan.plan import Plan
from sendctl.plan.scalars import Figure
from sendctl.plan.small_numbers import replaced
from sendctl.plan.strand import Objective, Strand

_FORMATTING = frozenset("\n*_[]`<>#")
"""What a title does not hold: new lines, and the signs of formatting."""


def public_plan(plan: Plan) -> Plan:
    """The plan as everybody may read it.

    Fields that are not public are absent; names of people are kept only where the plan allows
    them (`names: true` under `public:`). Plain words come before official ones. Small counts of
    people, and what rests on them, are replaced by words.

    Args:
        plan: the plan as it was read; it stays as it is.
    """
    audiences = {Audience.PUBLIC}
    if plan.head.public.names:
        audiences.add(Audience.PERSONAL)
    filtering = _Filter(frozenset(audiences), replaced(plan))
    files = {name: filtering.item(content) for name, content in plan.files.items()}
    return replace(plan, files=files)


class FieldOf(NamedTuple):
    """A field of a model: its name, who may read it, and what it is where that is nobody here."""

    name: str
    audience: Audience
    default: Any


@cache
def fields_of(model: type[Item]) -> tuple[FieldOf, ...]:
    """The fields of a model in order.

    Raises:
        TypeError: it has a field that it cannot do without and that is not public, so that a
            public version would have no item of it.
    """
    found = []
    for name, field in model.model_fields.items():
        audience = audience_of(field.metadata)
        default = field.get_default(call_default_factory=True)
        if default is PydanticUndefined and audience is Audience.INTERNAL:
            raise TypeError(f"{model.__name__}.{name} is neither public nor optional")
        found.append(FieldOf(name, audience, default))
    return tuple(found)


def audience_of(metadata: list[Any]) -> Audience:
    """Who may read a field, by what its type is marked with; unmarked ones are internal."""
    marks = (mark for mark in metadata if isinstance(mark, Audience))
    return next(marks, Audience.INTERNAL)


@dataclass(frozen=True, slots=True)
class _Filter:
    """Copies items with what some audiences may read, and with figures replaced."""

    audiences: frozenset[Audience]
    figures: Mapping[int, Figure]

    def item(self, item: Item) -> Item:
        """A copy of an item, and of all items in it."""
        values, own = item.__dict__, {}
        for field in fields_of(type(item)):
            shown = field.audience in self.audiences
            own[field.name] = self._value(values[field.name]) if shown else field.default
        own |= self._safe(item) | _plain(item)
        given = item.model_fields_set & {
            field.name for field in fields_of(type(item)) if field.audience in self.audiences
        }
        return type(item).model_construct(_fields_set=given, **own)

    def _value(self, value: Any) -> Any:
        if isinstance(value, Item):
            return self.item(value)
        if isinstance(value, tuple):
            return tuple(self._value(one) for one in value)
        if isinstance(value, dict):
            return {key: self._value(one) for key, one in value.items()}
        return value

    def _safe(self, item: Item) -> dict[str, Any]:
        """What stands for a figure that is not shown; a note about it would tell it."""
        figure = self.figures.get(id(item))
        if figure is None:
            return {}
        return {"value": figure, "note": None} if isinstance(item, Reading) else {"value": figure}


def _plain(item: Item) -> dict[str, Any]:
    """What a family reads in place of official words.

    The inspectors' words, and what exactly a measure counts, stay beside their plain words.
    """
    if isinstance(item, Strand) and item.plain:
        return {"description": None}
    if isinstance(item, Action | Objective) and item.plain and _FORMATTING.isdisjoint(item.plain):
        return {"title": item.plain.rstrip("."), "plain": None}
    return {}
