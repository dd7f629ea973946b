"""What a run is about and what fails it: codes, baseline, strictness."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendctl import Finding, Place, Severity
from sendctl.checks import (
    BadBaseline,
    Baseline,
    Gate,
    Selection,
    UnknownCode,
    parse_codes,
    read_baseline,
    rule_pages,
)

Write = Callable[[Any], Path]


def finding(code: str = "SC402", message: str = "No.", **more: Any) -> Finding:
    return Finding(Place("strands/1.yaml"), code, Severity.WARNING, message, **more)


# Codes


@pytest.mark.parametrize(
    ("select", "ignore", "taken"),
    [
        ("", "", "SC005 SC201 SC402 SC403"),
        ("SC402", "", "SC402"),
        ("SC4", "", "SC402 SC403"),
        ("SC402 SC2", "", "SC201 SC402"),
        ("", "SC4", "SC005 SC201"),
        ("", "SC402", "SC005 SC201 SC403"),
        ("SC4", "SC402", "SC403"),
        ("SC402", "SC4", "SC402"),
        ("SC4", "SC4", ""),
        ("SC", "SC4 SC005", "SC201"),
        ("", "SC", ""),
    ],
)
def test_selection(select: str, ignore: str, taken: str) -> None:
    selection = Selection(tuple(select.split()), tuple(ignore.split()))
    codes = ["SC005", "SC201", "SC402", "SC403"]
    assert [code for code in codes if selection.takes(code)] == taken.split()


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ([], ()),
        (["SC402"], ("SC402",)),
        (["sc4,SC20", " sc001 "], ("SC4", "SC20", "SC001")),
        (["S"], ("S",)),
    ],
)
def test_codes_as_given(values: list[str], codes: tuple[str, ...]) -> None:
    assert parse_codes(values) == codes


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("SC4O2", "There is no code 'SC4O2'. Did you mean 'SC4"),
        ("SC4020", "There is no code 'SC4020'. Did you mean 'SC402'?"),
        ("SC402,SC1234", "There is no code 'SC1234'. Did you mean 'SC"),
        ("all", "There is no code 'ALL'. `sendctl explain` lists them all"),
        ("", "There is no code ''. `sendctl explain` lists them all"),
        ("SC402,", "There is no code ''. "),
    ],
)
def test_unknown_code(value: str, said: str) -> None:
    with pytest.raises(UnknownCode) as error:
        parse_codes([value])
    assert str(error.value).startswith(said)


@given(st.sampled_from(sorted(rule_pages())), st.integers(1, 5))
def test_every_beginning_of_a_code_selects_it(code: str, length: int) -> None:
    assert Selection(select=parse_codes([code[:length]])).takes(code)
    assert not Selection(ignore=parse_codes([code[:length]])).takes(code)


# Baseline


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(content: Any) -> Path:
        file = tmp_path / "baseline.json"
        file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return file

    return written


def listed(*findings: Finding) -> dict[str, Any]:
    return {
        "findings": [{"fingerprint": one.fingerprint, "waived": one.waived} for one in findings]
    }


def test_what_was_there_is_known(write: Write) -> None:
    baseline = read_baseline(write(listed(finding())))
    ((known, new),) = baseline.mark([[finding(), finding(message="Yes.")]])
    assert (known.known, known.counts) == (True, False)
    assert (new.known, new.counts) == (False, True)


@pytest.mark.parametrize("other", [finding("SC403"), finding(message="Yes."), finding(of=("1.1",))])
def test_another_finding_is_new(write: Write, other: Finding) -> None:
    baseline = read_baseline(write(listed(finding())))
    assert not baseline.mark([[other]])[0][0].known


def test_of_equal_findings_only_as_many_as_there_were_are_known(write: Write) -> None:
    baseline = read_baseline(write(listed(finding(), finding())))
    for _ in range(2):  # marking leaves the baseline as it is
        marked = baseline.mark([[finding()], [finding()] * 3])
        assert [[one.known for one in run] for run in marked] == [[True], [True, False, False]]


def test_waived_findings_stay_out(write: Write) -> None:
    waived = finding(waived="For now.")
    assert read_baseline(write(listed(waived))) == Baseline()
    marked = read_baseline(write(listed(finding()))).mark([[waived, finding()]])
    assert [one.known for one in marked[0]] == [False, True]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_shell_may_write_the_file_in_its_own_encoding(write: Write, encoding: str) -> None:
    file = write(json.dumps(listed(finding())).encode(encoding))
    assert read_baseline(file).counts == {finding().fingerprint: 1}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is not JSON"),
        (b"{", "it is not JSON"),
        (b"\xff\xff", "it is not JSON"),
        (b"[" * 100_000, "it is nested too deeply"),
        ([], "it does not hold findings with fingerprints"),
        ({}, "it does not hold findings with fingerprints"),
        ({"findings": {}}, "it does not hold findings with fingerprints"),
        ({"findings": [{}]}, "it does not hold findings with fingerprints"),
        ({"findings": ["x"]}, "it does not hold findings with fingerprints"),
        ({"findings": [{"fingerprint": 1}]}, "it does not hold findings with fingerprints"),
    ],
)
def test_a_file_that_is_no_baseline(write: Write, content: Any, reason: str) -> None:
    file = write(content)
    with pytest.raises(BadBaseline) as error:
        read_baseline(file)
    assert str(error.value) == (
        f"{file.as_posix()} cannot be used as a baseline: {reason}. "
        "Make it with `sendctl validate --format json`."
    )


@pytest.mark.parametrize("name", ["gone.json", ".", "a\0b"])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadBaseline, match="cannot be used as a baseline: "):
        read_baseline(tmp_path / name)


# Verdict


def test_what_is_left_out_is_counted() -> None:
    gate = Gate(Selection(ignore=("SC403",)))
    first, second = gate.sift([[finding(), finding("SC403")], []])
    assert ([one.code for one in first.findings], first.left_out) == (["SC402"], 1)
    assert second == ([], 0)


@pytest.mark.parametrize(
    ("severity", "strict", "passes"),
    [
        (Severity.ERROR, False, False),
        (Severity.WARNING, False, True),
        (Severity.WARNING, True, False),
        (Severity.NOTE, True, True),
    ],
)
def test_verdict(severity: Severity, strict: bool, passes: bool) -> None:
    gate = Gate(strict=strict)
    place = Place("plan.yaml")
    assert gate.passes([Finding(place, "SC402", severity, "No.")]) is passes
    assert gate.passes([Finding(place, "SC402", severity, "No.", waived="For now.")])
    assert gate.passes([Finding(place, "SC402", severity, "No.", known=True)])
    assert gate.passes([])
