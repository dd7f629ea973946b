"""What is left of a plan that breaks the schema, and that everything in it is still found."""

from __future__ import annotations

from pathlib import Path

import pytest

from sendctl.findings import MOST_LISTED, Place, Problem
from sendctl.plan import Loaded, Plan, load_plan

HEAD = "area: X\nkind: wsoa\n"


def load(folder: Path, files: dict[str, str | bytes]) -> tuple[Plan, Loaded]:
    for name, text in {"plan.yaml": HEAD, **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    loaded = load_plan(folder)
    assert loaded.plan
    return loaded.plan, loaded


def codes(loaded: Loaded) -> list[str]:
    return [finding.code for finding in loaded.findings]


def line_of(loaded: Loaded, file: str, *path: str | int) -> int:
    """The line where something in the plan, by its place there, stands in the file."""
    problem = Problem(Place(file, path), "").stamped("SC201")
    return loaded.located([problem])[0].span.line


def test_a_value_that_cannot_be_used_is_absent(tmp_path: Path) -> None:
    text = """\
id: S
title: T
actions:
  - {id: '1', title: A, due: soon, start: 2022-07-04, status: x}
"""
    plan, loaded = load(tmp_path, {"strands/1.yaml": text})
    (action,) = plan.actions
    assert (action.id, action.due, str(action.start), action.status) == (
        "1",
        None,
        "2022-07-04",
        "not_started",
    )
    assert codes(loaded) == ["SC105", "SC104"]


def test_an_item_without_id_is_left_out_and_later_ones_are_found_where_they_stand(
    tmp_path: Path,
) -> None:
    text = """\
weaknesses:
  - id: W1
  - short: no id
  - id: W2
    milestones:
      - {due: nonsense}
      - {title: fine}
  - [a list]
  - id: a b
  - id: W3
    covered_by: {weaknesses: [W9]}
  - short: no id either
"""
    plan, loaded = load(tmp_path, {"weaknesses.yaml": text})
    assert [weakness.id for weakness in plan.weaknesses] == ["W1", "W2", "W3"]
    assert [(f.code, f.span.line) for f in loaded.findings] == [
        ("SC101", 3),
        ("SC105", 6),
        ("SC103", 8),
        ("SC110", 9),
        ("SC101", 12),
    ]
    lines = [line_of(loaded, "weaknesses.yaml", "weaknesses", index) for index in range(3)]
    assert lines == [2, 4, 10]
    assert line_of(loaded, "weaknesses.yaml", "weaknesses", 1, "milestones", 1) == 7
    assert line_of(loaded, "weaknesses.yaml", "weaknesses", 2, "covered_by") == 11
    place = plan.place(plan.weaknesses[2]).at("covered_by", "weaknesses", 0)
    assert loaded.as_written(place) == ("weaknesses", 5, "covered_by", "weaknesses", 0)


def test_items_left_out_in_several_rounds_are_all_counted_again(tmp_path: Path) -> None:
    # Losing its bad id, the first weakness lacks one: it goes in a second round.
    text = "weaknesses:\n- id: [a]\n- id: W1\n- short: x\n- id: W2\n- id: b c\n- id: W3\n"
    plan, loaded = load(tmp_path, {"weaknesses.yaml": text})
    assert [weakness.id for weakness in plan.weaknesses] == ["W1", "W2", "W3"]
    assert [line_of(loaded, "weaknesses.yaml", "weaknesses", i) for i in range(3)] == [3, 5, 7]
    assert codes(loaded) == ["SC103", "SC101", "SC110"]


def test_empty_items_are_left_out_by_the_reader_and_the_rest_is_found(tmp_path: Path) -> None:
    plan, loaded = load(tmp_path, {"weaknesses.yaml": "weaknesses:\n-\n- short: x\n-\n- id: W\n"})
    assert [weakness.id for weakness in plan.weaknesses] == ["W"]
    assert line_of(loaded, "weaknesses.yaml", "weaknesses", 0) == 5
    assert codes(loaded) == ["SC016", "SC101", "SC016"]


def test_a_broken_entry_of_a_list_of_texts(tmp_path: Path) -> None:
    plan, loaded = load(
        tmp_path, {"plan.yaml": HEAD + "outcomes:\n- one\n- [two]\n- three\n- ''\n- five\n"}
    )
    assert plan.head.outcomes == ("one", "three", "five")
    assert [line_of(loaded, "plan.yaml", "outcomes", index) for index in range(3)] == [4, 6, 8]


def test_a_title_that_is_missing_has_a_stand_in(tmp_path: Path) -> None:
    text = "id: S\ntitle: T\nactions:\n- {id: '1', due: 2022-12}\n- title: ''\n- {}\n"
    plan, loaded = load(tmp_path, {"strands/1.yaml": text})
    assert [action.title for action in plan.actions] == ["(no title)"] * 3
    assert plan.deadline(plan.actions[0].due) is not None
    assert codes(loaded) == ["SC101", "SC110", "SC101"]


@pytest.mark.parametrize(
    ("name", "strand_id", "title"),
    [
        ("2-adulthood", "2-adulthood", "2-adulthood"),
        ("two words", "two-words", "two words"),
        (" ", "file", "file"),
        ("\x1c", "file", "file"),
        ("x" * 100, "x" * 60, "x" * 100),
        ("Siân", "Siân", "Siân"),
        ("caf\udce9", "caf?", "caf?"),
    ],
)
def test_a_strand_or_report_that_does_not_say_what_it_is_goes_by_its_file(
    tmp_path: Path, name: str, strand_id: str, title: str
) -> None:
    files: dict[str, str | bytes] = {
        f"strands/{name}.yaml": "plain: x\n",
        f"reports/{name}.yaml": "stage: agenda\n",
    }
    plan, loaded = load(tmp_path, files)
    assert [(strand.id, strand.title, strand.plain) for strand in plan.strands] == [
        (strand_id, title, "x")
    ]
    assert [(report.title, report.stage) for report in plan.reports.values()] == [(title, "agenda")]
    assert codes(loaded) == ["SC101"] * 3


def test_a_plan_that_does_not_say_what_it_is_can_still_be_looked_at(tmp_path: Path) -> None:
    plan, loaded = load(tmp_path, {"plan.yaml": "title: T\nkind: [x]\narea: ''\n"})
    assert (plan.head.area, plan.head.kind, plan.head.title) == ("(area not given)", "wsoa", "T")
    assert codes(loaded) == ["SC103", "SC110"]


def test_nested_values_go_one_by_one(tmp_path: Path) -> None:
    text = """\
measures:
  - id: M1
    title: T
    baseline: {value: [1], period: 2021}
    target: {value: 5, by: 2022-Q1, basis: x}
    milestones:
      - {by: 2022-13, target: 1}
      - {by: 2023-07, target: {a: b}, actual: {value: 3, on: bad, period: p}}
      - {target: 2}
"""
    plan, loaded = load(tmp_path, {"measures.yaml": text})
    (measure,) = plan.measures
    assert measure.baseline is None
    assert measure.target
    assert (str(measure.target.value), measure.target.by, measure.target.basis) == ("5", None, "x")
    (milestone,) = measure.milestones
    assert milestone.target is None
    assert milestone.actual
    assert (str(milestone.actual.value), milestone.actual.period) == ("3", "p")
    assert codes(loaded) == ["SC106", "SC108", "SC105", "SC106", "SC105", "SC101"]
    assert line_of(loaded, "measures.yaml", "measures", 0, "milestones", 0) == 8


def test_broken_entries_of_mappings(tmp_path: Path) -> None:
    text = """\
events:
  good: 2022-05-26
  bad: soon
  two words: 2022-05-27
  '[key]': 2022-05-28
  odd: {on: 2022-05-29, notes: x}
  none: {note: x}
stated: {wsoa: [x], plan: 2022-08}
"""
    plan, loaded = load(tmp_path, {"plan.yaml": HEAD + text})
    assert list(plan.head.events) == ["good", "[key]", "odd"]
    assert list(plan.head.stated) == ["plan"]
    assert codes(loaded) == ["SC105", "SC110", "SC102", "SC101", "SC103"]


def test_people_in_every_form(tmp_path: Path) -> None:
    text = """\
people:
  a: Ann
  b: {name: Bob, bad: 1}
  c: [{name: Cy, from: bad}, text, {nam: Di}, {name: Ed}]
  d: [x]
  e: ''
"""
    plan, loaded = load(tmp_path, {"people.yaml": text})
    names = {
        key: [holder.name for holder in holders] for key, holders in plan.people.people.items()
    }
    assert names == {"a": ["Ann"], "b": ["Bob"], "c": ["Cy", "Ed"], "d": []}
    assert codes(loaded) == ["SC102", "SC105", "SC103", "SC101", "SC102", "SC103", "SC110"]
    assert loaded.as_written(Place("people.yaml", ("people", "c", 1))) == ("people", "c", 3)


def test_one_value_for_a_list_is_located_as_it_is_written(tmp_path: Path) -> None:
    _, loaded = load(tmp_path, {"strands/1.yaml": "id: S\ntitle: T\nleads: a b\n"})
    (finding,) = loaded.findings
    assert finding.place.path == ("leads",)


@pytest.mark.parametrize("content", [b"weaknesses: [\n", b"", b"- a\n", b"\xff", b"a: &a *a\n"])
def test_a_file_that_cannot_be_read_counts_as_empty(tmp_path: Path, content: bytes) -> None:
    plan, loaded = load(tmp_path, {"weaknesses.yaml": content, "strands/1.yaml": content})
    assert plan.weaknesses == ()
    assert [strand.id for strand in plan.strands] == ["1"]
    assert {code[:3] for code in codes(loaded) if code != "SC102"} == {"SC0"}


def test_a_plan_file_that_is_no_yaml_counts_as_empty_too(tmp_path: Path) -> None:
    plan, loaded = load(
        tmp_path, {"plan.yaml": "area: [\n", "weaknesses.yaml": "weaknesses: [{id: W}]\n"}
    )
    assert [weakness.id for weakness in plan.weaknesses] == ["W"]
    assert codes(loaded) == ["SC005"]


@pytest.mark.parametrize("number", ["2", "10", "999999999999", "9" * 5000])
def test_a_newer_format_is_not_read_at_all(tmp_path: Path, number: str) -> None:
    (tmp_path / "plan.yaml").write_text(f"sendctl: {number}\nunheard: of\n")
    loaded = load_plan(tmp_path)
    assert loaded.plan is None
    assert codes(loaded) == ["SC109"]


@pytest.mark.parametrize("number", ["one", "1.5", "-1", "[1]", "\uff12"])
def test_a_format_that_is_no_number_is_an_ordinary_mistake(tmp_path: Path, number: str) -> None:
    plan, loaded = load(tmp_path, {"plan.yaml": f"sendctl: {number}\n{HEAD}"})
    assert plan.head.sendctl == 1
    assert codes(loaded) == ["SC106"]


def test_the_text_as_read_does_not_change(tmp_path: Path) -> None:
    text = "weaknesses: [{short: x}, {id: W, kind: bad, milestones: [{}, x]}]\n"
    _, loaded = load(tmp_path, {"weaknesses.yaml": text})
    assert loaded.sources["weaknesses.yaml"].value == {
        "weaknesses": [{"short": "x"}, {"id": "W", "kind": "bad", "milestones": [{}, "x"]}]
    }


def test_thousands_of_broken_items_take_seconds_not_minutes(tmp_path: Path) -> None:
    items = "- {short: a}\n- {id: W}\n" * 3000
    words = "".join(f"  w{number}: [x]\n" for number in range(5000))
    files: dict[str, str | bytes] = {
        "weaknesses.yaml": f"weaknesses:\n{items}",
        "glossary.yaml": f"glossary:\n{words}",
    }
    plan, loaded = load(tmp_path, files)
    assert len(plan.weaknesses) == 3000
    assert len(loaded.findings) == 2 * MOST_LISTED
    assert loaded.findings[-1].span.line == 2000
    assert loaded.findings[-1].advice.endswith(
        "There are more than these 1,000; the others are not listed."
    )
