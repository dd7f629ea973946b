"""What all parts of a plan share, and how one part refers to another.

The modules of models go without `from __future__ import annotations`: pydantic would have to
compile every annotation from its text again, which costs each start of the program 20 ms.
"""

from collections.abc import Iterator
from typing import Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from sendctl.plan.audience import Public
from sendctl.plan.scalars import Flag, Id, Ref


class Item(BaseModel):
    """Anything written in a plan's files.

    Unknown keys are errors, so that nothing written is silently ignored. An item never changes
    after it was read.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    illustrative: Public[Flag] = False
    """Made up for an example, not taken from a published source."""

    @classmethod
    def stand_ins(cls, stem: str) -> dict[str, str]:
        """For a whole file: what stands for required keys that are missing, to go on reading.

        Args:
            stem: the file's name without its ending, never empty.
        """
        del stem
        return {}


def field_parts(field: FieldInfo) -> Iterator[Any]:
    """All that a field's type is made of: classes, and the marks in `Annotated`."""
    yield from field.metadata
    yield from type_parts(field.annotation)


def type_parts(annotation: Any) -> Iterator[Any]:
    """A type and everything it is made of, the marks in `Annotated` included."""
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from type_parts(part)


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
