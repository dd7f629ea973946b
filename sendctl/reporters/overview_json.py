"""A plan at a glance as JSON, for programs. Keys are only ever added."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from sendctl.plan.progress import Rating, Status
from sendctl.report.overview import Off, Overview
from sendctl.timeline import Deadline


def as_json(views: Sequence[tuple[str, Overview]], *, as_list: bool = False) -> str:
    """One object for one plan; an array of them when asked for.

    Args:
        views: each with the plan's folder as the user gave it.
        as_list: whether to write an array.
    """
    objects = [_object(path, view) for path, view in views]
    return json.dumps(objects if as_list else objects[0], indent=2, ensure_ascii=False) + "\n"


def _object(path: str, view: Overview) -> dict[str, Any]:
    plan = view.plan
    statuses = Counter(action.status for action in plan.actions)
    ratings = Counter(action.rating for action in plan.actions if action.status.is_open)
    return {
        "plan": path,
        "area": plan.head.area,
        "kind": plan.head.kind.value,
        "title": view.title,
        "banner": view.banner or None,
        "today": view.today.isoformat(),
        "actions": {
            "total": len(plan.actions),
            "shown": {word.badge.word: word.actions for word in view.scale},
            "status": {status.value: statuses[status] for status in Status},
            "rating_of_open": {
                **{rating.value: ratings[rating] for rating in Rating}, "none": ratings[None],
            },
            "overdue": [
                {
                    "id": one.action.id,
                    "title": one.action.title,
                    "last_day": one.last_day.isoformat(),
                    "who": list(one.who),
                }
                for one in view.overdue
            ],
            "without_update": [
                {
                    "id": one.action.id,
                    "title": one.action.title,
                    "last_update": _iso(one.last),
                    "who": list(one.who),
                }
                for one in view.silent
            ],
            "without_update_since": view.silent_since.isoformat(),
        },
        "due_soon": [
            {
                "action": one.ref or None,
                "what": one.what,
                "when": one.when,
                "who": list(one.who),
                "milestone": one.is_step,
            }
            for one in view.soon
        ],
        "due_soon_until": view.soon_until.isoformat(),
        "measures": {
            "total": len(plan.measures),
            "off_milestone": [_off(one) for one in view.off],
            "figures_missing": [_off(one) for one in view.missing],
        },
        "deadlines": {
            "next": _deadline(view.next) if view.next else None,
            "overdue": [_deadline(one) for one in view.timeline.overdue],
        },
        "to_hand_in": [
            {"part": part.title, "ready": part.ready, "how": part.how} for part in view.to_hand_in
        ],
    }  # fmt: skip


def _off(one: Off) -> dict[str, Any]:
    latest = one.position.latest
    actual = latest.actual if latest else None
    return {
        "id": one.measure.id,
        "title": one.measure.title,
        "milestone": str(latest.by) if latest else None,
        "target": str(latest.target) if latest and latest.target else None,
        "actual": str(actual.value) if actual else None,
        "missing": [str(step.by) for step in one.position.missing],
    }


def _deadline(one: Deadline) -> dict[str, Any]:
    return {
        "key": one.key,
        "label": one.label,
        "date": _iso(one.governing),
        "status": one.status.value,
        "days_left": one.days_left,
        "working_days_left": one.working_days_left,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
