from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from sendctl.document import lint
from sendctl.history import Repository
from sendctl.history.trend import Every, trend
from sendctl.report.trend_report import document, trend_view
from tests.cli.conftest import Ran
from tests.history.made import HEAD, Made
from tests.history.year import year
from tests.report.made import checked_svg, printed

Run = Callable[..., Ran]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return year(Made(tmp_path / "repo"))


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_how_the_plan_went(
    sendctl: Run, made: Made, form: str, snapshot: SnapshotAssertion
) -> None:
    ran = sendctl("trend", "--format", form, cwd=made.plan)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == snapshot


def test_the_picture(sendctl: Run, made: Made) -> None:
    ran = sendctl("trend", "--format", "svg", "--every", "version", cwd=made.plan)
    assert ran.code == 0
    words = printed(checked_svg(ran.out))
    assert words[:4] == ["20 June 2022", "4 actions", "1", "3"]
    assert "30 September 2022: 4 actions (1 Complete, 1 At risk, 2 Not started)." in ran.out


def test_the_page(sendctl: Run, made: Made) -> None:
    with Repository(made.plan) as repository:
        found = trend(repository, Every.MONTH)
    assert found
    shown, findings = document(trend_view(found, Every.MONTH), found.plan)
    assert [*findings, *lint(shown)] == []
    ran = sendctl("trend", "--format", "html", "-o", "out/trend.html", cwd=made.plan)
    assert (ran.code, ran.out) == (0, "out/trend.html\n")
    text = (made.plan / "out" / "trend.html").read_text("utf-8")
    assert text.count("<h1") == 1
    assert "data:image/svg+xml" in text


def test_a_plan_without_actions(sendctl: Run, tmp_path: Path) -> None:
    made = Made(tmp_path / "bare")
    made.commit({"plan.yaml": HEAD})
    assert sendctl("trend", cwd=made.plan).code == 0
    assert sendctl("trend", "--format", "html", cwd=made.plan).code == 0
    ran = sendctl("trend", "--format", "svg", cwd=made.plan)
    assert (ran.code, ran.out) == (1, "")
    assert "the plan never had an action" in ran.err


def test_what_cannot_be_read(sendctl: Run, tmp_path: Path) -> None:
    made = Made(tmp_path / "broken")
    made.commit({"plan.yaml": "sendctl: 99\n"})
    ran = sendctl("trend", cwd=made.plan)
    assert (ran.code, ran.err) == (1, "No version of . can be read as a whole.\n")
    made.commit({"plan.yaml": HEAD}, "2022-07-01")
    ran = sendctl("trend", cwd=made.plan)
    assert "Skipped, for it cannot be read: " in ran.out
