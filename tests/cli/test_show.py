"""`sendctl show`: everything about one thing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from .hostile import EVIL, write_hostile

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., Path]

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "plans" / "blackpool"
FULL = ROOT / "tests" / "plan" / "full"

SHOWN = [
    "1.6", "2.2", "M5", "W3", "strand:2", "R4", "hospital", "ad-education", "board:send-board",
    "executive",
]  # fmt: skip
IDS = ["[1]", "i" * 60, "[m]", "[r]", "W1", "[st]", "[o]", "council", "[k]", "k" * 60, "[b]", "[s]"]


@pytest.mark.parametrize("name", SHOWN)
def test_of_the_example(sendctl: Run, name: str, snapshot: SnapshotAssertion) -> None:
    code, out, err = sendctl("show", name, cwd=EXAMPLE)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    assert out == snapshot


@pytest.mark.parametrize("name", ["1.10", "1.A", "W1", "W2", "M1", "R1", "head", "ccg", "board"])
def test_everything_that_a_full_plan_says_is_shown(sendctl: Run, name: str) -> None:
    code, out, _ = sendctl("show", name, cwd=FULL)
    assert code == 0
    flat = " ".join(out.split()).casefold()
    item = json.loads(sendctl("show", name, "--format", "json", cwd=FULL)[1])["item"]
    said = [text for text in _texts(item) if not text[:4].isdigit()]
    assert [text for text in said if text.replace("_", " ").casefold() not in flat] == []


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield value


def test_json(sendctl: Run, snapshot: SnapshotAssertion) -> None:
    code, out, err = sendctl("show", "2.4", "--format", "json", cwd=EXAMPLE)
    assert (code, err) == (0, "")
    assert out == snapshot
    found = json.loads(out)
    assert found["item"]["id"] == found["id"] == "2.4"
    for link in found["links"]:
        line = (EXAMPLE / link["file"]).read_text("utf-8").splitlines()[link["line"] - 1]
        assert link["id"] in line


def test_what_depends_on_it_and_what_it_depends_on(sendctl: Run) -> None:
    def linked(name: str, relation: str, direction: str) -> list[str]:
        _, out, _ = sendctl("show", name, "--format", "json", cwd=EXAMPLE)
        return [
            link["id"]
            for link in json.loads(out)["links"]
            if (link["relation"], link["direction"]) == (relation, direction)
        ]

    assert linked("2.4", "depends_on", "to") == ["2.1"]
    assert "2.4" in linked("2.1", "depends_on", "from")


def test_a_body_owns_what_its_posts_own(sendctl: Run, write: Write) -> None:
    plan = write(
        owners="bodies: {a: {name: A}}\nposts: {p: {title: P, body: a}}",
        strands_1="id: '1'\ntitle: S\nactions: [{id: '1.1', title: x, owners: {lead: p}}]",
    )
    _, out, _ = sendctl("show", "a", cwd=plan)
    assert "Posts\n  p  P (A)\n" in out
    assert "Leads\n  1.1  x (Not started; through p)\n" in out
    assert "through" not in sendctl("show", "p", cwd=plan)[1]


def test_names_of_post_holders_and_when_they_held_it(sendctl: Run, write: Write) -> None:
    plan = write(
        more="as_at: 2022-09-30\n",
        owners="bodies: {a: {name: A}}\nposts: {p: {title: P, body: a, from: 2022-06}}",
        people="people: {p: [{name: Jo, until: 2022-07-31}, {name: Siân, from: 2022-08-01}]}",
    )
    assert "A, Siân, from June 2022.\n" in sendctl("show", "p", cwd=plan)[1]
    assert "A, Jo, from June 2022.\n" in sendctl("show", "p", "--today", "2022-07-01", cwd=plan)[1]


def test_findings_about_it_alone(sendctl: Run, write: Write) -> None:
    plan = write(
        strands_1="id: '1'\ntitle: S\nweaknesses: gone\n"
        "actions:\n  - {id: '1.1', title: x, due: soon}\n  - {id: '1.2', title: x, measures: no}"
    )
    _, out, err = sendctl("show", "1.1", cwd=plan)
    assert "error SC105, line 5: 'soon' is not a date." in out
    assert "SC201" not in out
    assert "1 problem in its files" in err
    _, out, _ = sendctl("show", "strand:1", cwd=plan)
    assert "error SC201, line 3: " in out
    assert "SC105" not in out


def test_an_id_of_two_kinds(sendctl: Run, write: Write) -> None:
    plan = write(
        strands_1="id: '1'\ntitle: S\n", weaknesses="weaknesses: [{id: '1', wording: Bad}]\n"
    )
    code, out, err = sendctl("show", "1", cwd=plan)
    assert (code, out) == (2, "")
    assert err == "'1' can be more than one thing; type weakness:1 or strand:1.\n"
    assert sendctl("show", "weakness:1", cwd=plan)[1].startswith("Weakness 1: Bad\n")


def test_an_id_that_nothing_has(sendctl: Run) -> None:
    code, out, err = sendctl("show", "M55", cwd=EXAMPLE)
    assert (code, out) == (2, "")
    assert err == "Nothing in the plan has the id 'M55'. Did you mean 'M5'?\n"


@pytest.mark.parametrize("name", IDS)
def test_hostile_text(sendctl: Run, write: Write, name: str, snapshot: SnapshotAssertion) -> None:
    plan = write_hostile(write)
    code, out, _ = sendctl("show", name, cwd=plan)
    assert code == 0
    assert all(character.isprintable() for line in out.splitlines() for character in line)
    assert out == snapshot
    if name.startswith("["):
        assert EVIL in sendctl("show", name, "--format", "json", cwd=plan)[1]
