"""Nothing that a committee report holds is silently left out of it."""

from __future__ import annotations

from typing import Any

import pytest

from sendctl.document import write_html, write_markdown
from sendctl.plan.audience import Audience
from sendctl.plan.report import Report
from sendctl.report import Request
from sendctl.report.documents import make
from tests.report.full_plan import FullPlan, Mark
from tests.report.rendered import TODAY, MakePlan

LEFT_OUT = {
    ("Report", "layout"): "the form, which is everywhere and has no words of its own",
    ("Meeting", "layout"): "the same",
    ("Officer", "role"): "decides which line of the header it stands in",
    ("Appendix", "id"): "a handle for references; its label is printed",
    ("Meeting", "events"): "their names are the framework's",
    ("Event", "on"): "meets the deadlines of papers, which a draft prints",
    ("Event", "source"): "the same",
    ("Report", "header"): "its key decides where the words stand",
    ("Report", "sections"): "the same",
    ("Report", "decision"): "the same",
    ("Meeting", "decision"): "the same",
}
"""Public fields that a report does not print as such, and why."""

WORDS = {"header", "sections", "decision"}
"""Mappings whose keys are handles and whose values are printed."""


@pytest.fixture
def full() -> tuple[FullPlan, dict[str, Any]]:
    """A report in which every field is filled, with a layout that has a place for each."""
    made = FullPlan()
    report = made.item(Report, "report", Audience.PUBLIC)
    (meeting,), (officer,) = report["meetings"], report["officers"]
    report["layout"] = meeting["layout"] = "own"
    meeting["events"] = {}
    (heading,), (section,) = report["header"], report["sections"]
    (decided,), (own,) = report["decision"], meeting["decision"]
    appendix = report["appendices"][0]
    appendix["link"] = f"https://example.org/{appendix['link']}"
    layout = {
        "title": "Our form",
        "header": [
            {"field": "title"},
            *({"label": "x", "field": field} for field in ("body", "date", "agenda_item")),
            {"label": "x", "field": "relevant_officer"},
            {"label": "x", "field": officer["role"]},
            {"label": "x", "field": heading},
        ],
        "sections": [
            {"id": section, "heading": "A"},
            {"id": "b", "heading": "B", "content": [{"include": "recommendations"}]},
            {"id": "c", "heading": "C", "content": [{"include": "appendices"}]},
            {"id": decided, "heading": "D", "decision": True},
            {"id": own, "heading": "E", "decision": True},
        ],
    }
    bodies = {"bodies": made.bodies, "posts": made.posts}
    files = {"reports/full.yaml": report, "layouts/own.yaml": layout, "owners.yaml": bodies}
    return made, files


def test_every_public_field_is_printed(
    full: tuple[FullPlan, dict[str, Any]], make_plan: MakePlan
) -> None:
    made, files = full
    document, _ = make("committee", Request(make_plan(files), TODAY, report="full"))
    text = write_markdown(document)
    public = [mark for mark in made.marks if mark.audience is Audience.PUBLIC]
    missing = [mark for mark in public if mark.text not in text and not left_out(mark, made)]
    assert missing == []
    assert len(public) > 20


def test_what_is_internal_is_not_printed(
    full: tuple[FullPlan, dict[str, Any]], make_plan: MakePlan
) -> None:
    made, files = full
    internal = [mark for mark in made.marks if mark.audience is not Audience.PUBLIC]
    assert {mark.model for mark in internal} >= {"Clearance"}
    for draft in (False, True):
        request = Request(make_plan(files), TODAY, report="full", draft=draft)
        page = write_html(make("committee", request)[0])
        assert [mark for mark in internal if mark.text in page] == []


def left_out(mark: Mark, made: FullPlan) -> bool:
    """Whether it is on the list; of a mapping, the key alone is."""
    if mark.name in WORDS:
        keys = [one.text for one in made.marks if one.path == mark.path]
        return mark.text == keys[-1]
    return (mark.model, mark.name) in LEFT_OUT
