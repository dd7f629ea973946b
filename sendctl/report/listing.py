"""Lists of a plan's actions, measures, risks, owners and weaknesses, and what narrows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from sendctl.findings import Place, did_you_mean
from sendctl.plan import Plan
from sendctl.plan.action import Action
from sendctl.plan.base import Item
from sendctl.plan.measure import Measure
from sendctl.plan.progress import Rating, Status
from sendctl.plan.verdict import is_known, position
from sendctl.report.belonging import Belongs, belonging
from sendctl.report.status import Scale


class Filters(NamedTuple):
    """What a list is narrowed to; of several values of one filter, any will do.

    Attributes:
        owner: keys; that of a body stands for its posts too.
        status: fixed statuses, or words of the plan's own scale.
        due_before: the first day that is too late.
        overdue: whether only what is late is listed.
    """

    owner: Sequence[str] = ()
    strand: Sequence[str] = ()
    weakness: Sequence[str] = ()
    status: Sequence[str] = ()
    rating: Sequence[str] = ()
    due_before: date | None = None
    overdue: bool = False

    @property
    def given(self) -> list[str]:
        """The names of those that narrow anything."""
        return [name for name in self._fields if getattr(self, name)]


class Listed(NamedTuple):
    """One thing in a list.

    Attributes:
        name: its id, or its key; "" when it has none.
        place: where it is written.
        number: how many of its kind stand before it in the plan.
    """

    name: str
    item: Item
    place: Place
    number: int


class WrongFilter(Exception):  # noqa: N818 - the user's mistake, not the program's
    """A filter cannot narrow this list, or its value exists nowhere; the message says so."""


_WHERE: Final = frozenset({"owner", "strand", "weakness"})
FITTING: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "actions": _WHERE | {"status", "rating", "due_before", "overdue"},
        "measures": _WHERE | {"due_before", "overdue"},
        "risks": _WHERE,
        "owners": _WHERE,
        "weaknesses": frozenset({"owner", "strand"}),
    }
)
"""What can be listed, and by what it can be narrowed."""


def check_filters(plans: Iterable[Plan], kind: str, filters: Filters) -> None:
    """Look whether filters can be used: they fit what is listed, and each value exists in a plan.

    Raises:
        WrongFilter: one of them cannot.
    """
    plans = list(plans)
    for name in filters.given:
        option = f"--{name.replace('_', '-')}"
        if name not in FITTING[kind]:
            takers = ", ".join(key for key, names in FITTING.items() if name in names)
            raise WrongFilter(f"{option} narrows {takers}, not {kind}: leave it out.")
        if name not in _KNOWN:
            continue
        known = list(dict.fromkeys(value for plan in plans for value in _KNOWN[name](plan)))
        same = str.casefold if name == "status" else str
        usable = {same(value) for value in known}
        for value in getattr(filters, name):
            if same(value) not in usable:
                advice = did_you_mean(value, known) or _few(name, known)
                raise WrongFilter(f"The plan has no {name} {value!r}. {advice}")


def _few(name: str, known: Sequence[str]) -> str:
    return "`sendctl list` shows what there is." if known else f"It names no {name} at all."


def _words(plan: Plan) -> list[str]:
    return [
        *(status.value for status in Status),
        *(key.badge.word for key in _scale(plan).key(plan.actions)),
    ]


def _scale(plan: Plan) -> Scale:
    return Scale(plan.head.vocabulary.shown)


_KNOWN: Final[Mapping[str, Callable[[Plan], Iterable[str]]]] = MappingProxyType(
    {
        "owner": lambda plan: [
            *plan.owners.bodies, *plan.owners.posts,
            *(board.id for board in plan.governance.boards),
        ],
        "strand": lambda plan: [strand.id for strand in plan.strands],
        "weakness": lambda plan: [weakness.id for weakness in plan.weaknesses],
        "status": _words,
        "rating": lambda _: [rating.value for rating in Rating],
    }
)  # fmt: skip
"""The values that a filter can have in a plan."""


def items_of(plan: Plan, kind: str) -> list[Listed]:
    """All of a kind, in the plan's order; of owners, the bodies first."""
    if kind == "owners":
        owners = [("bodies", *entry) for entry in plan.owners.bodies.items()]
        posts = [("posts", *entry) for entry in plan.owners.posts.items()]
        return [
            Listed(key, item, Place("owners.yaml", (home, key)), index)
            for index, (home, key, item) in enumerate([*owners, *posts])
        ]
    items: Iterable[Any] = getattr(plan, kind)
    return [
        Listed(item.id or "", item, plan.place(item), index) for index, item in enumerate(items)
    ]


def chosen(plan: Plan, today: date, kind: str, filters: Filters) -> list[Listed]:
    """What is left of a kind, in the plan's order.

    Args:
        plan: the plan.
        today: the day that decides what is overdue.
        kind: a key of `FITTING`.
        filters: that `check_filters` found usable.
    """
    items = items_of(plan, kind)
    if not filters.given:
        return items
    choice = _Choice(plan, today, filters)
    pairs = zip(items, belonging(plan, kind), strict=True)
    return [one for one, belongs in pairs if choice.takes(one.item, belongs)]


class _Choice:
    """Whether things pass some filters; what that needs to know of the plan is made once."""

    def __init__(self, plan: Plan, today: date, filters: Filters) -> None:
        self._plan, self._today, self._filters = plan, today, filters
        self._owners = {key for one in filters.owner for key in plan.owners.with_posts(one)}
        self._status = {word.casefold() for word in filters.status}
        self._scale = _scale(plan)

    def takes(self, item: Item, belongs: Belongs) -> bool:
        """Whether something is listed."""
        wanted = self._filters
        return (
            (not wanted.owner or not self._owners.isdisjoint(belongs.owners))
            and (not wanted.strand or not belongs.strands.isdisjoint(wanted.strand))
            and (not wanted.weakness or not belongs.weaknesses.isdisjoint(wanted.weakness))
            and (not wanted.status or self._has_status(item))
            and (not wanted.rating or getattr(item, "rating", None) in wanted.rating)
            and (wanted.due_before is None or self._is_due(item, wanted.due_before))
            and (not wanted.overdue or self._is_overdue(item))
        )

    def _has_status(self, item: Item) -> bool:
        if not isinstance(item, Action):
            return False
        words = {item.status.value, self._scale.badge(item).word.casefold()}
        return not self._status.isdisjoint(words)

    def _is_due(self, item: Item, day: date) -> bool:
        """Whether its date lies before a day; of a measure, one for which there is no figure."""
        if isinstance(item, Action):
            last = self._plan.deadline(item.due)
            return last is not None and last < day
        if not isinstance(item, Measure):
            return False
        open_steps = (one for one in item.milestones if not is_known(one, self._today))
        lasts = (self._plan.deadline(one.by) for one in open_steps)
        return any(last is not None and last < day for last in lasts)

    def _is_overdue(self, item: Item) -> bool:
        if isinstance(item, Action):
            return self._plan.is_overdue(item, self._today)
        return isinstance(item, Measure) and bool(position(self._plan, item, self._today).missing)
