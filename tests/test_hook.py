"""The pre-commit hook, run by pre-commit itself in a repository of its own."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from sendctl.plan.files import FILES, FOLDERS
from tests.checkout import ROOT, clean_environment, copy_checkout, run

GOOD = "id: '1'\ntitle: A\nleads: head\n"
BAD = "id: '1'\ntitle: A\nleads: haed\n"


def hook() -> dict[str, str]:
    (one,) = YAML(typ="safe", pure=True).load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert isinstance(one, dict)
    return one


def test_manifest_is_valid() -> None:
    code, said = run(
        sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml",
        cwd=ROOT, env=clean_environment(),
    )  # fmt: skip
    assert code == 0, said


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        *((f"plans/a/{name}", True) for name in FILES),
        *((f"plans/a/{folder}/x y.yaml", True) for folder in FOLDERS),
        ("plan.yaml", True),
        ("strands/1.yaml", True),
        ("plans/a/out/plan.html", False),
        ("plans/a/myplan.yaml", False),
        ("plans/a/strands/1.yml.bak", False),
        (".github/workflows/plan.yml", False),
        ("plans/a/evidence/strands.yaml", False),
    ],
)
def test_files(path: str, taken: bool) -> None:
    assert bool(re.search(hook()["files"], path)) is taken


def test_commits_are_checked(tmp_path: Path) -> None:
    env = clean_environment(PRE_COMMIT_HOME=str(tmp_path / "cache"))
    source = copy_checkout(tmp_path / "sendctl")
    council = tmp_path / "council"
    plan = council / "plans" / "a"
    (plan / "strands").mkdir(parents=True)

    def git(*arguments: str, cwd: Path = council) -> tuple[int, str]:
        return run("git", *arguments, cwd=cwd, env=env)

    for folder in (source, council):
        assert git("init", "--quiet", cwd=folder)[0] == 0
    git("add", "--all", cwd=source)
    assert git("commit", "--quiet", "--message", "All", cwd=source)[0] == 0
    revision = git("rev-parse", "HEAD", cwd=source)[1].strip()

    (council / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: '{source.as_posix()}'\n    rev: {revision}\n"
        f"    hooks: [{{id: {hook()['id']}}}]\n",
        encoding="utf-8",
    )
    (plan / "plan.yaml").write_text("area: X\nkind: wsoa\n", "utf-8")
    (plan / "owners.yaml").write_text("posts: {head: {title: Head}}\n", "utf-8")
    strand = plan / "strands" / "1.yaml"
    strand.write_text(BAD, "utf-8")
    assert run(sys.executable, "-m", "pre_commit", "install", cwd=council, env=env)[0] == 0

    # A mistake is not committed, and the whole plan is named once however many files are.
    git("add", "--all")
    code, said = git("commit", "--message", "Begin")
    assert code == 1, said
    assert said.count("plans/a/strands/1.yaml:3:8: error SC201: ") == 1
    assert "1 error in 3 files with 0 actions." in said

    strand.write_text(GOOD, "utf-8")
    git("add", "--all")
    code, said = git("commit", "--message", "Begin")
    assert code == 0, said
    assert re.search(r"sendctl validate\.+Passed", said)

    # The plan is checked when any file of it changes, not only the file with the reference.
    (plan / "owners.yaml").write_text("posts: {boss: {title: Head}}\n", "utf-8")
    code, said = git("commit", "--all", "--message", "Rename")
    assert code == 1, said
    assert "SC201" in said

    git("checkout", "--quiet", "--", ".")
    (council / "notes.txt").write_text("x", "utf-8")
    git("add", "--all")
    code, said = git("commit", "--message", "Note")
    assert code == 0, said
    assert "Skipped" in said
