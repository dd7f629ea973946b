"""The simple values of a plan. All start as text; each type says what text it takes.

pydantic's own lax types are not used: its date takes "0" as 1970, its int takes "1_000".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
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

# What YAML 1.2 can make of a scalar; a text may be `null` or ~, and an id 2.1.
_SCALAR = ["string", "number", "boolean", "null"]
_TEXT_SCHEMA = {"type": _SCALAR, "minLength": 1}
_ID_SCHEMA = {"type": _SCALAR, "minLength": 1, "maxLength": 60, "pattern": r"^\S+$"}
_DAY_SCHEMA = {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "examples": ["2022-12-16"],
    "patternErrorMessage": "Write an exact day: 2022-12-16.",
}
_DATED_SCHEMA = {
    "type": "string",
    "pattern": "^([0-9]{4}-[0-9]{2}(-[0-9]{2})?|[0-9]{4}/[0-9]{2}-Q[1-4]|[0-9]{4}-[a-z][a-z0-9-]*"
    "|[Oo][Nn][Gg][Oo][Ii][Nn][Gg]|[Ii][Mm][Mm][Ee][Dd][Ii][Aa][Tt][Ee])$",
    "examples": ["2022-12-16", "2022-12", "2022/23-Q3", "2022-autumn", "ongoing", "immediate"],
    "patternErrorMessage": "Write 2022-12-16, 2022-12, 2022/23-Q3, 2022-autumn, ongoing or "
    "immediate.",
}
_EDGE_SCHEMA = {
    "type": "object",
    "properties": {"by": {"enum": ["start", "end"]}, "term": _ID_SCHEMA},
    "required": ["by", "term"],
    "additionalProperties": False,
}
_COLOUR_SCHEMA = {
    "type": ["string", "integer"],
    "pattern": "^#?[0-9A-Fa-f]{6}$",
    "examples": ["#12436d"],
    "patternErrorMessage": 'Write it in quotes: "#12436d".',
}
_WHOLE_SCHEMA = {"type": ["integer", "string"], "minimum": 0, "pattern": "^[0-9]{1,12}$"}
_FLAG_SCHEMA = {"type": ["boolean", "string"], "pattern": "^(true|false)$"}


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a value as the name of something else in the plan.

    Attributes:
        kind: what it names; a key of `sendctl.plan.references.known_ids`.
    """

    kind: str


class Wording(StrEnum):
    """What a text is, which decides the checks that fit it; `sendctl.plan.texts` finds them."""

    OWN = "own"
    """The plan's own words."""
    QUOTED = "quoted"
    """Somebody else's words, kept as they are: no check of style looks at them."""
    CONTACT = "contact"
    """How to reach the area: a shared mailbox or telephone number belongs here."""
    LINK = "link"
    """A web address, or a path inside the plan folder."""


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


def _colour(value: Any) -> str:
    # In YAML an unquoted # begins a comment, so the six digits alone will do.
    if isinstance(value, str) and re.fullmatch(r"#?[0-9a-f]{6}", value, re.ASCII | re.IGNORECASE):
        return "#" + value.removeprefix("#").lower()
    raise refusal("SC110", f"{_shown(value)} is not a colour.", 'Write it as "#12436d".')


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


def _item_or_list(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


class OneOrListSchema:
    """Says in JSON Schema too that one value may stand for a list of it."""

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        return {"anyOf": [schema, schema["items"]]}


@dataclass(frozen=True, slots=True)
class ShorterSchema:
    """Says in JSON Schema too that a value has a shorter form, which a validator expands."""

    schema: JsonSchemaValue

    def __get_pydantic_json_schema__(
        self, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        return {"anyOf": [*schema.get("anyOf", [schema]), self.schema]}


AS_TEXT, AS_DAY = ShorterSchema(_TEXT_SCHEMA), ShorterSchema(_DAY_SCHEMA)
AS_DATED = ShorterSchema({"anyOf": [_DATED_SCHEMA, _EDGE_SCHEMA]})

_Words = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1),
    WithJsonSchema(_TEXT_SCHEMA),
]

Text = Annotated[_Words, Wording.OWN]
"""Words of any length."""

Quote = Annotated[_Words, Wording.QUOTED]
"""What others said or wrote, word for word."""

ContactText = Annotated[_Words, Wording.CONTACT]
"""Words that say how to reach the area."""

Link = Annotated[_Words, Wording.LINK]
"""A web address, or the path of a file inside the plan folder."""

Id = Annotated[
    str,
    StringConstraints(strict=True, min_length=1, max_length=60, pattern=r"^\S+$"),
    WithJsonSchema(_ID_SCHEMA),
]
"""What an item is called elsewhere: no spaces. "1.10" and "1.1" are two ids."""

Day = Annotated[date, PlainValidator(_dated(parse_day)), WithJsonSchema(_DAY_SCHEMA)]
"""An exact day: 2022-12-16."""

Dated = Annotated[
    When,
    PlainValidator(_dated(parse_when)),
    Ref("term"),
    WithJsonSchema({"anyOf": [_DATED_SCHEMA, _EDGE_SCHEMA]}),
]
"""A day, month, quarter or school term, `ongoing` or `immediate`."""

Whole = Annotated[int, PlainValidator(_whole), WithJsonSchema(_WHOLE_SCHEMA)]
"""A whole number, 0 or more."""

Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema(_FLAG_SCHEMA)]
"""true or false; `yes` and `no` are text."""

HexColour = Annotated[str, PlainValidator(_colour), WithJsonSchema(_COLOUR_SCHEMA)]
"""A colour by its red, green and blue: "#12436d", in quotes because # begins a comment."""

Value = Annotated[Figure, PlainValidator(_figure), WithJsonSchema(_TEXT_SCHEMA), Wording.OWN]
"""A figure as published."""

Several = Annotated[tuple[_T, ...], BeforeValidator(_one_or_list), OneOrListSchema()]
"""One text, or a list of them."""

SeveralItems = Annotated[tuple[_T, ...], BeforeValidator(_item_or_list), OneOrListSchema()]
"""One item, or a list of them."""
