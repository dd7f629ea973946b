"""A version of a plan as files on the disk, for what needs more than its YAML.

Templates, logos, Word forms and evidence are looked for in the plan's folder, and an earlier plan
beside it. They must come from the same version, so the folder is written out as it was then, into
a temporary one that has the same shape as the repository; the work tree is never touched.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePath, PurePosixPath

from sendctl.history.repository import Repository
from sendctl.history.revision import Revision
from sendctl.history.snapshot import Snapshot
from sendctl.plan import Loaded, load_plan
from sendctl.plan.plan import Origin, Plan


def load_written(repository: Repository, revision: Revision, into: Path) -> Loaded:
    """The plan as it stood in a version, with all of its files.

    Args:
        repository: where it is kept.
        revision: the version.
        into: an empty folder, kept for as long as the plan is used.

    Raises:
        NoHistory: the version cannot be read.
        OSError: the folder cannot be written.
    """
    snapshot = repository.snapshot(revision)
    # Without the plan's own name a root folder would be called like the temporary one.
    root = into / "root"
    folder = root / revision.folder
    _write(snapshot, folder)
    loaded = load_plan(folder)
    if loaded.plan is None:
        return loaded
    _write_earlier(repository, revision, loaded.plan, root)
    return replace(loaded, plan=replace(loaded.plan, origin=Origin(repository.folder, revision.on)))


def _write_earlier(repository: Repository, revision: Revision, plan: Plan, root: Path) -> None:
    """The plan that this one follows, where it is kept in the same repository."""
    parent = plan.head.parent
    if parent is None or parent.plan.startswith("/"):
        return
    parts: list[str] = revision.folder.split("/") if revision.folder else []
    for part in PurePosixPath(parent.plan).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return
    inside = "/".join(parts)
    if inside != revision.folder:
        _write(repository.snapshot(replace(revision, folder=inside)), root / inside)


def _write(snapshot: Snapshot, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, node in snapshot.files():
        if all(_is_plain(part) for part in name.split("/")):
            path = folder / name
            # A name that this system cannot have is missing, as after a checkout.
            with suppress(ValueError, FileNotFoundError):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(snapshot.content(node))


def _is_plain(part: str) -> bool:
    """Whether a name is one step down on this system, and nothing else."""
    return part not in {"", ".", "..", ".git"} and PurePath(part).name == part
