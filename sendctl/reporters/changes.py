"""What changed between two versions, for people at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from sendctl.report.version_changes import ChangeGroup, VersionChanges
from sendctl.reporters.paint import Paint
from sendctl.reporters.shown import one_line, wrapped


def changes_text(view: VersionChanges, *, colour: bool, width: int) -> str:
    """A heading, the numbers, and each sort of change with its lines.

    Args:
        view: what to show.
        colour: whether to colour it for a terminal.
        width: of the terminal.
    """
    paint = Paint(on=colour)
    head = [
        paint(one_line(view.title), bold=True),
        wrapped(view.before, width - 1, "From: "),
        wrapped(view.after, width - 1, "To:   "),
    ]
    parts = ["\n".join(head), "\n".join(_summary(view, paint, width))]
    parts += ["\n".join(_group(group, paint, width)) for group in view.groups]
    return "\n\n".join(parts)


def _summary(view: VersionChanges, paint: Paint, width: int) -> Iterator[str]:
    if view.is_new:
        yield "The earlier version does not have this plan, so all of it is new."
    elif view.is_gone:
        yield "The later version does not have this plan any more."
    elif not view.groups:
        yield "Nothing changed."
    if view.groups:
        yield wrapped(f"{view.summary[:1].upper()}{view.summary[1:]}.", width - 1, "")
    if view.left_out:
        said = f"Not compared, for one version cannot be read there: {', '.join(view.left_out)}."
        yield paint(wrapped(said, width - 1, ""), "yellow")


def _group(group: ChangeGroup, paint: Paint, width: int) -> Iterator[str]:
    yield paint(group.heading, bold=True)
    for line in group.lines:
        title = f"  {line.title}" if line.title else ""
        yield wrapped(f"{line.ref}{title}", width - 1, "  ")
        for words in filter(None, (line.words, line.note)):
            yield wrapped(words, width - 1, "      ")
