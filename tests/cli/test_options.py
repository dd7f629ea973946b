"""Which plan is meant, and what is said when that is not clear."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., Path]

COMMANDS = ["validate", "deadlines"]


def test_several_plans_are_wrong_use_for_commands_that_take_one(sendctl: Run, write: Write) -> None:
    write("plans/b")
    write("plans/a")
    code, out, err = sendctl("deadlines")
    assert (code, out) == (2, "")
    assert err == (
        "There are 2 plans here: plans/a, plans/b. Name one of them, or give --all-plans.\n"
    )


def test_all_plans(sendctl: Run, write: Write) -> None:
    for name in ("10", "2", "1"):
        write(f"plans/{name}", f"title: Plan {name}\n")
    code, out, _ = sendctl("deadlines", "--all-plans", "--format", "json")
    assert code == 0
    assert [one["plan"] for one in json.loads(out)] == ["plans/1", "plans/2", "plans/10"]
    code, out, _ = sendctl("deadlines", "--all-plans")
    assert code == 0
    assert out.count("Siân: deadlines on") == 3


def test_all_plans_of_one_is_still_an_array(sendctl: Run, write: Write) -> None:
    write("plan")
    _, out, _ = sendctl("deadlines", "plan", "--all-plans", "--format", "json")
    assert isinstance(json.loads(out), list)


def test_validate_takes_every_plan(sendctl: Run, write: Write) -> None:
    write("plans/a", "colour: blue\n")
    write("plans/b", "colour: red\n")
    code, out, _ = sendctl("validate")
    assert code == 1
    assert "plans/a/plan.yaml:3:1" in out
    assert "plans/b/plan.yaml:3:1" in out
    assert out.endswith("2 errors in 2 plans: 2 files with 0 actions.\n")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("path", ["plan", "plan/", "plan/plan.yaml", "plan/strands/1.yaml", "."])
def test_a_path_is_the_folder_or_anything_in_it(
    sendctl: Run, write: Write, command: str, path: str
) -> None:
    write("plan", strands_1="id: '1'\ntitle: A\n")
    code, out, _ = sendctl(command, path, "--format", "json")
    assert code == 0
    if command == "deadlines":
        assert json.loads(out)["plan"] == "plan"
    else:
        assert json.loads(out)["summary"]["files"] == 2


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("below", ["", "strands"])
def test_from_inside_a_plan(sendctl: Run, write: Write, command: str, below: str) -> None:
    folder = write("plan", "colour: blue\n", strands_1="id: '1'\ntitle: A\n")
    code, out, _ = sendctl(command, cwd=folder / below)
    assert code == (1 if command == "validate" else 0)
    if command == "validate" and not below:
        assert out.startswith("plan.yaml:3:1: error SC102")


def test_the_same_plan_twice_is_checked_once(sendctl: Run, write: Write) -> None:
    folder = write("plan", "colour: blue\n")
    code, out, _ = sendctl("validate", "plan", "plan/plan.yaml", str(folder))
    assert code == 1
    assert out.endswith("1 error in 1 file with 0 actions.\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_no_plan_says_where_it_was_looked_for(sendctl: Run, tmp_path: Path, command: str) -> None:
    code, out, err = sendctl(command)
    assert (code, out) == (3, "")
    assert tmp_path.as_posix() in err
    assert "plan.yaml" in err
    assert "plans" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("path", ["nowhere", "empty", "a" * 5000, "plan.yaml/x"])
def test_a_path_without_a_plan(sendctl: Run, tmp_path: Path, command: str, path: str) -> None:
    (tmp_path / "empty").mkdir()
    code, out, err = sendctl(command, path)
    assert (code, out) == (3, "")
    assert path[:20] in err


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2022-13-01", "There is no such day as 2022-13-01."),
        ("30/09/2022", "Write 2022-09-30."),
        ("tomorrow", "'tomorrow' is not an exact day."),
        ("2022-09", "'2022-09' is not an exact day."),
        ("", "'' is not an exact day."),
    ],
)
def test_today_must_be_a_day(sendctl: Run, write: Write, command: str, day: str, said: str) -> None:
    write("plan")
    code, out, err = sendctl(command, "plan", "--today", day)
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())
    assert "Traceback" not in err


def test_today_is_the_option_else_that_of_the_plan(sendctl: Run, write: Write) -> None:
    write("plan", "as_at: 2022-09-30\n")
    for given, today in (((), "2022-09-30"), (("--today", "2023-01-02"), "2023-01-02")):
        _, out, _ = sendctl("deadlines", "plan", "--format", "json", *given)
        assert json.loads(out)["today"] == today


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (["valdate"], "Did you mean 'validate'?"),
        (["deadline"], "Did you mean 'deadlines'?"),
        (["validate", "--tody", "2022-09-30"], "--today"),
        (["deadlines", "--al-plans"], "--all-plans"),
        (["validate", "--format", "jsn"], "'json'"),
    ],
)
def test_a_slip_gets_a_hint(sendctl: Run, given: list[str], meant: str) -> None:
    code, out, err = sendctl(*given)
    assert (code, out) == (2, "")
    assert meant in " ".join(err.split())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("sendctl: 9\narea: A\nkind: wsoa\n", "The plan has format 9"),
    ],
)
def test_a_plan_that_cannot_be_used_at_all(
    sendctl: Run, write: Write, text: str, reason: str
) -> None:
    (write("plan") / "plan.yaml").write_text(text, encoding="utf-8")
    code, out, err = sendctl("deadlines", "plan")
    assert (code, out) == (1, "")
    assert err.startswith(f"plan/plan.yaml cannot be used: {reason}")
    code, out, _ = sendctl("validate", "plan")
    assert code == 1
    assert reason in out


def test_deadlines_go_on_in_spite_of_errors(sendctl: Run, write: Write) -> None:
    more = "framework: area-send-2016\nevents: {report_received: 2022-05-19}\n"
    write("plan", more, strands_1="id: '1\n", owners="posts: [x]\n")
    code, out, err = sendctl("deadlines", "plan", "--today", "2022-06-30")
    assert code == 0
    assert "30 August 2022" in out
    assert err.startswith("plan: 2 problems in its files;")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            ("validate", "--format", "xml"),
            "'--format': 'xml' is not one of 'text', 'json', 'github', 'sarif'.",
        ),
        (("deadlines", "--today", "soon"), "'--today': 'soon' is not an exact day."),
    ],
)
def test_a_wrong_value_is_told_with_those_that_are_right(
    sendctl: Run, given: tuple[str, ...], message: str
) -> None:
    code, out, err = sendctl(*given)
    assert (code, out) == (2, "")
    assert f"Error: Invalid value for {message}" in err
