from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from sendctl.cli import render
from sendctl.document import Document, Meta
from sendctl.document.writers import odt
from tests.cli.conftest import ROOT, Ran

Run = Callable[..., Ran]
BROKEN = "events: {report_published: 26/05/2022}\nframework: area-send-2016\n"


def test_example_gives_the_files_whose_paths_it_prints(process: Run, tmp_path: Path) -> None:
    ran = process(
        "render", "wsoa", "-p", str(ROOT / "plans/blackpool"), "--to", "html", "--to", "md"
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "out/blackpool-wsoa.html\nout/blackpool-wsoa.md\n"
    html = (tmp_path / "out/blackpool-wsoa.html").read_text("utf-8")
    assert html.startswith("<!doctype html>")
    assert "Not Blackpool Council's plan." in html
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "blackpool-wsoa.html",
        "blackpool-wsoa.md",
    ]


def test_two_runs_give_the_same_bytes_wherever_they_run(process: Run, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "deeper" / "blackpool"
    shutil.copytree(ROOT / "plans/blackpool", copy)
    plans = (ROOT / "plans/blackpool", copy)
    for number, plan in enumerate(plans):
        ran = process(
            "render", "plan", "-p", str(plan), "--to", "html", "--to", "md", "-o", str(number),
            PYTHONHASHSEED=str(number + 1), TZ="Pacific/Auckland" if number else "UTC",
        )  # fmt: skip
        assert ran.code == 0, ran.err
    for name in ("blackpool-wsoa.html", "blackpool-wsoa.md"):
        first, second = ((tmp_path / str(number) / name).read_bytes() for number in (0, 1))
        assert first == second
        assert str(tmp_path).encode() not in first


@pytest.mark.parametrize(
    ("case", "name"),
    [("priority-action-plan", "pap"), ("accelerated-plan", "app"), ("minimal", "wsoa")],
)
def test_each_kind_has_its_name(sendctl: Run, tmp_path: Path, case: str, name: str) -> None:
    plan = str(ROOT / "tests/cases/good" / case)
    assert sendctl("render", "plan", "-p", plan).out == f"out/{case}-{name}.html\n"
    assert sendctl("render", name, "-p", plan, "-o", "b").out == f"b/{case}-{name}.html\n"
    assert (tmp_path / "b" / f"{case}-{name}.html").exists()


def test_the_name_of_another_kind_is_wrong_use(sendctl: Run) -> None:
    ran = sendctl("render", "wsoa", "-p", str(ROOT / "tests/cases/good/priority-action-plan"))
    assert ran.code == 2
    assert "its statement is called pap, not wsoa." in ran.err


def test_a_plan_with_errors_is_refused_and_nothing_written(
    sendctl: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    write(more=BROKEN)
    ran = sendctl("render", "wsoa", "-p", "plan")
    assert (ran.code, ran.out) == (1, "")
    assert "plan has 1 error, so nothing was written." in ran.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["minutes"], "There is no document 'minutes'."),
        (["committee"], "Name the report: sendctl render committee REPORT."),
        (["committee", "none"], "There is no report 'none'."),
        (["wsoa", "--by", "month"], "--by is for actions, not for wsoa: leave it out."),
        (["progress", "--since", "2022-09-01", "--since-meeting", "x"], "give one of them."),
    ],
)
def test_wrong_use_is_said_before_the_errors_of_a_plan(
    sendctl: Run, write: Callable[..., Path], asked: list[str], said: str
) -> None:
    write(more=BROKEN)
    ran = sendctl("render", *asked, "-p", "plan")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_draft_renders_in_spite_of_errors_and_says_so(
    sendctl: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    write(more=BROKEN)
    ran = sendctl("render", "wsoa", "-p", "plan", "--draft")
    assert (ran.code, ran.out) == (0, "out/plan-wsoa-draft.html\n")
    assert "1 problem in its files; what cannot be read is left out." in ran.err
    assert "Draft" in (tmp_path / "out/plan-wsoa-draft.html").read_text("utf-8")


def test_a_broken_template_is_a_finding_with_file_and_line(
    sendctl: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    folder = write() / "templates/wsoa/sections"
    folder.mkdir(parents=True)
    (folder / "cover.html.j2").write_text("<header>\n<h1>{{ plan.tilte }}</h1>\n</header>\n")
    ran = sendctl("render", "wsoa", "-p", "plan")
    assert ran.code == 1
    assert "plan/templates/wsoa/sections/cover.html.j2:2:1: error SC720:" in ran.out
    assert "Did you mean 'title'?" in ran.out
    assert not (tmp_path / "out").exists()


def test_a_template_that_makes_unsound_markup_is_refused(
    sendctl: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    folder = write() / "templates/wsoa/sections"
    folder.mkdir(parents=True)
    (folder / "cover.html.j2").write_text("<h1>Ours</h1><script>alert(1)</script>\n")
    ran = sendctl("render", "wsoa", "-p", "plan")
    assert ran.code == 1
    assert "SC701" in ran.out
    assert not (tmp_path / "out").exists()


def test_an_existing_file_stays_when_the_new_one_cannot_be_made(
    sendctl: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    plan = write()
    assert sendctl("render", "wsoa", "-p", "plan").code == 0
    before = (tmp_path / "out/plan-wsoa.html").read_bytes()
    (plan / "risks.yaml").write_text("risks: [")
    assert sendctl("render", "wsoa", "-p", "plan").code == 1
    assert (tmp_path / "out/plan-wsoa.html").read_bytes() == before


def test_a_folder_that_cannot_be_written_is_said_in_one_line(
    sendctl: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    write()
    (tmp_path / "out").write_text("a file, not a folder")
    ran = sendctl("render", "wsoa", "-p", "plan")
    assert ran.code == 2
    assert ran.err == "out/plan-wsoa.html cannot be written: not a directory.\n"
    assert (tmp_path / "out").read_text() == "a file, not a folder"


def test_an_unknown_document_or_format_is_wrong_use(
    sendctl: Run, write: Callable[..., Path]
) -> None:
    write()
    assert sendctl("render", "minutes", "-p", "plan").code == 2
    assert sendctl("render", "plan", "-p", "plan", "--to", "rtf").code == 2
    assert sendctl("render", "plan", "-p", "nowhere").code == 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("wsoo",), "There is no document 'wsoo'. Did you mean 'wsoa'?"),
        (("",), "There is no document ''."),
        (("plan", "plans/a"), "leave 'plans/a' out. Which plan is meant is said with --plan."),
    ],
)
def test_a_document_that_there_is_not(
    sendctl: Run, write: Callable[..., Path], words: tuple[str, ...], said: str
) -> None:
    write("plans/a")
    code, out, err = sendctl("render", *words)
    assert (code, out) == (2, "")
    assert said in err


def test_a_committee_report_for_all_its_meetings_and_for_one(sendctl: Run) -> None:
    plan = str(ROOT / "plans/blackpool")
    ran = sendctl("render", "committee", "scrutiny-2022-06-30", "-p", plan, "--to", "md")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "out/blackpool-committee-scrutiny-2022-06-30.md\n"
    ran = sendctl("render", "committee", "approval-2022-08", "-p", plan, "--meeting", "2")
    assert ran.out == "out/blackpool-committee-approval-2022-08-meeting-2.html\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("committee",), "Name the report: sendctl render committee REPORT. The plan has:"),
        (("committee", "scrutiny-2022-06-3"), "Did you mean 'scrutiny-2022-06-30'?"),
        (("committee", "approval-2022-08", "--meeting", "3"), "has no meeting 3; it has 2."),
        (("committee", "approval-2022-08", "--meeting", "0"), "Invalid value for '--meeting'"),
        (("wsoa", "--meeting", "1"), "--meeting is for committee, not for wsoa: leave it out."),
        (("wsoa", "approval-2022-08"), "made of the whole plan"),
    ],
)
def test_what_cannot_be_asked_of_a_report(sendctl: Run, words: tuple[str, ...], said: str) -> None:
    ran = sendctl("render", *words, "-p", str(ROOT / "plans/blackpool"))
    assert (ran.code, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())


def test_a_file_that_is_ready_takes_the_place_of_what_a_writer_makes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = Document(Meta("A"), (), ready={"md": b"ours"})
    render._write(made, tmp_path / "a", [render.To.MD, render.To.HTML])
    assert (tmp_path / "a.md").read_bytes() == b"ours"
    assert (tmp_path / "a.html").read_bytes().startswith(b"<!doctype html>")
    assert capsys.readouterr().out.count("\n") == 2


PUBLISHED = """\
framework: area-send-2016
events: {report_published: 2022-05-26}
public: {approved: {on: 2022-09-21, by: council}}
"""
COUNCIL = "bodies: {council: {name: Council}}\n"


def test_a_public_version_says_so_in_its_name(sendctl: Run, write: Callable[..., Path]) -> None:
    write(more=PUBLISHED, owners=COUNCIL)
    for name in ("wsoa", "summary"):
        ran = sendctl("render", name, "-p", "plan", "--public", "--today", "2022-09-30")
        assert (ran.code, ran.out, ran.err) == (0, f"out/plan-{name}-public.html\n", "")


def test_a_public_version_is_refused_before_the_report_and_without_approval(
    sendctl: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    write(more=PUBLISHED, owners=COUNCIL)
    ran = sendctl("render", "wsoa", "-p", "plan", "--public", "--today", "2022-05-25")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "plan may not be published yet, so nothing was written: the inspectors' report is "
        "confidential until it is published on 26 May 2022; and its approval is dated 21 "
        "September 2022, after 25 May 2022.\n"
    )
    assert not (tmp_path / "out").exists()
    ran = sendctl("render", "wsoa", "-p", "plan", "--public", "--draft", "--today", "2022-06-01")
    assert (ran.code, ran.out) == (0, "out/plan-wsoa-public-draft.html\n")
    page = (tmp_path / "out/plan-wsoa-public-draft.html").read_text("utf-8")
    assert "Its approval is dated 21 September 2022, after 1 June 2022." in page


def test_a_draft_lists_what_is_missing_with_file_and_line(
    sendctl: Run, write: Callable[..., Path], tmp_path: Path
) -> None:
    write(more=BROKEN)
    assert sendctl("render", "wsoa", "-p", "plan", "--draft", "--to", "md").code == 0
    said = (tmp_path / "out/plan-wsoa-draft.md").read_text("utf-8")
    assert "## Still to do before this can be signed" in said
    assert "plan.yaml, line 3" in said


def test_the_example_is_published_with_nothing_internal(process: Run, tmp_path: Path) -> None:
    plan = str(ROOT / "plans/blackpool")
    ran = process("render", "wsoa", "-p", plan, "--public", "--to", "html", "--to", "md")
    assert (ran.code, ran.err) == (0, "")
    for ending in ("html", "md"):
        said = (tmp_path / f"out/blackpool-wsoa-public.{ending}").read_text("utf-8")
        assert "This is the public version." in said
        assert "Two job coaches" not in said  # what it costs is for the council


@pytest.mark.parametrize(("form", "package"), [("docx", "docx"), ("docx", "typst")])
def test_a_missing_extra_is_one_line(
    sendctl: Run, monkeypatch: pytest.MonkeyPatch, form: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    ran = sendctl("render", "wsoa", "-p", str(ROOT / "plans/blackpool"), "--to", form)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "DOCX documents need a package that is not installed: "
        'python -m pip install "sendctl[documents]"\n'
    )


def test_without_libreoffice_open_document_is_refused_in_one_line(
    sendctl: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(odt, "find_libreoffice", lambda: "")
    ran = sendctl("render", "wsoa", "-p", str(ROOT / "plans/blackpool"), "--to", "odt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "LibreOffice, which makes OpenDocument files, was not found. Install it, or use --to "
        "docx: LibreOffice opens that as well.\n"
    )
    assert not (tmp_path / "out").exists()


def test_a_word_file_is_the_same_wherever_it_is_made(process: Run, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "blackpool"
    shutil.copytree(ROOT / "plans/blackpool", copy)
    for number, plan in enumerate((ROOT / "plans/blackpool", copy)):
        ran = process(
            "render", "wsoa", "-p", str(plan), "--to", "docx", "-o", str(number),
            PYTHONHASHSEED=str(number + 1), TZ="Pacific/Auckland" if number else "UTC",
        )  # fmt: skip
        assert (ran.code, ran.out) == (0, f"{number}/blackpool-wsoa.docx\n"), ran.err
    first, second = (
        (tmp_path / str(number) / "blackpool-wsoa.docx").read_bytes() for number in (0, 1)
    )
    assert first == second


def test_a_councils_own_word_form_is_filled_and_the_other_formats_follow_the_layout(
    process: Run, tmp_path: Path
) -> None:
    plan = tmp_path / "blackpool"
    shutil.copytree(ROOT / "plans/blackpool", plan)
    layout = (ROOT / "templates/committee/layouts/blackpool-scrutiny.yaml").read_text("utf-8")
    (plan / "layouts").mkdir()
    own = plan / "layouts/blackpool-scrutiny.yaml"
    own.write_text(layout + "\nform: ours.docx\n", encoding="utf-8")
    form = docx.Document()
    form.add_paragraph("{{ body }} will receive: {{ title }}")
    form.save(str(plan / "layouts/ours.docx"))
    words = ("render", "committee", "scrutiny-2022-06-30", "-p", str(plan))
    ran = process(*words, "--to", "docx", "--to", "md")
    assert (ran.code, ran.err) == (0, "")
    made = docx.Document(str(tmp_path / "out/blackpool-committee-scrutiny-2022-06-30.docx"))
    (said,) = made.paragraphs
    assert said.text.startswith("Children and Young People's Scrutiny Committee will receive: SEND")
    assert "## 25.0 Notes:" in (
        tmp_path / "out/blackpool-committee-scrutiny-2022-06-30.md"
    ).read_text("utf-8")
    form.add_paragraph("{{ titel }}")
    form.save(str(plan / "layouts/ours.docx"))
    ran = process(*words, "--to", "docx")
    assert ran.code == 1
    assert "layouts/ours.docx:1:1: error SC720: “titel” is not known here." in ran.out


@pytest.mark.parametrize(
    ("words", "files"),
    [
        (("progress", "--since", "2022-06-30"), ["blackpool-progress"]),
        (("progress", "--for", "dfe"), ["blackpool-progress-dfe"]),
        (
            ("progress", "--for", "scrutiny", "--since-meeting", "scrutiny-2022-06-30"),
            ["blackpool-progress-scrutiny"],
        ),
        (("progress", "--for", "families", "--draft"), ["blackpool-progress-families-draft"]),
        (("actions",), ["blackpool-actions"]),
        (("actions", "--by", "month"), ["blackpool-actions-by-month"]),
    ],
)
def test_progress_and_tracker(
    sendctl: Run, tmp_path: Path, words: tuple[str, ...], files: list[str]
) -> None:
    ran = sendctl("render", *words, "-p", str(ROOT / "plans/blackpool"), "--to", "md")
    assert ran == (0, "".join(f"out/{name}.md\n" for name in files), "")
    assert all((tmp_path / "out" / f"{name}.md").is_file() for name in files)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("wsoa", "--by", "owner"), "--by is for actions, not for wsoa: leave it out."),
        (("actions", "--for", "dfe"), "--for is for progress, not for actions: leave it out."),
        (("progress", "--since", "soon"), "'soon' is not an exact day."),
        (("progress", "--since", "2022-10-01"), "lies after the position, 2022-09-30."),
        (("progress", "--since-meeting", "cabinet"), "No meeting 'cabinet' is recorded."),
        (("progress", "--for", "press"), "'press' is not one of 'dfe', 'scrutiny', 'families'."),
        (
            ("actions", "--by", "colour"),
            "'colour' is not one of 'strand', 'weakness', 'owner', 'month'.",
        ),
    ],
)
def test_options_that_do_not_fit_are_wrong_use(
    sendctl: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    code, out, err = sendctl("render", *words, "-p", str(ROOT / "plans/blackpool"))
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())
    assert not (tmp_path / "out").exists()


def test_the_choices_are_those_of_the_documents() -> None:
    from sendctl.cli.render import By, Reader
    from sendctl.report.request import GROUPINGS, READERS

    assert (tuple(By), tuple(Reader)) == (GROUPINGS, READERS)
