"""What a file must be before a library may look into it."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from sendctl.exchange.workbook import guard
from sendctl.exchange.workbook.guard import NotReadable, check, safe_bytes

SHEET = "xl/worksheets/sheet1.xml"


def archive(parts: Mapping[str, bytes], *twice: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            new.writestr(name, content)
        for name in twice:
            with pytest.warns(UserWarning, match="Duplicate name"):
                new.writestr(name, b"")
    return out.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(NotReadable) as why:
        check(data)
    return why.value.message


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.xls", "Excel 97"), ("a.XLSM", "macros"), ("a.csv", "1.10"), ("a.ods", "OpenDocument"),
        ("a.xlsb", "binary"), ("a.txt", "no Excel workbook"), ("a", "no Excel workbook"),
    ],
)  # fmt: skip
def test_other_files_are_named(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_bytes(b"PK")
    with pytest.raises(NotReadable, match=words) as why:
        safe_bytes(tmp_path / name)
    assert "save it as an Excel workbook (.xlsx)" in why.value.advice


def test_a_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_FILE", 3)
    (tmp_path / "a.xlsx").write_bytes(b"four")
    with pytest.raises(NotReadable, match="has more than"):
        safe_bytes(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"<a>" + b" " * guard._CHUNK + b"<!ENTITY b 'c'></a>",
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a><a/>'.encode("utf-16"),
        # Across the border of two pieces that are looked at.
        b"<a>" + b" " * (guard._CHUNK - 6) + b"<!DOCTYPE a></a>",
    ],
)
def test_entities_are_refused_unread(content: bytes) -> None:
    assert refused(archive({SHEET: content})) == "The file declares XML entities."


def test_an_encoding_in_which_tags_can_hide() -> None:
    content = b'<?xml version="1.0" encoding="utf-7"?><a/>'
    assert refused(archive({SHEET: content})) == "The file is written in an unusual encoding."


@pytest.mark.parametrize("name", ["/etc/passwd", "../a.xml", "xl/..\\..\\a.xml"])
def test_a_path_that_leads_out(name: str) -> None:
    assert "leads out" in refused(archive({name: b""}))


def test_macros() -> None:
    assert refused(archive({"xl/vbaProject.bin": b""})) == "The file holds macros."


def test_a_part_twice() -> None:
    assert "one twice" in refused(archive({SHEET: b"<a/>"}, SHEET))


def test_a_part_that_unpacks_to_too_much() -> None:
    assert "once it is unpacked" in refused(archive({"a.bin": b"\0" * (guard.MAX_PART + 1)}))


def test_a_row_without_end() -> None:
    content = b"<sheetData><row>" + b"<c/>" * (guard.MAX_ROW // 2)
    assert "larger than what it shows" in refused(archive({SHEET: content}))


def test_many_styles() -> None:
    content = b"<styleSheet>" + b"<xf/>" * (guard.MAX_TAGS + 1)
    assert "larger than what it shows" in refused(archive({"xl/styles.xml": content}))


def test_rows_of_a_usual_size_are_many_without_harm() -> None:
    check(archive({SHEET: b"<row><c/></row>" * 1_000_000}))


@pytest.mark.parametrize("cut", [10, 100, 200])
def test_a_damaged_archive(cut: int) -> None:
    assert "damaged" in refused(archive({SHEET: bytes(range(256)) * 10})[:-cut])


MANY_ROWS = """
import io, sys, zipfile
from pathlib import Path
from openpyxl import Workbook
book = Workbook()
book.active.title = "Actions"
book.active.append(["Ref", "Action"])
out = io.BytesIO(); book.save(out)
rows = b'<row><c t="inlineStr"><is><t>Ref</t></is></c></row>'
rows += b"<row><c><v>1</v></c></row>" * 1_000_000
made = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
made += rows + b"</sheetData></worksheet>"
file = Path(sys.argv[1])
with zipfile.ZipFile(out) as old, zipfile.ZipFile(file, "w", 8) as new:
    for name in old.namelist():
        new.writestr(name, made if name.endswith("sheet1.xml") else old.read(name))
"""
READ = """
import sys
from pathlib import Path
from sendctl.exchange.workbook.read import read_book
if sys.platform == "linux":
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
for remark in read_book(Path(sys.argv[1])).remarks:
    print(remark.spot, remark.message)
"""


def test_a_million_rows_are_told_within_a_gigabyte(tmp_path: Path) -> None:
    file = str(tmp_path / "many.xlsx")
    subprocess.run([sys.executable, "-c", MANY_ROWS, file], check=True, timeout=120)
    done = subprocess.run(
        [sys.executable, "-c", READ, file], capture_output=True, text=True, check=True, timeout=120
    )
    assert "sheet Actions The sheet has more than 25,000 rows; the rest is not read." in done.stdout
