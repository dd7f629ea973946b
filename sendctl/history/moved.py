"""Where a plan's folder was before it was renamed or moved."""

from __future__ import annotations

from collections import Counter

from sendctl.history.git import Git
from sendctl.history.revision import Revision
from sendctl.plan.files import PLAN_FILE


def moved_from(git: Git, revision: Revision) -> list[str]:
    """The folders that a plan can have come from in the commit in which its folder appears.

    git finds which files were renamed; a folder counts for each file that kept its name inside it,
    and the one that plan.yaml came from is the first.

    Args:
        git: run in the repository.
        revision: the commit, with the folder's new place; it has a parent.
    """
    found = git.run(
        *("diff-tree", "-r", "-z", "-M", "--name-status", "--diff-filter=R", "--no-ext-diff"),
        *(revision.parents[0], revision.id, "--"),
    )
    fields = found.decode("utf-8", "surrogateescape").split("\0")
    start = f"{revision.folder}/" if revision.folder else ""
    votes: Counter[str] = Counter()
    for old, new in zip(fields[1::3], fields[2::3], strict=True):
        name = new[len(start) :]
        if not new.startswith(start) or not f"/{old}".endswith(f"/{name}"):
            continue
        folder = old[: -len(name)].rstrip("/")
        if folder != revision.folder:
            votes[folder] += 1 if name != PLAN_FILE else len(fields)
    return [folder for folder, _ in votes.most_common()]
