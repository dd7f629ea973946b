"""`sendctl deadlines`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sendctl.cli.options import (
    AllPlans,
    At,
    ExitCode,
    OnePath,
    Today,
    emit,
    leave,
    loaded_plan,
    missing_extra,
    one_or_all,
    parse_date,
    say,
    say_warning,
    use_colour,
    width,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sendctl.plan import Plan
    from sendctl.reporters.deadlines_json import Extras
    from sendctl.timeline import Deadline, PlanBack, Timeline

    Answer = tuple[str, Timeline, Extras]


class Format(StrEnum):
    """How deadlines are printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    ICS = "ics"
    SVG = "svg"


def command(
    path: OnePath = None,
    today: Today = None,
    at: At = "",
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            help="text: a table. json, csv: for programs and spreadsheets. ics: a calendar file. "
            "svg: a picture.",
        ),
    ] = Format.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file, not the screen."),
    ] = None,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Show rule, working and source of every deadline."),
    ] = False,
    days: Annotated[
        bool, typer.Option("--days", help="With --explain: every day of each count.")
    ] = False,
    chart: Annotated[
        bool, typer.Option("--chart", help="Draw the timeline above the table.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Exit with 1 when something is overdue.")
    ] = False,
    warn_within: Annotated[
        int | None,
        typer.Option(
            "--warn-within", metavar="N", min=0,
            help="Warn of what is overdue, or due within N working days; in GitHub Actions as a "
            "warning there.",
        ),
    ] = None,
    supposed: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="EVENT=DATE",
            help="Suppose a date for an event, such as report_received=2022-05-19; can be given "
            "again. The plan is not changed.",
        ),
    ] = None,
    solve: Annotated[
        bool,
        typer.Option("--solve", help="Which dates would give the stated deadlines?"),
    ] = False,
    plan_back: Annotated[
        bool,
        typer.Option("--plan-back", help="Propose dates for the plan's steps, from its deadline."),
    ] = False,
    all_plans: AllPlans = False,
) -> None:  # fmt: skip
    """Show what is due when, counted from what, and how sure it is.

    A date that the area states governs; what the rule gives stands beside it. What cannot be
    computed is never guessed: the missing date is named instead.
    """
    from sendctl.reporters.deadlines_json import Extras
    from sendctl.timeline import solve as solved
    from sendctl.timeline import timeline_of

    answers: list[Answer] = []
    for folder in one_or_all(path, all_plans=all_plans):
        _, plan = loaded_plan(folder, at)
        dates = _supposed(supposed or [], plan, folder.as_posix())
        timeline = timeline_of(plan, plan.today(today), dates)
        extras = Extras(
            solutions=solved(timeline.plan) if solve else None,
            planned_back=_planned_back(timeline) if plan_back else None,
            days=days,
        )
        answers.append((folder.as_posix(), timeline, extras))
    if form is Format.TEXT:
        emit(_text(answers, explain=explain or days, chart=chart), output)
    else:
        emit(_file(form, answers, as_list=all_plans, to_file=output is not None), output)
    found = [one for _, timeline, _ in answers for one in timeline.deadlines]
    if warn_within is not None:
        _warn(found, warn_within)
    if check and any(timeline.overdue for _, timeline, _ in answers):
        raise typer.Exit(ExitCode.ERRORS)


def _text(answers: Sequence[Answer], *, explain: bool, chart: bool) -> str:
    """What a person asked for: one thing a question, else the timeline."""
    from sendctl.reporters.deadlines import as_text
    from sendctl.reporters.deadlines_chart import chart_text
    from sendctl.reporters.what_if import plan_back_text, solutions_text

    parts = []
    for _, timeline, extras in answers:
        if extras.solutions is not None:
            parts.append(solutions_text(extras.solutions, width()))
        if extras.planned_back is not None:
            parts.append(plan_back_text(extras.planned_back, colour=use_colour(), width=width()))
        if chart:
            parts.append(chart_text(timeline, colour=use_colour(), width=width()))
        if extras.solutions is None and extras.planned_back is None:
            parts.append(
                as_text(
                    timeline, colour=use_colour(), width=width(), explain=explain,
                    days=extras.days,
                )
            )  # fmt: skip
    return "\n\n".join(parts) + "\n"


def _file(form: Format, answers: Sequence[Answer], *, as_list: bool, to_file: bool) -> str | bytes:
    """The timelines in a format for programs."""
    plain = [(path, timeline) for path, timeline, _ in answers]
    if form is Format.JSON:
        from sendctl.reporters.deadlines_json import as_json

        return as_json(answers, as_list=as_list) + "\n"
    if form is Format.CSV:
        from sendctl.exchange.csv_table import csv_file
        from sendctl.exchange.deadlines import deadlines_csv

        table = deadlines_csv(plain)
        return csv_file(table) if to_file else table
    if form is Format.ICS:
        return _calendar([timeline for _, timeline in plain])
    return _picture([timeline for _, timeline in plain])


def _calendar(timelines: Sequence[Timeline]) -> bytes:
    """All deadlines as one calendar; supposed dates must not get into anybody's."""
    from sendctl.exchange.calendar import calendar_bytes
    from sendctl.exchange.deadlines import calendar_entries

    if any(timeline.supposed for timeline in timelines):
        leave(ExitCode.WRONG_USE, "A calendar file of supposed dates would pass for a real one.")
    areas = ", ".join(dict.fromkeys(timeline.plan.head.area for timeline in timelines))
    entries = [entry for timeline in timelines for entry in calendar_entries(timeline)]
    as_at = max(timeline.today for timeline in timelines)
    try:
        return calendar_bytes(f"{areas}: deadlines", entries, as_at)
    except ImportError:
        missing_extra("Calendar files", "calendar")


def _picture(timelines: Sequence[Timeline]) -> str:
    from sendctl.report import TemplateProblem
    from sendctl.report.timeline_chart import drawn, timeline_chart

    if len(timelines) > 1:
        leave(ExitCode.WRONG_USE, "A picture shows one plan; name the one.")
    chart = timeline_chart(timelines[0])
    if chart is None:
        leave(ExitCode.ERRORS, "There is no picture: nothing in the plan has a date.")
    try:
        return drawn(chart, timelines[0].plan.folder)
    except TemplateProblem as problem:
        leave(ExitCode.ERRORS, problem.finding.message)


def _supposed(given: Sequence[str], plan: Plan, path: str) -> Mapping[str, date]:
    """What `--set` supposes; an event that the plan's framework does not have is wrong use."""
    from sendctl.findings import did_you_mean
    from sendctl.timeline import event_dates, framework_of, misordered

    framework = framework_of(plan)
    dates = {}
    for text in given:
        name, equals, day = text.partition("=")
        if not equals:
            raise typer.BadParameter(f"{text!r} is not EVENT=DATE.", param_hint="--set")
        known = framework.events if framework else {}
        if name not in known:
            advice = did_you_mean(name, known) or f"Known: {', '.join(known) or 'none'}."
            raise typer.BadParameter(f"{path} has no event {name!r}. {advice}", param_hint="--set")
        dates[name] = parse_date(day)
    if framework and dates:
        now = {**event_dates(plan), **dates}
        for event, earlier in misordered(framework, now):
            if dates.keys() & {event, earlier}:
                say(
                    f"“{framework.event_title(event)}” ({now[event]}) would lie before "
                    f"“{framework.event_title(earlier)}” ({now[earlier]})."
                )
    return dates


def _planned_back(timeline: Timeline) -> PlanBack:
    from sendctl.timeline import CannotPlanBack, plan_back

    try:
        return plan_back(timeline)
    except CannotPlanBack as why:
        leave(ExitCode.ERRORS, str(why))


def _warn(found: Sequence[Deadline], within: int) -> None:
    """What is due soon, or late, on stderr, so that it never mixes with the output."""
    from sendctl.timeline import State
    from sendctl.timeline.words import date_words, status_words

    for one in found:
        left = one.working_days_left
        soon = one.status is State.DUE and left is not None and left <= within
        if soon or one.status is State.OVERDUE:
            say_warning(f"{one.label}: {date_words(one)}, {status_words(one)}.")
