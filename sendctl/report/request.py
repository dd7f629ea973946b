"""What is asked for when a document is made, and the two ways in which that can be refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sendctl.plan import Plan
from sendctl.report.to_do import ToDo


@dataclass(frozen=True, slots=True)
class Request:
    """One document of one plan.

    Attributes:
        plan: the plan, whose own templates come before the shipped ones.
        today: the day of the position.
        draft: whether every page says that it is a draft.
        public: whether only what everybody may read is printed.
        report: the file stem of a committee report; "" where the document is about none.
        meeting: which of the report's meetings its copy is for, from 1; 0 for all of them in one.
        to_do: what a draft still lacks, printed at its front; None where nobody looked.
    """

    plan: Plan
    today: date
    draft: bool = False
    public: bool = False
    report: str = ""
    meeting: int = 0
    to_do: ToDo | None = None


class WrongRequest(Exception):  # noqa: N818 - the user's mistake, not the program's
    """There is no such document of this plan; the message says which there are."""


class Refused(Exception):  # noqa: N818 - a verdict about the plan, not a fault
    """The document must not be made of this plan as it is; the message says why."""
