from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from sendctl.plan import load_plan
from sendctl.plan.files import FILES, MAX_FILES, natural_key, plan_files
from sendctl.plan.tree import OnDisk


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text("area: X\nkind: wsoa\n")
    return tmp_path


def said(folder: Path) -> list[tuple[str, str, str]]:
    found = load_plan(folder).findings
    assert {finding.code for finding in found} <= {"SC017"}
    return [(f.place.file, f.message.split(",")[0], f.advice) for f in found]


def test_every_known_file_is_read_in_one_order(folder: Path) -> None:
    names = [
        *FILES,
        "strands/1.yaml",
        "strands/2.yaml",
        "strands/10.yaml",
        "reports/a.yaml",
        "reports/b.yaml",
    ]
    for name in random.Random(1).sample(names, len(names)):  # noqa: S311 - any order will do
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    files, findings = plan_files(OnDisk(folder))
    assert [file.name for file in files] == names
    assert findings == []


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("owner.yaml", "Did you mean 'owners.yaml'?"),
        ("Owners.yaml", "Did you mean 'owners.yaml'?"),
        ("owners.yml", "Did you mean 'owners.yaml'?"),
        ("OWNERS.YML", "Did you mean 'owners.yaml'?"),
        ("weakness.yaml", "Did you mean 'weaknesses.yaml'?"),
        ("20221216-1030.yaml", f"Known here: {', '.join(sorted(FILES))}."),
    ],
)
def test_a_yaml_file_that_nothing_reads(folder: Path, name: str, advice: str) -> None:
    (folder / name).touch()
    assert said(folder) == [(name, f"No part of the plan reads {name!r}", advice)]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("strand", "strands"),
        ("Reports", "reports"),
        ("layout", "layouts"),
        ("templates2", "templates"),
    ],
)
def test_a_folder_with_nearly_the_right_name(folder: Path, name: str, meant: str) -> None:
    (folder / name).mkdir()
    assert said(folder) == [
        (name, f"No part of the plan reads {name!r}", f"Did you mean {meant!r}?")
    ]


@pytest.mark.parametrize("name", ["1.yml", "1.YAML", "1.txt", "1", "old"])
def test_in_strands_everything_is_read_or_told(folder: Path, name: str) -> None:
    (folder / "strands").mkdir()
    (folder / "strands" / name).mkdir() if name == "old" else (folder / "strands" / name).touch()
    advice = "Give it the ending .yaml, or move it elsewhere."
    assert said(folder) == [
        (f"strands/{name}", f"No part of the plan reads 'strands/{name}'", advice)
    ]


def test_what_is_none_of_our_business(folder: Path) -> None:
    for name in (".git", "evidence", "templates", "minutes"):
        (folder / name).mkdir()
        (folder / name / "x.yaml").touch()
    for name in (
        ".hidden.yaml",
        "plan.yaml~",
        "~$plan.yaml",
        ".plan.yaml.swp",
        "README.md",
        "notes.txt",
        "desktop.ini",
    ):
        (folder / name).touch()
    (folder / "layouts").mkdir()
    (folder / "layouts" / "ours.docx").touch()
    (folder / "strands").mkdir()
    for name in (".DS_Store", ".1.yaml", "1.yaml~", "Thumbs.db", "~$1.yaml"):
        (folder / "strands" / name).touch()
    assert said(folder) == []
    assert load_plan(folder).sources.keys() == {"plan.yaml"}


def test_links_are_followed_and_broken_ones_told(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "a.yaml").write_text("id: A\ntitle: A\n")
    (folder / "strands").symlink_to(elsewhere)
    (folder / "owners.yaml").symlink_to(elsewhere / "nowhere.yaml")
    (elsewhere / "loop.yaml").symlink_to("loop.yaml")
    loaded = load_plan(folder)
    assert loaded.plan
    assert [strand.id for strand in loaded.plan.strands] == ["A", "loop"]
    assert [(f.place.file, f.code) for f in loaded.findings] == [
        ("owners.yaml", "SC001"),
        ("strands/loop.yaml", "SC001"),
    ]


@pytest.mark.parametrize("kind", ["file", "loop"])
def test_a_folder_that_cannot_be_listed_is_told(folder: Path, kind: str) -> None:
    if kind == "file":
        (folder / "strands").touch()
    else:
        (folder / "strands").symlink_to("strands")
    (finding,) = load_plan(folder).findings
    assert (finding.place.file, finding.code) == ("strands", "SC001")
    assert finding.message.startswith("The folder cannot be read: ")
    assert finding.advice == "Check that it is a folder and that you are allowed to read it."


def test_a_file_where_a_folder_of_that_name_stands(folder: Path) -> None:
    (folder / "owners.yaml").mkdir()
    (folder / "strands").mkdir()
    os.mkfifo(folder / "strands" / "1.yaml")
    found = [(f.place.file, f.code) for f in load_plan(folder).findings]
    assert found == [("owners.yaml", "SC001"), ("strands/1.yaml", "SC001")]


def test_more_files_than_a_plan_can_have(folder: Path) -> None:
    (folder / "strands").mkdir()
    for number in range(MAX_FILES):
        (folder / "strands" / f"{number}.yaml").touch()
    files, (finding,) = plan_files(OnDisk(folder))
    assert len(files) == MAX_FILES
    assert files[-1].name == f"strands/{MAX_FILES - 2}.yaml"
    assert (finding.place.file, finding.code) == ("plan.yaml", "SC018")
    assert finding.message == "The plan has 2,001 files; only the first 2,000 are read."
    (folder / "strands" / "0.yaml").unlink()
    assert plan_files(OnDisk(folder))[1] == []


def test_names_sort_as_people_count(folder: Path) -> None:
    names = ["1", "2", "02", "2a", "10", "A", "a", "a2", "A10", "b", "é", "\uff11"]
    (folder / "strands").mkdir()
    for name in random.Random(2).sample(names, len(names)):  # noqa: S311 - any order will do
        (folder / "strands" / f"{name}.yaml").touch()
    loaded = load_plan(folder)
    assert loaded.plan
    order = [strand.id for strand in loaded.plan.strands]
    assert order == ["1", "02", "2", "2a", "10", "A", "a", "a2", "A10", "b", "é", "\uff11"]


def test_natural_key_of_anything() -> None:
    assert sorted(["1.10", "1.9", "1.1", "", "x", "1", "²", "9" * 60], key=natural_key) == [
        "",
        "1",
        "1.1",
        "1.9",
        "1.10",
        "9" * 60,
        "x",
        "²",
    ]
