"""What stands in a workbook's cells, read off the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from sendctl.exchange.workbook.columns import Column, Sheet
from sendctl.exchange.workbook.words import Choices, choices_of
from sendctl.findings.finding import Step
from sendctl.plan import Plan
from sendctl.plan.action import Action
from sendctl.plan.base import Item
from sendctl.plan.measure import Measure
from sendctl.plan.owners import Body, Post
from sendctl.plan.progress import Reported
from sendctl.plan.scalars import Figure
from sendctl.plan.when import When
from sendctl.report.lookup import Lookup, lookup
from sendctl.timeline import timeline_of
from sendctl.timeline.words import comparison_words, date_words, rule_words, status_words

Value = str | tuple[str, ...] | None
"""A value of the plan as its files hold it: a text, a list of texts, or nothing."""

Shown = str | int | date | None
"""What a cell shows."""


class Entry(NamedTuple):
    """One row.

    Attributes:
        key: what its id columns hold, with a space between.
        kind: what it is in the plan: action, measure, risk, body, post.
        id: its id or key.
        item: what its fields are read off; None for a deadline.
        within: where the item stands inside what the id names.
        part_of: what it stands inside of; None where that is nothing.
    """

    key: str
    kind: str
    id: str
    item: Any
    within: tuple[Step, ...] = ()
    part_of: Any = None


@dataclass(frozen=True)
class View:
    """A plan on a day, as its workbook shows it."""

    plan: Plan
    today: date

    @cached_property
    def choices(self) -> Mapping[str, Choices]:
        """The words of the drop-downs."""
        return choices_of(self.plan, self.today)

    @cached_property
    def known(self) -> Lookup:
        """Names and words."""
        return lookup(self.plan, self.today, shown=())

    def entries(self, sheet: Sheet) -> list[Entry]:
        """The rows of a sheet, in the plan's order; an item without an id has none."""
        return list(_ENTRIES[sheet.name](self))

    def value(self, column: Column, entry: Entry) -> Value:
        """What the plan's files hold for a cell that can be changed."""
        if column.key == "strand":
            return self.plan.strand_of(entry.item).id
        return value_at(entry.item, field_of(column, entry))

    def shown(self, column: Column, entry: Entry) -> Shown:
        """What stands in a cell that is worked out."""
        return _SHOWN[column.key](self, entry)

    def owned_by(self, keys: frozenset[str], entry: Entry) -> bool:
        """Whether one of these answers for it, in whatever role."""
        item = entry.part_of or entry.item
        if isinstance(item, Action):
            return not keys.isdisjoint(item.owners.keys())
        return not keys.isdisjoint(getattr(item, "owner", ()))


def field_of(column: Column, entry: Entry) -> str:
    """The field that a column stands for, in this row's item."""
    return column.also if column.also and entry.kind == "post" else column.key


def value_at(item: Item, path: str) -> Value:
    """What stands in a field such as "owners.lead", as the files would hold it."""
    found: Any = item
    for step in path.split("."):
        if found is None:
            return None
        found = getattr(found, _attribute(type(found), step))
    return _written(found)


def _attribute(model: type[Item], key: str) -> str:
    """The attribute for a key of the files."""
    if key in model.model_fields:
        return key
    return next(name for name, info in model.model_fields.items() if info.alias == key)


def _written(value: Any) -> Value:
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return tuple(str(one) for one in value)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, When | Figure):
        return value.text
    return value.isoformat() if isinstance(value, date) else str(value)


# Rows


def _actions(view: View) -> Iterator[Entry]:
    return (Entry(one.id, "action", one.id, one) for one in view.plan.actions if one.id)


def _measures(view: View) -> Iterator[Entry]:
    return (Entry(one.id, "measure", one.id, one) for one in view.plan.measures)


def _figures(view: View) -> Iterator[Entry]:
    for one in view.plan.measures:
        for index, point in enumerate(one.milestones):
            within = ("milestones", index)
            yield Entry(f"{one.id} {point.by.text}", "measure", one.id, point, within, one)


def _risks(view: View) -> Iterator[Entry]:
    return (Entry(one.id, "risk", one.id, one) for one in view.plan.risks)


def _owners(view: View) -> Iterator[Entry]:
    owners = view.plan.owners
    yield from (Entry(key, "post", key, one) for key, one in owners.posts.items())
    yield from (Entry(key, "body", key, one) for key, one in owners.bodies.items())


def _deadlines(view: View) -> Iterator[Entry]:
    for one in timeline_of(view.plan, view.today).deadlines:
        yield Entry("", "deadline", one.key, one)


_ENTRIES: Final[Mapping[str, Callable[[View], Iterable[Entry]]]] = MappingProxyType(
    {
        "Actions": _actions,
        "Measures": _measures,
        "Figures": _figures,
        "Risks": _risks,
        "Owners": _owners,
        "Deadlines": _deadlines,
    }
)


# Cells that are worked out


def _others(view: View, entry: Entry) -> Shown:
    owners = entry.item.owners
    everyone, told = owners.keys(), {*owners.lead, *owners.accountable}
    words = view.choices["owner"]
    return "\n".join(words.word(key) for key in everyone if key not in told)


def _overdue(view: View, entry: Entry) -> Shown:
    return "Overdue" if view.plan.is_overdue(entry.item, view.today) else None


def _latest(view: View, entry: Entry) -> Shown:
    item: Reported = entry.item
    reports = [one for one in item.updates if one.on <= view.today]
    if not reports:
        return None
    last = max(reports, key=lambda one: one.on)
    by = f", {view.known.parties.title(last.by)}" if last.by else ""
    return f"{last.on:%d/%m/%Y}{by}: {last.note}"


def _figure(_: View, entry: Entry) -> Shown:
    measure: Measure = entry.item
    known = [one.actual for one in measure.milestones if one.actual]
    if not known:
        return None
    return f"{known[-1].value} ({known[-1].period})" if known[-1].period else known[-1].value.text


def _sort(_: View, entry: Entry) -> Shown:
    item: Post | Body = entry.item
    return "Post" if isinstance(item, Post) else f"Body ({item.kind.value})"


def _body(view: View, entry: Entry) -> Shown:
    body = getattr(entry.item, "body", None)
    return view.plan.owners.name_of(body) if body else None


def _responsible(view: View, entry: Entry) -> Shown:
    return "\n".join(view.known.parties.names(entry.item.responsible))


_SHOWN: Final[Mapping[str, Callable[[View, Entry], Shown]]] = MappingProxyType(
    {
        "others": _others,
        "shown": lambda view, entry: view.known.scale.badge(entry.item).word,
        "overdue": _overdue,
        "latest": _latest,
        "figure": _figure,
        "measured": lambda _, entry: entry.part_of.title,
        "score": lambda _, entry: entry.item.score,
        "sort": _sort,
        "body": _body,
        "label": lambda _, entry: entry.item.label,
        "about": lambda _, entry: entry.item.about,
        "date": lambda _, entry: entry.item.governing,
        "date_in_words": lambda _, entry: date_words(entry.item),
        "standing": lambda _, entry: status_words(entry.item),
        "rule": lambda _, entry: rule_words(entry.item),
        "stated": lambda _, entry: comparison_words(entry.item),
        "responsible": _responsible,
        "source": lambda _, entry: entry.item.source,
    }
)
