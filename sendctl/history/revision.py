"""One version of a plan, as git lists it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Final

from sendctl.history.git import Git

_FORMAT: Final = "%H%x00%T%x00%P%x00%aN%x00%cI%x00%s"
_FIELDS: Final = 6
_SHORT: Final = 10


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, and where the plan stands in it.

    Attributes:
        id: the commit's whole id.
        root: the id of the repository's root folder in it.
        parents: the commits before it; of a merge, the branch that it was made on first.
        author: who wrote it, with the name that the repository's mailmap gives them.
        at: when it was committed, with that place's own time zone.
        subject: the first line of its message.
        folder: the plan's folder in it, from the repository's root; "" is the root itself.
    """

    id: str
    root: str
    parents: tuple[str, ...]
    author: str
    at: datetime
    subject: str
    folder: str

    @property
    def on(self) -> date:
        """The day it was committed, where it was committed: the same on every machine."""
        return self.at.date()

    @property
    def short(self) -> str:
        """The beginning of its id, enough to find it again."""
        return self.id[:_SHORT]

    @property
    def is_merge(self) -> bool:
        """Whether it brings in the commits of another branch."""
        return len(self.parents) > 1


def commits(git: Git, start: str, folder: str) -> Iterator[Revision]:
    """The commits that changed a folder, the newest first, along the first parents.

    What a merge brought in is one change, at the day it was merged: that is when the plan that
    everybody sees was another one.

    Args:
        git: run at the root of the work tree.
        start: the whole id of a commit.
        folder: the folder, from the repository's root.

    Raises:
        NoHistory: git cannot list them.
    """
    found = git.fields(
        *("log", "-z", "--first-parent", "--encoding=UTF-8", f"--format={_FORMAT}"),
        *(start, "--", within(folder)),
    )
    yield from _revisions(found, folder)


def commit(git: Git, key: str, folder: str) -> Revision:
    """One commit, whatever it changed.

    Args:
        git: run in the repository.
        key: its whole id.
        folder: the plan's folder in it.

    Raises:
        NoHistory: git cannot read it.
    """
    found = git.fields(
        "log", "-z", "-1", "--no-walk", "--encoding=UTF-8", f"--format={_FORMAT}", key, "--"
    )
    return next(_revisions(found, folder))


def authors_of(git: Git, merge: Revision) -> tuple[str, ...]:
    """Who wrote what a merge brought in to the plan, each once; of others, who committed."""
    if not merge.is_merge:
        return (merge.author,)
    brought = (f"{merge.parents[0]}..{parent}" for parent in merge.parents[1:])
    found = git.fields(
        *("log", "-z", "--no-merges", "--encoding=UTF-8", "--format=%aN", "--reverse"),
        *(*brought, "--", within(merge.folder)),
    )
    return tuple(dict.fromkeys(found)) or (merge.author,)


def within(folder: str) -> str:
    """What limits a call to a folder of the repository; no sign in its name is special."""
    return f":(top,literal){folder}" if folder else ":(top)"


def _revisions(fields: Iterator[str], folder: str) -> Iterator[Revision]:
    while len(found := tuple(islice(fields, _FIELDS))) == _FIELDS:
        key, root, parents, author, at, subject = found
        when = datetime.fromisoformat(at)
        yield Revision(key, root, tuple(parents.split()), author, when, subject, folder)
