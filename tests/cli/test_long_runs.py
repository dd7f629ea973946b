"""A bar on stderr for somebody who waits at a terminal, and nothing in a pipe."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from itertools import count

import pytest

from sendctl.cli import long_runs
from sendctl.cli.long_runs import steps
from tests.cli.conftest import Ran

Clock = Callable[[float], None]


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def seconds(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Makes every look at the clock this many seconds later than the one before."""

    def each(step: float) -> None:
        looks: Iterator[int] = count()
        monkeypatch.setattr(long_runs, "monotonic", lambda: next(looks) * step)

    return each


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Makes stderr a terminal; in the test itself, for pytest puts its own there before."""

    def made() -> Terminal:
        monkeypatch.setenv("TERM", "xterm")
        stream = Terminal()
        monkeypatch.setattr(sys, "stderr", stream)
        return stream

    return made


def test_nothing_within_a_second(terminal: Callable[[], Terminal], seconds: Clock) -> None:
    stderr = terminal()
    seconds(0.1)
    assert list(steps([1, 2, 3], "Rendering")) == [1, 2, 3]
    assert stderr.getvalue() == ""


def test_a_bar_once_it_takes_longer(terminal: Callable[[], Terminal], seconds: Clock) -> None:
    stderr = terminal()
    seconds(0.6)
    assert list(steps(range(20), "Rendering")) == list(range(20))
    assert "Rendering" in stderr.getvalue()
    assert "20/20" in stderr.getvalue()


def test_one_item_needs_none(terminal: Callable[[], Terminal], seconds: Clock) -> None:
    stderr = terminal()
    seconds(9)
    assert list(steps(["one"], "Rendering")) == ["one"]
    assert list(steps([], "Rendering")) == []
    assert stderr.getvalue() == ""


def test_none_where_stderr_is_no_terminal(
    seconds: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    seconds(9)
    assert list(steps([1, 2, 3], "Rendering")) == [1, 2, 3]
    assert capsys.readouterr() == ("", "")


def test_none_where_stderr_is_closed(seconds: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    seconds(9)
    monkeypatch.setattr(sys, "stderr", None)
    assert list(steps([1, 2, 3], "Rendering")) == [1, 2, 3]


def test_what_is_piped_stays_in_the_pipe(
    terminal: Callable[[], Terminal], seconds: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    stderr = terminal()
    seconds(9)
    for item in steps([1, 2, 3], "Rendering"):
        sys.stdout.write(f"{item}\n")
    assert capsys.readouterr().out == "1\n2\n3\n"
    assert "Rendering" in stderr.getvalue()


def test_many_plans_in_a_pipe_print_their_paths_only(
    process: Callable[..., Ran], write: Callable[..., object]
) -> None:
    names = [f"a{number}" for number in range(3)]
    for name in names:
        write(f"plans/{name}")
    ran = process("render", "plan", "--all-plans")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "".join(f"out/{name}-wsoa.html\n" for name in names)
