"""Two states of a plan side by side: versions, or the files as they are now."""

from __future__ import annotations

from dataclasses import dataclass

from sendctl.history.compare import Compared, compare, rewritten
from sendctl.history.repository import Repository
from sendctl.history.revision import Revision
from sendctl.plan import Loaded, Plan, load_plan


@dataclass(frozen=True, slots=True)
class Standing:
    """A plan at one time.

    Attributes:
        revision: the version; None for the files as they are now.
        loaded: what could be read; None where the version does not have the plan.
    """

    revision: Revision | None
    loaded: Loaded | None

    @property
    def plan(self) -> Plan | None:
        """What could be read; None where there is no plan, or plan.yaml is broken."""
        return self.loaded.plan if self.loaded else None


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed from one state of a plan to another."""

    before: Standing
    after: Standing
    compared: Compared


def standing(repository: Repository, revision: Revision | None) -> Standing:
    """The plan in a version; with None, as its files are now.

    Raises:
        NoHistory: the version cannot be read.
    """
    if revision is None:
        return Standing(None, load_plan(repository.folder))
    if not repository.holds(revision):
        return Standing(revision, None)
    return Standing(revision, repository.load(revision))


def difference(repository: Repository, first: Revision, last: Revision | None) -> Difference:
    """What changed from a version to a later one, or to the files as they are now (None).

    Raises:
        NoHistory: one of the versions cannot be read.
    """
    before, after = standing(repository, first), standing(repository, last)
    compared = compare(before.plan, after.plan)
    if before.plan and after.plan:
        sides = (before.revision, after.revision)
        compared = rewritten(compared, *(repository.contents(side) for side in sides))
    return Difference(before, after, compared)
