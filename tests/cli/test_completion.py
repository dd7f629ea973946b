"""Completion: what the shell offers while somebody types, in a real bash."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sendctl.plan import load_plan
from sendctl.plan.named import KINDS, named_items
from sendctl.plan.names import names_in

from .conftest import environment
from .hostile import write_hostile

Write = Callable[..., Path]
Complete = Callable[..., list[str]]

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "plans" / "blackpool"

_ASK = """
eval "$(_SENDCTL_COMPLETE=source_bash sendctl)"
complete -p sendctl >/dev/null || exit 9
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_sendctl_completion sendctl
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def complete(tmp_path: Path) -> Complete:
    """What bash offers for the last of some words, after the script was installed."""
    if os.name == "nt":
        pytest.skip("bash on Windows starts other programs in another way")
    bash = shutil.which("bash")
    assert bash, "these tests need bash"
    program = tmp_path / "bin" / "sendctl"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sendctl "$@"\n')
    program.chmod(0o755)
    env = environment({"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"})

    def asked(*words: str, cwd: Path = EXAMPLE) -> list[str]:
        done = subprocess.run(
            [bash, "--norc", "-c", _ASK, "bash", "sendctl", *words],
            cwd=cwd, env=env, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        assert done.stderr == ""
        return done.stdout.split("\n")[:-1]

    return asked


def test_ids_of_the_plan_one_stands_in(complete: Complete) -> None:
    assert complete("show", "M1") == ["M1", "M10", "M11", "M12"]
    assert complete("show", "2.") == [f"2.{n}" for n in range(1, 8)]
    assert complete("show", "dc") == ["dcs", "dco"]
    assert complete("show", "zzz") == [""]


def test_ids_of_a_plan_that_is_named(complete: Complete) -> None:
    assert complete("show", "--plan", "plans/blackpool", "W", cwd=ROOT) == ["W1", "W2", "W3", "W4"]
    assert complete("list", "actions", "-p", "plans/blackpool", "--strand", "", cwd=ROOT) == [
        "1", "2", "3", "4",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["list", "actions", "--owner", "blackpool"], ["blackpool-council", "blackpool-ccg"]),
        (["list", "actions", "--owner", "send-b"], ["send-board"]),
        (["list", "risks", "--weakness", ""], ["W1", "W2", "W3", "W4"]),
        (["list", "actions", "--status", "o"], ["on_hold"]),
        (["list", "actions", "--rating", ""], ["on_track", "at_risk", "off_track"]),
        (["list", "w"], ["weaknesses"]),
        (["export", "ics", "--owner", "hosp"], ["hospital"]),
        (["export", "csv", "action_m"], ["action_measures"]),
        (["render", "comm"], ["committee"]),
        (["render", "committee", ""], ["approval-2022-08", "scrutiny-2022-06-30"]),
        (["render", "plan", ""], [""]),
        (["explain", "SC40"], ["SC401", "SC402", "SC403", "SC404"]),
        (["schema", "ex"], ["export"]),
        (["sta"], ["status"]),
    ],
    ids=" ".join,
)
def test_words(complete: Complete, words: list[str], offered: list[str]) -> None:
    assert complete(*words) == offered


def test_plans(complete: Complete) -> None:
    assert complete("show", "-p", "pl", cwd=ROOT) == ["plans/blackpool"]
    assert complete("status", "", cwd=ROOT) == ["plans/blackpool"]


def test_where_there_is_no_plan_nothing_is_said(complete: Complete, tmp_path: Path) -> None:
    assert complete("show", "M", cwd=tmp_path) == [""]
    assert complete("show", "-p", "gone", "M", cwd=tmp_path) == [""]


def test_a_plan_that_cannot_be_read_offers_the_rest(complete: Complete, write: Write) -> None:
    plan = write(
        measures="measures: [{id: M1}, {title: x}, 3, {id: [a]}, {id: M2}]",
        risks="risks: {a",
        owners="bodies: [a]\nposts: {p: }\n",
        strands_1="- a\n",
        strands_2="id: S\nactions: no",
        people="",
    )
    assert complete("show", "", cwd=plan) == ["M1", "M2", "S"]


def test_no_name_can_be_a_command_of_the_shell(
    complete: Complete, write: Write, tmp_path: Path
) -> None:
    evil = ["$(touch${IFS}x)", "`touch`", "a;touch", "*", "?", "~", "a|b", "{a,b}", "'x'", '"x"',
            "a\\b", "-rf", "a&b", "<a", ">a", "#a", "!a", "ä.1"]  # fmt: skip
    quoted = (name.replace("'", "''") for name in evil)
    plan = write(measures="measures:\n" + "".join(f"  - {{id: '{name}'}}\n" for name in quoted))
    assert names_in(plan, "measure") == evil
    assert complete("show", "", cwd=plan) == ["ä.1"]
    assert complete("show", "", cwd=write_hostile(write)) == ["i" * 60, "W1", "council", "k" * 60]
    assert not list(tmp_path.rglob("x"))


@pytest.mark.parametrize("folder", [EXAMPLE, ROOT / "tests/plan/full"], ids=["example", "full"])
def test_the_names_are_those_that_the_plan_has(folder: Path) -> None:
    plan = load_plan(folder).plan
    assert plan is not None
    for kind in KINDS:
        known = dict.fromkeys(one.id for one in named_items(plan) if one.kind == kind)
        assert names_in(folder, kind) == list(known), kind
    assert set(names_in(folder)) == {one.id for one in named_items(plan)}


def test_no_model_is_loaded_for_ids() -> None:
    code = (
        "import sys\n"
        "from sendctl.cli.completion import _folders\n"
        "from sendctl.plan.find import find_plans\n"
        "from sendctl.plan.names import names_in\n"
        "assert names_in(find_plans()[0])\n"
        "print([name for name in sys.modules if name.startswith(('pydantic', 'holidays'))])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=EXAMPLE, env=environment({}), capture_output=True,
        text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "[]\n"
