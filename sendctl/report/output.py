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
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # true, but no help: what is there is a file
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR), error.filename) from None
    data = content.encode() if isinstance(content, str) else content
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(path.stat().st_mode & 0o777 if path.exists() else _usual_mode())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _usual_mode() -> int:
    """What an ordinary new file gets; temporary ones are private at first."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
