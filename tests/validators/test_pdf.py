"""Validators find PDF/UA-1 and PDF/A-2a kept, and every word can be read out of the file."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

from sendctl.document import write_pdf
from sendctl.document.model import Document, Heading, Meta, Text
from sendctl.document.walk import plain_text, walk
from sendctl.report import Request
from sendctl.report.documents import make
from tests.document.pdf.tags import faults, read
from tests.report.full_plan import full_plan
from tests.report.test_hostile import HOSTILE, poisoned
from tests.validators.conftest import ALL, Make, Written, saved

pytestmark = pytest.mark.documents


def broken_rules(path: Path) -> list[tuple[str, str, str]]:
    """What the two standards do not allow in the file."""
    return [
        (profile, failure.rule_id, failure.message)
        for profile in ("ua1", "pdfa2a")
        for failure in page.validate_pdf(str(path), profile=profile).failures
        if not is_false_alarm(path, failure)
    ]


STREAM = re.compile(rb"/Length (\d+)(?:(?!endobj).){0,400}?stream\n", re.DOTALL)


def is_false_alarm(path: Path, failure: page.ValidationFailure) -> bool:
    """The validator takes a stream whose last byte is a carriage return to be a byte too long."""
    if failure.rule_id != "PDFA2A-STREAM-LENGTH-001":
        return False
    content = path.read_bytes()
    ends = [found.end() + int(found[1]) for found in STREAM.finditer(content)]
    assert len(ends) > 5
    return all(content[end : end + 10] == b"\nendstream" for end in ends)


def text_of(path: Path) -> str:
    """The words of a file without white space and the marks that only shape a line."""
    command = ["pdftotext", "-raw", str(path), "-"]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    return squeezed(done.stdout)


def squeezed(text: str) -> str:
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKC", text)
        if not letter.isspace() and unicodedata.category(letter) not in {"Cf", "Cc"}
    )


@pytest.mark.parametrize("name", ALL)
def test_standards_are_kept(written: Written, name: str) -> None:
    path = written(name, "pdf")
    assert broken_rules(path) == []
    assert faults(path.read_bytes()) == []


@pytest.mark.parametrize("name", ALL)
def test_headings_are_those_of_the_document(
    make_document: Make, written: Written, name: str
) -> None:
    """Their levels in reading order; only the heading of the contents comes on top."""
    levels = [f"H{block.level}" for block in headings(make_document(name))]
    found = [tag.name for tag in read(written(name, "pdf").read_bytes()).root.all(*LEVELS)]
    assert found in (levels, [levels[0], "H2", *levels[1:]])


@pytest.mark.parametrize("name", ALL)
def test_every_heading_can_be_read(make_document: Make, written: Written, name: str) -> None:
    text = text_of(written(name, "pdf"))
    lacking = [
        words
        for block in headings(make_document(name))
        if squeezed(words := plain_text(block.inlines)) not in text
    ]
    assert lacking == []


@pytest.mark.parametrize("name", ALL)
def test_same_bytes_twice(make_document: Make, written: Written, name: str) -> None:
    assert write_pdf(make_document(name)) == written(name, "pdf").read_bytes()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_printed_as_it_is(tmp_path: Path, text: str) -> None:
    full = full_plan()
    plan = saved(tmp_path / "plan", poisoned(full.files, text, full.texts))
    path = tmp_path / "hostile.pdf"
    path.write_bytes(write_pdf(make("plan", Request(plan, plan.today()))[0]))
    assert broken_rules(path) == []
    shown = text.replace("\U0001f469\u200d\U0001f467", "□")
    words = text_of(path)
    if len(text) > 1000:  # goes on over pages, and so is parted by their heads and feet
        assert words.count(text[0]) > 100 * len(text)
    # An address that is bent to the right of the line is given back in the order it is seen.
    elif "\u202e" not in text:
        assert words.count(squeezed(shown)) > 100


def test_a_heading_without_end_is_whole_on_the_page(tmp_path: Path) -> None:
    """Its bookmark is not; see tests/document/pdf."""
    title, long = Heading(1, (Text("Title"),)), Heading(2, (Text("w" * 10_000),))
    path = tmp_path / "long.pdf"
    path.write_bytes(write_pdf(Document(Meta("Title"), (title, long))))
    assert broken_rules(path) == []
    assert text_of(path).count("w") == 10_000


SPOILT: dict[str, Callable[[Any], None]] = {
    "no language": lambda file: file.Root.__delitem__("/Lang"),
    "no title shown": lambda file: file.Root.ViewerPreferences.__delitem__("/DisplayDocTitle"),
    "not tagged": lambda file: file.Root.__delitem__("/StructTreeRoot"),
}


@pytest.mark.parametrize("what", SPOILT)
def test_validator_sees_faults(written: Written, tmp_path: Path, what: str) -> None:
    path = tmp_path / "spoilt.pdf"
    with pikepdf.open(written("sample", "pdf")) as file:
        SPOILT[what](file)
        file.save(path)
    assert broken_rules(path)


LEVELS = ("H1", "H2", "H3", "H4", "H5", "H6")


def headings(document: Document) -> list[Heading]:
    return [block for block in walk(document.blocks) if isinstance(block, Heading)]
