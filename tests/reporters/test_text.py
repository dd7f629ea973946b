"""Findings as people read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from sendctl import Finding, Loaded, Place, Related, Severity, Span
from sendctl.cli.validate import Format
from sendctl.reporters import REPORTERS, Checked, as_json, as_text
from sendctl.reporters.checked import summary
from sendctl.reporters.shown import columns, one_line, printable, wrapped
from sendctl.yamlfile import Source

Make = Callable[..., Finding]
Check = Callable[..., Checked]

TEXT = "title: Waits\na:  [councl]\n"


def test_formats() -> None:
    assert list(REPORTERS) == ["text", "json", "github", "sarif"]
    assert set(REPORTERS) == {form.value for form in Format}
    assert (REPORTERS["text"], REPORTERS["json"]) == (as_text, as_json)


def test_a_finding_with_everything(
    finding: Make, checked: Check, snapshot: SnapshotAssertion
) -> None:
    first = Related("the first one", Place("owners.yaml", span=Span(3, 7, 3, 9)))
    whole = Related("the file", Place("owners.yaml"))
    one = finding(related=(first, whole), waived="The body is being set up; see the minutes.")
    assert as_text([checked(TEXT, one)]) == snapshot


def test_caret_stands_below_the_mistake(finding: Make, checked: Check) -> None:
    lines = as_text([checked("a: councl\n", finding(1, 4, 10))]).splitlines()
    assert lines[1] == " 1 | a: councl"
    assert lines[2] == "   |    ^^^^^^"


@pytest.mark.parametrize(
    ("line", "column", "end", "shown"),
    [
        ("a: x", 4, 4, "   |    ^"),  # an empty stretch still has a caret
        ("a: x", 5, 9, "   |     ^"),  # just past the end of the line
        ("\ta: x", 5, 6, "   |     ^"),
        ("é: è", 4, 5, "   |    ^"),
        ("e\N{COMBINING ACUTE ACCENT}: x", 5, 6, "   |    ^"),
        ("日本: x", 5, 6, "   |       ^"),
        ("a: 日本", 4, 6, "   |    ^^^^"),
        ("\N{PUSHPIN}: x", 4, 5, "   |     ^"),
    ],
)
def test_caret(finding: Make, checked: Check, line: str, column: int, end: int, shown: str) -> None:
    lines = as_text([checked(line + "\n", finding(1, column, end))]).splitlines()
    assert lines[2] == shown


def test_caret_of_a_finding_over_lines_stops_at_the_first(checked: Check) -> None:
    place = Place("strands/1.yaml", span=Span(1, 4, 3, 2))
    one = Finding(place, "SC201", Severity.ERROR, "Wrong.")
    lines = as_text([checked("a: 'x\n\n y'\n", one)]).splitlines()
    assert lines[1:3] == [" 1 | a: 'x", "   |    ^^"]


def test_numbers_of_lines_widen_the_gutter(finding: Make, checked: Check) -> None:
    text = "\n" * 998 + "a: x\nb: x\n"
    lines = as_text([checked(text, finding(999, 4, 5), finding(1000, 4, 5))]).splitlines()
    assert lines[1:4] == [" 999 | a: x", "     |    ^", "    = Did you mean 'council'?"]
    assert lines[6:9] == [" 1000 | b: x", "      |    ^", "     = Did you mean 'council'?"]


@pytest.mark.parametrize("column", [1, 40, 51, 90, 101, 150, 250, 251, 300])
def test_long_line_is_shown_around_the_mistake(finding: Make, checked: Check, column: int) -> None:
    line = "".join(chr(ord("a") + index % 26) for index in range(300))
    shown, caret = as_text(
        [checked(line + "\n", finding(1, column, column + 3))], width=80
    ).splitlines()[1:3]
    assert len(shown) <= 80
    assert len(caret) <= 80
    at = caret.index("^")
    assert shown[at] == line[column - 1]
    assert ("…" in shown[:6]) is (column > 70)
    assert shown.endswith("…") is (column < 264)


def test_a_mark_longer_than_the_excerpt_is_cut(finding: Make, checked: Check) -> None:
    lines = as_text([checked("a" * 500 + "\n", finding(1, 1, 400))]).splitlines()
    assert lines[2] == "   | " + "^" * 73


def test_no_excerpt_without_a_line(finding: Make, checked: Check) -> None:
    for one in (finding(9), finding(2, file="gone.yaml"), finding(3)):
        lines = as_text([checked("a: x\nb: x\n   \n", one)]).splitlines()
        assert lines[1].startswith("  = ")


HOSTILE = {
    "escape": "\x1b[31mred\x1b]0;title\x07",
    "bidi": "\N{RIGHT-TO-LEFT OVERRIDE}evil\N{POP DIRECTIONAL FORMATTING}",
    "invisible": "a\N{ZERO WIDTH SPACE}b\N{SOFT HYPHEN}c",
    "return": "good\rbad",
    "isolate": "\N{LEFT-TO-RIGHT ISOLATE}x",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_that_others_wrote_steers_the_terminal(finding: Make, text: str) -> None:
    file = f"strands/{text}.yaml"
    other = Related(text, Place(file, span=Span(1, 1, 1, 2)))
    one = finding(1, 1, 3, message=text, advice=text, waived=text, file=file, related=(other,))
    plan = Checked(text, Loaded(None, (), {file: Source(file, text)}), [one])
    shown = as_text([plan])
    assert all(character.isprintable() for character in shown.replace("\n", ""))
    assert "\N{REPLACEMENT CHARACTER}" in shown


@given(st.text())
def test_printable_keeps_the_length(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert shown.isprintable()
    assert "\n" not in one_line(text)
    assert columns(shown) <= 2 * len(shown)


def test_printable_keeps_what_people_write() -> None:
    plain = "Siân\N{RIGHT SINGLE QUOTATION MARK}s “plan” \N{EN DASH} £2m ✓"
    assert printable(plain) == one_line(plain) == plain
    assert one_line("  a\n\tb\N{NO-BREAK SPACE}c ") == "a b c"


def test_advice_wraps_at_the_width_and_keeps_code_whole() -> None:
    advice = "Keys stand in one column here, and each list item starts with `- ` as before."
    lines = wrapped(advice, 66, "  = ").splitlines()
    assert all(len(line) <= 66 for line in lines)
    assert lines[1].startswith("    `- `")
    assert wrapped("x" * 200, 60, "  = ") == "  = " + "x" * 200


def test_width_changes_the_wrapping_only(finding: Make, checked: Check) -> None:
    advice = " ".join(["word"] * 60)
    plan = checked(TEXT, finding(advice=advice))
    narrow, wide = (as_text([plan], width=width) for width in (60, 200))
    assert narrow.split() == wide.split()
    assert max(map(len, narrow.splitlines()[3:])) <= 60
    assert as_text([plan], width=1) == narrow


def test_colour_only_when_asked(finding: Make, checked: Check, snapshot: SnapshotAssertion) -> None:
    plan = checked(
        TEXT,
        finding(),
        finding(severity=Severity.WARNING),
        finding(severity=Severity.NOTE),
        finding(waived="For now."),
    )
    plain, coloured = as_text([plan]), as_text([plan], colour=True)
    assert "\x1b" not in plain
    assert coloured == snapshot
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


SUMMARIES = [
    ({}, "No problems in 1 file with 0 actions."),
    ({"errors": 1}, "1 error in 1 file with 0 actions."),
    ({"errors": 2}, "2 errors in 1 file with 0 actions."),
    ({"warnings": 1}, "1 warning in 1 file with 0 actions."),
    ({"notes": 2}, "2 notes in 1 file with 0 actions."),
    ({"waived": 1}, "1 waived in 1 file with 0 actions."),
    (
        {"errors": 1234, "warnings": 2, "notes": 1, "waived": 3},
        "1,234 errors, 2 warnings, 1 note, 3 waived in 1 file with 0 actions.",
    ),
]


@pytest.mark.parametrize(("counts", "said"), SUMMARIES)
def test_summary(finding: Make, checked: Check, counts: dict[str, int], said: str) -> None:
    found = [
        finding(
            severity=Severity(key[:-1]) if key != "waived" else Severity.ERROR,
            waived="x" if key == "waived" else None,
        )
        for key, number in counts.items()
        for _ in range(number)
    ]
    plan = checked(TEXT, *found)
    assert as_text([plan]).splitlines()[-1] == said
    zeros = {"errors": 0, "warnings": 0, "notes": 0, "waived": 0, "known": 0, "left_out": 0}
    assert summary([plan]) == {**zeros, **counts, "files": 1, "actions": 0}


def test_known_findings_are_counted_and_not_shown(finding: Make, checked: Check) -> None:
    old = replace(finding(), known=True)
    plan = replace(checked(TEXT, old, finding(), old), left_out=1)
    lines = as_text([plan]).splitlines()
    assert sum("SC201" in line for line in lines) == 1
    assert lines[-3:] == [
        "1 new error in 1 file with 0 actions.",
        "2 findings known from the baseline.",
        "1 finding left out by --select or --ignore.",
    ]
    only_old = as_text([checked(TEXT, old)]).splitlines()
    assert only_old[0] == "No new problems in 1 file with 0 actions."


def test_many_findings_are_counted_by_code(finding: Make, checked: Check) -> None:
    note = replace(finding(severity=Severity.NOTE), code="SC103")
    plan = checked(TEXT, note, *[finding()] * 9, finding(waived="For now."))
    assert "sendctl explain" not in as_text([plan])
    plan = replace(plan, findings=[*plan.findings, *[note] * 1234])
    lines = as_text([plan]).splitlines()
    assert lines[-5:] == [
        "     9 error   SC201  A reference names something that the plan does not have",
        " 1,235 note    SC103  A value of the wrong shape: a list, a mapping or a text …",
        " `sendctl explain CODE` says more about each.",
        "",
        "9 errors, 1,235 notes, 1 waived in 1 file with 0 actions.",
    ]
    assert max(map(len, lines)) <= 80


def test_many_findings_of_one_code_need_no_table(finding: Make, checked: Check) -> None:
    assert "sendctl explain" not in as_text([checked(TEXT, *[finding()] * 20)])


def test_several_plans(finding: Make, checked: Check) -> None:
    plans = [checked(TEXT, finding(), path="plans/a"), checked(TEXT, finding(), path="plans/b")]
    lines = as_text(plans).splitlines()
    assert lines[0].startswith("plans/a/strands/1.yaml:2:5: error SC201: ")
    assert lines[5].startswith("plans/b/strands/1.yaml:2:5: error SC201: ")
    assert lines[-1] == "2 errors in 2 plans: 2 files with 0 actions."


@pytest.mark.parametrize(
    ("path", "file"),
    [("", "x.yaml"), (".", "x.yaml"), ("plans/a", "plans/a/x.yaml"), ("/p", "/p/x.yaml")],
)
def test_files_are_named_as_one_would_type_them(path: str, file: str) -> None:
    assert Checked(path, Loaded(None, (), {}), []).file("x.yaml") == file
