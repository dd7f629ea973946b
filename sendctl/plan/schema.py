"""JSON Schemas of a plan's files, for editors: completion, hover texts, red underlines.

Draft-07, the newest that yaml-language-server documents; pydantic writes 2020-12. A schema is more
lenient than the model: it takes what YAML 1.2 makes of any scalar that the model reads as text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sendctl.plan.base import Item
from sendctl.plan.docstrings import field_docs
from sendctl.plan.files import FILES, FOLDERS
from sendctl.plan.references import TARGETS
from sendctl.plan.scalars import Ref

DRAFT = "http://json-schema.org/draft-07/schema#"

Schema = dict[str, Any]

SCHEMAS: dict[str, type[Item]] = {**FILES, **FOLDERS}
"""What there is a schema of: a file's name, or that of a folder whose files are all of one kind."""

_NULL = {"type": "null"}


def schema_files(models: Mapping[str, type[Item]] = SCHEMAS) -> dict[str, str]:
    """Schemas as files for an editor: their texts, by names such as plan.schema.json."""
    return {
        f"{PurePath(name).stem}.schema.json": f"{schema_text(model)}\n"
        for name, model in models.items()
    }


def schema_text(model: type[Item]) -> str:
    """The schema of files that a model reads, as JSON."""
    return json.dumps(json_schema(model), indent=2, ensure_ascii=False)


def json_schema(model: type[Item]) -> Schema:
    """The schema of files that a model reads."""
    made = model.model_json_schema()
    models = {one.__name__: one for one in _models(model)}
    definitions = {
        name: _definition(schema, models.get(name))
        for name, schema in sorted(made.pop("$defs", {}).items())
    }
    whole = _definition(made, model)
    return {"$schema": DRAFT, **whole, **({"definitions": definitions} if definitions else {})}


def _definition(schema: Schema, model: type[BaseModel] | None) -> Schema:
    """A model's or an enumeration's schema; docstrings of fields become descriptions."""
    converted: Schema = _converted({k: v for k, v in schema.items() if k != "properties"})
    if model is None:
        return converted
    required = schema.get("required", ())
    docs = field_docs(model)
    by_key = {field.alias or name: (name, field) for name, field in model.model_fields.items()}
    properties = {}
    for key, value in schema.get("properties", {}).items():
        name, field = by_key[key]
        one = _converted({k: v for k, v in value.items() if k not in {"title", "default"}})
        one |= _bounds(field)
        if key not in required:
            one = _or_nothing(one)
        properties[key] = _described(one, f"{docs.get(name, '')} {_reference(field)}".strip())
    return {**converted, "properties": properties}


def _converted(schema: Any) -> Any:
    """The same in draft-07, where definitions have another name."""
    if isinstance(schema, list):
        return [_converted(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: value.replace("#/$defs/", "#/definitions/") if key == "$ref" else _converted(value)
        for key, value in schema.items()
    }


def _or_nothing(schema: Schema) -> Schema:
    """The same for an optional key, whose value may be empty: that is an absent key."""
    choices = [one for one in schema.get("anyOf", [schema]) if one != _NULL]
    rest = {key: value for key, value in schema.items() if key != "anyOf"} if choices else {}
    if len(choices) == 1 and isinstance(choices[0].get("type"), str | list):
        kinds = choices[0]["type"]
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if "enum" not in choices[0]:
            return {**choices[0], **rest, "type": [*dict.fromkeys([*kinds, "null"])]}
    return {**({} if choices == [schema] else rest), "anyOf": [*choices, _NULL]}


def _described(schema: Schema, text: str) -> Schema:
    """With a text for the editor; beside a `$ref` draft-07 would ignore it."""
    if not text:
        return schema
    return {"description": text, **({"allOf": [schema]} if "$ref" in schema else schema)}


def _bounds(field: FieldInfo) -> Schema:
    limits = (("ge", "minimum"), ("le", "maximum"))
    return {
        key: getattr(mark, name)
        for mark in field.metadata
        for name, key in limits
        if hasattr(mark, name)
    }


def _reference(field: FieldInfo) -> str:
    """Which names can stand in a field that refers to something else in the plan."""
    parts = [*field.metadata, *_parts(field.annotation)]
    ref = next((part for part in parts if isinstance(part, Ref)), None)
    if ref is None or ref.kind == "term":
        return ""
    target = TARGETS[ref.kind]
    return f"The id of {target.a_noun}; they stand in {target.where.replace('`', '')}."


def _models(model: type[BaseModel]) -> set[type[BaseModel]]:
    """The model and all models inside it."""
    found, waiting = set(), [model]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        found.add(one)
        for field in one.model_fields.values():
            waiting += [
                part
                for part in _parts(field.annotation)
                if isinstance(part, type) and issubclass(part, BaseModel)
            ]
    return found


def _parts(annotation: Any) -> list[Any]:
    """A type and everything it is made of, the marks in Annotated included."""
    inner = [*get_args(annotation), *getattr(annotation, "__metadata__", ())]
    return [annotation, *(part for one in inner for part in _parts(one))]
