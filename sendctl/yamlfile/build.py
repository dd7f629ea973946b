"""libyaml's events to dict, list and str, with a position for every node.

One loop over all events, because it is the hottest of the program: a plan of 20,000 actions has
half a million of them. Values that are left out (an empty one, a duplicate, an alias) leave no
mark either, so that the marks stay in step with the values and `Source` can number them again.
"""

from __future__ import annotations

import re
from array import array
from itertools import islice
from typing import Any

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # C extension
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from sendctl.yamlfile import complaints
from sendctl.yamlfile.characters import FORBIDDEN, forbidden
from sendctl.yamlfile.complaint import Complaint
from sendctl.yamlfile.limits import MAX_DEPTH, MAX_ENTRIES, MAX_PROBLEMS
from sendctl.yamlfile.source import packed
from sendctl.yamlfile.syntax import explain

_LEFT_OUT = "\0"
"""Stands for the key whose value is left out; forbidden in every key, as an escape too."""


class Refused(Exception):  # noqa: N818 - a verdict about the file, not a fault of the program
    """The rest of the file cannot be read."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.message)
        self.complaint = complaint


# After a text between the commas of {...}: it may be meant for the value before it.
_NO_COLON = re.compile(r"\s*[,}]")


class Builder:
    """Builds the values of one text.

    Attributes:
        value: the top mapping, after `run`.
        marks: start and end of every node in event order, packed.
        empties: marks of keys without a value, by the id of their mapping and the key.
        complaints: what was wrong but did not stop the reading.
    """

    def __init__(self, text: str) -> None:
        self.value: Any = None
        self.marks: array[int] = array("Q")
        self.empties: dict[tuple[int, str], int] = {}
        self.complaints: list[Complaint] = []
        self._text = text
        self._open: list[int] = []
        self._cuts: list[int] = []
        self._firsts: dict[int, tuple[dict[str, int], int]] = {}
        self._discarded: list[Any] = []

    def run(self) -> None:
        """Read the whole text.

        Raises:
            Refused: the text is not YAML, or not the kind of YAML a plan is written in.
        """
        try:
            self._build()
        except MarkedYAMLError as error:
            raise Refused(self._explained(error)) from None
        except YAMLError:
            raise Refused(explain(self._text, "", "", 0, 0)) from None
        if self.value is None:
            raise Refused(complaints.empty_file())
        if not isinstance(self.value, dict):
            raise Refused(complaints.not_a_mapping(self.value, self.marks[0] >> 32))

    def _build(self) -> None:  # noqa: C901, PLR0912, PLR0915 - one loop for speed, see the module
        next_event = CParser(self._text).get_event
        marks, mark = self.marks, self.marks.append
        open_marks = self._open
        stack: list[tuple[Any, str | None, bool]] = []
        container: Any = []  # the file's one value goes in here
        key: str | None = None
        is_mapping = has_begun = False
        has_escapes = "\\" in self._text
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                start, end = event.start_mark.index, event.end_mark.index
                mark(start << 32 | end)
                if has_escapes and (found := FORBIDDEN.search(value)):
                    raise Refused(forbidden(found.group(), start, end))
                if event.anchor is not None or event.tag is not None:
                    self._complain_of_extras(event)
                if is_mapping and key is None:
                    key = value
                    if key in container or not key or self._is_empty_key(container, key):
                        key = self._refuse_key(container, key)
                elif not value and event.implicit[0]:
                    if stack:
                        self._leave_out_empty(container, key)
                    key = None
                elif is_mapping:
                    if key is _LEFT_OUT:
                        self._cut(value)
                    else:
                        container[key] = value
                    key = None
                else:
                    container.append(value)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                start = event.start_mark.index
                if is_mapping and key is None:
                    raise Refused(complaints.bad_key(start))
                if len(stack) > MAX_DEPTH:
                    raise Refused(complaints.too_deep(start))
                if event.anchor is not None or event.tag is not None:
                    self._complain_of_extras(event)
                open_marks.append(len(marks))
                mark(start << 32)
                stack.append((container, key, is_mapping))
                is_mapping = kind is MappingStartEvent
                container, key = ({} if is_mapping else []), None
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                begun = open_marks.pop()
                marks[begun] |= event.end_mark.index
                value = container
                if len(value) > MAX_ENTRIES:
                    raise Refused(complaints.too_many(marks[begun] >> 32))
                container, key, is_mapping = stack.pop()
                if not is_mapping:
                    container.append(value)
                elif key is _LEFT_OUT:
                    self._cut(value)
                else:
                    container[key] = value
                key = None
            elif kind is AliasEvent:
                if is_mapping and key is None:
                    raise Refused(complaints.alias(event))
                self._complain(complaints.alias(event))
                mark(packed(event.start_mark.index, event.end_mark.index))
                self._drop(key)
                key = None
            elif kind is DocumentStartEvent:
                if has_begun:
                    raise Refused(complaints.second_document(event.start_mark.index))
                has_begun = True
            elif kind is StreamEndEvent:
                self.value = container[0] if container else None
                return

    def _complain(self, complaint: Complaint) -> None:
        if len(self.complaints) + 1 >= MAX_PROBLEMS:
            raise Refused(complaint)
        self.complaints.append(complaint)

    def _complain_of_extras(self, event: Any) -> None:
        """An anchor or a tag: the value is kept, the sign is not."""
        if event.tag is not None:
            self._complain(complaints.tag(event))
        if event.anchor is not None:
            self._complain(complaints.anchor(event))

    def _is_empty_key(self, container: Any, key: str) -> bool:
        return bool(self.empties) and (id(container), key) in self.empties

    def _refuse_key(self, container: Any, key: str) -> str:
        """A key that is empty or stands twice: its value will be left out."""
        node = len(self.marks) - 1
        self._cuts.append(node)
        mark = self.marks[node]
        self._complain(
            complaints.duplicate_key(key, mark, self._first_key(container, key))
            if key
            else complaints.bad_key(mark >> 32)
        )
        return _LEFT_OUT

    def _first_key(self, container: Any, key: str) -> int:
        """The mark of the key that came first.

        The nodes of the open mapping are numbered as far as they have been read: of one with many
        duplicates each node once.
        """
        empty = self.empties.get((id(container), key))
        if empty is not None:
            return empty
        firsts, node = self._firsts.get(id(container), ({}, self._open[-1] + 1))
        for name, value in islice(container.items(), len(firsts), None):
            firsts[name] = self.marks[node]
            node = _after(value, node + 1)
        self._firsts[id(container)] = firsts, node
        return firsts[key]

    def _leave_out_empty(self, container: Any, key: str | None) -> None:
        """An empty value is an absent key; an empty list item is a slip worth a finding."""
        mark = self.marks[-1]
        if key is None:
            self._complain(complaints.empty_item(mark >> 32, mark & 0xFFFFFFFF))
        elif key is not _LEFT_OUT:
            written = self.marks[-2]
            self.empties[id(container), key] = written
            if _NO_COLON.match(self._text, written & 0xFFFFFFFF):
                self._complain(complaints.no_colon(key, written))
        self._drop(key)

    def _drop(self, key: str | None) -> None:
        """Forget the marks of the value just read, and of its key."""
        if key is _LEFT_OUT:
            self._cut(None)
        else:
            del self.marks[-1 if key is None else -2 :]

    def _cut(self, value: Any) -> None:
        """Forget a key's marks with its value's; the value lives on, for `empties` knows ids."""
        self._discarded.append(value)
        del self.marks[self._cuts.pop() :]

    def _explained(self, error: MarkedYAMLError) -> Complaint:
        at = error.problem_mark.index if error.problem_mark else 0
        opened = error.context_mark.index if error.context_mark else at
        return explain(self._text, error.problem or "", error.context or "", at, opened)


def _after(value: Any, node: int) -> int:
    """The node number after a value that begins at this one."""
    if isinstance(value, dict):
        return node + 1 + sum(_after(child, 0) + 1 for child in value.values())
    if isinstance(value, list):
        return node + 1 + sum(_after(child, 0) for child in value)
    return node + 1
