"""The whole plan as JSON: what its schema says, and what can be read again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from sendctl.exchange.whole_plan import WholePlan, json_text, whole_plan
from sendctl.plan import Plan, load_plan
from sendctl.plan.files import FILES
from sendctl.plan.plain import plain
from sendctl.plan.public import public_plan
from sendctl.plan.schema import json_schema
from sendctl.plan.strand import Strand

ROOT = Path(__file__).parent.parent.parent
PLANS = [
    ROOT / "plans" / "blackpool",
    ROOT / "tests" / "plan" / "full",
    *sorted((ROOT / "tests/cases/good").glob("*/")),
]
TODAY = date(2022, 9, 30)


def read(folder: Path) -> Plan:
    plan = load_plan(folder).plan
    assert plan is not None
    return plan


@pytest.fixture(scope="module")
def validator() -> Draft7Validator:
    schema = json_schema(WholePlan)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("public", [False, True], ids=["whole", "public"])
def test_what_is_written_fits_the_schema(
    validator: Draft7Validator, folder: Path, public: bool
) -> None:
    plan = read(folder)
    written = json_text(
        whole_plan(public_plan(plan) if public else plan, plan.today(), public=public)
    )
    errors = [
        f"{list(error.absolute_path)}: {error.message}"
        for error in validator.iter_errors(json.loads(written))
    ]
    assert errors == []


def test_the_schema_refuses_what_is_never_written(validator: Draft7Validator) -> None:
    made = json.loads(json_text(whole_plan(read(PLANS[0]), TODAY)))
    for wrong in (
        {**made, "extra": 1},
        {**made, "measures": [{"title": "no id"}]},
        {**made, "computed": {**made["computed"], "position_as_at": "30 September"}},
        {key: value for key, value in made.items() if key != "plan"},
    ):
        assert not validator.is_valid(wrong)


@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_plain_values_are_read_as_the_same_item(folder: Path) -> None:
    for name, item in read(folder).files.items():
        model = FILES.get(name, type(item))
        as_text = json.loads(json.dumps(plain(item)), parse_int=str)
        assert model.model_validate(_words(as_text)) == item, name


def _words(value: object) -> object:
    """Numbers and flags as the text that a YAML file has for them."""
    if isinstance(value, dict):
        return {key: _words(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_words(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else value


def test_a_number_of_0_and_a_flag_that_is_false_against_its_default_are_kept() -> None:
    plan = read(ROOT / "tests" / "plan" / "full")
    strand = Strand.model_validate({"id": "1", "title": "t", "actions": [{"title": "a"}]})
    assert plain(strand) == {
        "id": "1", "title": "t", "actions": [{"title": "a", "status": "not_started"}],
    }  # fmt: skip
    fact = plain(plan.head)["local_data"][0]
    assert fact["people"] is False
    reading = next(one.baseline for one in plan.measures if one.baseline)
    assert plain(reading.model_copy(update={"numerator": 0}))["numerator"] == 0


def test_what_is_computed_stands_apart() -> None:
    plan = read(PLANS[0])
    made = json.loads(json_text(whole_plan(plan, TODAY)))
    computed = made["computed"]
    assert computed["position_as_at"] == "2022-09-30"
    written = [action for strand in made["strands"] for action in strand["actions"]]
    assert [one["id"] for one in computed["actions"]] == [one["id"] for one in written]
    assert not any("overdue" in action for action in written)
    late = [one["id"] for one in computed["actions"] if one.get("overdue")]
    assert late == [action.id for action in plan.actions if plan.is_overdue(action, TODAY)]
    assert len(computed["measures"]) == len(plan.measures)


def test_the_public_version_holds_nothing_internal() -> None:
    plan = read(PLANS[1])
    shown = public_plan(replace(plan))
    made = json_text(whole_plan(shown, TODAY, public=True))
    assert json.loads(made)["public"] is True
    assert "waivers" not in made
    assert "clearances" not in made


def test_several_plans_are_an_array() -> None:
    one = whole_plan(read(PLANS[0]), TODAY)
    assert [plan["name"] for plan in json.loads(json_text([one, one]))] == ["blackpool"] * 2
