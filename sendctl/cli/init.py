"""`sendctl init`."""

from __future__ import annotations

import os
import shlex
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sendctl.cli.init_answers import Given, answers_from
from sendctl.cli.options import ExitCode, leave, parse_date, say

if TYPE_CHECKING:
    from sendctl.findings import Finding
    from sendctl.scaffold import Answers, Created


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The new plan's folder, such as plans/leeds.")
    ],
    area: Annotated[
        str | None, typer.Option(metavar="NAME", help="The local area, such as Leeds.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="wsoa, priority_action_plan (pap), accelerated_progress_plan (app), "
            "strategic_plan or reform_plan.",
        ),
    ] = None,
    framework: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="The inspection framework, such as area-send-2023.  [default: the kind's own]",
        ),
    ] = None,
    weakness: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT",
            help="What the plan is to put right, in the inspectors' words; repeatable.",
        ),
    ] = None,
    weaknesses: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, max=50, help="Only how many of them there are."),
    ] = None,
    improvement: Annotated[
        list[str] | None,
        typer.Option(
            metavar="TEXT",
            help="An area for improvement beside areas for priority action; repeatable.",
        ),
    ] = None,
    report_received: Annotated[
        date | None,
        typer.Option(
            parser=parse_date, metavar="DATE",
            help="The day the inspectors' report came: it starts the clock.",
        ),
    ] = None,
    report_published: Annotated[
        date | None,
        typer.Option(
            parser=parse_date, metavar="DATE", help="The day the inspectors published it."
        ),
    ] = None,
    council: Annotated[
        str | None, typer.Option(metavar="NAME", help="The council's name.")
    ] = None,
    health: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="The integrated care board, or other NHS body; repeatable."
        ),
    ] = None,
    parent: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="An earlier plan that this one follows: area, bodies and weaknesses are taken "
            "over from it.",
        ),
    ] = None,
    carry: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID",
            help="With --parent: a weakness to carry on; repeatable.  [default: all that nobody "
            "judged to be done]",
        ),
    ] = None,
    ci: Annotated[
        bool | None,
        typer.Option(
            "--ci/--no-ci", show_default=False,
            help="Write .github/workflows/sendctl.yml, which checks every change.  [default: in "
            "a git repository]",
        ),
    ] = None,
    editor: Annotated[
        bool,
        typer.Option(
            "--editor/--no-editor",
            help="Write JSON Schemas, so that editors complete and check keys.",
        ),
    ] = True,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Ask nothing; take the defaults.")
    ] = False,
) -> None:  # fmt: skip
    """Begin a plan: a new folder with files that explain themselves.

    On a terminal it asks for what no option says; Enter takes what stands in brackets, or leaves
    the answer for later. Each weakness gets a strand of its own. An existing file is never
    touched: DIR is new or empty, and either all files are written or none.
    """
    from sendctl.scaffold import BadAnswer, CannotCreate
    from sendctl.scaffold.create import refuse_what_is_there

    given = Given(
        area, kind, framework, tuple(weakness or ()), weaknesses, tuple(improvement or ()),
        report_received, report_published, council, tuple(health or ()), parent,
        tuple(carry or ()), ci, editor, yes,
    )  # fmt: skip
    try:
        refuse_what_is_there(folder)
        answers, with_ci = answers_from(given, folder)
        created, findings = _create(folder, answers, with_ci=with_ci)
    except (BadAnswer, CannotCreate) as error:
        leave(ExitCode.WRONG_USE, str(error))
    except typer.Abort:
        leave(ExitCode.WRONG_USE, "\nStopped. Nothing was written.")
    _tell(folder, answers, created, findings)


def _create(folder: Path, answers: Answers, *, with_ci: bool) -> tuple[Created, list[Finding]]:
    """Write everything, once the plan that it makes has no error; gives what is still missing."""
    from sendctl.checks import run_checks
    from sendctl.plan import load_plan
    from sendctl.scaffold import BadAnswer, create, skeleton

    found: list[Finding] = []

    def look(staging: Path, counted_from: Path) -> None:
        loaded = load_plan(staging)
        assert loaded.plan is not None  # noqa: S101 - we wrote it
        # Relative paths in it, as to its parent, are meant from where it will be.
        plan = replace(loaded.plan, folder=counted_from)
        found.extend(run_checks(replace(loaded, plan=plan), plan.today()))
        errors = [one for one in found if one.severity == "error"]
        if errors:
            told = " ".join(dict.fromkeys(f"{one.message} {one.advice}" for one in errors[:3]))
            raise BadAnswer(f"That would make a plan with errors. {told} Nothing was written.")

    files = skeleton(answers)
    around: dict[Path, str] = {}
    if with_ci:
        root, path, text = _workflow(folder)
        if root.resolve() == folder.resolve():
            files[path] = text
        else:
            around[root / path] = text
    return create(folder, files, around, look), found


def _workflow(folder: Path) -> tuple[Path, str, str]:
    """The repository that CI checks, the workflow's path in it, and its text."""
    from sendctl.plan.find import PLANS, repository_of
    from sendctl.scaffold.workflow import WORKFLOW, workflow

    whole = Path(os.path.normpath(folder.absolute()))
    in_plans = whole.parent.name == PLANS
    root = repository_of(folder) or (whole.parent.parent if in_plans else whole)
    inner = whole.relative_to(root)
    is_found = inner.parts in {(), (PLANS, whole.name)}
    text = workflow("" if is_found else inner.as_posix())
    return Path(os.path.relpath(root)), WORKFLOW, text


def _tell(folder: Path, answers: Answers, created: Created, found: list[Finding]) -> None:
    """What there is now, what it lacks, and what to do next."""
    from sendctl.checks import rule_pages
    from sendctl.report.nouns import KINDS, lower_first

    nouns = KINDS[answers.kind]
    title = lower_first(nouns.title)
    typer.echo(f"The beginning of a {title} for {' '.join(answers.area.split())}:\n")
    shown = (one.parent if one.parent.name == ".schemas" else one for one in created.written)
    for path in dict.fromkeys(one.as_posix() for one in shown):
        typer.echo(f"  {path}")
    for kept in created.kept:
        say(f"{kept.as_posix()} is there already and was left as it is: see that it checks this "
            "plan.")  # fmt: skip
    typer.echo("\nIt has no errors. What is missing still, line by line in `sendctl validate`:\n")
    counts = Counter(one.code for one in found if one.severity == "warning")
    for code, count in sorted(counts.items()):
        typer.echo(f"  {count:>3}  {code}  {rule_pages()[code].title}")
    typer.echo("\nNext:\n")
    if folder.resolve() != Path.cwd():
        typer.echo(f"  cd {shlex.quote(str(folder))}")
    typer.echo("  sendctl validate                fill in what it lists, plan.yaml first")
    typer.echo(
        "  sendctl deadlines               what is due when, once the dates are in plan.yaml"
    )
    command = f"sendctl render {nouns.document} --draft"
    typer.echo(f"  {command:<31} the document, with a list of what it lacks")
