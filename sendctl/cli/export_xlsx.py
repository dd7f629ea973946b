"""The workbooks that `sendctl export xlsx` was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sendctl.cli.options import ExitCode, leave, missing_extra, say

if TYPE_CHECKING:
    from sendctl.exchange.workbook.view import View
    from sendctl.plan import Plan


@dataclass(frozen=True, slots=True)
class Asked:
    """Which workbooks of a plan.

    Attributes:
        owners: the keys of those who get one; empty for one workbook of everything.
        each_owner: whether everybody who owns something gets one.
    """

    owners: Sequence[str]
    each_owner: bool
    public: bool


class Made(NamedTuple):
    """A workbook, and the name of its file."""

    name: str
    content: bytes


def workbooks(plan: Plan, today: date, asked: Asked) -> list[Made]:
    """All workbooks of a plan; leaves when there is no such owner, or openpyxl is missing."""
    from sendctl.exchange.workbook.memory import digest_of
    from sendctl.exchange.workbook.owners import file_names, owners_with_work
    from sendctl.exchange.workbook.view import View
    from sendctl.exchange.workbook.write import Extent, workbook_bytes

    view = View(plan, today)
    digest = "" if asked.public else digest_of(plan)
    try:
        if not asked.owners and not asked.each_owner:
            content = workbook_bytes(view, Extent(public=asked.public, digest=digest))
            return [Made(f"{plan.name}{'-public' * asked.public}.xlsx", content)]
        keys = list(dict.fromkeys(asked.owners))
        if asked.each_owner:
            keys = owners_with_work(view)
        names = file_names(keys)
        found = [(key, _keys(view, key)) for key in keys]
        return [
            Made(
                f"{plan.name}-{names[key]}.xlsx",
                workbook_bytes(view, Extent(owner=key, keys=theirs, digest=digest)),
            )
            for key, theirs in found
        ]
    except ImportError:
        missing_extra("Excel workbooks", "excel")


def _keys(view: View, owner: str) -> frozenset[str]:
    from sendctl.exchange.workbook.owners import NoOwner, keys_of, owns_anything

    try:
        keys = keys_of(view.plan, owner)
    except NoOwner as nobody:
        leave(ExitCode.WRONG_USE, str(nobody))
    if not owns_anything(view, keys):
        say(f"{owner} answers for no action, measure or risk; the workbook is empty.")
    return keys
