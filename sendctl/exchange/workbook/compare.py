"""Compares what came back with the plan, and with what the plan was at the export.

Three sides: the plan when the workbook was made, the plan now, and the workbook. What only the
workbook changed is a change; what both changed alike is nothing; what both changed otherwise is a
conflict. A row or a value that is not there any more never deletes anything by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from sendctl.exchange.workbook.memory import digest_of, is_of
from sendctl.exchange.workbook.one_book import Comparison, Found
from sendctl.exchange.workbook.proposal import (
    Change,
    Conflict,
    NewMove,
    NewUpdate,
    Proposal,
    Remark,
    error,
    notice,
)
from sendctl.exchange.workbook.read import Book
from sendctl.exchange.workbook.spot import Spot
from sendctl.exchange.workbook.view import View


class Prefer(StrEnum):
    """Whose value is taken where both sides changed it."""

    NOBODY = "nobody"
    WORKBOOK = "workbook"
    PLAN = "plan"


def compare(
    view: View, books: Sequence[Book], *, prefer: Prefer = Prefer.NOBODY, clear: bool = False
) -> Proposal:
    """What some workbooks would change.

    Args:
        view: the plan as it is now, on the day of the import.
        books: as they came back.
        prefer: what becomes of fields that both sides changed.
        clear: whether a cell that was emptied takes the value out of the plan.
    """
    found = Found()
    for book in books:
        found.remarks += book.remarks
        if _is_ours(view, book, found.remarks):
            Comparison(view, book, found, clear=clear).run()
    changes, conflicts = _weighed(found, prefer)
    moved = [one for one in changes if one.target.field == "due" and one.old and one.new]
    return Proposal(
        changes=tuple(changes),
        conflicts=tuple(conflicts),
        additions=tuple(found.additions.values()),
        updates=tuple(_each_once(found.updates)),
        moves=tuple(_moves(moved, found)),
        remarks=tuple(found.remarks),
    )


def _each_once(updates: Iterable[NewUpdate]) -> Iterable[NewUpdate]:
    """Two copies of a workbook report the same thing once."""
    found: dict[tuple[str, ...], NewUpdate] = {}
    for one in updates:
        found.setdefault((one.kind, one.id, one.by, one.note), one)
    return found.values()


def _is_ours(view: View, book: Book, remarks: list[Remark]) -> bool:
    known = book.memory
    if known is None:
        return True
    if not is_of(known, view.plan):
        message = f"The workbook was made from another plan: {known.area}, {known.kind}."
        advice = f"Give the plan that it belongs to; this one is {view.plan.head.area}, "
        remarks.append(error(Spot(book.file), message, f"{advice}{view.plan.head.kind.value}."))
        return False
    if known.public:
        message = "The workbook is a version for everybody; nothing in it can be taken back."
        remarks.append(error(Spot(book.file), message, "Use one that was made without --public."))
        return False
    return True


def _weighed(found: Found, prefer: Prefer) -> tuple[list[Change], list[Conflict]]:
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    for target, all_said in found.said.items():
        now = found.now[target]
        said = [one for one in all_said if one.value != now]
        if not said:
            continue
        agree = len({one.value for one in said}) == 1
        untouched = all(one.base == now for one in said)
        if agree and (untouched or prefer is Prefer.WORKBOOK):
            spots = tuple(dict.fromkeys(one.spot for one in said))
            changes.append(Change(target, now, said[0].value, spots))
        elif not (agree and prefer is Prefer.PLAN):
            told = tuple((one.value, one.spot) for one in said)
            conflicts.append(Conflict(target, said[0].base, now, told))
    return changes, conflicts


def _moves(moved: Iterable[Change], found: Found) -> Iterator[NewMove]:
    """Each date that moves, with its reason; a reason without a new date is told."""
    reasons = dict(found.reasons)
    for change in moved:
        if change.target.kind == "action":
            yield reasons.pop(change.target.id, NewMove(change.target.id, "", change.spots[0]))
    for left in reasons.values():
        message = "There is a reason for a new date, but the date is the same; it is not taken."
        found.remarks.append(notice(left.spot, message))


def changed_since(view: View, book: Book) -> bool:
    """Whether the plan is another than at the export; unknown counts as no."""
    return book.memory is not None and book.memory.digest != digest_of(view.plan)
