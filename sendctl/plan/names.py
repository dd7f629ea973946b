"""The ids and keys of a plan, read straight from its files: for shell completion.

No models are loaded and nothing is checked, so that an answer comes while somebody types. What a
file does not say in the usual form is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from sendctl.plan.folder import PLAN_FILE, listed
from sendctl.yamlfile import read_file

_OWNERS, _STRANDS = "owners.yaml", "strands/"


def _ids(content: dict[str, Any], key: str) -> Iterator[Any]:
    """The ids of the items in a list."""
    items = content.get(key)
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield item.get("id")


def _keys(content: dict[str, Any], key: str) -> Iterator[Any]:
    """The keys of a mapping."""
    entries = content.get(key)
    yield from entries if isinstance(entries, dict) else ()


def _own(content: dict[str, Any], key: str) -> Iterator[Any]:
    """The file's own id."""
    yield content.get(key)


_HOMES: Final = MappingProxyType(
    {
        "action": (_STRANDS, _ids, "actions"),
        "measure": ("measures.yaml", _ids, "measures"),
        "risk": ("risks.yaml", _ids, "risks"),
        "weakness": ("weaknesses.yaml", _ids, "weaknesses"),
        "strand": (_STRANDS, _own, "id"),
        "objective": (_STRANDS, _ids, "objectives"),
        "body": (_OWNERS, _keys, "bodies"),
        "post": (_OWNERS, _keys, "posts"),
        "board": ("governance.yaml", _ids, "boards"),
        "step": (PLAN_FILE, _ids, "steps"),
    }
)
"""For each of `sendctl.plan.named.KINDS` the file or folder, and how its names stand there."""


def names_in(folder: Path, *kinds: str) -> list[str]:
    """The names of some kinds of things in a plan, in the plan's order, each once.

    Args:
        folder: the plan folder.
        kinds: of `sendctl.plan.named.KINDS`; all when there is none.
    """
    contents: dict[str, Any] = {}
    found: dict[str, None] = {}
    for kind in kinds or _HOMES:
        home, read, key = _HOMES[kind]
        files = [f"{home}{name}" for name in stems_in(folder, home)] if home[-1] == "/" else [home]
        for file in files:
            if file not in contents:
                contents[file] = read_file(folder / file, file).value
            for name in read(contents[file], key):
                if isinstance(name, str):
                    found[name] = None
    return list(found)


def stems_in(folder: Path, below: str, ending: str = "") -> list[str]:
    """The files of a folder in a plan, such as "reports/", without an ending where one is given."""
    names = [entry.name for entry in listed(folder / below) if entry.name.endswith(".yaml")]
    return [name.removesuffix(ending) for name in names]
