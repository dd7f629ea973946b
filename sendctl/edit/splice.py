"""The changes of a tree as the fewest changes of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sendctl.edit import flow
from sendctl.edit.lines import (
    after_space,
    begins_line,
    column,
    line_before,
    line_break,
    line_end,
    line_start,
    without_break,
)
from sendctl.edit.nodes import Collection, Node, Scalar, Slot
from sendctl.edit.render import Writer, in_flow, key_text, manner_of
from sendctl.edit.scalars import Written, line_scalar, new_style


class Splice(NamedTuple):
    """A stretch of the text, and what comes in its place."""

    start: int
    end: int
    text: str = ""


def spliced(text: str, root: Collection) -> str:
    """The text with the changes noted in its tree.

    Args:
        text: what the tree was made of; its last line has a line break.
        root: its top mapping, pruned.
    """
    return apply_splices(text, Splicer(text, root).collection(root))


def apply_splices(text: str, splices: Iterable[Splice]) -> str:
    """The text with some stretches replaced; those at one place in the order they are given."""
    made, at = [], 0
    for start, end, new in sorted(splices, key=lambda one: one.start):
        made += [text[at:start], new]
        at = max(at, end)
    return "".join([*made, text[at:]])


class Splicer:
    """Finds the splices of one text."""

    def __init__(self, text: str, root: Collection) -> None:
        self._text = text
        self._root = root
        self._writer = Writer(manner_of(root))
        self._break = line_break(text)

    def collection(self, here: Collection, *, at_top: bool = False) -> Iterator[Splice]:
        """All splices in a mapping or list that stays.

        Args:
            here: the mapping or list.
            at_top: whether it stands directly under a key of the file.
        """
        if not here.is_touched:
            return
        for slot in here.slots:
            if not slot.stays:
                continue
            if slot.is_replaced:
                yield from self._in_flow(slot) if here.is_flow else self._in_block(slot)
            elif isinstance(slot.now, Collection):
                yield from self.collection(slot.now, at_top=here is self._root)
        if here.is_flow:
            yield from (Splice(*one) for one in flow.splices(self._text, here))
        else:
            yield from self._removals(here)
            yield from self._additions(here, at_top=at_top)

    # What goes

    def _removals(self, here: Collection) -> Iterator[Splice]:
        """Whole lines; but the first entry can share its line with a dash, which stays."""
        slots = [slot for slot in here.slots if not slot.is_new]
        rest = slots
        if slots[0].is_removed and not begins_line(self._text, slots[0].start):
            number = next((n for n, slot in enumerate(slots) if slot.stays), len(slots))
            rest = slots[number:]
            last = slots[number - 1]
            behind = line_end(self._text, last.end)
            if not rest or self._text[behind : rest[0].start].strip():  # a comment there stays
                yield Splice(slots[0].start, behind - len(self._break))
            else:
                yield Splice(slots[0].start, rest[0].start)
        for before, slot in pairwise([None, *rest]):
            if slot and slot.is_removed:
                yield self._lines_of(slot, before.end if before else 0)

    def _lines_of(self, slot: Slot, floor: int) -> Splice:
        """The lines of an entry, and of a list item one empty line before it.

        Args:
            slot: the entry.
            floor: where the one before it ends: the empty line can be part of that.
        """
        start = line_start(self._text, slot.start)
        before = line_before(self._text, start)
        if slot.name is None and before >= floor and not self._text[before:start].strip():
            start = before
        return Splice(start, line_end(self._text, slot.end))

    # What comes

    def _additions(self, here: Collection, *, at_top: bool) -> Iterator[Splice]:
        """New entries stand below the one before them; without one, at the top."""
        behind: Slot | None = None
        waiting: list[Slot] = []
        for slot in here.slots:
            if slot.is_new and not slot.is_removed:
                waiting.append(slot)
            elif slot.stays:
                yield from self._added(here, waiting, behind, at_top=at_top)
                behind, waiting = slot, []
        yield from self._added(here, waiting, behind, at_top=at_top)

    def _added(
        self, here: Collection, new: Sequence[Slot], behind: Slot | None, *, at_top: bool
    ) -> Iterator[Splice]:
        if not new:
            return
        there = [slot for slot in here.slots if not slot.is_new]
        at = column(self._text, there[0].start)
        blocks = [self._block(here, slot, at, behind or there[0]) for slot in new]
        gap = "" if here.is_mapping or not self._is_airy(there, at_top=at_top) else self._break
        if behind:
            gap = "" if self._takes_breaks(behind) else gap
            end = line_end(self._text, behind.end)
            yield Splice(end, end, "".join(gap + block for block in blocks))
            return
        start = there[0].start
        if begins_line(self._text, start):
            start -= at
            yield Splice(start, start, "".join(block + gap for block in blocks))
        else:  # it shares its line with a dash: what is new goes between the two
            made = "".join(block.lstrip(" ") + gap + " " * at for block in blocks)
            yield Splice(start, start, made)

    def _takes_breaks(self, slot: Slot) -> bool:
        """Whether an entry ends with a block scalar to which empty lines below belong."""
        last = slot.old
        while isinstance(last, Collection) and not last.is_flow:
            last = last.slots[-1].old
        if not isinstance(last, Scalar) or last.style not in {"|", ">"}:
            return False
        return "+" in self._text[last.start : last.start + 3]

    def _is_airy(self, there: Sequence[Slot], *, at_top: bool) -> bool:
        """Whether an empty line stands between the items of a list."""
        if len(there) < 2:  # noqa: PLR2004 - nothing to compare
            return at_top and _is_flow(there[0]) is False
        between = self._text[line_end(self._text, there[-2].end) : there[-1].start]
        return not between.partition("\n")[0].strip() and "\n" in between

    def _block(self, here: Collection, slot: Slot, at: int, beside: Slot) -> str:
        """A new entry as whole lines."""
        lead = " " * at
        if here.is_mapping:
            head = f"{lead}{key_text(slot.name or '')}:"
            written = self._writer.value(slot.now, at, len(head) + 1)
        else:
            head = f"{lead}-"
            style = _style(beside.old)
            quotes = style if style in {"'", '"'} else None
            written = self._writer.item(slot.now, at, style=quotes, flow=_is_flow(beside))
        return "".join(line + self._break for line in [head + written.inline, *written.lines])

    # What is replaced

    def _in_flow(self, slot: Slot) -> Iterator[Splice]:
        """Another value in brackets."""
        old = slot.old
        if old is None:
            yield Splice(slot.after, slot.after, " " + in_flow(slot.now))
        else:
            yield Splice(old.start, old.end, in_flow(slot.now, _style(old)))

    def _in_block(self, slot: Slot) -> Iterator[Splice]:
        """Another value behind a colon or dash."""
        old, text = slot.old, self._text
        if old is None:
            yield from self._behind(slot.after, slot.after, self._written(slot))
        elif isinstance(old, Scalar) and old.style in {"|", ">"}:
            yield from self._for_block_scalar(slot, old)
        elif line_start(text, old.start) == line_start(text, slot.start):
            yield from self._behind(slot.after, old.end, self._written(slot))
        elif isinstance(old, Scalar) or old.is_flow:
            # It stands below its key, and a comment can stand between them.
            yield Splice(old.start, old.end, _in_line(slot.now, _style(old)))
        else:
            yield Splice(slot.after, slot.after, " " + _in_line(slot.now))
            yield Splice(line_start(text, old.start), line_end(text, old.end))

    def _for_block_scalar(self, slot: Slot, old: Scalar) -> Iterator[Splice]:
        """Its head is replaced, but not the comment behind it, and the lines below."""
        text = self._text
        head = old.start + 1
        while text[head] in "+-0123456789":
            head += 1
        below = line_end(text, old.start)
        written = self._written(slot, self._indent(old))
        yield Splice(old.start, head, written.inline.lstrip(" "))
        yield Splice(below, old.end, self._joined(written.lines))

    def _indent(self, old: Scalar) -> int:
        """How far the lines of a block scalar are indented; 0 when it has none."""
        below = self._text[line_end(self._text, old.start) : old.end]
        first = next((line for line in below.splitlines() if line.strip()), "")
        return len(first) - len(first.lstrip(" "))

    def _written(self, slot: Slot, indent: int = 0) -> Written:
        """The new value, with the space before it."""
        at = column(self._text, slot.start)
        style = _style(slot.old)
        if slot.name is None:
            return self._writer.item(slot.now, at, style=style, indent=indent)
        used = column(self._text, slot.after) + 1
        return self._writer.value(slot.now, at, used, style, indent=indent)

    def _behind(self, after: int, end: int, written: Written) -> Iterator[Splice]:
        """A value in the line of its colon; its further lines stand below a comment there."""
        text = self._text
        end = max(without_break(text, end), after)
        start = after_space(text, after) if end > after else after
        inline = written.inline.lstrip(" ") if end > after and written.inline else written.inline
        yield Splice(start if written.inline else after, end, inline)
        if written.lines:
            below = line_end(text, end)
            yield Splice(below, below, self._joined(written.lines))

    def _joined(self, lines: Iterable[str]) -> str:
        return "".join(line + self._break for line in lines)


def _in_line(node: Node | None, style: str | None = None) -> str:
    """A value in one line of a block."""
    if isinstance(node, Scalar):
        return line_scalar(node.value, new_style(node.value) if style is None else style)
    return in_flow(node)


def _style(old: object) -> str | None:
    """How a text is written that is replaced; None when what stands there is no text."""
    return old.style if isinstance(old, Scalar) else None


def _is_flow(beside: Slot) -> bool | None:
    """Whether an item is written in brackets; None when it is a text."""
    return beside.old.is_flow if isinstance(beside.old, Collection) else None
