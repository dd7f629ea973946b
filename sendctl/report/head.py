"""What stands at the front and the end of a document about a plan."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sendctl.plan import Plan, load_plan
from sendctl.plan.files import PLAN_FILE
from sendctl.report.lookup import Lookup
from sendctl.report.nouns import OUTCOMES, lower_first, nouns_of
from sendctl.report.prose import web_address


class SignOffLine(NamedTuple):
    """One signature: the post, the person if people.yaml names one, and the day if it was given."""

    post: str
    person: str
    on: date | None


class VersionLine(NamedTuple):
    """One version of the plan."""

    number: str
    on: date
    by: str
    note: str


class FactLine(NamedTuple):
    """One figure that describes the area."""

    title: str
    value: str
    period: str
    source: str


class StrengthLine(NamedTuple):
    """Something the inspectors found to be good."""

    title: str
    detail: str
    source: str


class InspectionView(NamedTuple):
    """The inspection that led to the plan.

    Attributes:
        outcome: how it ended, in words; "" when that is not said.
        strengths: how many the report counts; None when that is not said.
        link: where the report can be read, when that is a web address.
        place: the same when it is not.
    """

    started: date | None
    ended: date | None
    outcome: str
    strengths: int | None
    areas_for_development: int | None
    link: str
    place: str
    source: str
    note: str


class Carried(NamedTuple):
    """A weakness of the earlier plan that this one carries on; `name` is "" when not known."""

    id: str
    name: str


class ParentView(NamedTuple):
    """The plan that this one follows; `title` is "" when it cannot be read."""

    title: str
    weaknesses: tuple[Carried, ...]


def title_of(plan: Plan) -> str:
    """The plan's own title, else what its kind is called, with the area."""
    return plan.head.title or f"{nouns_of(plan).title} for {plan.head.area}"


def subject_of(plan: Plan) -> str:
    """One sentence about the document, for its properties."""
    kind = lower_first(nouns_of(plan).title)
    return f"The {kind} of the local area of {plan.head.area}."


def signoff_lines(known: Lookup) -> tuple[SignOffLine, ...]:
    """Who signs; an unsigned line has the name of the one who would sign today."""
    return tuple(
        SignOffLine(
            known.parties.name(line.post),
            known.parties.holder(line.post, line.on or known.today),
            line.on,
        )
        for line in known.plan.head.signoff
    )


def version_lines(known: Lookup) -> tuple[VersionLine, ...]:
    """The versions as the plan lists them, the newest last."""
    versions = sorted(known.plan.head.versions, key=lambda version: version.on)
    return tuple(
        VersionLine(one.number, one.on, known.parties.name(one.by), one.note or "")
        for one in versions
    )


def fact_lines(plan: Plan) -> tuple[FactLine, ...]:
    """Figures about the area."""
    return tuple(
        FactLine(one.title, one.value.text, one.period or "", one.source or "")
        for one in plan.head.local_data
    )


def strength_lines(plan: Plan) -> tuple[StrengthLine, ...]:
    """What the inspectors praised."""
    return tuple(
        StrengthLine(one.title, one.detail or "", one.source or "")
        for one in plan.strengths.strengths
    )


def inspection_view(plan: Plan) -> InspectionView | None:
    """The inspection, when the plan tells of one."""
    given = plan.head.inspection
    if given is None:
        return None
    link = web_address(given.link)
    return InspectionView(
        started=given.started,
        ended=given.ended,
        outcome=OUTCOMES[given.outcome] if given.outcome else "",
        strengths=given.strengths,
        areas_for_development=given.areas_for_development,
        link=link,
        place="" if link else given.link or "",
        source=given.source or "",
        note=given.note or "",
    )


def parent_view(plan: Plan) -> ParentView | None:
    """The plan that this one follows, with the names its weaknesses have there."""
    given = plan.head.parent
    if given is None:
        return None
    earlier = _earlier(plan, given.plan)
    if earlier is None:
        return ParentView("", tuple(Carried(key, "") for key in given.weaknesses))
    names = {
        key: weakness.name
        for weakness in earlier.weaknesses
        for key in (*weakness.formerly, weakness.id)
    }
    carried = tuple(Carried(key, names.get(key, "")) for key in given.weaknesses)
    return ParentView(title_of(earlier), carried)


def _earlier(plan: Plan, where: str) -> Plan | None:
    folder = plan.folder / where
    try:
        found = (folder / PLAN_FILE).is_file()
    except (OSError, ValueError):  # a name that no folder can have
        return None
    return load_plan(folder).plan if found else None
