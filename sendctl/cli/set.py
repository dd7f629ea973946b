"""`sendctl set`."""

from __future__ import annotations

from typing import Annotated

import typer

from sendctl.cli import completion
from sendctl.cli.editing import DryRun, ShowDiff, parsed, run_edit
from sendctl.cli.options import PlanOption, Today


def command(
    id_: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            autocompletion=completion.ids,
            help="What to change, by its id: 2.1, or action:2.1 where another thing has that id "
            "too; plan for plan.yaml itself.",
        ),
    ],
    assignments: Annotated[
        list[str],
        typer.Argument(
            metavar="KEY=VALUE...",
            help="rating=at_risk sets a key, rating= takes it out. owners.lead=head-of-send is a "
            "key inside another, milestones.2.done=2022-10-14 one of the second milestone. "
            "owners.partners=pcf,schools sets a list; owners.partners+=dco adds to it, "
            "owners.partners-=pcf takes out.",
        ),
    ],
    plan: PlanOption = None,
    dry_run: DryRun = False,
    diff: ShowDiff = False,
    today: Today = None,
) -> None:
    """Change what an action, measure, risk, owner or anything else with an id says.

    Only the lines that must change are written; comments and order stay. When the plan would have
    an error that it does not have now, nothing is written.

    A status or rating can be given in the plan's own words (`vocabulary.shown`). With
    status=complete the action gets today as its day of completion, unless completed=DATE is given.

    Exit code 0: done. 1: refused, the plan would be worse. 2: wrong use, or the plan cannot be
    written. 3: no plan found.
    """
    from sendctl.edit.changing import set_fields

    given = parsed(assignments)
    run_edit(
        plan,
        lambda loaded, day: set_fields(loaded, id_, given, day),
        today=today,
        dry_run=dry_run,
        diff=diff,
    )
