"""`sendctl deadlines`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from sendctl.cli.options import (
    AllPlans,
    ExitCode,
    OnePath,
    Today,
    loaded_plan,
    one_or_all,
    use_colour,
    width,
)


class Format(StrEnum):
    """How deadlines are printed."""

    TEXT = "text"
    JSON = "json"


def command(
    path: OnePath = None,
    today: Today = None,
    form: Annotated[Format, typer.Option("--format", help="How to print them.")] = Format.TEXT,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the rule and source of every deadline.")
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Exit with 1 when something is overdue.")
    ] = False,
    all_plans: AllPlans = False,
) -> None:
    """Show what is due when, counted from what, and how sure it is.

    A date that the area states governs; what the rule gives stands beside it. What cannot be
    computed is never guessed: the missing date is named instead.
    """
    from sendctl.reporters.deadlines import Timeline, as_json, as_text
    from sendctl.timeline import State, deadlines

    timelines = []
    for folder in one_or_all(path, all_plans=all_plans):
        _, plan = loaded_plan(folder)
        day = plan.today(today)
        timelines.append(Timeline(folder.as_posix(), plan, day, deadlines(plan, day)))
    if form is Format.JSON:
        typer.echo(as_json(timelines, as_list=all_plans))
    else:
        texts = [
            as_text(timeline, colour=use_colour(), width=width(), explain=explain)
            for timeline in timelines
        ]
        typer.echo("\n\n".join(texts))
    found = [deadline for timeline in timelines for deadline in timeline.deadlines]
    if check and any(deadline.status is State.OVERDUE for deadline in found):
        raise typer.Exit(ExitCode.ERRORS)
