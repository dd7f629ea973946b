"""What all parts of a plan share, and how one part refers to another."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict

from sendctl.plan.scalars import Flag, Id, Ref


class Item(BaseModel):
    """Anything written in a plan's files.

    Unknown keys are errors, so that nothing written is silently ignored. An item never changes
    after it was read.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    illustrative: Flag = False
    """Made up for an example, not taken from a published source."""

    @classmethod
    def stand_ins(cls, stem: str) -> dict[str, str]:
        """For a whole file: what stands for required keys that are missing, to go on reading.

        Args:
            stem: the file's name without its ending, never empty.
        """
        del stem
        return {}


BodyKey = Annotated[Id, Ref("body")]
"""A body of owners.yaml."""

PostKey = Annotated[Id, Ref("post")]
"""A post of owners.yaml."""

OwnerKey = Annotated[Id, Ref("owner")]
"""A body or a post of owners.yaml."""

PartyKey = Annotated[Id, Ref("party")]
"""A body, a post, or a board of governance.yaml."""

WeaknessId = Annotated[Id, Ref("weakness")]
StrandId = Annotated[Id, Ref("strand")]
ObjectiveId = Annotated[Id, Ref("objective")]
ActionId = Annotated[Id, Ref("action")]
MeasureId = Annotated[Id, Ref("measure")]
SubjectId = Annotated[Id, Ref("subject")]
"""A weakness, a strand or an objective: what a measure can be about."""
