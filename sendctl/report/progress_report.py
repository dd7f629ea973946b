"""The progress report: what changed, how things stand, what is done about it, what comes next.

One view serves all who read it; each reader has a template of their own that chooses and orders.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from sendctl.document import Document
from sendctl.findings import Finding
from sendctl.plan import Plan
from sendctl.report import measure_chart, status_chart
from sendctl.report.ahead import Ahead, ahead
from sendctl.report.attention import AttentionLine, attention_lines
from sendctl.report.changes import Changes, changes
from sendctl.report.counts import Counts, counts
from sendctl.report.governance import FeedbackLine, RiskLine, risk_lines
from sendctl.report.head import title_of
from sendctl.report.impact import ImpactLine, impact_lines
from sendctl.report.lookup import Lookup, lookup
from sendctl.report.measure_chart import MeasureChart
from sendctl.report.measure_standing import (
    MeasureCounts,
    MeasureStanding,
    count_verdicts,
    measure_standings,
)
from sendctl.report.meta import meta_of
from sendctl.report.nouns import KindNouns, Words, lower_first, nouns_of, words_of
from sendctl.report.period import Period, period_of
from sendctl.report.pictures import draw
from sendctl.report.produce import produce
from sendctl.report.publication import ForEverybody, for_everybody
from sendctl.report.request import Request
from sendctl.report.status_chart import StatusChart
from sendctl.report.then import Then, then_of
from sendctl.report.to_do import ToDo
from sendctl.report.wording import when_words
from sendctl.timeline import timeline_of

_TITLES: Final = MappingProxyType(
    {
        "": "Progress report",
        "dfe": "Monitoring report",
        "scrutiny": "Progress report to scrutiny",
    }
)


class MeasurePart(NamedTuple):
    """A measure, where it stands, and its picture; `chart` is None when there is none to draw."""

    standing: MeasureStanding
    chart: MeasureChart | None


class FeedbackPart(NamedTuple):
    """What families said; `is_new` when it was in the time that the report is about."""

    line: FeedbackLine
    is_new: bool


class ProgressReport(NamedTuple):
    """Everything that the templates of progress reports may print; they know it as `plan`.

    Attributes:
        title: what this report is called.
        of: the plan's own title.
        period: from the earlier position to this one.
        status: the counts as a picture; None when there are no actions.
        worrying: actions that are late, off track or at risk.
        risks: those that are open, the highest score first. `has_risks` counts closed ones too.
        measured: how many measures met their milestones.
        said: what families said, the newest first; `feedback` asks them for more.
        then: the earlier position, where it was asked for; None elsewhere.
        for_everybody: what a public version tells of itself; None in any other.
        to_do: what a draft still lacks; None in any other document.
    """

    area: str
    title: str
    of: str
    kind: KindNouns
    words: Words
    as_at: date
    period: Period
    authorities: tuple[str, ...]
    is_example: bool
    changes: Changes
    counts: Counts
    status: StatusChart | None
    worrying: tuple[AttentionLine, ...]
    impacts: tuple[ImpactLine, ...]
    measures: tuple[MeasurePart, ...]
    measured: MeasureCounts
    risks: tuple[RiskLine, ...]
    has_risks: bool
    said: tuple[FeedbackPart, ...]
    ahead: Ahead
    contact: str
    other_formats: str
    feedback: str
    then: Then | None
    for_everybody: ForEverybody | None
    to_do: ToDo | None


def progress_report(
    plan: Plan,
    period: Period,
    reader: str = "",
    *,
    public: bool = False,
    to_do: ToDo | None = None,
    earlier: Plan | None = None,
) -> ProgressReport:
    """The view of a plan's progress.

    Args:
        plan: everything it refers to is resolved; what is missing stays empty.
        period: from the earlier position to the present one.
        reader: whom it is for, a key of `READERS`, or "".
        public: whether it is the version for everybody.
        to_do: what a draft still lacks.
        earlier: the plan as it stood at the earlier position.
    """
    today = period.until
    known = lookup(plan, today, shown=())
    numbers = counts(known)
    standings = measure_standings(known)
    head = plan.head
    return ProgressReport(
        area=head.area,
        title=_title(plan, reader),
        of=title_of(plan),
        kind=nouns_of(plan),
        words=words_of(plan),
        as_at=today,
        period=period,
        authorities=known.parties.current(head.authorities, today),
        is_example=plan.is_illustrative,
        changes=changes(known, period),
        counts=numbers,
        status=status_chart.status_chart(numbers, today),
        worrying=attention_lines(known),
        impacts=impact_lines(known, period),
        measures=tuple(
            MeasurePart(one, measure_chart.measure_chart(one.series)) for one in standings
        ),
        measured=count_verdicts(standings),
        risks=_open_risks(known),
        has_risks=bool(plan.risks),
        said=_feedback(known, period),
        ahead=ahead(known, timeline_of(plan, today)),
        contact=head.public.contact or "",
        other_formats=head.public.other_formats or "",
        feedback=head.public.feedback or "",
        then=then_of(earlier, known, period, public=public) if earlier else None,
        for_everybody=for_everybody(plan) if public else None,
        to_do=to_do,
    )


def _title(plan: Plan, reader: str) -> str:
    """What the report is called; for families without the name of a kind of plan."""
    if reader == "families":
        return f"How we are doing: SEND in {plan.head.area}"
    return f"{_TITLES[reader]}: {lower_first(title_of(plan))}"


def document(request: Request) -> tuple[Document, list[Finding]]:
    """The progress report that was asked for; see `sendctl.report.documents`."""
    plan = request.plan
    view = progress_report(
        plan,
        period_of(request),
        request.reader,
        public=request.public,
        to_do=request.to_do,
        earlier=request.then,
    )
    name = request.reader or "progress"
    since = when_words(view.period.since)
    subject = f"What changed after {since}, and how things stand."
    meta = meta_of(request, view.title, subject, view.authorities)
    pictures = _pictures(view, plan)
    return produce(f"progress/{name}.html.j2", view, meta, plan.folder, "progress.html", pictures)


def _open_risks(known: Lookup) -> tuple[RiskLine, ...]:
    """Those not closed at the position; without a score they come last."""
    today = known.today
    still = (risk for risk in risk_lines(known) if not risk.closed or risk.closed > today)
    return tuple(sorted(still, key=lambda risk: -(risk.score or 0)))


def _pictures(view: ProgressReport, plan: Plan) -> dict[str, str]:
    measures = {part.standing.line.anchor: part.chart for part in view.measures if part.chart}
    charts: dict[str, Mapping[str, Any]] = {
        status_chart.TEMPLATE: {status_chart.NAME: view.status} if view.status else {},
        measure_chart.TEMPLATE: measures,
    }
    return draw(charts, plan.folder)


def _feedback(known: Lookup, period: Period) -> tuple[FeedbackPart, ...]:
    """What families said up to the position, the newest first; without a date it comes last."""
    plan = known.plan
    dated = []
    for one in plan.governance.feedback:
        days = one.on.days(plan.head.terms) if one.on else None
        if days is None or days.first <= known.today:
            line = FeedbackLine(one.said, one.did or "", one.on)
            first = days.first if days else date.min
            dated.append((first, FeedbackPart(line, period.touches(one.on, plan))))
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(part for _, part in dated)
