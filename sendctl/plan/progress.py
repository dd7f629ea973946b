"""What happens to any part of a plan over time: updates, moved dates, evidence, milestones."""

from enum import StrEnum

from pydantic import Field

from sendctl.plan.audience import Public
from sendctl.plan.base import Item, PartyKey
from sendctl.plan.scalars import Dated, Day, Link, Text


class Status(StrEnum):
    """How far the work is. Apart from whether it is on time, and from whether it helps."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    COMPLETE = "complete"
    ON_HOLD = "on_hold"
    STOPPED = "stopped"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self not in {Status.COMPLETE, Status.STOPPED}


class Rating(StrEnum):
    """Whether it will be done in time. There is no national scale; each plan words its own."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"


class Impact(StrEnum):
    """What children and families notice of it: advisers ask for this, not for activity."""

    NONE_YET = "none_yet"
    EMERGING = "emerging"
    EVIDENCED = "evidenced"
    SUSTAINED = "sustained"


class Update(Item):
    """What somebody reported on a day."""

    on: Public[Day]
    """The day of the report."""
    by: Public[PartyKey | None] = None
    """The post, body or board that reports."""
    note: Public[Text]
    """What happened, in a sentence or two."""
    status: Public[Status | None] = None
    rating: Public[Rating | None] = None
    impact: Public[Impact | None] = None


class Move(Item):
    """A due date that was changed; the original stays on record."""

    before: Public[Dated] = Field(alias="from")
    """The date before the move; written `from`."""
    to: Public[Dated]
    """The date after it."""
    on: Public[Day]
    """The day the move was made."""
    reason: Public[Text | None] = None
    """Why."""
    agreed_by: Public[PartyKey | None] = None
    """Who agreed: a board, or the DfE for an accelerated progress plan."""


class Evidence(Item):
    """Something that shows that an action was done, or that it helped."""

    title: Public[Text]
    on: Public[Day | None] = None
    link: Link | None = None
    """A web address, or a path inside the plan folder."""
    note: Text | None = None


class Milestone(Item):
    """A step on the way, in words."""

    title: Public[Text | None] = None
    """What will be so by then; some plans leave it blank at first."""
    due: Public[Dated | None] = None
    done: Public[Day | None] = None
    """The day it was reached."""
    note: Public[Text | None] = None


class Reported(Item):
    """Anything that people report on."""

    updates: Public[tuple[Update, ...]] = ()
    """Reports, in any order."""
