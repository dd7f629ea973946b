"""What changed between two versions as JSON, for programs. Keys are only ever added."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from sendctl.history import Change, Difference, Revision, Standing


def changes_json(found: Sequence[tuple[str, Difference]], *, as_list: bool) -> str:
    """One object for a plan; with `as_list` an array of them.

    Args:
        found: each plan's path as it was given, and what changed in it.
        as_list: whether several plans were asked for.
    """
    answers = [_answer(path, one) for path, one in found]
    return json.dumps(answers if as_list else answers[0], indent=2, ensure_ascii=False)


def revision_json(revision: Revision | None) -> dict[str, Any] | None:
    """A version; null for the files as they are now."""
    if revision is None:
        return None
    return {
        "revision": revision.id,
        "date": revision.on.isoformat(),
        "author": revision.author,
        "subject": revision.subject,
        "folder": revision.folder,
    }


def change_json(path: str, change: Change) -> dict[str, Any]:
    """One change; `file` is the plan's path with the file's name inside it."""
    return {
        "what": change.what.value,
        "kind": change.kind,
        "id": change.id,
        "title": change.title,
        "file": f"{path}/{change.place.file}",
        "field": change.field,
        "before": change.before or None,
        "after": change.after or None,
        "on": _day(change.on),
        "by": change.by or None,
        "note": change.note or None,
        "days": change.days,
        "working_days": change.working_days,
        "recorded": change.recorded,
        "guess": change.is_guess,
    }


def _answer(path: str, found: Difference) -> dict[str, Any]:
    changes = found.compared.changes
    return {
        "plan": path,
        "from": _side(found.before),
        "to": _side(found.after),
        "changes": [change_json(path, change) for change in changes],
        "summary": dict(Counter(change.what.value for change in changes)),
        "not_compared": list(found.compared.left_out),
    }


def _side(side: Standing) -> dict[str, Any]:
    return {
        "version": revision_json(side.revision),
        "uncommitted": side.revision is None,
        "has_plan": side.plan is not None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
