"""The package: what it offers, what it needs, and that its manual tells the truth."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import sendctl.document
from sendctl.document import WRITERS, Document
from sendctl.document.vocabulary import ATTRIBUTES, CLASSES, DEPTHS, PARENTS, WIDTHS

MANUAL = Path(sendctl.document.__file__).with_name("README.md").read_text(encoding="utf-8")


def test_extensions_are_the_names_of_the_formats() -> None:
    assert {name: writer.extension for name, writer in WRITERS.items()} == {
        name: name for name in WRITERS
    }


# One that LibreOffice makes is tested where that is installed, in tests/documents.
@pytest.mark.parametrize("name", sorted(WRITERS.keys() - {"odt"}))
def test_every_format_is_written(name: str, sample: Document) -> None:
    assert WRITERS[name].write(sample)


@pytest.mark.parametrize("tag", sorted(PARENTS.keys() - {"h2", "h3", "h4", "h5"}))
def test_every_tag_is_in_the_manual(tag: str) -> None:
    assert any(form in MANUAL for form in (f"<{tag}>", f"<{tag} ", f"`{tag}`"))


@pytest.mark.parametrize("tag", sorted(CLASSES))
def test_every_class_is_in_the_manual(tag: str) -> None:
    told = {"w-1", "w-24", *DEPTHS}
    assert [name for name in CLASSES[tag] if name not in MANUAL and name not in WIDTHS] == []
    assert all(name in MANUAL for name in told)


def test_every_attribute_is_in_the_manual() -> None:
    names = {name for names in ATTRIBUTES.values() for name in names}
    assert [name for name in sorted(names) if name not in MANUAL] == []


def test_needs_only_the_standard_library_and_findings() -> None:
    code = (
        "import sys, sendctl.document as d\n"
        "document, _ = d.parse('<h1>a</h1>', d.Meta('a'))\n"
        "[d.WRITERS[name].write(document) for name in d.WRITERS if name != 'odt']\n"
        "ours = {name for name in sys.modules if name.startswith('sendctl.')}\n"
        "print(sorted({name.split('.')[1] for name in ours}))\n"
        "print('pydantic' in sys.modules or 'jinja2' in sys.modules)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["['document', 'findings']", "False"]
