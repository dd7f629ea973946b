"""Whether a plan is ready to be handed in: which of its parts are there, and what is missing.

No published list says what makes a plan fit for purpose: these parts are a house rule. Each is
ready when there is something to look at and the rule named beside it finds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sendctl.checks.rules import sc401_weakness_without_action as answered
from sendctl.checks.rules import sc402_action_without_lead as led
from sendctl.checks.rules import sc403_action_without_date as dated
from sendctl.checks.rules import sc410_action_without_measure as judged
from sendctl.checks.rules import sc411_measure_without_parts as measured
from sendctl.checks.rules import sc415_no_sign_off as signed
from sendctl.checks.rules import sc416_no_coproduction as coproduced
from sendctl.findings import Place, Problem
from sendctl.plan import Plan
from sendctl.plan.files import PLAN_FILE
from sendctl.timeline import Deadline, State, deadlines, framework_of

WORKING_DAYS = 20
"""From how many working days before its deadline on a plan's parts are asked for: a house rule."""
_WEEKS = timedelta(weeks=4)
"""The same where the deadline itself is not known, only what it cannot be later than."""

_STRATEGIC = "strategic_plan_published"
"""The clock of a strategic plan, which is not handed in, but must be complete when published."""
_HEAD = Place(PLAN_FILE)


@dataclass(frozen=True, slots=True)
class Part:
    """One part that a plan is handed in with.

    Attributes:
        title: what is to be so, as a clause: "every action has a date".
        how: what makes it ready: a rule's code, or the key to write.
        missing: where it is not so yet; None when it is ready.
    """

    title: str
    how: str
    missing: Place | None = None

    @property
    def ready(self) -> bool:
        """Whether it is there."""
        return self.missing is None


class _Wanted(NamedTuple):
    """A part, what must exist for it, the key that holds that, and the rule that looks at it."""

    title: str
    exists: object
    key: Place
    code: str = ""
    check: Callable[[Plan, date], Iterator[Problem]] | None = None


def readiness(plan: Plan, today: date) -> list[Part]:
    """The nine parts of a plan, ready or not, in the order in which one writes them.

    Args:
        plan: the plan; what could not be read of it counts as missing.
        today: the day on which it is looked at.
    """
    return [_part(plan, today, wanted) for wanted in _wanted(plan)]


def submission(plan: Plan, today: date) -> Deadline | None:
    """The deadline by which the plan is still to be handed in; None where there is none."""
    framework = framework_of(plan)
    if framework is None or not plan.head.events.keys() | plan.head.stated.keys():
        return None
    keys = (framework.submission, _STRATEGIC)
    found = (one for one in deadlines(plan, today) if one.key in keys and one.done_on is None)
    return next(found, None)


def is_soon(deadline: Deadline, today: date) -> bool:
    """Whether a deadline has passed, or is so near that all parts should be there."""
    if deadline.status is State.OVERDUE:
        return True
    if deadline.status is State.DUE:
        left = deadline.working_days_left
        return left is not None and left <= WORKING_DAYS
    latest = deadline.latest_possible
    return deadline.status is State.UNKNOWN and latest is not None and latest - today <= _WEEKS


def _wanted(plan: Plan) -> list[_Wanted]:
    boards = _file(plan, "governance.yaml").at("boards")
    weaknesses = _file(plan, "weaknesses.yaml").at("weaknesses")
    measures = _file(plan, "measures.yaml").at("measures")
    actions = (plan.place(plan.strands[0]) if plan.strands else _HEAD).at("actions")
    overseen = plan.governance.boards or plan.governance.monitoring
    return [
        _Wanted("the responsible bodies are named", plan.head.authorities, _HEAD.at("authorities")),
        _Wanted(
            "each weakness has an action",
            plan.weaknesses,
            weaknesses,
            answered.CODE,
            answered.check,
        ),
        _Wanted("each action has a lead", plan.actions, actions, led.CODE, led.check),
        _Wanted("each action has a date", plan.actions, actions, dated.CODE, dated.check),
        _Wanted("each action can be judged", plan.actions, actions, judged.CODE, judged.check),
        _Wanted("each measure is complete", plan.measures, measures, measured.CODE, measured.check),
        _Wanted("somebody oversees the plan", overseen, boards),
        _Wanted("families took part", plan.actions, actions, coproduced.CODE, coproduced.check),
        _Wanted(
            "each body signs", plan.head.signoff, _HEAD.at("signoff"), signed.CODE, signed.check
        ),
    ]


def _part(plan: Plan, today: date, wanted: _Wanted) -> Part:
    key = wanted.key
    if not wanted.exists:
        return Part(wanted.title, f"`{key.path[-1]}:`", key)
    problem = next(wanted.check(plan, today), None) if wanted.check else None
    return Part(wanted.title, wanted.code, problem.place if problem else None)


def _file(plan: Plan, name: str) -> Place:
    """The top of a file, or of plan.yaml where the plan has no such file."""
    return Place(name) if name in plan.files else _HEAD
