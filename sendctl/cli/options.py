"""Options that several commands share, and the exits that all share."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from enum import IntEnum
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from sendctl.cli import completion

if TYPE_CHECKING:
    from sendctl.findings import Finding
    from sendctl.plan import Loaded, Plan


class ExitCode(IntEnum):
    """The same in every format and command."""

    FINE = 0
    ERRORS = 1
    WRONG_USE = 2
    NO_PLAN = 3


def parse_date(value: str) -> date:
    """An option or argument that is a day; what it cannot read is wrong use."""
    from sendctl.plan.when import BadDate, parse_day

    try:
        return parse_day(value)
    except BadDate as error:
        raise typer.BadParameter(f"{error.message} {error.advice}") from None


Today = Annotated[
    date | None,
    typer.Option(
        parser=parse_date,
        metavar="DATE",
        help="The day that counts as today, such as 2022-09-30. "
        "Default: `as_at` in plan.yaml, else the date of this computer.",
    ),
]

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="Plan folders, or any files in them.",
        autocompletion=completion.plans,
    ),
]

OnePath = Annotated[
    Path | None,
    typer.Argument(
        metavar="PATH",
        help="A plan folder, or any file in it.",
        autocompletion=completion.plans,
    ),
]

PlanOption = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        "-p",
        metavar="PATH",
        help="A plan folder, or any file in it.",
        autocompletion=completion.plans,
    ),
]

At = Annotated[
    str,
    typer.Option(
        "--at",
        metavar="REV|DATE",
        show_default=False,
        help="The plan as it stood then, from git: a commit, tag or branch, or the end of a day. "
        "`--today` is then `as_at` of that version, else the day it was committed.",
    ),
]

AllPlans = Annotated[
    bool, typer.Option("--all-plans", help="Take every plan that is found, not just one.")
]


def say(line: str) -> None:
    """A notice for the person at the terminal; it never mixes with the output."""
    typer.echo(line, err=True)


def say_warning(line: str) -> None:
    """A warning on stderr; inside GitHub Actions, one that stands on the run's page too."""
    text = " ".join(line.split())
    if os.environ.get("GITHUB_ACTIONS") == "true":
        text = text.replace("%", "%25")
        say(f"::warning title=sendctl::{text}")
    else:
        say(f"Warning: {text}")


def emit(content: str | bytes, file: Path | None = None) -> None:
    """Write a command's answer to the screen or the pipe as it is, or to a file as a whole.

    What ends its own lines is written with them; bytes are not touched on Windows either.
    """
    if file is not None:
        from sendctl.report.output import write_whole

        try:
            write_whole(file, content)
        except OSError as error:
            reason = (error.strerror or "it is not possible").lower()
            leave(ExitCode.WRONG_USE, f"{file.as_posix()} cannot be written: {reason}.")
        typer.echo(file.as_posix())
    else:
        typer.echo(content, nl=False)


def missing_extra(what: str, extra: str) -> NoReturn:
    """Leave because something that only some people need is not installed."""
    leave(
        ExitCode.WRONG_USE,
        f'{what} need a package that is not installed: python -m pip install "sendctl[{extra}]"',
    )


def leave(code: ExitCode, line: str = "") -> NoReturn:
    """Stop with this exit code, after one line of explanation."""
    if line:
        say(line)
    raise typer.Exit(code)


def plan_folders(paths: Sequence[Path]) -> list[Path]:
    """The plans that the paths mean; leaves with exit code 3 when there are none."""
    from sendctl.plan import NoPlan, find_plans

    try:
        return find_plans(paths)
    except NoPlan as missing:
        leave(ExitCode.NO_PLAN, str(missing))


def one_or_all(path: Path | None, *, all_plans: bool) -> list[Path]:
    """One plan folder, or all of them when that was asked for; several are otherwise wrong use."""
    folders = plan_folders([path] if path else [])
    if len(folders) > 1 and not all_plans:
        choices = ", ".join(folder.as_posix() for folder in folders)
        leave(
            ExitCode.WRONG_USE,
            f"There are {len(folders)} plans here: {choices}. Name one of them, or give "
            "--all-plans.",
        )
    return folders


def read_plan(folder: Path, at: str = "") -> Loaded:
    """What a plan folder holds: now, or with `at` as it stood then; leaves when it has no history.

    The files of an earlier version are there until the program ends.
    """
    from sendctl.plan import load_plan

    if not at:
        return load_plan(folder)
    import atexit
    from shutil import rmtree
    from tempfile import mkdtemp

    from sendctl.history import NoHistory, Repository
    from sendctl.history.on_disk import load_written

    into = mkdtemp(prefix="sendctl-")
    atexit.register(rmtree, into, ignore_errors=True)
    try:
        with Repository(folder) as repository:
            return load_written(repository, repository.version(at), Path(into))
    except NoHistory as problem:
        leave(ExitCode.WRONG_USE, str(problem))


def loaded_plan(folder: Path, at: str = "") -> tuple[Loaded, Plan]:
    """A plan to work with, even when parts of it are broken: says so, and goes on."""
    loaded = read_plan(folder, at)
    if loaded.plan is None:
        reasons = " ".join(finding.message for finding in loaded.findings[:1])
        leave(ExitCode.ERRORS, f"{folder.as_posix()}/plan.yaml cannot be used: {reasons}")
    if loaded.findings:
        count = len(loaded.findings)
        say(
            f"{folder.as_posix()}: {count} problem{'s' * (count != 1)} in its files; what cannot "
            "be read is left out. `sendctl validate` lists them."
        )
    return loaded, loaded.plan


def refuse_errors(folder: Path, checked: Iterable[Finding], otherwise: str = "") -> None:
    """Leave when a plan has errors: what contradicts itself must not be handed out by accident.

    Args:
        folder: the plan, as the user gave it.
        checked: what the checks found.
        otherwise: what can be done in spite of the errors, as the end of a sentence.
    """
    from sendctl.findings import Severity

    count = sum(one.severity is Severity.ERROR and one.waived is None for one in checked)
    if count:
        path = folder.as_posix()
        leave(
            ExitCode.ERRORS,
            f"{path} has {count} error{'s' * (count != 1)}, so nothing was written. "
            f"`sendctl validate {path}` lists them{otherwise and f'; {otherwise}'}.",
        )


def use_colour() -> bool:
    """Colour only on a terminal, and never against NO_COLOR (https://no-color.org)."""
    return on_terminal() and not os.environ.get("NO_COLOR")


def width() -> int:
    """Columns of the terminal; 80 when there is none."""
    return get_terminal_size((80, 24)).columns if on_terminal() else 80


def on_terminal() -> bool:
    """Whether the output is read by a person at once; else by another program, or from a file."""
    # Whoever starts a program can close its output; then there is none.
    return sys.stdout is not None and sys.stdout.isatty()
