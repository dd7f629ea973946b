"""The gate: what the options choose, what each format prints, and the exit codes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., Path]

ERROR = {"strands_1": "id: '1'\ntitle: A\nleads: nobody\n"}
WARNING = {
    "strands_1": "id: '1'\ntitle: A\nactions: [{id: '1.1', title: A, due: 2022-12, "
    "success: One., coproduced_with: head}]\n",
    "owners": "posts: {head: {title: Head}}\n",
}
NOTE = {"more": "checks: {SC402: note}\n", **WARNING}
UNREADABLE = {"strands_1": "id: '1\n"}
FORMATS = ["text", "json", "github", "sarif"]

EXIT_CODES = [
    ({}, "", 0),
    (NOTE, "--strict", 0),
    (WARNING, "", 0),
    (WARNING, "--strict", 1),
    (ERROR, "", 1),
    (UNREADABLE, "", 1),
    (ERROR, "--select SC4", 0),
    (ERROR, "--ignore SC201", 0),
    (ERROR, "--ignore SC4 --ignore SC3", 1),
    (WARNING, "--strict --select SC201,SC402", 1),
    (ERROR, "--select SC999", 2),
    (ERROR, "--ignore x", 2),
    (ERROR, "--baseline gone.json", 2),
    (ERROR, "--baseline plan/plan.yaml", 2),
    (ERROR, "--today soon", 2),
    (ERROR, "--colour", 2),
    ({}, "elsewhere", 3),
]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("files", "options", "expected"), EXIT_CODES)
def test_exit_codes_are_the_same_in_every_format(
    sendctl: Run, write: Write, files: dict[str, str], options: str, expected: int, form: str
) -> None:
    write(**files)
    paths = [] if options == "elsewhere" else ["plan"]
    code, out, err = sendctl("validate", *paths, *options.split(), "--format", form)
    assert code == expected, out + err
    assert bool(out) is (expected < 2)
    assert bool(err) is (expected >= 2)


def test_unknown_format_is_wrong_use(sendctl: Run, write: Write) -> None:
    write()
    code, out, err = sendctl("validate", "plan", "--format", "xml")
    assert (code, out) == (2, "")
    assert "xml" in err


def test_unknown_code(sendctl: Run, write: Write) -> None:
    write()
    code, _, err = sendctl("validate", "plan", "--select", "SC402,SC206x")
    assert (code, err) == (2, "There is no code 'SC206X'. Did you mean 'SC206'?\n")


def test_what_is_left_out_is_said(sendctl: Run, write: Write) -> None:
    write(**ERROR)
    _, out, _ = sendctl("validate", "plan", "--select", "SC4")
    assert out == (
        "No problems in 2 files with 0 actions.\n1 finding left out by --select or --ignore.\n"
    )
    _, out, _ = sendctl("validate", "plan", "--select", "SC4", "--format", "json")
    assert json.loads(out)["summary"]["left_out"] == 1


@pytest.mark.parametrize(("value", "is_github"), [("true", True), ("false", False), ("", False)])
def test_github_is_the_format_inside_github_actions(
    sendctl: Run, write: Write, monkeypatch: pytest.MonkeyPatch, value: str, is_github: bool
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    write(**ERROR)
    _, out, _ = sendctl("validate", "plan")
    assert out.startswith("::group::") is is_github
    _, out, _ = sendctl("validate", "plan", "--format", "text")
    assert "::" not in out


def test_adopting_an_old_plan(sendctl: Run, write: Write, tmp_path: Path) -> None:
    write(**ERROR)
    code, out, _ = sendctl("validate", "plan", "--format", "json")
    assert code == 1
    (tmp_path / "baseline.json").write_text(out, encoding="utf-8")

    # The lines move, and there is nothing new.
    write(strands_1="# A comment.\n\n" + ERROR["strands_1"])
    code, out, _ = sendctl("validate", "plan", "--baseline", "baseline.json")
    assert (code, out) == (
        0,
        "No new problems in 2 files with 0 actions.\n1 finding known from the baseline.\n",
    )

    # Something is.
    write(strands_1=ERROR["strands_1"] + "updates: [{on: 2022-09-01, by: who, note: A.}]\n")
    code, out, _ = sendctl("validate", "plan", "--baseline", "baseline.json")
    assert code == 1
    assert out.startswith("plan/strands/1.yaml:4:32: error SC201: ")
    assert out.endswith(
        "1 new error in 2 files with 0 actions.\n1 finding known from the baseline.\n"
    )

    # What JSON prints then is a baseline again, of both.
    _, out, _ = sendctl("validate", "plan", "--baseline", "baseline.json", "--format", "json")
    assert [one["known"] for one in json.loads(out)["findings"]] == [True, False]
    (tmp_path / "baseline.json").write_text(out, encoding="utf-8")
    code, out, _ = sendctl("validate", "plan", "--baseline", "baseline.json")
    assert code == 0


def test_a_baseline_fits_however_the_plan_is_named(
    sendctl: Run, write: Write, tmp_path: Path
) -> None:
    folder = write(**ERROR)
    _, out, _ = sendctl("validate", "plan", "--format", "json")
    (tmp_path / "baseline.json").write_text(out, encoding="utf-8")
    for path, cwd in ((folder.as_posix(), tmp_path), (".", folder), ("strands/1.yaml", folder)):
        code, _, _ = sendctl(
            "validate", path, "--baseline", str(tmp_path / "baseline.json"), cwd=cwd
        )
        assert code == 0


def test_files_from_the_root_of_the_repository(sendctl: Run, write: Write, tmp_path: Path) -> None:
    folder = write("council/plans/a", **ERROR)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path / "council", check=True)  # noqa: S607
    for path, cwd in ((".", folder), ("council/plans/a", tmp_path), ("../a", folder)):
        _, out, _ = sendctl("validate", path, "--format", "github", cwd=cwd)
        assert "::error file=plans/a/strands/1.yaml,line=3," in out
        _, out, _ = sendctl("validate", path, "--format", "sarif", cwd=cwd)
        result = json.loads(out)["runs"][0]["results"][0]
        location = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert location == {"uri": "plans/a/strands/1.yaml", "uriBaseId": "%SRCROOT%"}


def test_the_second_run_says_the_same(sendctl: Run, write: Write) -> None:
    write(**WARNING)
    for form in FORMATS:
        first = sendctl("validate", "plan", "--format", form)
        assert sendctl("validate", "plan", "--format", form) == first
