"""What documents call things: each kind of plan has its nouns, and a plan may set its own words."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.plan import Plan
from sendctl.plan.kind import Kind, Outcome
from sendctl.plan.weakness import WeaknessKind


class Noun(NamedTuple):
    """A word for something, as it stands in the middle of a sentence."""

    singular: str
    plural: str

    def __str__(self) -> str:
        return self.singular


class KindNouns(NamedTuple):
    """What one kind of plan is called.

    Attributes:
        title: its full name, as inspectors and government write it.
        abbreviation: "" when there is none in use.
        document: its name for `sendctl render`, and in file names.
        weakness: what its weaknesses are when they do not say so themselves.
    """

    title: str
    abbreviation: str
    document: str
    weakness: WeaknessKind


class Words(NamedTuple):
    """The plan's words for its own parts."""

    strand: Noun
    objective: Noun
    action: Noun
    measure: Noun


KINDS: Final = MappingProxyType(
    {
        Kind.WSOA: KindNouns(
            "Written statement of action", "WSOA", "wsoa", WeaknessKind.SIGNIFICANT_WEAKNESS
        ),
        Kind.PRIORITY_ACTION_PLAN: KindNouns(
            "Priority action plan (area SEND)", "PAP", "pap", WeaknessKind.PRIORITY_ACTION
        ),
        Kind.ACCELERATED_PROGRESS_PLAN: KindNouns(
            "Accelerated progress plan", "APP", "app", WeaknessKind.SIGNIFICANT_WEAKNESS
        ),
        Kind.STRATEGIC_PLAN: KindNouns("Strategic plan", "", "plan", WeaknessKind.IMPROVEMENT),
        Kind.REFORM_PLAN: KindNouns(
            "Local SEND reform plan", "", "plan", WeaknessKind.IMPROVEMENT
        ),
    }
)  # fmt: skip

OUTCOMES: Final = MappingProxyType(
    {
        Outcome.TYPICALLY_POSITIVE: "Typically positive experiences and outcomes",
        Outcome.INCONSISTENT: "Inconsistent experiences and outcomes",
        Outcome.SYSTEMIC_FAILINGS: "Widespread and/or systemic failings",
    }
)
"""The outcomes of an inspection since January 2023."""

WEAKNESSES: Final = MappingProxyType(
    {
        WeaknessKind.SIGNIFICANT_WEAKNESS: Noun(
            "area of significant weakness", "areas of significant weakness"
        ),
        WeaknessKind.PRIORITY_ACTION: Noun(
            "area for priority action", "areas for priority action"
        ),
        WeaknessKind.IMPROVEMENT: Noun("area for improvement", "areas for improvement"),
        WeaknessKind.RECOMMENDATION: Noun("recommendation", "recommendations"),
    }
)  # fmt: skip

_HEAD = re.compile(r"(.*?)((?: (?:of|for|in|to|that|with)\b.*)?)", re.DOTALL)
_HISSING = ("s", "x", "z", "ch", "sh")


def nouns_of(plan: Plan) -> KindNouns:
    """What this plan is called."""
    return KINDS[plan.head.kind]


def words_of(plan: Plan) -> Words:
    """What this plan calls its parts."""
    own = plan.head.vocabulary
    return Words(
        strand=_noun(own.strand, "strand"),
        objective=_noun(own.objective, "objective"),
        action=_noun(own.action, "action"),
        measure=_noun(own.measure, "measure"),
    )


def weakness_noun(plan: Plan, kind: WeaknessKind) -> Noun:
    """What this plan calls weaknesses of a kind: its own word is for its usual kind."""
    own = plan.head.vocabulary.weakness
    if own and kind is nouns_of(plan).weakness:
        return _noun(own, own)
    return WEAKNESSES[kind]


def plural(noun: str) -> str:
    """The plural of an English noun such as "priority" or "area of focus"."""
    match = _HEAD.fullmatch(noun)
    assert match is not None  # noqa: S101 - it matches any text
    head, rest = match.groups()
    if re.search(r"[^aeiou]y$", head):
        return f"{head[:-1]}ies{rest}"
    return f"{head}{'es' if head.endswith(_HISSING) else 's'}{rest}"


def lower_first(text: str) -> str:
    """A text for the middle of a sentence; abbreviations such as KPI stay as they are."""
    second = text[1:2]
    if second.isupper() or second in {".", "&"}:
        return text
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """A text for the beginning of a sentence or heading."""
    return text[:1].upper() + text[1:]


def _noun(own: str | None, usual: str) -> Noun:
    singular = lower_first(own or usual)
    return Noun(singular, plural(singular))
