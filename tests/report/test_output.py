from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sendctl.report.output import write_whole


def test_writes_utf8_with_lf_and_makes_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.html"
    write_whole(path, "Siân\nÅsa\n")
    assert path.read_bytes() == "Siân\nÅsa\n".encode()
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_keeps_the_permissions_of_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("old")
    path.chmod(0o604)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o604


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "ordinary").write_text("")
    write_whole(tmp_path / "a.html", "x")
    assert (tmp_path / "a.html").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


def test_an_error_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.html"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_killed_while_writing_leaves_old_or_new(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("old" * 1000)
    code = (
        "import sys; from pathlib import Path; from sendctl.report.output import write_whole\n"
        "print('ready', flush=True)\n"
        "while True: write_whole(Path(sys.argv[1]), 'new' * 1_000_000)\n"
    )
    for _ in range(5):
        writer = subprocess.Popen(
            [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert path.read_text() in {"old" * 1000, "new" * 1_000_000}
