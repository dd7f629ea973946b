"""Actions in groups: by strand, weakness, owner or month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.plan.action import Action
from sendctl.report.lookup import Lookup
from sendctl.report.nouns import nouns_of, upper_first, weakness_noun, words_of
from sendctl.report.wording import when_words
from sendctl.timeline.words import month_words


class Group(NamedTuple):
    """Actions that belong together, in the plan's order."""

    heading: str
    actions: list[Action]


def by_strand(known: Lookup) -> list[Group]:
    """A group for each strand, in the plan's order."""
    noun = upper_first(words_of(known.plan).strand.singular)
    return [
        Group(f"{noun} {strand.id}: {strand.title}", list(strand.actions))
        for strand in known.plan.strands
    ]


def by_weakness(known: Lookup) -> list[Group]:
    """A group for each weakness; an action that answers two stands in both."""
    plan = known.plan
    found: defaultdict[str, list[Action]] = defaultdict(list)
    none = []
    for action in plan.actions:
        keys = plan.weaknesses_of(action)
        for key in keys:
            found[key].append(action)
        if not keys:
            none.append(action)
    usual = nouns_of(plan).weakness
    groups = []
    for weakness in {one.id: one for one in plan.weaknesses}.values():
        noun = upper_first(weakness_noun(plan, weakness.kind or usual).singular)
        name = f"{weakness.id}: {weakness.short}" if weakness.short else f"{noun} {weakness.id}"
        groups.append(Group(name, found.pop(weakness.id, [])))
    unknown = [Group(key, actions) for key, actions in found.items()]
    noun = weakness_noun(plan, usual).singular
    return [*groups, *unknown, Group(f"Answers no {noun}", none)]


def by_owner(known: Lookup) -> list[Group]:
    """A group for each of those who answer first, in the order of owners.yaml.

    An action that two lead stands in both of their groups.
    """
    found: defaultdict[str, list[Action]] = defaultdict(list)
    none = []
    for action in known.plan.actions:
        keys = action.owners.first()
        for key in keys:
            found[key].append(action)
        if not keys:
            none.append(action)
    owners = known.plan.owners
    order = [key for key in (*owners.posts, *owners.bodies) if key in found]
    order += [key for key in found if key not in order]
    groups = [Group(known.parties.name(key), found[key]) for key in order]
    return [*groups, Group("Nobody named yet", none)]


def by_month(known: Lookup) -> list[Group]:
    """A group for each month in which actions are due, by their last days."""
    found: defaultdict[date, list[Action]] = defaultdict(list)
    words: defaultdict[str, list[Action]] = defaultdict(list)
    for action in known.plan.actions:
        last = known.plan.deadline(action.due)
        if last:
            found[last.replace(day=1)].append(action)
        else:
            words[upper_first(when_words(action.due)) or "Not yet dated"].append(action)
    months = [Group(f"Due in {month_words(month)}", found[month]) for month in sorted(found)]
    return [*months, *(Group(word, words[word]) for word in sorted(words))]


GROUPS: Final[Mapping[str, Callable[[Lookup], list[Group]]]] = MappingProxyType(
    {"strand": by_strand, "weakness": by_weakness, "owner": by_owner, "month": by_month}
)
"""The ways to group, by the keys of `GROUPINGS`."""


def word_for(by: str, known: Lookup) -> str:
    """What the groups are, in the plan's own words."""
    plan = known.plan
    words = {
        "strand": words_of(plan).strand.singular,
        "weakness": weakness_noun(plan, nouns_of(plan).weakness).singular,
        "owner": "who leads",
        "month": "the month in which they are due",
    }
    return words[by]
