"""The JSON that others build on: keys, their order and types are fixed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sendctl import Finding, Place, Plan, Related, Severity, Span, load_plan
from sendctl.reporters import Checked, as_json
from sendctl.reporters.deadlines import Timeline
from sendctl.reporters.deadlines import as_json as deadlines_as_json
from sendctl.timeline import deadlines

Make = Callable[..., Finding]
Check = Callable[..., Checked]

CASES = Path(__file__).parent.parent / "cases"
TEXT = "title: Waits\na:  [councl]\n"

FINDING = {
    "code": str,
    "severity": str,
    "message": str,
    "file": str,
    "line": int,
    "column": int,
    "end_line": int,
    "end_column": int,
    "path": list,
    "related": list,
    "help": str,
    "waived": (str, type(None)),
    "of": list,
    "known": bool,
    "fingerprint": str,
}
RELATED = {"message": str, "file": str, "line": int, "column": int}
SUMMARY = ["errors", "warnings", "notes", "waived", "files", "actions", "known", "left_out"]

TEXT_OR_NOT, NUMBER_OR_NOT = (str, type(None)), (int, type(None))
DEADLINE = {
    "key": str,
    "label": str,
    "due": TEXT_OR_NOT,
    "counted_from": (dict, type(None)),
    "number": NUMBER_OR_NOT,
    "unit": TEXT_OR_NOT,
    "counting": TEXT_OR_NOT,
    "duty": str,
    "force": str,
    "status": str,
    "done_on": TEXT_OR_NOT,
    "days_left": NUMBER_OR_NOT,
    "working_days_left": NUMBER_OR_NOT,
    "stated": TEXT_OR_NOT,
    "difference_working_days": NUMBER_OR_NOT,
    "margin_working_days": NUMBER_OR_NOT,
    "latest_possible": TEXT_OR_NOT,
    "grade": TEXT_OR_NOT,
    "source": str,
    "provisional": bool,
    "skipped": list,
    "notes": list,
}


def has_shape(value: dict[str, Any], shape: dict[str, Any]) -> None:
    assert list(value) == list(shape)
    for key, kind in shape.items():
        assert isinstance(value[key], kind), key
        assert isinstance(value[key], bool) is (kind is bool), key


def test_finding(finding: Make, checked: Check) -> None:
    first = Related("the first one", Place("owners.yaml", span=Span(3, 7, 3, 9)))
    one = finding(related=(first, Related("the file", Place("owners.yaml"))), waived="For now.")
    one = replace(one, of=("1", "1.1"))
    found = json.loads(as_json([checked(TEXT, one)]))
    assert list(found) == ["findings", "summary"]
    assert list(found["summary"]) == SUMMARY
    assert found["findings"] == [
        {
            "code": "SC201",
            "severity": "error",
            "message": "There is no body 'councl'.",
            "file": "plans/a/strands/1.yaml",
            "line": 2,
            "column": 5,
            "end_line": 2,
            "end_column": 10,
            "path": ["a", 0, "b"],
            "related": [
                {"message": "the first one", "file": "plans/a/owners.yaml", "line": 3, "column": 7},
                {"message": "the file", "file": "plans/a/owners.yaml", "line": 1, "column": 1},
            ],
            "help": "Did you mean 'council'?",
            "waived": "For now.",
            "of": ["1", "1.1"],
            "known": False,
            "fingerprint": one.fingerprint,
        }
    ]
    has_shape(found["findings"][0], FINDING)
    has_shape(found["findings"][0]["related"][0], RELATED)


def test_a_plan_without_findings(checked: Check) -> None:
    found = json.loads(as_json([checked(TEXT)]))
    assert found == {"findings": [], "summary": {**dict.fromkeys(SUMMARY, 0), "files": 1}}


def test_order_and_colour_of_several_plans(finding: Make, checked: Check) -> None:
    plans = [checked(TEXT, finding(), path="b"), checked(TEXT, finding(), path="a")]
    found = json.loads(as_json(plans, colour=True, width=20))
    assert [one["file"][0] for one in found["findings"]] == ["b", "a"]
    assert "\x1b" not in as_json(plans, colour=True)


def test_any_character_survives(finding: Make, checked: Check) -> None:
    text = '\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE}é\ud800"\\'
    found = json.loads(as_json([checked(TEXT, finding(message=text))]))
    assert found["findings"][0]["message"] == text
    assert as_json([checked(TEXT, finding(message=text))]).isascii()


def test_severities_are_words(finding: Make, checked: Check) -> None:
    plan = checked(TEXT, *(finding(severity=severity) for severity in Severity))
    found = json.loads(as_json([plan]))
    assert [one["severity"] for one in found["findings"]] == ["error", "warning", "note"]


def plans() -> list[Path]:
    bad = [path.parent for path in CASES.glob("bad/*/plan/plan.yaml")]
    return sorted([*bad, *(path.parent for path in CASES.glob("good/*/plan.yaml"))])


def timeline_of(folder: Path) -> Timeline | None:
    plan = load_plan(folder).plan
    return _timeline(plan) if plan else None


def _timeline(plan: Plan) -> Timeline:
    today = plan.today()
    return Timeline("plans/a", plan, today, deadlines(plan, today))


@pytest.mark.parametrize("folder", plans(), ids=lambda path: f"{path.parent.name}-{path.name}")
def test_deadlines_of_every_case(folder: Path) -> None:
    timeline = timeline_of(folder)
    if timeline is None:
        return
    found = json.loads(deadlines_as_json([timeline]))
    assert list(found) == ["plan", "today", "deadlines"]
    assert found["plan"] == "plans/a"
    assert found["today"] == timeline.today.isoformat()
    for deadline in found["deadlines"]:
        has_shape(deadline, DEADLINE)
        if deadline["counted_from"]:
            has_shape(deadline["counted_from"], {"event": str, "date": TEXT_OR_NOT})


def test_deadline_in_full(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(
        "area: Siân\nkind: wsoa\nas_at: 2022-08-24\nframework: area-send-2016\n"
        "events: {report_received: 2022-05-19}\nstated: {wsoa: 2022-08-31}\n",
        encoding="utf-8",
    )
    timeline = timeline_of(tmp_path)
    assert timeline is not None
    found = {one["key"]: one for one in json.loads(deadlines_as_json([timeline]))["deadlines"]}
    source = found["wsoa"].pop("source")
    assert "SI 2015/1792" in source
    assert found["wsoa"] == {
        "key": "wsoa",
        "label": "Written statement of action made",
        "due": "2022-08-30",
        "counted_from": {"event": "report_received", "date": "2022-05-19"},
        "number": 70,
        "unit": "working_days",
        "counting": "excluding",
        "duty": "area",
        "force": "statutory",
        "status": "due",
        "done_on": None,
        "days_left": 7,
        "working_days_left": 4,
        "stated": "2022-08-31",
        "difference_working_days": 1,
        "margin_working_days": None,
        "latest_possible": None,
        "grade": "B",
        "provisional": False,
        "skipped": [
            {"date": "2022-06-02", "name": "Spring bank holiday"},
            {"date": "2022-06-03", "name": "Platinum Jubilee bank holiday"},
            {"date": "2022-08-29", "name": "Summer bank holiday"},
        ],
        "notes": ["Stated by the area."],
    }


def test_one_plan_is_an_object_and_several_an_array(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("area: A\nkind: wsoa\n", encoding="utf-8")
    timeline = timeline_of(tmp_path)
    assert timeline is not None
    assert isinstance(json.loads(deadlines_as_json([timeline])), dict)
    assert len(json.loads(deadlines_as_json([timeline], as_list=True))) == 1
    assert len(json.loads(deadlines_as_json([timeline, timeline], as_list=True))) == 2
