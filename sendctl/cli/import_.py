"""`sendctl import`: what other programs hand back."""

from __future__ import annotations

from collections.abc import Callable
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
    from sendctl.edit import Edited
    from sendctl.edit.target import Intent
    from sendctl.exchange.workbook.proposal import Proposal
    from sendctl.exchange.workbook.view import View
    from sendctl.plan import Loaded

    Propose = Callable[[View], Proposal]

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
    if mapping is not None and (prefer or clear_empty):
        leave(ExitCode.WRONG_USE, "--prefer and --clear-empty do nothing beside --mapping.")
    (folder,) = one_or_all(plan, all_plans=False)
    loaded, _ = loaded_plan(folder)
    propose = (
        _reader(files, prefer, clear_empty=clear_empty)
        if mapping is None
        else _tracker_reader(files, mapping)
    )
    if apply:
        _apply(propose, folder, form, today, skip=skip, diff=diff)
        return
    found = propose(_view(loaded, today))
    _show(found, form, folder)
    if not found.is_clear:
        raise typer.Exit(ExitCode.ERRORS)


def _apply(
    propose: Propose, folder: Path, form: Format, today: date | None, *, skip: bool, diff: bool
) -> None:
    """Make the changes; leaves with exit code 1 when something was not taken."""
    proposed: list[Proposal] = []

    def intent(loaded: Loaded, day: date) -> Intent:
        from sendctl.cli.proposed import intent_of

        found = propose(_view(loaded, day))
        if not found.is_clear and not skip:
            _show(found, form, folder)
            leave(ExitCode.ERRORS, "Nothing was changed. --skip makes the clear changes.")
        proposed[:] = [found]
        return intent_of(found, loaded, day)

    def answer(result: Edited) -> str | None:
        if form is Format.TEXT:
            _show(proposed[0], form, folder)
            return None
        from sendctl.exchange.workbook.told import as_json

        return as_json(proposed[0], folder.as_posix(), applied=result.written)

    run_edit(folder, intent, today=today, dry_run=False, diff=diff, answer=answer)
    if not proposed[0].is_clear:
        raise typer.Exit(ExitCode.ERRORS)


def _reader(files: list[Path], prefer: Prefer | None, *, clear_empty: bool) -> Propose:
    """Reads the workbooks once; gives what compares them with a plan."""
    from sendctl.exchange.workbook import compare as comparing
    from sendctl.exchange.workbook.read import read_book

    try:
        books = [read_book(file) for file in files]
    except ImportError:
        missing_extra("Excel workbooks", "excel")
    wanted = comparing.Prefer(prefer.value if prefer else "nobody")

    return lambda view: comparing.compare(view, books, prefer=wanted, clear=clear_empty)


def _tracker_reader(files: list[Path], mapping: Path) -> Propose:
    """Reads the mapping file once; gives what finds new actions in trackers."""
    from sendctl.exchange.workbook.mapping import read_mapping
    from sendctl.exchange.workbook.proposal import Proposal
    from sendctl.exchange.workbook.tracker import actions_of, merged

    known, wrong = read_mapping(mapping)

    def propose(view: View) -> Proposal:
        if wrong:
            return Proposal(remarks=tuple(wrong))
        try:
            return merged({file: actions_of(file, known, view) for file in files})
        except ImportError:
            missing_extra("Excel workbooks", "excel")

    return propose


def _view(loaded: Loaded, today: date | None) -> View:
    from sendctl.edit.target import usable
    from sendctl.exchange.workbook.view import View

    plan = usable(loaded)
    return View(plan, plan.today(today))


def _show(found: Proposal, form: Format, folder: Path) -> None:
    """Say what is proposed; nothing of it is made yet."""
    from sendctl.exchange.workbook.told import as_json, as_text

    if form is Format.JSON:
        emit(as_json(found, folder.as_posix(), applied=False))
    else:
        emit(as_text(found))
