"""What changed inside one part of a plan, field by field; nothing is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from sendctl.history.change import Change, What
from sendctl.history.context import Context, as_written
from sendctl.history.figures import checkpoints, target
from sendctl.history.parts import Pair
from sendctl.history.records import (
    events,
    evidence,
    judgements,
    milestones,
    number_words,
    updates,
)
from sendctl.plan.action import ROLES, Action, Owners
from sendctl.plan.audience import Audience
from sendctl.plan.base import Item
from sendctl.plan.governance import Risk
from sendctl.plan.head import Step
from sendctl.plan.measure import Measure
from sendctl.plan.progress import Status
from sendctl.plan.public import audience_of
from sendctl.workdays import UnsupportedDate

_PARTS: Final = frozenset(
    {"weaknesses", "measures", "risks", "boards", "steps", "objectives", "actions"}
    | {"bodies", "posts"}
)
"""Lists whose items are parts themselves."""


def changes_of(pair: Pair, context: Context) -> Iterator[Change]:
    """Everything that changed in one part."""
    before, after = pair.before.item, pair.after.item
    base = Change(
        What.OTHER, pair.after.kind, pair.after.id, pair.after.title, pair.after.place
    )  # fmt: skip
    if pair.before.id != pair.after.id:
        yield replace(
            base, what=What.RELABELLED, field="id", before=pair.before.id, after=pair.after.id,
            is_guess=pair.is_guess,
        )  # fmt: skip
    if before is after:
        return
    for name, alias, is_public in _fields(type(after)):
        old: Any
        new: Any
        old, new = getattr(before, name, None), getattr(after, name)
        if old == new or name == "id" or _is_of_parts(name, old) or _is_of_parts(name, new):
            continue
        if context.only_relabelled(type(after), name, old, new):
            continue
        if name == "formerly" and set(new) - set(old) == {pair.before.id}:
            continue  # the new id says so
        change = replace(
            base, field=alias, before=as_written(old), after=as_written(new), is_public=is_public
        )
        special = _special(type(after), name)
        if special is None:
            yield change
        else:
            yield from special(change, before, after, context)


@cache
def _fields(model: type[Item]) -> tuple[tuple[str, str, bool], ...]:
    """The fields of a model: name, key in the files, and whether everyone may read it."""
    return tuple(
        (name, field.alias or name, audience_of(field.metadata) is Audience.PUBLIC)
        for name, field in model.model_fields.items()
    )


def _is_of_parts(name: str, value: Any) -> bool:
    """Whether a field's items are parts, which are compared by themselves."""
    if name not in _PARTS or not value:
        return False
    items = value.values() if isinstance(value, dict) else value
    return isinstance(next(iter(items)), Item)


_Special = Callable[[Change, Any, Any, Context], Iterator[Change]]


def _as(what: What) -> _Special:
    def told(change: Change, before: Any, after: Any, context: Context) -> Iterator[Change]:
        del before, after, context
        yield replace(change, what=what)

    return told


def _status(change: Change, before: Action, after: Action, context: Context) -> Iterator[Change]:
    del context
    what = What.STATUS
    if after.status is Status.COMPLETE:
        what = What.COMPLETED
    elif before.status is Status.COMPLETE and after.status.is_open:
        what = What.REOPENED
    yield replace(change, what=what, on=after.completed if what is What.COMPLETED else None)


def _completed(change: Change, before: Action, after: Action, context: Context) -> Iterator[Change]:
    """The day of completion, where the change of the status does not tell it."""
    del context
    if (before.status is Status.COMPLETE) == (after.status is Status.COMPLETE):
        yield change


def _due(change: Change, before: Any, after: Any, context: Context) -> Iterator[Change]:
    """A date that moved, with the record that the plan keeps of it."""
    if before.due is None or after.due is None:
        yield replace(change, what=What.MOVED)
        return
    first, last = context.before.deadline(before.due), context.after.deadline(after.due)
    days = working = None
    if first and last:
        days = (last - first).days
        try:
            working = context.calendar.between(first, last)
        except UnsupportedDate:  # such as a slip of the year; SC308 says so
            working = None
    moved = replace(change, what=What.MOVED, days=days, working_days=working)
    known = getattr(before, "moved", ())
    fresh = [one for one in getattr(after, "moved", ()) if one not in known]
    record = next((one for one in reversed(fresh) if one.to == after.due), None)
    if record:
        moved = replace(
            moved, recorded=True, on=record.on, by=record.agreed_by or "", note=record.reason or ""
        )
    yield moved


def _moved(change: Change, before: Action, after: Action, context: Context) -> Iterator[Change]:
    """Records of moves that no change of the date in this time explains."""
    del context
    fresh = [one for one in after.moved if one not in before.moved]
    gone = [one for one in before.moved if one not in after.moved]
    if gone or before.due == after.due or not any(one.to == after.due for one in fresh):
        yield replace(change, before=number_words(before.moved), after=number_words(after.moved))


def _owners(change: Change, before: Any, after: Any, context: Context) -> Iterator[Change]:
    old: Owners
    new: Owners
    old, new = before.owners, after.owners
    for role in ROLES:
        was, now = getattr(old, role), getattr(new, role)
        if was != now and not context.only_relabelled(Owners, role, was, now):
            yield replace(
                change, what=What.OWNERS, field=f"owners.{role}", before=as_written(was),
                after=as_written(now),
            )  # fmt: skip
    if old.illustrative != new.illustrative:
        yield replace(change, field="owners.illustrative")


def _score(change: Change, before: Risk, after: Risk, context: Context) -> Iterator[Change]:
    """Likelihood and impact make one score, which is told once."""
    del context
    both = before.likelihood != after.likelihood and before.impact != after.impact
    if change.field == "impact" and both:
        return
    old, new = before.score, after.score
    if old is None and new is None:
        yield change
    else:
        yield replace(
            change, what=What.RISK, field="score", before=as_written(old), after=as_written(new)
        )


def _closed(change: Change, before: Risk, after: Risk, context: Context) -> Iterator[Change]:
    del before, context
    yield replace(change, what=What.RISK, on=after.closed)


def _plainly(find: Callable[[Change, Any, Any], Iterator[Change]]) -> _Special:
    def told(change: Change, before: Any, after: Any, context: Context) -> Iterator[Change]:
        del context
        yield from find(change, before, after)

    return told


_BY_MODEL: Final = MappingProxyType[tuple[type[Item], str], _Special](
    {
        (Action, "status"): _status,
        (Action, "completed"): _completed,
        (Action, "due"): _due,
        (Action, "moved"): _moved,
        (Action, "owners"): _owners,
        (Action, "impact"): _as(What.IMPACT),
        (Step, "due"): _due,
        (Measure, "baseline"): _plainly(target),
        (Measure, "target"): _plainly(target),
        (Measure, "milestones"): _plainly(checkpoints),
        (Risk, "likelihood"): _score,
        (Risk, "impact"): _score,
        (Risk, "closed"): _closed,
    }
)
_BY_NAME: Final = MappingProxyType[str, _Special](
    {
        "rating": _as(What.RATING),
        "title": _as(What.RETITLED),
        "short": _as(What.RETITLED),
        "name": _as(What.RETITLED),
        "wording": _as(What.RETITLED),
        "owner": _as(What.OWNERS),
        "leads": _as(What.OWNERS),
        "responsible": _as(What.OWNERS),
        "updates": _plainly(updates),
        "evidence": _plainly(evidence),
        "milestones": _plainly(milestones),
        "judgements": _plainly(judgements),
        "events": _plainly(events),
    }
)


def _special(model: type[Item], name: str) -> _Special | None:
    return _BY_MODEL.get((model, name)) or _BY_NAME.get(name)
