"""`sendctl move`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from sendctl.cli import completion
from sendctl.cli.editing import DryRun, ShowDiff, run_edit
from sendctl.cli.options import PlanOption, Today, parse_date


def command(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID", autocompletion=completion.actions, help="The action, by its id."
        ),
    ],
    due: Annotated[
        str,
        typer.Option(
            "--due",
            metavar="DATE",
            help="The new date: 2022-12-16, 2022-12, 2022/23-Q3, or a school term of the plan.",
        ),
    ],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it is moved.")],
    agreed_by: Annotated[
        str,
        typer.Option(
            "--agreed-by",
            metavar="KEY",
            autocompletion=completion.owners,
            help="Who agreed: a board, body or post, by its key.",
        ),
    ],
    on: Annotated[
        date | None,
        typer.Option(
            "--on",
            parser=parse_date,
            metavar="DATE",
            help="The day it was moved.  [default: today]",
        ),
    ] = None,
    plan: PlanOption = None,
    dry_run: DryRun = False,
    diff: ShowDiff = False,
    today: Today = None,
) -> None:
    """Move an action's due date; the old one stays on record.

    What it was, when it was moved, why and who agreed goes into `moved`.

    Exit code 0: done. 1: refused, the plan would be worse. 2: wrong use, or the plan cannot be
    written. 3: no plan found.
    """  # fmt: skip
    from sendctl.edit.changing import move_due

    words = {"on": None, "reason": reason, "agreed_by": agreed_by}
    run_edit(
        plan,
        lambda loaded, day: move_due(loaded, id_, due, words | {"on": (on or day).isoformat()}),
        today=today,
        dry_run=dry_run,
        diff=diff,
    )
