"""The words of drop-downs, and the way back from them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sendctl.exchange.workbook.words import Choices, choices_of
from sendctl.plan import load_plan, load_tree
from sendctl.plan.tree import InMemory

DAY = date(2022, 9, 30)


def choices(shown: str = "", owners: str = "") -> Any:
    texts = {
        "plan.yaml": f"area: X\nkind: wsoa\nvocabulary:\n  shown: [{shown}]\n",
        "owners.yaml": owners or "{}",
    }
    loaded = load_tree(InMemory(Path("x"), {name: text.encode() for name, text in texts.items()}))
    assert loaded.findings == ()
    assert loaded.plan
    return choices_of(loaded.plan, DAY)


def test_the_words_of_the_example() -> None:
    plan = load_plan(Path(__file__).parents[3] / "plans" / "blackpool").plan
    assert plan
    found = choices_of(plan, DAY)
    # "Done" is not every complete action's word, and "On track" is no status.
    assert found["status"].offered == (
        "Not started",
        "In progress",
        "Complete",
        "Paused",
        "Stopped",
    )
    assert found["rating"].offered == ("On track", "Likely to miss its date", "Late")
    assert found["status"].value("done") == "complete"
    assert found["status"].value("On track") is None
    assert found["rating"].value("AT  RISK") == "at_risk"
    assert found["rating"].value("off_track") == "off_track"


def test_a_word_that_an_earlier_one_can_replace_is_not_shown() -> None:
    found = choices("{word: Late, rating: [off_track]}, {word: Under way, status: [in_progress]}")[
        "status"
    ]
    assert found.word("in_progress") == "In progress"
    assert found.value("under way") == "in_progress"


def test_a_word_for_two_statuses_is_shown_for_neither() -> None:
    found = choices("{word: Shut, status: [stopped]}, {word: shut, status: [complete]}")["status"]
    assert (found.word("stopped"), found.word("complete")) == ("Stopped", "Complete")


def test_a_word_with_two_readings_is_not_understood() -> None:
    found = choices("{word: Amber, status: [in_progress], impact: [emerging]}")["status"]
    assert found.value("Amber") is None


def test_owners_of_the_same_title_can_be_told_apart() -> None:
    found = choices(
        owners="bodies: {a: {name: North}, b: {name: South, until: 2022-06}}\n"
        "posts:\n  h1: {title: Head, body: a}\n  h2: {title: Head, body: b}\n"
        "  c1: {title: Clerk, body: a}\n  c2: {title: Clerk, body: a}\n"
    )["owner"]
    assert isinstance(found, Choices)
    assert [found.word(key) for key in ("h1", "h2", "c1", "c2")] == [
        "Head, North", "Head, South", "Clerk, North (c1)", "Clerk, North (c2)",
    ]  # fmt: skip
    assert all(found.value(found.word(key)) == key for key in ("h1", "h2", "c1", "c2", "a", "b"))
    assert found.value("Head") is None
    assert found.value("H1") == "h1"
    # A body that ended can be given nothing new to do.
    assert "South" not in found.offered


@pytest.mark.parametrize("name", ["unit", "direction", "state", "body kind", "impact"])
def test_fixed_words_come_back(name: str) -> None:
    found = choices()[name]
    assert found.offered
    assert {found.value(word) for word in found.offered} == set(found.words)
