"""Makes edits on the disk: under the lock, whole files only, and never for the worse."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

from sendctl.edit.edited import Edited, edited_from
from sendctl.edit.edits import CannotEdit, Edit
from sendctl.edit.lock import WAIT, locked
from sendctl.edit.write import ChangedMeanwhile, Writing
from sendctl.plan import Loaded, load_plan

_ATTEMPTS = 3
"""How often an edit starts again because an editor saved a file in the meantime."""

Edits = Iterable[Edit] | Callable[[Loaded], Iterable[Edit]]
"""Edits, or what makes them from the plan as it stands once nobody else can change it."""


def apply(
    folder: Path,
    edits: Edits,
    *,
    dry_run: bool = False,
    today: date | None = None,
    wait: float = WAIT,
) -> Edited:
    """Change a plan's files.

    From reading to writing the plan's lock is held, so that of two edits at once neither is lost.
    The plan is checked as it would be; when that adds an error, nothing is written and
    `Edited.worse` says why. Each file is written beside the old one and put in its place as a
    whole, with its permissions; a link stays, and the file that it leads to is replaced. Of
    several files all are written before the first is put in place; when one then cannot be, those
    before it are put back. Only a process that is killed in that very moment leaves some files new
    and some old, each of them whole.

    A file that an editor saves while the edit is made is read again. One that it saves in the
    instant between the last look and the replacement is lost: an editor knows no lock.

    Args:
        folder: the plan folder.
        edits: see `Edits`; a function may raise what it likes, and nothing is written.
        dry_run: only work out what would change; takes no lock.
        today: the day on which the plan is checked; by default the plan's own.
        wait: seconds to wait for another edit.

    Raises:
        CannotEdit: an edit does not fit the plan's files, or a file lies outside the repository.
        Busy: another edit did not end in time.
        OSError: a file cannot be written; all are as they were.
    """
    with nullcontext() if dry_run else locked(folder, wait):
        for _ in range(_ATTEMPTS):
            before = load_plan(folder)
            made = edits(before) if callable(edits) else edits
            result = edited_from(before, folder, list(made), today)
            if dry_run or result.worse or not result.texts:
                return result
            try:
                texts = _write(folder, result)
            except ChangedMeanwhile:
                edits = edits if callable(edits) else list(edits)
                continue
            return replace(result, texts=texts, written=True)
    raise CannotEdit(
        f"A file of {folder.as_posix()} is being changed by another program. Nothing was written; "
        "save it there, then try again."
    )


def _write(folder: Path, result: Edited) -> dict[str, bytes]:
    """Write all files or none; gives what was written, byte order marks included."""
    writing = Writing(folder)
    try:
        for name, content in result.texts.items():
            source = result.before.sources.get(name)
            writing.stage(name, content, source.text if source else None)
        writing.replace()
    finally:
        writing.clear()
    return writing.contents
