"""What the program says about itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from syrupy.assertion import SnapshotAssertion

from sendctl.cli.app import COMMANDS

Run = Callable[..., "tuple[int, str, str]"]

STABLE = ["validate", "deadlines", "status", "show"]
"""Commands whose whole help is kept."""


@pytest.mark.parametrize("command", STABLE)
def test_help_of_a_command(sendctl: Run, command: str, snapshot: SnapshotAssertion) -> None:
    code, out, err = sendctl(command, "--help")
    assert (code, err) == (0, "")
    assert out == snapshot


GROUPED = [f"export {form}" for form in ("csv", "json", "ics")]
GROUPED += [f"workdays {name}" for name in ("add", "between", "list")]


@pytest.mark.parametrize("command", ["", *COMMANDS, *GROUPED])
def test_every_help_fits_on_a_terminal(sendctl: Run, command: str) -> None:
    code, out, err = sendctl(*command.split(), "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"Usage: sendctl {command}".rstrip())
    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out


def test_help_lists_every_command_with_its_line(sendctl: Run) -> None:
    _, out, _ = sendctl("--help")
    listed = out.partition("Commands:\n")[2].splitlines()
    names = [line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "]
    assert names == list(COMMANDS)
    flat = " ".join(out.split())
    assert all(entry.line in flat for entry in COMMANDS.values())


@pytest.mark.parametrize("command", STABLE)
def test_the_line_of_a_command_begins_its_help(sendctl: Run, command: str) -> None:
    _, out, _ = sendctl(command, "--help")
    assert COMMANDS[command].line in " ".join(out.split())


def test_no_arguments_is_wrong_use_and_shows_the_help(sendctl: Run) -> None:
    code, out, err = sendctl()
    assert code == 2
    assert "Commands:" in out + err


def test_version_beside_other_options(sendctl: Run) -> None:
    code, out, _ = sendctl("--version", "validate")
    assert code == 0
    assert out.startswith("sendctl ")
