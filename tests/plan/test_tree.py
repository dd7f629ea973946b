from __future__ import annotations

from pathlib import Path

from sendctl.plan import load_plan, load_tree
from sendctl.plan.tree import Changed, InMemory, OnDisk

EXAMPLE = Path("plans/blackpool")


def texts() -> dict[str, bytes]:
    return {
        path.relative_to(EXAMPLE).as_posix(): path.read_bytes()
        for path in EXAMPLE.rglob("*")
        if path.is_file()
    }


def test_a_plan_in_memory_is_the_one_on_the_disk() -> None:
    on_disk, in_memory = load_plan(EXAMPLE), load_tree(InMemory(EXAMPLE, texts()))
    assert in_memory.plan == on_disk.plan
    assert in_memory.findings == on_disk.findings
    assert OnDisk(EXAMPLE).entries() == InMemory(EXAMPLE, texts()).entries()


def test_strangers_are_told_in_memory_too() -> None:
    odd = {"plan.yaml": b"area: X\nkind: wsoa\n", "strand/1.yaml": b"", "strands/1.yml": b""}
    found = load_tree(InMemory(Path("x"), odd)).findings
    assert [(one.code, one.place.file) for one in found] == [
        ("SC017", "strand"), ("SC017", "strands/1.yml"),
    ]  # fmt: skip


def test_a_changed_and_an_added_file() -> None:
    changed = load_tree(
        Changed(
            OnDisk(EXAMPLE),
            {"risks.yaml": b"risks: [{id: R9, title: New}]\n", "strands/9.yaml": b"title: Nine\n"},
        )
    ).plan
    before = load_plan(EXAMPLE).plan
    assert changed
    assert before
    assert [risk.id for risk in changed.risks] == ["R9"]
    assert [strand.id for strand in changed.strands] == [*(s.id for s in before.strands), "9"]
    assert changed.measures == before.measures


def test_a_file_that_is_missing_in_memory() -> None:
    (finding,) = load_tree(InMemory(Path("x"), {})).findings
    assert (finding.code, finding.message) == ("SC001", "The file is missing.")
