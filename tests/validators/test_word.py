"""Word files keep to the schema, ours and those in a council's own styles."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sendctl.document import Look, write_docx
from sendctl.document.writers.pack import repacked
from sendctl.report import Request
from sendctl.report.documents import make
from tests.document.word.test_council_file import council_file
from tests.report.full_plan import full_plan
from tests.report.test_hostile import HOSTILE, poisoned
from tests.validators.conftest import ALL, Make, Written, saved

pytestmark = pytest.mark.documents


def errors(path: Path) -> list[dict[str, Any]]:
    """What Word would repair or refuse."""
    command = [sys.executable, "-m", "openxml_audit", "-m", "0", "-o", "json", str(path)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    (judged,) = json.loads(done.stdout)
    assert judged["file"] == str(path)
    found: list[dict[str, Any]] = judged["errors"]
    return found


@pytest.mark.parametrize("name", ALL)
def test_schema_is_kept(written: Written, name: str) -> None:
    assert errors(written(name, "docx")) == []


@pytest.mark.parametrize("name", ALL)
def test_schema_is_kept_in_the_councils_styles(
    make_document: Make, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "council.docx"
    look = Look(word_template=council_file())
    path.write_bytes(write_docx(replace(make_document(name), look=look)))
    assert errors(path) == []


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_schema_is_kept_with_hostile_text(tmp_path: Path, text: str) -> None:
    full = full_plan()
    plan = saved(tmp_path / "plan", poisoned(full.files, text, full.texts))
    path = tmp_path / "hostile.docx"
    path.write_bytes(write_docx(make("plan", Request(plan, plan.today()))[0]))
    assert errors(path) == []


def test_validator_sees_faults(written: Written, tmp_path: Path) -> None:
    path = tmp_path / "spoilt.docx"
    whole = written("sample", "docx").read_bytes()
    spoilt = text_of(whole).replace("<w:pPr>", "<w:pPr><w:nothing/>", 1)
    path.write_bytes(repacked(whole, {"word/document.xml": spoilt.encode()}))
    assert errors(path)


def text_of(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode()
