"""Archives with the same bytes every time: files in them carry no time of the day."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final

_BEGINNING: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive knows."""

_UNIX: Final = 3


def repacked(archive: bytes, instead: Mapping[str, bytes], *, stored: str = "") -> bytes:
    """The same files in the same order, without empty folders.

    Args:
        archive: the old archive.
        instead: by name, what some files hold now.
        stored: the name of a file that must not be compressed.
    """
    fresh = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(fresh, "w") as new:
        for name in old.namelist():
            if name.endswith("/"):
                continue
            entry = zipfile.ZipInfo(name, _BEGINNING)
            # Else it would say which system it was made on.
            entry.create_system = _UNIX
            entry.external_attr = 0o600 << 16
            entry.compress_type = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            new.writestr(entry, instead[name] if name in instead else old.read(name))
    return fresh.getvalue()
