"""No rule takes more than linear time, even where every line is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from time import process_time

import pytest

from sendctl import load_plan
from sendctl.checks import Rule, all_rules
from sendctl.plan import Plan

SMALL, TIMES = 250, 8
TODAY = date(2022, 9, 30)


def write(folder: Path, size: int) -> Plan:
    """A plan with so many of everything, each with a mistake or two."""
    numbers = range(size)
    texts = {
        "plan.yaml": "area: A\nkind: wsoa\nframework: area-send-2016\n"
        "events: {report_received: 2022-05-19, wsoa_judged_fit: 2022-08-01}\n"
        f"authorities: [{', '.join(f'b{n}' for n in numbers)}]\nsignoff:\n"
        + "".join(f"  - {{post: p{n}, on: 2022-12-01}}\n" for n in numbers)
        + "steps:\n"
        + "".join(f"  - {{id: s{n}, title: A, due: 2022-08-01, owner: p{n}}}\n" for n in numbers),
        "owners.yaml": "bodies:\n"
        + "".join(f"  b{n}: {{name: A CCG, kind: health, successor: icb}}\n" for n in numbers)
        + "  icb: {name: NHS A ICB, kind: health, from: 2022-01-01}\nposts:\n"
        + "".join(f"  p{n}: {{title: All, body: b{n}, until: 2022-06-30}}\n" for n in numbers),
        "weaknesses.yaml": "weaknesses:\n"
        + "".join(f"  - {{id: W{n}, formerly: [V{n}], responsible: b{n}}}\n" for n in numbers),
        "measures.yaml": "measures:\n"
        + "".join(
            f"  - {{id: M{n}, title: A, owner: p{n}, direction: lower, baseline: {{value: 3.99%}}, "
            "target: {value: 9%}, milestones: [{by: 2022-01, target: 2}, {by: 2022-02, target: 3, "
            "actual: {value: 30.8%, on: 2023-01-01}}]}\n"
            for n in numbers
        ),
        "strands/1.yaml": "id: '1'\ntitle: A\nleads: p0\nobjectives:\n"
        + "".join(f"  - {{id: O{n}, title: A}}\n" for n in numbers)
        + "actions:\n"
        + "".join(
            f"  - {{id: A{n}, title: A, owners: {{lead: [p{n}, nobody]}}, due: 2022-07, "
            f"depends_on: [A{n ^ 1}, A{(n + 2) % size}], status: in_progress, rating: on_track, "
            "success: [Better], start: 2022-08, milestones: [{title: A, due: 2022-12}], "
            "moved: [{from: 2022-05, to: 2022-06, on: 2022-12-01}, "
            f"{{from: 2022-04, to: 2022-05, on: 2022-12-02, agreed_by: p{n}}}], "
            f"weaknesses: V{n}, updates: [{{on: 2022-12-01, note: A, by: p{n}}}]}}\n"
            for n in numbers
        ),
    }
    (folder / "strands").mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    plan = load_plan(folder).plan
    assert plan is not None
    assert len(plan.actions) == size
    return plan


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, Plan]:
    folder = tmp_path_factory.mktemp("linear")
    return write(folder / "small", SMALL), write(folder / "large", SMALL * TIMES)


@pytest.mark.parametrize(
    "rule", [rule for rule in all_rules() if rule.check], ids=lambda rule: rule.code
)
def test_linear(plans: tuple[Plan, Plan], rule: Rule) -> None:
    small, large = (min(seconds(rule, plan) for _ in range(3)) for plan in plans)
    # Quadratic time would be TIMES * TIMES; a few milliseconds are noise.
    assert large < 3 * TIMES * max(small, 0.002)


def seconds(rule: Rule, plan: Plan) -> float:
    assert rule.check
    start = process_time()
    for _ in rule.check(plan, TODAY):
        pass
    return process_time() - start
