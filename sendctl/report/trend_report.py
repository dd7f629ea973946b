"""How a plan went, as a document, a picture and on the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.document import Document
from sendctl.document.vocabulary import TONES
from sendctl.findings import Finding
from sendctl.history.trend import Every, Point, Slip, Trend, measures_in
from sendctl.plan import Plan
from sendctl.report.head import title_of
from sendctl.report.meta import meta_of
from sendctl.report.nouns import Words, upper_first, words_of
from sendctl.report.parties import Parties
from sendctl.report.pictures import draw
from sendctl.report.produce import produce
from sendctl.report.request import Request
from sendctl.report.status import Badge, Scale
from sendctl.report.status_chart import TEMPLATE, BarRow, StatusChart, bars, sum_of
from sendctl.report.wording import counted
from sendctl.timeline.words import day_words

NAME: Final = "trend"
"""What templates call the picture."""

EACH: Final = MappingProxyType(
    {
        Every.WEEK: "the end of each week",
        Every.MONTH: "the end of each month",
        Every.QUARTER: "the end of each quarter of the year",
        Every.VERSION: "each version",
    }
)
"""Which positions are shown, in words."""


class PointRow(NamedTuple):
    """A position: how many actions have each word, all, those overdue, and working days moved."""

    on: date
    numbers: tuple[int, ...]
    total: int
    overdue: int
    moved: int
    working_days: int


class SlipRow(NamedTuple):
    """How far the dates of some actions have moved, in working days."""

    name: str
    actions: int
    moved: int
    working_days: int
    longest: int


class FigureRow(NamedTuple):
    """A figure of a measure, from the position on at which it was first known."""

    measure: str
    on: date
    value: str


class TrendView(NamedTuple):
    """Everything that the template may print; it knows it as `plan`.

    Attributes:
        of: the plan's own title.
        each: which positions are shown.
        badges: the plan's words for how actions stand, in the order of the numbers.
        chart: the rows as a picture; None when there is nothing to count.
        by_strand: how far dates have moved; `by_owner` likewise, by who leads.
        notices: what could not be read.
    """

    area: str
    title: str
    of: str
    words: Words
    as_at: date
    is_example: bool
    each: str
    badges: tuple[Badge, ...]
    rows: tuple[PointRow, ...]
    chart: StatusChart | None
    by_strand: tuple[SlipRow, ...]
    by_owner: tuple[SlipRow, ...]
    figures: tuple[FigureRow, ...]
    notices: tuple[str, ...]


def trend_view(found: Trend, every: Every) -> TrendView:
    """The view of how a plan went."""
    plan = found.plan
    scale, words, parties = Scale(plan.head.vocabulary.shown), words_of(plan), Parties(plan)
    badges = _badges(found.points, scale)
    rows = tuple(_row(point, badges, scale) for point in found.points)
    strands = {strand.id: f"{strand.id} {strand.title}" for strand in plan.strands}
    owners = {key: parties.title(key) for key in found.by_owner}
    return TrendView(
        area=plan.head.area,
        title=f"How the plan went: {plan.head.area}",
        of=title_of(plan),
        words=words,
        as_at=found.points[-1].on,
        is_example=plan.is_illustrative,
        each=EACH[every],
        badges=badges,
        rows=rows,
        chart=_chart(rows, badges, words),
        by_strand=tuple(_slips(found.by_strand, strands)),
        by_owner=tuple(_slips(found.by_owner, owners)),
        figures=tuple(_figures(found.points, plan)),
        notices=tuple(_notices(found)),
    )


def document(view: TrendView, plan: Plan) -> tuple[Document, list[Finding]]:
    """How the plan went as a document.

    Raises:
        TemplateProblem: the template cannot be used.
    """
    request = Request(plan, view.as_at)
    subject = f"Counts, moved dates and figures of {view.each}."
    meta = meta_of(request, view.title, subject, ())
    pictures = draw({TEMPLATE: {NAME: view.chart}}, plan.folder) if view.chart else {}
    return produce("trend/trend.html.j2", view, meta, plan.folder, "trend.html", pictures)


def _badges(points: Iterable[Point], scale: Scale) -> tuple[Badge, ...]:
    """The words that some action had at some time: done first, then from good to bad."""
    used = {scale.badge(one) for point in points for one in point.conditions}
    return tuple(sorted(used, key=lambda badge: (TONES.index(badge.tone), badge.word)))


def _row(point: Point, badges: tuple[Badge, ...], scale: Scale) -> PointRow:
    numbers: Counter[Badge] = Counter()
    for condition, number in point.conditions.items():
        numbers[scale.badge(condition)] += number
    return PointRow(
        point.on,
        tuple(numbers[badge] for badge in badges),
        point.total,
        point.overdue,
        point.slip.moved,
        point.slip.working_days,
    )


def _chart(
    rows: tuple[PointRow, ...], badges: tuple[Badge, ...], words: Words
) -> StatusChart | None:  # fmt: skip
    if not any(row.total for row in rows):
        return None
    title = f"{upper_first(words.action.plural)} by how they stood"
    shown = [
        BarRow(day_words(row.on), row.numbers, sum_of(words.action, row.total, row.overdue))
        for row in rows
    ]
    said = " ".join(_said(row, badges, words) for row in rows)
    return bars(title, f"{title}. {said}", shown, badges)


def _said(row: PointRow, badges: tuple[Badge, ...], words: Words) -> str:
    parts = [f"{n} {badge.word}" for n, badge in zip(row.numbers, badges, strict=True) if n]
    late = f"; {row.overdue} overdue" if row.overdue else ""
    inside = f" ({', '.join(parts)}{late})" if parts else ""
    return f"{day_words(row.on)}: {counted(row.total, words.action)}{inside}."


def _slips(found: Mapping[str, Slip], names: Mapping[str, str]) -> Iterator[SlipRow]:
    for key, slip in found.items():
        yield SlipRow(
            names.get(key, key), slip.actions, slip.moved, slip.working_days, slip.longest
        )


def _figures(points: tuple[Point, ...], plan: Plan) -> Iterator[FigureRow]:
    """Each figure once, at the first position that knew it."""
    names = {one.id: f"{one.id} {one.tag or one.title}" for one in plan.measures}
    for key in measures_in(points):
        last = ""
        for point in points:
            value = point.figures.get(key, "")
            if value and value != last:
                yield FigureRow(names.get(key, key), point.on, value)
            last = value


def _notices(found: Trend) -> Iterator[str]:
    for one in found.skipped:
        yield f"Skipped, for it cannot be read: {one.short} of {day_words(one.on)}."
    if found.cut_off:
        yield found.cut_off.strip()
