"""`sendctl export`: a plan handed over to other programs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sendctl.cli import completion
from sendctl.cli.options import (
    AllPlans,
    ExitCode,
    PlanOption,
    Today,
    emit,
    leave,
    loaded_plan,
    missing_extra,
    one_or_all,
    refuse_errors,
)
from sendctl.cli.quick_group import QuickGroup

if TYPE_CHECKING:
    from sendctl.exchange.calendar import Entry
    from sendctl.plan import Plan

_SETTINGS: dict[str, Any] = {
    "add_completion": False, "no_args_is_help": True, "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}  # fmt: skip

group = typer.Typer(
    **_SETTINGS,
    cls=QuickGroup,
    help="Hand a plan over to other programs.\n\nEverything in the plan is handed over, internal "
    "fields and names of people too. With --public: only what everybody may read, refused as long "
    "as `sendctl render --public` is.",
)

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file, not the screen."),
]
ForAll = Annotated[
    bool,
    typer.Option(
        "--public",
        help="Only what everybody may read, in plain words, without names and small numbers.",
    ),
]


@dataclass(frozen=True, slots=True)
class Handed:
    """A plan that is handed over.

    Attributes:
        path: its folder as the user gave it, with "/".
        plan: the plan, or its public version.
        today: the day of the position.
    """

    path: str
    plan: Plan
    today: date


def handed_over(
    path: Path | None, today: date | None, *, public: bool, all_plans: bool = False
) -> list[Handed]:
    """The plans that an export is made of; leaves when one of them may not be published."""
    return [_handed(folder, today, public) for folder in one_or_all(path, all_plans=all_plans)]


def _handed(folder: Path, today: date | None, public: bool) -> Handed:
    loaded, plan = loaded_plan(folder)
    day = plan.today(today)
    if public:
        from sendctl.checks import run_checks
        from sendctl.report import Refused
        from sendctl.report.publication import published

        refuse_errors(folder, run_checks(loaded, day))
        try:
            plan = published(plan, day)
        except Refused as refusal:
            leave(ExitCode.ERRORS, str(refusal))
    return Handed(folder.as_posix(), plan, day)


@group.command("csv", short_help="Tidy tables for spreadsheets and analysts.")
def as_csv(
    table: Annotated[
        str,
        typer.Argument(
            metavar="TABLE", show_default=False, autocompletion=completion.tables,
            help="One table, to the screen or to a file. Without it: every table as a file in a "
            "folder.",
        ),
    ] = "",
    plan: PlanOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="PATH",
            help="With TABLE: the file. Without: the folder.  [default: out]",
        ),
    ] = None,
    public: ForAll = False,
    today: Today = None,
    all_plans: AllPlans = False,
) -> None:  # fmt: skip
    """Tidy tables: one row a thing, one column a fact, and ids and keys that join them.

    Tables: actions, action_owners, action_weaknesses, action_measures, dependencies, milestones,
    moves, updates, evidence, measures, measure_values, weaknesses, strands, objectives, owners,
    risks, deadlines.

    Dates are written 2022-08-30, beside the date as the plan has it where that is less exact. Text
    that a spreadsheet would run as a formula begins with an apostrophe. Files begin with the mark
    by which Excel knows UTF-8; what goes to the screen or a pipe does not. Excel makes numbers of
    ids such as 1.10: for people who live in Excel there is `sendctl export xlsx`.
    """
    from sendctl.exchange.csv_table import csv_file, csv_text
    from sendctl.exchange.tables import TABLES, table_rows

    names = [_known(table, TABLES)] if table else list(TABLES)
    found = handed_over(plan, today, public=public, all_plans=all_plans)

    def text(name: str, plans: Sequence[Handed]) -> str:
        rows = (row for one in plans for row in table_rows(name, one.plan, one.today))
        return csv_text(("plan", *TABLES[name].headings), rows)

    if table:
        one = text(names[0], found)
        emit(csv_file(one) if output else one, output)
        return
    for handed in found:
        for name in names:
            mark = "-public" * public
            file = (output or Path("out")) / f"{handed.plan.name}-{name}{mark}.csv"
            emit(csv_file(text(name, [handed])), file)


def _known(name: str, names: Collection[str]) -> str:
    """The name of a table; leaves when there is none of that name."""
    if name not in names:
        from sendctl.findings import did_you_mean

        advice = did_you_mean(name, names) or f"There are: {', '.join(names)}."
        leave(ExitCode.WRONG_USE, f"There is no table {name!r}. {advice}")
    return name


@group.command("json", short_help="The whole plan as one JSON object.")
def as_json(
    plan: PlanOption = None,
    output: Output = None,
    public: ForAll = False,
    today: Today = None,
    all_plans: AllPlans = False,
) -> None:
    """The whole plan as one JSON object, under the keys of its files.

    What sendctl works out, such as what is overdue, stands apart under `computed`. Its schema:
    sendctl schema export. With --all-plans: an array.
    """
    from sendctl.exchange.whole_plan import json_text, whole_plan

    found = handed_over(plan, today, public=public, all_plans=all_plans)
    made = [whole_plan(one.plan, one.today, public=public) for one in found]
    emit(json_text(made if all_plans else made[0]), output)


@group.command("ics", short_help="Every date as a calendar file.")
def as_ics(
    plan: PlanOption = None,
    owner: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY",
            autocompletion=completion.owners,
            help="Only what this body or post has a part in; a body has a part in what its posts "
            "do. Repeat it to take more.",
        ),
    ] = None,
    output: Output = None,
    public: ForAll = False,
    today: Today = None,
    all_plans: AllPlans = False,
) -> None:
    """Every date as a calendar file: deadlines, steps, actions, milestones, measures, meetings.

    A second file from the same plan updates what the first one brought, and doubles nothing. What
    is open reminds five working days before; deadlines twenty working days before, too.
    """
    from sendctl.exchange.calendar import calendar_bytes
    from sendctl.exchange.plan_calendar import plan_entries
    from sendctl.report.listing import Filters, WrongFilter, check_filters
    from sendctl.timeline import timeline_of

    found = handed_over(plan, today, public=public, all_plans=all_plans)
    try:
        check_filters([one.plan for one in found], "owners", Filters(owner=owner or ()))
    except WrongFilter as wrong:
        leave(ExitCode.WRONG_USE, str(wrong))
    entries: list[Entry] = []
    for one in found:
        keys = {key for name in owner or () for key in one.plan.owners.with_posts(name)}
        timeline = timeline_of(one.plan, one.today)
        entries += plan_entries(timeline, keys if owner else None)
    areas = ", ".join(dict.fromkeys(one.plan.head.area for one in found))
    names = [found[0].plan.owners.name_of(key) for key in owner or ()]
    name = f"{areas}: dates{' of ' * bool(names)}{', '.join(names)}"
    try:
        made = calendar_bytes(name, entries, max(one.today for one in found))
    except ImportError:
        missing_extra("Calendar files", "calendar")
    emit(made, output)


@group.command("xlsx", short_help="A workbook for people who live in Excel.")
def as_xlsx(
    plan: PlanOption = None,
    owner: Annotated[
        list[str] | None,
        typer.Option(
            "--owner", metavar="KEY", autocompletion=completion.owners,
            help="A small workbook of what this post or body answers for, a body's posts included, "
            "with a column for an update; can be given again.",
        ),
    ] = None,
    each_owner: Annotated[
        bool, typer.Option("--each-owner", help="Such a workbook for everybody who owns something.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="PATH",
            help="A folder; or a file that ends in .xlsx, for one workbook.  [default: out]",
        ),
    ] = None,
    public: ForAll = False,
    today: Today = None,
    all_plans: AllPlans = False,
) -> None:  # fmt: skip
    """A workbook for people who live in Excel; `sendctl import xlsx` takes their changes back.

    Sheets: actions, measures with their figures, risks, owners, deadlines. Grey cells are fixed or
    worked out; the others can be changed, with drop-downs for status, rating and owner. The
    workbook remembers the plan that it was made from. Names of people are not in it.
    """
    from sendctl.cli.export_xlsx import Asked, workbooks

    if public and (owner or each_owner):
        leave(ExitCode.WRONG_USE, "An owner's workbook comes back, and a public version does not.")
    asked = Asked(owners=owner or [], each_owner=each_owner, public=public)
    made = [
        book
        for one in handed_over(plan, today, public=public, all_plans=all_plans)
        for book in workbooks(one.plan, one.today, asked)
    ]
    if output is not None and output.suffix.lower() == ".xlsx":
        if len(made) > 1:
            leave(ExitCode.WRONG_USE, f"There are {len(made)} workbooks; name a folder for them.")
        emit(made[0].content, output)
        return
    for book in made:
        emit(book.content, (output or Path("out")) / book.name)
