"""The PATH rules, tried on real folders: what a path means, and what is said if it means none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sendctl.plan import NoPlan, find_plans


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with three plans, which is also the current folder."""
    for name in ("plans/b2", "plans/b10", "plans/Siân's plan"):
        folder = tmp_path / name
        (folder / "strands" / "old").mkdir(parents=True)
        for file in ("plan.yaml", "strands/1.yaml"):
            (folder / file).touch()
    (tmp_path / "plans" / "notes").mkdir()
    (tmp_path / "empty" / "deep").mkdir(parents=True)
    (tmp_path / "plans" / ".trash").mkdir()
    (tmp_path / "plans" / ".trash" / "plan.yaml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> list[str]:
    return [str(path) for path in find_plans([Path(path) for path in paths])]


@pytest.mark.parametrize(
    "path",
    [
        "plans/b2",
        "plans/b2/",
        "plans/b2/plan.yaml",
        "plans/b2/strands",
        "plans/b2/strands/1.yaml",
        "plans/b2/strands/old",
    ],
)
def test_a_plan_folder_or_anything_in_one(home: Path, path: str) -> None:
    assert found(path) == ["plans/b2"]
    assert found(f"{home}/{path}") == [f"{home}/plans/b2"]


def test_a_folder_of_plans(home: Path) -> None:
    assert found("plans") == ["plans/b2", "plans/b10", "plans/Siân's plan"]
    assert found(f"{home}/plans")[:2] == [f"{home}/plans/b2", f"{home}/plans/b10"]


def test_each_plan_comes_once_in_the_form_that_came_first(home: Path) -> None:
    assert found("plans/b10/plan.yaml", f"{home}/plans/b10", "plans") == [
        "plans/b10",
        "plans/b2",
        "plans/Siân's plan",
    ]


@pytest.mark.usefixtures("home")
def test_a_link_to_a_plan_keeps_its_name_and_is_the_same_plan() -> None:
    Path("current").symlink_to("plans/b2")
    assert found("current") == ["current"]
    assert found("current/strands/1.yaml") == ["current"]
    assert found("current", "plans/b2") == ["current"]


@pytest.mark.usefixtures("home")
def test_a_linked_folder_inside_a_plan_belongs_to_it() -> None:
    Path("shared").mkdir()
    Path("shared/9.yaml").touch()
    Path("plans/b2/reports").symlink_to("../../shared")
    assert found("plans/b2/reports/9.yaml") == ["plans/b2"]


def test_no_path_inside_a_plan(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home / "plans" / "b2")
    assert find_plans() == [Path()]
    monkeypatch.chdir(home / "plans" / "b2" / "strands")
    assert find_plans() == [home / "plans" / "b2"]
    assert found("1.yaml") == [f"{home}/plans/b2"]
    assert found("../strands/1.yaml") == [f"{home}/plans/b2"]


def test_paths_with_dots_upward(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home / "plans" / "b2")
    assert found("../b10") == ["../b10"]
    assert found("../b10/strands") == [f"{home}/plans/b10"]
    with pytest.raises(NoPlan):
        found("../../empty")


@pytest.mark.usefixtures("home")
def test_no_path_where_plans_are() -> None:
    assert [path.name for path in find_plans()] == ["b2", "b10", "Siân's plan"]
    assert find_plans()[0] == Path("plans/b2")


def test_no_path_from_another_start(home: Path) -> None:
    assert find_plans(start=home / "plans" / "b2" / "strands") == [home / "plans" / "b2"]
    assert find_plans(start=home)[0] == home / "plans" / "b2"


def test_no_path_and_no_plan(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home / "empty")
    message = (
        f"No plan found: there is no plan.yaml in this folder ({home}/empty) or the folders above "
        "it, and none in the folders of plans."
    )
    with pytest.raises(NoPlan, match=f"^{re.escape(message)}$"):
        find_plans()


@pytest.mark.parametrize("path", ["empty", "empty/deep", "plans/notes"])
@pytest.mark.usefixtures("home")
def test_a_path_without_a_plan(path: str) -> None:
    message = (
        f"No plan found: there is no plan.yaml in {path}, the folders above it or the folders in "
        "it."
    )
    with pytest.raises(NoPlan, match=f"^{re.escape(message)}$"):
        found(path)


@pytest.mark.parametrize(
    "path",
    [
        "nowhere",
        "plans/b2/strands/7.yaml",
        "/nowhere/at all",
        "x" * 5000,
        "a\0b",
        "plans/b2/plan.yaml/x",
    ],
)
@pytest.mark.usefixtures("home")
def test_a_path_that_does_not_exist(path: str) -> None:
    with pytest.raises(NoPlan, match=f"^{re.escape(path)} does not exist[.:]"):
        found(path)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("nowhere", "there is no 'nowhere' in {home}."),
        ("plans/b22", "there is no 'b22' in {home}/plans. Did you mean 'b2'?"),
        ("plans/b2/strand", "there is no 'strand' in {home}/plans/b2. Did you mean 'strands'?"),
        ("nowhere/at/all", "there is no 'nowhere' in {home}."),
        ("plans/b2/plan.yaml/x", "plans/b2/plan.yaml is a file."),
    ],
)
def test_a_path_that_does_not_exist_says_where_it_ends(home: Path, path: str, reason: str) -> None:
    with pytest.raises(NoPlan) as missing:
        found(path)
    assert str(missing.value) == f"{path} does not exist: {reason.format(home=home.resolve())}"


@pytest.mark.usefixtures("home")
def test_one_path_that_does_not_exist_is_not_overlooked() -> None:
    with pytest.raises(NoPlan, match="nowhere does not exist"):
        found("plans/b2", "nowhere")


@pytest.mark.parametrize(
    "name", ["two words", "Siân Ó", "line\nbreak", "[x]*?", "-p", "'\"$(x)`", "日本", "caf\udce9"]
)
def test_plans_of_any_name(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name / "strands").mkdir(parents=True)
    (tmp_path / name / "plan.yaml").touch()
    assert found(name) == [name]
    assert found(f"{name}/strands") == [name]
    assert find_plans([tmp_path]) == [tmp_path / name]


@pytest.mark.usefixtures("home")
def test_a_folder_named_plan_yaml_is_no_plan() -> None:
    Path("empty/plan.yaml").mkdir()
    with pytest.raises(NoPlan):
        found("empty")


@pytest.mark.usefixtures("home")
def test_a_link_in_a_circle_does_not_exist() -> None:
    Path("circle").symlink_to("circle")
    with pytest.raises(NoPlan, match="circle does not exist"):
        found("circle")


def test_folders_that_one_may_not_look_into_are_passed_by(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_file = Path.is_file

    def guarded(path: Path) -> bool:
        if path.parent == home:
            raise PermissionError(13, "Permission denied")
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", guarded)
    assert found("plans/b2/strands") == ["plans/b2"]
    with pytest.raises(NoPlan):
        found(f"{home}/empty/deep")
