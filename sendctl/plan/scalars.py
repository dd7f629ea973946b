"""The simple values of a plan. All start as text; each type says what text it takes.

pydantic's own lax types are not used: its date takes "0" as 1970, its int takes "1_000".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import (
    BeforeValidator,
    GetJsonSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from sendctl.plan.when import BadDate, When, parse_day, parse_edge, parse_when

_T = TypeVar("_T")
_NUMBER = re.compile(r"[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?", re.ASCII)
_SCALAR_SCHEMA = {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a value as the name of something else in the plan.

    Attributes:
        kind: what it names; a key of `sendctl.plan.references.known_ids`.
    """

    kind: str


def refusal(code: str, message: str, advice: str) -> PydanticCustomError:
    """An error of our own: its type is the finding's code, its context the advice."""
    return PydanticCustomError(code, "{message}", {"message": message, "advice": advice})


def _shown(value: Any) -> str:
    """A value as it can be quoted in a message."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return repr(text if len(text) <= 40 else text[:39] + "…")  # noqa: PLR2004 - a message's width


def _dated(parse: Callable[[str], _T]) -> Callable[[Any], _T]:
    def validate(value: Any) -> _T:
        try:
            if isinstance(value, str):
                return parse(value)
            if parse is parse_when and isinstance(value, dict):
                return parse_edge(value)  # type: ignore[return-value]
        except BadDate as error:
            raise refusal(error.code, error.message, error.advice) from None
        raise refusal("SC103", f"A date is expected here, not {_shown(value)}.", "Write one date.")

    return validate


def _whole(value: Any) -> int:
    if isinstance(value, str) and re.fullmatch(r"\d{1,12}", value, re.ASCII):
        return int(value)
    raise refusal(
        "SC106", f"{_shown(value)} is not a whole number.", "Write digits only, such as 12."
    )


def _flag(value: Any) -> bool:
    if value in ("true", "false"):
        return bool(value == "true")
    raise refusal("SC107", f"{_shown(value)} is neither true nor false.", "Write true or false.")


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure: its text as it stands, and its number where it has one.

    Attributes:
        text: as published: "30.8%", "fewer than 5".
        number: the value, without unit; None for text such as "fewer than 5".
        percent: whether the text carries a per cent sign.
    """

    text: str
    number: Decimal | None = None
    percent: bool = False

    def __str__(self) -> str:
        return self.text


def _figure(value: Any) -> Figure:
    if not isinstance(value, str):
        raise refusal(
            "SC106", f"A figure is expected here, not {_shown(value)}.", "Write one number or text."
        )
    text = value.strip()
    if not text:
        raise refusal("SC110", "The text is empty.", "Write it, or leave the whole key out.")
    bare = text.removesuffix("%").rstrip()
    if _NUMBER.fullmatch(bare):
        return Figure(text, Decimal(bare.replace(",", "")), percent=text.endswith("%"))
    return Figure(text)


def _one_or_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class _OneOrListSchema:
    """Says in JSON Schema too that one text may stand for a list of it."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        return {"anyOf": [schema, schema["items"]]}


Text = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1),
    WithJsonSchema(_SCALAR_SCHEMA),
]
"""Words of any length."""

Id = Annotated[
    str,
    StringConstraints(strict=True, min_length=1, max_length=60, pattern=r"^\S+$"),
    WithJsonSchema(_SCALAR_SCHEMA),
]
"""What an item is called elsewhere: no spaces. "1.10" and "1.1" are two ids."""

Day = Annotated[date, PlainValidator(_dated(parse_day)), WithJsonSchema(_SCALAR_SCHEMA)]
"""An exact day: 2022-12-16."""

Dated = Annotated[
    When,
    PlainValidator(_dated(parse_when)),
    Ref("term"),
    WithJsonSchema({"type": ["string", "number", "object"]}),
]
"""A day, month, quarter or school term, `ongoing` or `immediate`."""

Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema(_SCALAR_SCHEMA)]
"""A whole number, 0 or more."""

Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema(_SCALAR_SCHEMA)]
"""true or false; `yes` and `no` are text."""

Value = Annotated[Figure, PlainValidator(_figure), WithJsonSchema(_SCALAR_SCHEMA)]
"""A figure as published."""

Several = Annotated[tuple[_T, ...], BeforeValidator(_one_or_list), _OneOrListSchema()]
"""One text, or a list of them."""
