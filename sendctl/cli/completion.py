"""What the shell offers while somebody types: ids, keys and words of the plan they mean.

Each function below is the `autocompletion` of an option or argument. It offers nothing rather than
failing: an error would land in the middle of a line that somebody types.

What is offered is text from a plan, and shells are careless with it: bash expands patterns in it,
and the script for zsh evaluates it. So only names of plain characters are offered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

import typer

_PLAIN = re.compile(r"\w[\w.,/+@-]*")

Completer = Callable[[typer.Context, str], list[str]]


def _offering(find: Callable[[typer.Context], Iterable[str]]) -> Completer:
    """Makes an `autocompletion` of a function that gives all there is."""

    @wraps(find)
    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        try:
            found = dict.fromkeys(find(ctx))
        except Exception:  # noqa: BLE001 - whatever is wrong, the command itself will say it
            return []
        return [name for name in found if name.startswith(incomplete) and _PLAIN.fullmatch(name)]

    # Typer looks at the parameters of what it is given, and would look through `wraps`.
    del complete.__dict__["__wrapped__"]
    complete.__annotations__ = {"ctx": typer.Context, "incomplete": str}
    return complete


def _folders(ctx: typer.Context) -> list[Path]:
    """The plan that a command means, or all among which its user will have to choose."""
    from sendctl.plan.find import find_plans

    params: dict[str, Any] = ctx.params
    given = params.get("plan") or params.get("path")
    return find_plans([Path(given)] if given else [])


def _names(*kinds: str) -> Completer:
    """Offers the names of some kinds of things; of all, when there is none."""

    def find(ctx: typer.Context) -> Iterator[str]:
        from sendctl.plan.names import names_in

        for folder in _folders(ctx):
            yield from names_in(folder, *kinds)

    return _offering(find)


ids = _names()
"""Every id and key, for a command that takes whatever has a name."""

actions = _names("action")
owners = _names("body", "post", "board")
strands = _names("strand")
weaknesses = _names("weakness")


@_offering
def statuses(_: typer.Context) -> Iterator[str]:
    """The fixed words for how far the work is."""
    from sendctl.plan.progress import Status

    yield from (status.value for status in Status)


@_offering
def ratings(_: typer.Context) -> Iterator[str]:
    """The fixed words for whether it will be done in time."""
    from sendctl.plan.progress import Rating

    yield from (rating.value for rating in Rating)


@_offering
def plans(_: typer.Context) -> Iterator[str]:
    """The plans below `plans/`; where there are none, the shell offers files."""
    from sendctl.plan.find import PLANS, find_plans

    yield from (folder.as_posix() for folder in find_plans([Path(PLANS)]))


@_offering
def reports(ctx: typer.Context) -> Iterator[str]:
    """The committee reports, for a document that is made of one."""
    from sendctl.plan.names import stems_in

    if ctx.params.get("document") == "committee":
        for folder in _folders(ctx):
            yield from stems_in(folder, "reports/", ".yaml")


@_offering
def documents(_: typer.Context) -> Iterator[str]:
    """The documents that `render` makes."""
    from sendctl.report.documents import DOCUMENTS, NAMES_OF_KINDS

    yield from (*DOCUMENTS, *NAMES_OF_KINDS)


@_offering
def tables(_: typer.Context) -> Iterator[str]:
    """The tables that `export csv` writes."""
    from sendctl.exchange.tables import TABLES

    yield from TABLES


@_offering
def codes(_: typer.Context) -> Iterator[str]:
    """The codes of all rules."""
    from sendctl.checks import rule_pages

    yield from rule_pages()


@_offering
def schemas(_: typer.Context) -> Iterator[str]:
    """What there is a schema of."""
    from sendctl.plan.schema import SCHEMAS

    yield from (*SCHEMAS, "export", "mapping")
