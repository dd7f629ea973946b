"""A part of a plan as plain values under the keys of its file: what JSON and tables are made of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sendctl.plan.base import Item
from sendctl.plan.scalars import Figure
from sendctl.plan.when import When


class _Key(NamedTuple):
    """A field, the key it is written under, and whether it may go without saying."""

    field: str
    key: str
    left_out: bool


def plain(item: Item) -> dict[str, Any]:
    """An item as dict, list, str, int and bool, under the keys that the YAML files use.

    Defaults are filled in, such as a status of "not_started". A key that has no value is left
    out, and so is a flag that is false, unless it is true by default. Dates are text as written,
    the edge of a term a mapping; a figure is its text. What this gives can be read as a file again.
    """
    values = item.__dict__
    return {
        key: _value(values[field])
        for field, key, left_out in _keys(type(item))
        if not (left_out and _is_nothing(values[field]))
    }


def _value(value: Any) -> Any:
    if isinstance(value, Item):
        return plain(value)
    if isinstance(value, When):
        return {"by": value.edge, "term": value.term} if value.edge else value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Figure):
        return value.text
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    if isinstance(value, dict):
        return {key: _value(one) for key, one in value.items()}
    return value.value if hasattr(value, "value") else value


def _is_nothing(value: Any) -> bool:
    """Whether a value says nothing; a number of 0 does say something."""
    if isinstance(value, Item):
        return not plain(value)
    return value is None or value is False or value in ((), {})


@cache
def _keys(model: type[Item]) -> tuple[_Key, ...]:
    return tuple(_each(model))


def _each(model: type[Item]) -> Iterator[_Key]:
    for name, field in model.model_fields.items():
        default = field.get_default(call_default_factory=True)
        left_out = isinstance(default, Item) or _is_nothing(default)
        yield _Key(name, field.alias or name, left_out)
