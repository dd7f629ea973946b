"""Where the files of a plan are read from: the disk, or texts that no disk holds yet or any more.

`load_plan` reads a `Tree`. A new place that plans can come from is one more class here or beside
its own code; nothing else has to know of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os.path import lexists
from pathlib import Path, PurePosixPath
from typing import NamedTuple, Protocol

from sendctl.findings import Finding
from sendctl.plan.base import Item
from sendctl.plan.files import Files
from sendctl.plan.folder import Entry, listed, sorted_entries
from sendctl.plan.salvage import build
from sendctl.yamlfile import Source, read_bytes, read_file


class Reading(NamedTuple):
    """One file as read: its text and positions, its content, and what is wrong with that."""

    source: Source
    content: Item
    findings: tuple[Finding, ...]


class Tree(Files, Protocol):
    """A plan's files."""

    @property
    def folder(self) -> Path:
        """The folder that the plan is said to be in."""

    def read(self, name: str, model: type[Item]) -> Reading:
        """Read one file; whatever is wrong with it is a finding."""


def reading(source: Source, model: type[Item]) -> Reading:
    """A file's content as its model."""
    content, findings = build(model, source)
    return Reading(source, content, tuple(findings))


class OnDisk:
    """A plan folder as it stands on the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def entries(self, below: str = "") -> list[Entry]:
        """See `Files`."""
        return listed(self.folder / below)

    def has(self, name: str) -> bool:
        """See `Files`; a link that leads nowhere is there, and cannot be read."""
        return lexists(self.folder / name)

    def read(self, name: str, model: type[Item]) -> Reading:
        """See `Tree`."""
        return reading(read_file(self.folder / name, name), model)


class InMemory:
    """A plan whose files are texts by name, such as "strands/1.yaml", and on no disk.

    Attributes:
        folder: the folder that the plan is said to be in.
        texts: the content of each file.
    """

    def __init__(self, folder: Path, texts: Mapping[str, bytes]) -> None:
        self.folder = folder
        self.texts = texts

    def entries(self, below: str = "") -> list[Entry]:
        """See `Files`."""
        return named_entries(self.texts, below)

    def has(self, name: str) -> bool:
        """See `Files`."""
        return name in self.texts

    def read(self, name: str, model: type[Item]) -> Reading:
        """See `Tree`."""
        return reading(read_bytes(self.texts[name], name), model)


class Changed:
    """A plan as it would be if some of its files were others: what an edit is judged by."""

    def __init__(self, tree: Tree, texts: Mapping[str, bytes]) -> None:
        self.folder = tree.folder
        self._tree = tree
        self._new = InMemory(tree.folder, texts)

    def entries(self, below: str = "") -> list[Entry]:
        """See `Files`."""
        return sorted_entries({*self._tree.entries(below), *self._new.entries(below)})

    def has(self, name: str) -> bool:
        """See `Files`."""
        return self._new.has(name) or self._tree.has(name)

    def read(self, name: str, model: type[Item]) -> Reading:
        """See `Tree`."""
        return (self._new if name in self._new.texts else self._tree).read(name, model)


def named_entries(names: Iterable[str], below: str = "") -> list[Entry]:
    """What a folder holds, going by the names of all files below the plan folder."""
    start = f"{below}/" if below else ""
    rests = (PurePosixPath(name[len(start) :]) for name in names if name.startswith(start))
    return sorted_entries({Entry(rest.parts[0], len(rest.parts) > 1) for rest in rests})
