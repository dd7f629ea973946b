"""What changed in a time, by the plan's own dated records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from sendctl.plan.action import Action
from sendctl.plan.progress import Reported
from sendctl.report.anchors import Pointer
from sendctl.report.dates import event_lines
from sendctl.report.lookup import Lookup
from sendctl.report.measures import CheckpointLine, MeasureLine, measure_lines
from sendctl.report.nouns import lower_first, upper_first, words_of
from sendctl.report.period import Period
from sendctl.report.progress import EvidenceLine, MoveLine, UpdateLine, evidence, moves, updates
from sendctl.report.status import IMPACTS, Badge
from sendctl.report.weaknesses import RESULTS
from sendctl.report.wording import joined

_L = TypeVar("_L")


class DoneLine(NamedTuple):
    """An action that was completed."""

    to: Pointer
    plain: str
    on: date
    who: tuple[str, ...]
    badge: Badge
    impact: str
    difference: str


class MovedLine(NamedTuple):
    """An action whose date was moved."""

    to: Pointer
    plain: str
    move: MoveLine


class ReachedLine(NamedTuple):
    """A step on the way that was reached; `of` says of what."""

    of: str
    title: str
    on: date


class EvidenceOf(NamedTuple):
    """What was added to show that an action was done, or that it helped."""

    to: Pointer
    evidence: EvidenceLine


class FigureLine(NamedTuple):
    """A figure of a measure that became known."""

    measure: MeasureLine
    checkpoint: CheckpointLine


class ReportsOf(NamedTuple):
    """What was reported about one part of the plan, the newest first; `about` says which."""

    about: str
    updates: tuple[UpdateLine, ...]


class HappenedLine(NamedTuple):
    """An event, a meeting, a judgement, a signature or a new version."""

    on: date
    what: str
    detail: str


class Changes(NamedTuple):
    """Everything with a date in the time, each list in order of time.

    Attributes:
        reports: on weaknesses, strands, objectives, actions and measures, and on the plan itself.
        risks: on risks, with those that were closed.
    """

    done: tuple[DoneLine, ...]
    moved: tuple[MovedLine, ...]
    reached: tuple[ReachedLine, ...]
    evidence: tuple[EvidenceOf, ...]
    figures: tuple[FigureLine, ...]
    reports: tuple[ReportsOf, ...]
    risks: tuple[ReportsOf, ...]
    closed_risks: tuple[ReachedLine, ...]
    happened: tuple[HappenedLine, ...]

    @property
    def any(self) -> bool:
        """Whether anything changed at all."""
        return any(getattr(self, name) for name in self._fields)


def changes(known: Lookup, period: Period) -> Changes:
    """What the plan's records say about a time."""
    risks = [(f"{risk.id} {risk.title}", risk) for risk in known.plan.risks]
    return Changes(
        done=_by_day(_done(known, period), lambda line: line.on),
        moved=_by_day(_moved(known, period), lambda line: line.move.on),
        reached=_by_day(_reached(known, period), lambda line: line.on),
        evidence=_by_day(_evidence(known, period), lambda line: line.evidence.on or date.min),
        figures=tuple(_figures(known, period)),
        reports=tuple(_reports(_reported(known), known, period)),
        risks=tuple(_reports(risks, known, period)),
        closed_risks=tuple(
            ReachedLine(risk.id, risk.title, risk.closed)
            for risk in known.plan.risks
            if risk.closed and period.holds(risk.closed)
        ),
        happened=_by_day(
            (line for line in _happened(known) if period.holds(line.on)), lambda line: line.on
        ),
    )


def _by_day(lines: Iterable[_L], day: Callable[[_L], date]) -> tuple[_L, ...]:
    return tuple(sorted(lines, key=day))


def _done(known: Lookup, period: Period) -> Iterator[DoneLine]:
    for action in known.plan.actions:
        if action.completed and period.holds(action.completed):
            yield DoneLine(
                known.anchors.to(action),
                action.plain or "",
                action.completed,
                known.parties.names(action.owners.first()),
                known.scale.badge(action),
                IMPACTS[action.impact] if action.impact else "",
                action.difference or "",
            )


def _moved(known: Lookup, period: Period) -> Iterator[MovedLine]:
    for action in known.plan.actions:
        here = [move for move in action.moved if period.holds(move.on)]
        for line in moves(here, known.parties):
            yield MovedLine(known.anchors.to(action), action.plain or "", line)


def _reached(known: Lookup, period: Period) -> Iterator[ReachedLine]:
    """Milestones of actions and weaknesses, and the area's own steps."""
    plan, noun = known.plan, words_of(known.plan).action
    groups = [(f"{noun} {_named(action)}", action.milestones) for action in plan.actions]
    groups += [(weakness.id, weakness.milestones) for weakness in plan.weaknesses]
    for of, milestones in groups:
        for one in milestones:
            if one.done and period.holds(one.done):
                yield ReachedLine(of, one.title or "A step without a title", one.done)
    for step in plan.head.steps:
        if step.done and period.holds(step.done):
            yield ReachedLine("the plan", step.title, step.done)


def _evidence(known: Lookup, period: Period) -> Iterator[EvidenceOf]:
    for action in known.plan.actions:
        for line in evidence(one for one in action.evidence if period.holds(one.on)):
            yield EvidenceOf(known.anchors.to(action), line)


def _figures(known: Lookup, period: Period) -> Iterator[FigureLine]:
    """Figures by the day they were known; one without such a day, by its milestone's last day."""
    for measure, line in zip(known.plan.measures, measure_lines(known), strict=True):
        for given, checkpoint in zip(measure.milestones, line.checkpoints, strict=True):
            if given.actual and period.holds(given.actual.on or known.plan.deadline(given.by)):
                yield FigureLine(line, checkpoint)


def _reported(known: Lookup) -> Iterator[tuple[str, Reported]]:
    """All parts that people report on but risks, with what each is called."""
    plan, words = known.plan, words_of(known.plan)
    yield "The plan", plan.head
    for weakness in plan.weaknesses:
        yield f"{weakness.id} {weakness.short or ''}".strip(), weakness
    for strand in plan.strands:
        yield f"{upper_first(words.strand.singular)} {strand.id}: {strand.title}", strand
        for objective in strand.objectives:
            noun = upper_first(words.objective.singular)
            yield f"{noun} {objective.id}: {objective.title}", objective
        for action in strand.actions:
            yield f"{action.id or ''} {action.title}".strip(), action
    for measure in plan.measures:
        yield f"{measure.id} {measure.tag or measure.title}", measure


def _reports(
    parts: Iterable[tuple[str, Reported]], known: Lookup, period: Period
) -> Iterator[ReportsOf]:
    for about, part in parts:
        here = [update for update in part.updates if period.holds(update.on)]
        if here:
            yield ReportsOf(about, updates(here, known.parties))


def _happened(known: Lookup) -> Iterator[HappenedLine]:
    """Everything with a day that is no part of an action or measure, whenever it was."""
    plan, parties = known.plan, known.parties
    for event in event_lines(known):
        yield HappenedLine(event.on, event.title, "")
    for review in plan.head.reviews:
        who = joined(parties.title(key) for key in review.attended_by).unescape()
        yield HappenedLine(
            review.on,
            f"Review meeting with {who}" if who else "Review meeting",
            review.outcome or "",
        )
    for report in plan.reports.values():
        for meeting in report.meetings:
            yield HappenedLine(meeting.on, f"{meeting.body} received a report", report.title)
    for weakness in plan.weaknesses:
        for one in weakness.judgements:
            by = f" by {parties.name(one.by)}" if one.by else ""
            what = f"{weakness.id}: {lower_first(RESULTS[one.result])}, judged{by}"
            yield HappenedLine(one.on, what, one.note or "")
    for version in plan.head.versions:
        yield HappenedLine(version.on, f"Version {version.number} of the plan", version.note or "")
    for line in plan.head.signoff:
        if line.on:
            yield HappenedLine(line.on, f"{parties.name(line.post)} signed the plan", "")


def _named(action: Action) -> str:
    return action.id or action.title
