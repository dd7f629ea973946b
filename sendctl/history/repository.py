"""The versions of one plan: which there are, which one is meant, and what it said."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from sendctl.history.git import Git, NoHistory
from sendctl.history.moved import moved_from
from sendctl.history.objects import Objects
from sendctl.history.revision import Revision, authors_of, commit, commits, within
from sendctl.history.snapshot import Readings, Snapshot
from sendctl.plan import Loaded
from sendctl.plan.files import OUTPUT, PLAN_FILE
from sendctl.plan.load import load_tree
from sendctl.plan.plan import Origin
from sendctl.plan.when import BadDate, parse_day


class NotThere(NoHistory):
    """A version that there is, but without the plan.

    Attributes:
        revision: the version.
    """

    def __init__(self, revision: Revision, message: str) -> None:
        super().__init__(message)
        self.revision = revision


class Repository:
    """The git repository that a plan is kept in; close it after use, or open it with `with`.

    Attributes:
        folder: the plan's folder, as it was given.
        inside: the same from the repository's root; "" is the root itself.
    """

    def __init__(self, folder: Path) -> None:
        """Find the repository.

        Raises:
            NoHistory: the plan is in none, or git is not installed.
        """
        here = Git.at(folder)
        try:
            found = here.run("rev-parse", "--is-inside-work-tree", "--show-toplevel")
            below = here.run("rev-parse", "--show-prefix")
        except NoHistory as problem:
            raise NoHistory(_not_in_one(folder, str(problem))) from None
        top = os.fsdecode(found.partition(b"\n")[2].removesuffix(b"\n"))
        self.folder = folder
        self.inside = below.removesuffix(b"\n").decode("utf-8", "surrogateescape").rstrip("/")
        self._git = Git(here.program, Path(top))
        self._objects = Objects(self._git)
        self._readings = Readings()
        self._names = {self.inside: None}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._objects.__exit__(kind, error, trace)

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the clone was made without the older commits (`git clone --depth`)."""
        return self._git.run("rev-parse", "--is-shallow-repository").strip() == b"true"

    def versions(self) -> Iterator[Revision]:
        """The commits that changed the plan, the newest first, along the first parents.

        A folder that was renamed or moved is followed to its earlier place. Commits in which the
        plan is not there are left out.

        Raises:
            NoHistory: the plan was never committed.
        """
        start, folder = self._head().id, self.inside
        found = 0
        while True:
            newer: Revision | None = None
            earlier = ""
            for one in commits(self._git, start, folder):
                if self.holds(one):
                    yield one
                    found += 1
                    newer = one
                elif newer:
                    earlier = self._moved(newer)
                    if earlier != newer.folder:
                        break
                    newer = None
            else:
                earlier = self._moved(newer) if newer else folder
            if newer is None or earlier == folder:
                break
            start, folder = newer.parents[0], earlier
            self._names[folder] = None
        if not found:
            raise NoHistory(
                f"{self.folder.as_posix()} has never been committed, so it has no versions yet. "
                "Commit it: git add and git commit."
            )

    def holds(self, revision: Revision) -> bool:
        """Whether the plan is there in a version, in its folder."""
        return self.snapshot(revision).has(PLAN_FILE)

    def version(self, text: str) -> Revision:
        """The version that a person means.

        Args:
            text: a revision as git knows it, such as a commit's id, a tag, a branch or HEAD~3; or
                a day, for the plan as it stood at that day's end.

        Raises:
            NoHistory: there is none.
        """
        try:
            day = parse_day(text)
        except BadDate:
            return self._named(text)
        return self.version_on(day)

    def version_on(self, day: date) -> Revision:
        """The last version of a day or before it: the plan as it stood at the day's end.

        Raises:
            NoHistory: the plan is younger.
        """
        oldest = None
        for one in self.versions():
            if one.on <= day:
                return one
            oldest = one
        first = f"its first commit is of {oldest.on.isoformat()}" if oldest else "it has none"
        raise NoHistory(
            f"There is no version of {self.folder.as_posix()} from {day.isoformat()} or before: "
            f"{first}.{self.cut_off(oldest)}"
        )

    def cut_off(self, oldest: Revision | None) -> str:
        """What to say, after the oldest version, when the clone lacks those before it; else ""."""
        if oldest is None or not self.is_shallow or oldest.parents:
            return ""
        return (
            f" This clone holds nothing before {oldest.on.isoformat()}; `git fetch --unshallow` "
            "gets the rest (in GitHub Actions: `fetch-depth: 0`)."
        )

    def snapshot(self, revision: Revision) -> Snapshot:
        """The plan's files in a version."""
        return Snapshot(self._objects, revision.root, revision.folder, self.folder, self._readings)

    def load(self, revision: Revision) -> Loaded:
        """The plan as it stood in a version."""
        loaded = load_tree(self.snapshot(revision))
        if loaded.plan is None:
            return loaded
        return replace(loaded, plan=replace(loaded.plan, origin=Origin(self.folder, revision.on)))

    def authors(self, revision: Revision) -> tuple[str, ...]:
        """Who wrote a version; of a merge, those whose work it brought in."""
        with suppress(NoHistory):  # a shallow clone may lack the other branch
            return authors_of(self._git, revision)
        return (revision.author,)

    def changed_files(self) -> list[str]:
        """Files of the plan that differ from the last commit or are not in it, by their names.

        Documents below `out/`, and what git is told to ignore, are no part of the plan.
        """
        found = self._git.run(
            *("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all"),
            *("--", within(self.inside)),
        )
        lines = found.decode("utf-8", "surrogateescape").split("\0")
        names = (self._name(line[3:]) for line in lines if line)
        return sorted(name for name in names if not _is_made(name))

    def contents(self, revision: Revision | None) -> dict[str, str]:
        """The id of the content of each file of the plan, by its name inside the folder.

        Args:
            revision: the version; None for the files as they are now, which get the ids that git
                would give them.
        """
        if revision is not None:
            files = self.snapshot(revision).files()
            return {name: node.id for name, node in files if not _is_made(name)}
        found = self._git.run(
            *("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"),
            *("--", within(self.inside)),
        )
        top = self._git.folder
        paths = [
            path
            for path in found.decode("utf-8", "surrogateescape").split("\0")
            if path and "\n" not in path and (top / path).is_file()
        ]
        asked = "".join(f"{path}\n" for path in paths).encode("utf-8", "surrogateescape")
        ids = self._git.run("hash-object", "--stdin-paths", given=asked).decode("ascii").split()
        named = zip(map(self._name, paths), ids, strict=True)
        return {name: key for name, key in named if not _is_made(name)}

    def _name(self, path: str) -> str:
        """A path from the repository's root as a name inside the plan's folder."""
        return path[len(self.inside) + 1 :] if self.inside else path

    def _head(self) -> Revision:
        try:
            return self._commit("HEAD")
        except NoHistory:
            raise NoHistory(
                f"The repository of {self.folder.as_posix()} has no commit yet. Commit the plan: "
                "git add and git commit."
            ) from None

    def _named(self, text: str) -> Revision:
        try:
            found = self._commit(text)
        except NoHistory:
            raise NoHistory(_no_revision(text)) from None
        if self.holds(found):
            return found
        for _ in self.versions():  # follows the plan to the names it had
            for name in self._names:
                older = replace(found, folder=name)
                if self.holds(older):
                    return older
        raise NotThere(
            found,
            f"{text} ({found.short} of {found.on.isoformat()}) has no "
            f"{self.folder.as_posix()}/{PLAN_FILE}.",
        )

    def _commit(self, text: str) -> Revision:
        if text.startswith("-") or "\0" in text or not text.strip():
            raise NoHistory("A revision does not begin with a hyphen.")
        arguments = ("--verify", "--quiet", "--end-of-options", f"{text}^{{commit}}")
        key = self._git.run("rev-parse", *arguments).decode("ascii", "replace").split()[-1]
        return commit(self._git, key, self.inside)

    def _moved(self, revision: Revision) -> str:
        """Where the plan was before the commit in which its folder appears; the same if nowhere."""
        if not revision.parents:
            return revision.folder
        earlier = moved_from(self._git, revision)
        parent = revision.parents[0]
        for folder in earlier:
            if self.holds(commit(self._git, parent, folder)):
                return folder
        return revision.folder


def _is_made(name: str) -> bool:
    return name.startswith(f"{OUTPUT}/")


def _not_in_one(folder: Path, problem: str) -> str:
    where = folder.as_posix()
    if "not a git repository" in problem:
        return (
            f"{where} is not in a git repository, so it has no earlier versions. "
            "Make one: git init, git add and git commit."
        )
    if "must be run in a work tree" in problem:
        return f"{where} is in a repository without a work tree; clone it, and look there."
    return f"The history of {where} cannot be read. {problem}"


def _no_revision(text: str) -> str:
    shown = text if len(text) <= 60 else text[:59] + "…"  # noqa: PLR2004 - fits in a message
    if ".." in text:
        first, _, last = text.partition("..")
        return f"{shown!r} is a range; give its ends: {first} {last.lstrip('.')}".rstrip() + "."
    return (
        f"git knows no revision {shown!r}. Give a commit's id, a tag, a branch, or a day such as "
        "2022-09-30. `git log` lists the commits."
    )
