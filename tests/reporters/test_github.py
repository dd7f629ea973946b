"""Findings as workflow commands of GitHub Actions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from sendctl import Finding, Loaded, Place, Related, Severity, Span
from sendctl.reporters import Checked, as_github, as_text
from sendctl.yamlfile import Source

Make = Callable[..., Finding]
Check = Callable[..., Checked]

TEXT = "title: Waits\na:  [councl]\n"


def commands(output: str) -> list[str]:
    """The lines that the runner takes for commands: a stopped stretch holds none."""
    found, stopped_by = [], ""
    for line in output.splitlines():
        text = line.lstrip()
        if stopped_by:
            stopped_by = "" if text.casefold().startswith(f"::{stopped_by}") else stopped_by
        elif text.startswith("::stop-commands::"):
            stopped_by = text.removeprefix("::stop-commands::")
        elif text.startswith("::") or "##[" in text:
            found.append(line)
    assert not stopped_by
    return found


def test_output(finding: Make, checked: Check, snapshot: SnapshotAssertion) -> None:
    first = Related("the first one", Place("owners.yaml", span=Span(3, 7, 3, 9)))
    plan = checked(
        TEXT,
        finding(severity=Severity.NOTE),
        finding(severity=Severity.WARNING, advice=""),
        finding(related=(first, Related("the file", Place("owners.yaml")))),
        finding(waived="For now."),
        replace(finding(), known=True),
    )
    assert as_github([plan]) == snapshot


def test_nothing_found(checked: Check) -> None:
    assert as_github([checked(TEXT)]).splitlines() == [
        "::stop-commands::end-of-text",
        "No problems in 1 file with 0 actions.",
        "::end-of-text::",
    ]


def test_errors_come_first_because_github_shows_ten(finding: Make, checked: Check) -> None:
    notes = [finding(severity=Severity.NOTE)] * 20
    shown = commands(as_github([checked(TEXT, *notes, finding(), *notes)]))
    assert [line.split(" ")[0] for line in shown[1:-1]] == ["::error", *["::notice"] * 40]


def test_files_are_named_from_the_root_of_the_repository(finding: Make, checked: Check) -> None:
    plan = replace(checked(TEXT, finding(), path="."), folder="plans/a")
    assert "file=plans/a/strands/1.yaml," in as_github([plan])
    assert "\nstrands/1.yaml:2:5: error" in as_github([plan])
    at_root = replace(checked(TEXT, finding(), path="../a"), folder=".")
    assert "file=strands/1.yaml," in as_github([at_root])


def test_a_finding_over_lines_has_no_columns(checked: Check) -> None:
    place = Place("strands/1.yaml", span=Span(1, 4, 3, 2))
    output = as_github([checked(TEXT, Finding(place, "SC201", Severity.ERROR, "Wrong."))])
    assert "::error file=plans/a/strands/1.yaml,line=1,endLine=3,title=SC201%3A " in output


def test_escapes(finding: Make) -> None:
    file = "a,b:c%0A.yaml"
    one = finding(message="50%, so: far\r\n::error::x", advice="", file=file)
    plan = Checked("p", Loaded(None, (), {}), [one])
    (line,) = commands(as_github([plan]))[1:-1]
    assert "file=p/a%2Cb%3Ac%250A.yaml,line=2," in line
    assert line.endswith("::50%25, so: far ::error::x")


HOSTILE = [
    "",
    "\n::error::",
    "##[group]",
    "\n::stop-commands::x\n",
    "\n::END-of-text::\n::debug::x",
]


@given(st.text(), st.sampled_from(HOSTILE))
def test_no_words_of_a_plan_are_a_command(text: str, more: str) -> None:
    words = text + more + text
    place = Place(words or "x", span=Span(1, 1, 1, 2))
    one = Finding(place, "SC201", Severity.ERROR, words, words, (Related(words, place),))
    waived = replace(one, waived=words)
    plan = Checked(words, Loaded(None, (), {words: Source(words, words)}), [one, waived])
    output = as_github([plan])
    assert [re.split(r" |(?<=\w)::", line)[0] for line in commands(output)] == [
        "::group",
        "::error",
        "::endgroup",
    ]
    assert as_text([plan]) in output
