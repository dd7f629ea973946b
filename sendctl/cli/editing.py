"""What the commands that change a plan share: their options, and how they end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from sendctl.cli.options import ExitCode, leave, one_or_all, say, use_colour, width

if TYPE_CHECKING:
    from sendctl.edit import CannotEdit, Edit, Edited
    from sendctl.edit.target import Intent
    from sendctl.findings import Finding
    from sendctl.plan import Loaded

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print the change as a diff, and write nothing.")
]

ShowDiff = Annotated[bool, typer.Option("--diff", help="Print the change as a diff too.")]


def run_edit(
    path: Path | None,
    intent: Callable[[Loaded, date], Intent],
    *,
    today: date | None,
    dry_run: bool,
    diff: bool,
    answer: Callable[[Edited], str | None] | None = None,
) -> None:
    """Change one plan, and say what was changed; leaves with exit code 1 when it is refused.

    Args:
        path: what --plan names.
        intent: what is wanted, worked out from the plan as it stands once the lock is held.
        today: what --today says.
        dry_run: print the diff and write nothing.
        diff: print the diff too.
        answer: says what came of it in the command's own format, which is then all that goes to
            stdout; None where the usual lines shall say it.
    """
    from sendctl.edit import CannotEdit, apply

    (folder,) = one_or_all(path, all_plans=False)
    wanted: list[Intent] = []

    def edits(loaded: Loaded) -> tuple[Edit, ...]:
        day = loaded.plan.today(today) if loaded.plan else date.min
        wanted[:] = [intent(loaded, day)]
        return wanted[0].edits

    try:
        result = apply(folder, edits, dry_run=dry_run, today=today)
    except CannotEdit as error:
        _cannot(folder, error)
    except OSError as error:
        reason = (error.strerror or "it is not possible").lower()
        where = Path(error.filename or folder).as_posix()
        leave(ExitCode.WRONG_USE, f"{where} cannot be written: {reason}. Nothing was changed.")
    own = answer(result) if answer else None
    if own is not None:
        typer.echo(own, nl=False)
    aside = own is not None
    if result.worse:
        _refuse(folder, result, aside=aside)
    _tell(wanted[0], result, dry_run=dry_run, diff=diff, aside=aside)


def _tell(wanted: Intent, result: Edited, *, dry_run: bool, diff: bool, aside: bool) -> None:
    """Say what was changed; `aside` is on stderr."""
    from sendctl.reporters.shown import one_line

    for notice in wanted.notices:
        say(one_line(notice))
    if not result.texts:
        say("Nothing changes: the plan says so already.")
    elif dry_run:
        typer.echo(result.diff, nl=False, err=aside)
    else:
        for line in wanted.said:
            typer.echo(one_line(line), err=aside)
        typer.echo(f"Changed {', '.join(result.texts)}.", err=aside)
        if diff:
            typer.echo(result.diff, nl=False, err=aside)


def _refuse(folder: Path, result: Edited, *, aside: bool) -> NoReturn:
    _print_findings(folder, result.after, result.worse, aside=aside)
    count = len(result.worse)
    errors = "an error" if count == 1 else f"{count} errors"
    leave(
        ExitCode.ERRORS,
        f"Nothing was changed: the plan would have {errors} that it does not have now. "
        "The lines above are those that would be written.",
    )


def _cannot(folder: Path, error: CannotEdit) -> NoReturn:
    if error.findings:
        from sendctl.plan import load_plan

        _print_findings(folder, load_plan(folder), error.findings)
    leave(ExitCode.WRONG_USE, str(error))


def _print_findings(
    folder: Path, loaded: Loaded, findings: tuple[Finding, ...], *, aside: bool = False
) -> None:
    from sendctl.reporters import REPORTERS, Checked

    checked = Checked(folder.as_posix(), loaded, findings)
    typer.echo(REPORTERS["text"]([checked], colour=use_colour(), width=width()), err=aside)


def parsed(values: list[str]) -> list[Any]:
    """key=value arguments; leaves when one is none."""
    from sendctl.edit import CannotEdit
    from sendctl.edit.assign import parse_assignment

    try:
        return [parse_assignment(value) for value in values]
    except CannotEdit as error:
        leave(ExitCode.WRONG_USE, str(error))
