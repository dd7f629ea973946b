from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.conftest import Ran
from tests.history.made import HEAD, Made, strand
from tests.history.year import year

Run = Callable[..., Ran]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    made = year(Made(tmp_path / "repo"))
    made.commit({"strands/1.yaml": "id: [\n"}, "2022-10-01", subject="Slip")
    text = made.git("show", "HEAD~1:plans/west/strands/1.yaml") + "\n"
    made.commit({"strands/1.yaml": text.replace("status: in_progress", "status: on_hold")})
    return made


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("name", ["1.1", "M1"])
def test_the_life_of_a_part(
    sendctl: Run, made: Made, name: str, form: str, snapshot: SnapshotAssertion
) -> None:
    made.write({"risks.yaml": "risks: []\n"})
    ran = sendctl("history", name, "-p", "plans/west", "--format", form, cwd=made.top)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == snapshot


def test_uncommitted_work_comes_last(sendctl: Run, made: Made) -> None:
    made.write({"strands/1.yaml": strand("id: '1.1', title: Map the pathway")})
    ran = sendctl("history", "1.1", cwd=made.plan)
    assert ran.out.partition("Now, not committed")[2].strip()
    answer = json.loads(sendctl("history", "1.1", "--format", "json", cwd=made.plan).out)
    assert answer["history"][-1]["version"] is None


@pytest.mark.parametrize(
    ("name", "said"),
    [("9.9", "Nothing in the plan has the id '9.9'"), ("1", "more than one thing")],
)
def test_wrong_names(sendctl: Run, made: Made, name: str, said: str) -> None:
    made.commit({"risks.yaml": "risks: [{id: '1', title: R}]\n"})
    ran = sendctl("history", name, cwd=made.plan)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_plan_that_was_never_committed(sendctl: Run, tmp_path: Path) -> None:
    made = Made(tmp_path / "new")
    made.write({"plan.yaml": HEAD})
    ran = sendctl("history", "1.1", cwd=made.plan)
    assert ran.code == 2
    assert "no commit yet" in ran.err
