"""The plan on a page: what was found, who does what, how far it is, what families will notice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import islice, zip_longest
from typing import NamedTuple

from sendctl.document import Document
from sendctl.findings import Finding
from sendctl.plan import Plan
from sendctl.plan.action import Action
from sendctl.plan.measure import Measure, Reading, Unit
from sendctl.plan.progress import Status
from sendctl.plan.scalars import Figure
from sendctl.plan.small_numbers import NOT_SHOWN, limits_of, slots
from sendctl.plan.when import When
from sendctl.report.head import subject_of, title_of
from sendctl.report.lookup import Lookup, lookup
from sendctl.report.measures import measures_of_weaknesses
from sendctl.report.meta import meta_of
from sendctl.report.nouns import KindNouns, Noun, Words, nouns_of, weakness_noun, words_of
from sendctl.report.produce import produce
from sendctl.report.publication import ForEverybody, for_everybody
from sendctl.report.request import Request
from sendctl.report.status import KeyWord
from sendctl.report.to_do import ToDo
from sendctl.report.wording import when_words
from sendctl.timeline import Timeline, timeline_of
from sendctl.timeline.words import date_words, status_words

TEMPLATE = "summary/summary.html.j2"

_MEASURES = 8
_NOTICED = 5
"""Lines of a list that still fit on one side of A4."""


class FoundLine(NamedTuple):
    """A weakness: what it is called, and what it means for families or in the inspectors' words."""

    id: str
    name: str
    words: str


class StrandLine(NamedTuple):
    """A strand with those who lead it; `standing` counts its actions by the plan's own words."""

    id: str
    title: str
    leads: tuple[str, ...]
    actions: int
    standing: tuple[KeyWord, ...]


class MeasureLine(NamedTuple):
    """A measure; `start`, `now` and `target` are "" when not known or not set.

    Attributes:
        at: the time that `now` is about.
    """

    name: str
    start: str
    now: str
    at: str
    target: str
    by: When | None


class NoticeLine(NamedTuple):
    """Something that families will notice, and by when."""

    by: When | None
    words: str


class NextLine(NamedTuple):
    """The deadline that comes next."""

    title: str
    when: str
    standing: str


class Summary(NamedTuple):
    """Everything that the templates of the summary may print; they know it as `plan`.

    Attributes:
        weakness: what this plan calls its weaknesses.
        key: the plan's own words, as far as an action has them, each with how many.
        notice: the next things that families will notice.
        more_measures: how many are left out; the page has no room for them.
        hides_figures: whether words stand for one of the figures, because it is too small.
        for_everybody: what a public version tells of itself; None in any other.
        to_do: what a draft still lacks; None in any other document.
    """

    area: str
    title: str
    kind: KindNouns
    words: Words
    as_at: date
    authorities: tuple[str, ...]
    weakness: Noun
    found: tuple[FoundLine, ...]
    actions: int
    key: tuple[KeyWord, ...]
    strands: tuple[StrandLine, ...]
    next: NextLine | None
    measures: tuple[MeasureLine, ...]
    more_measures: int
    hides_figures: bool
    notice: tuple[NoticeLine, ...]
    contact: str
    other_formats: str
    feedback: str
    for_everybody: ForEverybody | None
    to_do: ToDo | None


def summary(plan: Plan, today: date, *, public: bool = False, to_do: ToDo | None = None) -> Summary:
    """The view of a plan.

    Args:
        plan: the plan.
        today: the day of the position.
        public: whether it is the version for everybody.
        to_do: what a draft still lacks.
    """
    known = lookup(plan, today)
    notes, nouns = plan.head.public, nouns_of(plan)
    return Summary(
        area=plan.head.area,
        title=title_of(plan),
        kind=nouns,
        words=words_of(plan),
        as_at=today,
        authorities=known.parties.current(plan.head.authorities, today),
        weakness=weakness_noun(plan, nouns.weakness),
        found=tuple(
            FoundLine(one.id, one.short or "", one.plain or one.wording or "")
            for one in plan.weaknesses
        ),
        actions=len(plan.actions),
        key=_standing(known, plan.actions),
        strands=tuple(
            StrandLine(
                strand.id,
                strand.title,
                tuple(dict.fromkeys(known.parties.title(key) for key in strand.leads)),
                len(strand.actions),
                _standing(known, strand.actions),
            )
            for strand in plan.strands
        ),
        next=_next(timeline_of(plan, today)),
        measures=tuple(_measure(one, public=public) for one in _chosen(plan)),
        hides_figures=public and any(_is_hidden(plan, one) for one in _chosen(plan)),
        more_measures=max(0, len(plan.measures) - _MEASURES),
        notice=_notice(plan),
        contact=notes.contact or "",
        other_formats=notes.other_formats or "",
        feedback=notes.feedback or "",
        for_everybody=for_everybody(plan) if public else None,
        to_do=to_do,
    )


def document(request: Request) -> tuple[Document, list[Finding]]:
    """The summary that was asked for, and what is wrong with it.

    Raises:
        TemplateProblem: a template cannot be used, so there is no document.
    """
    plan, today = request.plan, request.today
    view = summary(plan, today, public=request.public, to_do=request.to_do)
    title = f"Plan on a page: {view.title}"
    subject = f"{subject_of(plan).rstrip('.')} on one page."
    meta = meta_of(request, title, subject, view.authorities, one_page=True)
    return produce(TEMPLATE, view, meta, plan.folder, "summary.html")


def _standing(known: Lookup, actions: Iterable[Action]) -> tuple[KeyWord, ...]:
    """The plan's own words that some of the actions have, each with how many."""
    return tuple(word for word in known.scale.key(actions) if word.actions)


def _next(times: Timeline) -> NextLine | None:
    """The next deadline of the plan itself; papers of meetings are the council's own business."""
    own = tuple(one for one in times.deadlines if not one.about)
    found = replace(times, deadlines=own).next
    return NextLine(found.label, date_words(found), status_words(found)) if found else None


def _measure(measure: Measure, *, public: bool) -> MeasureLine:
    """A measure under its shortest name; for everybody, in plain words."""
    now = _latest(measure)
    plain = measure.plain if public else None
    return MeasureLine(
        name=plain or measure.tag or measure.title,
        start=_figure(measure, measure.baseline.value) if measure.baseline else "",
        now=_figure(measure, now.value) if now else "",
        at=(now.period or when_words(now.on)) if now else "",
        target=_figure(measure, measure.target.value) if measure.target else "",
        by=measure.target.by if measure.target else None,
    )


def _figure(measure: Measure, figure: Figure) -> str:
    """A figure with its unit, where that is a time: plain words need not say it."""
    if figure.number is None or measure.unit not in {Unit.WEEKS, Unit.DAYS}:
        return figure.text
    working = "working " * ("working day" in measure.title.casefold())
    return f"{figure.text} {working}{measure.unit}"


def _is_hidden(plan: Plan, measure: Measure) -> bool:
    """Whether a public version shows words in place of a figure of the measure."""
    words = {NOT_SHOWN, limits_of(plan).words}
    return any(slot.reading.value in words for slot in slots(measure))


def _chosen(plan: Plan) -> list[Measure]:
    """As many measures as there is room for: the first of each weakness, then the second."""
    turns = zip_longest(*measures_of_weaknesses(plan).values())
    order = [key for turn in turns for key in turn] + [measure.id for measure in plan.measures]
    first = set(islice((key for key in dict.fromkeys(order) if key), _MEASURES))
    return [measure for measure in plan.measures if measure.id in first][:_MEASURES]


def _latest(measure: Measure) -> Reading | None:
    """The newest actual: by the day it was known, else the last one written."""
    actuals = [one.actual for one in measure.milestones if one.actual]
    return max(actuals, key=lambda one: one.on or date.min, default=None) if actuals else None


def _notice(plan: Plan) -> tuple[NoticeLine, ...]:
    """What will be so by when: milestones of weaknesses that are not reached yet, the next first.

    A plan without such milestones tells what difference its open actions make.
    """
    ahead = [
        NoticeLine(one.due, one.title)
        for weakness in plan.weaknesses
        for one in weakness.milestones
        if one.title and not one.done
    ] or [
        NoticeLine(action.due, action.difference)
        for action in plan.actions
        if action.difference and action.status not in {Status.COMPLETE, Status.STOPPED}
    ]

    return tuple(sorted(ahead, key=lambda one: plan.deadline(one.by) or date.max)[:_NOTICED])
