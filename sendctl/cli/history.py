"""`sendctl history`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sendctl.cli import completion
from sendctl.cli.long_runs import steps
from sendctl.cli.options import (
    ExitCode,
    PlanOption,
    emit,
    leave,
    one_or_all,
    use_colour,
    width,
)

if TYPE_CHECKING:
    from sendctl.history import Revision


class Format(StrEnum):
    """How a life is printed."""

    TEXT = "text"
    JSON = "json"


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", show_default=False, autocompletion=completion.ids,
            help="The id of an action, a measure, a risk or any other part, such as 2.1; or with "
            "its kind, such as measure:M4.",
        ),
    ],
    plan: PlanOption = None,
    form: Annotated[
        Format, typer.Option("--format", help="text: for reading here. json: for programs.")
    ] = Format.TEXT,
) -> None:  # fmt: skip
    """Tell the life of an action or measure, and who changed it.

    Or of any other part with an id. The versions come from git, the oldest first; what is not
    committed yet comes last. A part that had another id is followed to it.
    """
    from sendctl.history import NoHistory, Repository, life
    from sendctl.plan.named import NotNamed

    (folder,) = one_or_all(plan, all_plans=False)
    try:
        with Repository(folder) as repository:
            found = life(repository, name, watched)
    except (NoHistory, NotNamed) as problem:
        leave(ExitCode.WRONG_USE, str(problem))
    if form is Format.JSON:
        from sendctl.reporters.life import life_json

        emit(life_json(folder.as_posix(), found) + "\n")
    else:
        from sendctl.report.life_words import life_view
        from sendctl.reporters.life import life_text

        emit(life_text(life_view(found), colour=use_colour(), width=width()) + "\n")


def watched(versions: Sequence[Revision]) -> Iterator[Revision]:
    """The versions one after the other, with a bar when that takes long."""
    return steps(versions, "Reading versions")
