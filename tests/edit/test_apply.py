"""Edits on a real disk."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sendctl.edit import Busy, CannotEdit, Edit, Insert, NewFile, SetValue, append, apply, edited
from sendctl.edit.lock import lock_file, locked
from sendctl.plan import Loaded

STRAND = "strands/1.yaml"
TITLE = SetValue(STRAND, ("title",), "B")


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a plan but the lock's."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".sendctl.lock"
    }


def test_only_the_line_changes(small: Path) -> None:
    before = files(small)
    result = apply(small, [TITLE])
    assert result.written
    assert result.worse == ()
    assert files(small) == before | {
        STRAND: before[STRAND].replace(b"title: A  # its name", b"title: B  # its name")
    }
    assert result.texts == {STRAND: files(small)[STRAND]}
    assert result.diff == (
        "--- a/strands/1.yaml\n+++ b/strands/1.yaml\n@@ -1,5 +1,5 @@\n # One\n id: '1'\n"
        "-title: A  # its name\n+title: B  # its name\n actions:\n"
        "   - {id: '1.1', title: Hire, due: 2022-12}\n"
    )


def test_a_dry_run_changes_nothing_and_takes_no_lock(small: Path) -> None:
    before = files(small)
    with locked(small):
        result = apply(small, [TITLE], dry_run=True)
    assert (result.written, len(result.diff.splitlines())) == (False, 9)
    assert files(small) == before


def test_edits_are_made_from_the_plan_under_the_lock(small: Path) -> None:
    def edits(loaded: Loaded) -> list[Edit]:
        assert loaded.plan
        with pytest.raises(Busy, match=r"did not end in 0\.05 seconds"), locked(small, 0.05):
            pass
        return [SetValue(STRAND, ("title",), loaded.plan.strands[0].title + "!")]

    apply(small, edits)
    result = apply(small, edits)
    assert result.after.plan
    assert result.after.plan.strands[0].title == "A!!"


def test_nothing_is_written_for_the_worse(small: Path) -> None:
    before = files(small)
    due = SetValue(STRAND, ("actions", 0, "due"), "soon")
    result = apply(small, [TITLE, due])
    (finding,) = result.worse
    assert (finding.code, finding.span.line, finding.span.column) == ("SC105", 5, 35)
    assert not result.written
    assert files(small) == before


def test_a_plan_with_errors_can_be_edited(small: Path) -> None:
    (small / "risks.yaml").write_text("risks: [{id: R1, title: A, likelihood: 9}]\n")
    apply(small, [SetValue(STRAND, ("actions", 0, "owners", "lead"), "nobody")])
    assert b"nobody" not in files(small)[STRAND]
    assert apply(small, [TITLE]).written
    assert apply(small, [SetValue("risks.yaml", ("risks", 0, "title"), "B")]).written


def test_a_file_that_cannot_be_read_is_not_edited(small: Path) -> None:
    (small / STRAND).write_text("title: A\ntitle: B\n")
    with pytest.raises(CannotEdit, match="put right by hand") as caught:
        apply(small, [TITLE])
    assert [finding.code for finding in caught.value.findings] == ["SC007"]


def test_nothing_to_change_writes_nothing(small: Path) -> None:
    at = (small / STRAND).stat()
    result = apply(small, [SetValue(STRAND, ("title",), "A")])
    assert (result.texts, result.diff, result.written) == ({}, "", False)
    assert (small / STRAND).stat().st_ino == at.st_ino


def test_windows_line_breaks_and_the_byte_order_mark_stay(small: Path) -> None:
    text = b"\xef\xbb\xbf" + files(small)[STRAND].replace(b"\n", b"\r\n")
    (small / STRAND).write_bytes(text)
    move = {"from": "2022-10", "to": "2022-12", "on": "2022-09-05"}
    update = {"on": "2022-09-01", "note": "Done."}
    result = apply(
        small,
        [
            TITLE,
            append(STRAND, ("actions", 0, "moved"), move),
            SetValue(STRAND, ("leads",), None),
            append(STRAND, ("updates",), update),
        ],
    )
    new = (small / STRAND).read_bytes()
    assert result.texts[STRAND] == new
    assert new == (
        b"\xef\xbb\xbf# One\r\nid: '1'\r\ntitle: B  # its name\r\nupdates:\r\n"
        b"  - {on: 2022-09-01, note: Done.}\r\nactions:\r\n"
        b"  - {id: '1.1', title: Hire, due: 2022-12, "
        b"moved: [{from: 2022-10, to: 2022-12, on: 2022-09-05}]}\r\n"
    )


def test_permissions_stay(small: Path) -> None:
    (small / STRAND).chmod(0o640)
    apply(small, [TITLE])
    assert stat.S_IMODE((small / STRAND).stat().st_mode) == 0o640


def test_a_link_stays_and_its_file_is_replaced(small: Path) -> None:
    shared = small / "evidence" / "one.yaml"
    shared.parent.mkdir()
    (small / STRAND).rename(shared)
    (small / STRAND).symlink_to("../evidence/one.yaml")
    apply(small, [TITLE])
    assert (small / STRAND).is_symlink()
    assert b"title: B" in shared.read_bytes()


def test_a_link_out_of_the_repository_is_not_followed(small: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    (small / STRAND).rename(outside)
    (small / STRAND).symlink_to(outside)
    before = outside.read_bytes()
    with pytest.raises(CannotEdit, match="outside of this plan's repository"):
        apply(small, [TITLE])
    assert outside.read_bytes() == before
    (tmp_path / ".git").mkdir()  # now the repository holds both
    assert apply(small, [TITLE]).written
    assert b"title: B" in outside.read_bytes()


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Not as root, whom no permission keeps out."""
    if os.geteuid():
        yield
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 65534, 65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="folders have no such permission there")
def test_a_folder_that_cannot_be_written(small: Path) -> None:
    apply(small, [TITLE], dry_run=True)  # whatever is imported is imported now
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        folder = Path(shutil.copytree(small, Path(name) / "plan"))
        before = files(folder)
        with as_nobody(folder):
            folder.chmod(0o555)
            with pytest.raises(CannotEdit, match=r"its lock .* cannot be made: permission denied"):
                apply(folder, [TITLE])
            assert apply(folder, [TITLE], dry_run=True).diff
            folder.chmod(0o755)
            (folder / "strands").chmod(0o555)
            with pytest.raises(PermissionError):
                apply(folder, [SetValue("plan.yaml", ("title",), "T"), TITLE])
            assert files(folder) == before
            (folder / "strands").chmod(0o755)


def test_an_editor_that_saves_in_between_is_not_overwritten(small: Path) -> None:
    seen = []

    def edits(loaded: Loaded) -> list[Edit]:
        assert loaded.plan
        seen.append(loaded.plan.strands[0].plain)
        if len(seen) == 1:
            with (small / STRAND).open("ab") as file:
                file.write(b"plain: Mine\n")
        return [TITLE]

    assert apply(small, edits).written
    assert seen == [None, "Mine"]
    assert files(small)[STRAND].endswith(b"plain: Mine\n")
    assert b"title: B" in files(small)[STRAND]


def test_a_file_that_never_comes_to_rest(small: Path) -> None:
    def edits(loaded: Loaded) -> list[Edit]:
        del loaded
        with (small / STRAND).open("ab") as file:
            file.write(b"# again\n")
        return [TITLE]

    with pytest.raises(CannotEdit, match="being changed by another program"):
        apply(small, edits)
    assert b"title: A" in files(small)[STRAND]
    assert [name for name in files(small) if name.endswith(".tmp")] == []


def test_when_the_second_file_fails_the_first_is_put_back(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(small)
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "1.yaml" and self.name.startswith(".1.yaml."):
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    new = NewFile("strands/2.yaml", "id: '2'\ntitle: New\n")
    with pytest.raises(OSError, match="No space left"):
        apply(small, [SetValue("plan.yaml", ("title",), "T"), new, TITLE])
    assert files(small) == before


def test_new_files(small: Path) -> None:
    result = apply(
        small,
        [
            NewFile("strands/2.yaml", "id: '2'\ntitle: New\n"),
            Insert("strands/2.yaml", ("actions",), {"id": "2.1", "title": "A"}),
            append("risks.yaml", ("risks",), {"id": "R1", "title": "A"}),
        ],
    )
    assert result.written
    assert files(small)["strands/2.yaml"] == (
        b"id: '2'\ntitle: New\nactions:\n  - id: \"2.1\"\n    title: A\n"
    )
    assert files(small)["risks.yaml"] == b"risks:\n  - id: R1\n    title: A\n"
    with pytest.raises(CannotEdit, match="is there already"):
        apply(small, [NewFile("risks.yaml", "risks: []\n")])


@pytest.mark.parametrize(
    "name",
    [
        "../x.yaml",
        "strands/a/b.yaml",
        "x.yaml",
        "notes.txt",
        "/x.yaml",
        "strands/..\\x.yaml",
        "strands/.x.yaml",
    ],
)
def test_only_files_of_a_plan(small: Path, name: str) -> None:
    with pytest.raises(CannotEdit, match="No part of the plan reads"):
        edited(small, [SetValue(name, ("a",), "b")])


def test_what_a_killed_edit_left_is_swept_up(small: Path) -> None:
    left = small / "strands" / ".1.yaml.abcdefgh.tmp"
    left.write_bytes(b"half")
    apply(small, [TITLE])
    assert not left.exists()


def test_the_lock_is_the_repositorys(small: Path, tmp_path: Path) -> None:
    assert lock_file(small) == small / ".sendctl.lock"
    git = tmp_path / ".git"
    git.mkdir()
    assert lock_file(small).parent == git
    link = tmp_path / "link"
    link.symlink_to(small)
    assert lock_file(link) == lock_file(small)
    work_tree = tmp_path / "tree"
    (work_tree / "small").mkdir(parents=True)
    (work_tree / ".git").write_text(f"gitdir: {git}\n")
    assert lock_file(work_tree / "small").parent == git


def test_text_that_is_no_utf8(small: Path) -> None:
    with pytest.raises(CannotEdit, match="not UTF-8"):
        apply(small, [SetValue(STRAND, ("title",), "\udce9")])
