"""What can still be used of a file that breaks the schema.

A value of the wrong type becomes absent, an unknown key is ignored, an item that lacks what it
cannot do without is left out. So one slip never hides the rest of a plan: the deadlines still
print, and every other finding is found in the same run.
"""

from __future__ import annotations

from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from sendctl.findings import MOST_LISTED, Finding, Place, Problem, Span
from sendctl.findings.finding import Step
from sendctl.plan.base import Item
from sendctl.plan.messages import MISSING, UNKNOWN_KEY, problem
from sendctl.yamlfile import Source

_I = TypeVar("_I", bound=Item)
_Path = tuple[Step, ...]
_ROUNDS = 60
"""Each round repairs one level at least, and files nest at most 50 deep."""

_TITLE = "(no title)"

_FEW = 30
_MOST_ERRORS = 10_000
"""Values of one file that are left out one by one; a file with more is left out as a whole."""


def build(model: type[_I], source: Source) -> tuple[_I, list[Finding]]:
    """The file's content as its model, with findings for what had to be left out.

    Args:
        model: the model of the whole file.
        source: the file as read; list items that are left out are noted in it.
    """
    raw = source.value
    findings: list[Finding] = []
    stem = _stem(source.name)
    for attempt in range(_ROUNDS):
        try:
            return model.model_validate(raw), findings
        except ValidationError as error:
            if error.error_count() > _MOST_ERRORS:
                error = _of_beginning(model, raw) or error
                source.give_up([*_told(error, model, source), _too_many(source)])
                break
            if attempt == 0:
                findings = _told(error, model, source)
            errors = error.errors(include_url=False)
            raw = _repaired(raw, errors, source, model.stand_ins(stem))
    return model.model_validate(model.stand_ins(stem)), findings


def _stem(name: str) -> str:
    """A file's name without its ending, as far as it can stand for a title."""
    stem = name.rpartition("/")[2].removesuffix(".yaml")
    return stem.encode(errors="replace").decode().strip() or "file"


def _finding(error: ErrorDetails, model: type[Item], source: Source) -> Finding:
    code, found = problem(error, model, source.name, _steps(error, source.value))
    span = source.span(found.place.path, on_key=found.place.on_key)
    return found.stamped(code).with_span(span)


def _told(error: ValidationError, model: type[Item], source: Source) -> list[Finding]:
    """The first of the errors as findings."""
    errors = error.errors(include_url=False)
    findings = [_finding(one, model, source) for one in errors[:MOST_LISTED]]
    if len(errors) > MOST_LISTED:
        findings[-1] = findings[-1].and_more
    return findings


def _of_beginning(model: type[Item], raw: Any) -> ValidationError | None:
    """The errors of a file's first entries: all of half a million would take a gigabyte."""
    try:
        model.model_validate(_beginning(raw))
    except ValidationError as error:
        return error
    return None


def _beginning(value: Any) -> Any:
    """The value with the first few entries of each list and mapping in it."""
    if isinstance(value, dict):
        return {key: _beginning(one) for key, one in islice(value.items(), _FEW)}
    if isinstance(value, list):
        return [_beginning(one) for one in value[:_FEW]]
    return value


def _too_many(source: Source) -> Finding:
    message = f"More than {_MOST_ERRORS:,} values of this file cannot be used, so none is."
    advice = "Correct the first ones; mostly one slip is behind them all."
    return Problem(Place(source.name, span=Span()), message, advice).stamped("SC018")


def _steps(error: ErrorDetails, raw: Any) -> _Path:
    """Pydantic's location as the file is written: one value may stand for a list or a mapping."""
    steps = error["loc"]
    if steps[-2:] == (error["input"], "[key]") and error["type"] != UNKNOWN_KEY:
        steps = steps[:-1]  # the key itself is meant
    written: _Path = ()
    for step in steps:
        if isinstance(raw, str):
            break
        if isinstance(raw, list) or not isinstance(step, int):
            written = (*written, step)
            raw = raw.get(step) if isinstance(raw, dict) else raw[step]
    return written


def _repaired(
    raw: dict[str, Any], errors: list[ErrorDetails], source: Source, stand_ins: dict[str, str]
) -> dict[str, Any]:
    """A copy without the values that the errors are about; only what changes is copied."""
    editor = _Editor(raw)
    removals: set[_Path] = set()
    for error in errors:
        path = _steps(error, raw)
        if error["type"] != MISSING:
            removals.add(path)
        elif len(path) == 1:
            name = str(path[0])
            editor.put((), name, stand_ins.get(name, _TITLE))
        elif path[-1] == "title":
            editor.put(path[:-1], "title", _TITLE)
        else:
            removals.add(path[:-1])
    for path in sorted(removals, key=_order, reverse=True):
        if path and isinstance(path[-1], int):
            source.leave_out(source.as_written(path))
    for path in sorted(removals, key=_order, reverse=True):
        editor.remove(path)
    return editor.raw


def _order(path: _Path) -> list[tuple[bool, int, str]]:
    """Reversed: later list items before earlier ones, inner values before outer ones."""
    return [(False, step, "") if isinstance(step, int) else (True, 0, step) for step in path]


class _Editor:
    """Edits nested plain values, copying each container once and only when it is touched."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.raw = dict(raw)
        self._own = {id(self.raw)}

    def put(self, steps: _Path, key: str, value: str) -> None:
        """Set a key of the mapping at these steps."""
        self._open(steps)[key] = value

    def remove(self, steps: _Path) -> None:
        """Delete the value; the whole file's value becomes an empty mapping."""
        if steps:
            del self._open(steps[:-1])[steps[-1]]
        else:
            self.raw = {}

    def _open(self, steps: _Path) -> Any:
        container: Any = self.raw
        for step in steps:
            child = container[step]
            if id(child) not in self._own:
                child = child.copy()
                container[step] = child
                self._own.add(id(child))
            container = child
        return container
