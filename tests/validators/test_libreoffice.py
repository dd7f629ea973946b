"""LibreOffice opens every Word file, shows all of its words, and makes OpenDocument text of it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from sendctl.document.model import Contents, Figure, Heading, Table
from sendctl.document.walk import inner_inlines, plain_text, walk
from sendctl.document.writers.odt import find_libreoffice, write_odt
from tests.validators.conftest import ALL, PUBLIC, Make, Written
from tests.validators.test_pdf import squeezed, text_of

pytestmark = pytest.mark.documents
NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


def read(path: Path, part: str) -> ET.Element:
    with zipfile.ZipFile(path) as archive:
        return ET.fromstring(archive.read(part))  # noqa: S314 - written by LibreOffice


def attributes(root: ET.Element, path: str, name: str) -> set[Any]:
    prefix, _, local = name.partition(":")
    return {each.get(f"{{{NAMES[prefix]}}}{local}") for each in root.iterfind(path, NAMES)}


@pytest.mark.parametrize("name", ALL)
def test_every_word_of_the_word_file_is_on_its_pages(
    make_document: Make, written: Written, tmp_path: Path, name: str
) -> None:
    command = [find_libreoffice(), "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    path = written(name, "docx")
    subprocess.run([*command, profile, str(path)], check=True, capture_output=True, timeout=300)
    shown = text_of(tmp_path / path.with_suffix(".pdf").name)
    lacking = [
        words
        for block in walk(make_document(name).blocks)
        for inlines in inner_inlines(block)
        # The words of two cells can be mixed on a page, so each is looked for by itself.
        for words in plain_text(inlines).split()
        if squeezed(words) not in shown
    ]
    assert lacking == []


@pytest.mark.parametrize("name", ALL)
def test_open_document_text_is_sound_and_says_what_things_are(
    make_document: Make, written: Written, name: str
) -> None:
    document, path = make_document(name), written(name, "odt")
    command = [sys.executable, "-m", "openxml_audit", "-q", str(path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    content, styles, meta = (read(path, f"{part}.xml") for part in ("content", "styles", "meta"))
    blocks = list(walk(document.blocks))
    assert meta.findtext(".//dc:title", "", NAMES) == document.meta.title
    assert attributes(styles, ".//style:default-style/style:text-properties", "fo:language") == {
        "en"
    }
    heads = content.findall(".//table:table-header-rows", NAMES)
    assert len(heads) >= sum(isinstance(block, Table) and bool(block.head) for block in blocks)
    pictures = [block.alt for block in blocks if isinstance(block, Figure)]
    assert [each.text for each in content.iterfind(".//svg:desc", NAMES)] == pictures
    headings = content.findall(".//text:h", NAMES)
    # The title is no heading in Word, nor is it here.
    assert len(headings) == sum(isinstance(block, Heading) for block in blocks) - 1
    has_contents = any(isinstance(block, Contents) for block in blocks)
    assert bool(content.findall(".//text:table-of-content", NAMES)) is has_contents


def test_open_document_text_has_the_same_bytes_twice(make_document: Make, written: Written) -> None:
    assert write_odt(make_document("sample")) == written("sample", "odt").read_bytes()


@pytest.mark.parametrize("name", ["summary", f"summary{PUBLIC}"])
def test_the_plan_on_a_page_is_one_page(written: Written, tmp_path: Path, name: str) -> None:
    command = [find_libreoffice(), "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    path = written(name, "docx")
    subprocess.run([*command, profile, str(path)], check=True, capture_output=True, timeout=300)
    with pikepdf.open(tmp_path / path.with_suffix(".pdf").name) as pages:
        assert len(pages.pages) == 1
