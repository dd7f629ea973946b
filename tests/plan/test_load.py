from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sendctl.findings import Finding, Place, sort_findings
from sendctl.plan import Loaded, Plan, load_plan
from sendctl.plan.base import Item
from sendctl.plan.files import FILES, FOLDERS
from sendctl.plan.references import known_ids, references

FULL = Path(__file__).parent / "full"


def test_loaded_has_the_plan_its_findings_and_its_sources() -> None:
    loaded = load_plan(FULL)
    assert isinstance(loaded, Loaded)
    assert isinstance(loaded.plan, Plan)
    assert loaded.plan.folder == FULL
    assert loaded.findings == ()
    assert loaded.plan.files.keys() == loaded.sources.keys()
    assert loaded.sources["strands/10-last.yaml"].text == 'id: "2"\ntitle: Last\n'


def test_a_folder_can_be_given_as_text() -> None:
    assert load_plan(str(FULL)).plan == load_plan(FULL).plan


@pytest.mark.parametrize("path", ["nowhere", "a\0b", "x" * 5000, __file__, "/dev/null"])
def test_a_folder_that_is_none(path: str) -> None:
    loaded = load_plan(path)
    assert loaded.plan is None
    assert [told(finding) for finding in loaded.findings] == [
        ("plan.yaml", "SC001", "The file is missing.")
    ]
    assert loaded.findings[0].advice == "Create it, or name the folder that holds it."


def told(finding: Finding) -> tuple[str, str, str]:
    return finding.place.file, finding.code, finding.message


def test_without_plan_yaml_everything_else_is_told_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "plan.yml").write_text("area: X\n")
    (tmp_path / "owners.yaml").write_text("- x\n")
    loaded = load_plan(tmp_path)
    assert loaded.plan is None
    assert [(f.place.file, f.code) for f in loaded.findings] == [
        ("owners.yaml", "SC013"),
        ("plan.yaml", "SC001"),
        ("plan.yml", "SC017"),
    ]
    assert loaded.findings[2].advice == "Did you mean 'plan.yaml'?"


def test_a_plan_yaml_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").mkdir()
    loaded = load_plan(tmp_path)
    assert loaded.plan is None
    assert [told(finding)[:2] for finding in loaded.findings] == [("plan.yaml", "SC001")]


def test_findings_are_located_and_sorted(tmp_path: Path) -> None:
    (tmp_path / "strands").mkdir()
    (tmp_path / "plan.yaml").write_text("kind: x\nb: 1\na: 2\na: 3\n")
    (tmp_path / "strands" / "2.yaml").write_text("x: 1\n")
    (tmp_path / "strands" / "10.yaml").write_text("x: 1\ny\n")
    loaded = load_plan(tmp_path)
    assert list(loaded.findings) == sort_findings(loaded.findings)
    assert all(finding.place.span for finding in loaded.findings)
    assert loaded.findings == load_plan(tmp_path).findings


def test_a_place_in_a_file_that_was_not_read_stays() -> None:
    place = Place("nowhere.yaml", ("a", 1))
    assert load_plan(FULL).as_written(place) == ("a", 1)


# Whatever is in the files, reading answers.

Path_ = tuple[Any, ...]
NAMES = [*FILES, *(f"{folder}/1.yaml" for folder in FOLDERS)]


def models(model: type[Item] = Item) -> Iterator[type[Item]]:
    yield model
    for one in model.__subclasses__():
        yield from models(one)


KEYS = sorted(
    {field.alias or name for model in models() for name, field in model.model_fields.items()}
)
words = st.sampled_from(
    [
        *("", " ", "x", "a b", "W1", "1.10", "5", "0", "-1", "2022-08-30", "2022-02-30", "2022-Q4"),
        *("2022-autumn", "ongoing", "true", "yes", "wsoa", "complete", "start", "error", "x" * 70),
        *("[key]", "é", "30.8%", "2"),
    ]
) | st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=5)
names = st.sampled_from(KEYS) | st.sampled_from(["by", "term", "[key]", "x", "a b", "W1"])
values = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=5),
    max_leaves=25,
)


law = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def check(folder: Path, contents: Mapping[str, object]) -> None:
    for name in NAMES:
        (folder / name).unlink(missing_ok=True)
    for name, content in contents.items():
        (folder / name).parent.mkdir(exist_ok=True)
        # What json writes is YAML too.
        (folder / name).write_text(json.dumps(content, indent=1, ensure_ascii=False))
    loaded = load_plan(folder)
    assert loaded.findings == load_plan(folder).findings
    for finding in loaded.findings:
        source = loaded.sources[finding.place.file]
        assert 1 <= finding.span.line <= finding.span.end_line <= source.text.count("\n") + 1
        assert finding.message
        assert finding.advice
    plan = loaded.plan
    if plan is None:
        assert "SC109" in {finding.code for finding in loaded.findings}
        return
    known_ids(plan)
    assert plan.is_illustrative in {True, False}
    for name, item in plan.files.items():
        for reference in references(item):
            path = loaded.as_written(Place(name, reference.path))
            if reference.on_key:
                assert path[-1] == reference.key
                continue
            assert reference.key in str(at(loaded.sources[name].value, path))
    for action in plan.actions:
        assert plan.strand_of(action) in plan.strands
        plan.deadline(action.due)


def at(value: Any, path: Path_) -> Any:
    """The value at a path as written; one text can stand for a list or a mapping."""
    for step in path:
        if not isinstance(value, str):
            value = value[step] if isinstance(value, dict) or isinstance(step, int) else value
    return value


@law
@given(
    st.dictionaries(st.sampled_from(NAMES), st.dictionaries(names, values, max_size=5), max_size=3)
)
@example({"owners.yaml": {"[key]": "1"}})
@example({"plan.yaml": {"events": {"[key]": "x", "a b": {"[key]": "a b"}}}})
def test_any_values_give_a_plan_and_findings_inside_its_files(
    tmp_path: Path, contents: dict[str, object]
) -> None:
    check(tmp_path, {"plan.yaml": {"area": "X", "kind": "wsoa"}, **contents})


ORIGINAL = {name: source.value for name, source in load_plan(FULL).sources.items()}


def paths(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    if path:
        yield path
    if isinstance(value, (dict, list)):
        for step, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(one, (*path, step))


PATHS = [(name, *path) for name, value in ORIGINAL.items() for path in paths(value)]


@law
@given(
    st.lists(st.tuples(st.sampled_from(PATHS), values | st.none(), names), min_size=1, max_size=8)
)
@example([(("strands/2-adulthood.yaml", "actions", 0, "due", "by"), ["start"], "x")])
def test_a_full_plan_with_anything_changed_in_it(
    tmp_path: Path, changes: list[tuple[Path_, object, str]]
) -> None:
    contents = deepcopy(ORIGINAL)
    for (*parent, last), value, name in changes:
        container: Any = contents
        for step in parent:
            try:
                container = container[step]
            except (KeyError, IndexError, TypeError):  # an earlier change took it away
                container = None
                break
        if isinstance(container, list) and isinstance(last, int) and last < len(container):
            container[last] = "" if value is None else value
        elif isinstance(container, dict):
            old = container.pop(last, "")
            container[name if value is None else last] = old if value is None else value
    check(tmp_path, contents)
