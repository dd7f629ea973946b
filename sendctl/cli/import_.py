"""`sendctl import`: what other programs hand back."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sendctl.cli.editing import ShowDiff, run_edit
from sendctl.cli.options import (
    ExitCode,
    PlanOption,
    Today,
    emit,
    leave,
    loaded_plan,
    missing_extra,
    one_or_all,
)
from sendctl.cli.quick_group import QuickGroup

if TYPE_CHECKING:
    from sendctl.edit.target import Intent
    from sendctl.exchange.workbook.proposal import Proposal
    from sendctl.plan import Loaded

_SETTINGS: dict[str, Any] = {
    "add_completion": False, "no_args_is_help": True, "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}  # fmt: skip

group = typer.Typer(**_SETTINGS, cls=QuickGroup, help="Take back what other programs changed.")


class Format(StrEnum):
    """How it is told what would change."""

    TEXT = "text"
    JSON = "json"


class Prefer(StrEnum):
    """Whose value is taken where both sides changed it."""

    WORKBOOK = "workbook"
    PLAN = "plan"


@group.callback()
def _imports() -> None:
    pass


@group.command("xlsx", short_help="Workbooks that `sendctl export xlsx` made.")
def xlsx(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Workbooks (.xlsx).")],
    plan: PlanOption = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Make the changes; without it they are only told.")
    ] = False,
    prefer: Annotated[
        Prefer | None,
        typer.Option(
            "--prefer", help="Whose value is taken where the plan and a workbook changed it both."
        ),
    ] = None,
    clear_empty: Annotated[
        bool, typer.Option("--clear-empty", help="An emptied cell takes its value out.")
    ] = False,
    skip: Annotated[
        bool, typer.Option("--skip", help="With --apply: make the clear changes, leave the rest.")
    ] = False,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--mapping",
            metavar="FILE",
            help="The workbooks are a tracker of your own: take new actions from it, by a file "
            "that says which column is which field.",
        ),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help="text: to read. json: for programs.")
    ] = Format.TEXT,
    diff: ShowDiff = False,
    today: Today = None,
) -> None:
    """Take back what was changed in workbooks, one or many at once.

    Tells what would change, each field with its old and new value. Only what a workbook changed
    since its export counts; what was changed on both sides is a conflict. Nothing is ever taken
    out because its row is missing. An update becomes one by the workbook's owner, of today.
    With --mapping, what the plan does not have yet is taken from any other workbook.

    Exit code 0: everything is clear. 1: a conflict, a cell that cannot be taken, or a plan that
    would be worse. 2: wrong use. 3: no plan found.
    """
    for file in files:
        if not file.is_file():
            leave(ExitCode.WRONG_USE, f"{file.as_posix()} is not there, or is no file.")
    (folder,) = one_or_all(plan, all_plans=False)
    loaded_plan(folder)
    if mapping is not None and (prefer or clear_empty):
        leave(ExitCode.WRONG_USE, "--prefer and --clear-empty do nothing beside --mapping.")
    propose = (
        _reader(files, prefer, clear_empty=clear_empty)
        if mapping is None
        else _tracker_reader(files, mapping)
    )
    if apply:
        rest: list[bool] = []

        def intent(loaded: Loaded, day: date) -> Intent:
            from sendctl.cli.proposed import intent_of

            found = propose(loaded, day)
            if not found.is_clear and not skip:
                _show(found, form, folder, applied=False)
                leave(ExitCode.ERRORS, "Nothing was changed. --skip makes the clear changes.")
            rest[:] = [not found.is_clear]
            _show(found, form, folder, applied=True)
            return intent_of(found, loaded, day)

        run_edit(folder, intent, today=today, dry_run=False, diff=diff)
        if any(rest):
            raise typer.Exit(ExitCode.ERRORS)
        return
    loaded, found_plan = loaded_plan(folder)
    found = propose(loaded, found_plan.today(today))
    _show(found, form, folder, applied=False)
    if not found.is_clear:
        raise typer.Exit(ExitCode.ERRORS)


def _reader(files: list[Path], prefer: Prefer | None, *, clear_empty: bool) -> Any:
    """Reads the workbooks once; gives what compares them with a plan."""
    from sendctl.exchange.workbook import compare as comparing
    from sendctl.exchange.workbook.read import read_book
    from sendctl.exchange.workbook.view import View

    try:
        books = [read_book(file) for file in files]
    except ImportError:
        missing_extra("Excel workbooks", "excel")
    wanted = comparing.Prefer(prefer.value if prefer else "nobody")

    def propose(loaded: Loaded, day: date) -> Proposal:
        if loaded.plan is None:
            leave(ExitCode.ERRORS, "plan.yaml cannot be used; put it right first.")
        view = View(loaded.plan, day)
        return comparing.compare(view, books, prefer=wanted, clear=clear_empty)

    return propose


def _tracker_reader(files: list[Path], mapping: Path) -> Any:
    """Reads the mapping file once; gives what finds new actions in trackers."""
    from sendctl.exchange.workbook.mapping import read_mapping
    from sendctl.exchange.workbook.proposal import Proposal
    from sendctl.exchange.workbook.tracker import actions_of, merged
    from sendctl.exchange.workbook.view import View

    known, wrong = read_mapping(mapping)

    def propose(loaded: Loaded, day: date) -> Proposal:
        if loaded.plan is None:
            leave(ExitCode.ERRORS, "plan.yaml cannot be used; put it right first.")
        if wrong:
            return Proposal(remarks=tuple(wrong))
        view = View(loaded.plan, day)
        try:
            return merged({file: actions_of(file, known, view) for file in files})
        except ImportError:
            missing_extra("Excel workbooks", "excel")

    return propose


def _show(found: Proposal, form: Format, folder: Path, *, applied: bool) -> None:
    from sendctl.exchange.workbook.told import as_json, as_text

    if form is Format.JSON:
        emit(as_json(found, folder.as_posix(), applied=applied))
    else:
        emit(as_text(found))
