"""Everything about one thing in a plan: what it says, what it names, and what names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from sendctl.plan import Plan
from sendctl.plan.action import Action
from sendctl.plan.governance import Board, Risk
from sendctl.plan.head import Step
from sendctl.plan.links import Link, links
from sendctl.plan.measure import Measure
from sendctl.plan.named import Named, named_items
from sendctl.plan.owners import Body, Post
from sendctl.plan.progress import Evidence, Milestone, Move, Reported, Update
from sendctl.plan.verdict import Verdict, position
from sendctl.plan.weakness import Weakness
from sendctl.report.belonging import belonging
from sendctl.report.parties import Parties, span_words
from sendctl.report.relations import NOT_SHOWN, heading_of
from sendctl.report.status import Scale
from sendctl.report.wording import when_words
from sendctl.timeline.words import number_of

VERDICTS = {
    Verdict.MET: "milestone met",
    Verdict.NOT_MET: "milestone not met",
    Verdict.UNCLEAR: "cannot be compared",
    Verdict.NO_TARGET: "no milestone set",
    Verdict.NO_FIGURE: "no figure yet",
}
"""How the last figure of a measure stands, within a sentence."""


_MEASURED = frozenset({"weakness", "strand"})
"""Kinds of things that measures tell about also through the actions that name them."""


class LinkLine(NamedTuple):
    """Something that is linked.

    Attributes:
        relation: the key that makes the link, and `names` whether it is what is shown that has it.
        other: what is at its other end.
        title: what that is called.
        note: how that stands.
        via: the key of the post through which a body has it; "" when it has it itself.
    """

    relation: str
    names: bool
    other: Named
    title: str
    note: str
    via: str = ""


class Group(NamedTuple):
    """Links of one sort, under a heading."""

    heading: str
    lines: tuple[LinkLine, ...]


class Dossier(NamedTuple):
    """Everything about one thing.

    Attributes:
        named: the thing.
        title: what it is called.
        standing: how it stands, in a line; "" when nothing can be said.
        groups: what it names, then what names it.
        updates: the newest first.
    """

    named: Named
    title: str
    standing: str
    groups: tuple[Group, ...]
    updates: tuple[Update, ...]
    moves: tuple[Move, ...]
    milestones: tuple[Milestone, ...]
    evidence: tuple[Evidence, ...]


def dossier(plan: Plan, named: Named, today: date) -> Dossier:
    """Everything about something in a plan.

    Args:
        plan: the plan.
        named: what `sendctl.plan.named.find_named` found.
        today: the day of the position.
    """
    item: Any = named.item
    summary = _Summary(plan, today)
    title, standing = summary.of(named)
    moved = item.moved if isinstance(item, Action) else ()
    return Dossier(
        named=named,
        title=title,
        # A weakness is told by the inspectors' words, which stand among its own.
        standing="" if isinstance(item, Weakness) else standing,
        groups=tuple(_groups(plan, named, summary)),
        updates=_newest_first(item.updates) if isinstance(item, Reported) else (),
        moves=tuple(sorted(moved, key=lambda one: one.on)),
        milestones=item.milestones if isinstance(item, Action | Weakness) else (),
        evidence=item.evidence if isinstance(item, Action) else (),
    )


def _newest_first(updates: Iterable[Update]) -> tuple[Update, ...]:
    return tuple(sorted(updates, key=lambda one: one.on)[::-1])


def _groups(plan: Plan, named: Named, summary: _Summary) -> Iterator[Group]:
    found: dict[tuple[int, str], dict[tuple[str, str, str], LinkLine]] = {}
    for order, heading, line in (*_direct(plan, named, summary), *_measures(plan, named, summary)):
        lines = found.setdefault((order, heading), {})
        lines.setdefault((line.other.kind, line.other.id, line.via), line)
    for (_, heading), lines in sorted(found.items(), key=lambda entry: entry[0][0]):
        yield Group(heading, tuple(lines.values()))


def _direct(plan: Plan, named: Named, summary: _Summary) -> Iterator[tuple[int, str, LinkLine]]:
    """The links from and to it; to a body also those to its posts."""
    posts = plan.owners.with_posts(named.id) if named.kind == "body" else set()
    for link in links(plan):
        if link.relation in NOT_SHOWN:
            continue
        if _same(link.source, named):
            yield _line(link, link.target, summary, names=True)
        if _same(link.target, named) and not (link.relation == "for" and named.kind in _MEASURED):
            yield _line(link, link.source, summary, names=False)
        elif link.target.kind == "post" and link.target.id in posts and link.source.kind != "post":
            yield _line(link, link.source, summary, names=False, via=link.target.id)


def _line(
    link: Link, other: Named, summary: _Summary, *, names: bool, via: str = ""
) -> tuple[int, str, LinkLine]:
    order, heading = heading_of(link.source.kind, link.relation, names=names)
    return order, heading, LinkLine(link.relation, names, other, *summary.of(other), via)


def _measures(plan: Plan, named: Named, summary: _Summary) -> Iterator[tuple[int, str, LinkLine]]:
    """The measures that tell whether a weakness gets better, or a strand works.

    Those that say so themselves are among them.
    """
    if named.kind not in _MEASURED:
        return
    order, heading = heading_of("measure", "for", names=False)
    known = {one.id: one for one in named_items(plan) if one.kind == "measure"}
    for measure, belongs in zip(plan.measures, belonging(plan, "measures"), strict=True):
        homes = belongs.weaknesses if named.kind == "weakness" else belongs.strands
        if named.id in homes:
            other = known[measure.id]
            yield order, heading, _link_line("measures", other, summary)


def _link_line(relation: str, other: Named, summary: _Summary) -> LinkLine:
    title, note = summary.of(other)
    return LinkLine(relation, names=False, other=other, title=title, note=note)


def _same(one: Named, other: Named) -> bool:
    return one.kind == other.kind and one.id == other.id


class _Summary:
    """What things are called, and how they stand, in a line each."""

    def __init__(self, plan: Plan, today: date) -> None:
        self._plan, self._today = plan, today
        self._parties = Parties(plan)
        self._scale = Scale(plan.head.vocabulary.shown)

    def of(self, named: Named) -> tuple[str, str]:
        """Its title, and how it stands."""
        item = named.item
        title = str(getattr(item, "title", None) or getattr(item, "name", None) or named.id)
        return title, ", ".join(words for words in self._standing(named) if words)

    def _standing(self, named: Named) -> Iterator[str]:
        plan, item = self._plan, named.item
        match item:
            case Action():
                yield self._scale.badge(item).word
                is_day = plan.deadline(item.due) is not None
                yield f"{'due ' if is_day else ''}{when_words(item.due)}"
                yield "overdue" if plan.is_overdue(item, self._today) else ""
            case Measure():
                now = position(plan, item, self._today)
                latest = now.latest.actual if now.latest else None
                yield f"last {latest.value}" if latest else ""
                yield VERDICTS[now.verdict]
                yield (
                    f"{number_of(len(now.missing), 'later figure')} missing" if now.missing else ""
                )
            case Risk():
                yield f"score {item.score}" if item.score else ""
                yield f"closed {when_words(item.closed)}" if item.closed else "open"
            case Step():
                done = f"done {when_words(item.done)}" if item.done else ""
                yield done or (f"due {when_words(item.due)}" if item.due else "")
            case Post():
                yield self._parties.title(item.body)
                yield self._parties.holder(named.id, self._today)
                yield span_words(item.since, item.until)
            case Weakness() if item.short and item.wording:
                yield f"“{item.wording}”"
            case Body():
                yield span_words(item.since, item.until)
            case Board():
                yield item.meets or ""
