"""What can be changed in a plan's files, as data.

A path is the keys and indices into a file *as written*: for what the plan calls its third action,
`loaded.as_written(plan.place(action))`. Edits of one file are applied in order, each to what the
ones before it left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sendctl.findings import Finding
from sendctl.findings.finding import Step

Raw = str | Sequence["Raw"] | Mapping[str, "Raw"]
"""A value as a plan's file holds it: texts, and lists and mappings of them. Dates are texts too."""

Steps = tuple[Step, ...]
"""Keys and indices into a file, such as ("actions", 3, "due")."""


class CannotEdit(Exception):  # noqa: N818 - a verdict about what was asked for
    """The edit cannot be made, and nothing was written; the message says why and what to do.

    Attributes:
        findings: what is wrong with the file that was to be edited, when that is the reason.
    """

    def __init__(self, message: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class SetValue:
    """Set what stands at a path.

    Only what differs is written: of a list or mapping, the items and keys that are new or others.
    Mappings on the way are made; a file that is not there is, too.

    Attributes:
        value: the new value; None takes the key, or the list item, out, and with it a mapping that
            would be left empty.
    """

    file: str
    path: Steps
    value: Raw | None


@dataclass(frozen=True, slots=True)
class Insert:
    """Put an item into a list.

    Attributes:
        path: of the list, which is made when it is not there. One text that stands for a list
            becomes one.
        index: before which of the present items; at the end when absent.
    """

    file: str
    path: Steps
    value: Raw
    index: int | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a key or a list item out; one that is not there is none the less."""

    file: str
    path: Steps


@dataclass(frozen=True, slots=True)
class NewFile:
    """Make a file, such as strands/5.yaml; one of that name must not be there yet."""

    file: str
    text: str = field(repr=False)


Edit = SetValue | Insert | Remove | NewFile


def append(file: str, path: Steps, value: Raw) -> Insert:
    """Put an item at the end of a list; see `Insert`."""
    return Insert(file, path, value)
