"""Who has a part in something: the keys of bodies, posts and boards that it names."""

from __future__ import annotations

from sendctl.plan.action import Action
from sendctl.plan.base import Item
from sendctl.plan.governance import Board, Risk
from sendctl.plan.head import Step
from sendctl.plan.measure import Measure
from sendctl.plan.strand import Strand
from sendctl.plan.weakness import Weakness


def owners_of(item: Item) -> tuple[str, ...]:
    """Those who own an item, by its own word for that, each once; nobody for other items."""
    match item:
        case Action():
            return tuple(item.owners.keys())
        case Measure() | Risk():
            return item.owner
        case Weakness():
            return item.responsible
        case Strand():
            return item.leads
        case Board():
            chair = (item.chair,) if item.chair else ()
            return tuple(dict.fromkeys((*chair, *item.members)))
        case Step():
            return (item.owner,) if item.owner else ()
    return ()
