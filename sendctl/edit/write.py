"""Several files written as one: first all beside the old ones, then each put in its place."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from sendctl.edit.edits import CannotEdit
from sendctl.report.output import stage_beside, write_whole

_MARK = "\ufeff".encode()
"""The byte order mark that some Windows editors put before a text."""


class ChangedMeanwhile(Exception):  # noqa: N818 - it leads to another attempt
    """A file is no longer what was read."""


class _Staged(NamedTuple):
    """A finished file beside the one that it will replace.

    Attributes:
        old: what that one holds now; None when there is none.
    """

    name: str
    fresh: Path
    target: Path
    old: bytes | None


class Writing:
    """One edit's files on their way to the disk.

    Attributes:
        contents: what was staged, by name.
    """

    def __init__(self, folder: Path) -> None:
        self.contents: dict[str, bytes] = {}
        self._folder = folder
        self._staged: list[_Staged] = []

    def stage(self, name: str, content: bytes, was: str | None) -> None:
        """Write a file's new content beside it.

        Args:
            name: the file's name inside the plan folder.
            content: the new text in UTF-8; a byte order mark is kept.
            was: the text that the edit began with; None when there was no file.

        Raises:
            ChangedMeanwhile: the file now holds something else.
            CannotEdit: it is a link out of the repository.
            OSError: it cannot be written.
        """
        target = self._target(name)
        old = _present(target)
        if (old is None) != (was is None):
            raise ChangedMeanwhile(name)
        if old is not None and was is not None:
            if old.removeprefix(_MARK) != was.encode():
                raise ChangedMeanwhile(name)
            if old.startswith(_MARK):
                content = _MARK + content
        _sweep(target)
        self.contents[name] = content
        self._staged.append(_Staged(name, stage_beside(target, content), target, old))

    def replace(self) -> None:
        """Put all files in their places, in the order in which they were staged.

        Raises:
            ChangedMeanwhile: one of them was saved by somebody else; none is replaced.
            OSError: one cannot be replaced; those before it are put back.
        """
        for one in self._staged:
            if _present(one.target) != one.old:
                raise ChangedMeanwhile(one.name)
        for number, one in enumerate(self._staged):
            try:
                one.fresh.replace(one.target)
            except OSError:
                for earlier in reversed(self._staged[:number]):
                    _put_back(earlier)
                raise

    def clear(self) -> None:
        """Delete what was staged and not put in place."""
        for one in self._staged:
            with suppress(OSError):
                one.fresh.unlink(missing_ok=True)

    def _target(self, name: str) -> Path:
        """The file itself, where a name is a link; never one outside the repository."""
        path = self._folder / name
        target = path.resolve()
        if not target.is_relative_to(_root(self._folder)):
            raise CannotEdit(
                f"{path.as_posix()} is a link to {target.as_posix()}, outside of this plan's "
                "repository. Edit that file there."
            )
        return target


def _put_back(one: _Staged) -> None:
    with suppress(OSError):  # the first failure is the one to tell
        if one.old is None:
            one.target.unlink()
        else:
            write_whole(one.target, one.old)


def _present(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except FileNotFoundError:
        return None


def _root(folder: Path) -> Path:
    """The repository that a plan is in; without one, its own folder."""
    whole = folder.resolve()
    for parent in (whole, *whole.parents):
        if os.path.lexists(parent / ".git"):
            return parent
    return whole


def _sweep(target: Path) -> None:
    """Delete what a killed edit left beside a file; the lock is held, so no other makes any."""
    with suppress(OSError):
        for entry in os.scandir(target.parent):
            if entry.name.startswith(f".{target.name}.") and entry.name.endswith(".tmp"):
                Path(entry.path).unlink()
