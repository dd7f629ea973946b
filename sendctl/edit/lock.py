"""One edit of a plan at a time.

The lock is the operating system's, held on a file: it ends with the process that holds it, however
that ends, so no lock is ever left behind; only the empty file stays. It lies in the repository's
.git folder, where git never tracks or shows it, and everybody who works in this checkout finds the
same one, on a network drive too. Without a repository it is .sendctl.lock in the plan folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout

from sendctl.edit.edits import CannotEdit

WAIT = 10.0
"""Seconds to wait for another edit; each takes less than one."""

_POLL = 0.02


class Busy(CannotEdit):
    """Another edit of this plan did not end in time; nothing was read or written."""


@contextmanager
def locked(folder: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the lock of a plan.

    Args:
        folder: the plan folder.
        wait: seconds to wait for whoever holds it.

    Raises:
        Busy: it was held all that time.
        CannotEdit: the lock's file cannot be made, so the plan cannot be written either.
    """
    path = lock_file(folder)
    # Whoever may write to the folder may hold the lock.
    mode = path.parent.stat().st_mode & 0o666 | 0o600
    lock = FileLock(path, timeout=wait, mode=mode)
    try:
        lock.acquire(poll_interval=_POLL)
    except Timeout:
        raise Busy(
            f"Another edit of {folder.as_posix()} is going on and did not end in {wait:g} seconds. "
            "Nothing was changed; try again."
        ) from None
    except OSError as error:
        reason = (error.strerror or "it is not possible").lower()
        raise CannotEdit(
            f"{folder.as_posix()} cannot be changed: its lock {path.as_posix()} cannot be made: "
            f"{reason}."
        ) from None
    try:
        yield
    finally:
        lock.release()


def lock_file(folder: Path) -> Path:
    """The file that is locked for a plan folder."""
    whole = folder.resolve()
    for parent in (whole, *whole.parents):
        git = _git_folder(parent / ".git")
        if git:
            inside = whole.relative_to(parent).as_posix()
            return git / f"sendctl-{sha256(inside.encode()).hexdigest()[:16]}.lock"
    return whole / ".sendctl.lock"


def _git_folder(path: Path) -> Path | None:
    """A repository's own folder; of a work tree or submodule, the one that its file names."""
    if path.is_dir():
        return path
    try:
        pointer, _, named = path.read_text(encoding="utf-8").partition(":")
    except (OSError, UnicodeDecodeError):
        return None
    found = path.parent / named.strip()
    return found if pointer == "gitdir" and found.is_dir() else None
