"""Word files keep to the schema, in whatever formats of that kind there are."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from sendctl.document import WRITERS
from tests.validators.conftest import ALL, Written

pytestmark = pytest.mark.documents
FORMS = [form for form in WRITERS if form == "docx"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ALL)
def test_schema_is_kept(written: Written, name: str, form: str) -> None:
    path = written(name, form)
    command = [sys.executable, "-m", "openxml_audit", "-o", "json", str(path)]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert json.loads(done.stdout).get("errors", []) == []
