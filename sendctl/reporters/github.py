"""Findings as GitHub Actions shows them: at their lines in a pull request, and as text in the log.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sendctl.checks import rule_pages
from sendctl.findings import Finding, Severity
from sendctl.reporters.checked import Checked
from sendctl.reporters.shown import one_line, printable
from sendctl.reporters.text import as_text

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def as_github(plans: Sequence[Checked], *, colour: bool = False, width: int = 80) -> str:
    """A command for each finding that counts, then the text for whoever reads the log.

    GitHub shows ten of each severity, so a file's place in the alphabet must not decide: the
    commands stand by severity, in the order of the text within each.
    """
    counting = [(plan, finding) for plan in plans for finding in plan.findings if finding.counts]
    commands = [
        _command(plan, finding)
        for severity in Severity
        for plan, finding in counting
        if finding.severity is severity
    ]
    grouped = ["::group::Annotations", *commands, "::endgroup::"] if commands else []
    return "\n".join([*grouped, *_as_no_commands(as_text(plans, colour=colour, width=width))])


def _as_no_commands(text: str) -> Iterator[str]:
    """The text so that no line of it, whatever a plan holds, is taken for a command.

    The word that ends it is one that the text does not hold.
    """
    word = "end-of-text"
    while word in text.casefold():
        word += "-again"
    yield f"::stop-commands::{word}"
    yield text
    yield f"::{word}::"


def _command(plan: Checked, finding: Finding) -> str:
    span = finding.span
    properties = {
        "file": printable(plan.in_repository(finding.place.file)),
        "line": str(span.line),
        "endLine": str(span.end_line),
    }
    if span.end_line == span.line:  # GitHub takes columns within one line only
        properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    properties["title"] = f"{finding.code}: {rule_pages()[finding.code].title}"
    given = ",".join(f"{key}={value.translate(_IN_PROPERTY)}" for key, value in properties.items())
    message = "\n".join(map(one_line, _message(plan, finding))).translate(_IN_DATA)
    return f"::{_COMMANDS[finding.severity]} {given}::{message}"


def _message(plan: Checked, finding: Finding) -> Iterator[str]:
    yield finding.message
    if finding.advice:
        yield finding.advice
    for other in finding.related:
        line = f":{other.place.span.line}" if other.place.span else ""
        yield f"{other.message}: {plan.in_repository(other.place.file)}{line}"
