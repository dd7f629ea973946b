"""weaknesses.yaml: what the inspectors found that the plan must put right."""

from enum import StrEnum

from sendctl.plan.audience import Public
from sendctl.plan.base import BodyKey, Item, PartyKey, WeaknessId
from sendctl.plan.progress import Milestone, Reported
from sendctl.plan.scalars import Day, Id, Quote, Several, Text


class WeaknessKind(StrEnum):
    """What the inspectors called it. One priority action plan can mix all four."""

    SIGNIFICANT_WEAKNESS = "significant_weakness"
    PRIORITY_ACTION = "priority_action"
    IMPROVEMENT = "improvement"
    RECOMMENDATION = "recommendation"


class Result(StrEnum):
    """What somebody who may judge said of a weakness."""

    SUFFICIENT_PROGRESS = "sufficient_progress"
    NOT_SUFFICIENT_PROGRESS = "not_sufficient_progress"
    SIGNED_OFF = "signed_off"
    CLOSED = "closed"


class Judgement(Item):
    """Who judged what and when: a revisit, an adviser, a board."""

    on: Public[Day]
    by: Public[PartyKey | None] = None
    result: Public[Result]
    source: Public[Text | None] = None
    note: Public[Text | None] = None


class CoveredBy(Item):
    """Why a weakness needs no action of its own."""

    weaknesses: Public[Several[WeaknessId]] = ()
    """The weaknesses whose actions cover it."""
    reason: Public[Text | None] = None


class Weakness(Reported):
    """One area of significant weakness, priority action or improvement."""

    id: Public[Id]
    """A number or letter, as the plan counts them."""
    formerly: Public[Several[Id]] = ()
    """Ids it had before a refresh of the plan; they are not used again."""
    kind: Public[WeaknessKind | None] = None
    """When absent: what the plan's own kind is about."""
    short: Public[Text | None] = None
    """A short name for headings."""
    wording: Public[Quote | None] = None
    """The inspectors' exact words; no check of style looks at them."""
    plain: Public[Text | None] = None
    """What it means for families, in plain words."""
    responsible: Public[Several[BodyKey]] = ()
    """The bodies that answer for it."""
    covered_by: Public[CoveredBy | None] = None
    """Where its actions are, when it has none of its own."""
    follows: Public[Several[Id]] = ()
    """Ids in an earlier plan that it carries on."""
    milestones: Public[tuple[Milestone, ...]] = ()
    """What will be so after 3, 6, 12 months, in words."""
    judgements: Public[tuple[Judgement, ...]] = ()

    @property
    def name(self) -> str:
        """The short name, else the inspectors' words, else the id."""
        return self.short or self.wording or self.id


class WeaknessesFile(Item):
    """weaknesses.yaml, in the order of the inspectors' report."""

    weaknesses: Public[tuple[Weakness, ...]] = ()
