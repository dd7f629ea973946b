"""SEND improvement plans as plain files: checked, timed and turned into documents.

The names below are the public API. They are looked up when first used (PEP 562), so that
`import sendctl` loads no dependency.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sendctl.findings import Finding, Place, Problem, Related, Severity, Span
    from sendctl.plan import Loaded, Plan, load_plan

__version__ = "0.1.0"

_HOME = {
    "Finding": "sendctl.findings",
    "Loaded": "sendctl.plan",
    "Place": "sendctl.findings",
    "Plan": "sendctl.plan",
    "Problem": "sendctl.findings",
    "Related": "sendctl.findings",
    "Severity": "sendctl.findings",
    "Span": "sendctl.findings",
    "load_plan": "sendctl.plan",
}

__all__ = [
    "Finding",
    "Loaded",
    "Place",
    "Plan",
    "Problem",
    "Related",
    "Severity",
    "Span",
    "__version__",
    "load_plan",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'sendctl' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
