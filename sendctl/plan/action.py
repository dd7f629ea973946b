"""One action: what somebody will do, by when, and how one will see that it helped."""

from sendctl.plan.audience import Public
from sendctl.plan.base import (
    ActionId,
    Item,
    MeasureId,
    ObjectiveId,
    OwnerKey,
    PartyKey,
    WeaknessId,
)
from sendctl.plan.progress import Evidence, Impact, Milestone, Move, Rating, Reported, Status
from sendctl.plan.scalars import Dated, Day, Id, Several, Text

ROLES = ("lead", "accountable", "sponsor", "lead_agency", "delivery", "partners")
"""The roles an owner can have, the one that answers first at the head."""


class Owners(Item):
    """Who does it, by role; each role takes one key or a list."""

    lead: Public[Several[OwnerKey]] = ()
    """Leads the work; often one from the council and one from health."""
    accountable: Public[Several[OwnerKey]] = ()
    """Answers for it."""
    sponsor: Public[Several[OwnerKey]] = ()
    lead_agency: Public[Several[OwnerKey]] = ()
    delivery: Public[Several[OwnerKey]] = ()
    """The team that does it."""
    partners: Public[Several[OwnerKey]] = ()

    def first(self) -> tuple[str, ...]:
        """Those who answer first: the leads, else the next role that anybody has."""
        return next((found for role in ROLES if (found := getattr(self, role))), ())

    def keys(self) -> list[str]:
        """All owners, leads first, each once."""
        return list(dict.fromkeys(key for role in ROLES for key in getattr(self, role)))


class Action(Reported):
    """One line of the plan."""

    id: Public[Id | None] = None
    """"1.1", "1.1.1", "A2"; text, so that 1.10 stays 1.10. Without one nothing can refer to it."""
    parent: Public[ActionId | None] = None
    objective: Public[ObjectiveId | None] = None
    title: Public[Text]
    """What will be done."""
    plain: Public[Text | None] = None
    """The same for families, in plain words."""
    weaknesses: Public[Several[WeaknessId]] = ()
    """The weaknesses it answers; when absent, those of its strand."""
    owners: Public[Owners] = Owners.model_construct()
    start: Public[Dated | None] = None
    due: Public[Dated | None] = None
    """When it will be done; the deadline is the last day of the date given."""
    completed: Public[Day | None] = None
    review: Public[Dated | None] = None
    status: Public[Status] = Status.NOT_STARTED
    rating: Public[Rating | None] = None
    impact: Public[Impact | None] = None
    coproduced_with: Public[Several[PartyKey]] = ()
    success: Public[Several[Text]] = ()
    """How one will know that it worked."""
    now: Public[Text | None] = None
    """Where things stand before it."""
    difference: Public[Text | None] = None
    """The difference it will make to children and families."""
    resources: Text | None = None
    measures: Public[Several[MeasureId]] = ()
    depends_on: Public[Several[ActionId]] = ()
    """Actions that must be done before it."""
    milestones: Public[tuple[Milestone, ...]] = ()
    moved: Public[tuple[Move, ...]] = ()
    """Each change of its due date."""
    evidence: Public[tuple[Evidence, ...]] = ()
    note: Text | None = None
