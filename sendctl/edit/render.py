"""New values as YAML, in the manner of the file around them."""

from __future__ import annotations

from dataclasses import dataclass

from sendctl.edit.nodes import Collection, Node, Scalar
from sendctl.edit.scalars import Written, block_scalar, flow_scalar, new_style

WIDTH = 110
"""Characters in a line; what is longer goes onto several."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a file is laid out.

    Attributes:
        step: spaces by which a mapping is indented below its key.
        dash: spaces by which a list's dashes are indented below its key.
    """

    step: int = 2
    dash: int = 2


def manner_of(root: Collection) -> Manner:
    """The manner of a file, by the first mapping and the first list in blocks in it."""
    found: dict[bool, int] = {}
    waiting = [root]
    while waiting and len(found) < 2:  # noqa: PLR2004 - mappings and lists
        here = waiting.pop(0)
        for slot in here.slots:
            inner = slot.old
            if isinstance(inner, Collection) and not inner.is_flow:
                waiting.append(inner)
                if here.is_mapping:
                    found.setdefault(inner.is_mapping, inner.column - here.column)
    return Manner(found.get(True, 2), found.get(False, 2))


def in_flow(node: Node | None, style: str | None = None) -> str:
    """A value in one line.

    Args:
        node: the value.
        style: how the text in its place is quoted; None when it is new.
    """
    if node is None:
        return ""
    if isinstance(node, Scalar):
        return flow_scalar(node.value, new_style(node.value) if style is None else style)
    if node.is_mapping:
        return "{" + ", ".join(flow_pair(s.name or "", s.now) for s in node.live()) + "}"
    return "[" + ", ".join(in_flow(slot.now) for slot in node.live()) + "]"


def flow_pair(name: str, node: Node | None) -> str:
    """An entry of a mapping in brackets."""
    return f"{key_text(name)}: {in_flow(node)}".rstrip()


def key_text(name: str) -> str:
    """A key as it is written before its colon."""
    return flow_scalar(name, is_key=True)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes values into blocks of one file."""

    manner: Manner

    def value(
        self,
        node: Node | None,
        column: int,
        used: int,
        style: str | None = None,
        *,
        indent: int = 0,
    ) -> Written:
        """A value behind a colon, with the space before it.

        Args:
            node: the value.
            column: of its key, in characters from 0.
            used: characters of the line before it, the space before it included.
            style: how the text in its place is written; None when it is new.
            indent: of the lines of a block scalar, when the one in its place has any.
        """
        if isinstance(node, Collection) and node.slots:
            if self._fits(node, used):
                return Written(" " + in_flow(node))
            offset = self.manner.step if node.is_mapping else self.manner.dash
            return Written("", tuple(self.lines(node, column + offset)))
        return self._spaced(node, indent or column + self.manner.step, used, style)

    def item(
        self,
        node: Node | None,
        column: int,
        *,
        style: str | None = None,
        flow: bool | None = None,
        indent: int = 0,
    ) -> Written:
        """A list item behind its dash, with the space before it.

        Args:
            node: the item.
            column: of the dash, in characters from 0.
            style: how texts in its place are written; None when it is the first one.
            flow: whether it goes into brackets if there is room; None if it has no id of its own.
            indent: of the lines of a block scalar, when the one in its place has any.
        """
        if isinstance(node, Collection) and node.slots:
            in_line = not node.find("id") if flow is None else flow
            if in_line and self._fits(node, column + 2):
                return Written(" " + in_flow(node))
            first, *others = self.lines(node, column + 2)
            return Written(" " + first[column + 2 :], tuple(others))
        return self._spaced(node, indent or column + 2, column + 2, style)

    def lines(self, node: Collection, column: int) -> list[str]:
        """A mapping or list in a block, each line indented."""
        lead, made = " " * column, []
        for slot in node.live():
            if node.is_mapping:
                head = f"{lead}{key_text(slot.name or '')}:"
                written = self.value(slot.now, column, len(head) + 1)
            else:
                head = f"{lead}-"
                written = self.item(slot.now, column)
            made += [head + written.inline, *written.lines]
        return made

    def _spaced(self, node: Node | None, indent: int, used: int, style: str | None) -> Written:
        if not isinstance(node, Scalar):
            return Written(" " + in_flow(node) if node else "")
        if style is None:
            style = new_style(node.value)
        written = block_scalar(node.value, style, indent, WIDTH - used, WIDTH)
        return Written(" " + written.inline, written.lines)

    def _fits(self, node: Collection, used: int) -> bool:
        """Whether a new mapping or list goes into brackets: it is short, flat and no prose."""
        if node.is_mapping:
            flat = all(_is_flat(slot.now) for slot in node.live())
        else:
            flat = not any(
                isinstance(slot.now, Collection) or (slot.now and " " in slot.now.value)
                for slot in node.live()
            )
        return flat and used + len(in_flow(node)) <= WIDTH


def _is_flat(node: Node | None) -> bool:
    """Whether a value is a text of one line, or a list of such."""
    if isinstance(node, Collection):
        return not node.is_mapping and all(
            isinstance(slot.now, Scalar) and _is_flat(slot.now) for slot in node.live()
        )
    return node is None or "\n" not in node.value
