"""The plan model, one module a noun of the domain, and the way from files to it.

The names below are looked up when first used (PEP 562), so that `sendctl.plan.find`, which knows no
models, loads none: shell completion has no time for them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sendctl.plan.find import NoPlan, find_plans
    from sendctl.plan.load import Loaded, load_plan, load_tree
    from sendctl.plan.plan import Plan

_HOME = {
    "Loaded": "load",
    "NoPlan": "find",
    "Plan": "plan",
    "find_plans": "find",
    "load_plan": "load",
    "load_tree": "load",
}

__all__ = ["Loaded", "NoPlan", "Plan", "find_plans", "load_plan", "load_tree"]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        return getattr(import_module(f"sendctl.plan.{_HOME[name]}"), name)
    raise AttributeError(f"module 'sendctl.plan' has no attribute {name!r}")
