"""Nothing that the plan holds is silently left out of all documents."""

from __future__ import annotations

import pytest

from sendctl.document import write_markdown
from sendctl.plan.audience import Audience
from sendctl.report.documents import DOCUMENTS, make
from sendctl.report.request import Request
from tests.report.full_plan import FullPlan, full_plan
from tests.report.rendered import MakePlan, told

LEFT_OUT = {
    ("Step", "id"): "a handle for references; nobody reads it",
    ("Board", "id"): "the same",
    ("OwnersFile", "bodies"): "its keys are handles; the names are printed where they act",
    ("OwnersFile", "posts"): "the same",
    ("Post", "since"): "a statement names posts; when they began is a matter of checks",
    ("Post", "until"): "the same",
    ("CalendarDay", "on"): "decides which days count; told with computed deadlines",
    ("CalendarDay", "reason"): "the same",
    ("Parent", "plan"): "the path of its folder; its title is printed instead",
    ("Action", "weaknesses"): "shown by the section that the action stands in",
    ("Action", "objective"): "shown by the table that the action stands in",
    ("SignOff", "post"): "replaced here, so that it has a holder; see test_statement",
}
"""Public fields that no document prints, and why."""

LEFT_OUT_AT = {
    "plan.reviews.events": "what was sent for a meeting counts for its deadlines only",
    "seals": "a record about documents, for `sendctl verify`",
}
"""The same, of fields that are printed elsewhere: by where they stand."""

WITHOUT_MARK = {
    ("Item", "illustrative"): "a flag: the whole document says that it is an example",
    ("Action", "status"): "printed as the plan's own word for it",
    ("Action", "rating"): "the same",
    ("Shown", "colour"): "the tone of the word",
    ("Shown", "status"): "decides which word is shown",
    ("Shown", "rating"): "the same",
    ("Shown", "impact"): "the same",
    ("Body", "kind"): "for checks; the body's name says it to readers",
    ("Calendar", "nation"): "decides which days count; told with computed deadlines",
}
"""Public fields with choices or flags that are not printed as such, and why."""

INSIDE = {
    ("Action", "resources"): "inspectors ask for them; a public version leaves them out",
    ("Holder", "name"): "in the sign-off only",
    ("Approval", "on"): "in a public draft that waits for that day",
}
"""Fields that are not public and may be printed all the same."""


@pytest.fixture(scope="module")
def full() -> FullPlan:
    return full_plan()


@pytest.fixture
def text(full: FullPlan, make_plan: MakePlan) -> str:
    """All that any document of the plan prints, the version for everybody included."""
    plan = make_plan(full.files)
    parts = []
    for name, entry in DOCUMENTS.items():
        if entry.of_report:
            continue
        for public in (False, True):
            document, findings = make(name, Request(plan, plan.today(), draft=True, public=public))
            assert told(findings) == []
            parts.append(write_markdown(document))
    return " ".join("\n".join(parts).casefold().split())


def test_every_public_field_is_printed(full: FullPlan, text: str) -> None:
    missing = [
        (mark.path, mark.text)
        for mark in full.marks
        if mark.audience is Audience.PUBLIC
        and (mark.model, mark.name) not in LEFT_OUT
        and not mark.path.startswith(tuple(LEFT_OUT_AT))
        and mark.text.casefold() not in text
    ]
    assert missing == []


def test_what_is_left_out_is_left_out(full: FullPlan, text: str) -> None:
    fields = {(mark.model, mark.name) for mark in full.marks}
    assert set(LEFT_OUT) <= fields
    assert not set(WITHOUT_MARK) & fields
    printed = [
        mark.path
        for mark in full.marks
        if (mark.model, mark.name) in LEFT_OUT and mark.text.casefold() in text
    ]
    assert printed == []


def test_what_is_not_public_is_not_printed(full: FullPlan, text: str) -> None:
    printed = {
        (mark.model, mark.name)
        for mark in full.marks
        if mark.audience is not Audience.PUBLIC and mark.text.casefold() in text
    }
    assert printed <= set(INSIDE)


def test_every_field_with_choices_is_accounted_for(full: FullPlan) -> None:
    marked = {(mark.model, mark.name) for mark in full.marks}
    assert ("Action", "due") in marked
    assert len(marked) > 200
