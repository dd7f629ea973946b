"""The life of one part of a plan, for people at a terminal and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sendctl.history import Life
from sendctl.report.life_words import LifeEntry, LifeView
from sendctl.reporters.changes_json import change_json, revision_json
from sendctl.reporters.paint import Paint
from sendctl.reporters.shown import one_line, wrapped


def life_text(view: LifeView, *, colour: bool, width: int) -> str:
    """A heading, and each version that changed something, the oldest first.

    Args:
        view: what to show.
        colour: whether to colour it for a terminal.
        width: of the terminal.
    """
    paint = Paint(on=colour)
    parts = [paint(one_line(view.title), bold=True)]
    parts += ["\n".join(_entry(entry, paint, width)) for entry in view.entries]
    parts += [wrapped(notice, width - 1, "") for notice in view.notices]
    return "\n\n".join(parts)


def _entry(entry: LifeEntry, paint: Paint, width: int) -> Iterator[str]:
    yield paint(wrapped(entry.head, width - 1, ""), bold=True)
    for line in entry.lines:
        for words, lead in ((line.words, "  "), (line.note, "    ")):
            if words:
                yield wrapped(words, width - 1, lead)
    if entry.version:
        yield wrapped(f"({entry.version})", width - 1, "  ")


def life_json(path: str, found: Life) -> str:
    """One object; keys are only ever added.

    Args:
        path: the plan's path as it was given.
        found: the life of a part.
    """
    answer = {
        "plan": path,
        "kind": found.part.kind,
        "id": found.part.id,
        "title": found.part.title,
        "history": [
            {
                "version": revision_json(entry.revision),
                "uncommitted": entry.revision is None,
                "authors": list(entry.authors),
                "changes": [change_json(path, change) for change in entry.changes],
            }
            for entry in found.entries
        ],
        "skipped": [revision_json(revision) for revision in found.skipped],
        "cut_off": bool(found.cut_off),
    }
    return json.dumps(answer, indent=2, ensure_ascii=False)
