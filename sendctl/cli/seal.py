"""`sendctl seal`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sendctl.cli.options import (
    ExitCode,
    PlanOption,
    Today,
    leave,
    missing_extra,
    one_or_all,
    read_plan,
    say,
)
from sendctl.cli.render import To

if TYPE_CHECKING:
    from sendctl.findings import Finding
    from sendctl.plan import Plan
    from sendctl.plan.seals import Seal, SealedDocument
    from sendctl.report.sealing import Wanted

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,59}", re.ASCII)


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", show_default=False, help="What the seal goes by, such as submission."
        ),
    ],
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOCUMENT", show_default=False,
            help="What was submitted, by its name for render: plan, summary, progress, actions; "
            "committee:REPORT for a committee report.  [default: plan]",
        ),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="KEY", show_default=False,
            help="Who submitted it: the key of a post or body in owners.yaml, or of a board.",
        ),
    ] = "",
    to: Annotated[
        list[To] | None,
        typer.Option("--to", help="File format; can be given again.  [default: html]"),
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Seal the versions for everybody.")
    ] = False,
    plan: PlanOption = None,
    today: Today = None,
) -> None:  # fmt: skip
    """Record what was submitted: which version, which documents, when and by whom.

    Adds an entry to seals.yaml with the commit and the digest of each document, as `sendctl render`
    makes it of that commit. Commit the file. What is not committed cannot be sealed.
    """
    from sendctl import __version__
    from sendctl.checks import run_checks
    from sendctl.plan.seals import Seal
    from sendctl.report import WrongRequest
    from sendctl.report.output import write_whole
    from sendctl.report.sealing import wanted

    (folder,) = one_or_all(plan, all_plans=False)
    if not _NAME.fullmatch(name):
        leave(
            ExitCode.WRONG_USE,
            f"A seal cannot be called {name!r}: a letter, then letters, digits, -, _ or a dot.",
        )
    revision = _committed(folder)
    loaded = read_plan(folder, revision)
    if loaded.plan is None:
        leave(ExitCode.ERRORS, f"{folder.as_posix()}/plan.yaml cannot be used.")
    _refuse_stranger(loaded.plan, by)
    day = loaded.plan.today(today)
    forms = dict.fromkeys(to or [To.HTML])
    try:
        asked = [
            wanted(one, form.value, public=public)
            for one in documents or ["plan"]
            for form in forms
        ]
    except WrongRequest as wrong:
        leave(ExitCode.WRONG_USE, str(wrong))
    checked = run_checks(loaded, day)
    _refuse_errors(folder, checked)
    seal = Seal.model_construct(
        name=name,
        on=today or date.today(),  # noqa: DTZ011 - a person's calendar day
        by=by or None,
        revision=revision,
        today=day,
        sendctl=__version__,
        documents=sealed_now(loaded.plan, day, asked, checked),
    )
    file = folder / "seals.yaml"
    text = _with_seal(file, seal)
    try:
        write_whole(file, text)
    except OSError as error:
        reason = (error.strerror or "it is not possible").lower()
        leave(ExitCode.WRONG_USE, f"{file.as_posix()} cannot be written: {reason}.")
    for one in seal.documents:
        typer.echo(f"{one.sha256}  {one.document}{f':{one.report}' if one.report else ''} {one.to}")
    say(
        f"{file.as_posix()}: {name} is commit {revision[:10]}, its documents as on "
        f"{day.isoformat()}. Commit the file, and tag that commit, so that nobody deletes it."
    )


def _committed(folder: Path) -> str:
    """The id of the last commit, when it holds all there is; earlier seals may wait beside it."""
    from sendctl.history import NoHistory, Repository

    try:
        with Repository(folder) as repository:
            changed = [name for name in repository.changed_files() if name != "seals.yaml"]
            revision = repository.version("HEAD").id
    except NoHistory as problem:
        leave(ExitCode.WRONG_USE, str(problem))
    if changed:
        names = ", ".join(changed[:5]) + (" and others" if len(changed) > 5 else "")  # noqa: PLR2004
        leave(
            ExitCode.ERRORS,
            f"Nothing is sealed: {folder.as_posix()} has changes that are not committed ({names}).",
        )
    return revision


def _refuse_stranger(plan: Plan, key: str) -> None:
    """Who seals must be somebody in the plan, or nobody."""
    from sendctl.findings import did_you_mean
    from sendctl.plan.references import known_ids

    known = known_ids(plan)["party"]
    if key and key not in known:
        advice = did_you_mean(key, sorted(known))
        leave(ExitCode.WRONG_USE, f"--by: the plan has no post, body or board {key!r}. {advice}")


def _refuse_errors(folder: Path, checked: Sequence[Finding]) -> None:
    from sendctl.findings import Severity

    errors = [one for one in checked if one.severity is Severity.ERROR and one.waived is None]
    if errors:
        count = f"{len(errors)} error{'s' * (len(errors) != 1)}"
        leave(
            ExitCode.ERRORS,
            f"Nothing is sealed: the last commit of {folder.as_posix()} has {count}.",
        )


def _with_seal(file: Path, seal: Seal) -> str:
    """The new text of the file; leaves when it cannot take the seal."""
    from sendctl.history.seals import CannotSeal, with_seal

    try:
        text = file.read_bytes().decode() if file.exists() else ""
        return with_seal(text, seal)
    except (CannotSeal, UnicodeDecodeError, OSError) as problem:
        leave(ExitCode.ERRORS, f"Nothing is sealed: {problem}")


def sealed_now(
    plan: Plan, day: date, asked: Sequence[Wanted], checked: Sequence[Finding] = ()
) -> tuple[SealedDocument, ...]:
    """Documents as this program makes them, with their digests; leaves when it cannot."""
    from sendctl.document import CannotWrite
    from sendctl.report import Refused, TemplateProblem, WrongRequest
    from sendctl.report.sealing import sealed

    try:
        return sealed(plan, day, asked, checked)
    except (WrongRequest, CannotWrite) as wrong:
        leave(ExitCode.WRONG_USE, str(wrong))
    except Refused as refusal:
        leave(ExitCode.ERRORS, str(refusal))
    except TemplateProblem as problem:
        leave(ExitCode.ERRORS, problem.finding.message)
    except ModuleNotFoundError:
        missing_extra("These documents", "documents")
