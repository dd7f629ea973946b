"""What is asked for when a document is made, and what is wrong with asking."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.plan import Plan
from sendctl.report.to_do import ToDo


class Request(NamedTuple):
    """One document of one plan.

    Attributes:
        plan: the plan, whose own templates come before the shipped ones.
        today: the day of the position.
        draft: whether every page says that it is a draft.
        public: whether only what everybody may read is printed.
        report: the file stem of a committee report; "" where the document is about none.
        to_do: what a draft still lacks, printed at its front; None where nobody looked.
        meeting: which of the report's meetings its copy is for, from 1; 0 for all of them in one.
        since: the day whose position is compared with; None where none was named.
        since_meeting: the same by a meeting: the stem of a report, or the day of a review.
        reader: whom it is for, a key of `READERS`; "" for everyone who steers the plan.
        by: what it is grouped by, a key of `GROUPINGS`; "" for the usual way.
        then: the plan as it stood at the day whose position is compared with; None where nobody
            looked.
    """

    plan: Plan
    today: date
    draft: bool = False
    public: bool = False
    report: str = ""
    to_do: ToDo | None = None
    meeting: int = 0
    since: date | None = None
    since_meeting: str = ""
    reader: str = ""
    by: str = ""
    then: Plan | None = None


READERS: Final = ("dfe", "scrutiny", "families")
"""Whom a progress report can be for: the advisers who monitor, a scrutiny committee, families."""

GROUPINGS: Final = ("strand", "weakness", "owner", "month")
"""What the action tracker can be grouped by."""

OPTIONS: Final = MappingProxyType(
    {
        "meeting": "--meeting",
        "since": "--since",
        "since_meeting": "--since-meeting",
        "reader": "--for",
        "by": "--by",
        "then": "--compare",
    }
)
"""The fields that only some documents know what to do with, and their names as options."""


def given(request: Request) -> list[str]:
    """Those of `OPTIONS` that a request sets."""
    return [name for name in OPTIONS if getattr(request, name)]


class WrongRequest(Exception):  # noqa: N818 - the user's mistake, not the program's
    """There is no such document of this plan; the message says which there are."""
