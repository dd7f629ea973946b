"""The bodies that answer for a plan together, a body and its successors counted as one."""

from __future__ import annotations

from sendctl.checks.lives import Lives
from sendctl.plan import Plan


def responsible_bodies(plan: Plan) -> tuple[str, ...]:
    """The keys of the bodies responsible for the plan, else of those for its weaknesses."""
    if plan.head.authorities:
        return plan.head.authorities
    of_weaknesses = (key for weakness in plan.weaknesses for key in weakness.responsible)
    return tuple(dict.fromkeys(of_weaknesses))


def present_bodies(plan: Plan, lives: Lives) -> list[str]:
    """The same as they are in the end: each once, those that ended as the body that took over."""
    return list(dict.fromkeys(lives.heir(key) for key in responsible_bodies(plan)))
