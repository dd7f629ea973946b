"""From a loaded plan to the bytes of a document, in one call."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypedDict, Unpack

from sendctl.checks import run_checks
from sendctl.document import WRITERS
from sendctl.findings import Finding, Severity
from sendctl.plan import Loaded
from sendctl.report.documents import make
from sendctl.report.publication import Refused
from sendctl.report.request import GROUPINGS, READERS, Request, WrongRequest


class RenderOptions(TypedDict, total=False):
    """What can be said about a document; the same as the options of `sendctl render`.

    Attributes:
        draft: render in spite of errors, marked as a draft, with a list of what is missing.
        public: the version for everybody.
        report: for "committee": the name of the report's file in reports/.
        meeting: for "committee": the copy for one meeting, by its place in the file from 1.
        since: for "progress": what changed after this day.
        since_meeting: for "progress": the same by a recorded meeting.
        reader: for "progress": "dfe", "scrutiny" or "families".
        by: for "actions": "strand", "weakness", "owner" or "month".
    """

    draft: bool
    public: bool
    report: str
    meeting: int
    since: date | None
    since_meeting: str
    reader: str
    by: str


def render(
    loaded: Loaded,
    document: str,
    to: str = "html",
    today: date | None = None,
    **options: Unpack[RenderOptions],
) -> bytes:
    """A document of a plan, as the bytes of its file.

    Args:
        loaded: what `load_plan` gave.
        document: "plan", "summary", "progress", "actions" or "committee".
        to: "html", "md", "docx", "pdf" or "odt"; the last three need the extra "documents".
        today: the day of the position; without it the plan's `as_at`, else the machine's date.
        options: see `RenderOptions`.

    Raises:
        Refused: the plan has errors and no draft was asked for, or may not be published yet.
        WrongRequest: there is no such document or format.
        TemplateProblem: a template cannot be used.
        CannotWrite: a program that the format needs is missing or failed.
        ModuleNotFoundError: the extra "documents" is not installed.
    """
    if loaded.plan is None:
        raise Refused("plan.yaml cannot be used.")
    if to not in WRITERS:
        raise WrongRequest(f"There is no format {to!r}. There are: {', '.join(WRITERS)}.")
    for name, known in (("reader", READERS), ("by", GROUPINGS)):
        if (value := options.get(name)) and value not in known:
            raise WrongRequest(f"There is no {name} {value!r}. There are: {', '.join(known)}.")
    request = Request(loaded.plan, loaded.plan.today(today), **options)
    found = run_checks(loaded, request.today)
    if not request.draft:
        _refuse(found, "The plan has errors")
    made, problems = make(document, request, found)
    _refuse(problems, "The templates do not give a sound document")
    content = made.ready.get(to) or WRITERS[to].write(made)
    return content.encode() if isinstance(content, str) else content


def _refuse(findings: Iterable[Finding], what: str) -> None:
    """Raise when there is an error among some findings that nobody waived."""
    errors = [one for one in findings if one.severity is Severity.ERROR and one.counts]
    if errors:
        more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
        raise Refused(f"{what}: {errors[0].message}{more}")
