"""The schemas take what the reader takes, as an editor's YAML 1.2 sees it, and refuse mistakes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML
from ruamel.yaml.resolver import VersionedResolver

from sendctl.plan.schema import DRAFT, SCHEMAS, json_schema

ROOT = Path(__file__).parent.parent.parent
PLANS = [ROOT / "plans" / "blackpool", *sorted((ROOT / "tests/cases/good").glob("*/"))]
FILES = [
    file
    for plan in (*PLANS, ROOT / "tests/plan/full")
    for file in sorted([*plan.glob("*.yaml"), *plan.glob("strands/*"), *plan.glob("reports/*")])
]


class _Core(VersionedResolver):
    """The core schema of YAML 1.2, which knows no dates."""

    @property
    def versioned_resolver(self) -> Any:
        return {
            first: [pair for pair in pairs if not pair[0].endswith("timestamp")]
            for first, pairs in super().versioned_resolver.items()
        }


def as_an_editor_reads(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.Resolver = _Core
    return yaml.load(text)


@cache
def validator(name: str) -> Draft7Validator:
    return Draft7Validator(json_schema(SCHEMAS[name]))


def mistakes(name: str, text: str) -> list[str]:
    errors = validator(name).iter_errors(as_an_editor_reads(text))
    return [f"{list(error.absolute_path)}: {error.message}" for error in errors]


def schema_of(file: Path) -> str:
    return file.name if file.name in SCHEMAS else file.parent.name


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_valid_draft_7(name: str) -> None:
    schema = json_schema(SCHEMAS[name])
    assert schema["$schema"] == DRAFT
    Draft7Validator.check_schema(schema)
    text = json.dumps(schema)
    assert "$defs" not in text
    assert '"default":' not in text.replace('"default": {"description"', "")


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_reference_leads_somewhere(name: str) -> None:
    schema = json_schema(SCHEMAS[name])
    text = json.dumps(schema)
    for part in text.split('"$ref": "')[1:]:
        target = part.partition('"')[0]
        assert target.removeprefix("#/definitions/") in schema["definitions"]


def test_dates_are_no_dates_to_an_editor() -> None:
    read = as_an_editor_reads("a: 2022-12-16\nb: 2.1\nc: true\nd: no\ne: 1.10\nf:\ng: ~\n")
    assert read == {
        "a": "2022-12-16", "b": 2.1, "c": True, "d": "no", "e": 1.1, "f": None, "g": None,
    }  # fmt: skip


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_no_file_of_a_good_plan_is_painted_red(file: Path) -> None:
    assert mistakes(schema_of(file), file.read_text("utf-8-sig")) == []


GOOD = {
    "strands": [
        "id: 2.1\ntitle: 2022",
        "id: true\ntitle: no",
        "id: null\ntitle: ~",
        "id: a\ntitle: A\nillustrative: true\nleads: head\nweaknesses: [1, 2.0, true, null]",
        "id: a\ntitle: A\nillustrative: 'true'\nactions:\nleads:",
        "id: a\ntitle: A\nactions: [{title: A, due: }]",
        "id: a\ntitle: A\nactions: [{title: A, status: , owners: , completed: }]",
        "id: a\ntitle: A\nactions: [{title: A, due: 2022-12}, {title: A, due: 2022/23-Q3}]",
        "id: a\ntitle: A\nactions: [{title: A, due: Ongoing}, {title: A, due: 2022-autumn}]",
        "id: a\ntitle: A\nactions: [{title: A, due: {by: start, term: 2023-spring}}]",
    ],
    "plan.yaml": [
        "area: X\nkind: wsoa\nsendctl: 1",
        "area: X\nkind: wsoa\nsendctl: '1'",
        "area: X\nkind: wsoa\nevents: {a: 2022-05-19, b: {on: 2022-05-19}}",
        "area: X\nkind: wsoa\nstated: {a: 2022-05, b: {due: 2022-05-19, source: 6.7}}",
        "area: X\nkind: wsoa\nchecks: {SC402: note}\nwaivers:",
    ],
    "people.yaml": [
        "people: {a: Ann, b: {name: Ben}, c: [{name: Cy, from: 2022-01}]}",
        "people:",
    ],
    "measures.yaml": [
        "measures: [{id: 1, title: A, baseline: {value: 30.8%}, target: {value: 12}}]",
    ],
    "risks.yaml": ["risks: [{id: 1, title: A, likelihood: 5}]"],
}
BAD = {
    "strands": [
        "title: A",
        "id: a\ntitle: A\ncolour: blue",
        "id: a b\ntitle: A",
        "id: [a]\ntitle: A",
        "id: a\ntitle: ''",
        "id: a\ntitle: A\nillustrative: yes",
        "id: a\ntitle: A\nactions: Map it",
        "id: a\ntitle: A\nactions: [{id: a}]",
        "id: a\ntitle: A\nactions: [{title: A, due: 4/7/2022}]",
        "id: a\ntitle: A\nactions: [{title: A, due: 2022-Q4}]",
        "id: a\ntitle: A\nactions: [{title: A, due: 2022}]",
        "id: a\ntitle: A\nactions: [{title: A, due: {by: start}}]",
        "id: a\ntitle: A\nactions: [{title: A, completed: 2022-12}]",
        "id: a\ntitle: A\nactions: [{title: A, status: Started}]",
        "id: a\ntitle: A\nactions: [{title: A, owners: {led: head}}]",
        "id: a\ntitle: A\nactions: [{title: A, owners: head}]",
    ],
    "plan.yaml": [
        "area: X",
        "area: X\nkind: WSOA",
        "area: X\nkind: wsoa\nsendctl: 1.5",
        "area: X\nkind: wsoa\nsendctl: one",
        "area: X\nkind: wsoa\nevents: {a: 26/05/2022}",
        "area: X\nkind: wsoa\nevents: {a: {}}",
        "area: X\nkind: wsoa\nchecks: {SC402: off}",
        "area: X\nkind: wsoa\ncalendar: {nation: cornwall}",
        "- area: X",
    ],
    "people.yaml": ["people: {a: {title: Ben}}", "people: [Ann]"],
    "measures.yaml": ["measures: [{id: 1, title: A, unit: fathoms}]"],
    "risks.yaml": [
        "risks: [{id: 1, title: A, likelihood: 6}]",
        "risks: [{id: 1, title: A, likelihood: 0}]",
        "risks: [{id: 1, title: A, likelihood: high}]",
    ],
}


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, text) for name, texts in table.items() for text in texts]


@pytest.mark.parametrize(("name", "text"), cases(GOOD))
def test_what_the_reader_takes(name: str, text: str) -> None:
    assert mistakes(name, text) == []


@pytest.mark.parametrize(("name", "text"), cases(BAD))
def test_what_nobody_means(name: str, text: str) -> None:
    assert mistakes(name, text)


def test_keys_say_what_they_mean() -> None:
    schema = json_schema(SCHEMAS["strands"])
    action = schema["definitions"]["Action"]
    assert action["description"] == "One line of the plan."
    assert action["properties"]["coproduced_with"]["description"]
    depends_on = action["properties"]["depends_on"]["description"]
    assert depends_on.endswith(". The id of an action; they stand in strands/.")
    owners = schema["definitions"]["Owners"]["properties"]["lead"]["description"]
    assert "The id of a body or post; they stand in owners.yaml." in owners


def test_the_alias_is_the_key() -> None:
    schema = json_schema(SCHEMAS["owners.yaml"])
    post = schema["definitions"]["Post"]["properties"]
    assert "from" in post
    assert "since" not in post


def test_a_key_called_title_or_default_stays() -> None:
    strand = json_schema(SCHEMAS["strands"])["properties"]
    assert "title" in strand
    assert "title" not in strand["id"]
