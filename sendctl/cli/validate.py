"""`sendctl validate`."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sendctl.cli.options import (
    At,
    ExitCode,
    Paths,
    Today,
    leave,
    plan_folders,
    read_plan,
    use_colour,
    width,
)

if TYPE_CHECKING:
    from sendctl.checks import Gate


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def command(
    paths: Paths = None,
    today: Today = None,
    at: At = "",
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="How to print the findings. Default: text, and github inside GitHub Actions.",
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail too.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE", help="Only these codes, such as SC402 or all of SC4; repeatable."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Not these codes; the longer of two that fit decides."),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="What --format json printed one day: only what is new since then fails.",
        ),
    ] = None,
) -> None:
    """Find every problem in a plan, with its place and what to do.

    Reads only; never changes a file. Exit code 0: no errors. 1: at least one error, or with
    --strict a warning. 2: wrong use. 3: no plan found. The same in every format.
    """
    from sendctl.checks import run_checks
    from sendctl.plan.find import in_repository
    from sendctl.reporters import REPORTERS, Checked

    gate = _gate(select or [], ignore or [], baseline, strict=strict)
    folders = plan_folders(paths or [])
    loaded = [read_plan(folder, at) for folder in folders]
    sifted = gate.sift([run_checks(one, today) for one in loaded])
    plans = [
        Checked(folder.as_posix(), one, found.findings, found.left_out, in_repository(folder))
        for folder, one, found in zip(folders, loaded, sifted, strict=True)
    ]
    form = form or (Format.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else Format.TEXT)
    typer.echo(REPORTERS[form](plans, colour=use_colour(), width=width()))
    if not all(gate.passes(found.findings) for found in sifted):
        raise typer.Exit(ExitCode.ERRORS)


def _gate(select: list[str], ignore: list[str], baseline: Path | None, *, strict: bool) -> Gate:
    """The options as settings; leaves when one of them cannot be used."""
    from sendctl import checks

    try:
        selection = checks.Selection(checks.parse_codes(select), checks.parse_codes(ignore))
        known = checks.read_baseline(baseline) if baseline else checks.Baseline()
    except (checks.BadBaseline, checks.UnknownCode) as error:
        leave(ExitCode.WRONG_USE, str(error))
    return checks.Gate(selection, known, strict)
