"""The kinds of plan. Their nouns, as documents print them, are in `sendctl.report.nouns`."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What sort of plan it is, as inspectors and government name them."""

    WSOA = "wsoa"
    PRIORITY_ACTION_PLAN = "priority_action_plan"
    ACCELERATED_PROGRESS_PLAN = "accelerated_progress_plan"
    STRATEGIC_PLAN = "strategic_plan"
    REFORM_PLAN = "reform_plan"
