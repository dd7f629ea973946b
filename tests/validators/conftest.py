"""Every document of the table in every format there is, once for the tools that judge them.

Nothing here is skipped: `make test-documents` installs what is needed, and what is missing fails.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from sendctl.document import WRITERS, Document
from sendctl.plan import Plan, load_plan
from sendctl.report import Request
from sendctl.report.documents import DOCUMENTS, make
from tests.document.sample import sample_document
from tests.report.full_plan import full_plan

EXAMPLE = Path(__file__).parents[2] / "plans" / "blackpool"
REPORTS = sorted(path.stem for path in (EXAMPLE / "reports").glob("*.yaml"))
NAMES = [
    (name, report)
    for name, entry in DOCUMENTS.items()
    for report in (REPORTS if entry.of_report else [""])
]
"""Every document of the example: its name in the table, and the report that it is made of."""

Make = Callable[[str], Document]
Written = Callable[[str, str], Path]

PUBLIC = "-public"
"""Ends the name of a document in its version for everybody."""

ALL = [
    *("sample", "full", f"plan{PUBLIC}", f"summary{PUBLIC}"),
    *("/".join(filter(None, pair)) for pair in NAMES),
]
"""What a test is run for: the sample of all blocks, the plan with all fields, the example."""


@pytest.fixture(scope="session")
def tools() -> Path:
    """Where `.ci/documents` put the npm packages."""
    return Path(sys.prefix) / "document-tools" / "node_modules"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))))
    with (
        sync_playwright() as play,
        play.chromium.launch(executable_path=path, chromium_sandbox=False) as chromium,
    ):
        yield chromium


def saved(folder: Path, files: dict[str, Any]) -> Plan:
    """A plan of files given as data."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    plan = load_plan(folder).plan
    assert plan is not None
    return plan


@pytest.fixture(scope="session")
def make_document(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Makes what one of `ALL` names."""
    known = {"sample": sample_document()}

    def made(name: str) -> Document:
        if name not in known:
            if name == "full":
                folder = tmp_path_factory.mktemp("full")
                plan, document, report = saved(folder, full_plan().files), "plan", ""
            else:
                found = load_plan(EXAMPLE).plan
                assert found is not None
                plan, (document, _, report) = found, name.partition("/")
            public = document.endswith(PUBLIC)
            request = Request(
                plan, plan.today(), draft=name == "full", public=public, report=report
            )
            known[name] = make(document.removesuffix(PUBLIC), request)[0]
        return known[name]

    return made


@pytest.fixture(scope="session")
def written(make_document: Make, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Writes what one of `ALL` names in a format; gives the path of the file."""
    folder = tmp_path_factory.mktemp("written")

    def path_of(name: str, form: str) -> Path:
        path = folder / f"{name.replace('/', '-')}.{WRITERS[form].extension}"
        if not path.exists():
            content = WRITERS[form].write(make_document(name))
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return path_of
