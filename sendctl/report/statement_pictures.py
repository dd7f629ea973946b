"""The pictures of a statement: how the actions stand, each strand in time, each measure."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sendctl.report import gantt_chart, measure_chart, status_chart
from sendctl.report.counts import Counts
from sendctl.report.gantt_chart import GanttChart
from sendctl.report.lookup import Lookup
from sendctl.report.measure_chart import MeasureChart
from sendctl.report.measure_standing import measure_standings
from sendctl.report.nouns import words_of
from sendctl.report.pictures import draw
from sendctl.report.status_chart import StatusChart


class GanttPicture(NamedTuple):
    """A part of a strand in time, and the name of its picture."""

    name: str
    chart: GanttChart


class StatementPictures(NamedTuple):
    """What is drawn beside the tables, which hold the same.

    Attributes:
        status: called `status`; None when there are no actions.
        strands: each strand in time, in one picture or more, by the strand's anchor.
        measures: by the measure's anchor, which is the name of the picture too.
    """

    status: StatusChart | None
    strands: Mapping[str, tuple[GanttPicture, ...]]
    measures: Mapping[str, MeasureChart]


def statement_pictures(known: Lookup, counts: Counts) -> StatementPictures:
    """The pictures of a plan; what has nothing to draw is left out."""
    measures = {
        one.line.anchor: measure_chart.measure_chart(one.series) for one in measure_standings(known)
    }
    return StatementPictures(
        status=status_chart.status_chart(counts, known.today),
        strands=_strands(known),
        measures={name: chart for name, chart in measures.items() if chart},
    )


def draw_all(pictures: StatementPictures, plan_folder: Path) -> dict[str, str]:
    """All of them as SVG texts, by name.

    Raises:
        TemplateProblem: the plan's own template of one cannot be used.
    """
    status = {status_chart.NAME: pictures.status} if pictures.status else {}
    gantts = {one.name: one.chart for found in pictures.strands.values() for one in found}
    charts: dict[str, Mapping[str, Any]] = {
        status_chart.TEMPLATE: status,
        gantt_chart.TEMPLATE: gantts,
        measure_chart.TEMPLATE: pictures.measures,
    }
    return draw(charts, plan_folder)


def _strands(known: Lookup) -> dict[str, tuple[GanttPicture, ...]]:
    noun = words_of(known.plan).strand.singular
    found = {}
    for strand in known.plan.strands:
        anchor = known.anchors.of(strand)
        charts = gantt_chart.gantt_charts(f"{noun} {strand.id}", strand.actions, known)
        if charts:
            found[anchor] = tuple(
                GanttPicture(f"time-{anchor}-{number}", chart)
                for number, chart in enumerate(charts, 1)
            )
    return found
