"""`sendctl changes`."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sendctl.cli.options import (
    AllPlans,
    ExitCode,
    PlanOption,
    emit,
    leave,
    one_or_all,
    parse_date,
    say,
    use_colour,
    width,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sendctl.history import Difference, Repository, Revision

    Found = tuple[str, Difference]


class Format(StrEnum):
    """How changes are printed."""

    TEXT = "text"
    JSON = "json"
    MD = "md"
    HTML = "html"


def command(
    first: Annotated[
        str,
        typer.Argument(
            metavar="REV", show_default=False,
            help="The earlier version: a commit, tag or branch, or a day for its end. Without it: "
            "the last commit against the files as they are, if they differ; else the last change.",
        ),
    ] = "",
    last: Annotated[
        str,
        typer.Argument(
            metavar="REV", show_default=False,
            help="The later version. Without it: the last commit, or with --uncommitted the files "
            "as they are.",
        ),
    ] = "",
    plan: PlanOption = None,
    since: Annotated[
        date | None,
        typer.Option(
            "--since", parser=parse_date, metavar="DATE",
            help="What changed after this day: from the plan as it stood at its end.",
        ),
    ] = None,
    since_meeting: Annotated[
        str,
        typer.Option(
            "--since-meeting", metavar="MEETING", show_default=False,
            help="The same after a recorded meeting: the name of a report in reports/, or the day "
            "of a review.",
        ),
    ] = "",
    uncommitted: Annotated[
        bool,
        typer.Option("--uncommitted", help="Up to the files as they are, committed or not."),
    ] = False,
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            help="text: for reading here. json: for programs. md: short, for a comment on a pull "
            "request. html: a page.",
        ),
    ] = Format.TEXT,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to a file, not the screen."),
    ] = None,
    all_plans: AllPlans = False,
) -> None:  # fmt: skip
    """Tell what changed in a plan between two versions.

    In the plan's own terms: what was completed, moved, added or dropped, rated otherwise, handed
    over; new figures, reports and events; everything else by the key that changed. The versions
    come from git; what a merge brought in is one change.
    """
    given = [name for name in (first, since and "--since", since_meeting) if name]
    if len(given) > 1:
        leave(ExitCode.WRONG_USE, "REV, --since and --since-meeting say the same: give one.")
    if last and uncommitted:
        leave(ExitCode.WRONG_USE, "Two versions and --uncommitted say different things.")
    found = []
    for folder in one_or_all(plan, all_plans=all_plans):
        start = since.isoformat() if since else first
        if since_meeting:
            start = _day_of(folder, since_meeting).isoformat()
        found.append((folder.as_posix(), _difference(folder, start, last, uncommitted=uncommitted)))
    _notice(found)
    emit(_answer(form, found, as_list=all_plans), output)


def _difference(folder: Path, first: str, last: str, *, uncommitted: bool) -> Difference:
    from sendctl.history import NoHistory, Repository, difference

    try:
        with Repository(folder) as repository:
            before, after = _sides(repository, first, last, uncommitted=uncommitted)
            found = difference(repository, before, after)
    except NoHistory as problem:
        leave(ExitCode.WRONG_USE, str(problem))
    if found.before.plan is None and found.after.plan is None:
        leave(ExitCode.ERRORS, f"{folder.as_posix()}/plan.yaml cannot be used in either version.")
    return found


def _sides(
    repository: Repository, first: str, last: str, *, uncommitted: bool
) -> tuple[Revision, Revision | None]:
    """The two versions that are compared; None stands for the files as they are."""
    from sendctl.history import NoHistory

    if first:
        before = _version(repository, first)
        return before, None if uncommitted else _version(repository, last or "HEAD")
    if uncommitted or repository.changed_files():
        return _version(repository, "HEAD"), None
    versions = repository.versions()
    newest = next(versions)
    earlier = next(versions, None)
    if earlier is None:
        raise NoHistory(
            f"{repository.folder.as_posix()} has one version only, of {newest.on.isoformat()}: "
            f"there is nothing to compare it with.{repository.cut_off(newest)}"
        )
    return earlier, newest


def _version(repository: Repository, text: str) -> Revision:
    """A version; one without the plan is compared as an empty one."""
    from sendctl.history import NotThere

    try:
        return repository.version(text)
    except NotThere as missing:
        return missing.revision


def _day_of(folder: Path, meeting: str) -> date:
    """The day of a meeting that the plan records."""
    from sendctl.cli.options import loaded_plan
    from sendctl.report import Request, WrongRequest
    from sendctl.report.period import period_of

    _, plan = loaded_plan(folder)
    try:
        return period_of(Request(plan, plan.today(), since_meeting=meeting)).since
    except WrongRequest as wrong:
        leave(ExitCode.WRONG_USE, str(wrong))


def _notice(found: Sequence[Found]) -> None:
    """What cannot be read in a version is not there, which may look like a change."""
    for path, one in found:
        for side in (one.before, one.after):
            if side.loaded and side.loaded.findings:
                count = len(side.loaded.findings)
                when = side.revision.short if side.revision else "the files as they are"
                say(
                    f"{path}: {count} problem{'s' * (count != 1)} in {when}; what cannot be read "
                    "there is left out."
                )


def _answer(form: Format, found: Sequence[Found], *, as_list: bool) -> str:
    if form is Format.JSON:
        from sendctl.reporters.changes_json import changes_json

        return changes_json(found, as_list=as_list) + "\n"
    if form is Format.TEXT:
        from sendctl.report.version_changes import version_changes
        from sendctl.reporters.changes import changes_text

        views = [version_changes(one) for _, one in found]
        texts = [changes_text(view, colour=use_colour(), width=width()) for view in views]
        return "\n\n".join(texts) + "\n"
    return _document(form, [one for _, one in found])


def _document(form: Format, found: Sequence[Difference]) -> str:
    from sendctl.document import write_html, write_markdown
    from sendctl.report import TemplateProblem
    from sendctl.report.version_changes import document

    if form is Format.HTML and len(found) > 1:
        leave(ExitCode.WRONG_USE, "A page is about one plan; name the one.")
    try:
        made = [document(one, short=form is Format.MD)[0] for one in found]
    except TemplateProblem as problem:
        leave(ExitCode.ERRORS, problem.finding.message)
    write = write_html if form is Format.HTML else write_markdown
    return "\n".join(write(one) for one in made)
