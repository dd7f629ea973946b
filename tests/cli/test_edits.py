"""`set`, `note`, `move` and `add`, as people type them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from sendctl.edit import apply
from sendctl.edit.lock import locked
from sendctl.plan import load_plan

Run = Callable[..., "tuple[int, str, str]"]
Process = Run

ROOT = Path(__file__).parent.parent.parent
STRAND = """\
# The strand
id: "1"
title: A
actions:
  - id: "1.9"       # kept
    title: Hire two psychologists
    owners: {lead: head, partners: [pcf]}
    due: 2022-12
    status: in_progress
    rating: on_track
    success:
      - Two are hired   # by name
    milestones:
      - {title: First, due: 2022-10}
      - {title: Second, due: 2022-11}
"""
OWNERS = """\
bodies:
  council: {name: Council, kind: council}
  pcf: {name: Parent carer forum, kind: parents}
posts:
  head: {title: Head of SEND, body: council}
"""
HEAD = """\
area: Siân
kind: wsoa
as_at: 2022-09-30
vocabulary:
  shown:
    - {word: Likely to miss its date, status: [in_progress], rating: [at_risk]}
    - {word: Late, status: [in_progress, on_hold]}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "strands").mkdir()
    for name, text in (("plan", HEAD), ("owners", OWNERS), ("strands/1", STRAND)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def changed(plan: Path, old: str, new: str, name: str = "strands/1.yaml") -> bool:
    """Whether a file is what it was but for these lines."""
    was = {"strands/1.yaml": STRAND, "owners.yaml": OWNERS, "plan.yaml": HEAD}[name]
    assert was.count(old) == 1
    return (plan / name).read_text(encoding="utf-8") == was.replace(old, new)


SETS = [
    (["rating=at_risk"], "rating: on_track", "rating: at_risk"),
    (["rating=Likely to miss its date"], "rating: on_track", "rating: at_risk"),
    (["status=On hold"], "status: in_progress", "status: on_hold"),
    (["rating="], "    rating: on_track\n", ""),
    (["owners.lead=council"], "lead: head", "lead: council"),
    (["owners.partners+=council"], "[pcf]", "[pcf, council]"),
    (["owners.partners+=council", "owners.partners-=pcf"], "[pcf]", "[council]"),
    (["owners.partners-=pcf"], ", partners: [pcf]", ""),
    (["owners.partners=council, pcf"], "[pcf]", "[council, pcf]"),
    (["success+=One, two"], "by name\n", "by name\n      - One, two\n"),
    (["milestones.2.done=2022-09-20"], "2022-11}", "2022-11, done: 2022-09-20}"),
    (["milestones.2022-11.done=2022-09-20"], "2022-11}", "2022-11, done: 2022-09-20}"),
    (["title=It: yes"], "Hire two psychologists", '"It: yes"'),
    (["plain=Good"], "logists\n", "logists\n    plain: Good\n"),
    (["review=2022-12"], "    status:", "    review: 2022-12\n    status:"),
    (["status=complete", "completed=2022-09-12"], "    status: in_progress",
     "    completed: 2022-09-12\n    status: complete"),
]  # fmt: skip


@pytest.mark.parametrize(("assignments", "old", "new"), SETS, ids=[" ".join(s[0]) for s in SETS])
def test_set(sendctl: Run, plan: Path, assignments: list[str], old: str, new: str) -> None:
    code, out, err = sendctl("set", "1.9", *assignments)
    assert (code, err) == (0, "")
    assert out.endswith("Changed strands/1.yaml.\n")
    assert changed(plan, old, new)


def test_set_says_what_changed(sendctl: Run, plan: Path) -> None:
    code, out, err = sendctl("set", "1.9", "rating=at_risk", "plain=Two more", "--diff")
    assert (code, err) == (0, "")
    assert out == (
        "action 1.9: rating on_track → at_risk\naction 1.9: plain (nothing) → Two more\n"
        "Changed strands/1.yaml.\n"
        "--- a/strands/1.yaml\n+++ b/strands/1.yaml\n@@ -4,10 +4,11 @@\n actions:\n"
        '   - id: "1.9"       # kept\n     title: Hire two psychologists\n+    plain: Two more\n'
        "     owners: {lead: head, partners: [pcf]}\n     due: 2022-12\n     status: in_progress\n"
        "-    rating: on_track\n+    rating: at_risk\n     success:\n"
        "       - Two are hired   # by name\n     milestones:\n"
    )
    assert (plan / "strands/1.yaml").read_text() != STRAND


def test_a_dry_run_is_a_patch(sendctl: Run, plan: Path) -> None:
    code, out, err = sendctl("set", "1.9", "rating=at_risk", "success=One", "--dry-run")
    assert (code, err) == (0, "")
    assert changed(plan, "# The strand", "# The strand")
    subprocess.run(["git", "apply", "-"], cwd=plan, input=out.encode(), check=True)  # noqa: S607
    assert "rating: at_risk" in (plan / "strands/1.yaml").read_text()


def test_complete_means_today(sendctl: Run, plan: Path) -> None:
    code, _, err = sendctl("set", "1.9", "status=complete")
    assert code == 0
    assert err == "`completed` of action 1.9 was set to 2022-09-30; another day: completed=DATE.\n"
    assert changed(plan, "    status: in_progress",
                   "    completed: 2022-09-30\n    status: complete")  # fmt: skip
    _, _, err = sendctl("set", "1.9", "status=in_progress")
    assert "still has `completed: 2022-09-30`" in err


def test_a_day_of_completion_means_complete(sendctl: Run, plan: Path) -> None:
    _, _, err = sendctl("set", "1.9", "completed=2022-09-12")
    assert "`status` of action 1.9 was set to complete" in err
    assert changed(plan, "    status: in_progress",
                   "    completed: 2022-09-12\n    status: complete")  # fmt: skip


def test_set_due_says_that_move_keeps_a_record(sendctl: Run, plan: Path) -> None:
    code, _, err = sendctl("set", "1.9", "due=2023-01")
    assert code == 0
    assert "`sendctl move` records it" in err
    assert changed(plan, "    due: 2022-12\n", "    due: 2023-01\n")


WRONG = [
    (("set", "1.9", "ratting=x"), "has no key 'ratting'. Did you mean 'rating'? Known here: id,"),
    (("set", "1.9", "owners.leed=x"), "has no key 'leed' in 'owners.leed'. Did you mean 'lead'?"),
    (("set", "1.9", "owners=x"), "set one of them: owners.lead, owners.accountable"),
    (("set", "1.9", "milestones=x"), "change one of them, such as milestones.1.title=…"),
    (("set", "1.9", "milestones.3.done=x"), "has no entry '3' there (there are: 1, 2)"),
    (("set", "1.9", "title.x=y"), "leads too far: title holds no keys"),
    (("set", "1.9", "title+=y"), "takes one value: write title=…"),
    (("set", "1.9", "due=2022", "due=2023"), "is given 2 values and takes one"),
    (("set", "1.9", "owners.partners-=pfc"), "does not hold 'pfc'. Did you mean 'pcf'?"),
    (("set", "1.9", "due"), "is not of the form key=value"),
    (("set", "1.9", "status=late"), "can stand for in_progress or on_hold"),
    (("set", "1.8", "due=2022"), "Nothing in the plan has the id '1.8'. Did you mean '1.9'?"),
    (("note", "head", "x"), "No reports are kept on a post."),
    (("note", "1.9", " "), "The report is empty"),
    (("add", "action", "A", "--id", "1.9"), "There is an action 1.9 already"),
    (("add", "action", "A", "--strand", "2"), "There is no strand '2'."),
    (("add", "owner", "pcf", "A"), "There is a body with the key 'pcf' already"),
    (("add", "risk", "A", "--set", "colour=red"), "risk R1 has no key 'colour'"),
    (("add", "owner", "x", "A", "--body", "council", "--kind", "other"), "A post has no --kind"),
    (("move", "head", "--due", "2023", "--reason", "x", "--agreed-by", "pcf"), "Only an action"),
    (("move", "1.9", "--due", "2022-12", "--reason", "x", "--agreed-by", "pcf"), "nothing moves"),
]


@pytest.mark.parametrize(("given", "message"), WRONG, ids=[" ".join(one[0]) for one in WRONG])
def test_wrong_use(sendctl: Run, plan: Path, given: tuple[str, ...], message: str) -> None:
    code, out, err = sendctl(*given)
    assert (code, out) == (2, "")
    assert message in " ".join(err.split())
    assert changed(plan, "# The strand", "# The strand")
    assert not (plan / "risks.yaml").exists()


def test_refused_with_the_place_in_the_new_text(sendctl: Run, plan: Path) -> None:
    code, out, err = sendctl("set", "1.9", "plain=Good", "owners.lead=haed")
    assert code == 1
    assert out == (
        "strands/1.yaml:8:20: error SC201: There is no body or post 'haed'.\n"
        " 8 |     owners: {lead: haed, partners: [pcf]}\n   |                    ^^^^\n"
        "  = Did you mean 'head'?\n\n1 error in 3 files with 1 action.\n"
    )
    assert err.startswith("Nothing was changed: the plan would have an error that it does not")
    assert changed(plan, "# The strand", "# The strand")


def test_nothing_to_change(sendctl: Run, plan: Path) -> None:
    assert sendctl("set", "1.9", "rating=on_track", "-p", str(plan)) == (
        0, "", "Nothing changes: the plan says so already.\n",
    )  # fmt: skip


def test_plan_yaml_itself(sendctl: Run, plan: Path) -> None:
    assert sendctl("set", "plan", "as_at=2022-10-31")[0] == 0
    assert changed(plan, "2022-09-30", "2022-10-31", "plan.yaml")
    assert sendctl("set", "head", "title=Head")[0] == 0
    assert changed(plan, "Head of SEND", "Head", "owners.yaml")


def test_note(sendctl: Run, plan: Path) -> None:
    code, out, err = sendctl("note", "1.9", "One signed", "--by", "head", "--rating", "at_risk")
    assert (code, err) == (0, "")
    assert out == (
        "action 1.9: report of 2022-09-30\naction 1.9: rating on_track → at_risk\n"
        "Changed strands/1.yaml.\n"
    )
    new = STRAND.replace("rating: on_track", "rating: at_risk") + (
        "    updates:\n      - {on: 2022-09-30, by: head, note: One signed, rating: at_risk}\n"
    )
    assert (plan / "strands/1.yaml").read_text() == new
    _, _, err = sendctl("note", "1.9", "Before", "--on", "2022-09-01", "--rating", "off_track")
    assert err == (
        "There is a later report, of 2022-09-30: rating of action 1.9 stay as they are.\n"
    )
    assert (plan / "strands/1.yaml").read_text() == new + (
        "      - {on: 2022-09-01, note: Before, rating: off_track}\n"
    )


def test_note_from_the_input(plan: Path) -> None:
    import sys

    from tests.cli.conftest import environment

    subprocess.run(
        [sys.executable, "-m", "sendctl", "note", "strand:1", "-"],
        cwd=plan, env=environment({}), check=True, capture_output=True,
        input="\r\nFirst line.  \r\n\r\nSiân said: # no\r\n".encode(),
    )  # fmt: skip
    loaded = load_plan(plan).plan
    assert loaded
    (update,) = loaded.strands[0].updates
    assert update.note == "First line.\n\nSiân said: # no"
    assert changed(plan, "actions:\n", "updates:\n  - on: 2022-09-30\n    note: |-\n"
                   "      First line.\n\n      Siân said: # no\nactions:\n")  # fmt: skip


def test_move(sendctl: Run, plan: Path) -> None:
    code, out, err = sendctl(
        *("move", "1.9", "--due", "2023-02-28", "--reason", "An offer fell through"),
        *("--agreed-by", "council", "--on", "2022-09-28"),
    )
    assert (code, err) == (0, "")
    assert out == "action 1.9: due 2022-12 → 2023-02-28\nChanged strands/1.yaml.\n"
    assert (plan / "strands/1.yaml").read_text() == STRAND.replace("2022-12", "2023-02-28") + (
        "    moved:\n      - {from: 2022-12, to: 2023-02-28, on: 2022-09-28, "
        "reason: An offer fell through, agreed_by: council}\n"
    )


def test_there_is_no_date_to_move(sendctl: Run, plan: Path) -> None:
    sendctl("set", "1.9", "due=")
    code, _, err = sendctl("move", "1.9", "--due", "2023", "--reason", "x", "--agreed-by", "pcf")
    assert code == 2
    assert err == (
        "action 1.9 has no due date yet, so there is none to move. Give it one: "
        "sendctl set 1.9 due=2023\n"
    )
    assert changed(plan, "    due: 2022-12\n", "")


def test_add_an_action(sendctl: Run, plan: Path) -> None:
    code, out, err = sendctl(
        *("add", "action", "Train: all", "--lead", "head", "--due", "2023-03"),
        *("--success", "One, two", "--success", "Three", "--set", "rating=at_risk"),
    )
    assert (code, err) == (0, "")
    assert out == "strands/1.yaml: new action 1.10\nChanged strands/1.yaml.\n"
    assert (plan / "strands/1.yaml").read_text() == STRAND + (
        '\n  - id: "1.10"\n    title: "Train: all"\n    owners: {lead: head}\n    due: 2023-03\n'
        "    rating: at_risk\n    success:\n      - One, two\n      - Three\n"
    )


def test_add_to_files_that_are_not_there(sendctl: Run, plan: Path) -> None:
    assert sendctl("add", "risk", "Nobody applies", "--likelihood", "3", "--impact", "4")[0] == 0
    assert sendctl("add", "risk", "Second")[1] == "risks.yaml: new risk R2\nChanged risks.yaml.\n"
    assert (plan / "risks.yaml").read_text() == (
        "risks:\n  - id: R1\n    title: Nobody applies\n    likelihood: 3\n    impact: 4\n\n"
        "  - id: R2\n    title: Second\n"
    )
    added = sendctl(
        *("add", "measure", "Waiting time", "--unit", "weeks", "--for", "1", "--baseline", "12"),
        *("--target", "6.5", "--by", "2023-07", "--direction", "lower"),
    )
    assert added[0] == 0
    loaded = load_plan(plan).plan
    assert loaded
    (measure,) = loaded.measures
    assert (measure.id, str(measure.target and measure.target.value)) == ("M1", "6.5")


def test_add_owners(sendctl: Run, plan: Path) -> None:
    assert sendctl("add", "owner", "icb", "An ICB", "--kind", "health")[0] == 0
    assert sendctl("add", "owner", "nurse", "Nurse", "--body", "icb")[0] == 0
    assert (plan / "owners.yaml").read_text() == OWNERS.replace(
        "posts:\n", "  icb: {name: An ICB, kind: health}\nposts:\n"
    ) + "  nurse: {title: Nurse, body: icb}\n"


def test_another_edit_goes_on(sendctl: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apply, "__kwdefaults__", {**(apply.__kwdefaults__ or {}), "wait": 0.05})
    with locked(plan):
        code, out, err = sendctl("set", "1.9", "rating=at_risk")
    assert (code, out) == (2, "")
    assert "Another edit of . is going on" in err


def test_the_example_is_edited_without_a_word_to_spare(sendctl: Run, tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "plans" / "blackpool", tmp_path / "plan")
    for given in (
        ("set", "2.2", "rating=at_risk", "owners.sponsor=dcs"),
        ("note", "W1", "The board met.", "--by", "dcs"),
        ("note", "R2", "Three offers.", "--rating", "on_track"),
        ("move", "4.1", "--due", "2023-05", "--reason", "Late", "--agreed-by", "send-board"),
        ("add", "action", "One more", "--strand", "3", "--lead", "dco", "--due", "2023-03"),
    ):
        code, out, err = sendctl(*given, cwd=Path(folder))
        assert (code, err) == (0, ""), given
        assert out
    assert load_plan(folder).findings == ()
