"""A person is named although the plan publishes no names.

Without `names: true` under `public:` the published plan names posts, not people. A text that names
somebody from people.yaml in full would still be published, name and all.

Good:

    # people.yaml
    people: {head-of-send: Jo Woodhouse}
    # strands/1.yaml
    description: The head of SEND leads the work.

Bad:

    # people.yaml
    people: {head-of-send: Jo Woodhouse}
    # strands/1.yaml
    description: Jo Woodhouse leads the work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sendctl.checks.quoting import all_quoted
from sendctl.findings import Place, Problem, Related, Severity
from sendctl.plan import Plan

CODE = "SC606"
SEVERITY = Severity.WARNING

_WORDS = re.compile(r"[^\W_]+")
_TITLES = frozenset(
    {"cllr", "councillor", "dr", "miss", "mr", "mrs", "ms", "mx", "prof", "professor"}
)
_MOST = 6
"""Words of a name that are looked at; the first of them say who it is."""

_Name = tuple[str, ...]


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Every text in which the full name of somebody in people.yaml stands."""
    del today
    if plan.head.public.names:
        return
    holders = _holders(plan)
    lengths = {len(name) for name in holders}
    begins = {name[0] for name in holders}
    for text in plan.public_texts if holders else ():
        words = _WORDS.findall(text.text)
        if begins.isdisjoint(words):
            continue
        found = [
            name
            for index, word in enumerate(words)
            if word in begins
            for length in lengths
            if (name := tuple(words[index : index + length])) in holders
        ]
        if found:
            yield Problem(
                text.place,
                f"A person would be named: {all_quoted(' '.join(name) for name in found)}.",
                "Name the post, or allow names with `names: true` under `public:`.",
                (Related("the name in people.yaml", holders[found[0]]),),
            )


def _holders(plan: Plan) -> dict[_Name, Place]:
    """Full names, as words, and where they are given; a single word could be any word."""
    found: dict[_Name, Place] = {}
    for post, holders in plan.people.people.items():
        for index, holder in enumerate(holders):
            words = _WORDS.findall(holder.name)
            if words and words[0].casefold() in _TITLES:
                del words[0]
            if len(words) > 1:
                place = Place("people.yaml", ("people", post, index, "name"))
                found.setdefault(tuple(words[:_MOST]), place)
    return found
