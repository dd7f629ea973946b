from __future__ import annotations

import pytest

from sendctl.edit.adding import next_id


@pytest.mark.parametrize(
    ("own", "taken", "expected"),
    [
        (["1.1", "1.2"], [], "1.3"),
        (["1.9"], [], "1.10"),
        (["1.10", "1.9"], [], "1.11"),
        (["1.1"], ["1.2", "1.3"], "1.4"),
        (["A1", "A2"], [], "A3"),
        (["A08", "A09"], [], "A10"),
        (["A0"], [], "A1"),
        (["1.1", "2.7"], [], "2.8"),
        (["2.0"], [], "2.1"),
        (["training"], [], "training.1"),
        (["7"], ["8"], "9"),
    ],
)
def test_next_id(own: list[str], taken: list[str], expected: str) -> None:
    assert next_id(own, [*own, *taken]) == expected
