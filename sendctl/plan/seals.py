"""seals.yaml: what was submitted or published, and the proof of what it said."""

from typing import Annotated

from pydantic import StringConstraints, WithJsonSchema

from sendctl.plan.audience import Public
from sendctl.plan.base import Item, PartyKey
from sendctl.plan.scalars import Day, Flag, Id

_Digest = Annotated[
    str,
    StringConstraints(strict=True, min_length=1, max_length=64, pattern=r"^\S+$"),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": 64, "pattern": r"^\S+$"}),
]
"""What something is known by: hexadecimal digits, 40 or 64 of a commit, 64 of a file."""


class SealedDocument(Item):
    """A document of a sealed version."""

    document: Public[Id]
    """Its name for `sendctl render`."""
    report: Public[Id | None] = None
    """The file's name in reports/, of a committee report."""
    to: Public[Id]
    """Its format, such as html or pdf."""
    public: Public[Flag] = False
    """Whether it is the version for everybody."""
    sha256: Public[_Digest]
    """The SHA-256 digest of the file, in hexadecimal digits."""


class Seal(Item):
    """A version of the plan that was submitted, signed or published."""

    name: Public[Id]
    """What it goes by, such as submission."""
    on: Public[Day]
    """The day it was sealed."""
    by: Public[PartyKey | None] = None
    """Who submitted it: a post, body or board."""
    revision: Public[_Digest]
    """The whole id of the commit."""
    today: Public[Day]
    """The day that counted as today in its documents."""
    sendctl: Public[Id]
    """The version of sendctl that made them."""
    documents: Public[tuple[SealedDocument, ...]] = ()
    """What was rendered, each with its digest."""


class SealsFile(Item):
    """seals.yaml, written by `sendctl seal` and read by `sendctl verify`."""

    seals: Public[tuple[Seal, ...]] = ()
    """The oldest first."""
