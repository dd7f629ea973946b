"""Edits of several processes, and of one that is killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sendctl.edit import SetValue, apply

ROOT = Path(__file__).parent.parent.parent

COUNTING = """
import sys
from pathlib import Path
from sendctl.edit import SetValue, append, apply
folder, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
for number in range(times):
    def edits(loaded):
        text = loaded.plan.head.title
        entry = {"on": "2022-09-01", "note": f"{name} {number}"}
        return [
            SetValue("plan.yaml", ("title",), str(int(text) + 1)),
            append("plan.yaml", ("updates",), entry),
        ]
    apply(folder, edits, wait=60)
"""

KILLED = """
import os, shutil, sys
from pathlib import Path
from sendctl.edit import SetValue, apply
STEPS = {"open", "os.rename", "os.remove", "os.chmod", "tempfile.mkstemp", "fcntl.flock"}

def edit(folder, wanted):
    seen = 0
    def step(event, arguments):
        nonlocal seen
        is_ours = event == "fcntl.flock" or any(str(folder) in str(one) for one in arguments)
        if event in STEPS and is_ours:
            seen += 1
            if seen == wanted:
                os.kill(os.getpid(), 9)
    sys.addaudithook(step)
    apply(folder, [
        SetValue("plan.yaml", ("title",), "New"),
        SetValue("strands/1.yaml", ("title",), "New"),
    ])

apply(Path(sys.argv[1]), [SetValue("plan.yaml", ("title",), "New")], dry_run=True)
for wanted in range(1, 200):
    folder = Path(shutil.copytree(sys.argv[1], f"{sys.argv[1]}-{wanted}"))
    child = os.fork()
    if not child:
        edit(folder, wanted)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if not status:
        break
    assert os.WTERMSIG(status) == 9
print(wanted)
"""


def started(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def answer(process: subprocess.Popen[str]) -> str:
    with process:
        out, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return out


def test_two_processes_lose_nothing(small: Path) -> None:
    head = small / "plan.yaml"
    head.write_text("area: X\nkind: wsoa\ntitle: '0'  # counted\n")
    both = [started(COUNTING, str(small), name, "100") for name in ("one", "two")]
    assert [answer(one) for one in both] == ["", ""]
    text = head.read_text()
    assert text.startswith("area: X\nkind: wsoa\ntitle: '200'  # counted\n")
    for name in ("one", "two"):
        assert all(f"note: {name} {number}}}" in text for number in range(100))
    assert sorted(path.name for path in small.iterdir()) == [
        ".sendctl.lock",
        "plan.yaml",
        "strands",
    ]


@pytest.mark.skipif(os.name == "nt", reason="neither fork nor SIGKILL there")
def test_killed_at_any_step_each_file_is_old_or_new(small: Path) -> None:
    originals = {name: (small / name).read_bytes() for name in ("plan.yaml", "strands/1.yaml")}
    fresh = {
        "plan.yaml": originals["plan.yaml"].replace(b"kind: wsoa\n", b"kind: wsoa\ntitle: New\n"),
        "strands/1.yaml": originals["strands/1.yaml"].replace(b"title: A", b"title: New"),
    }
    last = int(answer(started(KILLED, str(small))))
    assert last > 20
    outcomes = set()
    for number in range(1, last + 1):
        folder = small.with_name(f"small-{number}")
        found = {name: (folder / name).read_bytes() for name in originals}
        for name, content in found.items():
            assert content in {originals[name], fresh[name]}, (number, name)
        outcomes.add(tuple(content == fresh[name] for name, content in found.items()))
        # The next edit is not kept waiting, and clears up.
        banner = SetValue("plan.yaml", ("banner",), "B")
        assert apply(
            folder, [banner, SetValue("strands/1.yaml", ("plain",), "B")], wait=0.5
        ).written
        assert list(folder.rglob("*.tmp")) == []
    assert outcomes == {(False, False), (True, False), (True, True)}
