"""A file as a tree that knows where everything stands, and takes changes.

libyaml's events give the tree; `Source`, which every other reader of a plan uses, keeps less: an
edit also needs the empty keys, the colons, and where a block really ends. A change is noted in the
slot it concerns, and `splice` makes text of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # C extension
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from sendctl.edit.edits import Raw
from sendctl.edit.lines import after_space, block_end


@dataclass(slots=True)
class Scalar:
    """A text as written.

    Attributes:
        style: "" when plain, else the sign it begins with: ' or ", | or >.
        end: behind its last character; of a block scalar, behind its last line break.
    """

    start: int
    end: int
    style: str
    value: str


@dataclass(slots=True)
class Slot:
    """An entry of a mapping or an item of a list, as it is and as it will be.

    Attributes:
        name: the key; None in a list.
        now: what will stand there; None for a key without a value.
        old: what stands there in the file; None too when the slot is new.
        start: where it begins: at its key, or of a list item at its dash, or in brackets its value.
        after: behind the colon or the dash; in a flow list, where the value begins.
        is_new: whether it does not stand in the file yet.
        is_removed: whether it will be taken out.
    """

    name: str | None
    now: Node | None
    old: Node | None = None
    start: int = 0
    after: int = 0
    is_new: bool = False
    is_removed: bool = False

    @property
    def stays(self) -> bool:
        """Whether it stands in the file, and will."""
        return not (self.is_new or self.is_removed)

    @property
    def is_replaced(self) -> bool:
        """Whether another value than the present one will stand there."""
        return self.now is not self.old

    @property
    def end(self) -> int:
        """Behind the last character of its value, or of its colon."""
        return self.old.end if self.old else self.after


@dataclass(slots=True)
class Collection:
    """A mapping or a list.

    Attributes:
        is_flow: whether it is written in brackets.
        column: of its first character, from 0.
        is_touched: whether anything in it, at any depth, changes.
    """

    start: int
    is_mapping: bool
    is_flow: bool
    slots: list[Slot] = field(default_factory=list)
    end: int = 0
    column: int = 0
    is_touched: bool = False

    def live(self) -> list[Slot]:
        """What it will hold, in order."""
        if not self.is_touched:
            return self.slots
        return [slot for slot in self.slots if not slot.is_removed]

    def find(self, name: str) -> Slot | None:
        """The entry of a key."""
        return next((slot for slot in self.live() if slot.name == name), None)


Node = Scalar | Collection


def plain(node: Node | None) -> Any:
    """A node as `Source` has it, with the changes noted in it; an empty key is absent."""
    if node is None or isinstance(node, Scalar):
        return node and node.value
    if node.is_mapping:
        return {slot.name: plain(slot.now) for slot in node.live() if slot.now}
    return [plain(slot.now) for slot in node.live()]


def grown(value: Raw) -> Node:
    """The tree of a value that stands in no file yet."""
    if isinstance(value, str):
        return Scalar(0, 0, "", value)
    if isinstance(value, Mapping):
        slots = [Slot(name, grown(one), is_new=True) for name, one in value.items()]
        return Collection(0, is_mapping=True, is_flow=False, slots=slots)
    slots = [Slot(None, grown(one), is_new=True) for one in value]
    return Collection(0, is_mapping=False, is_flow=False, slots=slots)


def parse(text: str) -> Node | None:
    """The tree of a text that the reader accepted; None when it holds nothing.

    Raises:
        YAMLError: the text is not YAML, or holds an alias, which the reader refuses.
    """
    return _value(text, _events(text))


def _events(text: str) -> Iterator[Any]:
    next_event = CParser(text).get_event
    while True:
        event = next_event()
        if isinstance(event, StreamEndEvent):
            return
        yield event


_OPENINGS = (ScalarEvent, MappingStartEvent, SequenceStartEvent, AliasEvent)


def _value(text: str, events: Iterator[Any], opened: Any = None) -> Node | None:
    """The next node; None for a plain scalar without characters, and at an end."""
    event = opened or next((one for one in events if isinstance(one, _OPENINGS)), None)
    if event is None:
        return None
    if isinstance(event, AliasEvent):
        raise YAMLError("a plan has no aliases")
    start = event.start_mark.index
    if isinstance(event, ScalarEvent):
        if not event.value and event.implicit[0]:
            return None
        return _scalar(text, event)
    is_mapping = isinstance(event, MappingStartEvent)
    made = Collection(start, is_mapping, bool(event.flow_style), column=event.start_mark.column)
    fill = _entries if is_mapping else _items
    made.end = fill(text, events, made)
    return made


def _scalar(text: str, event: Any) -> Scalar:
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style or ""
    if style in {"|", ">"}:
        end = block_end(text, start, end)
    return Scalar(start, end, style, event.value)


def _entries(text: str, events: Iterator[Any], made: Collection) -> int:
    """Read a mapping's entries; gives where it ends."""
    for event in events:
        if isinstance(event, MappingEndEvent):
            return _end(made, event)
        key_start, key_end = event.start_mark.index, event.end_mark.index
        colon = after_space(text, key_end)
        value = _value(text, events)
        has_colon = text[colon : colon + 1] == ":"
        after = colon + 1 if has_colon else key_end
        made.slots.append(Slot(event.value, value, value, key_start, after))
    raise AssertionError("libyaml ends what it begins")


def _items(text: str, events: Iterator[Any], made: Collection) -> int:
    """Read a list's items; gives where it ends."""
    end = made.start
    for event in events:
        if isinstance(event, SequenceEndEvent):
            return _end(made, event)
        dash = event.start_mark.index if made.is_flow else after_space(text, end, comments=True)
        value = _value(text, events, event)
        made.slots.append(Slot(None, value, value, dash, dash if made.is_flow else dash + 1))
        end = made.slots[-1].end
    raise AssertionError("libyaml ends what it begins")


def _end(made: Collection, event: Any) -> int:
    """Where a collection's own text ends; libyaml counts what follows a block to it."""
    if made.is_flow or not made.slots:
        return int(event.end_mark.index)
    return made.slots[-1].end
