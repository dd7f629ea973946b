"""Rules SC901 and SC902, and the parts of a plan that make it ready."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sendctl import Finding, Loaded
from sendctl.checks import run_checks
from sendctl.checks.readiness import readiness

Expect = Callable[..., list[Finding]]
Load = Callable[..., Loaded]

HEAD = "area: Exampleshire\nkind: wsoa\nframework: area-send-2016\n"
RECEIVED = "events: {report_received: 2022-05-19"  # due on 30 August 2022
SIGNED = "authorities: [council]\nsignoff: [{post: head}]\n"
COMPLETE = {
    "owners": "bodies: {council: {name: The Council, kind: council}}\n"
    "posts: {head: {title: Head, body: council}}\n",
    "weaknesses": "weaknesses: [{id: W1}]\n",
    "governance": "monitoring: The board reads it.\ncoproduction: {statement: Together.}\n",
    "measures": "measures: [{id: M, title: M, unit: yes_no, baseline: {value: no}, "
    "target: {value: yes}}]\n",
    "strands_1": "id: '1'\ntitle: Waits\nweaknesses: W1\nactions: [{id: A, title: A, "
    "owners: {lead: head}, due: 2022-12, measures: M}]\n",
}


# SC901


@pytest.mark.parametrize(
    ("today", "head", "when", "left"),
    [
        (date(2022, 8, 2), "events:\n  report_received: »2022-05-19\n",
         "due on 30 August 2022", "19 working days are left. "),
        (date(2022, 8, 1), "events:\n  report_received: »2022-05-19\n",
         "due on 30 August 2022", "20 working days are left. "),
        (date(2022, 7, 29), f"{RECEIVED}}}\n", "", ""),
        (date(2022, 8, 26), "stated: {wsoa: »2022-08-30}\n",
         "due on 30 August 2022", "1 working day is left. "),
        (date(2022, 8, 30), "stated:\n  wsoa: {source: Letter, due: »2022-08-30}\n",
         "due on 30 August 2022", "0 working days are left. "),
        (date(2022, 9, 30), "stated: {wsoa: »2022-08}\n",
         "due on 31 August 2022", "That day has passed. "),
        # the receipt is not known: no deadline, only what it cannot be later than
        (date(2022, 8, 9), "events: »{report_published: 2022-05-26}\n",
         "due on 6 September 2022 at the latest", ""),
        (date(2022, 8, 8), "events: {report_published: 2022-05-26}\n", "", ""),
        (date(2022, 9, 30), f"{RECEIVED}, wsoa_submitted: 2022-08-29}}\n", "", ""),
        (date(2022, 9, 30), f"{RECEIVED}, wsoa_submitted: 2022-09-29}}\n", "", ""),  # late
        (date(2022, 9, 30), "", "", ""),
    ],
)  # fmt: skip
def test_not_ready(expect: Expect, today: date, head: str, when: str, left: str) -> None:
    found = expect("SC901", today=today, plan=HEAD + head)
    assert [one.message for one in found] == (
        [f"“Written statement of action made”, {when}: 0 of 9 parts are ready."] if when else []
    )
    assert all(one.advice.startswith(f"{left}Missing: the responsible bodies") for one in found)


def test_what_is_missing_is_listed_with_what_makes_it_ready(expect: Expect) -> None:
    files = {**COMPLETE, "measures": "measures: [{id: M, title: M}]\n"}
    files["strands_1"] = files["strands_1"].replace("owners: {lead: head}, ", "")
    (found,) = expect("SC901", plan=f"{HEAD}{SIGNED}stated: {{wsoa: »2022-08-30}}\n", **files)
    assert found.message.endswith(", due on 30 August 2022: 7 of 9 parts are ready.")
    assert found.advice == (
        "That day has passed. Missing: each action has a lead (SC402); each measure is "
        "complete (SC411)."
    )
    assert [(one.message, one.place.file) for one in found.related] == [
        ("not yet: each action has a lead", "strands/1.yaml"),
        ("not yet: each measure is complete", "measures.yaml"),
    ]


def test_nothing_is_told_of_a_plan_that_is_ready(expect: Expect) -> None:
    plan = f"{HEAD}{SIGNED}stated: {{wsoa: »2022-08-30}}\n"
    expect("SC901", plan=plan.replace("»", ""), **COMPLETE)
    expect("SC902", plan=plan, **COMPLETE)  # but it is late all the same


@pytest.mark.parametrize(
    ("kind", "framework", "stated"),
    [
        ("priority_action_plan", "area-send-2023", "pap"),
        ("strategic_plan", "area-send-2023", "strategic_plan_published"),
    ],
)
def test_other_kinds_are_handed_in_too(
    expect: Expect, kind: str, framework: str, stated: str
) -> None:
    plan = f"area: A\nkind: {kind}\nframework: {framework}\nstated: {{{stated}: »2022-10-03}}\n"
    expect("SC901", plan=plan)


# readiness


def test_all_parts_of_a_complete_plan_are_ready(loaded: Load) -> None:
    plan = loaded(plan=HEAD + SIGNED, **COMPLETE).plan
    assert plan is not None
    parts = readiness(plan, date(2022, 9, 30))
    assert len(parts) == 9
    assert all(part.ready for part in parts)


@pytest.mark.parametrize(
    ("file", "old", "new", "title", "how"),
    [
        ("plan", "authorities: [council]\n", "", "the responsible bodies are named",
         "`authorities:`"),
        ("plan", "signoff: [{post: head}]\n", "", "each body signs", "`signoff:`"),
        ("weaknesses", "{id: W1}", "{id: W1}, {id: W2}", "each weakness has an action", "SC401"),
        ("weaknesses", "{id: W1}", "", "each weakness has an action", "`weaknesses:`"),
        ("strands_1", "owners: {lead: head}, ", "", "each action has a lead", "SC402"),
        ("strands_1", ", due: 2022-12", "", "each action has a date", "SC403"),
        ("strands_1", ", measures: M", "", "each action can be judged", "SC410"),
        ("measures", "unit: yes_no, ", "unit: count, ", "each measure is complete", "SC411"),
        ("governance", "monitoring: The board reads it.\n", "", "somebody oversees the plan",
         "`boards:`"),
        ("governance", "coproduction: {statement: Together.}\n", "", "families took part", "SC416"),
    ],
)  # fmt: skip
def test_each_part_can_be_missing(
    loaded: Load, file: str, old: str, new: str, title: str, how: str
) -> None:
    files = {"plan": HEAD + SIGNED, **COMPLETE}
    assert old in files[file]
    plan = loaded(**{**files, file: files[file].replace(old, new)}).plan
    assert plan is not None
    missing = [part for part in readiness(plan, date(2022, 9, 30)) if not part.ready]
    assert [(part.title, part.how) for part in missing] == [(title, how)]


# SC902


@pytest.mark.parametrize(
    "line",
    [
        "steps: [{id: a, title: A, due: »2022-09-29}, {id: b, title: B, due: 2022-09-30}]",
        "steps: [{id: a, title: A, due: 2022-09-29, done: 2022-09-30}]",
        "steps: [{id: a, title: A}]",
        (
            "steps: [{id: a, title: A, due: »{by: end, term: 2022-summer}}]\n"
            "terms: {2022-summer: {start: 2022-04-19, end: 2022-07-22}}"
        ),
        "stated: {report_published_locally: »2022-05-26}",
        "events: {report_received: 2022-09-01}",  # five days, but on weak evidence
        "stated: {revisit: 2022-05}",  # the inspectors' clock is never late
        "stated: {wsoa_judged_fit: 2022-05}",
        "reviews: [{on: 2022-09-01}, {on: 2022-11-15}]",
    ],
)
def test_overdue(expect: Expect, line: str) -> None:
    expect("SC902", plan=f"{HEAD}{line}\n")


def test_the_agenda_of_a_committee_is_overdue_at_its_meeting(expect: Expect) -> None:
    report = "title: A\nmeetings: [{body: A, date: 2022-12-01}, {body: B, date: »2022-10-06}]\n"
    (found,) = expect("SC902", reports_a=report)
    assert (
        found.message
        == "“Agenda open to the public: B” was due on 28 September 2022 and is not done."
    )


def test_the_evidence_for_a_review_is_overdue_at_the_review(expect: Expect) -> None:
    plan = (
        "area: A\nkind: accelerated_progress_plan\nframework: accelerated-progress-plan\n"
        "reviews: [{on: 2023-01-10}, {on: »2022-10-10}]\n"
    )
    (found,) = expect("SC902", plan=plan)
    assert found.message.startswith(
        "“Evidence for the review: review on 10 October 2022” was due on "
    )


def test_what_must_have_been_due_is_overdue(expect: Expect) -> None:
    plan = f"{HEAD}{SIGNED}events:\n  »report_published: 2022-05-26\n"
    (found,) = expect("SC902", plan=plan, **COMPLETE)
    assert found.message == (
        "“Written statement of action made” was due by 6 September 2022 at the latest and is not "
        "done."
    )


def test_a_submission_that_lacks_parts_is_told_once(loaded: Load) -> None:
    found = run_checks(loaded(plan=f"{HEAD}stated: {{wsoa: 2022-08-30}}\n"), date(2022, 9, 30))
    assert [one.code for one in found] == ["SC901"]


def test_a_step_is_told_beside_the_submission(loaded: Load) -> None:
    head = f"{HEAD}stated: {{wsoa: 2022-08-30}}\nsteps: [{{id: a, title: A, due: 2022-08-01}}]\n"
    found = run_checks(loaded(plan=head), date(2022, 9, 30))
    assert sorted(one.code for one in found) == ["SC901", "SC902"]
