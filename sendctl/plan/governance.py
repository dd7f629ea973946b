"""governance.yaml, risks.yaml, strengths.yaml and glossary.yaml: what stands around the actions."""

from pydantic import Field

from sendctl.plan.audience import Public
from sendctl.plan.base import ActionId, Item, PartyKey, StrandId, WeaknessId
from sendctl.plan.progress import Reported
from sendctl.plan.scalars import Dated, Day, Id, Quote, Several, Text, Whole


class Board(Item):
    """A board or group that oversees the plan."""

    id: Public[Id]
    title: Public[Text]
    chair: Public[PartyKey | None] = None
    members: Public[Several[PartyKey]] = ()
    meets: Public[Text | None] = None
    """How often it meets."""
    decides: Public[Text | None] = None
    """What it may decide."""
    reports_to: Public[PartyKey | None] = None


class TookPart(Item):
    """Who took part in making the plan, and how."""

    who: Public[Text]
    how: Public[Text | None] = None
    on: Public[Dated | None] = None


class Coproduction(Item):
    """How the plan was made together with children, young people and their families."""

    statement: Public[Text | None] = None
    took_part: Public[tuple[TookPart, ...]] = ()


class Feedback(Item):
    """What families said, and what was done about it."""

    said: Public[Quote]
    did: Public[Text | None] = None
    on: Public[Dated | None] = None


class Consultation(Item):
    """A consultation that informs the plan."""

    title: Public[Text]
    attended_by: Public[Several[Text]] = Field((), alias="with")
    on: Public[Dated | None] = None
    outcome: Public[Text | None] = None
    source: Public[Text | None] = None


class GovernanceFile(Item):
    """governance.yaml: boards, co-production, consultation, funding, legal duties."""

    statement: Public[Text | None] = None
    boards: Public[tuple[Board, ...]] = ()
    coproduction: Public[Coproduction | None] = None
    stakeholders: Public[Several[Text]] = ()
    """Who must work together, beside the responsible bodies."""
    feedback: Public[tuple[Feedback, ...]] = ()
    consultations: Public[tuple[Consultation, ...]] = ()
    monitoring: Public[Text | None] = None
    """Who monitors the plan and how often, as the area states it."""
    funding: Public[Text | None] = None
    legal: Public[Several[Text]] = ()
    """The duties that the plan serves."""
    equalities: Public[Text | None] = None


class Risk(Reported):
    """Something that may keep the plan from working."""

    id: Public[Id]
    title: Public[Text]
    likelihood: Public[Whole | None] = Field(None, ge=1, le=5)
    """1 (rare) to 5 (almost certain)."""
    impact: Public[Whole | None] = Field(None, ge=1, le=5)
    """1 (slight) to 5 (severe)."""
    mitigation: Public[Several[Text]] = ()
    owner: Public[Several[PartyKey]] = ()
    weaknesses: Public[Several[WeaknessId]] = ()
    strands: Public[Several[StrandId]] = ()
    actions: Public[Several[ActionId]] = ()
    closed: Public[Day | None] = None

    @property
    def score(self) -> int | None:
        """Likelihood times impact, 1 to 25; None when either is missing."""
        if self.likelihood is None or self.impact is None:
            return None
        return self.likelihood * self.impact


class RisksFile(Item):
    """risks.yaml: what may go wrong, and what is done about it."""

    risks: Public[tuple[Risk, ...]] = ()


class Strength(Item):
    """Something the inspectors found to be good."""

    title: Public[Text]
    detail: Public[Text | None] = None
    source: Public[Text | None] = None


class StrengthsFile(Item):
    """strengths.yaml: what the inspectors found to be good."""

    strengths: Public[tuple[Strength, ...]] = ()


class GlossaryFile(Item):
    """glossary.yaml: abbreviations and technical words, and what they mean."""

    glossary: Public[dict[Text, Text]] = {}
