"""`sendctl validate`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from sendctl.cli.options import ExitCode, Paths, Today, plan_folders, use_colour, width


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


def command(
    paths: Paths = None,
    today: Today = None,
    form: Annotated[
        Format, typer.Option("--format", help="How to print the findings.")
    ] = Format.TEXT,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
) -> None:
    """Find every problem in a plan, with its place and what to do.

    Reads only; never changes a file. Exit code 0: no errors. 1: at least one error, or with
    --strict a warning. 2: wrong use. 3: no plan found.
    """
    from sendctl.checks import run_checks
    from sendctl.plan import load_plan
    from sendctl.reporters import REPORTERS, Checked
    from sendctl.reporters.checked import summary

    plans = []
    for folder in plan_folders(paths or []):
        loaded = load_plan(folder)
        day = loaded.plan.today(today) if loaded.plan else today
        findings = run_checks(loaded, day) if day else list(loaded.findings)
        plans.append(Checked(folder.as_posix(), loaded, findings))
    typer.echo(REPORTERS[form](plans, colour=use_colour(), width=width()))
    counts = summary(plans)
    if counts["errors"] or (strict and counts["warnings"]):
        raise typer.Exit(ExitCode.ERRORS)
