"""Vague words stand where a date or a number belongs.

"Improved communication" is true on any day; "six in ten parents feel well informed by July 2023"
can be checked. Looked at are success criteria, targets in words, how often boards meet, and the
date `ongoing` of an action that has no review and no dated milestone. A criterion that names a
number, or a day, is never vague. A house rule.

Good:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Hire, success: [Waits fall below 18 weeks by July 2023]}

Bad:

    # strands/1.yaml
    actions:
      - {id: "1.1", title: Hire, success: [Improved waiting times for families]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from sendctl.findings import Problem, Severity
from sendctl.findings.finding import Step
from sendctl.plan import Plan
from sendctl.plan.base import Item

CODE = "SC417"
SEVERITY = Severity.NOTE

_VAGUE = re.compile(
    r"""\b(improv(e[ds]?|ing|ements?) | increas(e[ds]?|ing) | decreas(e[ds]?|ing)
      | reduc(e[ds]?|ing|tions?) | enhanc(e[ds]?|ing) | better | stronger | quicker | faster
      | regular(ly)? | frequent(ly)? | periodic(ally)? | on-?going | continu(ous(ly)?|al(ly)?)
      | timely | soon | asap | where\ possible | where\ appropriate | as\ appropriate
      | as\ (and\ when\ )?(needed|required|necessary))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_EXACT = re.compile(
    r"""\d | \b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty
      |fifty|sixty|seventy|eighty|ninety|hundred|half|halve[ds]?|double[ds]?|all|every|each|both
      |no|none|never|always|daily|weekly|fortnightly|monthly|quarterly|yearly|termly|annual(ly)?
      |fortnight|week|month|quarter|year|term)\b""",
    re.IGNORECASE | re.VERBOSE,
)

_Words = tuple[Item, tuple[Step, ...], str, str]
"""The item that words stand in, the way to them, the words, and what to write instead."""


def check(plan: Plan, today: date) -> Iterator[Problem]:
    """Dates that are never late, then each text once, at its first vague word."""
    del today
    for action in plan.actions:
        due = action.due
        if due is None or due.interval or due.text != "ongoing" or action.review:
            continue
        if not any(milestone.due for milestone in action.milestones):
            yield Problem(
                plan.place(action).at("due"),
                f"The action {action.id or action.title!r} is “ongoing”, so it is never late.",
                "Give a date, or at least `review:`, on which somebody looks at it.",
            )
    for item, steps, words, advice in chain(_criteria(plan), _targets(plan), _meetings(plan)):
        if _EXACT.search(words):
            continue
        vague = _VAGUE.search(words)
        if vague:
            yield Problem(plan.place(item).at(*steps), f"“{vague[0]}” cannot be checked.", advice)


def _criteria(plan: Plan) -> Iterator[_Words]:
    advice = "Say how much or how many, from what, and by when."
    for action in plan.actions:
        for index, words in enumerate(action.success):
            yield action, ("success", index), words, advice


def _targets(plan: Plan) -> Iterator[_Words]:
    for measure in plan.measures:
        if measure.target:
            yield measure, ("target", "value"), measure.target.value.text, "Write the figure."
        for index, checkpoint in enumerate(measure.milestones):
            if checkpoint.target:
                at = ("milestones", index, "target")
                yield measure, at, checkpoint.target.text, "Write the figure."


def _meetings(plan: Plan) -> Iterator[_Words]:
    for board in plan.governance.boards:
        yield board, ("meets",), board.meets or "", "Say how often, such as “every six weeks”."
