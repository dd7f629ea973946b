from __future__ import annotations

import time

import pytest

from sendctl.findings import did_you_mean


@pytest.mark.parametrize(
    ("wrong", "known", "sentence"),
    [
        ("ttile", ["title", "tag"], "Did you mean 'title'?"),
        ("TITLE", ["title", "tag"], "Did you mean 'title'?"),
        ("w1", ["W1", "W2"], "Did you mean 'W1'?"),
        ("straße", ["STRASSE"], "Did you mean 'STRASSE'?"),
        ("zzz", ["b", "a", "b"], "Known here: a, b."),
        ("zzz", [str(number) for number in range(10)], "Known here: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9."),
        ("zzz", [str(number) for number in range(11)], ""),
        ("zzz", [], ""),
        ("", ["a"], "Known here: a."),
    ],
)
def test_the_sentence(wrong: str, known: list[str], sentence: str) -> None:
    assert did_you_mean(wrong, known) == sentence


def test_of_two_names_that_differ_in_case_only_the_same_one_is_offered_in_any_order() -> None:
    assert did_you_mean("leaf", ["Lead", "lead"]) == did_you_mean("leaf", ["lead", "Lead"])


def test_wrong_names_cost_little_however_long_or_many_the_names_are() -> None:
    start = time.perf_counter()
    for _ in range(20):
        did_you_mean("x" * 1_000_000, ["title"] * 10)
        did_you_mean("post-x", [f"post-{number}" for number in range(20_000)])
    assert time.perf_counter() - start < 5
