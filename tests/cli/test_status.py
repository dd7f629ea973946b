"""`sendctl status`: one screen about a plan, a line about each of several."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from .hostile import write_hostile

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., Path]

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "plans" / "blackpool"
DAY = ("--today", "2022-09-30")


@pytest.mark.parametrize("day", ["2022-09-30", "2022-12-20", "2022-06-10", "2030-01-01"])
def test_the_example_on_one_screen(sendctl: Run, day: str, snapshot: SnapshotAssertion) -> None:
    code, out, err = sendctl("status", "--today", day, cwd=EXAMPLE)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) < 80
    assert out == snapshot


def test_the_example_has_room_for_the_prompt(sendctl: Run) -> None:
    assert sendctl("status", cwd=EXAMPLE)[1].count("\n") < 24


def test_json(sendctl: Run, snapshot: SnapshotAssertion) -> None:
    code, out, err = sendctl("status", "--format", "json", cwd=EXAMPLE)
    assert (code, err) == (0, "")
    assert out == snapshot


def test_json_counts_what_list_lists(sendctl: Run) -> None:
    found = json.loads(sendctl("status", "--format", "json", cwd=EXAMPLE)[1])
    for status, count in found["actions"]["status"].items():
        _, out, _ = sendctl("list", "actions", "--status", status, "--format", "json", cwd=EXAMPLE)
        assert len(json.loads(out)["actions"]) == count, status
    for word, count in found["actions"]["shown"].items():
        _, out, _ = sendctl("list", "actions", "--status", word, "--format", "json", cwd=EXAMPLE)
        assert len(json.loads(out)["actions"]) == count, word
    assert sum(found["actions"]["status"].values()) == found["actions"]["total"]


def test_long_lists_are_cut_and_say_where_the_rest_is(sendctl: Run, write: Write) -> None:
    actions = "".join(f"  - {{id: a{n}, title: x, due: 2022-08-0{n}}}\n" for n in range(1, 8))
    plan = write(strands_1=f"id: s\ntitle: S\nactions:\n{actions}")
    _, out, _ = sendctl("status", *DAY, cwd=plan)
    assert "Overdue (7)\n  a1  2022-08-01  x\n" in out
    assert "  … and 3 more: sendctl list actions --overdue\n" in out
    found = json.loads(sendctl("status", *DAY, "--format", "json", cwd=plan)[1])
    assert len(found["actions"]["overdue"]) == 7


def test_deadlines_that_are_cut_are_counted(sendctl: Run, write: Write) -> None:
    steps = ", ".join(f"{{id: s{n}, title: Step {n}, due: 2022-08-0{n}}}" for n in range(1, 7))
    _, out, _ = sendctl("status", *DAY, cwd=write(more=f"steps: [{steps}]\n"))
    assert out.count("Overdue: Step ") == 4
    assert "  … and 2 more: sendctl deadlines\n" in out


def test_what_nobody_reports_on(sendctl: Run, write: Write) -> None:
    plan = write(
        strands_1="id: s\ntitle: S\nactions:\n"
        "  - {id: never, title: x, status: in_progress}\n"
        "  - {id: long, title: x, status: in_progress, updates: [{on: 2022-06-29, note: n}]}\n"
        "  - {id: since, title: x, status: in_progress, updates: [{on: 2022-06-30, note: n}]}\n"
        "  - {id: later, title: x, status: in_progress, updates: [{on: 2022-10-01, note: n}]}\n"
        "  - {id: begun, title: x, start: 2022-08}\n"
        "  - {id: ahead, title: x, start: 2022-10}\n"
        "  - {id: held, title: x, status: on_hold}\n"
        "  - {id: done, title: x, status: complete}\n"
    )
    found = json.loads(sendctl("status", *DAY, "--format", "json", cwd=plan)[1])
    assert found["actions"]["without_update_since"] == "2022-06-30"
    assert [(one["id"], one["last_update"]) for one in found["actions"]["without_update"]] == [
        ("never", None), ("later", None), ("begun", None), ("long", "2022-06-29"),
    ]  # fmt: skip


def test_a_plan_that_is_still_to_be_handed_in(sendctl: Run, write: Write) -> None:
    plan = write(
        more="framework: area-send-2016\nevents: {report_received: 2022-08-01}\n"
        "authorities: [council]\n",
        owners="bodies: {council: {name: Council}}\n",
    )
    _, out, _ = sendctl("status", *DAY, cwd=plan)
    assert "To be handed in: 1 of 9 parts ready. Not yet so: each weakness has an action" in out


def test_an_empty_plan(sendctl: Run, write: Write, snapshot: SnapshotAssertion) -> None:
    code, out, err = sendctl("status", *DAY, cwd=write())
    assert (code, err) == (0, "")
    assert out == snapshot


def test_a_line_for_each_area(sendctl: Run, write: Write, snapshot: SnapshotAssertion) -> None:
    write("plans/b", "framework: area-send-2016\nevents: {report_received: 2022-05-19}\n")
    write("plans/a", strands_1="id: s\ntitle: S\nactions: [{title: x, due: 2022-08}]\n")
    code, out, err = sendctl("status", "--all-plans", *DAY)
    assert (code, err) == (0, "")
    assert out == snapshot
    found = json.loads(sendctl("status", "--all-plans", "--format", "json", *DAY)[1])
    assert [one["plan"] for one in found] == ["plans/a", "plans/b"]


def test_several_plans_need_a_choice(sendctl: Run, write: Write) -> None:
    write("plans/a")
    write("plans/b")
    code, out, err = sendctl("status")
    assert (code, out) == (2, "")
    assert "plans/a, plans/b" in err
    assert sendctl("status", "plans/b")[0] == 0


def test_a_broken_plan_is_shown_as_far_as_it_can_be_read(sendctl: Run, write: Write) -> None:
    plan = write(strands_1="id: s\ntitle: S\nactions: [{title: x, due: soon}]\n", risks="{")
    code, out, err = sendctl("status", *DAY, cwd=plan)
    assert code == 0
    assert "1 action:" in out
    assert "2 problems in its files" in err


def test_hostile_text(sendctl: Run, write: Write, snapshot: SnapshotAssertion) -> None:
    plan = write_hostile(write)
    code, out, _ = sendctl("status", cwd=plan)
    assert code == 0
    assert all(character.isprintable() for line in out.splitlines() for character in line)
    assert out == snapshot
    out = sendctl("status", "--all-plans", cwd=plan)[1]
    assert all(character.isprintable() for line in out.splitlines() for character in line)
