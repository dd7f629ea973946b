"""What in a plan names what: the links between everything that has an id or a key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sendctl.findings import Place
from sendctl.findings.finding import Step
from sendctl.plan.action import Action
from sendctl.plan.files import PLAN_FILE
from sendctl.plan.named import Named, named_items
from sendctl.plan.plan import Plan
from sendctl.plan.references import references
from sendctl.plan.strand import Objective, Strand

_HOMES = {
    "owner": ("post", "body"),
    "party": ("post", "body", "board"),
    "subject": ("weakness", "strand", "objective"),
}
"""What a reference of these kinds can name; of the others, what they are called."""

_NESTED = {"strand": {"objectives", "actions"}, "plan": {"steps"}}
"""Keys whose items have links of their own."""

IN_STRAND = "strand"
"""The relation of an action or objective to the strand whose file it stands in."""


class Link(NamedTuple):
    """One thing names another.

    Attributes:
        source: what names; beside what has an id, the plan itself ("plan") and its committee
            reports ("report").
        relation: the key that it names it under, such as "depends_on" or "owners.lead".
        target: what is named.
    """

    source: Named
    relation: str
    target: Named


def links(plan: Plan) -> Iterator[Link]:
    """Every link of a plan, by what names, in the plan's order.

    An action answers the weaknesses of its strand unless it names its own. References that lead
    nowhere are left out: SC201 finds them.
    """
    targets: dict[tuple[str, str], Named] = {}
    for one in named_items(plan):
        targets.setdefault((one.kind, one.id), one)
    for source in _sources(plan):
        for relation, kind, key in dict.fromkeys(_named_by(source, plan)):
            found = (targets.get((home, key)) for home in _HOMES.get(kind, (kind,)))
            target = next((one for one in found if one), None)
            if target:
                yield Link(source, relation, target)


def _sources(plan: Plan) -> Iterator[Named]:
    yield Named("plan", plan.name, plan.head, Place(PLAN_FILE))
    yield from named_items(plan)
    for action in plan.actions:
        if not action.id:
            yield Named("action", "", action, plan.place(action))
    for name, item in plan.files.items():
        if name.startswith("reports/"):
            stem = name.rpartition("/")[2].removesuffix(".yaml")
            yield Named("report", stem, item, Place(name))


def _named_by(source: Named, plan: Plan) -> Iterator[tuple[str, str, str]]:
    """What something names: under which key, what kind of thing, and its id."""
    item = source.item
    if isinstance(item, Action | Objective):
        yield IN_STRAND, "strand", plan.strand_of(item).id
    if isinstance(item, Action) and not item.weaknesses:
        for weakness in plan.weaknesses_of(item):
            yield "weaknesses", "weakness", weakness
    nested = _NESTED.get(source.kind, set())
    # A strand's own links are few; those of its actions must not be read again for it.
    own = _without_actions(item) if isinstance(item, Strand) else item
    for one in references(own):
        if one.kind != "term" and one.path[0] not in nested:
            yield _relation(one.path), one.kind, one.key


def _without_actions(strand: Strand) -> Strand:
    return strand.model_copy(update={"actions": (), "objectives": ()})


def _relation(path: tuple[Step, ...]) -> str:
    return ".".join(step for step in path if isinstance(step, str))
