"""No rule raises, whatever the files of a plan hold, and the findings keep their order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sendctl import Finding, Loaded, load_plan
from sendctl.checks import all_rules, run_checks
from sendctl.plan.base import Item
from sendctl.plan.files import FILES, FOLDERS
from sendctl.plan.scalars import Figure
from sendctl.plan.when import When
from sendctl.timeline import deadlines, framework_names, load_framework

# What every value can be, right or wrong

IDS = st.sampled_from(["a", "b", "c", "1.1", "W1"])
"""So few that references meet, circles close, and things stand twice."""
NAMES = st.sampled_from(["North CCG", "NHS North ICB", "All partners", "Improved waits", "x" * 200,
                         "\N{RIGHT-TO-LEFT OVERRIDE}x", "{{ 7*7 }}", "%s %d {}", "…"])  # fmt: skip
DAYS = st.dates(date(2012, 1, 1), date(2032, 12, 31)).map(str) | st.sampled_from(
    ["0001-01-01", "9999-12-31", "1977-12-31", "2101-01-01"]
)
DATES = DAYS | st.sampled_from(
    ["2022-12", "0001-01", "9998-12", "2022/23-Q3", "2022-autumn", "2022-none", "ongoing",
     "immediate", "2022-Q4", "soon"]
)  # fmt: skip
FIGURES = st.sampled_from(["0", "3", "41%", "30.8%", "-1.5 %", "1,204", "fewer than 5", "c", "no",
                           "yes", "0.45", "9" * 400, "about 1,300", "+2%", "n/a"])  # fmt: skip
WRONG = st.sampled_from(["", "~", "[]", "{}", "x", "2022", "true"])


# Values that fit a model


@cache
def of_model(model: type[Item]) -> st.SearchStrategy[dict[str, Any]]:
    """Mappings with some of the model's keys, most of them with values that fit."""
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for name, field in model.model_fields.items():
        values = of_type(field.annotation, field.metadata)
        (required if field.is_required() else optional)[field.alias or name] = values
    return st.deferred(
        lambda: st.fixed_dictionaries(required, optional=optional).flatmap(few_of(set(required)))
    )


def few_of(required: set[str]) -> Any:
    """All required keys, and of the others eight or more."""

    def chosen(whole: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
        others = sorted(set(whole) - required)
        least = min(len(others), 8)
        kept = st.sets(st.sampled_from(others), min_size=least) if others else st.just(set[str]())
        return kept.map(
            lambda keys: {key: whole[key] for key in whole if key in required or key in keys}
        )

    return chosen


def of_type(annotation: Any, marks: list[Any]) -> st.SearchStrategy[Any]:
    """Values that a field of this type takes."""
    parts = [*parts_of(annotation), *marks]
    classes = [part for part in parts if isinstance(part, type)]
    items = [one for one in classes if issubclass(one, Item)]
    enums = [one for one in classes if issubclass(one, Enum)]
    origins = {get_origin(part) for part in parts}
    if items:
        one: st.SearchStrategy[Any] = st.deferred(lambda: of_model(items[0]))
    elif enums:
        one = st.sampled_from([str(member.value) for member in enums[0]])
    elif When in classes:
        one = DATES | st.fixed_dictionaries(
            {"by": st.just("start"), "term": st.just("2022-autumn")}
        )
    elif Figure in classes:
        one = FIGURES
    elif date in classes:
        one = DAYS
    elif int in classes:
        one = st.sampled_from(["1", "1", "1", "4"])
    elif bool in classes:
        one = st.sampled_from(["true", "false"])
    elif any(getattr(part, "pattern", None) for part in parts):
        one = IDS
    else:
        one = NAMES
    if dict in origins:
        return st.dictionaries(KEYS, one, max_size=3)
    return st.lists(one, min_size=1, max_size=3) if tuple in origins else one


def parts_of(annotation: Any) -> Iterator[Any]:
    """A type and everything it is made of, the marks in Annotated included."""
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    if get_origin(annotation) in (Annotated, Union, UnionType, tuple, dict):
        for part in get_args(annotation):
            yield from parts_of(part)


EVENTS = sorted(
    {
        name
        for framework in map(load_framework, framework_names())
        if framework
        for name in (*framework.events, *framework.clocks)
    }
)
KEYS = IDS | st.sampled_from(["2022-autumn", "SC402", *EVENTS])
NAMED = [*FILES, "strands/1.yaml", "strands/2.yaml", "reports/r.yaml"]
NAMED += ["frameworks/area-send-2016.yaml", "frameworks/committee.yaml", "frameworks/a.yaml"]


def model_of(name: str) -> type[Item]:
    return FILES[name] if name in FILES else FOLDERS[name.partition("/")[0]]


@st.composite
def fitting_plans(draw: st.DrawFn) -> dict[str, Any]:
    plan = {name: draw(of_model(model_of(name))) for name in NAMED[1:]}
    frameworks = {"framework": draw(st.sampled_from([*framework_names(), "a"]))}
    return {"plan.yaml": {**draw(of_model(FILES["plan.yaml"])), **frameworks}, **plan}


# Values that fit nothing

ANY_KEY = st.sampled_from(
    sorted(
        {
            field.alias or name
            for model in (*FILES.values(), *FOLDERS.values())
            for name, field in model.model_fields.items()
        }
        | {"id", "title", "due", "start", "owners", "lead", "on", "done", "by", "term", "to"}
        | {"covered_by", "formerly", "bodies", "posts", "name", "until", "reason", "moved"}
        | {"milestones", "target", "actual", "value", "baseline", "unit", "direction", "status"}
    )
)
ANY = st.recursive(
    IDS | NAMES | DATES | FIGURES | WRONG,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(ANY_KEY | KEYS, inner, max_size=5),
    max_leaves=25,
)
ANY_PLANS = st.dictionaries(
    st.sampled_from(NAMED), st.dictionaries(ANY_KEY, ANY, max_size=8), max_size=5
).map(lambda files: {"plan.yaml": {}, **files})


def as_yaml(value: Any) -> str:
    """In flow style, which is JSON with every scalar quoted."""
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}": {as_yaml(one)}' for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(as_yaml(one) for one in value) + "]"
    return f'"{value}"'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("any")
    for name in FOLDERS:
        (made / name).mkdir()
    return made


def read(folder: Path, files: dict[str, Any]) -> Loaded:
    for file in folder.rglob("*.yaml"):
        file.unlink()
    for name, content in files.items():
        (folder / name).write_text(as_yaml(content), encoding="utf-8")
    return load_plan(folder)


def checked(loaded: Loaded, today: date) -> list[Finding]:
    found = run_checks(loaded, today)
    assert found == sorted(found, key=lambda one: (one.place.file, one.span, one.code, one.message))
    assert found == run_checks(loaded, today)
    for one in found:
        for place in (one.place, *(other.place for other in one.related)):
            assert place.file in loaded.sources, one
            assert place.span is not None, one
    assert loaded.plan is None or deadlines(loaded.plan, today) is not None
    return found


TODAY = st.dates() | st.dates(date(2020, 1, 1), date(2026, 12, 31))
LAW = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@LAW
@given(files=fitting_plans(), today=TODAY)
def test_no_rule_raises_on_a_plan(folder: Path, files: dict[str, Any], today: date) -> None:
    checked(read(folder, files), today)


@LAW
@given(files=ANY_PLANS, today=TODAY)
def test_no_rule_raises_on_anything(folder: Path, files: dict[str, Any], today: date) -> None:
    checked(read(folder, files), today)


def test_the_plans_that_are_made_reach_the_rules(folder: Path) -> None:
    """Many made plans together break many rules: they are not all refused before."""
    codes: set[str] = set()

    @settings(deadline=None, max_examples=40, derandomize=True, database=None)
    @given(files=fitting_plans())
    def gather(files: dict[str, Any]) -> None:
        codes.update(one.code for one in checked(read(folder, files), date(2022, 9, 30)))

    gather()
    rules = {rule.code for rule in all_rules()}
    assert len(codes & rules) > len(rules) / 3
