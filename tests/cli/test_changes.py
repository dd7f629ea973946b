from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.cli.conftest import Ran
from tests.history.made import HEAD, Made, strand
from tests.history.year import year

Run = Callable[..., Ran]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return year(Made(tmp_path / "repo"))


@pytest.mark.parametrize("form", ["text", "json", "md", "html"])
def test_everything_that_can_change(
    sendctl: Run, made: Made, form: str, snapshot: SnapshotAssertion
) -> None:
    ran = sendctl("changes", "--format", form, cwd=made.plan)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out[ran.out.find("<body") if form == "html" else 0 :] == snapshot


def summary(ran: Ran) -> dict[str, int]:
    assert ran.code == 0, ran.err
    found: dict[str, int] = json.loads(ran.out)["summary"]
    return found


def versions(ran: Ran) -> tuple[str, str | None]:
    assert ran.code == 0, ran.err
    answer = json.loads(ran.out)
    later = answer["to"]["version"]
    return answer["from"]["version"]["date"], later and later["date"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), ("2022-06-20", "2022-09-30")),
        (("HEAD~1",), ("2022-06-20", "2022-09-30")),
        (("2022-07-01",), ("2022-06-20", "2022-09-30")),
        (("HEAD~1", "HEAD~1"), ("2022-06-20", "2022-06-20")),
        (("HEAD", "HEAD~1"), ("2022-09-30", "2022-06-20")),
        (("--since", "2022-09-29"), ("2022-06-20", "2022-09-30")),
        (("--since", "2022-09-30"), ("2022-09-30", "2022-09-30")),
        (("--since-meeting", "scrutiny-june"), ("2022-06-20", "2022-09-30")),
        (("HEAD~1", "--uncommitted"), ("2022-06-20", None)),
        (("--uncommitted",), ("2022-09-30", None)),
    ],
)
def test_which_versions(
    sendctl: Run, made: Made, arguments: tuple[str, ...], expected: tuple[str, str | None]
) -> None:
    assert versions(sendctl("changes", *arguments, "--format", "json", cwd=made.plan)) == expected


def test_without_versions_uncommitted_work_comes_first(sendctl: Run, made: Made) -> None:
    arguments = ("changes", "--format", "json")
    made.write({"glossary.yaml": "glossary: {ICB: Another}\n", "out/west-wsoa.html": "x"})
    ran = sendctl(*arguments, cwd=made.plan)
    assert versions(ran) == ("2022-09-30", None)
    assert summary(ran) == {"other": 1}
    made.git("checkout", "-q", "--", ".")
    assert versions(sendctl(*arguments, cwd=made.plan)) == ("2022-06-20", "2022-09-30")


def test_nothing_changed(sendctl: Run, made: Made) -> None:
    ran = sendctl("changes", "HEAD", cwd=made.plan)
    assert "Nothing changed." in ran.out
    assert "Nothing changed." in sendctl("changes", "HEAD", "--format", "html", cwd=made.plan).out


def test_a_new_plan_in_a_pull_request(sendctl: Run, made: Made) -> None:
    made.plan = made.top / "plans" / "east"
    made.commit({"plan.yaml": HEAD, "strands/1.yaml": strand("id: '1.1', title: A")}, "2022-10-01")
    ran = sendctl("changes", "HEAD^1", "HEAD", "-p", "plans/east", cwd=made.top)
    assert ran.code == 0
    assert "does not have this plan, so all of it is new" in ran.out
    assert "1 plan, 1 action and 1 strand added" in ran.out


def test_all_plans(sendctl: Run, made: Made) -> None:
    made.plan = made.top / "plans" / "east"
    made.commit({"plan.yaml": HEAD}, "2022-10-01")
    arguments = ("changes", "HEAD~1", "HEAD", "--all-plans", "--format")
    answers = json.loads(sendctl(*arguments, "json", cwd=made.top).out)
    assert [(one["plan"], one["summary"]) for one in answers] == [
        ("plans/east", {"added": 1}), ("plans/west", {}),
    ]  # fmt: skip
    assert sendctl(*arguments, "md", cwd=made.top).out.count("# What changed: ") == 2
    ran = sendctl(*arguments, "html", cwd=made.top)
    assert (ran.code, ran.err) == (2, "A page is about one plan; name the one.\n")


def test_what_cannot_be_read_is_told_and_not_compared(sendctl: Run, made: Made) -> None:
    made.commit({"strands/1.yaml": "id: [\n"}, "2022-10-01")
    ran = sendctl("changes", cwd=made.plan)
    assert ran.code == 0
    assert ran.out.endswith("Not compared, for one version cannot be read there: strands/1.yaml.\n")
    assert "1 problem in " in ran.err
    made.commit({"plan.yaml": "sendctl: 8\n"}, "2022-10-02")
    made.commit({"plan.yaml": "sendctl: 9\n"}, "2022-10-03")
    ran = sendctl("changes", cwd=made.plan)
    assert (ran.code, ran.out) == (1, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("HEAD", "--since", "2022-09-30"), "say the same: give one"),
        (("HEAD~1", "HEAD", "--uncommitted"), "say different things"),
        (("--since", "2022-06-19"), "no version of . from 2022-06-19 or before: its first commit"),
        (("--since-meeting", "cabinet"), "No meeting 'cabinet' is recorded. There are: scrutiny"),
        (("--upload-pack=x",), "No such option"),
        (("HEAD~7",), "knows no revision 'HEAD~7'"),
    ],
)
def test_wrong_use(sendctl: Run, made: Made, arguments: tuple[str, ...], said: str) -> None:
    ran = sendctl("changes", *arguments, cwd=made.plan)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_plan_with_one_version(sendctl: Run, tmp_path: Path) -> None:
    made = Made(tmp_path / "one")
    made.commit({"plan.yaml": HEAD})
    ran = sendctl("changes", cwd=made.plan)
    assert ran.code == 2
    assert "has one version only, of 2022-06-01" in ran.err
    made.git("clone", "-q", "--depth", "1", made.top.as_uri(), str(tmp_path / "two"))
    made.commit({"plan.yaml": HEAD + "title: T\n"})
    made.git("clone", "-q", "--depth", "1", made.top.as_uri(), str(tmp_path / "cut"))
    ran = sendctl("changes", cwd=tmp_path / "cut" / "plans" / "west")
    assert "holds nothing before 2022-06-01; `git fetch --unshallow`" in ran.err


def test_a_comment_stays_short(sendctl: Run, tmp_path: Path) -> None:
    made = Made(tmp_path / "long")
    made.commit({"plan.yaml": HEAD})
    made.commit({"strands/1.yaml": strand(*(f"id: a{n}, title: T{n}" for n in range(500)))})
    note = "word " * 500
    updates = f"updates: [{{on: 2022-06-01, note: {note}}}]"
    texts = (f"id: a{n}, title: T{n}, {updates}" for n in range(500))
    made.commit({"strands/1.yaml": strand(*texts)})
    ran = sendctl("changes", "HEAD~2", "--format", "md", cwd=made.plan)
    assert "- And 491 more." in ran.out
    ran = sendctl("changes", "--format", "md", cwd=made.plan)
    assert "500 reports." in ran.out
    assert len(ran.out) < 5000


def test_written_to_a_file(sendctl: Run, made: Made) -> None:
    ran = sendctl("changes", "--format", "html", "-o", "out/changes.html", cwd=made.plan)
    assert (ran.code, ran.out) == (0, "out/changes.html\n")
    text = (made.plan / "out" / "changes.html").read_text("utf-8")
    assert "Publish &lt;b&gt;one&lt;/b&gt; page" in text
    assert "<em>employer</em>" in text
