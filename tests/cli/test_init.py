"""A plan is begun: with options, with questions, whole or not at all."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from sendctl import load_plan
from sendctl.cli.init_answers import kind_named
from sendctl.plan.kind import Kind
from sendctl.report.nouns import KINDS
from sendctl.scaffold import frameworks_for

Run = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., Path]

ROOT = Path(__file__).parent.parent.parent
BASH = shutil.which("bash") or "bash"
PAP = ("--area", "Leeds", "--kind", "pap", "--weaknesses", "2")
ALL = [(kind, one.name) for kind in Kind for one in frameworks_for(kind)]


def everything(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


# It works


@pytest.mark.parametrize(("kind", "framework"), ALL)
def test_each_kind_of_plan_works_with_every_command(
    process: Run, tmp_path: Path, kind: Kind, framework: str
) -> None:
    code, out, err = process(
        "init", "plans/leeds", "--area", "Leeds", "--kind", kind, "--framework", framework,
        "--weakness", "Long waits for therapies", "--weaknesses", "2",
        "--report-published", "2026-01-26", "--council", "Leeds City Council",
        "--health", "NHS West Yorkshire Integrated Care Board",
    )  # fmt: skip
    assert (code, err) == (0, "")
    assert out.startswith("The beginning of a")
    listed = out.partition("\n\n")[2].partition("\n\n")[0].split()
    assert "plans/leeds/strands/1-long-waits-for-therapies.yaml" in listed
    assert all((tmp_path / one).exists() for one in listed)
    code, said, _ = process("validate", "--today", "2026-02-02")
    assert code == 0
    assert re.search(r"^[0-9]+ warnings, [0-9]+ notes? in", said, re.MULTILINE)
    code, found, _ = process("deadlines", "--format", "json")
    assert code == 0
    assert json.loads(found)["plan"] == "plans/leeds"
    document = KINDS[kind].document
    code, _, err = process("render", document, "--to", "md")
    assert (code, err) == (0, "")
    text = (tmp_path / "out" / f"leeds-{document}.md").read_text("utf-8")
    assert "Leeds City Council" in text
    assert "Long waits for therapies" in text
    assert process("render", document, "--draft", "--to", "md")[0] == 0


def test_the_commands_that_it_names_next_work(process: Run, tmp_path: Path) -> None:
    _, out, _ = process("init", "my plans/it's", *PAP)
    lines = out.partition("Next:\n\n")[2].splitlines()
    assert shlex.split(lines[0]) == ["cd", "my plans/it's"]
    for line in lines[1:]:
        command = re.split(r"  +", line.strip())[0].split()
        assert process(*command[1:], cwd=tmp_path / "my plans" / "it's")[0] == 0


def test_what_is_missing_is_counted(sendctl: Run) -> None:
    _, out, _ = sendctl("init", "new", *PAP)
    assert "    2  SC402  An action has nobody who leads it\n" in out
    assert "   10  SC419  A text is still to be filled in\n" in out


def test_same_answers_same_files(sendctl: Run, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        sendctl("init", folder, *PAP)
    assert everything(tmp_path / "a") == everything(tmp_path / "b")
    for name in everything(tmp_path / "a"):
        if (tmp_path / "a" / name).is_file():
            assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_each_file_names_a_schema_that_is_there(sendctl: Run, tmp_path: Path) -> None:
    sendctl("init", "new", *PAP)
    files = list((tmp_path / "new").rglob("*.yaml"))
    assert len(files) == 9
    for file in files:
        match = re.match(r"# yaml-language-server: \$schema=(\S+)\n", file.read_text("utf-8"))
        assert match is not None, file
        assert (file.parent / match[1]).is_file()


def test_without_an_editor(sendctl: Run, tmp_path: Path) -> None:
    sendctl("init", "new", *PAP, "--no-editor")
    assert not (tmp_path / "new" / ".schemas").exists()
    assert all("$schema" not in one.read_text("utf-8") for one in tmp_path.rglob("*.yaml"))


def test_names_of_people_stay_out_of_the_repository(sendctl: Run, tmp_path: Path) -> None:
    sendctl("init", "new", *PAP)
    assert "people.yaml" in (tmp_path / "new/.gitignore").read_text("utf-8").splitlines()


# Options


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "Give --area NAME, --kind KIND, --weakness TEXT (or --weaknesses N) too."),
        (("--area", "A", "--kind", "wsoa"), "Give --weakness TEXT (or --weaknesses N) too."),
        (("--kind", "wsoa", "--weaknesses", "1"), "Give --area NAME too."),
        ((*PAP, "--kind", "wsao"), "--kind: There is no kind of plan 'wsao'. Did you mean 'wsoa'?"),
        (
            (*PAP, "--framework", "area-send-2016"),
            "A priority_action_plan is not made under area-send-2016: give --framework area",
        ),
        (
            (*PAP, "--framework", "area-send-2032"),
            "There is no framework 'area-send-2032'. Did you mean 'area-send-2023'?",
        ),
        ((*PAP, "--area", "  "), "--area: The text is empty."),
        ((*PAP, "--weakness", "a\u2028b"), "--weakness: The character U+2028 is not allowed"),
        ((*PAP, "--carry", "A"), "--carry needs --parent"),
        (
            ("--area", "A", "--kind", "wsoa", "--improvement", "B"),
            "--improvement is for priority action plans",
        ),
        (
            (
                "--area",
                "A",
                "--kind",
                "app",
                "--weaknesses",
                "1",
                "--report-received",
                "2026-01-05",
            ),
            "--report-received: nothing is counted from that day in accelerated-progress-plan.",
        ),
        (
            (*PAP, "--report-received", "2026-01-26", "--report-published", "2026-01-19"),
            "That would make a plan with errors.",
        ),
        ((*PAP, "--weakness", "NHS number 943 476 5919"), "That would make a plan with errors."),
    ],
)
def test_wrong_use_writes_nothing(
    sendctl: Run, tmp_path: Path, given: tuple[str, ...], said: str
) -> None:
    code, out, err = sendctl("init", "plans/new", *given)
    assert (code, out) == (2, "")
    assert said in err
    assert everything(tmp_path) == set()


@pytest.mark.parametrize(
    ("word", "kind"),
    [("PAP", "priority_action_plan"), ("app", "accelerated_progress_plan"), ("WSOA", "wsoa"),
     ("strategic-plan", "strategic_plan"), ("Reform plan", "reform_plan")],
)  # fmt: skip
def test_kinds_by_the_names_that_people_use(word: str, kind: str) -> None:
    assert kind_named(word) == kind


def test_areas_for_improvement_beside_those_for_priority_action(
    sendctl: Run, tmp_path: Path
) -> None:
    sendctl("init", "new", *PAP[:4], "--weakness", "A", "--improvement", "B", "--improvement", "C")
    plan = load_plan(tmp_path / "new").plan
    assert plan is not None
    assert [(one.id, one.kind, one.short) for one in plan.weaknesses] == [
        ("W1", "priority_action", "A"), ("W2", "improvement", "B"), ("W3", "improvement", "C"),
    ]  # fmt: skip


# Nothing is overwritten; all or nothing


def test_a_folder_that_holds_something_is_refused(sendctl: Run, tmp_path: Path) -> None:
    for name in "abcdefg":
        (tmp_path / "new").mkdir(exist_ok=True)
        (tmp_path / "new" / name).write_text(name)
    before = everything(tmp_path)
    code, out, err = sendctl("init", "new", *PAP)
    assert (code, out) == (2, "")
    assert err == (
        "new is not empty: there is a, b, c, d, e and 2 more. Nothing was written; name a new "
        "folder, such as plans/leeds.\n"
    )
    assert everything(tmp_path) == before


def test_a_file_is_in_the_way(sendctl: Run, tmp_path: Path) -> None:
    (tmp_path / "new").write_text("mine")
    code, _, err = sendctl("init", "new", *PAP)
    assert (code, err) == (2, "new is a file. Nothing was written.\n")
    code, _, err = sendctl("init", "new/plan", *PAP)
    assert code == 2
    assert (tmp_path / "new").read_text() == "mine"


def test_plans_do_not_nest(sendctl: Run, write: Write) -> None:
    write("plan")
    code, _, err = sendctl("init", "plan/inner", *PAP)
    assert code == 2
    assert "plan/inner lies inside the plan" in err


@pytest.mark.parametrize("repository", [True, False])
def test_the_folder_that_one_stands_in(process: Run, tmp_path: Path, repository: bool) -> None:
    if repository:
        (tmp_path / ".git").mkdir()
    code, out, _ = process("init", ".", *PAP)
    assert code == 0
    assert "cd " not in out.partition("Next:")[2]
    assert (tmp_path / ".github/workflows/sendctl.yml").exists() is repository
    assert process("validate")[0] == 0
    assert [one for one in everything(tmp_path) if ".sendctl-" in one] == []


@pytest.mark.parametrize("exists", [True, False])
@pytest.mark.parametrize("failing", ["strands/2.yaml", ".github/workflows/sendctl.yml", "rename"])
def test_when_it_cannot_be_finished_nothing_is_left(
    sendctl: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, exists: bool
) -> None:
    (tmp_path / ".git").mkdir()
    if exists:
        (tmp_path / "plans/new").mkdir(parents=True)
    before = everything(tmp_path)

    def full(name: str) -> OSError:
        return OSError(28, "No space left on device", name)

    opened, renamed = Path.open, Path.rename

    def opening(path: Path, *arguments: object, **named: object) -> object:
        if path.as_posix().endswith(failing):
            raise full(str(path))
        return opened(path, *arguments, **named)  # type: ignore[call-overload]

    def renaming(path: Path, target: Path) -> Path:
        if failing == "rename" and target.name in {"new", "plan.yaml"}:
            raise full(str(target))
        return renamed(path, target)

    monkeypatch.setattr(Path, "open", opening)
    monkeypatch.setattr(Path, "rename", renaming)
    code, out, err = sendctl("init", "plans/new", *PAP)
    assert (code, out) == (2, "")
    assert "cannot be written: no space left on device. Nothing was written.\n" in err
    assert everything(tmp_path) == before


def test_an_empty_folder_keeps_its_place(sendctl: Run, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir(mode=0o750)
    before = (tmp_path / "new").stat()
    assert sendctl("init", "new", *PAP)[0] == 0
    after = (tmp_path / "new").stat()
    assert (before.st_ino, before.st_mode) == (after.st_ino, after.st_mode)


@pytest.mark.parametrize("name", ["plans/Ynys Môn", "a'b", "$(touch x)", "-- x", "שלום", "new/"])
def test_names_of_folders(process: Run, tmp_path: Path, name: str) -> None:
    code, _, err = process("init", *PAP, "--ci", "--", name)
    assert (code, err) == (0, "")
    assert process("validate", "--", name)[0] == 0
    assert not (tmp_path / "x").exists()


# In a repository


def workflow(path: Path) -> dict[str, object]:
    found = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def steps_of(path: Path) -> Iterator[str]:
    jobs = workflow(path)["jobs"]
    assert isinstance(jobs, dict)
    for job in jobs.values():
        yield from (step["run"] for step in job["steps"] if "run" in step)


@pytest.mark.parametrize(
    ("folder", "root", "path"),
    [
        ("plans/leeds", ".", ""),
        ("leeds", ".", "leeds"),
        ("send/plans/leeds", ".", "send/plans/leeds"),
        ("${{ secrets.X }}", ".", "${{ '${{' }} secrets.X }}"),
    ],
)
def test_the_workflow_in_a_repository(
    process: Run, tmp_path: Path, folder: str, root: str, path: str
) -> None:
    (tmp_path / ".git").mkdir()
    assert process("init", folder, *PAP)[0] == 0
    file = tmp_path / root / ".github/workflows/sendctl.yml"
    env = workflow(file)["env"]
    assert isinstance(env, dict)
    assert env["PLAN"] == path
    checked = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows",
         str(file)],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("arguments", [("plans/leeds",), ("plans/leeds", "--ci")])
def test_without_a_repository_only_on_demand(
    sendctl: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    assert sendctl("init", *arguments, *PAP)[0] == 0
    assert (tmp_path / ".github").exists() is ("--ci" in arguments)


@pytest.mark.skipif(sys.platform == "win32", reason="the workflow's shell is bash")
@pytest.mark.parametrize("folder", ["plans/leeds", "a b"])
def test_what_the_workflow_runs_works(process: Run, tmp_path: Path, folder: str) -> None:
    (tmp_path / ".git").mkdir()
    process("init", folder, *PAP)
    file = tmp_path / ".github/workflows/sendctl.yml"
    env = workflow(file)["env"]
    assert isinstance(env, dict)
    ran = [step for step in steps_of(file) if not step.startswith("python -m pip install")]
    assert [step.split()[:2] for step in ran] == [["sendctl", "validate"], ["sendctl", "deadlines"]]
    for step in ran:
        done = subprocess.run(
            [BASH, "-euo", "pipefail", "-c", step.replace("sendctl", '"$RUN" -m sendctl', 1)],
            cwd=tmp_path, check=False, capture_output=True, text=True,
            env={**os.environ, **env, "RUN": sys.executable, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, ""), step


def test_a_workflow_that_is_there_is_left(sendctl: Run, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    file = tmp_path / ".github/workflows/sendctl.yml"
    file.parent.mkdir(parents=True)
    file.write_text("mine")
    code, out, err = sendctl("init", "plans/new", *PAP)
    assert code == 0
    assert file.read_text() == "mine"
    assert ".github" not in out
    assert err == (
        ".github/workflows/sendctl.yml is there already and was left as it is: see that it checks "
        "this plan.\n"
    )


# After an earlier plan


def test_an_accelerated_progress_plan_carries_on_what_is_not_done(
    process: Run, write: Write, tmp_path: Path
) -> None:
    write(
        "plans/leeds-2018",
        "authorities: [lcc, icb]\n",
        owners="bodies:\n  lcc: {name: Leeds City Council, kind: council}\n"
        "  icb: {name: 'West: ICB', kind: health}\n",
        weaknesses="weaknesses:\n"
        "  - {id: A, short: Waits, wording: 'Waits: long', plain: Children wait.}\n"
        "  - id: B\n    short: Plans\n    judgements:\n"
        "      - {on: 2021-01-11, result: not_sufficient_progress}\n"
        "      - {on: 2022-01-11, result: sufficient_progress}\n"
        "  - {id: C, wording: Joint work}\n",
    )
    code, _, err = process(
        "init", "plans/leeds-2022", "--parent", "plans/leeds-2018/owners.yaml",
        "--weakness", "New", "--report-published", "2022-03-01",
    )  # fmt: skip
    assert (code, err) == (0, "")
    assert process("validate", "plans/leeds-2022")[0] == 0
    plan = load_plan(tmp_path / "plans/leeds-2022").plan
    assert plan is not None
    assert plan.head.kind is Kind.ACCELERATED_PROGRESS_PLAN
    assert plan.head.area == "Siân"
    assert plan.head.parent is not None
    assert plan.head.parent.plan == "../leeds-2018"
    assert plan.head.parent.weaknesses == ("A", "C")
    assert [(one.id, one.short, one.follows) for one in plan.weaknesses] == [
        ("A", "Waits", ("A",)), ("C", "Joint work", ("C",)), ("W1", "New", ()),
    ]  # fmt: skip
    assert plan.weaknesses[0].plain == "Children wait."
    assert plan.head.events.keys() == {"revisit_report_published"}
    assert [body.name for body in plan.owners.bodies.values()][:2] == [
        "Leeds City Council", "West: ICB",
    ]  # fmt: skip


def test_a_parent_works_where_the_folder_is_there_too(
    process: Run, write: Write, tmp_path: Path
) -> None:
    write("plans/old", weaknesses="weaknesses: [{id: A, wording: Waits}]\n")
    (tmp_path / "plans/new").mkdir()
    code, _, err = process("init", ".", "--parent", "../old", cwd=tmp_path / "plans/new")
    assert (code, err) == (0, "")
    assert process("validate", cwd=tmp_path / "plans/new")[0] == 0


@pytest.mark.parametrize(
    ("given", "code", "said"),
    [
        (("--carry", "B"), 2, "The earlier plan has no weakness 'B'."),
        (("--parent", "nowhere"), 3, "nowhere does not exist"),
        (("--kind", "strategic_plan", "--carry", "A"), 0, ""),
    ],
)
def test_parents(sendctl: Run, write: Write, given: tuple[str, ...], code: int, said: str) -> None:
    write("old", weaknesses="weaknesses: [{id: A, wording: Waits}]\n")
    found = sendctl("init", "new", "--parent", "old", *given)
    assert found[0] == code
    assert said in found[2]


# Questions


def on_a_terminal(
    *arguments: str, cwd: Path, typed: str, interrupt_at: str = ""
) -> tuple[int, str]:
    """Runs `sendctl init` on a terminal on which somebody types; the end of input comes last."""
    import pty

    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "sendctl", "init", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "80"},
        stdin=follower,
        stdout=follower,
        stderr=follower,
    ) as running:
        os.close(follower)
        os.write(leader, typed.encode() + (b"" if interrupt_at else b"\x04"))
        shown = b""
        while chunk := _read(leader):
            shown += chunk
            if interrupt_at and interrupt_at.encode() in shown:
                running.send_signal(signal.SIGINT)
                interrupt_at = ""
        running.wait(60)
    os.close(leader)
    return running.returncode, shown.decode("utf-8").replace("\r\n", "\n")


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:  # the other end is closed
        return b""


TERMINAL = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@TERMINAL
def test_it_asks_for_what_no_option_says(tmp_path: Path) -> None:
    lines = [
        'Ynys Môn: "north"',  # area
        "pop", "pap",  # kind, at first not one
        "0", "2",  # how many, at first none
        "Waits: 'too long'", "",  # their words, the second later
        "2026-13-01", "2026-01-19",  # received, at first no day
        "",  # published: not known
        "",  # the council's name as proposed
        "NHS Betsi",
        "n",  # no workflow
    ]  # fmt: skip
    code, shown = on_a_terminal("plans/ynys", cwd=tmp_path, typed="\n".join(lines) + "\n")
    assert code == 0, shown
    assert "Did you mean 'pap'" in shown or "There is no kind of plan 'pop'" in shown
    assert "Write a number from 1 to 50." in shown
    assert "How many areas for priority action does the report name [1]:" in shown
    assert "There are no errors" in shown or "It has no errors." in shown
    loaded = load_plan(tmp_path / "plans/ynys")
    assert loaded.findings == ()
    plan = loaded.plan
    assert plan is not None
    assert plan.head.area == 'Ynys Môn: "north"'
    assert plan.head.kind is Kind.PRIORITY_ACTION_PLAN
    assert [one.wording for one in plan.weaknesses] == [
        "Waits: 'too long'", "To fill in: the inspectors' exact words",
    ]  # fmt: skip
    assert {name: str(one.on) for name, one in plan.head.events.items()} == {
        "report_received": "2026-01-19"
    }
    assert [one.name for one in plan.owners.bodies.values()][:2] == [
        'Ynys Môn: "north" Council', "NHS Betsi",
    ]  # fmt: skip
    assert not (tmp_path / ".github").exists()


@TERMINAL
def test_options_are_not_asked_for(tmp_path: Path) -> None:
    code, shown = on_a_terminal(
        "new", *PAP, "--council", "C", "--health", "H", "--no-ci", "--report-received",
        "2026-01-19", "--report-published", "2026-01-26", cwd=tmp_path, typed="",
    )  # fmt: skip
    assert code == 0, shown
    assert ":" not in shown.partition("The beginning of")[0]


@TERMINAL
def test_yes_asks_nothing(tmp_path: Path) -> None:
    assert on_a_terminal("new", *PAP, "--yes", cwd=tmp_path, typed="")[0] == 0
    code, shown = on_a_terminal("other", "--yes", cwd=tmp_path, typed="")
    assert code == 2
    assert "Give --area NAME" in shown


@TERMINAL
@pytest.mark.parametrize("interrupt_at", ["", "Kind of plan"])
def test_leaving_in_the_middle_writes_nothing(tmp_path: Path, interrupt_at: str) -> None:
    code, shown = on_a_terminal("new", cwd=tmp_path, typed="Leeds\n", interrupt_at=interrupt_at)
    assert code == 2
    assert "Stopped. Nothing was written." in shown
    assert everything(tmp_path) == set()
