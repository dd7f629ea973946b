"""The GitHub Action: its file against GitHub's schema, its steps as GitHub's runner starts them."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.checkout import ROOT, clean_environment, copy_checkout, run

Step = dict[str, Any]
Validate = Callable[..., "tuple[int, str]"]

GOOD = "id: '1'\ntitle: A\n"
BAD = "id: '1'\ntitle: A\nleads: nobody\n"


def action() -> dict[str, Any]:
    made = YAML(typ="safe", pure=True).load((ROOT / "action.yml").read_text("utf-8"))
    assert isinstance(made, dict)
    return made


STEPS: list[Step] = action()["runs"]["steps"]


def test_file_is_valid() -> None:
    code, said = run(
        sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions",
        "action.yml", cwd=ROOT, env=clean_environment(),
    )  # fmt: skip
    assert code == 0, said


def test_no_input_is_part_of_a_script() -> None:
    assert not any("${{" in step.get("run", "") for step in STEPS)


def test_every_input_is_used_and_documented() -> None:
    used = set(re.findall(r"inputs\.([a-z-]+)", (ROOT / "action.yml").read_text("utf-8")))
    assert used == set(action()["inputs"])
    documented = (ROOT / "docs" / "ci.md").read_text("utf-8")
    assert all(f"`{name}`" in documented for name in used)


def bash() -> str:
    """The one that GitHub's runner takes: on Windows that of Git, not that of Linux beside it."""
    git = shutil.which("git")
    assert git
    beside = Path(git).parents[1] / "bin" / "bash.exe"
    return str(beside) if os.name == "nt" else "bash"


def start(step: Step, values: dict[str, str], env: dict[str, str], cwd: Path) -> tuple[int, str]:
    """Runs a step's script with its `env`, expressions replaced by values."""
    given = {
        key: re.sub(r"\$\{\{ (\S+) \}\}", lambda found: values[found[1]], text)
        for key, text in step["env"].items()
    }
    assert step["shell"] == "bash"
    script = cwd.parent / "step.sh"
    script.write_text(step["run"], encoding="utf-8", newline="\n")
    return run(
        bash(), "--noprofile", "--norc", "-eo", "pipefail", script.as_posix(),
        cwd=cwd, env={**env, **given},
    )  # fmt: skip


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment after the step that installs sendctl."""
    folder = tmp_path_factory.mktemp("action")
    (folder / "work").mkdir()
    (folder / "temp").mkdir()
    file = folder / "env"
    env = clean_environment(
        GITHUB_ACTIONS="true", GITHUB_ENV=str(file), RUNNER_TEMP=str(folder / "temp"),
        GITHUB_ACTION_PATH=str(copy_checkout(folder / "sendctl")),
    )  # fmt: skip
    values = {"steps.python.outputs.python-path": sys.executable}
    code, said = start(STEPS[1], values, env, folder / "work")
    assert code == 0, said
    exported = dict(line.split("=", 1) for line in file.read_text("utf-8").splitlines())
    assert list(exported) == ["SENDCTL"]
    return env | exported


@pytest.fixture
def validate(installed: dict[str, str], tmp_path: Path) -> Validate:
    """Runs the last step in a repository with two plans, the second of them with an error."""
    work = tmp_path / "repository"
    for name, strand in (("a a", GOOD), ("b", BAD)):
        plan = work / "plans" / name
        (plan / "strands").mkdir(parents=True)
        (plan / "plan.yaml").write_text("area: X\nkind: wsoa\n", "utf-8")
        (plan / "strands" / "1.yaml").write_text(strand, "utf-8")
    assert run("git", "init", "--quiet", cwd=work, env=installed)[0] == 0

    def running(**inputs: str) -> tuple[int, str]:
        declared = {name: one["default"] for name, one in action()["inputs"].items()}
        values = {f"inputs.{name}": text for name, text in (declared | inputs).items()}
        return start(STEPS[2], values, installed, work)

    return running


def test_all_plans(validate: Validate) -> None:
    code, said = validate()
    assert code == 1
    assert "::error file=plans/b/strands/1.yaml,line=3," in said
    assert "1 error in 2 plans: " in said


@pytest.mark.parametrize(
    ("inputs", "expected"),
    [
        ({"paths": "plans/a a"}, 0),
        ({"paths": "plans/a a\nplans/b\n"}, 1),
        ({"paths": "plans/b/strands/1.yaml"}, 1),
        ({"ignore": "SC201"}, 0),
        ({"select": "SC2,SC3"}, 1),
        ({"select": "SC201", "strict": "true"}, 1),
        ({"select": "nothing"}, 2),
        ({"paths": "elsewhere"}, 3),
        ({"paths": "--help"}, 3),
        ({"select": "$(exit 0); `exit 0`"}, 2),
        ({"baseline": "plans/b/plan.yaml"}, 2),
    ],
)
def test_inputs(validate: Validate, inputs: dict[str, str], expected: int) -> None:
    code, said = validate(**inputs)
    assert code == expected, said


def test_strict(validate: Validate, tmp_path: Path) -> None:
    warning = "id: '1'\ntitle: A\nactions: [{id: '1.1', title: A, due: 2022-12}]\n"
    (tmp_path / "repository/plans/b/strands/1.yaml").write_text(warning, "utf-8")
    assert validate()[0] == 0
    assert validate(strict="true")[0] == 1


@pytest.mark.parametrize(("paths", "results"), [("plans/a a", 0), ("", 1)])
def test_sarif(validate: Validate, tmp_path: Path, paths: str, results: int) -> None:
    code, said = validate(sarif="plan.sarif", paths=paths)
    assert code == (1 if results else 0), said
    made = json.loads((tmp_path / "repository" / "plan.sarif").read_text("utf-8"))
    assert len(made["runs"][0]["results"]) == results


def test_sarif_of_no_plan(validate: Validate) -> None:
    code, said = validate(sarif="plan.sarif", paths="elsewhere")
    assert code != 0
    assert "elsewhere does not exist" in said


def test_baseline(validate: Validate, installed: dict[str, str], tmp_path: Path) -> None:
    work = tmp_path / "repository"
    code, found = run(installed["SENDCTL"], "validate", "--format", "json", cwd=work, env=installed)
    assert code == 1
    (work / "baseline.json").write_text(found, "utf-8")
    code, said = validate(baseline="baseline.json")
    assert code == 0
    assert "1 finding known from the baseline." in said
