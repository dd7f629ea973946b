from __future__ import annotations

from pathlib import Path

from sendctl.findings.finding import Step
from sendctl.plan import load_plan
from sendctl.plan.base import Item
from sendctl.plan.files import FILES, FOLDERS
from sendctl.plan.references import (
    TARGETS,
    Reference,
    _fields,
    known_ids,
    may_be_unread,
    references,
)

FULL = Path(__file__).parent / "full"


def test_known_ids() -> None:
    plan = load_plan(FULL).plan
    assert plan
    assert known_ids(plan) == {
        "body": {"council", "ccg", "icb"},
        "post": {"head", "adviser"},
        "owner": {"council", "ccg", "icb", "head", "adviser"},
        "party": {"council", "ccg", "icb", "head", "adviser", "board"},
        "weakness": {"W1", "W2"},
        "strand": {"1", "2"},
        "objective": {"1.A"},
        "action": {"1.10", "1.9"},
        "measure": {"M1"},
        "subject": {"W1", "W2", "1", "2", "1.A"},
        "term": {"2022-autumn"},
    }
    assert known_ids(plan).keys() == TARGETS.keys()


def found(folder: Path, name: str, text: str) -> list[Reference]:
    head = "area: X\nkind: wsoa\n"
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / "plan.yaml").write_text(head)
    (folder / name).write_text(head + text if name == "plan.yaml" else text)
    loaded = load_plan(folder)
    assert loaded.plan
    assert not loaded.findings
    return sorted(references(loaded.plan.files[name]), key=str)


def test_references_in_one_value_and_in_lists(tmp_path: Path) -> None:
    text = "title: T\nid: S\nleads: a\nweaknesses: [b, c]\n"
    assert found(tmp_path, "strands/1.yaml", text) == [
        Reference(("leads", 0), "owner", "a"),
        Reference(("weaknesses", 0), "weakness", "b"),
        Reference(("weaknesses", 1), "weakness", "c"),
    ]


def test_references_deep_inside_lists_and_mappings(tmp_path: Path) -> None:
    text = """\
public: {approved: {on: 2022-01-01, by: a}}
steps: [{id: x, title: T}, {id: y, title: T, owner: b}]
stated: {wsoa: {due: 2022-spring}, plan: 2022-summer}
"""
    assert found(tmp_path, "plan.yaml", text) == [
        Reference(("public", "approved", 0, "by"), "party", "a"),
        Reference(("stated", "plan", "due"), "term", "2022-summer"),
        Reference(("stated", "wsoa", "due"), "term", "2022-spring"),
        Reference(("steps", 1, "owner"), "owner", "b"),
    ]


def test_references_go_by_the_key_that_is_written(tmp_path: Path) -> None:
    text = "reviews: [{on: 2022-01-01, with: [a]}]\nadvisers: [{post: b, from: 2022-autumn}]\n"
    assert found(tmp_path, "plan.yaml", text) == [
        Reference(("advisers", 0, "from"), "term", "2022-autumn"),
        Reference(("advisers", 0, "post"), "owner", "b"),
        Reference(("reviews", 0, "with", 0), "party", "a"),
    ]
    assert found(tmp_path, "measures.yaml", "measures: [{id: M, title: T, for: W}]\n") == [
        Reference(("measures", 0, "for", 0), "subject", "W")
    ]


def test_only_dates_that_name_a_term_are_references(tmp_path: Path) -> None:
    text = """\
people:
  a:
    - {name: A, from: 2022-01, until: {by: end, term: 2022-autumn}}
    - {name: B, until: ongoing}
"""
    assert found(tmp_path, "people.yaml", text) == [
        Reference(("people", "a"), "post", "a", on_key=True),
        Reference(("people", "a", 0, "until"), "term", "2022-autumn"),
    ]


def test_what_carries_no_mark_is_no_reference(tmp_path: Path) -> None:
    text = "weaknesses: [{id: W, formerly: [A], follows: [B], short: C}]\n"
    assert found(tmp_path, "weaknesses.yaml", text) == []


def test_every_kind_of_reference_can_be_looked_up() -> None:
    def models(model: type[Item]) -> set[type[Item]]:
        return {model}.union(*(models(one) for one in model.__subclasses__()))

    kinds = {kind for model in models(Item) for _, _, kind in _fields(model)[0]}
    assert kinds == TARGETS.keys()
    assert {*FILES.values(), *FOLDERS.values()} <= models(Item)


def test_a_reference_leads_to_its_line() -> None:
    loaded = load_plan(FULL)
    assert loaded.plan
    for name, content in loaded.plan.files.items():
        source = loaded.sources[name]
        for reference in references(content):
            span = source.span(reference.path, on_key=reference.on_key)
            written = source.line(span.line)[span.column - 1 : span.end_column - 1]
            assert reference.key in written, reference


def test_steps_are_keys_and_indices() -> None:
    loaded = load_plan(FULL)
    assert loaded.plan
    steps: set[type[Step]] = {
        type(step)
        for content in loaded.plan.files.values()
        for reference in references(content)
        for step in reference.path
    }
    assert steps == {str, int}


def test_what_stands_in_a_file_that_was_not_read_may_exist(tmp_path: Path) -> None:
    (tmp_path / "strands").mkdir()
    (tmp_path / "plan.yaml").write_text("area: X\nkind: wsoa\n")
    (tmp_path / "governance.yaml").write_text("boards: [\n")
    (tmp_path / "strands" / "1.yaml").write_text("id: S\n")
    plan = load_plan(tmp_path).plan
    assert plan
    assert plan.unread == {"governance.yaml"}
    assert {kind for kind in known_ids(plan) if may_be_unread(plan, kind)} == {"party"}
    (tmp_path / "strands" / "1.yaml").write_bytes(b"\xff")
    plan = load_plan(tmp_path).plan
    assert plan
    unsure = {kind for kind in known_ids(plan) if may_be_unread(plan, kind)}
    assert unsure == {"party", "strand", "objective", "action", "subject"}
