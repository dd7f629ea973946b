"""What the views of one plan are made with."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sendctl.plan import Plan
from sendctl.report.anchors import KINDS, Anchors
from sendctl.report.parties import Parties
from sendctl.report.status import Scale


class Lookup(NamedTuple):
    """A plan, the day its position is told for, and the ways to names, anchors and words."""

    plan: Plan
    today: date
    parties: Parties
    anchors: Anchors
    scale: Scale


def lookup(plan: Plan, today: date, shown: Collection[str] = KINDS) -> Lookup:
    """Everything the views of a plan need, made once.

    Args:
        plan: the plan.
        today: the day that its position is told for.
        shown: the kinds of parts that the document holds, so that one can point to them.
    """
    scale = Scale(plan.head.vocabulary.shown)
    return Lookup(plan, today, Parties(plan), Anchors(plan, shown), scale)
