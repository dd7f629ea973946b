"""JSON Schemas for editors, printed and written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sendctl.exchange.whole_plan import WholePlan
from sendctl.exchange.workbook.mapping import TrackerMapping
from sendctl.plan.base import Item
from sendctl.plan.schema import SCHEMAS, json_schema

ALL: dict[str, type[Item]] = {**SCHEMAS, "export": WholePlan, "mapping": TrackerMapping}

Run = Callable[..., "tuple[int, str, str]"]


def test_list(sendctl: Run) -> None:
    code, out, err = sendctl("schema")
    assert (code, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == list(ALL)
    assert "measures.yaml    what is counted, from where to where, and how far it has come." in out


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("plan.yaml", "plan.yaml"),
        ("plan", "plan.yaml"),
        ("strands", "strands"),
        ("strands/2-adulthood.yaml", "strands"),
        ("plans\\blackpool\\reports\\scrutiny.yaml", "reports"),
        ("plans/blackpool/owners.yaml", "owners.yaml"),
        ("export", "export"),
    ],
)
def test_one(sendctl: Run, given: str, name: str) -> None:
    code, out, err = sendctl("schema", given)
    assert (code, err) == (0, "")
    assert json.loads(out) == json_schema(ALL[name])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("weakness.yaml", "There is no schema of 'weakness.yaml'. Did you mean 'weaknesses.yaml'?"),
        ("x", "There is no schema of 'x'. `sendctl schema` lists them."),
    ],
)
def test_unknown(sendctl: Run, given: str, said: str) -> None:
    assert sendctl("schema", given) == (2, "", f"{said}\n")


def test_all_in_a_folder(sendctl: Run, tmp_path: Path) -> None:
    code, out, _ = sendctl("schema", "--output", "schemas")
    assert code == 0
    written = [tmp_path / line for line in out.splitlines()]
    assert [file.name for file in written] == [
        f"{name.removesuffix('.yaml')}.schema.json" for name in ALL
    ]
    for file, model in zip(written, ALL.values(), strict=True):
        assert json.loads(file.read_text("utf-8")) == json_schema(model)
        assert file.read_bytes().endswith(b"}\n")
    before = [file.read_bytes() for file in written]
    assert sendctl("schema", "-o", "schemas")[0] == 0
    assert [file.read_bytes() for file in written] == before


def test_wrong_use(sendctl: Run, tmp_path: Path) -> None:
    assert sendctl("schema", "plan.yaml", "-o", "schemas")[0] == 2
    (tmp_path / "file").write_text("", "utf-8")
    code, out, err = sendctl("schema", "-o", "file")
    assert (code, out) == (2, "")
    assert "cannot be written" in err
