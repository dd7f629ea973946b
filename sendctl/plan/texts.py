"""Every text of a plan, with who may read it: read off the models themselves.

A new field is covered as soon as it is declared: its type says that it is text (`Text`, `Quote`,
`ContactText`, `Link`, `Value`), and `Public` says that everybody may read it. Ids and dates are not
text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final, NamedTuple, get_args, get_origin

from sendctl.findings import Place
from sendctl.findings.finding import Step
from sendctl.plan.audience import Audience
from sendctl.plan.base import Item, field_parts, type_parts
from sendctl.plan.scalars import Figure, Wording

TO_FILL_IN: Final = "To fill in"
"""How a text begins that stands for one that is still to be written."""


class TextField(NamedTuple):
    """What is known of a text from its field alone.

    Attributes:
        name: the field's name in its model, such as "title".
        public: whether it would be published, and everything that it stands in as well.
        wording: what it is.
        on_key: whether it is itself a key of its file, as the words of a glossary are.
    """

    name: str
    public: bool
    wording: Wording
    on_key: bool = False


class PlanText(NamedTuple):
    """One text, where it stands, and what it is."""

    text: str
    file: str
    path: tuple[Step, ...]
    field: TextField

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.file, self.path, on_key=self.field.on_key)


class _Fields(NamedTuple):
    """The fields of a model: name and key in the file, with what stands in them."""

    texts: tuple[tuple[str, str, TextField], ...]
    keys: tuple[tuple[str, str, TextField], ...]
    inner: tuple[tuple[str, str, bool], ...]


def texts(item: Item, file: str) -> Iterator[PlanText]:
    """Every text in the content of a file, in the order in which its models declare them."""
    return _texts(item, file, (), public=True)


def _texts(item: Item, file: str, path: tuple[Step, ...], *, public: bool) -> Iterator[PlanText]:
    values = item.__dict__
    own, keys, inner = _fields(type(item), public)
    for name, key, field in own:
        value = values[name]
        if value.__class__ is str:
            yield PlanText(value, file, (*path, key), field)
        elif value:
            for text, where in _in(value, (*path, key)):
                yield PlanText(text, file, where, field)
    for name, key, field in keys:
        for word in values[name]:
            yield PlanText(word, file, (*path, key, word), field)
    for name, key, seen in inner:
        if values[name]:
            for child, where in _in(values[name], (*path, key)):
                yield from _texts(child, file, where, public=seen)


def _in(value: Any, path: tuple[Step, ...]) -> Iterator[tuple[Any, tuple[Step, ...]]]:
    """A text or item, or those inside lists and mappings, each with its path."""
    if isinstance(value, Figure):
        yield value.text, path
    elif isinstance(value, (tuple, dict)):
        for step, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _in(one, (*path, step))
    else:
        yield value, path


@cache
def _fields(model: type[Item], public: bool) -> _Fields:  # noqa: FBT001 - a key of the cache
    """The fields of a model; what stands in a field that is not public is not public either."""
    own, keys, inner = [], [], []
    for name, info in model.model_fields.items():
        parts = list(field_parts(info))
        key = info.alias or name
        seen = public and Audience.PUBLIC in parts
        if any(isinstance(part, type) and issubclass(part, Item) for part in parts):
            inner.append((name, key, seen))
        elif get_origin(info.annotation) is dict:
            of_keys, of_values = map(_wording, get_args(info.annotation))
            if of_keys:
                keys.append((name, key, TextField(name, seen, of_keys, on_key=True)))
            if of_values:
                own.append((name, key, TextField(name, seen, of_values)))
        elif wording := _wording(info.annotation) or _first_wording(info.metadata):
            own.append((name, key, TextField(name, seen, wording)))
    return _Fields(tuple(own), tuple(keys), tuple(inner))


def _wording(annotation: Any) -> Wording | None:
    return _first_wording(type_parts(annotation))


def _first_wording(parts: Any) -> Wording | None:
    return next((part for part in parts if isinstance(part, Wording)), None)
