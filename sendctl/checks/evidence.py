"""The files that a plan links to: inside its folder, there, or neither. None is ever opened.

What a path says is settled before the file system is asked, so that no path leads it elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sendctl.checks.inline import is_address
from sendctl.checks.quoting import quoted
from sendctl.plan import Plan
from sendctl.plan.scalars import Wording
from sendctl.plan.texts import PlanText

_INSIDE = "Put the file into the plan folder, such as under evidence/, or give its web address."
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])[ .]*(?:\..*)?", re.IGNORECASE)


class Outside(NamedTuple):
    """A link to what cannot be a file of the plan folder, and why."""

    message: str
    advice: str = _INSIDE


class NotThere(NamedTuple):
    """A link to a file that the plan folder does not have."""


def linked_files(plan: Plan) -> Iterator[tuple[PlanText, Outside | NotThere | None]]:
    """Each link to a file, and what is wrong with it, if anything."""
    lies_inside = _lies_inside(plan.folder)
    for text in plan.texts:
        if text.field.wording is Wording.LINK and not is_address(text.text):
            path = text.text.partition("#")[0].rstrip("/") or text.text
            yield text, _as_written(path) or _looked_for(plan.folder / path, lies_inside)


def _as_written(path: str) -> Outside | None:
    """What is wrong with a path on any computer."""
    shown = quoted(path)
    if path.startswith(("/", "\\")) or path[1:2] == ":":
        return Outside(f"The path {shown} starts at the top of one computer.")
    if "\\" in path:
        return Outside(f"The path {shown} has a \\ in it.", "Write / between folders.")
    names = path.split("/")
    if ".." in names:
        return Outside(f"The path {shown} may lead out of the plan folder.")
    for name in names:
        if _DEVICE.fullmatch(name):
            return Outside(f"{quoted(name)} is no name of a file on Windows.", "Rename the file.")
    return None


def _looked_for(file: Path, lies_inside: Callable[[Path], bool]) -> Outside | NotThere | None:
    try:
        if not file.exists():
            return NotThere()
        if lies_inside(file.parent) and (not file.is_symlink() or lies_inside(file)):
            return None
    except (
        OSError,
        RuntimeError,
        ValueError,
    ):  # a circle of links, or no name that a file can have
        return NotThere()
    return Outside(f"{quoted(file.name)} is reached by a link that leads out of the plan folder.")


def _lies_inside(folder: Path) -> Callable[[Path], bool]:
    """Whether a path lies in the plan folder, links followed; a folder is looked at once."""

    @cache
    def lies_inside(path: Path) -> bool:
        return path.resolve().is_relative_to(folder.resolve())

    return lies_inside
