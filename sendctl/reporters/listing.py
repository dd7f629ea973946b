"""Lists of what is in a plan: a table for people, JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from sendctl.plan import Loaded, Plan
from sendctl.plan.measure import Measure
from sendctl.plan.owners import Body
from sendctl.plan.plain import plain
from sendctl.plan.verdict import Verdict, position
from sendctl.report.belonging import belonging
from sendctl.report.computed import computed_actions, computed_measures
from sendctl.report.listing import Listed, items_of
from sendctl.report.parties import Parties, span_words
from sendctl.report.status import Scale
from sendctl.reporters.checked import file_in
from sendctl.reporters.drawn import Cell, grid
from sendctl.reporters.tones import TONE_STYLES

VERDICT_WORDS: Final[Mapping[Verdict, Cell]] = MappingProxyType(
    {
        Verdict.MET: Cell("met", "green"),
        Verdict.NOT_MET: Cell("not met", "red"),
        Verdict.UNCLEAR: Cell("cannot be compared"),
        Verdict.NO_TARGET: Cell("no milestone"),
        Verdict.NO_FIGURE: Cell("no figure yet"),
    }
)
"""How the last figure of a measure stands beside its milestone, in a word or two."""


@dataclass(frozen=True, slots=True)
class PlanList:
    """What was found in one plan.

    Attributes:
        path: the plan's folder as the user gave it, with "/".
        loaded: the plan as read; its sources give the lines.
        plan: the plan itself.
        today: the day of the position.
        kind: what is listed, such as "actions".
        items: what is left of it.
    """

    path: str
    loaded: Loaded
    plan: Plan
    today: date
    kind: str
    items: Sequence[Listed]

    @property
    def total(self) -> int:
        """How many there are without filters."""
        return len(items_of(self.plan, self.kind))


def as_json(lists: Sequence[PlanList], *, as_list: bool = False) -> str:
    """One object for one plan; an array of them when asked for."""
    objects = [_object(one) for one in lists]
    return json.dumps(objects if as_list else objects[0], indent=2, ensure_ascii=False) + "\n"


def _object(found: PlanList) -> dict[str, Any]:
    extras = _COMPUTED.get(found.kind)
    computed = list(extras(found.plan, found.today)) if extras else []
    name = "key" if found.kind == "owners" else "id"
    items = []
    for one in found.items:
        item = {name: one.name or None, **plain(one.item)}
        if found.kind == "owners":
            item["is"] = one.place.path[0]
        item["file"] = file_in(found.path, one.place.file)
        item["line"] = found.loaded.line(one.place)
        if computed:
            item["computed"] = plain(computed[one.number])
        items.append(item)
    return {"plan": found.path, "today": found.today.isoformat(), found.kind: items}


_COMPUTED: Final = MappingProxyType({"actions": computed_actions, "measures": computed_measures})


def as_text(
    lists: Sequence[PlanList], *, piped: bool, colour: bool, width: int, all_plans: bool = False
) -> str:
    """One table, with the plan in front of each line where there are several.

    Args:
        lists: all of one kind.
        piped: whether another program reads it: then each thing has one line, and there is
            nothing else.
        colour: whether to colour it for a terminal.
        width: of the terminal.
        all_plans: whether it was asked for all plans.
    """
    kind = lists[0].kind
    headings, make = _ROWS[kind]
    rows = []
    for found in lists:
        lead = [Cell(found.path)] if all_plans else []
        made = make(found)
        rows += [[*lead, *made(one)] for one in found.items]
    total = sum(found.total for found in lists)
    if not rows:
        return f"No {kind} match; without filters there are {total}.\n" if total else _none(lists)
    headings = (*(["Plan"] if all_plans else []), *headings)
    page = grid(headings, rows, piped=piped, colour=colour, width=width)
    return f"{page}\n" if piped else f"{page}\n\n{len(rows)} of {total} {kind}.\n"


def _none(lists: Sequence[PlanList]) -> str:
    whose = "The plan has" if len(lists) == 1 else "The plans have"
    return f"{whose} no {lists[0].kind}.\n"


_Row = Callable[[Listed], list[Cell]]


def _actions(found: PlanList) -> _Row:
    parties, scale = Parties(found.plan), Scale(found.plan.head.vocabulary.shown)

    def row(one: Listed) -> list[Cell]:
        action: Any = one.item
        badge = scale.badge(action)
        late = found.plan.is_overdue(action, found.today)
        standing = f"{badge.word}, overdue" if late else badge.word
        return [
            Cell(one.name or "-"),
            Cell(_text(action.due)),
            Cell(standing, "red" if late else TONE_STYLES[badge.tone]),
            Cell(", ".join(map(parties.title, action.owners.first())) or "-"),
            Cell(action.title),
        ]

    return row


def _measures(found: PlanList) -> _Row:
    def row(one: Listed) -> list[Cell]:
        measure: Any = one.item
        assert isinstance(measure, Measure)  # noqa: S101 - the kind says so
        now = position(found.plan, measure, found.today)
        latest = now.latest.actual if now.latest else None
        word = VERDICT_WORDS[now.verdict]
        missing = f", {len(now.missing)} overdue" if now.missing else ""
        return [
            Cell(one.name),
            Cell(_text(measure.baseline and measure.baseline.value)),
            Cell(_text(latest and latest.value)),
            Cell(_text(measure.target and measure.target.value)),
            Cell(word.text + missing, word.style or ("yellow" if missing else "")),
            Cell(measure.title),
        ]

    return row


def _risks(found: PlanList) -> _Row:
    parties = Parties(found.plan)

    def row(one: Listed) -> list[Cell]:
        risk: Any = one.item
        return [
            Cell(one.name),
            Cell(_text(risk.score)),
            Cell(f"closed {risk.closed}" if risk.closed else "open"),
            Cell(", ".join(map(parties.title, risk.owner)) or "-"),
            Cell(risk.title),
        ]

    return row


def _owners(found: PlanList) -> _Row:
    body_of = found.plan.owners.body_of
    everyone = (
        one.owners | {body for key in one.owners if (body := body_of(key))}
        for one in belonging(found.plan, "actions")
    )
    counts = Counter(key for keys in everyone for key in keys)

    def row(one: Listed) -> list[Cell]:
        owner: Any = one.item
        is_body = isinstance(owner, Body)
        span = span_words(owner.since, owner.until)
        return [
            Cell(one.name),
            Cell(owner.kind.value if is_body else "post"),
            Cell("" if is_body else owner.body or ""),
            Cell(str(counts[one.name])),
            Cell(f"{owner.name if is_body else owner.title}{span and f' ({span})'}"),
        ]

    return row


def _weaknesses(found: PlanList) -> _Row:
    counts = Counter(key for one in belonging(found.plan, "actions") for key in one.weaknesses)

    def row(one: Listed) -> list[Cell]:
        weakness: Any = one.item
        return [
            Cell(one.name),
            Cell(str(counts[one.name])),
            Cell(weakness.short or "-"),
            Cell(weakness.wording or weakness.plain or "-"),
        ]

    return row


_ROWS: Final[Mapping[str, tuple[tuple[str, ...], Callable[[PlanList], _Row]]]] = MappingProxyType(
    {
        "actions": (("Id", "Due", "How it stands", "Who", "Title"), _actions),
        "measures": (("Id", "From", "Last", "To", "Milestone", "Title"), _measures),
        "risks": (("Id", "Score", "State", "Owner", "Title"), _risks),
        "owners": (("Key", "Kind", "Body", "Actions", "Name"), _owners),
        "weaknesses": (("Id", "Actions", "Short", "What the inspectors wrote"), _weaknesses),
    }
)


def _text(value: object) -> str:
    return "-" if value is None else str(value)
