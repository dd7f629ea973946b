from __future__ import annotations

import pytest

from sendctl.edit.order import key_order, keys_of, model_at
from sendctl.plan.action import Action, Owners
from sendctl.plan.base import Item
from sendctl.plan.files import FILES, FOLDERS
from sendctl.plan.governance import Risk
from sendctl.plan.measure import Checkpoint, Measure, Reading
from sendctl.plan.owners import Body, Holder, Post
from sendctl.plan.progress import Update
from sendctl.plan.strand import Strand


@pytest.mark.parametrize(
    ("file", "path", "model"),
    [
        ("strands/1.yaml", (), Strand),
        ("strands/1.yaml", ("actions", 3), Action),
        ("strands/1.yaml", ("actions", 3, "owners"), Owners),
        ("strands/1.yaml", ("actions", 3, "updates", 0), Update),
        ("measures.yaml", ("measures", 0), Measure),
        ("measures.yaml", ("measures", 0, "milestones", 1), Checkpoint),
        ("measures.yaml", ("measures", 0, "milestones", 1, "actual"), Reading),
        ("owners.yaml", ("bodies", "pcf"), Body),
        ("owners.yaml", ("posts", "head"), Post),
        ("people.yaml", ("people", "head", 0), Holder),
        ("risks.yaml", ("risks", 0), Risk),
        ("owners.yaml", ("bodies",), None),
        ("strands/1.yaml", ("actions", 3, "title"), None),
        ("strands/1.yaml", ("unknown", 3, "title"), None),
        ("unknown.yaml", (), None),
    ],
)
def test_model_at(file: str, path: tuple[str | int, ...], model: type | None) -> None:
    assert model_at(file, path) is model


def test_every_key_has_its_place() -> None:
    models: list[type[Item]] = [*FILES.values(), *FOLDERS.values(), Action, Measure, Risk, Update]
    for model in models:
        assert sorted(key_order(model)) == sorted(keys_of(model))


def test_an_action_begins_with_its_id_and_ends_with_what_happened() -> None:
    keys = key_order(Action)
    assert keys[:2] == ["id", "illustrative"]
    assert keys[-4:] == ["moved", "updates", "evidence", "note"]
    assert key_order(Strand)[-3:] == ["updates", "objectives", "actions"]
