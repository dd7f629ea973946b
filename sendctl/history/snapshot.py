"""A plan's files as they were in one version, read straight from the repository."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sendctl.findings import Place, Problem
from sendctl.history.objects import Node, Objects
from sendctl.plan.base import Item
from sendctl.plan.files import Entry, sorted_entries
from sendctl.plan.tree import Reading, reading
from sendctl.yamlfile import Source, read_bytes
from sendctl.yamlfile.rules import UNREADABLE

_ROOT_MODE: Final = "40000"
_MOST_LINKS: Final = 10
_Key = tuple[str, type[Item], str]


class Readings:
    """Files as read, so that one that many versions share is parsed once.

    The files that were asked for longest ago are forgotten when all together have more than
    `limit` characters: a history can be longer than memory is wide.
    """

    def __init__(self, limit: int = 16_000_000) -> None:
        self._limit = limit
        self._size = 0
        self._found: OrderedDict[_Key, Reading] = OrderedDict()

    def get(self, key: _Key) -> Reading | None:
        """What was read, if it is still known."""
        found = self._found.get(key)
        if found is not None:
            self._found.move_to_end(key)
        return found

    def put(self, key: _Key, found: Reading) -> Reading:
        """Remember what was read."""
        self._found[key] = found
        self._size += len(found.source.text)
        while self._size > self._limit and len(self._found) > 1:
            _, oldest = self._found.popitem(last=False)
            self._size -= len(oldest.source.text)
        return found


class Snapshot:
    """A plan folder in one version: a `sendctl.plan.tree.Tree`.

    Symbolic links are followed inside the repository; one that leads out of it is not there.

    Attributes:
        folder: the folder that the plan is said to be in.
        inside: the folder it stands in, from the repository's root; "" is the root itself.
    """

    def __init__(
        self, objects: Objects, root: str, inside: str, folder: Path, readings: Readings
    ) -> None:
        self.folder = folder
        self.inside = inside
        self._objects = objects
        self._root = Node(_ROOT_MODE, root)
        self._readings = readings
        self._top = self.find(inside)

    def entries(self, below: str = "") -> list[Entry]:
        """See `sendctl.plan.files.Files`."""
        where = self._node(below) if below else self._top
        if where is None or not where.is_folder:
            return []
        found = []
        for name, node in self._objects.folder(where.id).items():
            target = self._node(f"{below}/{name}" if below else name) if node.is_link else node
            if target is not None:
                found.append(Entry(name, not target.is_file))
        return sorted_entries(found)

    def has(self, name: str) -> bool:
        """See `sendctl.plan.files.Files`."""
        return self._node(name) is not None

    def read(self, name: str, model: type[Item]) -> Reading:
        """See `sendctl.plan.tree.Tree`."""
        node = self._node(name)
        if node is None or not node.is_file:
            problem = Problem(
                Place(name), "This is not an ordinary file.", "Put a text file in its place."
            )
            return reading(Source(name, findings=(problem.stamped(UNREADABLE),)), model)
        key = (name, model, node.id)
        known = self._readings.get(key)
        if known is not None:
            return known
        fresh = reading(read_bytes(self._objects.content(node.id), name), model)
        return self._readings.put(key, fresh)

    def files(self) -> Iterator[tuple[str, Node]]:
        """Every file in the folder and below: its name inside the folder, and its content's id."""
        if self._top is not None:
            yield from self._below(self._top, "")

    def content(self, node: Node) -> bytes:
        """The bytes of a file."""
        return self._objects.content(node.id)

    def find(self, path: str) -> Node | None:
        """What stands at a path from the repository's root, links followed."""
        stack, rest, links = [self._root], path.split("/")[::-1], 0
        while rest:
            part = rest.pop()
            if part == "..":
                stack.pop()
            elif part not in {"", "."}:
                node = self._objects.folder(stack[-1].id).get(part) if stack[-1].is_folder else None
                if node is None:
                    return None
                if node.is_link:
                    target = self._objects.content(node.id).decode("utf-8", "surrogateescape")
                    links += 1
                    if target.startswith("/") or links > _MOST_LINKS:
                        return None
                    rest += target.split("/")[::-1]
                else:
                    stack.append(node)
            if not stack:  # a link that leads out of the repository
                return None
        return stack[-1]

    def _node(self, name: str) -> Node | None:
        # Most names are no links: one look into the folder is enough.
        folder, _, last = name.rpartition("/")
        if not folder and self._top is not None and self._top.is_folder:
            node = self._objects.folder(self._top.id).get(last)
            if node is None or not node.is_link:
                return node
        return self.find(f"{self.inside}/{name}")

    def _below(self, folder: Node, start: str) -> Iterator[tuple[str, Node]]:
        for name, node in self._objects.folder(folder.id).items():
            path = f"{start}{name}"
            if node.is_folder:
                yield from self._below(node, f"{path}/")
            else:
                target = self._node(path) if node.is_link else node
                if target is not None and target.is_file:
                    yield path, target
