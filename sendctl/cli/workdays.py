"""`sendctl workdays`: the calculator alone."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer
from typer.core import TyperCommand

from sendctl.cli.options import (
    ExitCode,
    PlanOption,
    leave,
    loaded_plan,
    one_or_all,
    parse_date,
    width,
)
from sendctl.cli.quick_group import QuickGroup
from sendctl.workdays import Counting, Nation, UnsupportedDate, WorkingCalendar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")

_SETTINGS: dict[str, Any] = {
    "add_completion": False, "no_args_is_help": True, "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}  # fmt: skip

group = typer.Typer(
    **_SETTINGS,
    cls=QuickGroup,
    help="Count working days: not Saturday, Sunday or a bank holiday.\n\nBank holidays are those "
    "of England and Wales unless --nation or a plan's calendar says otherwise.",
)


class Format(StrEnum):
    """How answers are printed."""

    TEXT = "text"
    JSON = "json"


Day = Annotated[
    date, typer.Argument(parser=parse_date, metavar="DATE", help="A day, such as 2022-05-19.")
]
Count = Annotated[
    Counting,
    typer.Option(
        "--counting",
        help="excluding: the day itself does not count. including: it counts "
        "when it is a working day. clear: neither end counts.",
    ),
]
Of = Annotated[
    Nation | None, typer.Option("--nation", help="Whose bank holidays count.  [default: england]")
]
Form = Annotated[Format, typer.Option("--format", help="How to print the answer.")]


class _Forwards(TyperCommand):
    """Says what to do instead of counting by a negative number, which looks like an option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments as they are; one such as -5 is wrong use."""
        negative = next((arg for arg in args if re.fullmatch(r"-\d+", arg)), None)
        if negative and "--" not in args:
            raise typer.BadParameter(
                f"{negative} is negative. To count backwards, give the number and --before.",
                ctx=ctx, param_hint="N",
            )  # fmt: skip
        return super().parse_args(ctx, args)


@group.command("add", cls=_Forwards, short_help="The day N working days after, or before, a date.")
def add(
    start: Day,
    number: Annotated[int, typer.Argument(metavar="N", min=0, help="How many working days.")],
    before: Annotated[bool, typer.Option("--before", help="Count backwards.")] = False,
    counting: Count = Counting.EXCLUDING,
    nation: Of = None,
    plan: PlanOption = None,
    days: Annotated[bool, typer.Option("--days", help="List every day of the count.")] = False,
    form: Form = Format.TEXT,
) -> None:
    """The day that is N working days after (or before) DATE, and the days it skips."""
    from sendctl.reporters.workdays import answer_json, answer_text

    calendar = _calendar(nation, plan)
    answer = _asked(lambda: calendar.add(start, number, counting, before=before))
    if form is Format.JSON:
        typer.echo(answer_json(answer, days=days))
    else:
        typer.echo(_asked(lambda: answer_text(answer, width(), days=days)))


@group.command("between", short_help="The number of working days between two dates.")
def between(
    first: Day,
    last: Day,
    counting: Count = Counting.EXCLUDING,
    nation: Of = None,
    plan: PlanOption = None,
    form: Form = Format.TEXT,
) -> None:
    """How many working days lie between two dates; negative when the second is the earlier."""
    from sendctl.reporters.workdays import between_json, between_text

    calendar = _calendar(nation, plan)
    number = _asked(lambda: calendar.between(first, last, counting))
    skipped = _asked(lambda: calendar.holidays_between(*sorted((first, last))))
    write = between_json if form is Format.JSON else between_text
    provisional = calendar.provisional(max(first, last))
    typer.echo(write(first, last, counting, number, skipped, provisional=provisional))


@group.command("list")
def holidays(
    year: Annotated[int, typer.Argument(metavar="YEAR", help="Such as 2022.")],
    nation: Of = None,
    plan: PlanOption = None,
    form: Form = Format.TEXT,
) -> None:
    """The bank holidays of a year that fall on weekdays."""
    from sendctl.reporters.workdays import list_json, list_text

    calendar = _calendar(nation, plan)
    days = _asked(lambda: calendar.holidays_of(year))
    provisional = calendar.provisional(date(year, 12, 31))
    if form is Format.JSON:
        typer.echo(list_json(calendar.nation, year, days, provisional=provisional))
    else:
        typer.echo(list_text(days, provisional=provisional))


def _calendar(nation: Nation | None, plan: Path | None) -> WorkingCalendar:
    """The nation's calendar, or a plan's with its own changes."""
    if plan is None:
        return WorkingCalendar(nation or Nation.ENGLAND)
    from sendctl.timeline import calendar_of

    (folder,) = one_or_all(plan, all_plans=False)
    _, found = loaded_plan(folder)
    calendar = calendar_of(found)
    if nation is None:
        return calendar
    return WorkingCalendar(nation, added=calendar.added, removed=calendar.removed)


def _asked(question: Callable[[], _T]) -> _T:
    """The answer; a date that the calendar does not hold is wrong use."""
    try:
        return question()
    except UnsupportedDate as error:
        leave(ExitCode.WRONG_USE, str(error))
