"""Writes a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from errno import ENOTDIR
from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file; an existing one is replaced only by the finished one.

    Text is written in UTF-8 with LF. Folders on the way are made. The new file keeps the
    permissions of the old one.

    Raises:
        OSError: it cannot be written; what was there before is untouched.
    """
    # A name on a disk need not be UTF-8; what cannot be written is shown as on the screen.
    data = content.encode(errors="replace") if isinstance(content, str) else content
    fresh = stage_beside(path, data)
    try:
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def stage_beside(path: Path, content: bytes) -> Path:
    """Write a hidden file beside another that it can replace: on the disk, with its permissions.

    Raises:
        OSError: it cannot be written; nothing is left of it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # true, but no help: what is there is a file
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), error.filename) from None
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(path.stat().st_mode & 0o777 if path.exists() else _usual_mode())
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    return fresh


def _usual_mode() -> int:
    """What an ordinary new file gets; temporary ones are private at first."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
