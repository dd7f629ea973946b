"""`sendctl trend`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sendctl.cli.options import ExitCode, OnePath, emit, leave, one_or_all, use_colour, width

if TYPE_CHECKING:
    from sendctl.history.trend import Trend
    from sendctl.report.trend_report import TrendView


class Format(StrEnum):
    """How a trend is printed."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    MD = "md"
    SVG = "svg"


class Every(StrEnum):
    """How far positions lie apart."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    VERSION = "version"


def command(
    path: OnePath = None,
    every: Annotated[
        Every,
        typer.Option("--every", help="Show the position at the end of each, and the newest."),
    ] = Every.MONTH,
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            help="text: tables. json: for programs. html, md: a document with the picture. svg: "
            "the picture alone.",
        ),
    ] = Format.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file, not the screen."),
    ] = None,
) -> None:
    """Show how a plan went: counts, moved dates and figures.

    The positions come from git. Dates are compared with the first that is known of each action, in
    working days: by strand and by who leads.
    """
    from sendctl.cli.history import watched
    from sendctl.history import NoHistory, Repository
    from sendctl.history.trend import Every as Apart
    from sendctl.history.trend import trend
    from sendctl.report.trend_report import trend_view

    (folder,) = one_or_all(path, all_plans=False)
    try:
        with Repository(folder) as repository:
            found = trend(repository, Apart(every.value), watched)
    except NoHistory as problem:
        leave(ExitCode.WRONG_USE, str(problem))
    if found is None:
        leave(ExitCode.ERRORS, f"No version of {folder.as_posix()} can be read as a whole.")
    if form is Format.JSON:
        from sendctl.reporters.trend import trend_json

        emit(trend_json(folder.as_posix(), found) + "\n", output)
    else:
        emit(_shown(form, trend_view(found, Apart(every.value)), found), output)


def _shown(form: Format, view: TrendView, found: Trend) -> str:
    if form is Format.TEXT:
        from sendctl.reporters.trend import trend_text

        return trend_text(view, colour=use_colour(), width=width()) + "\n"
    from sendctl.document import write_html, write_markdown
    from sendctl.report import TemplateProblem
    from sendctl.report.pictures import draw
    from sendctl.report.status_chart import TEMPLATE
    from sendctl.report.trend_report import NAME, document

    try:
        if form is Format.SVG:
            if view.chart is None:
                leave(ExitCode.ERRORS, "There is no picture: the plan never had an action.")
            return draw({TEMPLATE: {NAME: view.chart}}, found.plan.folder)[NAME]
        made, _ = document(view, found.plan)
    except TemplateProblem as problem:
        leave(ExitCode.ERRORS, problem.finding.message)
    return write_html(made) if form is Format.HTML else write_markdown(made)
