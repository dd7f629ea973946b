"""Paired runs of whole processes: ratios hold when the machine's speed drifts, times do not."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from statistics import median
from typing import NamedTuple

Command = tuple[str, ...]


class Pair(NamedTuple):
    """Medians of runs made in turn, A B A B.

    Attributes:
        first: seconds of processor time of A.
        second: seconds of processor time of B.
        ratio: the median over the pairs of A divided by B.
    """

    first: float
    second: float
    ratio: float


def python(code: str) -> Command:
    """A process of this Python that runs some code."""
    return (sys.executable, "-c", code)


def sendctl(*arguments: str) -> Command:
    """A process of the installed program, as a process of its own."""
    return (sys.executable, "-m", "sendctl", *arguments)


def paired(first: Command, second: Command, runs: int) -> Pair:
    """Time two commands in turn, after one run of each that does not count."""
    seconds(first)
    seconds(second)
    pairs = [(seconds(first), seconds(second)) for _ in range(runs)]
    return Pair(
        median(a for a, _ in pairs), median(b for _, b in pairs), median(a / b for a, b in pairs)
    )


def seconds(command: Command) -> float:
    """Seconds of processor time of one run; of wall-clock time where the system keeps no count."""
    try:
        import resource
    except ImportError:
        start = time.perf_counter()
        _run(command)
        return time.perf_counter() - start
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def peak_megabytes(command: Command) -> float | None:
    """The largest memory one run takes; None where the system keeps no count."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, stderr=-3);"
        "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss;"
        "print(peak / (1024 * 1024 if sys.platform == 'darwin' else 1024))"
    )
    done = subprocess.run((*python(code), *command), capture_output=True, text=True, check=False)
    return float(done.stdout) if done.returncode == 0 else None


def _run(command: Command) -> None:
    # An installed program has its bytecode; a shell that forbids writing it would hide that.
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, capture_output=True, check=False, env=env)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(command)}\n{done.stderr.decode()}")
