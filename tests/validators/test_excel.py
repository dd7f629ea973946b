"""A workbook that LibreOffice opened and saved comes back as it was."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from shutil import which

import pytest

from sendctl.exchange.workbook.compare import compare
from sendctl.exchange.workbook.memory import digest_of
from sendctl.exchange.workbook.read import read_book
from sendctl.exchange.workbook.view import View
from sendctl.exchange.workbook.write import Extent, workbook_bytes
from sendctl.plan import load_plan

pytestmark = pytest.mark.documents

EXAMPLE = Path(__file__).parents[2] / "plans" / "blackpool"


def test_saved_by_libreoffice(tmp_path: Path) -> None:
    plan = load_plan(EXAMPLE).plan
    assert plan
    view = View(plan, date(2022, 9, 30))
    file = tmp_path / "book.xlsx"
    file.write_bytes(workbook_bytes(view, Extent(digest=digest_of(plan))))
    saved = tmp_path / "saved"
    profile = (tmp_path / "profile").as_uri()
    office = which("soffice")
    assert office
    subprocess.run(
        [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx",
         "--outdir", str(saved), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    book = read_book(saved / "book.xlsx")
    assert book.memory is not None
    found = compare(view, [book])
    assert [remark for remark in found.remarks if remark.is_error] == []
    assert found.is_empty, found
