"""What a workbook remembers of the plan that it was made from.

It stands in a sheet that nobody sees, as text, so that it outlives Excel and LibreOffice. With it
one can tell who changed what; without it the plan as it is now stands in for it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sendctl.exchange.workbook.view import Value
from sendctl.plan import Plan

SHEET: Final = "sendctl"
_VERSION: Final = 1
_CHUNK: Final = 30_000
"""Characters in one of its cells; Excel takes 32,767."""

Base = Mapping[str, Mapping[str, Mapping[str, Value]]]
"""By sheet, row and column: what the plan held."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered.

    Attributes:
        area: whose plan it is; with `kind` that says which.
        kind: what sort of plan it is.
        digest: of the plan's files, to tell whether they changed; "" in a public workbook.
        as_at: the day of the export.
        owner: the key of the owner whose workbook it is; "" when it is everybody's.
        public: whether it is the version for everybody, which does not come back.
        base: the values that the export wrote.
    """

    area: str
    kind: str
    digest: str
    as_at: str
    owner: str
    public: bool
    base: Base


def digest_of(plan: Plan) -> str:
    """A name for exactly what a plan says; comments and layout of its files are no part of it."""
    total = hashlib.sha256()
    for name in sorted(plan.files):
        total.update(f"{name}\0{plan.files[name]!r}\n".encode())
    return total.hexdigest()


def is_of(memory: Memory, plan: Plan) -> bool:
    """Whether a workbook was made from this plan, as it was at some time."""
    return (memory.area, memory.kind) == (plan.head.area, plan.head.kind.value)


def memory_rows(memory: Memory) -> Iterator[list[str]]:
    """What its sheet holds: a line about the plan, then one for each row of each sheet."""
    head = {
        "sendctl": _VERSION, "area": memory.area, "kind": memory.kind, "digest": memory.digest,
        "as_at": memory.as_at, "owner": memory.owner, "public": memory.public,
    }  # fmt: skip
    yield ["sendctl", "", *_chunks(head)]
    for sheet, rows in memory.base.items():
        for key, values in rows.items():
            yield [sheet, key, *_chunks({name: one for name, one in values.items() if one})]


def remembered(rows: Iterable[Sequence[str]]) -> Memory | None:
    """What the sheet says; None when it cannot be understood."""
    try:
        lines = [(row[0], row[1], json.loads("".join(row[2:]))) for row in rows if any(row)]
        (_, _, head), *others = lines
        base: dict[str, dict[str, dict[str, Value]]] = {}
        for sheet, key, values in others:
            found = {name: _value(one) for name, one in values.items()}
            base.setdefault(sheet, {})[key] = found
        if head["sendctl"] != _VERSION:
            return None
        return Memory(
            area=str(head["area"]), kind=str(head["kind"]), digest=str(head["digest"]),
            as_at=str(head["as_at"]), owner=str(head["owner"]), public=head["public"] is True,
            base=base,
        )  # fmt: skip
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _chunks(content: Mapping[str, Any]) -> list[str]:
    """JSON in pieces that fit into cells; ASCII, so that nothing in it can be lost."""
    text = json.dumps(content, separators=(",", ":"))
    return [text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK)]


def _value(value: Any) -> Value:
    if isinstance(value, list):
        return tuple(str(one) for one in value)
    if isinstance(value, str):
        return value
    raise TypeError("neither text nor a list")
