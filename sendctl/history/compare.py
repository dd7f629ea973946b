"""What changed between two versions of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sendctl.findings import Place
from sendctl.history.change import Change, What
from sendctl.history.context import Context
from sendctl.history.fields import changes_of
from sendctl.history.parts import Pair, Pairing, Part, paired, parts_of
from sendctl.plan.files import FILES, FOLDERS
from sendctl.plan.plan import Plan

_ORDER = tuple(What)


@dataclass(frozen=True, slots=True)
class Compared:
    """The changes between two versions.

    Attributes:
        changes: by what happened, then in the plan's order.
        left_out: files that one of the versions could not read; their parts were not compared.
    """

    changes: tuple[Change, ...]
    left_out: tuple[str, ...]


def compare(before: Plan | None, after: Plan | None) -> Compared:
    """What changed in plan terms; a version without the plan counts as an empty one."""
    unread = {*(before.unread if before else ()), *(after.unread if after else ())}
    old, new = _readable(before, unread), _readable(after, unread)
    pairings = {kind: paired(old[kind], new[kind]) for kind in new}
    return Compared(in_order(_changes(before, after, pairings)), tuple(sorted(unread)))


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes by what happened; of one sort as they come."""
    return tuple(sorted(changes, key=lambda one: _ORDER.index(one.what)))


def rewritten(
    compared: Compared, before: Mapping[str, str], after: Mapping[str, str]
) -> Compared:  # fmt: skip
    """The same with the files that differ and of which no change tells.

    Args:
        compared: the changes in plan terms.
        before: the ids of the contents of all files of the earlier version, by name.
        after: likewise of the present one.
    """
    told = {change.place.file for change in compared.changes}
    found = list(compared.changes)
    for name in sorted({*before, *after}):
        was, now = before.get(name), after.get(name)
        if was == now or name in told or name in compared.left_out:
            continue
        what = What.REWRITTEN
        if not _is_read(name):
            what = What.ADDED if was is None else What.DROPPED if now is None else what
        found.append(Change(what, "file", name, "", Place(name)))
    return replace(compared, changes=in_order(found))


def _is_read(name: str) -> bool:
    folder, _, _ = name.partition("/")
    return name in FILES or (folder in FOLDERS and name.endswith(".yaml"))


def _readable(plan: Plan | None, unread: set[str]) -> dict[str, list[Part]]:
    """The parts that both versions can tell of."""
    found = parts_of(plan)
    if not unread:
        return found
    folders = tuple(name for name in unread if name.endswith("/"))
    return {
        kind: [
            part
            for part in parts
            if part.place.file not in unread and not part.place.file.startswith(folders or ("\0",))
        ]
        for kind, parts in found.items()
    }


def ids_of(pairings: Mapping[str, Pairing]) -> dict[str, dict[str, str]]:
    """For each kind the present ids of parts that had another."""
    return {
        kind: {
            pair.before.id: pair.after.id
            for pair in pairing.pairs
            if pair.before.id != pair.after.id
        }
        for kind, pairing in pairings.items()
    }


def told_of(pair: Pair, context: Context) -> Iterator[Change]:
    """Everything that changed about one part, where it stands included."""
    yield from changes_of(pair, context)
    if pair.after.kind in {"action", "objective"}:
        yield from _strand(pair.before, pair.after, context)


def whole(what: What, part: Part) -> Change:
    """A part that came or went."""
    return Change(what, part.kind, part.id, part.title, part.place)


def _changes(
    before: Plan | None, after: Plan | None, pairings: Mapping[str, Pairing]
) -> Iterator[Change]:
    for pairing in pairings.values():
        yield from (whole(What.ADDED, part) for part in pairing.added)
        yield from (whole(What.DROPPED, part) for part in pairing.dropped)
    if before is None or after is None:
        return
    context = Context.of(before, after, ids_of(pairings))
    for pairing in pairings.values():
        for pair in pairing.pairs:
            yield from told_of(pair, context)


def _strand(before: Part, after: Part, context: Context) -> Iterator[Change]:
    """An action or objective that stands in another strand now."""
    if before.place.file == after.place.file and not context.ids["strand"]:
        return
    old, new = context.before.files[before.place.file], context.after.files[after.place.file]
    was, now = getattr(old, "id", ""), getattr(new, "id", "")
    if context.ids["strand"].get(was, was) != now:
        yield replace(
            whole(What.OTHER, after), field="strand", before=was, after=now
        )  # fmt: skip
