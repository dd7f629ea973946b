"""Texts beside the page are cut where a reader would cut them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendctl.document.writers.pdf.shortened import shortened


@pytest.mark.parametrize(
    ("text", "longest", "short"),
    [
        ("as long as it may be", 20, "as long as it may be"),
        ("as long as it may be, and more", 23, "as long as it may be…"),
        ("one two three", 11, "one two…"),
        ("w" * 30, 11, "w" * 10 + "…"),
        ("a " + "w" * 30, 11, "a wwwwwwww…"),  # a first word alone would say too little
        ("aaaae\u0301\u0323e", 7, "aaaa…"),
        ("aaaa\U0001f469\u200d\U0001f467b", 7, "aaaa…"),
        ("aaaa\U0001f44d\U0001f3fdbbb", 6, "aaaa…"),
        ("aaaa\U0001f1ec\U0001f1e7bbb", 6, "aaaa…"),
        ("\u0301" * 9, 4, "\u0301…"),
    ],
)
def test_where_it_is_cut(text: str, longest: int, short: str) -> None:
    assert shortened(text, longest) == short


@given(st.text(), st.integers(2, 30))
def test_any_text(text: str, longest: int) -> None:
    short = shortened(text, longest)
    assert len(short) <= longest
    assert short == text or short.endswith("…")
    assert text.startswith(short.removesuffix("…"))
    rest = text[len(short) - 1 :] if short != text else ""
    if len(short) > 2 and rest and not rest.startswith((" ", ",", ";", ":", "-")):
        assert not unicodedata.category(rest[0]).startswith("M")
