"""Circles are found once each, in linear time, however deep."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendctl.checks.circles import circles


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ({}, []),
        ({"a": ["b"], "b": ["c"]}, []),
        ({"a": ["a"]}, [["a"]]),
        ({"a": ["b"], "b": ["a"]}, [["a", "b"]]),
        ({"b": ["a"], "a": ["b"]}, [["b", "a"]]),
        ({"x": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]}, [["a", "b", "c"]]),
        # a knot of two circles is told by the shortest through its first id
        ({"a": ["b", "c"], "b": ["d"], "d": ["a"], "c": ["a"]}, [["a", "c"]]),
        ({"a": ["b"], "b": ["a"], "c": ["d", "a"], "d": ["c"]}, [["a", "b"], ["c", "d"]]),
        ({"a": ["b", "b", "none"], "b": ["a"]}, [["a", "b"]]),
    ],
)
def test_circles(links: dict[str, list[str]], expected: list[list[str]]) -> None:
    assert sorted(circles(links)) == expected


KEYS = st.sampled_from("abcdefgh")


@given(st.dictionaries(KEYS, st.lists(KEYS, max_size=3)))
def test_circles_are_real_and_complete(links: dict[str, list[str]]) -> None:
    found = list(circles(links))
    for circle in found:
        assert len(set(circle)) == len(circle)
        for key, target in zip(circle, [*circle[1:], circle[0]], strict=True):
            assert target in links[key]
    in_knots = [
        {other for other in _reached(links, circle[0]) if circle[0] in _reached(links, other)}
        for circle in found
    ]
    for one, knot in enumerate(in_knots):
        assert all(knot.isdisjoint(other) for other in in_knots[one + 1 :])
    assert set().union(*in_knots) == {key for key in links if key in _reached(links, key)}


def _reached(links: dict[str, list[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for target in links.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


class _Counted(list[str]):
    """Targets that count how often they are gone through."""

    reads = 0

    def __iter__(self) -> Iterator[str]:
        _Counted.reads += 1
        return super().__iter__()


@pytest.mark.parametrize("size", [1_000, 30_000])
def test_a_long_circle_takes_linear_time(size: int) -> None:
    _Counted.reads = 0
    links = {str(number): _Counted([str((number + 1) % size)]) for number in range(size)}
    (circle,) = circles(links)
    assert len(circle) == size
    assert _Counted.reads == 2 * size
