"""Tells somebody at a terminal how far a long run is."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from time import monotonic
from typing import TypeVar

_T = TypeVar("_T")
_SECONDS = 1.0
"""What takes no longer needs no progress."""


def steps(items: Sequence[_T], doing: str) -> Iterator[_T]:
    """The items one after the other, with a bar on stderr once they take more than a second.

    There is none for one item alone, and none where stderr is no terminal.

    Args:
        items: what is worked through.
        doing: what the bar says, such as "Rendering".
    """
    if len(items) == 1 or sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    begun = monotonic()
    for done, item in enumerate(items):
        if monotonic() - begun > _SECONDS:
            yield from _with_bar(items[done:], doing, done, len(items))
            return
        yield item


def _with_bar(rest: Sequence[_T], doing: str, done: int, total: int) -> Iterator[_T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # What goes into a pipe must not end up on the terminal; on a terminal the two take turns.
    redirect = sys.stdout is not None and sys.stdout.isatty()
    with Progress(
        *columns, console=Console(stderr=True), transient=True, redirect_stdout=redirect
    ) as progress:
        task = progress.add_task(doing, total=total, completed=done)
        for item in rest:
            yield item
            progress.advance(task)
