from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sendctl.history import NoHistory, NotThere, Repository
from sendctl.history import git as git_module
from tests.history.made import GIT, HEAD, Made, strand


def told(repository: Repository) -> list[tuple[str, str]]:
    return [(one.on.isoformat(), one.folder) for one in repository.versions()]


def test_versions_the_newest_first(repository: Repository) -> None:
    found = list(repository.versions())
    assert [(one.on.isoformat(), one.author) for one in found] == [
        ("2022-08-01", "Bea Brown"),
        ("2022-07-01", "Ann Archer"),
        ("2022-06-01", "Ann Archer"),
    ]
    assert {one.folder for one in found} == {"plans/west"}
    assert found[0].subject == "Change the plan"
    assert found[0].parents == (found[1].id,)


def test_the_plan_as_it_stood(repository: Repository) -> None:
    statuses = [
        (action.status.value, str(action.due))
        for one in repository.versions()
        for action in (repository.load(one).plan or pytest.fail("no plan")).actions
    ]
    assert statuses == [
        ("complete", "2022-12-16"), ("not_started", "2022-12-16"), ("not_started", "2022-10-28"),
    ]  # fmt: skip


def test_commits_beside_the_plan_are_no_versions(three: Made) -> None:
    (three.top / "README").write_text("x")
    three.commit(day="2022-09-01")
    with Repository(three.plan) as repository:
        assert told(repository)[0][0] == "2022-08-01"


@pytest.mark.parametrize(
    ("day", "found"),
    [("2022-06-01", "2022-06-01"), ("2022-07-31", "2022-07-01"), ("2030-01-01", "2022-08-01")],
)
def test_a_day_means_the_position_at_its_end(repository: Repository, day: str, found: str) -> None:
    assert repository.version(day).on.isoformat() == found


def test_a_day_before_the_plan(repository: Repository) -> None:
    with pytest.raises(
        NoHistory, match="from 2022-05-31 or before: its first commit is of 2022-06-01"
    ):
        repository.version("2022-05-31")


def test_the_day_is_that_of_the_place_it_was_committed_at(made: Made) -> None:
    made.write({"plan.yaml": HEAD})
    made.git("add", "-A")
    stamp = "2022-06-30T23:30:00-11:00"
    env = {**os.environ, "GIT_COMMITTER_DATE": stamp, "GIT_AUTHOR_DATE": stamp}
    name = ("-c", "user.name=Ann", "-c", "user.email=a@example.org")
    subprocess.run([GIT, *name, "commit", "-q", "-m", "x"], cwd=made.top, env=env, check=True)
    with Repository(made.plan) as repository:
        assert next(repository.versions()).on == date(2022, 6, 30)


@pytest.mark.parametrize("text", ["HEAD", "main", "HEAD~2", "v1", "feature/1"])
def test_revisions_as_git_knows_them(three: Made, text: str) -> None:
    three.git("tag", "v1", "HEAD~1")
    three.git("branch", "feature/1")
    with Repository(three.plan) as repository:
        assert repository.version(text).id == three.git("rev-parse", text)
        assert repository.version(three.git("rev-parse", "--short", text)).short


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nothing", "knows no revision 'nothing'"),
        ("--output=x", "knows no revision"),
        ("-n1", "knows no revision"),
        ("", "knows no revision ''"),
        ("HEAD:plans", "knows no revision"),
        ("main..HEAD", "is a range; give its ends: main HEAD."),
        ("main...HEAD", "give its ends: main HEAD."),
        ("x" * 300, "x…'"),
        ("$(touch x)", "knows no revision"),
        ("a\nb", "knows no revision"),
        ("a\0b", "knows no revision"),
    ],
)
def test_what_is_no_revision(repository: Repository, text: str, said: str) -> None:
    with pytest.raises(NoHistory) as caught:
        repository.version(text)
    assert said in str(caught.value)
    assert not (repository.folder / "x").exists()


def test_a_version_without_the_plan(three: Made) -> None:
    three.git("checkout", "-q", "--orphan", "empty")
    three.git("rm", "-rqf", ".")
    three.commit(day="2022-09-01")
    three.git("checkout", "-q", "main")
    with Repository(three.plan) as repository, pytest.raises(NotThere, match=r"has no .*west/plan"):
        repository.version("empty")


def test_a_plan_that_was_moved_is_followed(three: Made) -> None:
    three.git("mv", "plans/west", "plans/westshire")
    three.plan = three.top / "plans" / "westshire"
    three.commit({"glossary.yaml": "glossary: {A: B}\n"}, "2022-09-01")
    three.git("mv", "plans/westshire", "west")
    three.plan = three.top / "west"
    three.commit(day="2022-10-01")
    with Repository(three.plan) as repository:
        assert told(repository) == [
            ("2022-10-01", "west"),
            ("2022-09-01", "plans/westshire"),
            ("2022-08-01", "plans/west"),
            ("2022-07-01", "plans/west"),
            ("2022-06-01", "plans/west"),
        ]
        assert repository.version("HEAD~4").folder == "plans/west"
        assert repository.version("2022-07-02").folder == "plans/west"


def test_a_plan_that_moved_out_of_the_root_and_changed(tmp_path: Path) -> None:
    made = Made(tmp_path / "repo", "")
    made.commit({"plan.yaml": HEAD, "strands/1.yaml": strand("id: '1', title: A")}, "2022-06-01")
    made.commit({"strands/1.yaml": strand("id: '1', title: B")}, "2022-06-02")
    with Repository(made.plan) as repository:
        assert told(repository) == [("2022-06-02", ""), ("2022-06-01", "")]
    (made.top / "plans" / "west").mkdir(parents=True)
    made.git("mv", "plan.yaml", "strands", "plans/west")
    made.plan = made.top / "plans" / "west"
    made.commit({"plan.yaml": HEAD + "title: Now another one altogether\n"}, "2022-06-03")
    with Repository(made.plan) as repository:
        assert told(repository) == [
            ("2022-06-03", "plans/west"), ("2022-06-02", ""), ("2022-06-01", ""),
        ]  # fmt: skip


def test_a_copy_of_another_plan_has_a_history_of_its_own(three: Made) -> None:
    copy = {path.relative_to(three.plan).as_posix(): path.read_text("utf-8")
            for path in three.plan.rglob("*.yaml")}  # fmt: skip
    three.plan = three.top / "plans" / "east"
    three.commit(copy, "2022-09-01")
    with Repository(three.plan) as repository:
        assert told(repository) == [("2022-09-01", "plans/east")]


def test_a_plan_that_was_away_for_a_while(three: Made) -> None:
    three.git("rm", "-rq", "plans/west")
    three.commit(day="2022-09-01")
    three.git("checkout", "-q", "HEAD~1", "--", "plans/west")
    three.commit(day="2022-10-01")
    with Repository(three.plan) as repository:
        assert [day for day, _ in told(repository)] == [
            "2022-10-01", "2022-08-01", "2022-07-01", "2022-06-01",
        ]  # fmt: skip


def test_a_merge_is_one_change_on_its_day_by_those_who_wrote_it(three: Made) -> None:
    three.git("checkout", "-q", "-b", "work")
    three.commit({"glossary.yaml": "glossary: {A: B}\n"}, "2022-08-10", "Cat Cole")
    three.commit({"glossary.yaml": "glossary: {A: C}\n"}, "2022-08-11", "Dan Dale")
    three.git("checkout", "-q", "main")
    three.git("merge", "-q", "--no-ff", "-m", "Merge work", "work", day="2022-09-01")
    with Repository(three.plan) as repository:
        found = list(repository.versions())
        assert [one.on.isoformat() for one in found][:2] == ["2022-09-01", "2022-08-01"]
        assert repository.authors(found[0]) == ("Cat Cole", "Dan Dale")
        assert repository.authors(found[1]) == ("Bea Brown",)


def test_a_shallow_clone_says_where_it_ends(three: Made, tmp_path: Path) -> None:
    address = three.top.as_uri()
    three.git("clone", "-q", "--depth", "2", address, str(tmp_path / "clone"))
    with Repository(tmp_path / "clone" / "plans" / "west") as repository:
        assert [day for day, _ in told(repository)] == ["2022-08-01", "2022-07-01"]
        with pytest.raises(NoHistory, match="holds nothing before 2022-07-01; `git fetch --uns"):
            repository.version("2022-06-15")
    with Repository(three.plan) as repository:
        assert not repository.is_shallow


def test_a_work_tree_beside_the_repository(three: Made, tmp_path: Path) -> None:
    three.git("worktree", "add", "-q", str(tmp_path / "beside"), "HEAD~1")
    with Repository(tmp_path / "beside" / "plans" / "west") as repository:
        assert [day for day, _ in told(repository)] == ["2022-07-01", "2022-06-01"]


def test_a_plan_in_a_submodule(three: Made, tmp_path: Path) -> None:
    outer = Made(tmp_path / "outer")
    allowed = ("-c", "protocol.file.allow=always")
    outer.git(*allowed, "submodule", "add", "-q", three.top.as_uri(), "kept")
    outer.commit(day="2023-01-01")
    with Repository(outer.top / "kept" / "plans" / "west") as repository:
        assert len(told(repository)) == 3


def test_an_author_whose_name_is_not_utf8(made: Made) -> None:
    made.commit({"plan.yaml": HEAD})
    tree = made.git("rev-parse", "HEAD^{tree}")
    lines = (
        *(f"tree {tree}", "author Si\0 <s@example.org> 1654000000 +0000"),
        *("committer x <x@example.org> 1654000000 +0000", "", "x\n"),
    )
    data = "\n".join(lines).encode().replace(b"\0", b"\xe2n")
    done = subprocess.run(
        [GIT, "hash-object", "-t", "commit", "-w", "--literally", "--stdin"],
        cwd=made.top, input=data, capture_output=True, check=True,
    )  # fmt: skip
    made.git("update-ref", "refs/heads/main", done.stdout.decode().strip())
    with Repository(made.plan) as repository:
        assert [one.author for one in repository.versions()] == ["Si�n"]


def test_names_with_every_sort_of_sign(tmp_path: Path) -> None:
    made = Made(tmp_path / "repo", "plans/*[a] -- Siân :(top)")
    made.commit({"plan.yaml": HEAD, "strands/1 ü.yaml": strand("id: '1', title: A")})
    with Repository(made.plan) as repository:
        (version,) = repository.versions()
        plan = repository.load(version).plan
        assert plan
        assert list(plan.files) == ["plan.yaml", "strands/1 ü.yaml"]
        assert repository.changed_files() == []


def test_settings_of_a_person_change_nothing(
    three: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config"
    config.write_text(
        "[log]\nshowSignature = true\nfollow = true\n[color]\nui = always\n[core]\n"
        "pager = false\nfsmonitor = false\nquotepath = true\n[diff]\nrenames = false\n"
        "[format]\npretty = oneline\n[status]\nrelativePaths = true\nshort = true\nbranch = true\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    three.git("mv", "plans/west", "plans/wést")
    three.plan = three.top / "plans" / "wést"
    three.commit(day="2022-09-01")
    (three.plan / "new ü.txt").write_text("x")
    with Repository(three.plan) as repository:
        assert [day for day, _ in told(repository)] == [
            "2022-09-01", "2022-08-01", "2022-07-01", "2022-06-01",
        ]  # fmt: skip
        assert repository.changed_files() == ["new ü.txt"]


def test_inside_a_hook(three: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(three.top)
    monkeypatch.setenv("GIT_DIR", ".git")
    with Repository(Path("plans/west")) as repository:
        assert len(told(repository)) == 3
        assert repository.changed_files() == []


def test_what_differs_from_the_last_commit(three: Made) -> None:
    three.write({"strands/1.yaml": strand("id: '1.1', title: New"), "evidence/x.txt": "x"})
    three.write({"out/west-wsoa.html": "made"})
    before = (three.top / ".git" / "index").read_bytes()
    with Repository(three.plan) as repository:
        assert repository.changed_files() == ["evidence/x.txt", "strands/1.yaml"]
        now, then = repository.contents(None), repository.contents(repository.version("HEAD"))
    assert sorted(now) == ["evidence/x.txt", "plan.yaml", "strands/1.yaml"]
    assert now["plan.yaml"] == then["plan.yaml"]
    assert now["strands/1.yaml"] != then["strands/1.yaml"]
    assert (three.top / ".git" / "index").read_bytes() == before


def test_line_ends_of_windows_are_no_change(three: Made) -> None:
    three.git("config", "core.autocrlf", "true")
    text = (three.plan / "plan.yaml").read_bytes()
    (three.plan / "plan.yaml").write_bytes(text.replace(b"\n", b"\r\n"))
    with Repository(three.plan) as repository:
        assert repository.contents(None) == repository.contents(repository.version("HEAD"))


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "plan").mkdir()
    with pytest.raises(NoHistory, match=r"is not in a git repository.* git init"):
        Repository(tmp_path / "plan")


def test_a_repository_without_commits(made: Made) -> None:
    made.write({"plan.yaml": HEAD})
    with Repository(made.plan) as repository, pytest.raises(NoHistory, match="no commit yet"):
        list(repository.versions())


def test_a_plan_that_was_never_committed(made: Made) -> None:
    (made.top / "README").write_text("x")
    made.commit()
    made.write({"plan.yaml": HEAD})
    with (
        Repository(made.plan) as repository,
        pytest.raises(NoHistory, match="never been committed"),
    ):
        list(repository.versions())


def test_a_bare_repository(three: Made, tmp_path: Path) -> None:
    three.git("clone", "-q", "--bare", three.top.as_uri(), str(tmp_path / "bare"))
    with pytest.raises(NoHistory, match="without a work tree"):
        Repository(tmp_path / "bare")


def test_a_damaged_repository(three: Made) -> None:
    blob = three.git("rev-parse", "HEAD:plans/west/plan.yaml")
    (three.top / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with Repository(three.plan) as repository:
        newest = next(repository.versions())
        with pytest.raises(NoHistory, match=f"lacks the content {blob[:12]}"):
            repository.load(newest)


def test_ids_of_the_longer_kind(tmp_path: Path) -> None:
    made = Made(tmp_path / "repo")
    made.git("init", "-q", "--object-format=sha256", "-b", "main", str(tmp_path / "long"))
    made.top = tmp_path / "long"
    made.plan = made.top / "plan"
    made.commit({"plan.yaml": HEAD})
    with Repository(made.plan) as repository:
        (version,) = repository.versions()
        assert len(version.id) == 64
        assert repository.load(version).findings == ()


def test_without_git(three: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    git_module._program.cache_clear()
    with pytest.raises(NoHistory, match="git is not installed"):
        Repository(three.plan)


def test_a_program_called_git_in_the_current_folder_is_not_run(
    three: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / ("git.exe" if sys.platform == "win32" else "git")
    fake.write_text("#!/bin/sh\ntouch ran\n")
    fake.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    git_module._program.cache_clear()
    with pytest.raises(NoHistory, match="git is not installed"):
        Repository(three.plan)
    assert not (tmp_path / "ran").exists()


@pytest.fixture(autouse=True)
def git_is_looked_for_again() -> None:
    git_module._program.cache_clear()
