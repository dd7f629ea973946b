"""`sendctl note`."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import typer

from sendctl.cli import completion
from sendctl.cli.editing import DryRun, ShowDiff, run_edit
from sendctl.cli.options import ExitCode, PlanOption, Today, leave, parse_date


def command(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            autocompletion=completion.ids,
            help="What you report on, by its id; plan for the plan as a whole.",
        ),
    ],
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="What happened; - reads it from the input.")
    ],
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="KEY",
            autocompletion=completion.owners,
            help="The post, body or board that reports.",
        ),
    ] = None,
    on: Annotated[
        date | None,
        typer.Option(
            "--on",
            parser=parse_date,
            metavar="DATE",
            help="The day of the report.  [default: today]",
        ),
    ] = None,
    status: Annotated[
        str | None, typer.Option("--status", metavar="WORD", help="Its status from now on.")
    ] = None,
    rating: Annotated[
        str | None, typer.Option("--rating", metavar="WORD", help="Its rating from now on.")
    ] = None,
    impact: Annotated[
        str | None,
        typer.Option("--impact", metavar="WORD", help="What children and families notice by now."),
    ] = None,
    plan: PlanOption = None,
    dry_run: DryRun = False,
    diff: ShowDiff = False,
    today: Today = None,
) -> None:
    """Report on something: add an entry to its updates.

    On an action, --status, --rating and --impact are set on the action too, unless a later report
    is there already. They can be given in the plan's own words (`vocabulary.shown`).

    Exit code 0: done. 1: refused, the plan would be worse. 2: wrong use, or the plan cannot be
    written. 3: no plan found.
    """
    from sendctl.edit.changing import add_note

    note = _typed(text)
    words = {"by": by, "note": note, "status": status, "rating": rating, "impact": impact}
    words["on"] = on.isoformat() if on else None
    run_edit(
        plan,
        lambda loaded, day: add_note(loaded, id_, words, day),
        today=today,
        dry_run=dry_run,
        diff=diff,
    )


def _typed(text: str) -> str:
    """The text itself, or what the input holds."""
    if text == "-":
        try:
            text = sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            leave(ExitCode.WRONG_USE, "The input is not text in UTF-8.")
    text = "\n".join(line.rstrip() for line in text.strip().splitlines())
    if not text:
        leave(ExitCode.WRONG_USE, "The report is empty; say what happened.")
    return text
