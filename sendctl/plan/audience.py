"""Who may read a field. Publishing goes by an allow-list: what nobody marked stays inside."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeVar


class Audience(StrEnum):
    """Public: may be printed for anybody. Internal: council and NHS. Personal: about a person."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PERSONAL = "personal"


_T = TypeVar("_T")

Public = Annotated[_T, Audience.PUBLIC]
"""Marks a field that a public version may print; every unmarked field is internal."""

Personal = Annotated[_T, Audience.PERSONAL]
"""Marks personal data: kept in one file that a council can leave out of the repository."""
