"""The model as a whole: every field can be written, is explained, and says who may read it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sendctl.findings
import sendctl.plan
import sendctl.yamlfile
from sendctl.plan import load_plan
from sendctl.plan.audience import Audience
from sendctl.plan.base import Item
from sendctl.plan.plan import children
from sendctl.plan.references import known_ids, references

FULL = Path(__file__).parent / "full"
PACKAGES = [
    Path(package.__file__ or "").parent
    for package in (sendctl.findings, sendctl.yamlfile, sendctl.plan)
]

INTERNAL = {
    "Action": {"note", "resources"},
    "Body": {"note"},
    "Clearance": {"by", "note", "on"},
    "Event": {"note"},
    "Evidence": {"link", "note"},
    "Head": {"checks", "sendctl", "waivers"},
    "Measure": {"made_of"},
    "Post": {"note"},
    "PublicNotes": {"approved"},
    "Reading": {"denominator", "held_back", "numerator"},
    "Report": {"clearances"},
    "Review": {"letter"},
    "Step": {"note", "working_days"},
    "Waiver": {"code", "of", "reason", "until"},
}
"""Fields that no public version prints. A new field must be marked Public, or be added here."""

PLAIN = {
    *("accountable_officers", "action", "actions", "actual", "advisers", "agenda_item"),
    *("appendices", "attended_by", "baseline", "boards", "bodies", "breaks", "by"),
    *("calendar", "chair", "clearances", "closed", "code", "colour", "completed"),
    *("consultations", "contact", "coproduced_with", "coproduction", "description", "detail"),
    *("did", "direction", "done", "due", "end", "ended", "equalities", "evidence", "feedback"),
    *("funding", "glossary", "how", "id", "impact", "inspection", "introduction", "judgements"),
    *("kind", "lead_agency", "local_data", "measure", "measures", "meetings", "members"),
    *("milestones", "mitigation", "name", "nation", "note", "number", "objective", "objectives"),
    *("on", "outcome", "owner", "owners", "parent", "partners", "people", "period", "plain"),
    *("post", "posts", "public", "rating", "reason", "recommendations", "relevant_officer"),
    *("reports_to", "resources", "result", "review", "reviews", "risks", "said", "shown"),
    *("signoff", "since", "source", "sponsor", "stage", "start", "started", "state", "statement"),
    *("status", "steps", "strands", "strengths", "target", "title", "took_part", "unit", "until"),
    *("value", "versions", "vision", "vocabulary", "waivers", "weakness", "weaknesses", "who"),
    "word",
}
"""Field names that say all there is to say; any other field has a docstring."""


def models(model: type[Item] = Item) -> Iterator[type[Item]]:
    yield model
    for one in model.__subclasses__():
        yield from models(one)


MODELS = sorted(
    {model for model in models() if model.__module__.startswith("sendctl.plan.")},
    key=lambda model: model.__name__,
)


def own_fields(model: type[Item]) -> dict[str, Any]:
    """The fields that a model declares itself."""
    return {
        name: model.model_fields[name]
        for name in model.__annotations__
        if name in model.model_fields
    }


def everything(item: Item) -> Iterator[Item]:
    yield item
    for child in children(item):
        yield from everything(child)


def test_a_plan_with_every_key_has_no_findings() -> None:
    loaded = load_plan(FULL)
    assert loaded.findings == ()


def test_that_plan_uses_every_field_of_every_model() -> None:
    plan = load_plan(FULL).plan
    assert plan
    used: dict[str, set[str]] = {}
    for content in plan.files.values():
        for item in everything(content):
            for model in type(item).__mro__[:-1]:
                used.setdefault(model.__name__, set()).update(item.model_fields_set)
    missing = {
        f"{model.__name__}.{name}"
        for model in MODELS
        for name in own_fields(model)
        if name not in used.get(model.__name__, set())
    }
    assert missing == set()


def test_that_plan_refers_only_to_what_it_has() -> None:
    plan = load_plan(FULL).plan
    assert plan
    known = known_ids(plan)
    for content in plan.files.values():
        for reference in references(content):
            assert reference.key in known[reference.kind], reference


def test_every_field_says_who_may_read_it_or_is_internal_on_purpose() -> None:
    internal = {
        model.__name__: {
            name
            for name, field in own_fields(model).items()
            if not any(isinstance(mark, Audience) for mark in field.metadata)
        }
        for model in MODELS
    }
    assert {name: fields for name, fields in internal.items() if fields} == INTERNAL


def test_names_of_people_are_personal() -> None:
    personal = {
        (model.__name__, name)
        for model in MODELS
        for name, field in own_fields(model).items()
        if Audience.PERSONAL in field.metadata
    }
    assert personal == {
        ("Holder", "name"),
        ("Holder", "since"),
        ("Holder", "until"),
        ("PeopleFile", "people"),
    }


def test_every_item_refuses_unknown_keys_and_never_changes() -> None:
    for model in MODELS:
        assert model.model_config["extra"] == "forbid", model
        assert model.model_config["frozen"], model


def modules(*packages: Path) -> Iterator[tuple[Path, ast.Module]]:
    for package in packages:
        for path in sorted(package.glob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def explained(body: list[ast.stmt]) -> Iterator[tuple[str, bool]]:
    """The annotated names of a class, and whether a docstring follows."""
    for statement, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            has_docstring = (
                isinstance(after, ast.Expr)
                and isinstance(after.value, ast.Constant)
                and isinstance(after.value.value, str)
            )
            yield statement.target.id, has_docstring


def test_every_field_is_explained_or_has_a_plain_name() -> None:
    names = {f"{model.__module__}.{model.__name__}" for model in MODELS}
    unexplained = {
        (node.name, field)
        for path, module in modules(PACKAGES[-1])
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef) and f"sendctl.plan.{path.stem}.{node.name}" in names
        for field, has_docstring in explained(node.body)
        if not has_docstring
    }
    assert {pair for pair in unexplained if pair[1] not in PLAIN} == set()
    assert {field for _, field in unexplained} == PLAIN


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.name)
def test_every_module_class_and_public_function_has_a_docstring(package: Path) -> None:
    for path, module in modules(package):
        assert ast.get_docstring(module), path
        for node in ast.walk(module):
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not node.name.startswith("_"):
                nested = isinstance(node, ast.FunctionDef) and node.name in {"validate", "place"}
                assert nested or ast.get_docstring(node), f"{path.name}: {node.name}"


MINIMAL = {
    "plan.yaml": "area: X\nkind: wsoa\n",
    "owners.yaml": "bodies: {a: {name: A}}\nposts: {b: {title: B}}\n",
    "people.yaml": "people: {b: Ann}\n",
    "weaknesses.yaml": "weaknesses: [{id: W}]\n",
    "measures.yaml": "measures: [{id: M, title: T}]\n",
    "risks.yaml": "risks: [{id: R, title: T}]\n",
    "governance.yaml": "boards: [{id: B, title: T}]\n",
    "strengths.yaml": "strengths: [{title: T}]\n",
    "glossary.yaml": "glossary: {SEND: Special educational needs}\n",
    "strands/1.yaml": "id: S\ntitle: T\nobjectives: [{id: O, title: T}]\nactions: [{title: T}]\n",
    "reports/r.yaml": "title: T\n",
}


def test_the_least_that_each_file_needs(tmp_path: Path) -> None:
    for name, text in MINIMAL.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    loaded = load_plan(tmp_path)
    assert loaded.findings == ()
    assert loaded.plan
    assert set(loaded.plan.files) == set(MINIMAL)


@pytest.mark.parametrize(
    "name",
    ["owners", "people", "weaknesses", "measures", "risks", "governance", "strengths", "glossary"],
)
def test_a_file_with_nothing_but_empty_keys_is_fine(tmp_path: Path, name: str) -> None:
    (tmp_path / "plan.yaml").write_text("area: X\nkind: wsoa\n")
    (tmp_path / f"{name}.yaml").write_text("{}\n")
    assert load_plan(tmp_path).findings == ()
