from __future__ import annotations

from typing import Any

import pytest

from sendctl.history import Repository, life
from sendctl.plan.named import NotNamed
from tests.history.made import HEAD, Made, strand
from tests.history.year import year

A = "id: '1.1', title: Map"


def told(made: Made, name: str) -> list[tuple[Any, ...]]:
    """Day, authors, and what changed, of each version."""
    with Repository(made.plan) as repository:
        found = life(repository, name)
    return [
        (
            entry.revision.on.isoformat() if entry.revision else None,
            ", ".join(entry.authors),
            *(f"{one.what.value} {one.before}>{one.after}" for one in entry.changes),
        )
        for entry in found.entries
    ]


def test_an_action(three: Made) -> None:
    three.write({"strands/1.yaml": strand(f"{A}, due: 2022-12-16, status: stopped")})
    assert told(three, "1.1") == [
        ("2022-06-01", "Ann Archer", "added >"),
        ("2022-07-01", "Ann Archer", "moved 2022-10-28>2022-12-16"),
        ("2022-08-01", "Bea Brown", "completed not_started>complete"),
        (None, "", "status complete>stopped"),
    ]


def test_a_part_is_followed_to_the_ids_it_had(made: Made) -> None:
    year(made)
    assert told(made, "1.3") == [
        ("2022-06-20", "Ann Archer", "added >"),
        ("2022-09-30", "Siân Brown", "relabelled 1.2>1.3"),
    ]
    assert told(made, "weakness:W1") == [
        ("2022-06-20", "Ann Archer", "added >"),
        ("2022-09-30", "Siân Brown", "relabelled A>W1", "judged >sufficient_progress"),
    ]
    assert told(made, "M1")[1][2:] == ("figure >26.5", "target 18 by 2024-07>17 by 2024-07")


def test_one_that_was_dropped_and_came_back(made: Made) -> None:
    other = "id: '1.2', title: Other"
    for day, actions in [
        ("01", (A, other)),
        ("02", (other,)),
        ("03", (A, other)),
        ("04", (other,)),
    ]:
        made.commit({"plan.yaml": HEAD, "strands/1.yaml": strand(*actions)}, f"2022-06-{day}")
    assert told(made, "1.1") == [
        ("2022-06-01", "Ann Archer", "added >"),
        ("2022-06-02", "Ann Archer", "dropped >"),
        ("2022-06-03", "Ann Archer", "added >"),
        ("2022-06-04", "Ann Archer", "dropped >"),
    ]
    assert told(made, "1.2") == [("2022-06-01", "Ann Archer", "added >")]


def test_broken_versions_are_skipped_and_named(three: Made) -> None:
    three.commit({"strands/1.yaml": "id: [\n"}, "2022-09-01")
    three.commit({"plan.yaml": "sendctl: 99\n"}, "2022-09-02")
    fixed = strand(f"{A}, due: 2022-12-16, status: in_progress")
    three.commit({"plan.yaml": HEAD, "strands/1.yaml": fixed}, "2022-09-03", "Cat Cole")
    with Repository(three.plan) as repository:
        found = life(repository, "1.1")
    assert [one.on.isoformat() for one in found.skipped] == ["2022-09-02", "2022-09-01"]
    assert told(three, "1.1")[-1] == ("2022-09-03", "Cat Cole", "reopened complete>in_progress")


def test_an_action_in_another_strand_and_a_moved_plan(three: Made) -> None:
    three.git("mv", "plans/west", "plans/new")
    three.plan = three.top / "plans" / "new"
    three.commit(day="2022-09-01")
    action = f"{A}, due: 2022-12-16, status: complete"
    three.commit(
        {"strands/1.yaml": strand(), "strands/2.yaml": strand(action, id="2")}, "2022-10-01"
    )
    assert told(three, "1.1")[2:] == [
        ("2022-08-01", "Bea Brown", "completed not_started>complete"),
        ("2022-10-01", "Ann Archer", "other 1>2"),
    ]


def test_those_whose_work_was_merged(three: Made) -> None:
    three.git("checkout", "-q", "-b", "work")
    three.commit({"strands/1.yaml": strand(f"{A}, due: ongoing")}, "2022-08-10", "Cat Cole")
    three.git("checkout", "-q", "main")
    three.git("merge", "-q", "--no-ff", "-m", "Merge", "work", day="2022-09-01")
    assert told(three, "1.1")[-1][:2] == ("2022-09-01", "Cat Cole")


def test_names_that_are_none_or_several(three: Made) -> None:
    with pytest.raises(NotNamed, match="Nothing in the plan has the id '9'"):
        told(three, "9")
    three.commit({"strands/1.yaml": strand("id: '1', title: A")})
    with pytest.raises(NotNamed, match="more than one thing"):
        told(three, "1")


def test_a_shallow_clone(three: Made) -> None:
    clone = Made(three.top.parent / "clone")
    three.git("clone", "-q", "--depth", "2", three.top.as_uri(), str(three.top.parent / "cut"))
    clone.plan = three.top.parent / "cut" / "plans" / "west"
    with Repository(clone.plan) as repository:
        found = life(repository, "1.1")
    assert "holds nothing before 2022-07-01" in found.cut_off
    assert len(found.entries) == 2
