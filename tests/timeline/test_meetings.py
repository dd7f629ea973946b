"""Clocks that run once for each meeting: committee papers, and evidence for reviews."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sendctl import Plan, load_plan
from sendctl.timeline import Deadline, State, deadlines, happened

MakeOf = Callable[..., Plan]
REPORT = """
title: Where the plan stands
meetings:
  - {body: Scrutiny Committee, date: 2022-06-30}
  - {body: Executive, date: 2022-07-11, events: {decision_published: 2022-07-12}}
"""
APP = "area: A\nkind: accelerated_progress_plan\nframework: accelerated-progress-plan\n"


@pytest.fixture
def plan_with(tmp_path: Path) -> MakeOf:
    """A plan of files by name; dots in a keyword stand for folders."""

    def made(head: str = "area: A\nkind: wsoa\n", **files: str) -> Plan:
        (tmp_path / "plan.yaml").write_text(head, encoding="utf-8")
        for name, text in files.items():
            file = tmp_path / f"{name.replace('__', '/').replace('_', '-')}.yaml"
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        loaded = load_plan(tmp_path)
        assert loaded.plan is not None
        assert loaded.findings == ()
        return loaded.plan

    return made


def by_key(plan: Plan, today: str) -> dict[str, Deadline]:
    return {one.key: one for one in deadlines(plan, date.fromisoformat(today))}


def test_papers_of_every_meeting(plan_with: MakeOf) -> None:
    found = by_key(plan_with(reports__june=REPORT), "2022-06-01")
    assert {key: one.due.isoformat() for key, one in found.items() if one.due} == {
        "committee:june:1:paper": "2022-06-21",
        "committee:june:1:agenda": "2022-06-22",
        "committee:june:2:paper": "2022-06-30",
        "committee:june:2:agenda": "2022-07-01",
        "committee:june:2:call_in": "2022-07-19",
    }
    agenda = found["committee:june:1:agenda"]
    assert agenda.label == "Agenda open to the public: Scrutiny Committee"
    assert agenda.about == "Scrutiny Committee"
    assert agenda.status is State.DUE
    assert agenda.occurrence is None
    assert agenda.responsible == ()


def test_only_what_has_good_evidence_is_late(plan_with: MakeOf) -> None:
    found = by_key(plan_with(reports__june=REPORT), "2022-06-29")
    assert found["committee:june:1:agenda"].status is State.OVERDUE
    assert found["committee:june:1:paper"].status is State.UNKNOWN
    assert "weak" in found["committee:june:1:paper"].notes[0]


def test_after_the_meeting_nothing_is_late(plan_with: MakeOf) -> None:
    plan = plan_with(reports__june=REPORT)
    assert by_key(plan, "2022-06-30")["committee:june:1:agenda"].status is State.OVERDUE
    found = by_key(plan, "2022-07-01")["committee:june:1:agenda"]
    assert found.status is State.UNKNOWN
    assert found.notes == ("“Meeting” is past, and the plan does not say when this was done.",)
    assert found.days_left is None


def test_what_is_recorded_is_met(plan_with: MakeOf) -> None:
    text = "title: A\nmeetings: [{body: B, date: 2022-06-30, events: {agenda_published: %s}}]\n"
    found = by_key(plan_with(reports__a=text % "2022-06-22"), "2022-09-30")
    assert found["committee:a:1:agenda"].status is State.MET
    late = by_key(plan_with(reports__a=text % "2022-06-23"), "2022-09-30")
    assert late["committee:a:1:agenda"].status is State.MISSED
    assert late["committee:a:1:agenda"].margin_working_days == -1


def test_a_council_sets_its_own_rule(plan_with: MakeOf) -> None:
    own = (
        "clocks:\n  paper: {number: 10, grade: A, source: 4.2 of ours, reason: We need ten}\n"
        "  call_in: {applies: false, reason: Scrutiny papers are not called in}\n"
    )
    found = by_key(plan_with(reports__june=REPORT, frameworks__committee=own), "2022-06-17")
    paper = found["committee:june:1:paper"]
    assert paper.due == date(2022, 6, 16)
    assert paper.status is State.OVERDUE
    assert (paper.source, paper.grade) == ("4.2 of ours", "A")
    assert paper.wording == ""
    assert paper.notes == ("This plan's own rule: We need ten",)
    assert "committee:june:2:call_in" not in found


def test_evidence_for_every_review(plan_with: MakeOf) -> None:
    sent = "{on: 2022-05-17, events: {evidence_sent: 2022-05-02}}"
    reviews = f"reviews: [{{on: 2022-11-17}}, {sent}]\n"
    plan = plan_with(APP + reviews + "events: {revisit_report_published: 2021-11-17}\n")
    found = [one for one in deadlines(plan, date(2022, 11, 1)) if one.key == "evidence"]
    assert [(one.occurrence, one.due) for one in found] == [
        (1, date(2022, 5, 3)),
        (2, date(2022, 11, 3)),
    ]
    first, second = found
    assert (first.status, first.margin_working_days) == (State.MET, 1)
    assert (second.status, second.about) == (State.DUE, "review on 17 November 2022")


def test_the_event_of_a_review_is_a_review_too(plan_with: MakeOf) -> None:
    head = APP + "events: {review_meeting: 2022-11-17}\nreviews: [{on: 2022-05-17}]\n"
    found = [one for one in deadlines(plan_with(head), date(2022, 11, 1)) if one.key == "evidence"]
    assert [one.due for one in found] == [date(2022, 5, 3), date(2022, 11, 3)]
    same = APP + "events: {review_meeting: 2022-05-17}\nreviews: [{on: 2022-05-17}]\n"
    once = [one for one in deadlines(plan_with(same), date(2022, 11, 1)) if one.key == "evidence"]
    assert [one.due for one in once] == [date(2022, 5, 3)]


def test_an_event_of_the_plan_belongs_to_the_review_it_is_nearest_to(plan_with: MakeOf) -> None:
    head = (
        APP + "events: {evidence_sent: 2022-11-01}\nreviews: [{on: 2022-05-17}, {on: 2022-11-17}]\n"
    )
    first, second = (
        one for one in deadlines(plan_with(head), date(2022, 11, 30)) if one.key == "evidence"
    )
    assert (first.status, first.done_on) == (State.UNKNOWN, None)
    assert (second.status, second.done_on) == (State.MET, date(2022, 11, 1))


def test_without_any_review_the_missing_date_is_named(plan_with: MakeOf) -> None:
    found = by_key(plan_with(APP), "2022-11-01")["evidence"]
    assert found.status is State.UNKNOWN
    assert "events: review_meeting" in found.notes[0]


def test_what_happened(plan_with: MakeOf) -> None:
    head = (
        "area: A\nkind: wsoa\nframework: area-send-2016\n"
        "inspection: {started: 2022-02-28, ended: 2022-03-04, source: Letter}\n"
        "events: {report_published: {on: 2022-05-26, source: Report}, wsoa_submitted: 2022-08-26}\n"
        "stated: {wsoa: 2022-08-30}\nreviews: [{on: 2022-09-27}]\n"
    )
    plan = plan_with(head, reports__june=REPORT)
    today = date(2022, 9, 30)
    events = happened(plan, deadlines(plan, today))
    assert [(one.on.isoformat(), one.event, one.source, one.meets) for one in events] == [
        ("2022-02-28", "inspection_started", "Letter", None),
        ("2022-03-04", "inspection_ended", "Letter", None),
        ("2022-05-26", "report_published", "Report", None),
        ("2022-06-30", "meeting", "", None),
        ("2022-07-11", "meeting", "", None),
        ("2022-08-26", "wsoa_submitted", "", "wsoa"),
        ("2022-09-27", "review_meeting", "", None),
    ]
    assert [one.title for one in events] == [
        "Inspection began",
        "Inspection ended",
        "Report published by the inspectorates",
        "Meeting: Scrutiny Committee",
        "Meeting: Executive",
        "Written statement of action submitted",
        "Review meeting",
    ]


def test_a_review_among_the_events_is_told_once(plan_with: MakeOf) -> None:
    events = "events: {review_meeting: 2022-11-17, app_agreed: 2022-05-03}\n"
    told = happened(plan_with(APP + events), [])
    assert [one.title for one in told] == [
        "Accelerated progress plan agreed with the DfE",
        "Review meeting",
    ]


def test_events_of_one_day_are_in_the_order_of_their_names(plan_with: MakeOf) -> None:
    events = "events: {review_meeting: 2022-05-03, app_agreed: 2022-05-03}\n"
    told = happened(plan_with(APP + events), [])
    assert [one.event for one in told] == ["app_agreed", "review_meeting"]


def test_events_without_a_framework_have_plain_names(plan_with: MakeOf) -> None:
    plan = plan_with("area: A\nkind: wsoa\ninspection: {started: 2022-02-28}\n")
    (event,) = happened(plan, [])
    assert event.title == "Inspection started"
