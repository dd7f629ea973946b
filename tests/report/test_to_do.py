"""What a draft lists as still to be done."""

from __future__ import annotations

from collections.abc import Callable

from sendctl.document import write_markdown
from sendctl.findings import Finding, Place, Problem, Severity
from sendctl.plan import Plan
from sendctl.report.documents import DOCUMENTS, make
from sendctl.report.request import Request
from sendctl.report.to_do import ToDoLine, to_do
from tests.report.rendered import TODAY, told
from tests.report.test_public import words

Made = Callable[..., Plan]


def finding(message: str, severity: Severity, advice: str = "") -> Finding:
    return Problem(Place("strands/1.yaml", ("actions", 0)), message, advice).stamped(
        "SC402", severity
    )


def test_errors_come_before_warnings_and_notes_stay_away(example: Plan) -> None:
    found = [
        finding("No lead.", Severity.WARNING, "Add one."),
        finding("Long.", Severity.NOTE),
        finding("Bad date.", Severity.ERROR),
    ]
    known = to_do(example, TODAY, found)
    assert known.must == (ToDoLine("Bad date.", "strands/1.yaml, line 1", ""),)
    assert known.should == (ToDoLine("No lead.", "strands/1.yaml, line 1", "Add one."),)
    assert (known.parts, known.more) == ((), 0)


def test_a_long_list_is_cut_and_says_so(example: Plan) -> None:
    errors = [finding(f"E{number}.", Severity.ERROR) for number in range(50)]
    warnings = [finding(f"W{number}.", Severity.WARNING) for number in range(30)]
    known = to_do(example, TODAY, [*warnings, *errors])
    assert (len(known.must), len(known.should), known.more) == (50, 10, 20)
    more = to_do(example, TODAY, errors * 2)
    assert (len(more.must), len(more.should), more.more) == (60, 0, 40)


def test_the_page_that_a_draft_begins_with(example: Plan) -> None:
    found = [finding("No {{ lead }} | <b>.", Severity.ERROR, "Add `one`.")]
    for name, entry in DOCUMENTS.items():
        report = "scrutiny-2022-06-30" if entry.of_report else ""
        document, findings = make(name, Request(example, TODAY, draft=True, report=report), found)
        assert told(findings) == []
        said = " ".join(words(document))
        assert "Still to do before this can be signed" in said
        assert "No {{ lead }} | <b>." in said
        assert "strands/1.yaml, line 1" in said
        final, _ = make(name, Request(example, TODAY, report=report), found)
        assert "Still to do" not in write_markdown(final)


def test_a_draft_without_anything_to_do_says_so(example: Plan) -> None:
    document, _ = make("plan", Request(example, TODAY, draft=True))
    assert "Nothing was found that is still to be done." in write_markdown(document)


def test_a_public_draft_tells_no_finding(example: Plan) -> None:
    found = [finding("Jo said so.", Severity.ERROR)]
    document, _ = make("plan", Request(example, TODAY, draft=True, public=True), found)
    said = write_markdown(document)
    assert "## Still to do before this can be published" in said
    assert "Nothing was found that is still to be done." in said
    assert "Jo said so." not in said


def test_parts_that_are_not_ready(make_plan: Made) -> None:
    plan = make_plan(
        {"strands/1.yaml": {"id": "1", "title": "Waits", "actions": [{"title": "Hire"}]}}
    )
    parts = to_do(plan, TODAY, []).parts
    assert ToDoLine("Not yet so: each action has a lead.", "strands/1.yaml", "See SC402.") in parts
    assert (
        ToDoLine(
            "Not yet so: the responsible bodies are named.", "plan.yaml", "See `authorities:`."
        )
        in parts
    )
    document, _ = make("summary", Request(plan, TODAY, draft=True))
    assert "Parts that a plan is handed in with: a house rule" in " ".join(words(document))
