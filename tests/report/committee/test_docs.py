"""docs/committee.md: its report and its layout work as they are printed there."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from sendctl.checks import run_checks
from sendctl.document import write_markdown
from sendctl.findings import Severity
from sendctl.plan import Plan, load_plan
from sendctl.plan.layout import Include
from sendctl.plan.layouts import layout_names
from sendctl.report import Request
from sendctl.report.committee import copy_of
from sendctl.report.committee_form import form_fields
from sendctl.report.documents import make
from tests.report.rendered import TODAY

PAGE = (Path(__file__).parents[3] / "docs" / "committee.md").read_text("utf-8")
FILES = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", PAGE, re.DOTALL))
REPORT = "progress-2022-12"


@pytest.fixture
def written(tmp_path: Path) -> Callable[[], Plan]:
    """The plan that the page shows, with nothing wrong in it."""

    def load() -> Plan:
        owners = (
            "bodies: {council: {name: The Council, kind: council}}\n"
            "posts: {head-of-send: {title: Head of SEND, body: council}}\n"
        )
        weaknesses = (
            "weaknesses: [{id: W1, wording: Waits are long., covered_by: {reason: Later}}]\n"
        )
        files = {
            "plan.yaml": "area: Exampleshire\nkind: wsoa\n",
            "owners.yaml": owners, "weaknesses.yaml": weaknesses, **FILES,
        }  # fmt: skip
        for name, text in files.items():
            file = tmp_path / "plan" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        loaded = load_plan(tmp_path / "plan")
        assert loaded.plan
        wrong = [
            (one.code, one.message, one.span.line)
            for one in run_checks(loaded, TODAY)
            if one.severity is Severity.ERROR or one.place.file in FILES
        ]
        assert wrong == []
        return loaded.plan

    return load


def printed(plan: Plan, meeting: int = 0) -> str:
    request = Request(plan, TODAY, report=REPORT, meeting=meeting)
    document, findings = make("committee", request)
    assert findings == []
    return write_markdown(document)


def test_the_example_is_printed_for_all_meetings(written: Callable[[], Plan]) -> None:
    text = printed(written())
    for line in (
        "# PROGRESS OF THE SEND IMPROVEMENT PLAN",
        "- **Author:** Head of SEND",
        "**For Scrutiny Committee, 15 December 2022:**",
        "2.1 To note the progress (Appendix a).",
        "**For Executive, 12 January 2023:**",
        "2.2 To approve the new dates (Appendix a).",
        "3.2 Since June, the partnership has:",
        "### 3.3 What the inspectors found",
        "- Waits are long.",
        "4.1 None.",
        "> FOR THE EXECUTIVE ONLY",
        "5.1 Is this a key decision? **Yes**",
        "5.2 Forward plan reference: 31/2022",
        "6.1 To be completed",
    ):
        assert line in text.splitlines(), line
    assert "Finance and legal" not in text
    assert "One paragraph. What is the committee" not in text


def test_the_example_is_printed_for_one_meeting(written: Callable[[], Plan]) -> None:
    text = printed(written(), meeting=1)
    assert "2.1 To note the progress (Appendix 6(a))." in text.splitlines()
    assert "Executive, 12 January" not in text
    assert "Appendix 6(a): Action tracker" in text


def test_layouts_includes_and_fields_of_forms_are_all_named(written: Callable[[], Plan]) -> None:
    plan = written()
    names = [name for name in layout_names(plan) if name not in plan.layouts]
    fields = form_fields(copy_of(Request(plan, TODAY, report=REPORT)))
    for name in (*names, *Include, *fields):
        assert re.search(rf"[`{{ .]{name}[` }}.]", PAGE), name
