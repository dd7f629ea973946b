"""The public version of a plan holds what is marked public, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sendctl.plan import Plan, load_plan
from sendctl.plan.audience import Audience
from sendctl.plan.base import Item
from sendctl.plan.plan import children
from sendctl.plan.public import audience_of, fields_of, public_plan
from tests.plan.test_models import FULL, MODELS
from tests.report.full_plan import full_plan

Made = Callable[..., Plan]


@pytest.fixture(scope="module")
def full() -> Plan:
    plan = load_plan(FULL).plan
    assert plan
    return plan


def items(plan: Plan) -> Iterator[Item]:
    waiting = list(plan.files.values())
    while waiting:
        item = waiting.pop()
        yield item
        waiting.extend(children(item))


def test_no_model_needs_a_field_that_it_may_not_show() -> None:
    inside = {"Clearance", "Holder", "Waiver"}  # only ever in fields that are not public
    for model in MODELS:
        if model.__name__ in inside - {"Holder"}:
            with pytest.raises(TypeError, match="neither public nor optional"):
                fields_of(model)
        else:
            assert {field.name for field in fields_of(model)} == set(model.model_fields)


def test_every_field_that_is_not_public_is_as_if_it_were_not_written(full: Plan) -> None:
    seen = set()
    for item in items(public_plan(full)):
        for name, field in type(item).model_fields.items():
            audience = audience_of(field.metadata)
            if audience is Audience.INTERNAL:
                assert getattr(item, name) == field.get_default(), (type(item).__name__, name)
                assert name not in item.model_fields_set
                seen.add((type(item).__name__, name))
    assert ("Action", "resources") in seen
    assert ("Reading", "numerator") in seen
    assert ("Head", "waivers") in seen
    assert len(seen) > 15


def test_what_is_public_is_as_it_was(make_plan: Made) -> None:
    made = full_plan()
    made.files["plan.yaml"]["public"]["threshold"] = "0"
    plan = make_plan(made.files)
    shown = public_plan(plan)
    assert list(shown.files) == list(plan.files)
    for one, other in zip(plan.strands[0].actions, shown.strands[0].actions, strict=True):
        for name in ("due", "owners", "success", "updates", "moved", "measures"):
            assert getattr(one, name) == getattr(other, name)
    assert shown.head.events.keys() == plan.head.events.keys()
    assert [event.note for event in shown.head.events.values()] == [None]
    assert shown.measures[0].target == plan.measures[0].target


def test_the_plan_itself_stays_as_it_is_and_twice_is_once(full: Plan) -> None:
    once = public_plan(full)
    assert full == load_plan(FULL).plan
    assert once != full
    assert public_plan(once) == once


@pytest.mark.parametrize(("names", "shown"), [("true", ["Jo Woodhouse"]), ("false", [])])
def test_people_are_named_only_where_the_plan_allows_it(
    make_plan: Made, names: str, shown: list[str]
) -> None:
    files = {
        "owners.yaml": {"posts": {"head": {"title": "Head"}}},
        "people.yaml": {"people": {"head": "Jo Woodhouse"}},
    }
    plan = public_plan(make_plan(files, public={"names": names}))
    held = [holder.name for holders in plan.people.people.values() for holder in holders]
    assert held == shown


def _strand(**more: Any) -> dict[str, Any]:
    return {"strands/1.yaml": {"id": "1", "title": "Waits", **more}}


def test_plain_words_come_before_official_ones(make_plan: Made) -> None:
    action = {"id": "1.1", "title": "Commission capacity", "plain": "We will hire two therapists."}
    objective = {"id": "1.A", "title": "Optimise pathways", "plain": "Shorter waits."}
    strand = _strand(
        plain="Shorter waits for therapy.", description="Whole-system capacity.",
        objectives=[objective], actions=[action, {"id": "1.2", "title": "Hire"}],
    )  # fmt: skip
    weaknesses = {"weaknesses": [{"id": "1", "wording": "Waits.", "plain": "You waited too long."}]}
    measures = {"measures": [{"id": "M1", "title": "Weeks to assessment", "plain": "Your wait"}]}
    plan = public_plan(
        make_plan({**strand, "weaknesses.yaml": weaknesses, "measures.yaml": measures})
    )
    shown = plan.strands[0]
    assert (shown.title, shown.plain, shown.description) == (
        "Waits", "Shorter waits for therapy.", None,
    )  # fmt: skip
    assert [(one.title, one.plain) for one in shown.actions] == [
        ("We will hire two therapists", None),
        ("Hire", None),
    ]
    assert (shown.objectives[0].title, shown.objectives[0].plain) == ("Shorter waits", None)
    # The inspectors' words, and what exactly is counted, stay.
    assert (plan.weaknesses[0].wording, plan.weaknesses[0].plain) == (
        "Waits.", "You waited too long.",
    )  # fmt: skip
    assert (plan.measures[0].title, plan.measures[0].plain) == ("Weeks to assessment", "Your wait")


@pytest.mark.parametrize(
    "plain", ["First.\n\nSecond.", "With **bold** words", "[a](https://x.org)"]
)
def test_plain_words_that_are_no_title_stay_below_it(make_plan: Made, plain: str) -> None:
    action = {"id": "1.1", "title": "Commission", "plain": plain}
    shown = public_plan(make_plan(_strand(actions=[action]))).actions[0]
    assert (shown.title, shown.plain) == ("Commission", plain)


def test_the_way_to_an_item_is_the_same(full: Plan) -> None:
    shown = public_plan(full)
    for one, other in zip(full.actions, shown.actions, strict=True):
        assert full.place(one) == shown.place(other)
    assert shown.folder == full.folder == Path(FULL)
