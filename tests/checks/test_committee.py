"""Rules SC251 to SC258: committee reports and their layouts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sendctl import Finding

Expect = Callable[..., list[Finding]]
Find = Callable[..., list[Finding]]

TITLE = "title: Where the plan stands\n"
OWN = TITLE + "layout: own\n"
LAYOUT = """\
title: Our form
header: [{field: title}, {label: Wards, field: wards}, {label: Author, field: author}]
sections:
  - {id: purpose, heading: Purpose}
  - {id: risk, heading: Risks, empty: None.}
  - id: exemption
    heading: Exemption
    questions:
      - {id: exempt, ask: "Exempt?", choices: ["Yes", "No"]}
      - {id: paragraph, ask: "Paragraph?", show_if: exempt}
  - {id: outcome, heading: Decision, decision: true}
"""
OWNERS = (
    "bodies: {council: {name: C, kind: council}}\nposts: {head: {title: Head, body: council}}\n"
)


# SC251


def test_layout_that_is_not_known(expect: Expect) -> None:
    found = expect("SC251", reports_a=TITLE + "layout: »cabinet-cuver\n")
    assert found[0].advice == "Did you mean 'cabinet-cover'?"


def test_layout_of_a_meeting(expect: Expect) -> None:
    meeting = "meetings: [{body: A, date: 2022-12-15, layout: »ours, recommendations: To note}]\n"
    expect("SC251", reports_a=TITLE + meeting)


def test_layouts_that_are_known(told: Callable[..., list[str]]) -> None:
    assert told(reports_a=TITLE + "layout: cabinet-cover\n") == []
    assert told(reports_a=OWN, layouts_own=LAYOUT) == []
    assert told(reports_a=TITLE) == []


def test_nothing_is_said_of_a_layout_that_cannot_be_read(told: Callable[..., list[str]]) -> None:
    found = told(reports_a=OWN + "sections: {anything: goes}\n", layouts_own="title: [\n")
    assert [one for one in found if "SC25" in one] == []


# SC252


def test_words_without_a_place(expect: Expect) -> None:
    report = (
        f"{OWN}officers: [{{role: »auther, post: head}}]\nheader: {{»ward: All, title: Mine}}\n"
        "sections: {»porpuse: To note., exempt: 'No', paragraph: '3', risk: None.}\n"
        "decision: {outcome: Noted., »purpose: Noted.}\n"
        "meetings:\n  - body: A\n    date: 2022-12-15\n    recommendations: To note\n"
        "    decision: {»outcom: Noted.}\n"
    )
    found = expect("SC252", reports_a=report, layouts_own=LAYOUT, owners=OWNERS)
    assert [one.advice for one in found][:2] == ["Did you mean 'author'?", "Did you mean 'wards'?"]


def test_words_for_the_layout_of_a_meeting_have_a_place(told: Callable[..., list[str]]) -> None:
    meeting = "meetings: [{body: A, date: 2022-12-15, layout: own, recommendations: To note}]\n"
    report = TITLE + "layout: cabinet-cover\n" + meeting
    known = "sections: {purpose: To note., alternatives: None., exempt: 'No'}\n"
    assert told(reports_a=report + known, layouts_own=LAYOUT) == []
    unknown = "sections: {within_budget: 'Yes'}\n"
    assert told(reports_a=report + unknown, layouts_own=LAYOUT) == ["SC252 reports/a:4:12"]


# SC253


def test_meeting_that_is_asked_for_nothing(expect: Expect) -> None:
    expect(
        "SC253",
        reports_a=TITLE + "meetings:\n  - {body: A, date: 2022-12-15, recommendations: To note}\n"
        "  - »{body: B, date: 2022-12-16}\n",
    )


# SC254


def test_appendices_that_are_not_listed(expect: Expect) -> None:
    report = (
        "appendices: [{id: a, title: A}, {id: »a, title: B}]\n"
        "meetings:\n  - body: X\n    date: 2022-12-15\n"
        "    recommendations: [»'See [](appendix:c)', 'And [it](appendix:a)']\n"
        "    decision: {outcome: »'As [](appendix:d)'}\n"
        "sections: {purpose: »'[](appendix:b) and [](appendix:a)'}\n"
        "decision: {outcome: »'[](appendix:e)'}\n"
    )
    found = expect("SC254", reports_x=TITLE + report)
    assert found[0].related[0].place.span is not None


# SC255


def test_appendix_that_nobody_mentions(expect: Expect) -> None:
    expect(
        "SC255",
        reports_a=TITLE + "appendices: [{id: a, title: A}, »{id: b, title: B}]\n"
        "sections: {purpose: 'See [](appendix:a)'}\n",
    )


# SC256


def test_holes_in_a_report_on_an_agenda(findings: Find) -> None:
    report = OWN + "stage: agenda\nsections: {exempt: 'Yes'}\n"
    found = findings(reports_a=report, layouts_own=LAYOUT)
    assert {one.code for one in found} == {"SC256"}
    assert sorted(one.advice for one in found) == [
        "Add `author:` below `header:`.",
        "Add `paragraph:` below `sections:`.",
        "Add `purpose:` below `sections:`.",
        "Add `wards:` below `header:`.",
    ]


@pytest.mark.parametrize(
    ("stage", "words", "missing"),
    [
        ("draft", "", []),
        ("agenda", "sections: {purpose: A, exempt: 'No'}\n", []),
        ("agenda", "sections: {purpose: A}\n", ["exempt"]),
        ("agenda", "sections: {purpose: A, exempt: 'Yes', paragraph: '3'}\n", []),
        ("decision", "sections: {purpose: A, exempt: 'No'}\n", ["outcome"]),
        ("decision", "sections: {purpose: A, exempt: 'No'}\ndecision: {outcome: Noted}\n", []),
    ],
)
def test_what_is_missing_at_a_stage(
    findings: Find, stage: str, words: str, missing: list[str]
) -> None:
    head = f"{OWN}stage: {stage}\nheader: {{wards: All}}\nofficers: {{role: author, post: head}}\n"
    head = head.replace("{role: author, post: head}", "[{role: author, post: head}]")
    found = findings(reports_a=head + words, layouts_own=LAYOUT, owners=OWNERS)
    assert [one.advice.split("`")[1].rstrip(":") for one in found] == missing
    assert {one.code for one in found} <= {"SC256"}


# SC257


def test_answers_that_are_none_of_the_choices(expect: Expect) -> None:
    expect("SC257", reports_a=OWN + "sections: {exempt: »Maybe}\n", layouts_own=LAYOUT)
    expect("SC257", reports_a=OWN + "sections: {exempt: »['Yes', 'No']}\n", layouts_own=LAYOUT)


@pytest.mark.parametrize("answer", ["'Yes'", "yes", "No.", "['No']"])
def test_answers_that_are_fine(told: Callable[..., list[str]], answer: str) -> None:
    assert told(reports_a=f"{OWN}sections: {{exempt: {answer}}}\n", layouts_own=LAYOUT) == []


# SC258


def test_layout_that_contradicts_itself(expect: Expect) -> None:
    layout = """\
layout: »ours
title: Our form
form: »own.docx
appendix: »{label: "Appendix {itme}", before: "Appendix {letter}"}
notes:
  - {text: "Paragraph {urgency}", show_if: urgency}
  - {text: Not for all, show_if: »porpose}
sections:
  - {id: purpose, heading: Purpose, show_if: {field: »riks}}
  - id: risk
    heading: Risks
    parts: [{id: »purpose, heading: Again}]
    questions: [{id: »risk, ask: Risks}, {id: last, ask: Last, show_if: body}]
"""
    expect("SC258", layouts_own=layout.replace("{field: »riks}", "»{field: riks}"))


@pytest.mark.parametrize(
    "form", ["own.doc", "../own.docx", "/own.docx", "missing.docx", "a\\0.docx"]
)
def test_forms_that_are_not_there(findings: Find, form: str) -> None:
    found = findings(layouts_own=f"title: Our form\nform: {form}\n")
    assert [one.code for one in found] == ["SC258"]
