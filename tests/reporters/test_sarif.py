"""Findings as SARIF: valid against the standard's schema, and what its readers rely on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from syrupy.assertion import SnapshotAssertion

from sendctl import Finding, Place, Related, Severity, Span, load_plan
from sendctl.checks import run_checks
from sendctl.plan.find import in_repository
from sendctl.reporters import Checked, as_sarif

Make = Callable[..., Finding]
Check = Callable[..., Checked]

HERE = Path(__file__).parent
BAD = sorted(path.parent for path in (HERE.parent / "cases").glob("bad/*/plan/plan.yaml"))
TEXT = "title: Waits\na:  [councl]\n"


@cache
def validator() -> Draft4Validator:
    text = (HERE / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8")
    return Draft4Validator(json.loads(text), format_checker=Draft4Validator.FORMAT_CHECKER)


def log(*plans: Checked) -> dict[str, Any]:
    """The one run of the log, once the log is valid."""
    made = json.loads(as_sarif(plans))
    errors = [f"{list(error.path)}: {error.message}" for error in validator().iter_errors(made)]
    assert errors == []
    (run,) = made["runs"]
    assert isinstance(run, dict)
    return run


def test_the_schema_can_fail() -> None:
    assert list(validator().iter_errors({"version": "2.1.0", "runs": [{}]}))


def test_output(finding: Make, checked: Check, snapshot: SnapshotAssertion) -> None:
    first = Related("the first one", Place("owners.yaml", span=Span(3, 7, 3, 9)))
    plan = checked(
        TEXT,
        finding(related=(first, Related("the file", Place("owners.yaml")))),
        finding(waived="For now.", severity=Severity.NOTE),
    )
    log(plan)
    made = json.loads(as_sarif([plan]))
    driver = made["runs"][0]["tool"]["driver"]
    assert driver.pop("semanticVersion")
    assert made == snapshot


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.parent.name)
def test_every_bad_plan_is_valid(folder: Path) -> None:
    loaded = load_plan(folder)
    today = loaded.plan.today() if loaded.plan else None
    findings = run_checks(loaded, today) if today else list(loaded.findings)
    run = log(Checked(folder.as_posix(), loaded, findings, 0, in_repository(folder)))
    rules = run["tool"]["driver"]["rules"]
    assert len(run["results"]) == len(findings)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.startswith("tests/cases/bad/")


def test_nothing_found(checked: Check) -> None:
    run = log(checked(TEXT))
    assert run["results"] == run["tool"]["driver"]["rules"] == []


def test_columns_count_as_editors_do(checked: Check) -> None:
    text = "title: '\N{PUSHPIN}\N{PUSHPIN}' # é\n"
    place = Place("strands/1.yaml", span=Span(1, 8, 1, 12))
    run = log(checked(text, Finding(place, "SC201", Severity.ERROR, "Wrong.")))
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "utf16CodeUnits"
    assert (region["startColumn"], region["endColumn"]) == (8, 14)


def test_a_uri_is_escaped_and_relative(checked: Check, finding: Make) -> None:
    plan = replace(checked(TEXT, finding(file="strands/a b#?é.yaml")), folder="plans/x y")
    location = log(plan)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {
        "uri": "plans/x%20y/strands/a%20b%23%3F%C3%A9.yaml",
        "uriBaseId": "%SRCROOT%",
    }


def test_fingerprints_of_equal_findings_differ(checked: Check, finding: Make) -> None:
    plan = checked(TEXT, finding(line=1), finding(line=2), finding(message="Other."))
    prints = [one["partialFingerprints"]["sendctl/v1"] for one in log(plan)["results"]]
    assert [one.partition(":")[2] for one in prints] == ["1", "2", "1"]
    assert len(set(prints)) == 3


def test_baseline_and_waivers_are_said_of_all_results_or_of_none(
    checked: Check, finding: Make
) -> None:
    (plain,) = log(checked(TEXT, finding()))["results"]
    assert not plain.keys() & {"suppressions", "baselineState"}
    known = replace(finding(), known=True)
    waived = finding(waived="For now.")
    old, new, kept = log(checked(TEXT, known, finding(), waived))["results"]
    assert [one["baselineState"] for one in (old, new, kept)] == ["unchanged", "new", "new"]
    assert [len(one["suppressions"]) for one in (old, new, kept)] == [0, 0, 1]
    assert kept["suppressions"][0]["justification"] == "For now."


def test_levels_are_the_findings_own(checked: Check, finding: Make) -> None:
    run = log(checked(TEXT, *(finding(severity=severity) for severity in Severity)))
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note"]
    assert run["tool"]["driver"]["rules"][0]["defaultConfiguration"] == {"level": "error"}


def test_no_words_of_a_plan_are_a_link(checked: Check, finding: Make) -> None:
    run = log(checked(TEXT, finding(message="No [here](https://example.com).", advice="")))
    assert "](" not in run["results"][0]["message"]["text"]
