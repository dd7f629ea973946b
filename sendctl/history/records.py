"""Dated records that a part keeps: which are new, and whether older ones were changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sendctl.history.change import Change, What


def updates(change: Change, before: Any, after: Any) -> Iterator[Change]:
    """New reports, each with its day, who made it, and its words."""
    old, new = before.updates, after.updates
    for one in _fresh(old, new):
        yield replace(
            change, what=What.REPORTED, before="", after="", on=one.on, by=one.by or "",
            note=one.note,
        )  # fmt: skip
    yield from _edited(change, old, new)


def evidence(change: Change, before: Any, after: Any) -> Iterator[Change]:
    """New evidence."""
    old, new = before.evidence, after.evidence
    for one in _fresh(old, new):
        yield replace(
            change, what=What.EVIDENCE, before="", after="", on=one.on, note=one.title
        )  # fmt: skip
    yield from _edited(change, old, new)


def judgements(change: Change, before: Any, after: Any) -> Iterator[Change]:
    """What somebody who may judge said of a weakness."""
    old, new = before.judgements, after.judgements
    for one in _fresh(old, new):
        yield replace(
            change, what=What.JUDGED, before="", after=one.result.value, on=one.on,
            by=one.by or "", note=one.note or "",
        )  # fmt: skip
    yield from _edited(change, old, new)


def milestones(change: Change, before: Any, after: Any) -> Iterator[Change]:
    """Steps on the way that were reached; anything else about them is another change."""
    old, new = before.milestones, after.milestones
    known = {one.title: one for one in old}
    reached = 0
    for one in new:
        earlier = known.get(one.title)
        if one.done and (earlier is None or earlier.done is None):
            reached += 1
            yield replace(
                change, what=What.REACHED, before="", after="", on=one.done, note=one.title or ""
            )
    undone = [one.model_copy(update={"done": None}) for one in old]
    if undone != [one.model_copy(update={"done": None}) for one in new] or not reached:
        yield replace(change, before=number_words(old), after=number_words(new))


def events(change: Change, before: Any, after: Any) -> Iterator[Change]:
    """What happened, by the framework's event names; a date that was put right likewise."""
    old, new = before.events, after.events
    for name in dict.fromkeys((*old, *new)):
        was, now = old.get(name), new.get(name)
        if was != now:
            yield replace(
                change, what=What.HAPPENED, field=f"events.{name}",
                before=str(was.on) if was else "", after=str(now.on) if now else "",
                on=now.on if now else None,
            )  # fmt: skip


def _fresh(old: tuple[Any, ...], new: tuple[Any, ...]) -> list[Any]:
    return [one for one in new if one not in old]


def _edited(change: Change, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Change]:
    """Records that are gone or were put in another order: a record is kept, not changed."""
    if any(one not in new for one in old) or not _fresh(old, new):
        yield replace(change, before=number_words(old), after=number_words(new))


def number_words(values: tuple[Any, ...]) -> str:
    """How many there are, where they themselves are too much to say."""
    return f"{len(values)} in all"
