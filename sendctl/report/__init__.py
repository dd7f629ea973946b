"""Documents about a plan: one view model each, and the templates that print it.

A view holds plain, display-ready data and no part of the plan itself, so that a template can reach
nothing else. `documents` lists them; `produce` is the way from any view to a document.

The names below are looked up when first used (PEP 562): a list or a status needs no templates.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sendctl.report.problem import TemplateProblem
    from sendctl.report.publication import Refused
    from sendctl.report.request import Request, WrongRequest

_HOME = {
    "Refused": "publication",
    "Request": "request",
    "TemplateProblem": "problem",
    "WrongRequest": "request",
}

__all__ = ["Refused", "Request", "TemplateProblem", "WrongRequest"]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"sendctl.report.{_HOME[name]}"), name)
    raise AttributeError(f"module 'sendctl.report' has no attribute {name!r}")
