"""Findings as text: where, what, the line itself with a caret, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sendctl.findings import Finding, Severity
from sendctl.reporters.checked import Checked, summary
from sendctl.reporters.paint import Paint
from sendctl.reporters.shown import columns, printable, wrapped

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}
_EXCERPT = 100
"""Characters of a long line that are shown around the mistake."""


def as_text(plans: Sequence[Checked], *, colour: bool = False, width: int = 80) -> str:
    """All findings and a summary line.

    Args:
        plans: what was checked.
        colour: whether to colour it for a terminal.
        width: of the terminal, for wrapping the advice.
    """
    paint = Paint(on=colour)
    blocks = [
        "\n".join(_finding(plan, finding, paint, width))
        for plan in plans
        for finding in plan.findings
    ]
    return "\n\n".join([*blocks, _summary(plans, paint)])


def _finding(plan: Checked, finding: Finding, paint: Paint, width: int) -> Iterator[str]:
    span, file = finding.span, printable(plan.file(finding.place.file))
    severity = "waived" if finding.waived is not None else finding.severity.value
    label = paint(f"{severity} {finding.code}", _COLOURS[finding.severity], bold=True)
    where = paint(f"{file}:{span.line}:{span.column}:", bold=True)
    yield f"{where} {label}: {printable(finding.message)}"
    gutter = len(str(span.line)) + 1
    yield from _excerpt(plan, finding, paint, gutter)
    if finding.advice:
        yield wrapped(finding.advice, width, " " * gutter + "= ")
    for other in finding.related:
        at = other.place.span
        there = plan.file(other.place.file) + (f":{at.line}:{at.column}" if at else "")
        yield f"{' ' * gutter}> {printable(f'{other.message}: {there}')}"
    if finding.waived is not None:
        yield wrapped(f"waived: {finding.waived}", width, " " * gutter + "> ")


def _excerpt(plan: Checked, finding: Finding, paint: Paint, gutter: int) -> Iterator[str]:
    """The line of the mistake and a caret below it."""
    source = plan.loaded.sources.get(finding.place.file)
    span = finding.span
    line = source.line(span.line) if source else ""
    if not line.strip():
        return
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = max(0, start - _EXCERPT // 2) if len(line) > _EXCERPT else 0
    shown = printable(line[cut : cut + _EXCERPT])
    marked = printable(line[start : min(end, cut + _EXCERPT)])
    before, after = "…" if cut else "", "…" if cut + _EXCERPT < len(line) else ""
    bar = paint("|", "blue")
    yield f"{span.line:>{gutter}} {bar} {before}{shown}{after}"
    caret = paint("^" * max(1, columns(marked)), _COLOURS[finding.severity], bold=True)
    yield f"{' ' * gutter} {bar} {' ' * columns(before + shown[: start - cut])}{caret}"


def _summary(plans: Sequence[Checked], paint: Paint) -> str:
    counts = summary(plans)
    where = f"{_number(counts['files'], 'file')} with {_number(counts['actions'], 'action')}"
    if len(plans) > 1:
        where = f"{len(plans)} plans: {where}"
    found = [
        paint(_number(counts[key], key[:-1]), colour, bold=True)
        for key, colour in (("errors", "red"), ("warnings", "yellow"), ("notes", "blue"))
        if counts[key]
    ]
    if counts["waived"]:
        found.append(f"{counts['waived']} waived")
    if not found:
        return f"{paint('No problems', 'green', bold=True)} in {where}."
    return f"{', '.join(found)} in {where}."


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
