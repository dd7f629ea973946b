"""`sendctl list`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sendctl.cli import completion
from sendctl.cli.options import (
    AllPlans,
    At,
    ExitCode,
    PlanOption,
    Today,
    emit,
    leave,
    loaded_plan,
    on_terminal,
    one_or_all,
    parse_date,
    use_colour,
    width,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sendctl.reporters.listing import PlanList


class Kind(StrEnum):
    """What can be listed."""

    ACTIONS = "actions"
    MEASURES = "measures"
    RISKS = "risks"
    OWNERS = "owners"
    WEAKNESSES = "weaknesses"


class Format(StrEnum):
    """How a list is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def command(
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=", ".join(Kind) + ".")],
    plan: PlanOption = None,
    owner: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY", autocompletion=completion.owners,
            help="What this body or post has a part in; a body has a part in what its posts do. "
            "Repeat it, or any filter below, to take more.",
        ),
    ] = None,
    strand: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID", help="What belongs to this strand.", autocompletion=completion.strands
        ),
    ] = None,
    weakness: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID", help="What answers this weakness.", autocompletion=completion.weaknesses
        ),
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORD", autocompletion=completion.statuses,
            help="actions: not_started, in_progress, complete, on_hold, stopped, or a word of the "
            "plan's own.",
        ),
    ] = None,
    rating: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WORD", help="actions: on_track, at_risk, off_track.",
            autocompletion=completion.ratings,
        ),
    ] = None,
    due_before: Annotated[
        date | None,
        typer.Option(
            parser=parse_date, metavar="DATE",
            help="actions: whose last day is before this one, done or not. measures: with a "
            "milestone before it that has no figure.",
        ),
    ] = None,
    overdue: Annotated[
        bool,
        typer.Option(
            "--overdue",
            help="actions: open after their last day. measures: figures that are missing.",
        ),
    ] = False,
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            help="text: a table; in a pipe a line each. json: all fields, with file and line. "
            "csv: the columns of `sendctl export csv`.",
        ),
    ] = Format.TEXT,
    today: Today = None,
    at: At = "",
    all_plans: AllPlans = False,
) -> None:  # fmt: skip
    """List actions, measures, risks, owners or weaknesses, all of them or some."""
    from sendctl.report.listing import Filters, WrongFilter, check_filters, chosen
    from sendctl.reporters.listing import PlanList, as_json, as_text

    filters = Filters(
        owner or (), strand or (), weakness or (), status or (), rating or (), due_before, overdue
    )
    plans = [(folder, *loaded_plan(folder, at)) for folder in one_or_all(plan, all_plans=all_plans)]
    try:
        check_filters([one for _, _, one in plans], kind, filters)
    except WrongFilter as wrong:
        leave(ExitCode.WRONG_USE, str(wrong))
    lists = [
        PlanList(
            folder.as_posix(), loaded, one, one.today(today), kind,
            chosen(one, one.today(today), kind, filters),
        )
        for folder, loaded, one in plans
    ]  # fmt: skip
    if form is Format.JSON:
        emit(as_json(lists, as_list=all_plans))
    elif form is Format.CSV:
        emit(_csv(lists))
    else:
        emit(
            as_text(
                lists, piped=not on_terminal(), colour=use_colour(), width=width(),
                all_plans=all_plans,
            )
        )  # fmt: skip


def _csv(lists: Sequence[PlanList]) -> str:
    from sendctl.exchange.csv_table import csv_text
    from sendctl.exchange.tables import TABLES, table_rows

    rows = []
    for found in lists:
        taken = {one.number for one in found.items}
        made = table_rows(found.kind, found.plan, found.today)
        rows += [row for number, row in enumerate(made) if number in taken]
    return csv_text(("plan", *TABLES[lists[0].kind].headings), rows)
