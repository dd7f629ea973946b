"""The kinds of plan, and how inspections end; their words are in `sendctl.report.nouns`."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """How an area inspection since January 2023 ended, from the best to the worst."""

    TYPICALLY_POSITIVE = "typically_positive"
    INCONSISTENT = "inconsistent"
    SYSTEMIC_FAILINGS = "systemic_failings"


class Kind(StrEnum):
    """What sort of plan it is, as inspectors and government name them."""

    WSOA = "wsoa"
    PRIORITY_ACTION_PLAN = "priority_action_plan"
    ACCELERATED_PROGRESS_PLAN = "accelerated_progress_plan"
    STRATEGIC_PLAN = "strategic_plan"
    REFORM_PLAN = "reform_plan"
