from __future__ import annotations

from pathlib import Path

import pytest

from sendctl.history import Change, What, compare
from sendctl.plan import Plan
from sendctl.plan.load import load_tree
from sendctl.plan.tree import InMemory
from tests.history.made import HEAD, strand

OWNERS = (
    "bodies: {council: {name: Council}}\n"
    "posts: {head: {title: Head, body: council}, lead: {title: Lead, body: council}}\n"
)


def plan(more: dict[str, str] | None = None, *actions: str) -> Plan:
    files = {"plan.yaml": HEAD, "owners.yaml": OWNERS} | (more or {})
    if actions:
        files["strands/1.yaml"] = strand(*actions)
    texts = {name: text.encode() for name, text in files.items()}
    loaded = load_tree(InMemory(Path("west"), texts))
    assert loaded.plan
    return loaded.plan


def between(before: Plan, after: Plan) -> list[Change]:
    return list(compare(before, after).changes)


def told(before: str, after: str, name: str = "strands/1.yaml") -> list[tuple[str, ...]]:
    """What, field, before and after of each change from one action to another."""
    wrap = strand if name == "strands/1.yaml" else str
    changes = between(plan({name: wrap(before)}), plan({name: wrap(after)}))
    return [(one.what.value, one.field, one.before, one.after) for one in changes]


A = "id: '1.1', title: Map"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("", ", status: in_progress", [("status", "status", "not_started", "in_progress")]),
        (
            ", status: in_progress", ", status: complete, completed: 2022-09-01",
            [("completed", "status", "in_progress", "complete")],
        ),
        (
            ", status: complete, completed: 2022-09-01", ", status: in_progress",
            [("reopened", "status", "complete", "in_progress")],
        ),
        (
            ", status: complete, completed: 2022-09-01",
            ", status: complete, completed: 2022-09-02",
            [("other", "completed", "2022-09-01", "2022-09-02")],
        ),
        (", status: complete", ", status: stopped", [("status", "status", "complete", "stopped")]),
        (", rating: on_track", ", rating: at_risk", [("rating", "rating", "on_track", "at_risk")]),
        (", rating: on_track", "", [("rating", "rating", "on_track", "")]),
        ("", ", impact: emerging", [("impact", "impact", "", "emerging")]),
        (", due: 2022-10", ", due: ongoing", [("moved", "due", "2022-10", "ongoing")]),
        ("", ", due: 2022-10", [("moved", "due", "", "2022-10")]),
        (
            ", owners: {lead: head, partners: [council]}", ", owners: {lead: [lead, head]}",
            [("owners", "owners.lead", "head", "lead, head"),
             ("owners", "owners.partners", "council", "")],
        ),
        (
            "", ", evidence: [{title: Minutes, on: 2022-09-01}]",
            [("evidence", "evidence", "", "")],
        ),
        (
            ", updates: [{on: 2022-09-01, note: Begun}]",
            ", updates: [{on: 2022-09-01, note: Not begun}]",
            [("reported", "updates", "", ""), ("other", "updates", "1 in all", "1 in all")],
        ),
        (
            ", milestones: [{title: M, due: 2022-09}]",
            ", milestones: [{title: M, due: 2022-09, done: 2022-09-02}]",
            [("reached", "milestones", "", "")],
        ),
        (
            ", milestones: [{title: M, due: 2022-09}]", ", milestones: [{title: M, due: 2022-10}]",
            [("other", "milestones", "1 in all", "1 in all")],
        ),
        ("", ", plain: We map it", [("other", "plain", "", "We map it")]),
        (", success: [a, b]", ", success: [a]", [("other", "success", "a, b", "a")]),
        ("", ", illustrative: true", [("other", "illustrative", "false", "true")]),
        (
            "", ", moved: [{from: 2022-08, to: 2022-09, on: 2022-08-01}]",
            [("other", "moved", "0 in all", "1 in all")],
        ),
    ],
)  # fmt: skip
def test_an_action(before: str, after: str, expected: list[tuple[str, ...]]) -> None:
    assert told(A + before, A + after) == expected


def test_a_move_with_days_and_who_agreed() -> None:
    record = (
        "{from: 2022-10-28, to: 2022-12-16, on: 2022-09-05, reason: Staff left, agreed_by: head}"
    )
    (moved,) = between(
        plan(None, A + ", due: 2022-10-28"), plan(None, A + f", due: 2022-12-16, moved: [{record}]")
    )
    assert moved.what is What.MOVED
    assert (moved.days, moved.working_days, moved.recorded) == (49, 35, True)
    assert (moved.by, moved.note, str(moved.on)) == ("head", "Staff left", "2022-09-05")


def test_a_move_forward_across_a_holiday_without_a_record() -> None:
    (moved,) = between(plan(None, A + ", due: 2022-09-20"), plan(None, A + ", due: 2022-09-16"))
    assert (moved.days, moved.working_days, moved.recorded) == (-4, -1, False)
    (far,) = between(plan(None, A + ", due: 2022-09-20"), plan(None, A + ", due: 2202-09-16"))
    assert (far.days, far.working_days) == (65739, None)


def test_added_and_dropped() -> None:
    changes = between(plan(None, A), plan(None, "id: '1.2', title: Other"))
    assert [(one.what.value, one.id, one.title) for one in changes] == [
        ("added", "1.2", "Other"), ("dropped", "1.1", "Map"),
    ]  # fmt: skip


def test_a_renumbering_is_followed_by_titles() -> None:
    before = plan(None, *(f"id: '1.{n}', title: T{n}" for n in range(1, 6)))
    after = plan(None, *(f"id: '1.{n - 1}', title: T{n}" for n in range(2, 6)))
    changes = between(before, after)
    assert [(one.what.value, one.before, one.id, one.is_guess) for one in changes] == [
        ("dropped", "", "1.1", False),
        *(("relabelled", f"1.{n}", f"1.{n - 1}", True) for n in range(2, 6)),
    ]


def test_a_new_id_and_a_new_title_are_followed_by_what_stayed() -> None:
    same = "success: [Ten start], difference: Much"
    changes = between(
        plan(None, f"{A}, {same}"), plan(None, f"id: A1, title: Draw the map, {same}")
    )
    assert [(one.what.value, one.before, one.after, one.is_guess) for one in changes] == [
        ("relabelled", "1.1", "A1", True), ("retitled", "Map", "Draw the map", False),
    ]  # fmt: skip


def test_what_two_share_is_no_likeness() -> None:
    before = plan(None, "id: a, title: A, success: [x]", "id: b, title: B, success: [x]")
    after = plan(None, "id: c, title: C, success: [x]", "id: d, title: D, success: [x]")
    assert {one.what for one in between(before, after)} == {What.ADDED, What.DROPPED}


def test_formerly_is_no_guess_and_references_follow() -> None:
    link = "id: '1.1', title: Map, weaknesses: [{}]"
    before = plan({"weaknesses.yaml": "weaknesses: [{id: A, short: One}]\n"}, link.format("A"))
    after = plan(
        {"weaknesses.yaml": "weaknesses: [{id: W1, formerly: [A], short: First}]\n"},
        link.format("W1"),
    )
    changes = between(before, after)
    assert [(one.what.value, one.kind, one.before, one.after) for one in changes] == [
        ("relabelled", "weakness", "A", "W1"),
        ("retitled", "weakness", "One", "First"),
    ]
    assert not any(one.is_guess for one in changes)


def test_an_owner_with_a_new_key_is_the_same_owner() -> None:
    before = plan(None, A + ", owners: {lead: head}")
    after = plan({"owners.yaml": OWNERS.replace("head:", "boss:")}, A + ", owners: {lead: boss}")
    assert [(one.what.value, one.kind) for one in between(before, after)] == [
        ("relabelled", "post")
    ]


def test_actions_without_ids_go_by_their_titles() -> None:
    before = plan(None, "title: A", "title: B, status: in_progress")
    after = plan(None, "title: B, status: complete", "title: C")
    assert [(one.what.value, one.title) for one in between(before, after)] == [
        ("completed", "B"), ("added", "C"), ("dropped", "A"),
    ]  # fmt: skip


def test_an_action_in_another_strand() -> None:
    before = plan({"strands/2.yaml": strand(id="2")}, A)
    after = plan({"strands/2.yaml": strand(A, id="2"), "strands/1.yaml": strand()})
    (moved,) = between(before, after)
    assert (moved.what.value, moved.field, moved.before, moved.after) == (
        "other",
        "strand",
        "1",
        "2",
    )


MEASURE = "measures: [{{id: M1, title: M{0}}}]\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            ", milestones: [{by: 2023-07, target: 5}]",
            ", milestones: [{by: 2023-07, target: 4, actual: {value: 4.7, period: 2022/23}}]",
            [("figure", "milestones.2023-07", "", "4.7 for 2022/23"),
             ("target", "milestones.2023-07", "5", "4")],
        ),
        (
            ", target: {value: 5, by: 2024-07}", ", target: {value: 6, by: 2024-07}",
            [("target", "target", "5 by 2024-07", "6 by 2024-07")],
        ),
        ("", ", baseline: {value: 5}", [("target", "baseline", "", "5")]),
        (
            ", milestones: [{by: 2023-07}]", ", milestones: [{by: 2023-07, note: x}]",
            [("other", "milestones.2023-07", "", "")],
        ),
        ("", ", owner: head", [("owners", "owner", "", "head")]),
    ],
)  # fmt: skip
def test_a_measure(before: str, after: str, expected: list[tuple[str, ...]]) -> None:
    name = "measures.yaml"
    assert told(MEASURE.format(before), MEASURE.format(after), name) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            ", likelihood: 2, impact: 3",
            ", likelihood: 4, impact: 4",
            [("risk", "score", "6", "16")],
        ),
        (", likelihood: 2, impact: 3", ", likelihood: 2, impact: 2", [("risk", "score", "6", "4")]),
        ("", ", likelihood: 2", [("other", "likelihood", "", "2")]),
        ("", ", closed: 2022-09-01", [("risk", "closed", "", "2022-09-01")]),
    ],
)
def test_a_risk(before: str, after: str, expected: list[tuple[str, ...]]) -> None:
    risk = "risks: [{{id: R1, title: R{0}}}]\n"
    assert told(risk.format(before), risk.format(after), "risks.yaml") == expected


def test_the_rest_of_the_plan_is_told_too() -> None:
    before = plan({"glossary.yaml": "glossary: {A: B}\n"})
    after = plan(
        {
            "plan.yaml": HEAD.replace("Westshire", "Eastshire")
            + "events: {wsoa_submitted: 2022-08-26}\nsteps: [{id: s, title: Cabinet}]\n",
            "glossary.yaml": "glossary: {A: C}\n",
            "governance.yaml": "monitoring: Each month\nboards: [{id: b, title: Board}]\n",
            "reports/r.yaml": "title: Report\nlayout: x\n",
        }
    )
    assert [(one.what.value, one.kind, one.id, one.field) for one in between(before, after)] == [
        ("added", "board", "b", ""),
        ("added", "step", "s", ""),
        ("added", "file", "governance.yaml", ""),
        ("added", "file", "reports/r.yaml", ""),
        ("happened", "plan", "", "events.wsoa_submitted"),
        ("other", "plan", "", "area"),
        ("other", "file", "glossary.yaml", "glossary"),
    ]


def test_a_judgement() -> None:
    weak = "weaknesses: [{{id: W1, short: A{0}}}]\n"
    before = weak.format("")
    after = weak.format(", judgements: [{on: 2024-02-01, by: head, result: closed, note: Well}]")
    assert told(before, after, "weaknesses.yaml") == [("judged", "judgements", "", "closed")]


def test_a_plan_that_is_new_or_gone() -> None:
    whole = plan(None, A)
    assert [one.kind for one in compare(None, whole).changes] == [
        "plan", "action", "strand", "body", "post", "post", "file",
    ]  # fmt: skip
    assert {one.what for one in compare(whole, None).changes} == {What.DROPPED}
    assert compare(None, None).changes == ()
    assert compare(whole, whole).changes == ()


def test_what_one_version_cannot_read_is_not_dropped() -> None:
    broken = plan({"strands/1.yaml": "id: [\n", "strands/2.yaml": strand("id: '2', title: B")})
    whole = plan({"strands/1.yaml": strand(A)})
    found = compare(whole, broken)
    assert found.left_out == ("strands/1.yaml",)
    assert [(one.what.value, one.id) for one in found.changes] == [("added", "2"), ("added", "1")]


def test_many_parts_take_linear_time() -> None:
    from time import perf_counter

    def seconds(number: int) -> float:
        before = plan(None, *(f"id: a{n}, title: T{n}, success: [s{n}]" for n in range(number)))
        after = plan(None, *(f"id: b{n}, title: U{n}, success: [s{n}]" for n in range(number)))
        begun = perf_counter()
        assert len(between(before, after)) == 2 * number
        return perf_counter() - begun

    seconds(10)
    assert seconds(2000) < 25 * max(seconds(200), 0.002)
