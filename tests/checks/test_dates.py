"""Rules SC303 to SC315: order and time of dates, moves, and statuses that contradict them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sendctl import Finding

Expect = Callable[..., list[Finding]]

HEAD = "area: Exampleshire\nkind: wsoa\n"
STRAND = "id: '1'\ntitle: Waits\nactions:\n"
TERMS = (
    "terms:\n  2022-autumn: {start: 2022-09-05, end: 2022-12-16}\n"
    "  2023-spring: {start: 2023-01-03, end: 2023-03-31}\n"
)
BOARD = "boards: [{id: board, title: The board}]\n"


def actions(*lines: str) -> str:
    return STRAND + "".join(f"  - {{id: A, title: A, {line}}}\n" for line in lines)


# SC303


@pytest.mark.parametrize(
    "line",
    [
        "due: 2022-12, milestones: [{due: 2022-12-31}]",
        "due: 2022-12, milestones: [{due: 2022-11}, {due: »2023-01-01}]",
        "due: 2022-12-16, milestones: [{due: 2022-12}]",  # it may be by then
        "due: 2022-autumn, milestones: [{due: »2023-spring}, {due: ongoing}, {title: x}]",
        "due: ongoing, milestones: [{due: 2030-01}]",
        "milestones: [{due: 2030-01}]",
    ],
)
def test_milestone_after_due(expect: Expect, line: str) -> None:
    expect("SC303", plan=HEAD + TERMS, strands_1=actions(line))


# SC304

INSPECTED = f"{HEAD}inspection: {{started: 2022-02-28, ended: 2022-03-04}}\n"


@pytest.mark.parametrize(
    "line",
    [
        "due: 2022-02-28",
        "due: 2022-02",  # its last day is the inspection's first
        "due: »2022-02-27",
        "due: »2022-01",
        "due: 2021-12, status: complete, completed: 2021-12-01",
        "due: 2032-12",
        "due: »2033-01",
        "due: »2202-12-16",
        "start: »2202-07-04, due: ongoing",
        "due: 2022-12, milestones: [{title: A, due: »2202-11}]",
    ],
)
def test_outside_the_plan(expect: Expect, line: str) -> None:
    expect("SC304", plan=INSPECTED, strands_1=actions(line))


@pytest.mark.parametrize("due", ["2014-09", "»2014-08"])
def test_before_the_reforms_where_no_event_is_known(expect: Expect, due: str) -> None:
    expect("SC304", strands_1=actions(f"due: {due}"))


@pytest.mark.parametrize(
    "files",
    [
        {"plan": f"{HEAD}steps: [{{id: a, title: A, due: »2033-01-01}}]\n"},
        {"plan": f"{HEAD}framework: area-send-2016\nstated: {{wsoa: »2202-08-30}}\n"},
        {"measures": "measures: [{id: M, title: M, target: {value: 1, by: »2202-07}}]\n"},
        {"measures": "measures: [{id: M, title: A, milestones: [{by: »2202-07}]}]\n"},
        {"weaknesses": "weaknesses: [{id: W, covered_by: {reason: x}, milestones: "
                       "[{due: »2202-07}]}]\n"},
    ],
)  # fmt: skip
def test_far_ahead(expect: Expect, files: dict[str, str]) -> None:
    expect("SC304", **files)


def test_far_is_counted_from_the_last_event(expect: Expect) -> None:
    plan = f"{HEAD}framework: area-send-2016\nevents: {{report_received: 2023-01-09}}\n"
    expect("SC304", plan=plan, strands_1=actions("due: 2033-12"))


# SC305, SC306

MOVE = "on: 2022-09-05, agreed_by: board"


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("SC305", "due: 2022-12, moved: [»{from: 2022-10, to: 2022-12, on: 2022-09-05}]"),
        ("SC305", f"due: 2022-12, moved: [{{from: 2022-10, to: 2022-12, {MOVE}}}]"),
        ("SC306", f"due: 2022-12, moved: [{{from: 2022-10, to: 2022-12, {MOVE}}}]"),
        ("SC306", f"due: 2022-12-16, moved: [{{from: 2022-10, to: 2022-12, {MOVE}}}]"),
        ("SC306", f"due: »2022-12-16, moved: [{{from: 2022-10, to: 2022-11, {MOVE}}}]"),
        ("SC306", f"due: »ongoing, moved: [{{from: 2022-10, to: 2022-11, {MOVE}}}]"),
        ("SC306", f"due: ongoing, moved: [{{from: 2022-10, to: ongoing, {MOVE}}}]"),
        ("SC306", f"moved: [{{from: 2022-10, to: 2022-11, {MOVE}}}]"),  # no date: SC403
        (
            "SC306",
            (
                f"due: 2022-12, moved: [{{from: 2022-10, to: 2022-11, {MOVE}}}, "
                "{from: »2022-10, to: 2022-12, on: 2022-09-20, agreed_by: board}]"
            ),
        ),
        (  # in the order in which they were made, not written
            "SC306",
            (
                "due: 2022-12, moved: [{from: 2022-11, to: 2022-12, on: 2022-09-20}, "
                f"{{from: 2022-10, to: 2022-11, {MOVE}}}]"
            ),
        ),
        (
            "SC306",
            f"due: 2022-autumn, moved: [{{from: 2022-10, to: 2022-autumn, {MOVE}}}]",
        ),
        (
            "SC306",
            f"due: »2023-spring, moved: [{{from: 2022-10, to: 2022-autumn, {MOVE}}}]",
        ),
    ],
)
def test_moves(expect: Expect, code: str, line: str) -> None:
    expect(code, plan=HEAD + TERMS, governance=BOARD, strands_1=actions(line))


# SC307


@pytest.mark.parametrize(
    "line",
    [
        "updates: [{on: 2022-09-30, note: A.}, {on: »2022-10-01, note: A.}]",
        "completed: »2022-10-01, status: complete",
        "completed: 2022-09-30, status: complete",
        "milestones: [{title: A, due: 2022-12, done: »2022-10-01}]",
        "due: 2022-12, moved: [{from: 2022-10, to: 2022-12, on: »2022-10-01, agreed_by: board}]",
        "evidence: [{title: A, on: »2022-10-01}, {title: B}]",
    ],
)
def test_in_the_future(expect: Expect, line: str) -> None:
    expect("SC307", governance=BOARD, strands_1=actions(line))


@pytest.mark.parametrize(
    "files",
    [
        {"plan": f"{HEAD}signoff: [{{post: p}}, {{post: p, on: »2022-10-01}}]\n"},
        {"plan": f"{HEAD}steps: [{{id: a, title: A, done: »2022-10-01}}]\n"},
        {"plan": f"{HEAD}steps: [{{id: a, title: A, due: 2022-10-01}}]\n"},
        {"plan": f"{HEAD}versions: [{{number: '1', on: »2022-10-01}}]\n"},
        {"plan": f"{HEAD}public: {{approved: {{by: p, on: »2022-10-01}}}}\n"},
        {"plan": f"{HEAD}updates: [{{on: »2022-10-01, note: A.}}]\n"},
        {
            "plan": f"{HEAD}framework: area-send-2016\nevents: {{wsoa_submitted: 2022-10-10}}\n"
        },  # planned
        {"risks": "risks: [{id: R, title: R, closed: »2022-10-01}]\n"},
        {"measures": "measures: [{id: M, title: M, updates: [{on: »2022-10-01, note: A.}]}]\n"},
        {
            "weaknesses": "weaknesses: [{id: W, covered_by: {reason: x}, milestones: [{done: "
            "»2022-10-01}], judgements: [{on: »2022-10-01, result: closed}]}]\n"
        },
    ],
)
def test_in_the_future_elsewhere(expect: Expect, files: dict[str, str]) -> None:
    expect("SC307", owners="posts: {p: {title: P}}\n", **files)


# SC310 to SC314


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("SC310", "status: complete, completed: 2022-09-12"),
        ("SC310", "status: in_progress"),
        ("SC311", "status: complete, completed: 2022-09-12"),
        ("SC311", "completed: 2022-09-12, status: »in_progress"),
        ("SC311", "status: »stopped, completed: 2022-09-12"),
        ("SC311", "completed: »2022-09-12"),  # no status counts as not started
        ("SC312", "start: 2022-09-29, status: »not_started"),
        ("SC312", "start: 2022-09-30, status: not_started"),
        ("SC312", "start: 2022-09, status: not_started"),
        ("SC312", "start: 2022-08, status: »not_started"),
        ("SC312", "start: 2022-08"),  # nobody said so
        ("SC312", "start: 2022-08, status: in_progress"),
        ("SC312", "start: 2022-08, status: not_started, completed: 2022-09-01"),
        ("SC312", "start: ongoing, status: not_started"),
        ("SC313", "due: 2022-09-02, status: in_progress"),
        ("SC313", "due: 2022-09-01, status: »in_progress"),
        ("SC313", "due: 2022-08, status: »not_started"),
        ("SC313", "due: 2022-08"),
        ("SC313", "due: 2022-08, status: on_hold"),
        ("SC313", "due: 2022-08, status: stopped"),
        ("SC313", "due: 2022-08, status: complete, completed: 2022-08-20"),
        ("SC313", "due: ongoing, status: in_progress"),
        ("SC314", "due: 2022-09-29, status: in_progress, rating: »on_track"),
        ("SC314", "due: 2022-09, status: in_progress, rating: on_track"),
        ("SC314", "due: 2022-08, status: in_progress, rating: at_risk"),
        ("SC314", "due: 2022-08, rating: »on_track"),
        ("SC314", "due: 2022-08, status: complete, rating: on_track"),
        ("SC314", "due: 2022-08, status: on_hold, rating: on_track"),
    ],
)
def test_status_against_dates(expect: Expect, code: str, line: str) -> None:
    expect(code, strands_1=actions(line))


def test_complete_without_its_day_is_told_at_the_action(expect: Expect) -> None:
    (found,) = expect("SC310", strands_1=actions("status: complete").replace("- {", "- »{"))
    (status,) = found.related
    assert status.place.path == ("actions", 0, "status")


# SC315

WSOA = f"{HEAD}framework: area-send-2016\n"
FIT = "wsoa_judged_fit: 2022-04-15"  # a revisit about October 2023


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("stated: {revisit: 2023-11}", "due: 2023-11-30"),
        ("stated: {revisit: 2023-11}", "due: »2023-12-01"),
        ("stated: {revisit: 2023-11}", "due: 2023-12, status: stopped"),
        ("stated: {revisit: 2023-11}", "due: ongoing"),
        ("stated: {revisit: 2022-03}", "due: 2023-12"),  # it is over
        (f"events: {{{FIT}}}", "due: 2023-10-15"),
        (f"events: {{{FIT}}}", "due: »2023-10-16"),
        (f"events: {{{FIT}, revisit_started: 2022-12-05}}", "due: »2023-01"),
        ("steps: []", "due: 2029-12"),
    ],
)
def test_after_the_visit(expect: Expect, head: str, line: str) -> None:
    expect("SC315", plan=f"{WSOA}{head}\n", strands_1=actions(line))


def test_no_visit_is_expected_any_more(expect: Expect) -> None:
    plan = f"{WSOA}events: {{{FIT}}}\n"
    expect("SC315", today=date(2023, 1, 1), plan=plan, strands_1=actions("due: 2023-12"))


def test_after_the_monitoring_inspection(expect: Expect) -> None:
    plan = (
        "area: Exampleshire\nkind: priority_action_plan\nframework: area-send-2023\n"
        "events: {report_published: 2024-04-02}\n"
    )
    (found,) = expect(
        "SC315", today=date(2024, 5, 1), plan=plan, strands_1=actions("due: »2025-11")
    )
    assert found.message.endswith("after “Monitoring inspection”, about 2 October 2025.")
