from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from sendctl import __version__
from sendctl.plan import load_plan
from tests.cli.conftest import Ran
from tests.history.made import Made
from tests.history.year import year

Run = Callable[..., Ran]
SEAL = ("seal", "submission", "--by", "head", "--today", "2022-10-01")


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return year(Made(tmp_path / "repo"))


def test_what_was_submitted_is_proved(sendctl: Run, made: Made) -> None:
    ran = sendctl(*SEAL, "wsoa", "actions", "--to", "html", "--to", "md", cwd=made.plan)
    assert ran.code == 0, ran.err
    revision = made.git("rev-parse", "HEAD")
    text = (made.plan / "seals.yaml").read_text("utf-8")
    assert text.splitlines()[:9] == [
        "# Written by sendctl seal; sendctl verify proves it. Add to it, and change nothing.",
        "seals:",
        "  - name: submission",
        "    on: 2022-10-01",
        "    by: head",
        f'    revision: "{revision}"',
        "    today: 2022-10-01",
        f'    sendctl: "{__version__}"',
        "    documents:",
    ]
    loaded = load_plan(made.plan)
    assert loaded.findings == ()
    assert loaded.plan
    (seal,) = loaded.plan.seals
    rendered = ("render", "wsoa", "--today", "2022-10-01", "-o", "made", "--to", "html")
    assert sendctl(*rendered, cwd=made.plan).code == 0
    page = (made.plan / "made" / "west-wsoa.html").read_bytes()
    assert seal.documents[0].sha256 == sha256(page).hexdigest()
    assert ran.out.splitlines()[0] == f"{seal.documents[0].sha256}  wsoa html"

    made.commit({"strands/1.yaml": "id: '1'\ntitle: Quite another\n"}, "2023-01-01")
    ran = sendctl("verify", "submission", "made/west-wsoa.html", cwd=made.plan)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"submission: sealed on 2022-10-01 by head, commit {revision[:10]}, sendctl {__version__}\n"
        "same     wsoa html\nsame     wsoa md\nsame     actions html\nsame     actions md\n"
        "same     made/west-wsoa.html\n"
    )


def test_what_differs_is_named_with_the_version_that_sealed(sendctl: Run, made: Made) -> None:
    assert sendctl(*SEAL, "actions", cwd=made.plan).code == 0
    file = made.plan / "seals.yaml"
    text = file.read_text("utf-8")
    digest = text.partition('sha256: "')[2][:64]
    file.write_text(
        text.replace(digest, "0" * 64).replace(f'sendctl: "{__version__}"', 'sendctl: "0.0.1"')
    )
    (made.plan / "other.html").write_text("x")
    ran = sendctl("verify", "submission", "other.html", cwd=made.plan)
    assert ran.code == 1
    assert ran.out.splitlines()[1:] == [
        "DIFFERS  actions html",
        "DIFFERS  other.html",
        f"This is sendctl {__version__}; use 0.0.1 to compare like with like.",
    ]
    ran = sendctl("verify", "submission", "--format", "json", cwd=made.plan)
    answer = json.loads(ran.out)
    assert (ran.code, answer["holds"], answer["sealed_with"]) == (1, False, "0.0.1")
    assert answer["documents"] == [
        {"name": "actions html", "sealed": "0" * 64, "found": digest, "same": False}
    ]


def test_a_second_seal_leaves_the_first_as_it_is(sendctl: Run, made: Made) -> None:
    made.commit({"seals.yaml": "# Ours\nseals:   # all\n"})
    assert sendctl(*SEAL, "actions", cwd=made.plan).code == 0
    first = (made.plan / "seals.yaml").read_text("utf-8")
    assert first.startswith("# Ours\nseals:   # all\n  - name: submission\n")
    report = "committee:scrutiny-june"
    ran = sendctl("seal", "scrutiny", report, "--today", "2022-10-02", cwd=made.plan)
    assert ran.code == 0, ran.err
    both = (made.plan / "seals.yaml").read_text("utf-8")
    assert both.startswith(first)
    assert "        report: scrutiny-june\n" in both
    assert sendctl("verify", "scrutiny", cwd=made.plan).code == 0
    ran = sendctl("seal", "scrutiny", cwd=made.plan)
    assert (ran.code, ran.out) == (1, "")
    assert "has a seal 'scrutiny' already" in ran.err
    assert (made.plan / "seals.yaml").read_text("utf-8") == both


def test_uncommitted_work_cannot_be_sealed(sendctl: Run, made: Made) -> None:
    made.write({"glossary.yaml": "glossary: {A: B}\n", "evidence/new.txt": "x"})
    ran = sendctl(*SEAL, cwd=made.plan)
    assert (ran.code, ran.out) == (1, "")
    assert "changes that are not committed (evidence/new.txt, glossary.yaml)" in ran.err
    assert not (made.plan / "seals.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("seal", "a b"), 2, "A seal cannot be called 'a b'"),
        (("seal", "-x"), 2, "No such option"),
        (("seal", "s", "nothing"), 2, "There is no document 'nothing'"),
        (("seal", "s", "committee"), 2, "Name the report"),
        (("seal", "s", "committee:none"), 2, "none"),
        (("seal", "s", "--by", "heed"), 2, "no post, body or board 'heed'. Did you mean"),
        (("seal", "s", "--public"), 1, "may not be published yet"),
        (("verify", "s"), 2, "seals.yaml has no seal 's'. There are none yet."),
    ],
)
def test_refusals(
    sendctl: Run, made: Made, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ran = sendctl(*arguments, cwd=made.plan)
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert not (made.plan / "seals.yaml").exists()


def test_a_plan_with_errors_is_not_sealed(sendctl: Run, made: Made) -> None:
    made.commit({"glossary.yaml": "wrong: 1\n"})
    ran = sendctl(*SEAL, cwd=made.plan)
    assert (ran.code, ran.err) == (1, "Nothing is sealed: the last commit of . has 1 error.\n")


@pytest.mark.parametrize("text", ["seals: [\n", "seals: []\n", "# x\nseals: []\nwrong: 1\n"])
def test_a_file_that_is_laid_out_otherwise_is_left_alone(
    sendctl: Run, made: Made, text: str
) -> None:
    (made.plan / "seals.yaml").write_text(text)
    ran = sendctl(*SEAL, "actions", cwd=made.plan)
    assert ran.code == 1
    assert ran.err.startswith("Nothing is sealed: seals.yaml ")
    assert (made.plan / "seals.yaml").read_text() == text


def test_a_commit_that_is_gone(sendctl: Run, made: Made) -> None:
    assert sendctl(*SEAL, "actions", cwd=made.plan).code == 0
    file = made.plan / "seals.yaml"
    gone = file.read_text("utf-8").replace(made.git("rev-parse", "HEAD"), "1" * 40)
    file.write_text(gone)
    ran = sendctl("verify", "submission", cwd=made.plan)
    assert (ran.code, ran.out) == (2, "")
    assert f"git knows no revision '{'1' * 40}'" in ran.err
    assert "There is no seal" not in ran.err
    ran = sendctl("verify", "submision", cwd=made.plan)
    assert "Did you mean 'submission'?" in ran.err
