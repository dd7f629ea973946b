"""Every folder under good/ and bad/ is a test: to add one, add files. See README.md."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sendctl.checks import rule_pages
from sendctl.cli.app import run
from sendctl.plan.files import PLAN_FILE

HERE = Path(__file__).parent
GOOD = sorted(path.parent for path in HERE.glob(f"good/*/{PLAN_FILE}"))
BAD = sorted(path for path in HERE.glob("bad/*") if path.is_dir())
UPDATE = bool(os.environ.get("SENDCTL_UPDATE_CASES"))
TODAY = ("--today", "2022-09-30")

TESTED_ELSEWHERE = {
    "SC001": "a file that cannot be read: git keeps no such file (tests/yamlfile)",
    "SC002": "a file of 32 MB is too large to keep (tests/yamlfile)",
    "SC018": "two thousand files are too many to keep (tests/plan)",
}

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def sendctl(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line in this process, in a folder; gives exit code and output."""

    def running(folder: Path, *arguments: str) -> tuple[int, str]:
        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "argv", ["sendctl", *arguments])
        code = run()
        return code, capsys.readouterr().out

    return running


def expectation(code: int, output: str) -> str:
    """What expected.txt says: the exit code where it is not 1, then the whole output."""
    return output if code == 1 else f"exit {code}\n{output}"


@pytest.mark.parametrize("folder", GOOD, ids=lambda folder: folder.name)
def test_good_plan_has_no_errors(folder: Path, sendctl: Run) -> None:
    code, output = sendctl(folder.parent, "validate", folder.name, "--format", "json")
    assert json.loads(output)["summary"]["errors"] == 0, output
    assert code == 0


@pytest.mark.parametrize("folder", GOOD, ids=lambda folder: folder.name)
def test_good_plan_has_deadlines(folder: Path, sendctl: Run) -> None:
    code, output = sendctl(folder.parent, "deadlines", folder.name, "--format", "json")
    assert code == 0
    assert json.loads(output)["plan"] == folder.name
    code, output = sendctl(folder.parent, "deadlines", folder.name, "--explain")
    assert code == 0
    assert "deadlines on" in output


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_bad_plan_prints_what_is_expected(folder: Path, sendctl: Run) -> None:
    found = expectation(*sendctl(folder, "validate", "plan", *TODAY))
    file = folder / "expected.txt"
    if UPDATE:
        file.write_text(found, encoding="utf-8", newline="\n")
    assert found == file.read_text(encoding="utf-8"), f"see {HERE.name}/README.md to accept it"


@pytest.mark.parametrize("folder", BAD, ids=lambda folder: folder.name)
def test_bad_plan_breaks_no_other_command(folder: Path, sendctl: Run) -> None:
    code, _ = sendctl(folder, "deadlines", "plan", *TODAY)
    assert code == (1 if folder.name == "sc109-newer-format" else 0)


def test_text_and_json_tell_the_same(sendctl: Run) -> None:
    folder = HERE / "bad" / "everything-at-once"
    text_code, text = sendctl(folder, "validate", "plan", *TODAY)
    json_code, found = sendctl(folder, "validate", "plan", *TODAY, "--format", "json")
    told = [
        f"{one['file']}:{one['line']}:{one['column']}: {one['severity']} {one['code']}: "
        f"{one['message']}"
        for one in json.loads(found)["findings"]
    ]
    assert text_code == json_code == 1
    assert [line for line in text.splitlines() if re.match(r"plan/\S+:\d+:\d+: ", line)] == told


def test_every_code_has_a_case() -> None:
    shown = " ".join(path.read_text("utf-8") for path in HERE.glob("bad/*/expected.txt"))
    codes = set(re.findall(r"(?:error|warning|note) (SC\d{3}):", shown))
    assert codes | set(TESTED_ELSEWHERE) == set(rule_pages())
    assert not codes & set(TESTED_ELSEWHERE)


def test_a_case_is_named_after_a_code_that_it_shows() -> None:
    for folder in BAD:
        code = re.match(r"sc\d{3}(?=-)", folder.name)
        if code:
            assert f" {code[0].upper()}: " in (folder / "expected.txt").read_text("utf-8")


def test_cases_keep_their_bytes_in_git() -> None:
    assert "* -text" in (HERE / "bad/.gitattributes").read_text("utf-8").splitlines()


def test_no_case_changes_when_checked(tmp_path: Path, sendctl: Run) -> None:
    folder = tmp_path / "case"
    shutil.copytree(HERE / "bad" / "everything-at-once", folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    sendctl(folder, "validate", "plan")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
