"""The headings a table of contents lists, as a tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sendctl.document.model import Contents, Document, Heading
from sendctl.document.walk import plain_text, walk


@dataclass(slots=True)
class Entry:
    """One line of the contents, with the lines below it."""

    heading: Heading
    entries: list[Entry] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What the line says."""
        return f"{self.heading.number} {plain_text(self.heading.inlines)}".strip()


def outline(document: Document, contents: Contents) -> list[Entry]:
    """The lines of the contents; a skipped level hangs from the nearest line above."""
    root: list[Entry] = []
    above: list[Entry] = []
    for heading in _listed(document, contents.depth):
        entry = Entry(heading)
        while above and above[-1].heading.level >= heading.level:
            above.pop()
        (above[-1].entries if above else root).append(entry)
        above.append(entry)
    return root


def _listed(document: Document, depth: int) -> Iterable[Heading]:
    for block in walk(document.blocks):
        if isinstance(block, Heading) and 1 < block.level <= depth + 1:
            yield block
