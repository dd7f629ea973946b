"""`sendctl export`: a plan handed over to other programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sendctl.cli.options import (
    AllPlans,
    ExitCode,
    PlanOption,
    Today,
    emit,
    leave,
    loaded_plan,
    one_or_all,
    refuse_errors,
)

if TYPE_CHECKING:
    from sendctl.plan import Plan

_SETTINGS: dict[str, Any] = {
    "add_completion": False, "no_args_is_help": True, "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}  # fmt: skip

group = typer.Typer(
    **_SETTINGS,
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


@group.callback()
def _exports() -> None:
    pass


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
