"""The action tracker: every action in a line, by strand, weakness, owner or month."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sendctl.document import Document
from sendctl.findings import Finding
from sendctl.plan import Plan
from sendctl.plan.action import Action
from sendctl.plan.when import When
from sendctl.report import status_chart
from sendctl.report.counts import Counts, counts, overdue
from sendctl.report.grouping import GROUPS, word_for
from sendctl.report.head import title_of
from sendctl.report.lookup import Lookup, lookup
from sendctl.report.meta import meta_of
from sendctl.report.nouns import (
    KindNouns,
    Words,
    lower_first,
    nouns_of,
    upper_first,
    words_of,
)
from sendctl.report.pictures import draw
from sendctl.report.produce import produce
from sendctl.report.progress import MoveLine, UpdateLine, moves, updates
from sendctl.report.publication import ForEverybody, for_everybody
from sendctl.report.request import Request
from sendctl.report.status import IMPACTS, Badge
from sendctl.report.status_chart import StatusChart
from sendctl.report.to_do import ToDo
from sendctl.report.wording import counted

TEMPLATE = "actions/actions.html.j2"


class TrackerLine(NamedTuple):
    """An action.

    Attributes:
        anchor: where it stands in the document; "" when it stands in an earlier group too.
        owners: those who answer first; `others` have another part in it.
        has_day: whether `due` names one; "ongoing" does not.
        was: the date it had at first; None when it was never moved.
        is_overdue: whether its date has passed and it is still open.
        latest: the last report; None when there is none yet.
    """

    id: str
    anchor: str
    title: str
    owners: tuple[str, ...]
    others: tuple[str, ...]
    start: When | None
    due: When | None
    has_day: bool
    was: MoveLine | None
    completed: date | None
    badge: Badge
    is_overdue: bool
    impact: str
    latest: UpdateLine | None


class TrackerGroup(NamedTuple):
    """Actions that belong together, under one heading."""

    heading: str
    caption: str
    overdue: int
    actions: tuple[TrackerLine, ...]


class Tracker(NamedTuple):
    """Everything that the tracker's templates may print; they know it as `plan`.

    Attributes:
        by: what it is grouped by, in the plan's own word.
        repeats: whether an action stands in more than one group.
        for_everybody: what a public version tells of itself; None in any other.
        to_do: what a draft still lacks; None in any other document.
    """

    area: str
    title: str
    of: str
    kind: KindNouns
    words: Words
    as_at: date
    authorities: tuple[str, ...]
    is_example: bool
    by: str
    repeats: bool
    counts: Counts
    status: StatusChart | None
    groups: tuple[TrackerGroup, ...]
    contact: str
    other_formats: str
    feedback: str
    for_everybody: ForEverybody | None
    to_do: ToDo | None


def tracker(
    plan: Plan,
    today: date,
    by: str = "strand",
    *,
    public: bool = False,
    to_do: ToDo | None = None,
) -> Tracker:
    """The view of a plan's actions.

    Args:
        plan: everything it refers to is resolved; what is missing stays empty.
        today: the day of the position.
        by: a key of `GROUPINGS`.
        public: whether it is the version for everybody.
        to_do: what a draft still lacks.
    """
    known = lookup(plan, today, shown=("action",))
    numbers = counts(known)
    groups = _groups(known, by)
    words = words_of(plan)
    return Tracker(
        area=plan.head.area,
        title=f"{upper_first(words.action.singular)} tracker: {lower_first(title_of(plan))}",
        of=title_of(plan),
        kind=nouns_of(plan),
        words=words,
        as_at=today,
        authorities=known.parties.current(plan.head.authorities, today),
        is_example=plan.is_illustrative,
        by=word_for(by, known),
        repeats=sum(len(group.actions) for group in groups) > len(plan.actions),
        counts=numbers,
        status=status_chart.status_chart(numbers, today),
        groups=groups,
        contact=plan.head.public.contact or "",
        other_formats=plan.head.public.other_formats or "",
        feedback=plan.head.public.feedback or "",
        for_everybody=for_everybody(plan) if public else None,
        to_do=to_do,
    )


def document(request: Request) -> tuple[Document, list[Finding]]:
    """The tracker that was asked for; see `sendctl.report.documents`."""
    plan = request.plan
    view = tracker(
        plan,
        request.today,
        request.by or "strand",
        public=request.public,
        to_do=request.to_do,
    )
    subject = f"Every {view.words.action} and how it stands, by {view.by}."
    meta = meta_of(request, view.title, subject, view.authorities)
    status = {status_chart.NAME: view.status} if view.status else {}
    pictures = draw({status_chart.TEMPLATE: status}, plan.folder)
    return produce(TEMPLATE, view, meta, plan.folder, "actions.html", pictures)


def _groups(known: Lookup, by: str) -> tuple[TrackerGroup, ...]:
    """The groups in order; those without actions are left out."""
    seen: set[int] = set()
    noun = words_of(known.plan).action
    return tuple(
        TrackerGroup(
            group.heading,
            f"{group.heading} ({counted(len(group.actions), noun)})",
            overdue(group.actions, known),
            tuple(_line(action, known, seen) for action in group.actions),
        )
        for group in GROUPS[by](known)
        if group.actions
    )


def _line(action: Action, known: Lookup, seen: set[int]) -> TrackerLine:
    """The line of an action; only the first of several lines has the anchor."""
    parties, plan = known.parties, known.plan
    anchor = "" if id(action) in seen else known.anchors.of(action)
    seen.add(id(action))
    first, everyone = action.owners.first(), action.owners.keys()
    reports = updates((one for one in action.updates if one.on <= known.today), parties)
    moved = moves(action.moved, parties)
    return TrackerLine(
        id=action.id or "",
        anchor=anchor,
        title=action.title,
        owners=parties.names(first),
        others=tuple(parties.title(key) for key in everyone if key not in first),
        start=action.start,
        due=action.due,
        has_day=plan.deadline(action.due) is not None,
        was=moved[0] if moved else None,
        completed=action.completed,
        badge=known.scale.badge(action),
        is_overdue=plan.is_overdue(action, known.today),
        impact=IMPACTS[action.impact] if action.impact else "",
        latest=reports[0] if reports else None,
    )
