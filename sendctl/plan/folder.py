"""What a plan folder is, and in which order its files are read. Knows no models, and loads fast."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import NamedTuple

PLAN_FILE = "plan.yaml"


class Entry(NamedTuple):
    """A name in a folder."""

    name: str
    is_folder: bool


def sorted_entries(entries: Iterable[Entry]) -> list[Entry]:
    """What a folder holds, 2 before 10; hidden files and those of file managers left out."""
    shown = [entry for entry in entries if not _is_hidden(entry.name)]
    return sorted(shown, key=lambda entry: (natural_key(PurePath(entry.name).stem), entry.name))


def _is_hidden(name: str) -> bool:
    return (
        name.startswith((".", "~$")) or name.endswith("~") or name in {"Thumbs.db", "desktop.ini"}
    )


def natural_key(text: str) -> list[tuple[int, int, str]]:
    """A sorting key that puts 2 before 10, for file names and ids."""
    parts = re.findall(r"\d+|\D+", text)
    return [
        (0, int(part), part) if part.isascii() and part.isdigit() else (1, 0, part.casefold())
        for part in parts
    ]


def listed(folder: Path) -> list[Entry]:
    """What a folder on the disk holds, 2 before 10.

    Raises:
        OSError: it is there but cannot be listed.
    """
    try:
        return sorted_entries(Entry(path.name, path.is_dir()) for path in folder.iterdir())
    except (FileNotFoundError, ValueError):  # ValueError: a name that no folder can have
        return []
