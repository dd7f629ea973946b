"""`sendctl render`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from sendctl.cli import completion
from sendctl.cli.long_runs import steps
from sendctl.cli.options import (
    AllPlans,
    At,
    ExitCode,
    PlanOption,
    Today,
    leave,
    loaded_plan,
    missing_extra,
    one_or_all,
    parse_date,
    refuse_errors,
    use_colour,
    width,
)

if TYPE_CHECKING:
    from sendctl.document import Document
    from sendctl.findings import Finding
    from sendctl.plan import Loaded, Plan
    from sendctl.report import Request


class Reader(StrEnum):
    """Whom a progress report is for."""

    DFE = "dfe"
    SCRUTINY = "scrutiny"
    FAMILIES = "families"


class By(StrEnum):
    """What the tracker is grouped by."""

    STRAND = "strand"
    WEAKNESS = "weakness"
    OWNER = "owner"
    MONTH = "month"


class To(StrEnum):
    """File formats."""

    HTML = "html"
    MD = "md"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"


def command(
    document: Annotated[
        str,
        typer.Argument(
            metavar="DOCUMENT", autocompletion=completion.documents,
            help="plan: the statement that the plan is. Its name is wsoa for a written statement "
            "of action, pap for a priority action plan, app for an accelerated progress plan. "
            "summary: the plan on a page. progress: what changed and how things stand. "
            "actions: the action tracker. committee: a committee report in a council's own form.",
        ),
    ],
    report: Annotated[
        str,
        typer.Argument(
            metavar="REPORT", show_default=False, autocompletion=completion.reports,
            help="For a document of one committee report: the name of its file in reports/.",
        ),
    ] = "",
    plan: PlanOption = None,
    meeting: Annotated[
        int | None,
        typer.Option(
            "--meeting", metavar="N", min=1, show_default=False,
            help="For a report to several meetings: the copy for one of them, by its place in "
            "the file.  [default: all of them in one]",
        ),
    ] = None,
    to: Annotated[
        list[To] | None,
        typer.Option("--to", help="File format; can be given again.  [default: html]"),
    ] = None,
    folder: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the files go.")
    ] = Path("out"),
    draft: Annotated[
        bool,
        typer.Option(
            "--draft",
            help="Render in spite of errors, marked as a draft, with a list of what is missing.",
        ),
    ] = False,
    public: Annotated[
        bool,
        typer.Option(
            "--public",
            help="The version for everybody: only fields marked public, in plain words, without "
            "names and small numbers.",
        ),
    ] = False,
    since: Annotated[
        date | None,
        typer.Option(
            "--since", parser=parse_date, metavar="DATE",
            help="progress: tell what changed after this day.",
        ),
    ] = None,
    since_meeting: Annotated[
        str,
        typer.Option(
            "--since-meeting", metavar="MEETING", show_default=False,
            help="progress: tell what changed after a recorded meeting: the name of a report in "
            "reports/, or the day of a review.",
        ),
    ] = "",
    compare: Annotated[
        bool,
        typer.Option(
            "--compare",
            help="progress: set beside it how the plan stood on that day, from git, and tell what "
            "changed without a dated record.",
        ),
    ] = False,
    reader: Annotated[
        Reader | None,
        typer.Option(
            "--for", help="progress: for DfE and NHS England, a scrutiny committee, or families."
        ),
    ] = None,
    by: Annotated[
        By | None,
        typer.Option("--by", help="actions: how they are grouped.  [default: strand]"),
    ] = None,
    today: Today = None,
    at: At = "",
    all_plans: AllPlans = False,
) -> None:  # fmt: skip
    """Make a document from a plan, and print the path of each file.

    A plan with errors is refused, and nothing is written, unless --draft is given; the draft lists
    what is missing. A public version is refused until the inspectors' report is published, and
    until somebody has approved it. An existing file is replaced only by the finished new one.
    """
    from sendctl.checks import run_checks
    from sendctl.report import Request
    from sendctl.report.documents import stem_of

    for path in steps(one_or_all(plan, all_plans=all_plans), "Rendering"):
        loaded, found = loaded_plan(path, at)
        request = Request(
            found,
            found.today(today),
            draft=draft,
            public=public,
            report=report,
            meeting=meeting or 0,
            since=since,
            since_meeting=since_meeting,
            reader=reader.value if reader else "",
            by=by.value if by else "",
        )
        _refuse_wrong_use(document, request)
        if compare:
            request = request._replace(then=_earlier(path, request))
        checked = run_checks(loaded, request.today)
        if not draft:
            refuse_errors(path, checked, "--draft renders in spite of them")
        made = _made(path, loaded, document, request, checked)
        _write(made, folder / stem_of(document, request), to or [To.HTML])


def _refuse_wrong_use(name: str, request: Request) -> None:
    """What there is not is wrong use, whatever else is wrong with the plan."""
    from sendctl.report import WrongRequest
    from sendctl.report.documents import verify

    try:
        verify(name, request)
    except WrongRequest as wrong:
        leave(ExitCode.WRONG_USE, str(wrong))


def _earlier(folder: Path, request: Request) -> Plan:
    """The plan as it stood at the earlier position of a progress report."""
    from sendctl.history import NoHistory, Repository
    from sendctl.report import WrongRequest
    from sendctl.report.period import period_of

    try:
        with Repository(folder) as repository:
            found = repository.load(repository.version_on(period_of(request).since)).plan
    except (NoHistory, WrongRequest) as problem:
        leave(ExitCode.WRONG_USE, str(problem))
    if found is None:
        leave(ExitCode.ERRORS, f"{folder.as_posix()}/plan.yaml of that day cannot be used.")
    return found


def _made(
    path: Path, loaded: Loaded, name: str, request: Request, checked: list[Finding]
) -> Document:
    """The document; leaves with what is wrong when it cannot be made."""
    from sendctl.findings import Severity
    from sendctl.report import Refused, TemplateProblem, WrongRequest
    from sendctl.report.documents import make

    try:
        made, findings = make(name, request, checked)
    except WrongRequest as wrong:  # the public version lacks what the plan has
        leave(ExitCode.WRONG_USE, str(wrong))
    except Refused as refusal:
        leave(ExitCode.ERRORS, str(refusal))
    except TemplateProblem as problem:
        _leave_with(path, loaded, [problem.finding])
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if errors:
        _leave_with(path, loaded, errors)
    return made


def _leave_with(path: Path, loaded: Loaded, findings: list[Finding]) -> NoReturn:
    from sendctl.reporters import Checked, as_text

    checked = Checked(path.as_posix(), loaded, findings)
    typer.echo(as_text([checked], colour=use_colour(), width=width()))
    leave(ExitCode.ERRORS, "The templates do not give a sound document, so nothing was written.")


def _write(made: Document, stem: Path, forms: list[To]) -> None:
    from sendctl.document import WRITERS, CannotWrite
    from sendctl.report.output import write_whole

    for form in dict.fromkeys(forms):
        writer = WRITERS[form]
        file = stem.with_name(f"{stem.name}.{writer.extension}")
        try:
            content = made.ready.get(form) or writer.write(made)
        except ModuleNotFoundError:
            missing_extra(f"{form.name} documents", "documents")
        except CannotWrite as cannot:
            leave(ExitCode.WRONG_USE, str(cannot))
        try:
            write_whole(file, content)
        except OSError as error:
            reason = (error.strerror or "it is not possible").lower()
            leave(ExitCode.WRONG_USE, f"{file.as_posix()} cannot be written: {reason}.")
        typer.echo(file.as_posix())
