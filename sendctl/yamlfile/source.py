"""One file as it was read: its text, its values, and where each value stands.

Positions are kept as one number a node in event order, and turned into lines and columns only
when a finding asks: most runs have no findings.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping
from typing import Any

from sendctl.findings import Finding, Span
from sendctl.findings.finding import Step

_BREAK = re.compile(r"\r\n|\n|\r")
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_LOW = (1 << 32) - 1
_WHITE = " \t\r\n"
"""White space in YAML; a no-break space belongs to the text."""


def packed(start: int, end: int) -> int:
    """Two character offsets as one 64-bit number."""
    return start << 32 | end


class Source:
    """A file's text, plain values and positions.

    Attributes:
        name: the path inside the plan folder, with "/".
        text: the decoded text; "" when the file could not be read.
        value: dict, list and str as written; an empty dict when the file does not parse.
        findings: what reading it found (SC0xx).
    """

    __slots__ = (
        "_children",
        "_empties",
        "_gaps",
        "_lines",
        "_marks",
        "_numbers",
        "_wide",
        "findings",
        "name",
        "text",
        "value",
    )

    def __init__(
        self,
        name: str,
        text: str = "",
        value: Any = None,
        marks: array[int] | None = None,
        empties: Mapping[tuple[int, str], int] | None = None,
        findings: tuple[Finding, ...] = (),
    ) -> None:
        self.name = name
        self.text = text
        self.value: Any = {} if value is None else value
        self.findings = findings
        self._marks = marks if marks is not None else array("Q")
        self._empties = empties or {}
        self._children: dict[int, array[int]] | None = None
        self._numbers: dict[int, dict[Step, int]] = {}
        self._lines: list[int] | None = None
        self._wide: list[int] | None = None
        self._gaps: dict[tuple[Step, ...], list[int]] = {}

    def give_up(self, reasons: Iterable[Finding]) -> None:
        """Count as a file that does not parse from now on, for these reasons."""
        self.value, self._marks, self._children = {}, array("Q"), None
        self.findings = (*self.findings, *reasons)

    def beyond_16_bits(self, line: int, column: int) -> int:
        """How many characters before this column of the line take two units of UTF-16."""
        if self._wide is None:
            self._wide = [match.start() for match in _WIDE.finditer(self.text)]
        starts = self._line_starts()
        if not self._wide or not 1 <= line <= len(starts):
            return 0
        start = starts[line - 1]
        return bisect_left(self._wide, start + column - 1) - bisect_left(self._wide, start)

    def line(self, number: int) -> str:
        """The text of one line, counted from 1, without its line break; "" past the end."""
        starts = self._line_starts()
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def span_between(self, start: int, end: int) -> Span:
        """Lines and columns of a stretch of characters, the white space at its end left out."""
        end = start + len(self.text[start:end].rstrip(_WHITE))
        return Span(*self._position(start), *self._position(max(end, start)))

    def leave_out(self, path: tuple[Step, ...]) -> None:
        """Note that the list item at this path, as written, is not in the plan.

        Later items have moved up in the plan; `span` still finds them where they stand.
        """
        *parent, index = path
        insort(self._gaps.setdefault(tuple(parent), []), int(index))

    def as_written(self, path: tuple[Step, ...]) -> tuple[Step, ...]:
        """A path into the plan as a path into the file.

        Items that were left out are counted again, and one value that stands for a list of it has
        no number.
        """
        written: tuple[Step, ...] = ()
        value: Any = self.value
        for step in path:
            if isinstance(step, int):
                if isinstance(value, str | dict):
                    continue
                for gap in self._gaps.get(written, ()):
                    if gap > step:
                        break
                    step += 1  # noqa: PLW2901 - each gap before it shifts it by one
            written = (*written, step)
            value = _inside(value, step)
        return written

    def span(self, path: tuple[Step, ...], *, on_key: bool = False) -> Span:
        """Where a value stands; for one that is missing, the nearest thing around it.

        Args:
            path: keys and indices as written in the file.
            on_key: the key at the end of the path instead of its value.
        """
        if not self._marks:
            return Span()
        value, node = self.value, 0
        for depth, step in enumerate(path):
            empty = self._empties.get((id(value), str(step)))
            if empty is not None:
                return self.span_between(empty >> 32, empty & _LOW)
            child = self._child(value, step)
            if child is None:
                break
            node = child
            value = value[step]
            if isinstance(step, str):
                if on_key and depth == len(path) - 1:
                    return self._span_of(node, whole=True)
                node += 1
        return self._span_of(node, whole=isinstance(value, str))

    def _span_of(self, node: int, *, whole: bool) -> Span:
        """A scalar whole; of a mapping or list only its first line, where its name stands."""
        start, end = self._marks[node] >> 32, self._marks[node] & _LOW
        span = self.span_between(start, end)
        if span.end_line > span.line and not whole:
            width = len(self.line(span.line).rstrip())
            return Span(span.line, span.column, span.line, max(width + 1, span.column))
        return span

    def _child(self, value: Any, step: Step) -> int | None:
        """The number of the child's first node: the key in a mapping, the item in a list."""
        if isinstance(value, dict):
            numbers = self._numbers.get(id(value))
            if numbers is None:
                numbers = dict(zip(value, self._index()[id(value)], strict=True))
                self._numbers[id(value)] = numbers
            return numbers.get(step)
        if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            return self._index()[id(value)][step]
        return None

    def _index(self) -> dict[int, array[int]]:
        """For each mapping and list, the node numbers of its children, made once when needed."""
        if self._children is None:
            self._children = {}
            self._number(self.value, 0, self._children)
        return self._children

    def _number(self, value: Any, node: int, children: dict[int, array[int]]) -> int:
        """Number the nodes below a value in event order; gives the next free number."""
        if not isinstance(value, (dict, list)):
            return node + 1
        firsts = array("Q")
        is_mapping = isinstance(value, dict)
        node += 1
        for child in list(value.values()) if isinstance(value, dict) else value:
            firsts.append(node)
            node = self._number(child, node + is_mapping, children)
        children[id(value)] = firsts
        return node

    def _line_starts(self) -> list[int]:
        if self._lines is None:
            self._lines = [0, *(match.end() for match in _BREAK.finditer(self.text))]
        return self._lines

    def _position(self, offset: int) -> tuple[int, int]:
        starts = self._line_starts()
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1


def _inside(value: Any, step: Step) -> Any:
    """What stands at a key or index; None when nothing does."""
    if isinstance(value, dict):
        return value.get(step)
    is_there = isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value)
    return value[step] if is_there else None
