"""SEND improvement plans as plain files: checked, timed and turned into documents.

The names below are the public API. They are looked up when first used (PEP 562), so that
`import sendctl` loads no dependency. docs/python.md is made of their docstrings.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sendctl.checks import run_checks
    from sendctl.document import CannotWrite
    from sendctl.findings import Finding, Place, Problem, Related, Severity, Span
    from sendctl.plan import Loaded, NoPlan, Plan, find_plans, load_plan
    from sendctl.plan.named import Named, NotNamed, find_named
    from sendctl.report import Refused, TemplateProblem, WrongRequest
    from sendctl.report.rendering import RenderOptions, render
    from sendctl.timeline import Deadline, Happened, Timeline, calendar_of, timeline_of
    from sendctl.workdays import Answer, Counting, Nation, Skipped, UnsupportedDate, WorkingCalendar

__version__ = "0.1.0"

_TOPICS = {
    "Read a plan": {
        "load_plan": "sendctl.plan",
        "Loaded": "sendctl.plan",
        "Plan": "sendctl.plan",
        "find_plans": "sendctl.plan",
        "NoPlan": "sendctl.plan",
        "find_named": "sendctl.plan.named",
        "Named": "sendctl.plan.named",
        "NotNamed": "sendctl.plan.named",
    },
    "Check it": {
        "run_checks": "sendctl.checks",
        "Finding": "sendctl.findings",
        "Severity": "sendctl.findings",
        "Place": "sendctl.findings",
        "Span": "sendctl.findings",
        "Related": "sendctl.findings",
        "Problem": "sendctl.findings",
    },
    "Ask what is due": {
        "timeline_of": "sendctl.timeline",
        "Timeline": "sendctl.timeline",
        "Deadline": "sendctl.timeline",
        "Happened": "sendctl.timeline",
    },
    "Count working days": {
        "WorkingCalendar": "sendctl.workdays",
        "calendar_of": "sendctl.timeline",
        "Answer": "sendctl.workdays",
        "Skipped": "sendctl.workdays",
        "Counting": "sendctl.workdays",
        "Nation": "sendctl.workdays",
        "UnsupportedDate": "sendctl.workdays",
    },
    "Make a document": {
        "render": "sendctl.report.rendering",
        "RenderOptions": "sendctl.report.rendering",
        "Refused": "sendctl.report",
        "WrongRequest": "sendctl.report",
        "TemplateProblem": "sendctl.report",
        "CannotWrite": "sendctl.document",
    },
}
"""Every public name by what one wants to do, with the module that it is imported from.

To add one: a line here, one in `__all__` and an import above; `tests/test_api.py` holds them
together, and `make docs` documents it.
"""

_HOME = {name: module for names in _TOPICS.values() for name, module in names.items()}

__all__ = [
    "Answer",
    "CannotWrite",
    "Counting",
    "Deadline",
    "Finding",
    "Happened",
    "Loaded",
    "Named",
    "Nation",
    "NoPlan",
    "NotNamed",
    "Place",
    "Plan",
    "Problem",
    "Refused",
    "Related",
    "RenderOptions",
    "Severity",
    "Skipped",
    "Span",
    "TemplateProblem",
    "Timeline",
    "UnsupportedDate",
    "WorkingCalendar",
    "WrongRequest",
    "__version__",
    "calendar_of",
    "find_named",
    "find_plans",
    "load_plan",
    "render",
    "run_checks",
    "timeline_of",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'sendctl' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
