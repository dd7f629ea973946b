"""pydantic's errors in a council officer's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from sendctl.findings import Place, Problem, did_you_mean
from sendctl.findings.finding import Step

MISSING = "missing"
UNKNOWN_KEY = "extra_forbidden"

_SHAPES = {
    "string_type": ("a text", "Write one line of text."),
    "tuple_type": ("a list", "Begin each entry on a line of its own with `- `."),
    "dict_type": ("a mapping", "Write `key: value` lines below it, indented."),
    "model_type": ("a mapping", "Write `key: value` lines below it, indented."),
    "model_attributes_type": ("a mapping", "Write `key: value` lines below it, indented."),
}
_BOUNDS = {
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "too_long": "at most {max_length} entries",
    "string_too_long": "at most {max_length} characters long",
}


def problem(
    error: ErrorDetails, model: type[BaseModel], file: str, path: tuple[Step, ...]
) -> tuple[str, Problem]:
    """The code and the problem for one of pydantic's errors.

    Args:
        error: as `ValidationError.errors()` gives it.
        model: the model of the whole file.
        file: the file's name.
        path: where the error is, as the file is written.
    """
    kind, value, context = error["type"], error.get("input"), error.get("ctx", {})
    place = Place(file, path)
    if kind == MISSING:
        key = str(path[-1])
        return "SC101", Problem(
            Place(file, path[:-1]),
            f"The key {key!r} is missing here.",
            f"Add `{key}:` and a value.",
        )
    if kind == UNKNOWN_KEY:
        key = str(path[-1])
        known = _keys_at(model, error["loc"][:-1])
        return "SC102", Problem(
            Place(file, path, on_key=True),
            f"The key {_shown(key)} is not known here.",
            did_you_mean(key, known) or f"Known here: {', '.join(known)}.",
        )
    if kind == "enum" and not isinstance(value, str):
        kind = "string_type"
    if kind in _SHAPES:
        wanted, advice = _SHAPES[kind]
        return "SC103", Problem(place, f"Here {wanted} is expected, not {_shape(value)}.", advice)
    if kind == "enum":
        words = [word.strip("'") for word in context["expected"].replace(" or ", ", ").split(", ")]
        nearest = did_you_mean(str(value), words)
        listed = f"Known here: {', '.join(words)}."
        advice = f"{nearest} {listed}" if nearest.startswith("Did you mean") else listed
        return "SC104", Problem(place, f"{_shown(value)} cannot stand here.", advice)
    if kind.startswith("SC"):
        return kind, Problem(place, context["message"], context["advice"])
    return "SC110", _out_of_bounds(place, kind, value, context, error["msg"])


def _out_of_bounds(
    place: Place, kind: str, value: Any, context: Mapping[str, Any], fallback: str
) -> Problem:
    if kind == "string_too_short":
        return Problem(place, "The text is empty.", "Write it, or leave the whole key out.")
    if kind == "string_pattern_mismatch":
        return Problem(
            place,
            f"{_shown(value)} cannot be an id: it holds a space.",
            "Write it without spaces, such as 1.2 or head-of-send.",
        )
    if kind in _BOUNDS:
        bound = _BOUNDS[kind].format(**context)
        return Problem(place, f"{_shown(value)} is out of bounds.", f"It must be {bound}.")
    return Problem(place, f"{_shown(value)} cannot stand here.", f"{fallback}.")


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else _shape(value)
    return repr(text if len(text) <= 40 else text[:39] + "…")  # noqa: PLR2004 - a message's width


def _shape(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else "a text"


def _keys_at(model: type[BaseModel], steps: tuple[Step, ...]) -> list[str]:
    """The keys that the mapping at these steps may have, as they are written."""
    current: type[BaseModel] | None = model
    is_entry = False
    for step in steps:
        if current is None:
            return []
        if isinstance(step, str) and not is_entry:
            by_key = {field.alias or name: field for name, field in current.model_fields.items()}
            annotation = by_key[step].annotation
            current, is_entry = _model_in(annotation), get_origin(annotation) is dict
        else:
            is_entry = False
    return [field.alias or name for name, field in current.model_fields.items()] if current else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside list[Model], dict[str, Model] or Model | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = _model_in(part)
        if found:
            return found
    return None
