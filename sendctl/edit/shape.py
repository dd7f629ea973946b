"""What a field of a model takes: one value, a list, keys of its own, or entries."""

from __future__ import annotations

from typing import Any, NamedTuple, get_args, get_origin

from sendctl.plan.base import Item


class Shape(NamedTuple):
    """What stands behind a key.

    Attributes:
        is_list: whether it takes several.
        is_by_key: whether it is a mapping whose keys the plan chooses.
        model: the model of what it holds, when that is no simple value.
    """

    is_list: bool = False
    is_by_key: bool = False
    model: type[Item] | None = None


def shape_of(field: Any) -> Shape:
    """The shape of a field."""
    return _shape(field.annotation)


def _shape(annotation: Any) -> Shape:
    if isinstance(annotation, type) and issubclass(annotation, Item):
        return Shape(model=annotation)
    kind = get_origin(annotation)
    if kind is tuple:
        return Shape(is_list=True, model=_shape(get_args(annotation)[0]).model)
    if kind is dict:
        return Shape(is_by_key=True, model=_shape(get_args(annotation)[1]).model)
    found = [_shape(part) for part in get_args(annotation)]
    return next((one for one in found if one != Shape()), Shape())
