"""Timelines as JSON, for programs. Keys are only ever added."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sendctl.reporters.workdays import counted_day
from sendctl.timeline import Deadline, PlanBack, Solution, Timeline
from sendctl.timeline.deadline import Happened


@dataclass(frozen=True, slots=True)
class Extras:
    """What was asked for beside the timeline.

    Attributes:
        solutions: of `--solve`; None when it was not asked.
        planned_back: of `--plan-back`; None when it was not asked.
        days: whether every day of a count is listed.
    """

    solutions: Sequence[Solution] | None = None
    planned_back: PlanBack | None = None
    days: bool = False


def as_json(timelines: Sequence[tuple[str, Timeline, Extras]], *, as_list: bool = False) -> str:
    """One object for one plan; an array of them when asked for.

    Args:
        timelines: each with the plan's folder as the user gave it, and what else was asked.
        as_list: whether to write an array.
    """
    objects = [_timeline(path, timeline, extras) for path, timeline, extras in timelines]
    return json.dumps(objects if as_list else objects[0], indent=2, ensure_ascii=False)


def _timeline(path: str, timeline: Timeline, extras: Extras) -> dict[str, Any]:
    found: dict[str, Any] = {
        "plan": path,
        "today": timeline.today.isoformat(),
        "deadlines": [_deadline(one, days=extras.days) for one in timeline.deadlines],
        "events": [_event(event) for event in timeline.events],
        "supposed": {name: day.isoformat() for name, day in timeline.supposed.items()},
    }
    if extras.solutions is not None:
        found["solutions"] = [_solution(one) for one in extras.solutions]
    if extras.planned_back is not None:
        found["plan_back"] = _plan_back(extras.planned_back)
    return found


def _deadline(deadline: Deadline, *, days: bool) -> dict[str, Any]:
    start = deadline.counted_from
    answer = deadline.answer
    found = {
        "key": deadline.key,
        "occurrence": deadline.occurrence,
        "label": deadline.label,
        "about": deadline.about or None,
        "due": _iso(deadline.due),
        "counted_from": {"event": start.event, "date": _iso(start.date)} if start else None,
        "number": deadline.number,
        "unit": deadline.unit,
        "counting": deadline.counting,
        "before": deadline.before,
        "duty": deadline.duty,
        "force": deadline.force,
        "responsible": list(deadline.responsible),
        "status": deadline.status,
        "met_by": deadline.met_by or None,
        "done_on": _iso(deadline.done_on),
        "days_left": deadline.days_left,
        "working_days_left": deadline.working_days_left,
        "stated": _iso(deadline.stated),
        "difference_working_days": deadline.difference_working_days,
        "margin_working_days": deadline.margin_working_days,
        "latest_possible": _iso(deadline.latest_possible),
        "grade": deadline.grade,
        "wording": deadline.wording or None,
        "source": deadline.source,
        "provisional": deadline.provisional,
        "skipped": [{"date": day.date.isoformat(), "name": day.name} for day in deadline.skipped],
        "weekend_days": answer.weekend_days if answer else None,
        "notes": list(deadline.notes),
    }
    if days:
        found["days"] = [counted_day(day) for day in answer.days()] if answer else []
    return found


def _event(event: Happened) -> dict[str, Any]:
    return {
        "event": event.event,
        "label": event.title,
        "date": event.on.isoformat(),
        "source": event.source or None,
        "meets": event.meets,
    }


def _solution(solution: Solution) -> dict[str, Any]:
    return {
        "key": solution.key,
        "event": solution.event,
        "stated": solution.stated.isoformat(),
        "dates": [day.isoformat() for day in solution.dates],
        "contradicted": [day.isoformat() for day in solution.contradicted],
    }


def _plan_back(found: PlanBack) -> dict[str, Any]:
    return {
        "key": found.deadline.key,
        "target": found.target.isoformat(),
        "start": found.start.isoformat(),
        "short_by_working_days": found.short_by,
        "steps": [
            {
                "id": one.step.id,
                "title": one.step.title,
                "planned": _iso(one.planned),
                "proposed": one.proposed.isoformat(),
                "working_days": one.working_days,
                "is_share": one.is_share,
                "slack_working_days": one.slack,
            }
            for one in found.proposals
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
