"""What running a template may cost: steps of loops, and letters put together on the way.

Both are counted, not timed, so that the same template comes to the same end on every computer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sized
from typing import Any, Final, cast

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import markup_join
from jinja2.visitor import NodeTransformer

_MOST_STEPS: Final = 2_000_000
_MOST_LETTERS: Final = 50_000_000


class Budget:
    """Counts what one document's templates do, and stops them when it is too much."""

    def __init__(self) -> None:
        self._steps_left = _MOST_STEPS
        self._letters_left = _MOST_LETTERS

    def steps(self, number: int) -> None:
        """Count steps.

        Raises:
            SecurityError: there were too many.
        """
        self._steps_left -= number
        if self._steps_left < 0:
            raise SecurityError(f"A template may take {_MOST_STEPS:,} steps, no more.")

    def letters(self, number: int) -> None:
        """Count letters before they are put together.

        Raises:
            SecurityError: there were too many.
        """
        self._letters_left -= number
        if self._letters_left < 0:
            raise SecurityError("A template may make 50 MB, no more.")

    def counted(self, items: Iterable[Any]) -> Iterable[Any]:
        """What a loop goes through."""
        if not isinstance(items, Sized):
            items = list(items)
        self.steps(len(items))
        return items

    def together(self, parts: list[Any]) -> str:
        """What `~` makes of its parts."""
        self.letters(sum(len(str(part)) for part in parts))
        return markup_join(parts)

    def replace(self, text: Any, old: str, new: str) -> Any:
        """Jinja's filter of this name, without its count."""
        text = text if isinstance(text, str) else str(text)
        self.letters(len(text) + text.count(old) * len(new))
        return text.replace(old, new)

    def plus(self, left: Any, right: Any) -> None:
        """Before two texts or lists are added."""
        self.letters(sum(len(side) for side in (left, right) if isinstance(side, Sized)))


class CountedTree(NodeTransformer):
    """Puts the counting into a template that was read: into its loops and its `~`."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - the name of the node
        """A loop goes through what is counted first."""
        self.generic_visit(node)
        node.iter = _filtered(cast("nodes.Expr", node.iter), "_counted")
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        """Texts are measured before they are joined."""
        self.generic_visit(node)
        return _filtered(nodes.List(node.nodes, lineno=node.lineno), "_together")


def _filtered(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
