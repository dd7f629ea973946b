"""`--at`: the plan as it stood then, with everything that belongs to it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Ran
from tests.history.made import HEAD, Made, strand

Run = Callable[..., Ran]
LINK = "evidence: [{title: Minutes, link: evidence/minutes.txt}]"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A plan of June that was mended in July; its template and evidence came and went."""
    made = Made(tmp_path / "repo")
    made.commit(
        {
            "plan.yaml": HEAD + "framework: area-send-2016\nparent: {plan: ../earlier}\n",
            "strands/1.yaml": strand(f"id: '1.1', title: Map, due: 2022-05, {LINK}, wrong: 1"),
            "evidence/minutes.txt": "x",
            "templates/actions/actions.html.j2": "<h1>As it was in June</h1>\n",
            "../earlier/plan.yaml": HEAD.replace("wsoa", "strategic_plan"),
        },
        "2022-06-30",
    )
    made.commit(
        {
            "plan.yaml": HEAD + "framework: area-send-2016\nas_at: 2022-07-15\n",
            "strands/1.yaml": strand("id: '1.1', title: Map, due: 2022-12"),
            "evidence/minutes.txt": None,
            "templates/actions/actions.html.j2": None,
            "../earlier/plan.yaml": None,
        },
        "2022-07-31",
    )
    return made


def state(made: Made) -> list[tuple[str, bytes]]:
    files = (path for path in made.top.rglob("*") if path.is_file())
    return sorted((path.as_posix(), path.read_bytes()) for path in files)


def test_validate_names_the_path_as_given(sendctl: Run, made: Made) -> None:
    before = state(made)
    ran = sendctl("validate", "plans/west", "--at", "HEAD~1", "--format", "json", cwd=made.top)
    assert ran.code == 1
    answer = json.loads(ran.out)
    assert [
        (one["code"], one["file"], one["line"])
        for one in answer["findings"]
        if one["severity"] == "error"
    ] == [("SC102", "plans/west/strands/1.yaml", 4)]
    # The evidence and the earlier plan were there then.
    assert not {one["code"] for one in answer["findings"]} & {"SC613", "SC204"}
    assert "sendctl-" not in ran.out
    assert sendctl("validate", "plans/west", cwd=made.top).code == 0
    assert state(made) == before


def test_today_is_the_day_of_the_version(sendctl: Run, made: Made) -> None:
    for at, today, expected in [
        ("HEAD~1", (), "30 June 2022"),
        ("2022-07-01", (), "30 June 2022"),
        ("HEAD~1", ("--today", "2022-07-02"), "2 July 2022"),
        ("HEAD", (), "15 July 2022"),
    ]:
        ran = sendctl("deadlines", "plans/west", "--at", at, *today, cwd=made.top)
        assert ran.out.splitlines()[0] == f"Westshire: deadlines on {expected}", at


def test_templates_come_from_that_version(sendctl: Run, made: Made) -> None:
    arguments = ("render", "actions", "-p", "plans/west", "--draft", "--to", "md", "-o", "made")
    ran = sendctl(*arguments, "--at", "2022-06-30", cwd=made.top)
    assert (ran.code, ran.out) == (0, "made/west-actions-draft.md\n")
    text = (made.top / "made" / "west-actions-draft.md").read_text("utf-8")
    assert "# As it was in June" in text
    assert "Position as at 30 June 2022" in text
    assert sendctl(*arguments, cwd=made.top).code == 0
    later = (made.top / "made" / "west-actions-draft.md").read_text("utf-8")
    assert "As it was in June" not in later


def test_a_plan_under_an_earlier_name_keeps_the_present_one(sendctl: Run, made: Made) -> None:
    made.git("mv", "plans/west", "plans/new")
    made.plan = made.top / "plans" / "new"
    made.commit(day="2022-09-01")
    ran = sendctl("render", "wsoa", "--at", "2022-08-01", "-o", "made", cwd=made.plan)
    assert (ran.code, ran.out) == (0, "made/new-wsoa.html\n")


def test_refusals_name_the_path_as_given(sendctl: Run, made: Made) -> None:
    arguments = ("render", "actions", "--public", "-p", "plans/west", "--at", "HEAD")
    ran = sendctl(*arguments, cwd=made.top)
    assert ran.code == 1
    assert ran.err.startswith("plans/west may not be published yet")


@pytest.mark.parametrize("command", [("validate",), ("deadlines",), ("render", "wsoa", "-p")])
def test_a_version_that_there_is_not(sendctl: Run, made: Made, command: tuple[str, ...]) -> None:
    ran = sendctl(*command, "plans/west", "--at", "v9", cwd=made.top)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("git knows no revision 'v9'.")


def test_nothing_is_left_behind(
    process: Run, made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    for at, code in (("HEAD~1", 1), ("nothing", 2)):
        assert process("validate", "plans/west", "--at", at, cwd=made.top).code == code
    assert list((tmp_path / "temporary").iterdir()) == []


def test_outside_of_git(
    sendctl: Run, write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    ran = sendctl("validate", write().as_posix(), "--at", "HEAD")
    assert ran.code == 2
    assert "is not in a git repository" in ran.err


@pytest.mark.parametrize(
    ("words", "then", "now"),
    [
        (("status", "plans/west"), "Overdue (1)", "No action is overdue"),
        (("list", "actions", "-p", "plans/west"), "2022-05", "2022-12"),
        (("show", "1.1", "-p", "plans/west"), "due May 2022", "due December 2022"),
    ],
)
def test_a_plan_is_seen_as_it_stood_then(
    sendctl: Run, made: Made, words: tuple[str, ...], then: str, now: str
) -> None:
    before = state(made)
    earlier, present = (
        sendctl(*words, "--at", "HEAD~1", cwd=made.top),
        sendctl(*words, cwd=made.top),
    )
    assert (earlier.code, present.code) == (0, 0)
    assert then in earlier.out
    assert then not in present.out
    assert now in present.out
    assert state(made) == before
