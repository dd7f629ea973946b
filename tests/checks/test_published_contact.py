"""SC633: a plan that is approved for publication says how to reach the area."""

from __future__ import annotations

from collections.abc import Callable

Told = Callable[..., list[str]]

HEAD = "area: Exampleshire\nkind: wsoa\n"
OWNERS = "bodies: {council: {name: Council}}\n"
WAYS = "  contact: Ask us.\n  other_formats: Ask us.\n"
APPROVED = "  approved: {on: 2022-09-21, by: council}\n"


def of_sc633(places: list[str]) -> list[str]:
    return [place for place in places if place.startswith("SC633")]


def test_only_what_is_missing(told: Told) -> None:
    found = told(plan=f"{HEAD}public:\n{WAYS}{APPROVED}", owners=OWNERS)
    assert of_sc633(found) == ["SC633 plan:4:3"]
    found = told(plan=f"{HEAD}public:\n{APPROVED}", owners=OWNERS)
    assert of_sc633(found) == ["SC633 plan:4:3"] * 3


def test_nothing_before_somebody_approved_or_when_all_is_there(told: Told) -> None:
    assert of_sc633(told(plan=f"{HEAD}public:\n{WAYS}", owners=OWNERS)) == []
    whole = f"{HEAD}public:\n{WAYS}  feedback: Tell us.\n{APPROVED}"
    assert of_sc633(told(plan=whole, owners=OWNERS)) == []
