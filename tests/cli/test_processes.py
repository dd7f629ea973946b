"""The program as others start it: exit codes, streams, encodings, what it loads."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sendctl import __version__
from sendctl.__main__ import CLOSED, FAULT
from sendctl.cli.app import COMMANDS

from .hostile import write_hostile

Process = Callable[..., "tuple[int, str, str]"]
Write = Callable[..., Path]

ROOT = Path(__file__).parent.parent.parent
CASES = ROOT / "tests" / "cases"
WARNING = "id: '1'\ntitle: A\nactions: [{id: '1.1', title: Hire, due: 2022-12}]\n"
OVERDUE = "steps: [{id: a, title: A, due: 2022-09-29}]\n"
TODAY = ("--today", "2022-09-30")


@pytest.mark.parametrize("form", ["text", "json"])
def test_exit_codes_are_the_same_in_every_format(process: Process, write: Write, form: str) -> None:
    write("fine")
    write("warned", strands_1=WARNING)
    write("wrong", "colour: blue\n")
    expected = {
        ("validate", "fine"): 0,
        ("validate", "warned", "--strict"): 1,
        ("validate", "wrong"): 1,
        ("validate", "fine", "--colour"): 2,
        ("validate", "nowhere"): 3,
        ("deadlines", "fine"): 0,
    }
    found = {given: process(*given, "--format", form)[0] for given in expected}
    assert found == expected


def test_check_fails_only_on_what_is_overdue(process: Process, write: Write) -> None:
    write("plan", OVERDUE)
    assert process("deadlines", "plan", *TODAY)[0] == 0
    assert process("deadlines", "plan", "--check", *TODAY)[0] == 1
    assert process("deadlines", "plan", "--check", "--today", "2022-09-29")[0] == 0


def test_findings_on_stdout_notices_on_stderr(process: Process, write: Write) -> None:
    write("wrong", "colour: blue\n")
    code, out, err = process("validate", "wrong")
    assert (code, err) == (1, "")
    assert "SC102" in out
    code, out, err = process("deadlines", "wrong", "--format", "json")
    assert code == 0
    assert json.loads(out)["plan"] == "wrong"
    assert err == (
        "wrong: 1 problem in its files; what cannot be read is left out. "
        "`sendctl validate` lists them.\n"
    )


def test_version(process: Process) -> None:
    assert process("--version") == (0, f"sendctl {__version__}\n", "")


# Encodings and streams

ENCODINGS = [
    {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "cp1252:strict", "PYTHONUTF8": "0"},
    {"PYTHONIOENCODING": "utf-16", "PYTHONUTF8": "0"},
    {"PYTHONUTF8": "1"},
]


@pytest.mark.parametrize("env", ENCODINGS, ids=lambda env: "-".join(env.values()))
def test_output_is_utf8(process: Process, write: Write, env: dict[str, str]) -> None:
    write("plan", "framework: area-send-2016\n")
    code, out, _ = process("deadlines", "plan", *TODAY, **env)
    assert code == 0
    assert out.startswith("Siân: deadlines on 30 September 2022")
    assert "“Report received”" in out


@pytest.mark.parametrize("command", ["validate", "deadlines"])
def test_a_pipe_gets_no_colours(process: Process, write: Write, command: str) -> None:
    write("plan", OVERDUE + "colour: blue\n")
    _, out, err = process(command, "plan", *TODAY, TERM="xterm-256color")
    assert "\x1b" not in out + err


def run_on_a_terminal(*arguments: str, cwd: Path, env: dict[str, str]) -> str:
    import pty

    leader, follower = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "sendctl", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "80", **env},
        stdin=follower,
        stdout=follower,
        stderr=follower,
    ) as running:
        os.close(follower)
        chunks = []
        while True:
            try:
                chunk = os.read(leader, 65536)
            except OSError:  # the other end is closed
                break
            if not chunk:
                break
            chunks.append(chunk)
        running.wait(60)
    os.close(leader)
    return b"".join(chunks).decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("command", ["validate", "deadlines", "status"])
def test_a_terminal_gets_colours_unless_told_otherwise(
    write: Write, tmp_path: Path, command: str
) -> None:
    write("plan", OVERDUE + "colour: blue\n")
    given = (command, "plan", *TODAY)
    assert "\x1b[" in run_on_a_terminal(*given, cwd=tmp_path, env={"NO_COLOR": ""})
    assert "\x1b" not in run_on_a_terminal(*given, cwd=tmp_path, env={"NO_COLOR": "1"})


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    "given",
    ["list actions", "list owners", "list measures", "show [1]", "status", "status --all-plans"],
)
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_terminal_gets_nothing_from_a_plan_but_text(
    write: Write, given: str, columns: int
) -> None:
    plan = write_hostile(write)
    env = {"COLUMNS": str(columns), "NO_COLOR": ""}
    out = run_on_a_terminal(*given.split(), cwd=plan, env=env)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert all(character.isprintable() for line in plain.splitlines() for character in line)
    assert "\x1b]8" not in out  # no link, though the plan has [link=x]
    assert "[red]a[/]" in plain or "--all-plans" in given


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX pipe")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "given", ["--version", "--help", "validate plan", "validate wrong", "deadlines plan", "schema"]
)
def test_a_pipe_that_nobody_reads_is_neither_a_fault_nor_a_verdict(
    write: Write, tmp_path: Path, given: str, unbuffered: str
) -> None:
    write("plan")
    write("wrong", "colour: blue\n")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "sendctl", *given.split()],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered},
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (CLOSED, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX pipe")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_pipe_that_is_closed_early_is_no_fault(write: Write, tmp_path: Path, form: str) -> None:
    write("plan", "".join(f"wrong{number}: x\n" for number in range(2000)))
    with subprocess.Popen(
        [sys.executable, "-m", "sendctl", "validate", "plan", "--format", form],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.stdout.close()
        err = running.stderr.read()
    assert err == b""
    # Python does not always hear that the rest was lost; then the verdict stands.
    assert running.returncode in {1, CLOSED}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "given", [("--version",), ("--help",), ("validate", "plan"), ("deadlines", "plan")]
)
def test_a_full_disk_is_told_without_a_traceback(
    write: Write, tmp_path: Path, given: tuple[str, ...], unbuffered: str
) -> None:
    write("plan")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sendctl", *given],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == FAULT
    assert done.stderr == b"sendctl had to stop: [Errno 28] No space left on device.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
def test_closed_output_changes_no_verdict(write: Write, tmp_path: Path) -> None:
    write("wrong", "colour: blue\n")
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m sendctl validate wrong >&-"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")


# It only reads


def fingerprints(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("command", [("validate",), ("deadlines", "--all-plans", "--explain")])
def test_it_never_changes_a_file(process: Process, command: tuple[str, ...]) -> None:
    plans = CASES / "good"
    before = fingerprints(CASES)
    assert len(before) > 50
    code, out, _ = process(*command, ".", cwd=plans)
    assert code == 0
    assert out.count("deadlines on") == (
        0 if command == ("validate",) else len(list(plans.glob("*/plan.yaml")))
    )
    if command == ("validate",):
        wrong = [path.as_posix() for path in CASES.glob("bad/*/plan")]
        assert process("validate", *wrong, cwd=CASES)[0] == 1
    assert fingerprints(CASES) == before


# Faults of its own

FAULTY = """
import sys
import sendctl.plan, sendctl.__main__
def load_plan(path):
    raise {error}
sendctl.plan.load_plan = load_plan
sys.argv = ["sendctl", {command!r}, "plan"]
sendctl.__main__.main()
"""


def faulty(folder: Path, error: str, command: str, **env: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable, "-c", FAULTY.format(error=error, command=command)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("command", ["validate", "deadlines"])
def test_a_fault_of_its_own_is_never_a_verdict(write: Write, tmp_path: Path, command: str) -> None:
    write("plan")
    code, out, err = faulty(tmp_path, "KeyError('secret')", command)
    assert (code, out) == (70, "")
    assert err.splitlines() == [
        "This is a fault in sendctl, not in your plan: KeyError: 'secret'",
        "Please report it with the command you gave; set SENDCTL_DEBUG=1 to see the details.",
    ]
    code, _, err = faulty(tmp_path, "KeyError('secret')", command, SENDCTL_DEBUG="1")
    assert code == 70
    assert "Traceback (most recent call last)" in err


def test_a_missing_package_is_told_as_such(write: Write, tmp_path: Path) -> None:
    write("plan")
    code, out, err = faulty(tmp_path, "ModuleNotFoundError(\"No module named 'x'\")", "validate")
    assert (code, out) == (70, "")
    assert "Install it again" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("error", ["RecursionError()", "MemoryError()", "OSError(28, 'No space')"])
def test_any_fault_is_one_of_those(write: Write, tmp_path: Path, error: str) -> None:
    write("plan")
    code, _, err = faulty(tmp_path, error, "validate")
    assert code == 70
    assert "Traceback" not in err


# Help and completion are fast: they load none of the heavy packages

HEAVY = {"pydantic", "ruamel.yaml", "holidays", "rich", "jinja2", "typst", "docx", "openpyxl"}
LOADED = """
import sys, sendctl.__main__
sys.argv = ["sendctl", *sys.argv[1:]]
try:
    sendctl.__main__.main()
finally:
    print("LOADED", *sorted(sys.modules), file=sys.stderr)
"""


def loads(*arguments: str, **env: str) -> tuple[str, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80", **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    modules = re.search(r"^LOADED (.*)$", done.stderr, re.MULTILINE)
    assert modules is not None, done.stderr
    return done.stdout, set(modules[1].split())


@pytest.mark.parametrize("command", ["", *COMMANDS, "export csv", "workdays add"])
def test_help_loads_nothing_heavy(command: str) -> None:
    out, modules = loads(*command.split(), "--help")
    assert out.startswith("Usage: sendctl")
    assert not modules & HEAVY


def test_version_loads_nothing_at_all() -> None:
    _, modules = loads("--version")
    assert not modules & {*HEAVY, "typer", "click"}
    assert {name for name in modules if name.startswith("sendctl")} == {
        "sendctl",
        "sendctl.__main__",
    }


COMPLETIONS = {
    "bash": ({"COMP_WORDS": "sendctl v", "COMP_CWORD": "1"}, "validate\n"),
    "zsh": ({"_TYPER_COMPLETE_ARGS": "sendctl d"}, '"deadlines":'),
    "fish": (
        {"_TYPER_COMPLETE_ARGS": "sendctl ", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
        "validate\t",
    ),
}


@pytest.mark.parametrize("shell", COMPLETIONS)
def test_completion_of_commands(shell: str) -> None:
    env, offered = COMPLETIONS[shell]
    out, modules = loads(_SENDCTL_COMPLETE=f"complete_{shell}", **env)
    assert offered in out
    # Where a shell shows descriptions, typer itself takes rich to format them.
    assert not modules & (HEAVY - {"rich"} if shell != "bash" else HEAVY)


def test_completion_of_options() -> None:
    env = {"COMP_WORDS": "sendctl deadlines --form", "COMP_CWORD": "2"}
    out, modules = loads(_SENDCTL_COMPLETE="complete_bash", **env)
    assert out == "--format\n"
    # typer itself loads pydantic when a command has options
    assert not modules & (HEAVY - {"pydantic"})


def test_import_sendctl_loads_no_dependency() -> None:
    code = "import sys, sendctl; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert not set(done.stdout.split()) & {*HEAVY, "typer"}
