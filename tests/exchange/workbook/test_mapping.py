"""The mapping file that the manual shows."""

from __future__ import annotations

import re
from pathlib import Path

from sendctl.exchange.workbook.mapping import FIELDS, read_mapping

PAGE = (Path(__file__).parents[3] / "docs" / "excel.md").read_text(encoding="utf-8")


def test_the_example_of_the_manual_is_one(tmp_path: Path) -> None:
    (shown,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "tracker.yaml").write_text(shown, encoding="utf-8")
    mapping, remarks = read_mapping(tmp_path / "tracker.yaml")
    assert remarks == []
    assert mapping.columns["owners.lead"] == "Lead officer"
    assert mapping.meaning("owners.lead", "js / ab") == ("head-of-send", "pcf-chair")
    assert mapping.meaning("due", "soon") is None
    assert mapping.months


def test_the_manual_names_all_fields() -> None:
    assert f"The fields: {', '.join(FIELDS)}." in " ".join(PAGE.split())


def test_a_mapping_file_that_is_not_there(tmp_path: Path) -> None:
    _, (remark,) = read_mapping(tmp_path / "none.yaml")
    assert remark.is_error
