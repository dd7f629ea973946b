"""strands/*.yaml: one file a strand, so that one team owns one file."""

from sendctl.plan.action import Action
from sendctl.plan.audience import Public
from sendctl.plan.base import MeasureId, OwnerKey, WeaknessId
from sendctl.plan.progress import Reported
from sendctl.plan.scalars import Id, Several, Text


class Objective(Reported):
    """A level between strand and action that some plans have; never counted as an action."""

    id: Public[Id]
    title: Public[Text]
    plain: Public[Text | None] = None
    want: Public[Text | None] = None
    """What we want."""
    now: Public[Text | None] = None
    """Where we are now."""
    see: Public[Text | None] = None
    """What we will see."""
    difference: Public[Text | None] = None
    """The difference it makes."""
    measures: Public[Several[MeasureId]] = ()


class Strand(Reported):
    """A strand of work: a workstream, theme, pillar or priority, as the plan calls it."""

    id: Public[Id]
    title: Public[Text]
    plain: Public[Text | None] = None
    description: Public[Text | None] = None
    leads: Public[Several[OwnerKey]] = ()
    """Often one from the council and one from health."""
    weaknesses: Public[Several[WeaknessId]] = ()
    """The weaknesses it answers; some strands answer none."""
    outcomes: Public[Several[Text]] = ()
    """What it is to lead to, for children and young people."""
    objectives: Public[tuple[Objective, ...]] = ()
    actions: Public[tuple[Action, ...]] = ()

    @classmethod
    def stand_ins(cls, stem: str) -> dict[str, str]:
        """A strand that does not say its id or title goes by its file's name."""
        return {"id": "-".join(stem.split())[:60], "title": stem}
