"""Writes a new plan folder, whole or not at all, and nothing over anything."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from errno import EEXIST
from pathlib import Path
from shutil import rmtree
from typing import Final

from sendctl.plan.files import PLAN_FILE

_NOT_IN_THE_WAY: Final = frozenset({".git"})
_NAMED: Final = 5
"""How many of the names that are in the way are told."""


class CannotCreate(Exception):  # noqa: N818 - the user's matter, not the program's
    """The folder cannot be made; the message says why, and that nothing was written."""


@dataclass(frozen=True, slots=True)
class Created:
    """What was written, and what was not.

    Attributes:
        written: the files, as a person would type their paths.
        kept: files that were there already, and were left as they are.
    """

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def create(
    folder: Path,
    files: Mapping[str, str],
    around: Mapping[Path, str],
    look: Callable[[Path, Path], None],
) -> Created:
    """Write a plan folder, and the files that go with it outside of it.

    The files are written beside their place first, and take it only when `look` has not objected.
    plan.yaml comes last: without it no folder is a plan.

    Args:
        folder: the new folder; it may be there, but nothing in it other than `.git`.
        files: the texts of its files by their names in it, with "/".
        around: the texts of further files; one that is there already is left as it is.
        look: called with the folder that holds the finished files and the one that relative paths
            in them count from; what it raises stops everything.

    Raises:
        CannotCreate: something is in the way, or the system does not let it be written.
    """
    refuse_what_is_there(folder)
    try:
        with ExitStack() as undo:
            exists = folder.exists()
            parent = folder if exists else folder.parent
            _make_folders(parent, undo)
            staging = Path(tempfile.mkdtemp(prefix=".sendctl-", dir=parent))
            undo.callback(rmtree, staging, ignore_errors=True)
            for name, text in files.items():
                _write(staging / name, text)
            look(staging, folder if exists else staging)
            fresh = {path: text for path, text in around.items() if not os.path.lexists(path)}
            for path, text in fresh.items():
                _make_folders(path.parent, undo)
                undo.callback(path.unlink, missing_ok=True)
                _write(path, text)
            if exists:
                _move_in(staging, folder, undo)
            else:
                staging.chmod(0o777 & ~_mask())
                staging.rename(folder)
            undo.pop_all()
        if exists:
            staging.rmdir()
    except OSError as error:
        what = Path(error.filename or folder).as_posix()
        reason = (error.strerror or "it is not possible").lower()
        raise CannotCreate(f"{what} cannot be written: {reason}. Nothing was written.") from error
    kept = tuple(path for path in around if path not in fresh)
    return Created((*(folder / name for name in files), *fresh), kept)


def refuse_what_is_there(folder: Path) -> None:
    """Refuse a folder that holds something, or that lies in a plan.

    Raises:
        CannotCreate: it does.
    """
    shown = folder.as_posix() if str(folder) != "." else "This folder"
    try:
        names = sorted({entry.name for entry in folder.iterdir()} - _NOT_IN_THE_WAY)
    except FileNotFoundError:
        names = []
    except NotADirectoryError:
        raise CannotCreate(f"{shown} is a file. Nothing was written.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no folder can have this name"
        raise CannotCreate(f"{shown} cannot be used: {reason.lower()}.") from None
    if names:
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        raise CannotCreate(
            f"{shown} is not empty: there is {', '.join(names[:_NAMED])}{more}. Nothing was "
            "written; name a new folder, such as plans/leeds."
        )
    outer = next((one for one in folder.resolve().parents if (one / PLAN_FILE).exists()), None)
    if outer:
        raise CannotCreate(f"{shown} lies inside the plan {outer.as_posix()}; plans do not nest.")


def _move_in(staging: Path, folder: Path, undo: ExitStack) -> None:
    """Move everything to its place, plan.yaml last."""
    for entry in sorted(staging.iterdir(), key=lambda one: (one.name == PLAN_FILE, one.name)):
        place = folder / entry.name
        if os.path.lexists(place):
            raise FileExistsError(EEXIST, os.strerror(EEXIST), str(place))
        entry.rename(place)
        undo.callback(place.rename, entry)


def _make_folders(folder: Path, undo: ExitStack) -> None:
    """Make a folder and those that it lies in, where they are missing."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    for one in reversed(missing):
        one.mkdir()
        undo.callback(one.rmdir)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _mask() -> int:
    """Which permissions new files do not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
