"""`sendctl list`: what is listed, in which words, and what narrows it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from sendctl.plan import load_plan
from sendctl.report.listing import FITTING

from .hostile import EVIL, write_hostile

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., Path]

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "plans" / "blackpool"


def ids(sendctl: Run, *arguments: str, cwd: Path = EXAMPLE) -> list[str]:
    code, out, err = sendctl("list", *arguments, "--format", "json", cwd=cwd)
    assert (code, err) == (0, "")
    (items,) = [value for value in json.loads(out).values() if isinstance(value, list)]
    return [item.get("id", item.get("key")) for item in items]


@pytest.mark.parametrize("kind", FITTING)
def test_in_a_pipe(sendctl: Run, kind: str, snapshot: SnapshotAssertion) -> None:
    code, out, err = sendctl("list", kind, cwd=EXAMPLE)
    assert (code, err) == (0, "")
    assert out == snapshot


@pytest.mark.parametrize("kind", FITTING)
def test_in_a_pipe_each_thing_has_one_line(sendctl: Run, kind: str) -> None:
    _, out, _ = sendctl("list", kind, cwd=EXAMPLE)
    first_words = [line.split()[0] for line in out.splitlines()]
    assert first_words[1:] == ids(sendctl, kind)


@pytest.mark.parametrize("kind", FITTING)
def test_json(sendctl: Run, kind: str) -> None:
    _, out, _ = sendctl("list", kind, "--format", "json", cwd=EXAMPLE)
    found = json.loads(out)
    assert (found["plan"], found["today"]) == (".", "2022-09-30")
    for item in found[kind]:
        line = (EXAMPLE / item["file"]).read_text("utf-8").splitlines()[item["line"] - 1]
        assert item["key" if kind == "owners" else "id"] in line


def test_json_of_an_action(sendctl: Run, snapshot: SnapshotAssertion) -> None:
    _, out, _ = sendctl("list", "actions", "--rating", "off_track", "--format", "json", cwd=EXAMPLE)
    assert out == snapshot


@pytest.mark.parametrize("kind", FITTING)
def test_csv_has_the_columns_and_rows_of_the_export(sendctl: Run, kind: str) -> None:
    _, whole, _ = sendctl("export", "csv", kind, cwd=EXAMPLE)
    assert sendctl("list", kind, "--format", "csv", cwd=EXAMPLE)[1] == whole
    _, some, _ = sendctl("list", kind, "--strand", "4", "--format", "csv", cwd=EXAMPLE)
    name = "key" if kind == "owners" else "id"
    rows = list(csv.DictReader(StringIO(some)))
    assert [row[name] for row in rows] == ids(sendctl, kind, "--strand", "4")
    assert 0 < len(rows) < len(list(csv.DictReader(StringIO(whole))))


def test_filters_of_actions(sendctl: Run) -> None:
    plan = load_plan(EXAMPLE).plan
    assert plan is not None
    everything = ids(sendctl, "actions")
    assert ids(sendctl, "actions", "--overdue") == ["1.6"]
    assert ids(sendctl, "actions", "--overdue", "--today", "2022-09-22") == []
    assert ids(sendctl, "actions", "--strand", "2", "--strand", "3") == [
        one for one in everything if one[0] in "23"
    ]
    assert ids(sendctl, "actions", "--weakness", "W4") == [
        one for one in everything if one[0] == "4"
    ]
    late = ids(sendctl, "actions", "--status", "late")
    assert late == ids(sendctl, "actions", "--rating", "off_track")
    done = [action.id for action in plan.actions if action.status == "complete"]
    assert ids(sendctl, "actions", "--status", "complete") == done
    before = ids(sendctl, "actions", "--due-before", "2022-07-30")
    assert before == ["1.2", "1.5"]
    assert ids(sendctl, "actions", "--due-before", "2022-07-29") == ["1.5"]


def test_a_body_stands_for_its_posts(sendctl: Run, write: Write) -> None:
    plan = write(
        owners="bodies: {a: {name: A}, b: {name: B}}\n"
        "posts: {p: {title: P, body: a}, q: {title: Q}}",
        strands_1="id: '1'\ntitle: S\nactions:\n"
        "  - {id: '1.1', title: x, owners: {lead: p}}\n"
        "  - {id: '1.2', title: x, owners: {partners: a}}\n"
        "  - {id: '1.3', title: x, owners: {lead: [q, b]}}\n",
    )
    assert ids(sendctl, "actions", "--owner", "a", cwd=plan) == ["1.1", "1.2"]
    assert ids(sendctl, "actions", "--owner", "p", cwd=plan) == ["1.1"]
    assert ids(sendctl, "actions", "--owner", "p", "--owner", "b", cwd=plan) == ["1.1", "1.3"]
    assert ids(sendctl, "owners", "--owner", "a", cwd=plan) == ["a", "p"]
    _, out, _ = sendctl("list", "owners", cwd=plan)
    assert [line.split()[-2] for line in out.splitlines()[1:]] == ["2", "1", "1", "1"]


def test_measures_that_miss_a_figure(sendctl: Run, write: Write) -> None:
    plan = write(
        measures="measures:\n"
        "  - {id: A, title: a, milestones: [{by: 2022-07, target: 1}, {by: 2022-12, target: 2}]}\n"
        "  - {id: B, title: b, milestones: [{by: 2022-07, target: 1, actual: {value: 1}}]}\n"
    )
    day = ("--today", "2022-09-30")
    assert ids(sendctl, "measures", "--overdue", *day, cwd=plan) == ["A"]
    assert ids(sendctl, "measures", "--due-before", "2022-07-31", *day, cwd=plan) == []
    assert ids(sendctl, "measures", "--due-before", "2022-08-01", *day, cwd=plan) == ["A"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("actions --owner dc", "The plan has no owner 'dc'. Did you mean 'dcs'?"),
        ("actions --strand 9", "The plan has no strand '9'. Known here: 1, 2, 3, 4."),
        ("risks --weakness w1", "The plan has no weakness 'w1'. Did you mean 'W1'?"),
        ("actions --status lat", "The plan has no status 'lat'. Did you mean 'Late'?"),
        ("actions --rating ontrack", "The plan has no rating 'ontrack'. Did you mean 'on_track'?"),
        ("risks --overdue", "--overdue narrows actions, measures, not risks: leave it out."),
        ("weaknesses --due-before 2022-01-01", "--due-before narrows actions, measures, not"),
        ("measures --status complete", "--status narrows actions, not measures: leave it out."),
        ("action", "'action' is not one of"),
    ],
)
def test_wrong_use(sendctl: Run, arguments: str, said: str) -> None:
    code, out, err = sendctl("list", *arguments.split(), cwd=EXAMPLE)
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())


def test_nothing_matches(sendctl: Run, write: Write) -> None:
    said = "No measures match; without filters there are 12.\n"
    assert sendctl("list", "measures", "--overdue", cwd=EXAMPLE) == (0, said, "")
    assert sendctl("list", "risks", cwd=write()) == (0, "The plan has no risks.\n", "")
    _, out, _ = sendctl("list", "measures", "--overdue", "--format", "json", cwd=EXAMPLE)
    assert json.loads(out)["measures"] == []


def test_all_plans(sendctl: Run, write: Write) -> None:
    for name in ("a", "b"):
        write(f"plans/{name}", strands_1=f"id: s{name}\ntitle: S\nactions: [{{title: x}}]\n")
    code, out, _ = sendctl("list", "actions", "--all-plans")
    assert (code, [line.split()[0] for line in out.splitlines()]) == (
        0, ["Plan", "plans/a", "plans/b"],
    )  # fmt: skip
    _, out, _ = sendctl("list", "actions", "--all-plans", "--strand", "sb", "--format", "json")
    assert [(one["plan"], len(one["actions"])) for one in json.loads(out)] == [
        ("plans/a", 0), ("plans/b", 1),
    ]  # fmt: skip
    _, out, _ = sendctl("list", "actions", "--all-plans", "--format", "csv")
    assert [row["plan"] for row in csv.DictReader(StringIO(out))] == ["a", "b"]


@pytest.mark.parametrize("kind", FITTING)
def test_hostile_text(sendctl: Run, write: Write, kind: str, snapshot: SnapshotAssertion) -> None:
    plan = write_hostile(write)
    code, out, _ = sendctl("list", kind, cwd=plan)
    assert code == 0
    assert all(character.isprintable() for line in out.splitlines() for character in line)
    assert out == snapshot
    assert EVIL in sendctl("list", kind, "--format", "json", cwd=plan)[1]
