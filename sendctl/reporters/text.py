"""Findings as text: where, what, the line itself with a caret, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from textwrap import shorten

from sendctl.checks import rule_pages
from sendctl.findings import Finding, Severity
from sendctl.reporters.checked import Checked, summary
from sendctl.reporters.paint import SEVERITY_COLOURS, Paint
from sendctl.reporters.shown import columns, printable, wrapped

_NARROWEST = 60
_MANY = 10
"""Findings past which the summary lists their codes."""


def as_text(plans: Sequence[Checked], *, colour: bool = False, width: int = 80) -> str:
    """All findings but those that are known, and a summary.

    Args:
        plans: what was checked.
        colour: whether to colour it for a terminal.
        width: of the terminal, for excerpts and for wrapping the advice.
    """
    paint = Paint(on=colour)
    blocks = [
        "\n".join(_finding(plan, finding, paint, max(width, _NARROWEST)))
        for plan in plans
        for finding in plan.findings
        if not finding.known
    ]
    table = "\n".join(_by_code(plans, paint, max(width, _NARROWEST)))
    blocks += [table] if table else []
    return "\n\n".join([*blocks, _summary(plans, paint)])


def _finding(plan: Checked, finding: Finding, paint: Paint, width: int) -> Iterator[str]:
    span, file = finding.span, printable(plan.file(finding.place.file))
    severity = "waived" if finding.waived is not None else finding.severity.value
    label = paint(f"{severity} {finding.code}", SEVERITY_COLOURS[finding.severity], bold=True)
    where = paint(f"{file}:{span.line}:{span.column}:", bold=True)
    yield f"{where} {label}: {printable(finding.message)}"
    gutter = len(str(span.line)) + 1
    yield from _excerpt(plan, finding, paint, gutter, width - gutter - 3)
    if finding.advice:
        yield wrapped(finding.advice, width, " " * gutter + "= ")
    for other in finding.related:
        at = other.place.span
        there = plan.file(other.place.file) + (f":{at.line}:{at.column}" if at else "")
        yield f"{' ' * gutter}> {printable(f'{other.message}: {there}')}"
    if finding.waived is not None:
        yield wrapped(f"waived: {finding.waived}", width, " " * gutter + "> ")


def _excerpt(
    plan: Checked, finding: Finding, paint: Paint, gutter: int, room: int
) -> Iterator[str]:
    """The line of the mistake, or as much of it as there is room for, and a caret below it."""
    source = plan.loaded.sources.get(finding.place.file)
    span = finding.span
    line = source.line(span.line) if source else ""
    if not line.strip():
        return
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    room = len(line) if len(line) <= room else room - 2  # the signs of what is cut off
    cut = 0 if end <= room else max(0, min(start - room // 2, len(line) - room))
    shown = printable(line[cut : cut + room])
    marked = printable(line[start : min(end, cut + room)])
    before, after = "…" if cut else "", "…" if cut + room < len(line) else ""
    bar = paint("|", "blue")
    yield f"{span.line:>{gutter}} {bar} {before}{shown}{after}"
    caret = paint("^" * max(1, columns(marked)), SEVERITY_COLOURS[finding.severity], bold=True)
    yield f"{' ' * gutter} {bar} {' ' * columns(before + shown[: start - cut])}{caret}"


def _by_code(plans: Sequence[Checked], paint: Paint, width: int) -> Iterator[str]:
    """How often each code was found, when there are too many findings to remember."""
    counted = Counter(
        (finding.severity, finding.code)
        for plan in plans
        for finding in plan.findings
        if finding.counts
    )
    if counted.total() <= _MANY or len(counted) == 1:
        return
    digits = len(f"{max(counted.values()):,}")
    ranks = list(Severity)
    for (severity, code), count in sorted(
        counted.items(), key=lambda entry: (ranks.index(entry[0][0]), entry[0][1])
    ):
        label = paint(f"{severity.value:<7}", SEVERITY_COLOURS[severity], bold=True)
        title = shorten(rule_pages()[code].title, width - digits - 18, placeholder=" …")
        yield f" {count:>{digits},} {label} {code}  {title}"
    yield " `sendctl explain CODE` says more about each."


def _summary(plans: Sequence[Checked], paint: Paint) -> str:
    counts = summary(plans)
    where = f"{_number(counts['files'], 'file')} with {_number(counts['actions'], 'action')}"
    if len(plans) > 1:
        where = f"{len(plans)} plans: {where}"
    new = "new " if counts["known"] else ""
    found = [
        paint(_number(counts[key], new + key[:-1]), colour, bold=True)
        for key, colour in (("errors", "red"), ("warnings", "yellow"), ("notes", "blue"))
        if counts[key]
    ]
    if counts["waived"]:
        found.append(f"{counts['waived']} waived")
    said = ", ".join(found) or paint(f"No {new}problems", "green", bold=True)
    return f"{said} in {where}.{_not_shown(counts)}"


def _not_shown(counts: Mapping[str, int]) -> str:
    """What there is besides what was printed: nothing is off without a word."""
    return "".join(
        f"\n{_number(counts[key], 'finding')} {reason}."
        for key, reason in (
            ("known", "known from the baseline"),
            ("left_out", "left out by --select or --ignore"),
        )
        if counts[key]
    )


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
