"""`sendctl show`."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sendctl.cli import completion
from sendctl.cli.options import (
    At,
    ExitCode,
    PlanOption,
    Today,
    emit,
    leave,
    loaded_plan,
    one_or_all,
    use_colour,
    width,
)

if TYPE_CHECKING:
    from sendctl.findings import Finding
    from sendctl.plan import Loaded
    from sendctl.plan.named import Named


class Format(StrEnum):
    """How it is printed."""

    TEXT = "text"
    JSON = "json"


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            autocompletion=completion.ids,
            help="The id of an action, measure, risk, weakness, strand, objective, board or step, "
            "or the key of a body or post. Where two kinds share it: action:2.1.",
        ),
    ],
    plan: PlanOption = None,
    form: Annotated[
        Format,
        typer.Option("--format", help="text: for people. json: for programs."),
    ] = Format.TEXT,
    today: Today = None,
    at: At = "",
) -> None:
    """Show everything linked to an id.

    What it names, what names it, how it went, and what `sendctl validate` finds about it.

    Of a body: also what its posts own.
    """
    from sendctl.checks import run_checks
    from sendctl.plan.named import NotNamed, find_named
    from sendctl.report.dossier import dossier
    from sendctl.reporters import Checked
    from sendctl.reporters.dossier import Shown, as_json, as_text

    (folder,) = one_or_all(plan, all_plans=False)
    loaded, found = loaded_plan(folder, at)
    day = found.today(today)
    try:
        named = find_named(found, name)
    except NotNamed as problem:
        leave(ExitCode.WRONG_USE, str(problem))
    about = _about(named, run_checks(loaded, day), loaded)
    shown = Shown(
        dossier(found, named, day), found, Checked(folder.as_posix(), loaded, about),
        day.isoformat(),
    )  # fmt: skip
    if form is Format.JSON:
        emit(as_json(shown))
    else:
        emit(as_text(shown, colour=use_colour(), width=width()))


def _about(named: Named, findings: list[Finding], loaded: Loaded) -> list[Finding]:
    """The findings in the lines of an item; of a strand, those that are about none of its items."""
    path = loaded.as_written(named.place)
    return [
        one
        for one in findings
        if one.place.file == named.place.file
        and one.place.path[: len(path)] == path
        and not (named.kind == "strand" and one.place.path[:1] in {("actions",), ("objectives",)})
    ]
