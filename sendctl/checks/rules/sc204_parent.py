"""The parent plan, or a weakness carried on from it, cannot be found.

An accelerated progress plan carries on the weaknesses of a written statement of action whose
progress was not sufficient. `parent:` names the folder of that plan and the weaknesses' ids there.

Good:

    # plan.yaml
    kind: accelerated_progress_plan
    parent: {plan: ../exampleshire-2018, weaknesses: [A]}

    # ../exampleshire-2018/plan.yaml
    area: Exampleshire
    kind: wsoa

    # ../exampleshire-2018/weaknesses.yaml
    weaknesses: [{id: A, short: Waiting times}]

Bad:

    # plan.yaml
    kind: accelerated_progress_plan
    parent: {plan: ../exampleshire-2081, weaknesses: [A]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sendctl.findings import Offers, Place, Problem, Severity
from sendctl.plan import Plan, load_plan
from sendctl.plan.files import PLAN_FILE

CODE = "SC204"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """The parent's folder, then the ids carried on from it."""
    del today
    parent = plan.head.parent
    if parent is None:
        return
    try:
        found = (plan.folder / parent.plan / PLAN_FILE).is_file()
    except (OSError, ValueError):  # a name that no folder can have
        found = False
    if not found:
        yield Problem(
            Place(PLAN_FILE, ("parent", "plan")),
            f"There is no plan in {parent.plan!r}.",
            "Give the path of the parent plan's folder, from this plan's folder.",
        )
        return
    earlier = load_plan(plan.folder / parent.plan).plan
    known = {
        key
        for weakness in (earlier.weaknesses if earlier else ())
        for key in (weakness.id, *weakness.formerly)
    }
    offers = Offers()
    for index, key in enumerate(parent.weaknesses):
        if key not in known:
            yield Problem(
                Place(PLAN_FILE, ("parent", "weaknesses", index)),
                f"The parent plan has no weakness {key!r}.",
                offers.near(key, known) or "Use an id of that plan's weaknesses.yaml.",
            )
