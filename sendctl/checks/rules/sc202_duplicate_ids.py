"""Two things of one kind have the same id.

Ids are unique within a kind, over all files: actions among actions, weaknesses among weaknesses.
Bodies, posts and boards share one key space. An id that a weakness had before a refresh of the plan
(`formerly`) is not used again, so that old papers stay true.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway}
      - {id: "1.2", title: Publish it}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Map the pathway}
      - {id: "1.1", title: Publish it}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan

CODE = "SC202"
SEVERITY = Severity.ERROR


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every id that stands a second time, with the first one as related place."""
    del today
    for noun, items in (
        ("weakness", plan.weaknesses),
        ("strand", plan.strands),
        ("objective", plan.objectives),
        ("action", plan.actions),
        ("measure", plan.measures),
        ("risk", plan.risks),
        ("step", plan.head.steps),
    ):
        yield from _repeated(
            noun, ((item.id, plan.place(item).at("id")) for item in items if item.id)
        )
    yield from _repeated("body, post or board", _parties(plan))
    yield from _repeated(
        "seal",
        (
            (seal.name, Place("seals.yaml", ("seals", index, "name")))
            for index, seal in enumerate(plan.seals)
        ),
    )
    yield from _reused(plan)


def _parties(plan: Plan) -> Iterator[tuple[str, Place]]:
    for key in plan.owners.bodies:
        yield key, Place("owners.yaml", ("bodies", key), on_key=True)
    for key in plan.owners.posts:
        yield key, Place("owners.yaml", ("posts", key), on_key=True)
    for board in plan.governance.boards:
        yield board.id, plan.place(board).at("id")


def _repeated(noun: str, ids: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for key, place in ids:
        if key in first:
            yield Problem(
                place,
                f"The {noun} {key!r} stands twice.",
                "Give one of the two another id, and correct what refers to it.",
                (Related("the first one", first[key]),),
            )
        first.setdefault(key, place)


def _reused(plan: Plan) -> Iterator[Problem]:
    """Ids that another weakness had formerly."""
    former = {old: weakness for weakness in plan.weaknesses for old in weakness.formerly}
    for weakness in plan.weaknesses:
        holder = former.get(weakness.id)
        if holder is not None and holder is not weakness:
            yield Problem(
                plan.place(weakness).at("id"),
                f"The id {weakness.id!r} was that of another weakness before.",
                "Use an id that was never used, so that earlier papers stay clear.",
                (Related("its former holder", plan.place(holder).at("formerly")),),
            )
