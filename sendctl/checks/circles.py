"""Circles in what refers to what: found once each, in linear time, however deep they go."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

Links = Mapping[str, Sequence[str]]
"""For each id, the ids that it refers to; ids that are no keys refer to nothing."""


def circles(links: Links) -> Iterator[list[str]]:
    """One circle for each knot of ids that all lead to one another.

    It begins with the knot's first id in the order of the mapping, and is the shortest through it.
    """
    rank = {key: number for number, key in enumerate(links)}
    for knot in _knots(links):
        first = min(knot, key=rank.__getitem__)
        yield _shortest(links, first, set(knot))


def _knots(links: Links) -> Iterator[list[str]]:
    """Tarjan's strongly connected components, without recursion; lone ids only if self-linked."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    for root in links:
        if root in number:
            continue
        trail = [(root, iter(links[root]))]
        number[root] = low[root] = len(number)
        stack.append(root)
        waiting.add(root)
        while trail:
            key, following = trail[-1]
            target = next(following, None)
            if target is None:
                trail.pop()
                if trail:
                    above = trail[-1][0]
                    low[above] = min(low[above], low[key])
                if low[key] == number[key]:
                    knot = _popped(stack, waiting, key)
                    if len(knot) > 1 or key in links[key]:
                        yield knot
            elif target in links and target not in number:
                number[target] = low[target] = len(number)
                stack.append(target)
                waiting.add(target)
                trail.append((target, iter(links[target])))
            elif target in waiting:
                low[key] = min(low[key], number[target])


def _popped(stack: list[str], waiting: set[str], last: str) -> list[str]:
    """The ids down to one, taken from the stack."""
    knot = []
    while True:
        key = stack.pop()
        waiting.discard(key)
        knot.append(key)
        if key == last:
            return knot


def _shortest(links: Links, start: str, knot: set[str]) -> list[str]:
    """The shortest way from an id back to itself inside its knot."""
    came_from: dict[str, str] = {}
    queue = deque([start])
    while queue:
        key = queue.popleft()
        for target in links[key]:
            if target == start:
                way = [key]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if target in knot and target not in came_from:
                came_from[target] = key
                queue.append(target)
    raise AssertionError(start)  # a knot always leads back
