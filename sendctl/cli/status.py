"""`sendctl status`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from sendctl.cli.options import (
    AllPlans,
    At,
    OnePath,
    Today,
    emit,
    loaded_plan,
    on_terminal,
    one_or_all,
    use_colour,
    width,
)


class Format(StrEnum):
    """How it is printed."""

    TEXT = "text"
    JSON = "json"


def command(
    path: OnePath = None,
    today: Today = None,
    at: At = "",
    form: Annotated[
        Format,
        typer.Option("--format", help="text: one screen. json: everything, for programs."),
    ] = Format.TEXT,
    all_plans: AllPlans = False,
) -> None:
    """Show on one screen how a plan stands.

    With --all-plans: a line an area.

    How many actions stand how, in the plan's own words; what is overdue, and what is due within
    four weeks; the next deadline; measures off their milestone; work that nobody reported on for
    three months. `sendctl list` and `sendctl show` tell more.
    """
    from sendctl.report.overview import overview

    views = []
    for folder in one_or_all(path, all_plans=all_plans):
        _, plan = loaded_plan(folder, at)
        views.append((folder.as_posix(), overview(plan, plan.today(today))))
    if form is Format.JSON:
        from sendctl.reporters.overview_json import as_json

        emit(as_json(views, as_list=all_plans))
        return
    from sendctl.reporters.overview import all_as_text, as_text

    colour = use_colour()
    if all_plans:
        emit(all_as_text(views, piped=not on_terminal(), colour=colour, width=width()))
    else:
        emit(as_text(views[0][1], colour=colour, width=width()))
