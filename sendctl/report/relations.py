"""The links of a plan in words: what stands above what a thing names, and above what names it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

NOT_SHOWN: Final = frozenset(
    {
        "updates.by", "moved.agreed_by", "judgements.by", "versions.by", "reviews.with",
        "public.approved.by", "clearances.by",
    }
)  # fmt: skip
"""Who said or agreed something on a day is told with it, and is no part of what they own."""

_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "strand": "Strand",
        "objective": "Objective",
        "parent": "Part of",
        "weaknesses": "Weaknesses",
        "covered_by.weaknesses": "Covered by",
        "for": "About",
        "owners.lead": "Lead",
        "owners.accountable": "Accountable",
        "owners.sponsor": "Sponsor",
        "owners.lead_agency": "Lead agency",
        "owners.delivery": "Delivered by",
        "owners.partners": "Partners",
        "leads": "Leads",
        "owner": "Owner",
        "responsible": "Responsible",
        "coproduced_with": "Co-produced with",
        "measures": "Measures",
        "made_of": "Made of",
        "depends_on": "Depends on",
        "strands": "Strands",
        "actions": "Actions that it threatens",
        "body": "Body",
        "successor": "Taken over by",
        "chair": "Chair",
        "members": "Members",
        "reports_to": "Reports to",
    }
)
"""Above what a thing names, in the order in which it is told."""

_NAMED: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("action", "depends_on"): "Needed by",
        ("action", "parent"): "Parts",
        ("strand", "leads"): "Leads the strands",
        ("action", "owners.lead"): "Leads",
        ("action", "owners.accountable"): "Is accountable for",
        ("action", "owners.sponsor"): "Sponsors",
        ("action", "owners.lead_agency"): "Is lead agency for",
        ("action", "owners.delivery"): "Delivers",
        ("action", "owners.partners"): "Is a partner in",
        ("action", "coproduced_with"): "Co-produces",
        ("weakness", "responsible"): "Is responsible for",
        ("measure", "owner"): "Owns the measures",
        ("risk", "owner"): "Owns the risks",
        ("step", "owner"): "Owns the steps",
        ("objective", "strand"): "Objectives",
        ("strand", "weaknesses"): "Strands",
        ("action", "strand"): "Actions",
        ("action", "objective"): "Actions",
        ("action", "weaknesses"): "Actions",
        ("action", "measures"): "Actions that name it",
        ("objective", "measures"): "Objectives that name it",
        ("measure", "for"): "Measures",
        ("measure", "made_of"): "Part of",
        ("risk", "weaknesses"): "Risks",
        ("risk", "strands"): "Risks",
        ("risk", "actions"): "Risks",
        ("weakness", "covered_by.weaknesses"): "Covers",
        ("post", "body"): "Posts",
        ("body", "successor"): "Took over from",
        ("board", "chair"): "Chairs",
        ("board", "members"): "Sits on",
        ("board", "reports_to"): "Reports come from",
        ("plan", "authorities"): "Is responsible for the plan",
        ("plan", "accountable_officers"): "Is an accountable officer of the plan",
        ("plan", "advisers.post"): "Advises on the plan",
        ("plan", "signoff.post"): "Signs the plan",
        ("report", "relevant_officer"): "Is the relevant officer of the reports",
        ("report", "officers.post"): "Has a part in the reports",
    }
)
"""Above what names a thing, by what that is and the key, in the order in which it is told."""


def heading_of(source: str, relation: str, *, names: bool) -> tuple[int, str]:
    """Where in the order links of one sort are told, and the words above them.

    Args:
        source: the kind of what names.
        relation: the key it names under.
        names: whether that is what is shown; else it is named.
    """
    words = relation.replace("_", " ").replace(".", ", ")
    if names:
        order = list(_NAMES)
        at = order.index(relation) if relation in _NAMES else len(order)
        return at, _NAMES.get(relation, words.capitalize())
    order_in = list(_NAMED.values())
    heading = _NAMED.get((source, relation), f"Named by each {source} ({words})")
    at = order_in.index(heading) if heading in order_in else len(order_in)
    return len(_NAMES) + 1 + at, heading
