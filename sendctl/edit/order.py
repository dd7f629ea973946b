"""In which order the keys of an item stand: the order in which the models declare them."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from sendctl.edit.edits import Steps
from sendctl.plan.base import Item
from sendctl.plan.files import FILES, FOLDERS

_AFTER_UPDATES = ("objectives", "actions", "evidence", "note", "calendar")
"""Keys that stand after `updates`, which all that is reported on inherits."""


def model_of_file(name: str) -> type[Item] | None:
    """The model of a file of a plan, by its name; None when a plan reads no such file."""
    if not name.endswith(".yaml"):
        return None
    folder, slash, rest = name.partition("/")
    if not slash:
        return FILES.get(name)
    is_name = not rest.startswith(".") and not set(rest) & set("/\\:")
    return FOLDERS.get(folder) if is_name else None


def model_at(file: str, path: Steps) -> type[Item] | None:
    """The model of the mapping at a path; None when it has none, as a mapping by key."""
    here: Any = model_of_file(file)
    for step in path:
        if isinstance(here, type) and issubclass(here, Item):
            field = next((one for name, one in keys_of(here).items() if name == step), None)
            here = field.annotation if field else None
        else:
            here = _inside(here)
    return here if isinstance(here, type) and issubclass(here, Item) else _only_model(here)


def keys_of(model: type[Item]) -> dict[str, Any]:
    """The fields of a model by the keys they are written with."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def key_order(model: type[Item]) -> list[str]:
    """The keys of a model as they usually stand.

    What all items inherit is declared before their own fields, but stands after the id, and
    reports stand near the end.
    """
    keys = [key for key in keys_of(model) if key not in {"illustrative", "updates"}]
    keys.insert(keys.index("id") + 1 if "id" in keys else len(keys), "illustrative")
    if "updates" in keys_of(model):
        later = [index for index, key in enumerate(keys) if key in _AFTER_UPDATES]
        keys.insert(min(later, default=len(keys)), "updates")
    return keys


def _inside(annotation: Any) -> Any:
    """The type of what a list or a mapping by key holds."""
    kind = get_origin(annotation)
    if kind is tuple:
        return get_args(annotation)[0]
    if kind is dict:
        return get_args(annotation)[1]
    found = [_inside(part) for part in get_args(annotation)]
    return next((one for one in found if one is not None), None)


def _only_model(annotation: Any) -> type[Item] | None:
    """The model in `Model | None` and in `Annotated[Model, ...]`."""
    if isinstance(annotation, type):
        return annotation if issubclass(annotation, Item) else None
    if get_origin(annotation) in {tuple, dict}:
        return None
    found = [_only_model(part) for part in get_args(annotation)]
    return next((one for one in found if one), None)
