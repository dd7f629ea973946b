"""The JSON that others build on: keys, their order and types are fixed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from sendctl import Finding, Place, Related, Severity, Span
from sendctl.reporters import Checked, as_json

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
