from __future__ import annotations

from pathlib import Path

from sendctl.history import Repository
from sendctl.history.snapshot import Readings
from sendctl.plan import load_plan
from sendctl.plan.head import Head
from sendctl.plan.tree import reading
from sendctl.yamlfile import read_bytes
from tests.history.made import HEAD, Made, strand


def test_a_version_reads_like_the_same_files_on_the_disk(made: Made) -> None:
    made.commit(
        {
            "plan.yaml": HEAD + "wrong: 1\n",
            "strands/10.yaml": strand("id: '10', title: B", id="10"),
            "strands/2.yaml": strand("id: '2', title: A", id="2"),
            "strands/broken.yaml": "id: [\n",
            "strands/notes.txt": "x",
            "stands/1.yaml": "x: 1\n",
            "evidence/.keep": "",
            "templates/x.j2": "x",
        }
    )
    on_disk = load_plan(made.plan)
    with Repository(made.plan) as repository:
        loaded = repository.load(repository.version("HEAD"))
    assert loaded.findings == on_disk.findings
    assert loaded.plan
    assert on_disk.plan
    assert list(loaded.plan.files.items()) == list(on_disk.plan.files.items())
    assert loaded.plan.unread == on_disk.plan.unread == {"strands/broken.yaml"}
    assert loaded.plan.name == "west"


def test_a_file_version_is_parsed_once(repository: Repository) -> None:
    newest, middle, _ = repository.versions()
    first, second = repository.load(newest).plan, repository.load(middle).plan
    assert first
    assert second
    assert first.head is second.head
    assert first.strands[0] is not second.strands[0]
    again = repository.load(newest).plan
    assert again
    assert again.strands[0] is first.strands[0]


def test_the_oldest_readings_are_forgotten() -> None:
    one = reading(read_bytes(HEAD.encode(), "plan.yaml"), Head)
    known = Readings(limit=2 * len(HEAD))
    for key in "abc":
        known.put((key, Head, key), one)
        assert known.get(("a", Head, "a")) is one
    assert known.get(("b", Head, "b")) is None
    assert known.get(("c", Head, "c")) is one
    tiny = Readings(limit=1)
    assert tiny.put(("a", Head, "a"), one) is one
    assert tiny.get(("a", Head, "a")) is one


def test_links_are_followed_inside_the_repository_only(made: Made, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text(HEAD)
    made.write({"plan.yaml": HEAD, "strands/1.yaml": strand("id: '1', title: A")})
    (made.top / "shared").mkdir()
    (made.top / "shared" / "glossary.yaml").write_text("glossary: {A: B}\n")
    links = {
        "glossary.yaml": "../../shared/glossary.yaml",
        "risks.yaml": str(tmp_path / "secret.yaml"),
        "owners.yaml": "../../../secret.yaml",
        "measures.yaml": "measures.yaml",
        "strands/2.yaml": "../nowhere.yaml",
        "reports": "strands",
    }
    for name, target in links.items():
        (made.plan / name).symlink_to(target)
    made.commit()
    with Repository(made.plan) as repository:
        newest = repository.version("HEAD")
        loaded = repository.load(newest)
        assert loaded.plan
        assert loaded.plan.glossary == {"A": "B"}
        found = repository.snapshot(newest)
        assert not any(found.has(name) for name in ("risks.yaml", "owners.yaml", "measures.yaml"))
        assert [entry.name for entry in found.entries("strands")] == ["1.yaml"]
        assert [entry.name for entry in found.entries("reports")] == ["1.yaml"]
        assert sorted(name for name, _ in found.files()) == [
            "glossary.yaml", "plan.yaml", "strands/1.yaml",
        ]  # fmt: skip


def test_a_folder_in_place_of_a_file(made: Made) -> None:
    made.commit({"plan.yaml": HEAD, "strands/1.yaml/x": "x", "owners.yaml/y": "y"})
    on_disk = load_plan(made.plan)
    with Repository(made.plan) as repository:
        loaded = repository.load(repository.version("HEAD"))
    assert {one.code for one in loaded.findings} == {"SC001"}
    assert [one.place for one in loaded.findings] == [one.place for one in on_disk.findings]
