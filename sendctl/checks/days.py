"""Dates of every kind as first and last day, so that rules compare only what is certain."""

from __future__ import annotations

from datetime import date

from sendctl.plan import Plan
from sendctl.plan.when import Interval, When


def days(plan: Plan, value: When | date | None) -> Interval | None:
    """First and last day; None for no date, for words, and for a term that the plan lacks."""
    if isinstance(value, When):
        return value.days(plan.head.terms)
    return Interval(value, value) if value else None
