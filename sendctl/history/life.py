"""The life of one part of a plan: when it came, what changed about it, and who changed it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sendctl.history.change import Change, What
from sendctl.history.compare import ids_of, in_order, told_of, whole
from sendctl.history.context import Context
from sendctl.history.parts import Pair, Part, paired, parts_of
from sendctl.history.repository import Repository
from sendctl.history.revision import Revision
from sendctl.plan import Plan, load_plan
from sendctl.plan.named import NotNamed, find_named

Watch = Callable[[Sequence[Revision]], Iterable[Revision]]
"""Goes through versions one after the other, and may show how far it is."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one version changed about a part.

    Attributes:
        revision: the version; None for work that is not committed.
        authors: who wrote it; nobody for work that is not committed.
        changes: what it changed.
        plan: the plan in that version, for names.
    """

    revision: Revision | None
    authors: tuple[str, ...]
    changes: tuple[Change, ...]
    plan: Plan


@dataclass(frozen=True, slots=True)
class Life:
    """A part through time.

    Attributes:
        part: the part as it is now, or was last.
        plan: the plan that it is in.
        entries: the oldest first.
        skipped: versions that cannot be read where the part stands.
        cut_off: what to say when the clone does not reach back to the beginning; else "".
    """

    part: Part
    plan: Plan
    entries: tuple[Entry, ...]
    skipped: tuple[Revision, ...]
    cut_off: str


def life(repository: Repository, name: str, watch: Watch = iter) -> Life:
    """The life of what goes by a name.

    A part that had other ids is followed to them; see `sendctl.history.parts.paired`.

    Args:
        repository: where the plan is kept.
        name: an id or key, or with its kind before it; see `sendctl.plan.named.find_named`.
        watch: goes through the versions.

    Raises:
        NoHistory: the versions cannot be read.
        NotNamed: no version has it, or several things go by it.
    """
    versions = list(repository.versions())
    walk = _Walk(repository, name)
    if repository.changed_files():
        walk.step(None, load_plan(repository.folder).plan)
    for revision in watch(versions):
        walk.step(revision, repository.load(revision).plan)
    return walk.told(repository.cut_off(versions[-1]))


class _Walk:
    """Goes from the newest version to the oldest; `part` is the one looked at last."""

    def __init__(self, repository: Repository, name: str) -> None:
        self._repository = repository
        self._name = name
        self._missing: NotNamed | None = None
        self._newest: tuple[Part, Plan] | None = None
        self._part: Part | None = None
        self._id = ""
        self._newer: tuple[Revision | None, Plan] | None = None
        self._entries: list[Entry] = []
        self._skipped: list[Revision] = []

    def step(self, revision: Revision | None, plan: Plan | None) -> None:
        """Look at the next older version."""
        if plan is None or self._is_hidden(plan):
            if revision:
                self._skipped.append(revision)
            return
        if self._newest is None:
            self._find(plan)
        elif self._part is not None:
            self._go_on(plan)
        else:
            self._find_again(plan)
        self._newer = (revision, plan)

    def told(self, cut_off: str) -> Life:
        """What was found.

        Raises:
            NotNamed: nothing was.
        """
        if self._newest is None:
            assert self._missing is not None  # noqa: S101 - there is one version at least
            raise self._missing
        if self._part is not None:
            self._note((whole(What.ADDED, self._part),))
        return Life(*self._newest, tuple(self._entries[::-1]), tuple(self._skipped), cut_off)

    def _is_hidden(self, plan: Plan) -> bool:
        """Whether the file that the part stands in cannot be read in this version."""
        if self._part is None:
            return False
        file = self._part.place.file
        return file in plan.unread or any(
            name.endswith("/") and file.startswith(name) for name in plan.unread
        )

    def _find(self, plan: Plan) -> None:
        try:
            found = find_named(plan, self._name)
        except NotNamed as missing:
            if missing.is_ambiguous:
                raise
            self._missing = self._missing or missing
            return
        self._part = Part(*found)
        self._id = found.id
        self._newest = (self._part, plan)
        if self._newer is not None:  # newer versions do not have it
            self._note((whole(What.DROPPED, self._part),))

    def _go_on(self, older: Plan) -> None:
        part = self._part
        assert part is not None  # noqa: S101 - the caller looked
        assert self._newer is not None  # noqa: S101 - there was a newer version
        newer = self._newer[1]
        file = part.place.file
        if older.files.get(file) is newer.files.get(file) and file in older.files:
            return  # the same file, so the same part at the same place
        pairing = paired(parts_of(older)[part.kind], parts_of(newer)[part.kind])
        pair = next((one for one in pairing.pairs if one.after.item is part.item), None)
        if pair is None:
            self._note((whole(What.ADDED, part),))
            self._part = None
            return
        if pair.before.item != part.item or pair.before.place.file != file:
            self._note(in_order(self._changes(pair, older, newer)))
        self._part, self._id = pair.before, pair.before.id

    def _changes(self, pair: Pair, older: Plan, newer: Plan) -> Iterable[Change]:
        old, new = parts_of(older), parts_of(newer)
        ids = ids_of({kind: paired(old[kind], new[kind]) for kind in new})
        return told_of(pair, Context.of(older, newer, ids))

    def _find_again(self, older: Plan) -> None:
        """A part that was away for a while has its id still."""
        kind = self._newest[0].kind if self._newest else ""
        found = next((one for one in parts_of(older)[kind] if one.id == self._id), None)
        if found is not None:
            self._part = found
            self._note((whole(What.DROPPED, found),))

    def _note(self, changes: tuple[Change, ...]) -> None:
        """Changes that the version looked at before made."""
        if not changes or self._newer is None:
            return
        revision, plan = self._newer
        authors = self._repository.authors(revision) if revision else ()
        self._entries.append(Entry(revision, authors, changes, plan))
