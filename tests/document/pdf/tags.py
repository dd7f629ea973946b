"""Reads the tags of a PDF: what a screen reader goes by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf


@dataclass
class Tag:
    """One element of the structure, with its attributes and what is inside it."""

    name: str
    id: str
    attributes: dict[str, Any]
    alt: str
    kids: list[Tag] = field(default_factory=list)

    def all(self, *names: str) -> Iterator[Tag]:
        """Every element inside with one of these names, in reading order."""
        for kid in self.kids:
            if kid.name in names:
                yield kid
            yield from kid.all(*names)


@dataclass
class Tagged:
    """A whole file: its properties, and the tree of its tags."""

    title: str
    language: str
    shows_title: bool
    root: Tag
    names: list[str]


def read(pdf: bytes) -> Tagged:
    with pikepdf.open(BytesIO(pdf)) as file:
        root = file.Root
        with file.open_metadata() as meta:
            title = str(meta.get("dc:title", ""))
        tree = root.StructTreeRoot
        names = [str(name) for name in list(tree.IDTree.Names)[::2]] if "/IDTree" in tree else []
        return Tagged(
            title,
            str(root.get("/Lang", "")),
            bool(root.ViewerPreferences.get("/DisplayDocTitle", False)),
            Tag("", "", {}, "", list(_kids(tree))),
            names,
        )


def _kids(element: Any) -> Iterator[Tag]:
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            attributes = {
                str(name)[1:]: value for part in kid.get("/A", []) for name, value in part.items()
            }
            yield Tag(
                str(kid.S)[1:],
                str(kid.get("/ID", "")),
                {name: _plain(value) for name, value in attributes.items()},
                str(kid.get("/Alt", "")),
                list(_kids(kid)),
            )


def _plain(value: Any) -> Any:
    return [str(part) for part in value] if isinstance(value, pikepdf.Array) else str(value)


def faults(pdf: bytes) -> list[str]:
    """What a person who listens to the file would miss."""
    found = read(pdf)
    said = []
    if not (found.title and found.shows_title and found.language):
        said.append("no title or language")
    levels = [int(tag.name[1:]) for tag in found.root.all("H1", "H2", "H3", "H4", "H5", "H6")]
    if levels[:1] != [1] or levels.count(1) > 1:
        said.append(f"headings begin {levels[:3]}")
    said += [
        f"h{level} after h{before}" for before, level in pairwise(levels) if level > before + 1
    ]
    said += ["a picture without words" for tag in found.root.all("Figure") if not tag.alt]
    for number, table in enumerate(found.root.all("Table"), 1):
        headers = list(table.all("TH"))
        if not headers or any("Scope" not in header.attributes for header in headers):
            said.append(f"table {number} has a header without scope, or none")
        if not any(kid.name == "Caption" for kid in table.kids):
            said.append(f"table {number} has no caption")
        known = {header.id for header in headers} | {""}
        named = {name for cell in table.all("TD") for name in cell.attributes.get("Headers", [])}
        if not named <= known:
            said.append(f"table {number} names headers that are not there")
    if found.names != sorted(found.names):
        said.append("the index of names is not sorted")
    return said
