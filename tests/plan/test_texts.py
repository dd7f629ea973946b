from __future__ import annotations

import json
from pathlib import Path

from sendctl.plan import load_plan
from sendctl.plan.audience import Audience
from sendctl.plan.plan import Plan
from sendctl.plan.scalars import Wording
from sendctl.plan.texts import PlanText
from tests.report.full_plan import full_plan

HEAD = "area: X\nkind: wsoa\n"


def read(folder: Path, **files: str) -> Plan:
    (folder / "plan.yaml").write_text(HEAD)
    for name, text in files.items():
        file = folder / f"{name.replace('_', '/')}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(HEAD + text if name == "plan" else text)
    loaded = load_plan(folder)
    assert loaded.plan
    assert not loaded.findings
    return loaded.plan


def told(texts: tuple[PlanText, ...]) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(one.text, one.path) for one in texts if one.field.name not in {"area", "id"}]


def test_texts_in_one_value_and_in_lists_and_mappings(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        strands_1="id: S\ntitle: T\noutcomes: [A, B]\nactions: [{title: C, success: D}]\n",
        reports_r="title: R\nsections: {purpose: [E, F], risk: G}\n",
    )
    assert told(plan.texts) == [
        ("T", ("title",)),
        ("A", ("outcomes", 0)),
        ("B", ("outcomes", 1)),
        ("C", ("actions", 0, "title")),
        ("D", ("actions", 0, "success", 0)),
        ("R", ("title",)),
        ("E", ("sections", "purpose", 0)),
        ("F", ("sections", "purpose", 1)),
        ("G", ("sections", "risk", 0)),
    ]


def test_words_of_a_glossary_are_texts_on_keys(tmp_path: Path) -> None:
    plan = read(tmp_path, glossary="glossary: {GP: Family doctor}\n")
    meaning, word = plan.texts[1:]
    assert (meaning.text, meaning.field.on_key) == ("Family doctor", False)
    assert (word.text, word.place.path, word.place.on_key) == ("GP", ("glossary", "GP"), True)


def test_figures_are_texts(tmp_path: Path) -> None:
    plan = read(
        tmp_path, measures="measures: [{id: M, title: T, baseline: {value: fewer than 5}}]\n"
    )
    assert told(plan.texts)[1:] == [("fewer than 5", ("measures", 0, "baseline", "value"))]


def test_paths_go_by_the_key_that_is_written(tmp_path: Path) -> None:
    plan = read(tmp_path, governance="consultations: [{title: T, with: [A]}]\n")
    assert told(plan.texts)[1:] == [("A", ("consultations", 0, "with", 0))]


def test_what_stands_in_a_field_that_is_not_public_is_not_public(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        plan="steps: [{id: a, title: T, note: N}]\n",
        people="people: {head: {name: Jo Wood}}\n",
        reports_r="title: R\nclearances: [{by: head, note: C}]\n",
    )
    assert [one.text for one in plan.public_texts] == ["X", "T", "R"]
    assert [one.text for one in plan.texts if not one.field.public] == ["N", "Jo Wood", "C"]


def test_what_a_text_is(tmp_path: Path) -> None:
    plan = read(
        tmp_path,
        plan="public: {contact: C}\nreviews: [{on: 2022-01-01, outcome: O, letter: L}]\n",
        weaknesses="weaknesses: [{id: W, wording: Q, plain: P}]\n",
    )
    assert {one.text: one.field.wording for one in plan.texts} == {
        "X": Wording.OWN,
        "C": Wording.CONTACT,
        "O": Wording.OWN,
        "L": Wording.LINK,
        "Q": Wording.QUOTED,
        "P": Wording.OWN,
    }


def test_every_text_that_the_models_declare_is_found(tmp_path: Path) -> None:
    """A plan with all fields filled: each free text, with the audience that its fields give."""
    full = full_plan()
    (tmp_path / "strands").mkdir()
    for name, content in full.files.items():
        (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
    loaded = load_plan(tmp_path)
    assert loaded.plan
    public = {one.text for one in loaded.plan.public_texts}
    written = {text for text in full.texts if f'"{text}"' in json.dumps(full.files)}
    assert len(written) > 100
    assert written <= {one.text for one in loaded.plan.texts}
    for mark in full.marks:
        if mark.text in written:
            assert (mark.text in public) is (mark.audience is Audience.PUBLIC), mark


def test_a_text_leads_to_its_line() -> None:
    loaded = load_plan(Path(__file__).parent / "full")
    assert loaded.plan
    for text in loaded.plan.texts:
        place = text.place
        source = loaded.sources[place.file]
        span = source.span(place.path, on_key=place.on_key)
        assert text.text in source.line(span.line)[span.column - 1 :], text
