"""A plan as tidy tables: one row a thing, one column a fact, keys that join them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.exchange.deadlines import DEADLINE_HEADINGS, deadline_rows
from sendctl.exchange.measure_tables import measure_rows, value_rows
from sendctl.plan import Plan
from sendctl.plan.action import ROLES
from sendctl.plan.named import named_items
from sendctl.plan.progress import Reported
from sendctl.report.parties import Parties
from sendctl.report.status import Scale
from sendctl.timeline import timeline_of

Row = Sequence[object]


class Table(NamedTuple):
    """A table: what it holds, its headings, and how its rows are made for a day."""

    line: str
    headings: tuple[str, ...]
    rows: Callable[[Plan, date], Iterable[Row]]


def _actions(plan: Plan, today: date) -> Iterator[Row]:
    scale = Scale(plan.head.vocabulary.shown)
    for strand in plan.strands:
        for one in strand.actions:
            yield [
                one.id, strand.id, one.objective, one.parent, one.title, one.plain,
                _keys(one.weaknesses or strand.weaknesses), _keys(one.owners.first()), one.start,
                one.due, plan.deadline(one.due), one.completed, one.review, one.status, one.rating,
                one.impact, scale.badge(one).word, plan.is_overdue(one, today), len(one.moved),
                max((update.on for update in one.updates if update.on <= today), default=None),
                _keys(one.coproduced_with), _keys(one.measures), _keys(one.depends_on),
                _lines(one.success), one.now, one.difference, one.resources, one.note,
                one.illustrative, plan.place(one).file,
            ]  # fmt: skip


def _action_owners(plan: Plan, _: date) -> Iterator[Row]:
    parties = Parties(plan)
    for one in plan.actions:
        for role in ROLES:
            for key in getattr(one.owners, role):
                body = plan.owners.body_of(key)
                yield [one.id, role, key, parties.title(key), body, parties.title(body)]


def _action_weaknesses(plan: Plan, _: date) -> Iterator[Row]:
    for one in plan.actions:
        yield from ([one.id, key] for key in plan.weaknesses_of(one))


def _action_measures(plan: Plan, _: date) -> Iterator[Row]:
    for one in plan.actions:
        yield from ([one.id, key] for key in one.measures)


def _dependencies(plan: Plan, _: date) -> Iterator[Row]:
    for one in plan.actions:
        yield from ([one.id, key] for key in one.depends_on)


def _updates(plan: Plan, _: date) -> Iterator[Row]:
    parties = Parties(plan)
    for kind, key, item in (("plan", "", plan.head), *_reported(plan)):
        for one in item.updates:
            yield [kind, key, one.on, one.by, parties.title(one.by), one.status, one.rating,
                   one.impact, one.note]  # fmt: skip


def _reported(plan: Plan) -> Iterator[tuple[str, str, Reported]]:
    """What people report on, with its kind and id; actions without an id too."""
    nameless = (("action", "", action) for action in plan.actions if not action.id)
    named = ((one.kind, one.id, one.item) for one in named_items(plan))
    for kind, key, item in (*named, *nameless):
        if isinstance(item, Reported):
            yield kind, key, item


def _moves(plan: Plan, _: date) -> Iterator[Row]:
    parties = Parties(plan)
    for action in plan.actions:
        for one in action.moved:
            before, after = plan.deadline(one.before), plan.deadline(one.to)
            days = (after - before).days if before and after else None
            yield [action.id, one.before, one.to, days, one.on, one.reason, one.agreed_by,
                   parties.title(one.agreed_by)]  # fmt: skip


def _milestones(plan: Plan, _: date) -> Iterator[Row]:
    weaknesses = [("weakness", one.id, one.milestones) for one in plan.weaknesses]
    actions = [("action", one.id, one.milestones) for one in plan.actions]
    for kind, key, milestones in (*weaknesses, *actions):
        for one in milestones:
            yield [kind, key, one.title, one.due, plan.deadline(one.due), one.done, one.note]


def _evidence(plan: Plan, _: date) -> Iterator[Row]:
    for action in plan.actions:
        yield from ([action.id, one.title, one.on, one.link, one.note] for one in action.evidence)


def _weaknesses(plan: Plan, _: date) -> Iterator[Row]:
    for one in plan.weaknesses:
        last = max(one.judgements, key=lambda given: given.on, default=None)
        yield [one.id, one.kind, one.short, one.wording, one.plain, _keys(one.responsible),
               last and last.result, last and last.on]  # fmt: skip


def _strands(plan: Plan, _: date) -> Iterator[Row]:
    for one in plan.strands:
        yield [one.id, one.title, one.plain, one.description, _keys(one.leads),
               _keys(one.weaknesses), plan.place(one).file]  # fmt: skip


def _objectives(plan: Plan, _: date) -> Iterator[Row]:
    for strand in plan.strands:
        for one in strand.objectives:
            yield [one.id, strand.id, one.title, one.plain, one.want, one.now, one.see,
                   one.difference, _keys(one.measures)]  # fmt: skip


def _owners(plan: Plan, _: date) -> Iterator[Row]:
    for key, body in plan.owners.bodies.items():
        yield [key, "body", body.name, body.kind, None, body.since, body.until, body.successor]
    for key, post in plan.owners.posts.items():
        yield [key, "post", post.title, None, post.body, post.since, post.until, None]


def _risks(plan: Plan, _: date) -> Iterator[Row]:
    for one in plan.risks:
        yield [one.id, one.title, one.likelihood, one.impact, one.score, _keys(one.owner),
               _lines(one.mitigation), _keys(one.weaknesses), _keys(one.strands),
               _keys(one.actions), one.closed]  # fmt: skip


def _deadlines(plan: Plan, today: date) -> Iterator[Row]:
    return (row[1:] for row in deadline_rows(plan.name, timeline_of(plan, today)))


def _keys(keys: Iterable[str]) -> str:
    """Ids and keys in one cell: they hold no spaces."""
    return " ".join(keys)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(" ".join(text.split()) for text in texts)


TABLES: Final[Mapping[str, Table]] = MappingProxyType({
    "actions": Table("one row an action", (
        "id", "strand", "objective", "parent", "title", "plain", "weaknesses", "first_owners",
        "start", "due", "due_last_day", "completed", "review", "status", "rating", "impact",
        "shown", "overdue", "times_moved", "last_update", "coproduced_with", "measures",
        "depends_on", "success", "now", "difference", "resources", "note", "illustrative", "file",
    ), _actions),
    "action_owners": Table("one row an owner of an action and role", (
        "action", "role", "owner", "owner_name", "body", "body_name"), _action_owners),
    "action_weaknesses": Table("which action answers which weakness", (
        "action", "weakness"), _action_weaknesses),
    "action_measures": Table("which action names which measure", (
        "action", "measure"), _action_measures),
    "dependencies": Table("which action waits for which", (
        "action", "depends_on"), _dependencies),
    "milestones": Table("milestones of actions and weaknesses", (
        "of", "id", "title", "due", "due_last_day", "done", "note"), _milestones),
    "moves": Table("one row a moved date", (
        "action", "from", "to", "days", "on", "reason", "agreed_by", "agreed_by_name"), _moves),
    "updates": Table("one row a report of progress", (
        "of", "id", "on", "by", "by_name", "status", "rating", "impact", "note"), _updates),
    "evidence": Table("what shows that actions were done", (
        "action", "title", "on", "link", "note"), _evidence),
    "measures": Table("one row a measure, and where it stands", (
        "id", "title", "plain", "tag", "unit", "direction", "owners", "for", "made_of", "people",
        "cumulative", "baseline", "baseline_number", "baseline_period", "target", "target_number",
        "target_by", "target_by_last_day", "target_basis", "latest", "latest_number", "latest_on",
        "verdict", "figures_missing", "note", "illustrative"), measure_rows),
    "measure_values": Table("one row a figure: baselines, milestones, targets", (
        "measure", "kind", "by", "by_last_day", "target", "target_number", "value", "number",
        "percent", "on", "period", "state", "source", "note"), value_rows),
    "weaknesses": Table("what the inspectors found", (
        "id", "kind", "short", "wording", "plain", "responsible", "last_judgement",
        "last_judged_on"), _weaknesses),
    "strands": Table("one row a strand", (
        "id", "title", "plain", "description", "leads", "weaknesses", "file"), _strands),
    "objectives": Table("one row an objective", (
        "id", "strand", "title", "plain", "want", "now", "see", "difference", "measures",
    ), _objectives),
    "owners": Table("bodies and posts", (
        "key", "is", "name", "kind", "body", "from", "until", "successor"), _owners),
    "risks": Table("one row a risk", (
        "id", "title", "likelihood", "impact", "score", "owners", "mitigation", "weaknesses",
        "strands", "actions", "closed"), _risks),
    "deadlines": Table("the timeline, as `sendctl deadlines` computes it",
                       DEADLINE_HEADINGS[1:], _deadlines),
})  # fmt: skip
"""Every table by name. Columns are only ever added, at the end; `plan` comes before them all."""


def table_rows(name: str, plan: Plan, today: date) -> Iterator[Row]:
    """The rows of a table, each with the name of the plan's folder first."""
    return ([plan.name, *row] for row in TABLES[name].rows(plan, today))
