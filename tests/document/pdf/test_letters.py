from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendctl.document.writers.pdf.letters import shown

SURE = "\u200b\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2192\u2264\u2265"


def latin(letters: str) -> bool:
    return all(ord(letter) < 0x250 or letter in "□✓" for letter in letters)


def refused(letters: str) -> bool:
    raise AssertionError(f"no trial is needed for {letters!r}")


@pytest.mark.parametrize("text", ["", "Plain \u2013 “text”…", "Ŵyn £5 → €6"])
def test_usual_letters_need_no_trial(text: str) -> None:
    assert shown(text, refused) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("✓ done", "✓ done"),
        ("中文 x", "□□ x"),
        ("a 👩🏽‍🦽 b", "a □ b"),
        ("❤️ x", "□ x"),
        ("🇬🇧", "□□"),
        ("\ue000\U000f0000", "□□"),
        ("a\ufeffb", "ab"),
        ("✓中✓", "✓□✓"),
    ],
)
def test_what_cannot_be_shown_is_a_box(text: str, expected: str) -> None:
    assert shown(text, latin) == expected


@given(st.text())
def test_nothing_is_left_that_cannot_be_shown(text: str) -> None:
    assert all(latin(letter) or letter in SURE for letter in shown(text, latin))


def test_trials_are_few() -> None:
    count = 0

    def counting(letters: str) -> bool:
        nonlocal count
        count += 1
        return latin(letters)

    everything = "".join(map(chr, range(0x4E00, 0x9FFF)))
    assert set(shown(everything, counting)) == {"□"}
    assert count <= 200
