from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendctl.document.colour import contrast, mixed, readable

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_known_contrasts() -> None:
    """The ends of the scale, and a pair that WebAIM's checker gives as 4.54 and 4.48."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@given(COLOURS, COLOURS)
def test_contrast_has_no_order(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one) >= 1


@given(COLOURS)
def test_any_colour_can_be_made_readable(colour: str) -> None:
    assert contrast(readable(colour, "#ffffff", "#000000"), "#ffffff") >= 4.5


def test_one_that_can_be_read_stays() -> None:
    assert readable("#12436d", "#ffffff", "#000000") == "#12436d"
    assert mixed("#000000", "#ffffff", 50) == "#808080"
