"""What can change between two versions of a plan, in the plan's own terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sendctl.findings import Place


class What(StrEnum):
    """What happened to a part of the plan; the order is that of answers."""

    COMPLETED = "completed"
    REOPENED = "reopened"
    MOVED = "moved"
    STATUS = "status"
    RATING = "rating"
    IMPACT = "impact"
    ADDED = "added"
    DROPPED = "dropped"
    RELABELLED = "relabelled"
    RETITLED = "retitled"
    OWNERS = "owners"
    FIGURE = "figure"
    TARGET = "target"
    RISK = "risk"
    HAPPENED = "happened"
    JUDGED = "judged"
    REACHED = "reached"
    REPORTED = "reported"
    EVIDENCE = "evidence"
    OTHER = "other"
    REWRITTEN = "rewritten"
    """A file differs, and the plan does not: comments, order or spacing; or no part of the plan."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than before.

    Attributes:
        what: what happened.
        kind: what it happened to: one of `sendctl.plan.named.KINDS`, or "plan" or "file".
        id: its id, as it is now; of what was dropped, as it was. "" where it has none.
        title: what it is called.
        place: where it is written: now, or of what was dropped in the earlier version.
        field: the key that holds what changed, such as "due" or "owners.lead".
        before: what it was, as the files say it; "" when there was nothing, or too much to say.
        after: what it is, likewise.
        on: the day that the plan gives for it.
        by: the key of who agreed to a move, or made a report.
        note: the reason of a move, or the words of a report.
        days: how many days a date moved; negative when it came forward.
        working_days: the same in working days.
        recorded: whether the plan itself records a move, under `moved`.
        is_public: whether everyone may read the field that changed.
        is_guess: whether two ids are taken for one part only because they look alike.
    """

    what: What
    kind: str
    id: str
    title: str
    place: Place
    field: str = ""
    before: str = ""
    after: str = ""
    on: date | None = None
    by: str = ""
    note: str = ""
    days: int | None = None
    working_days: int | None = None
    recorded: bool = False
    is_public: bool = False
    is_guess: bool = False
