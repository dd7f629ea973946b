from __future__ import annotations

from pathlib import Path

import pytest

from sendctl.findings import Place
from sendctl.plan import Plan, load_plan
from sendctl.plan.named import KINDS, NotNamed, find_named, named_items

FILES = {
    "plan.yaml": "area: X\nkind: wsoa\nsteps: [{id: s1, title: S, due: 2022-08}]\n",
    "owners.yaml": "bodies: {x: {name: X}}\nposts: {head: {title: Head}}\n",
    "weaknesses.yaml": "weaknesses: [{id: '1', wording: W}]\n",
    "measures.yaml": "measures: [{id: M1, title: M}]\n",
    "risks.yaml": "risks: [{id: R1, title: R}]\n",
    "governance.yaml": "boards: [{id: board, title: B}]\n",
    "strands/1.yaml": "id: '1'\ntitle: S\nobjectives: [{id: 1.A, title: O}]\n"
    "actions: [{id: '1.1', title: A}, {id: '1.10', title: A}, {title: no id}]\n",
}


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    (tmp_path / "strands").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    plan = load_plan(tmp_path).plan
    assert plan
    return plan


def test_everything_with_a_name_is_found_by_it(plan: Plan) -> None:
    everything = list(named_items(plan))
    assert {one.kind for one in everything} == set(KINDS)
    for one in everything:
        assert find_named(plan, one.full) == one
    assert find_named(plan, "1.10").place == Place("strands/1.yaml", ("actions", 1))
    assert find_named(plan, "head").place == Place("owners.yaml", ("posts", "head"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1", "'1' can be more than one thing; type weakness:1 or strand:1."),
        ("1.11", "Nothing in the plan has the id '1.11'. Did you mean '1.1'?"),
        ("action:R1", "Nothing in the plan has the id 'action:R1'."),
        ("risk:R2", "Nothing in the plan has the id 'risk:R2'. Known here: R1."),
        ("", "Nothing in the plan has the id ''."),
    ],
)
def test_a_name_that_is_not_one(plan: Plan, text: str, message: str) -> None:
    with pytest.raises(NotNamed) as caught:
        find_named(plan, text)
    assert str(caught.value).startswith(message)


def test_an_id_that_stands_twice(plan: Plan) -> None:
    (plan.folder / "risks.yaml").write_text("risks: [{id: R1, title: R}, {id: R1, title: S}]\n")
    twice = load_plan(plan.folder).plan
    assert twice
    with pytest.raises(NotNamed, match="'R1' is the id of 2 risks; give them two"):
        find_named(twice, "R1")
