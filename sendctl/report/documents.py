"""The documents that can be made, by name. A document's module is imported when it is made.

To add one: a module here with a view and a function from a `Request` to the document and what is
wrong with it, its templates under `templates/`, and an entry below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from sendctl.document import Document
from sendctl.findings import Finding, did_you_mean
from sendctl.plan import Plan
from sendctl.plan.public import public_plan
from sendctl.report.look import look_of
from sendctl.report.nouns import nouns_of
from sendctl.report.publication import Refused, published
from sendctl.report.request import OPTIONS, Request, WrongRequest, given
from sendctl.report.to_do import to_do, to_publish


class Entry(NamedTuple):
    """One document.

    Attributes:
        maker: "module:function" below `sendctl.report`; the function takes a `Request`.
        line: what it is, for `sendctl render --help`.
        of_report: whether it is made of one committee report, whose name must be given.
        options: the keys of `OPTIONS` that it takes; others are wrong use.
        settles: "module:function" that reads what is asked for off the plan, and raises
            `WrongRequest` where the plan has no such thing; "" where nothing has to be looked up.
    """

    maker: str
    line: str
    of_report: bool = False
    options: frozenset[str] = frozenset()
    settles: str = ""


DOCUMENTS: Final = MappingProxyType(
    {
        "plan": Entry("statement:document", "the statement that the plan is, in its own kind"),
        "summary": Entry("summary:document", "the plan on a page"),
        "progress": Entry(
            "progress_report:document",
            "what changed, how things stand, what comes next",
            options=frozenset({"since", "since_meeting", "reader", "then"}),
            settles="period:period_of",
        ),
        "actions": Entry(
            "tracker:document",
            "the tracker: every action and how it stands",
            options=frozenset({"by"}),
        ),
        "committee": Entry(
            "committee:document",
            "a committee report in a council's own form",
            of_report=True,
            options=frozenset({"meeting"}),
            settles="committee:copy_of",
        ),
    }
)

NAMES_OF_KINDS: Final = MappingProxyType(
    {
        "wsoa": "a written statement of action",
        "pap": "a priority action plan",
        "app": "an accelerated progress plan",
    }
)
"""What `plan` is called in plans of those kinds."""


def make(
    name: str, request: Request, found: Iterable[Finding] = ()
) -> tuple[Document, list[Finding]]:
    """A document, and what is wrong with it.

    Args:
        name: a key of `DOCUMENTS`, or the name of the plan's own kind.
        request: what it is asked for.
        found: what is wrong with the plan; a draft lists it.

    Raises:
        WrongRequest: there is no such document of this plan.
        Refused: it must not be made of this plan as it is: nobody may publish it yet.
        TemplateProblem: a template cannot be used, so there is no document.
    """
    entry = _asked(name, request)
    if request.draft:
        request = request._replace(to_do=to_do(request.plan, request.today, found))
    if request.public:
        request = _for_everybody(request)
    made, findings = _function(entry.maker)(request)
    return replace(made, look=look_of(request.plan)), findings


def verify(name: str, request: Request) -> None:
    """Look whether there is what is asked for, before anybody looks at how the plan is.

    Args:
        name: see `make`.
        request: see `make`.

    Raises:
        WrongRequest: there is no such document of this plan.
    """
    entry = _asked(name, request)
    if entry.settles:
        with suppress(Refused):  # a verdict on the plan: `make` gives it
            _function(entry.settles)(request)


def stem_of(name: str, request: Request) -> str:
    """The name of the document's files, without their ending: blackpool-wsoa-public."""
    own = nouns_of(request.plan).document if name == "plan" else name
    variant = [request.reader, f"by-{request.by}" if request.by else ""]
    marks = ["public"] * request.public + ["draft"] * request.draft
    copy = f"meeting-{request.meeting}" if request.meeting else ""
    parts = (request.plan.name, own, request.report, copy, *variant, *marks)
    return "-".join(part for part in parts if part)


def _asked(name: str, request: Request) -> Entry:
    """The document that is meant, if it takes what it is given.

    Raises:
        WrongRequest: there is none, or it takes something else.
    """
    entry = DOCUMENTS[_known(name, request.plan)]
    if bool(request.report) is not entry.of_report:
        raise WrongRequest(_about_report(name, entry, request))
    if wrong := [option for option in given(request) if option not in entry.options]:
        raise WrongRequest(_about_option(wrong[0], name))
    return entry


def _function(name: str) -> Callable[[Request], Any]:
    """A function below `sendctl.report`, by "module:function"."""
    module, _, function = name.partition(":")
    found: Callable[[Request], Any] = getattr(import_module(f"sendctl.report.{module}"), function)
    return found


def _for_everybody(request: Request) -> Request:
    """The same request about the public version of the plan.

    Raises:
        Refused: the plan must not be published yet.
    """
    plan, today = request.plan, request.today
    shown = published(plan, today, draft=request.draft)
    lacking = to_publish(plan, today) if request.draft else None
    then = public_plan(request.then) if request.then else None
    return request._replace(plan=shown, to_do=lacking, then=then)


def _known(name: str, plan: Plan) -> str:
    """The key of a document; the name of a kind stands for the plan of that kind."""
    if name in DOCUMENTS:
        return name
    nouns = nouns_of(plan)
    if name == nouns.document:
        return "plan"
    if name in NAMES_OF_KINDS:
        raise WrongRequest(
            f"{plan.shown.as_posix()} is a {nouns.title.lower()}: its statement is called "
            f"{nouns.document}, not {name}."
        )
    known = [*DOCUMENTS, *NAMES_OF_KINDS]
    advice = did_you_mean(name, known) or f"There are: {', '.join(known)}."
    raise WrongRequest(f"There is no document {name!r}. {advice}")


def _about_report(name: str, entry: Entry, request: Request) -> str:
    """Why a report's name is one too many, or missing."""
    if not entry.of_report:
        return (
            f"{name} is made of the whole plan, not of a report: leave {request.report!r} out. "
            "Which plan is meant is said with --plan."
        )
    stems = ", ".join(request.plan.reports) or "none yet; add one to reports/"
    return f"Name the report: sendctl render {name} REPORT. The plan has: {stems}."


def _about_option(option: str, name: str) -> str:
    """For which documents an option is, when it was given for another one."""
    takers = [key for key, entry in DOCUMENTS.items() if option in entry.options]
    return f"{OPTIONS[option]} is for {', '.join(takers)}, not for {name}: leave it out."
