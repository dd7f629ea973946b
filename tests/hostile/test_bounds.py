"""The worst files of a megabyte that we could think of: seconds and megabytes stay bounded.

Limits are of processor time, and generous, for the machine that runs this may be busy; what they
guard against took minutes and gigabytes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

resource = pytest.importorskip("resource", reason="Windows has no such limits")

ROOT = Path(__file__).parent.parent.parent
SECONDS, MEMORY = 10, 700 * 2**20
SIZE = 1_000_000
HEAD = "area: A\nkind: wsoa\nframework: area-send-2016\n"
STRAND = "id: '1'\ntitle: A\nactions:\n"
OWN = "area: A\nkind: wsoa\nframework: f\nevents: {e: 1978-01-02}\n"
FRAMEWORK = "framework: f\ntitle: F\nevents: {e: {title: E}}\n"
CLOCK = "title: C, from: e, duty: area, force: local, source: s, number: 1"


def much(line: str, size: int = SIZE) -> str:
    """A line over and over, numbered where it has a @."""
    lines = (line.replace("@", str(number)) for number in range(size // len(line)))
    return "".join(lines)[:size].rpartition("\n")[0] + "\n"


POSTS = "bodies:\n" + "".join(
    f"  {'b' * 40}{n:04}: {{name: A, kind: health}}\n" for n in range(1900)
)
FILES = {
    "keys": {"plan.yaml": HEAD + much("k@: 1\n")},
    "nesting": {"plan.yaml": "a: " + "[" * SIZE},
    "duplicates": {"plan.yaml": "a:\n" + much("  k@: [1,1,1,1,1,1]\n") + "a: 1\n" * 200},
    "a-text": {"plan.yaml": f"{HEAD}introduction: '{'[' * SIZE}'\n"},
    "wrong-values": {"plan.yaml": HEAD, "strands/1.yaml": STRAND + much("- a\n")},
    "misspelt": {
        "plan.yaml": HEAD,
        "owners.yaml": POSTS,
        "strands/1.yaml": STRAND + much(f"- {{id: a@, title: A, owners: {{lead: {'b' * 41}@}}}}\n"),
    },
    "one-line": {
        "plan.yaml": HEAD,
        "strands/1.yaml": f"{STRAND.strip()} [{much('{title: A, x: y}, ', 800_000).strip()}]\n",
    },
    "circle": {
        "plan.yaml": HEAD,
        "strands/1.yaml": STRAND
        + "".join(
            f"- {{id: a{n}, title: A, depends_on: [a{(n + 1) % 20_000}]}}\n" for n in range(20_000)
        ),
    },
    "rounds": {
        "plan.yaml": f"{OWN}steps: [{{id: s, title: S, due: 2100-12-01}}]\n",
        "frameworks/f.yaml": f"{FRAMEWORK}clocks:\n"
        + "".join(f"  c{n}: {{{CLOCK}, repeats: true}}\n" for n in range(100)),
    },
    "reviews": {"plan.yaml": HEAD + "reviews:\n" + much("- {on: 2022-11-15}\n")},
}


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_plan_is_answered_in_time(tmp_path: Path, name: str) -> None:
    for file, text in FILES[name].items():
        path = tmp_path / "plan" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "sendctl", "validate", "plan", "--today", "2022-09-30"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        preexec_fn=limited,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert done.stderr == b""
