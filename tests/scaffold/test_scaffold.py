"""The files of a new plan: right for each kind, harmless with any text, true in what they teach."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sendctl import Finding, Plan, Severity
from sendctl.checks import run_checks
from sendctl.plan import Loaded, load_tree
from sendctl.plan.kind import Kind
from sendctl.plan.tree import InMemory
from sendctl.report.nouns import KINDS
from sendctl.scaffold import Answers, BadAnswer, frameworks_for, skeleton, weaknesses_from
from sendctl.scaffold.answers import checked_text
from sendctl.timeline import framework_names, load_framework

TODAY = date(2026, 2, 2)
ALL = [(kind, one.name) for kind in Kind for one in frameworks_for(kind)]


def answers(
    kind: Kind = Kind.PRIORITY_ACTION_PLAN,
    framework: str = "",
    *wordings: str,
    area: str = "Leeds",
    council: str = "",
    health: tuple[str, ...] = (),
    **events: date,
) -> Answers:
    name = framework or frameworks_for(kind)[0].name
    chosen = load_framework(name)
    assert chosen is not None
    weaknesses = weaknesses_from(wordings or ("Waits", ""), KINDS[kind].weakness)
    return Answers(area, kind, chosen, tuple(weaknesses), events, council, health)


def read(files: dict[str, str]) -> Loaded:
    texts = {name: text.encode() for name, text in files.items()}
    return load_tree(InMemory(Path("new"), texts))


def found_in(files: dict[str, str]) -> tuple[Plan, list[Finding]]:
    loaded = read(files)
    assert loaded.plan is not None
    return loaded.plan, run_checks(loaded, TODAY)


def test_every_shipped_framework_has_a_kind_and_every_kind_a_framework() -> None:
    assert {kind for kind, _ in ALL} == set(Kind)
    assert {name for _, name in ALL} == {*framework_names()} - {"committee"}


@pytest.mark.parametrize(("kind", "framework"), ALL)
def test_a_new_plan_has_no_errors_and_says_what_is_missing(kind: Kind, framework: str) -> None:
    plan, found = found_in(skeleton(answers(kind, framework)))
    assert {one.severity for one in found} <= {Severity.WARNING, Severity.NOTE}
    assert {"SC402", "SC403", "SC410", "SC416", "SC419"} <= {one.code for one in found}
    assert plan.head.kind is kind
    assert plan.head.framework == framework
    assert [one.kind for one in plan.weaknesses] == [KINDS[kind].weakness] * 2
    assert [strand.weaknesses for strand in plan.strands] == [("W1",), ("W2",)]
    assert [plan.place(strand).file for strand in plan.strands] == [
        "strands/1-waits.yaml", "strands/2.yaml",
    ]  # fmt: skip


def test_what_is_known_is_where_it_belongs() -> None:
    day = date(2026, 1, 19)
    told = answers(council="Leeds City Council", health=("A ICB", "B ICB"), report_received=day)
    plan, found = found_in(skeleton(told))
    assert plan.head.events["report_received"].on == day
    assert plan.head.authorities == ("council", "health", "health-2")
    names = {key: body.name for key, body in plan.owners.bodies.items()}
    assert names == {
        "council": "Leeds City Council", "health": "A ICB", "health-2": "B ICB",
        "parents": "Parent carer forum",
    }  # fmt: skip
    assert "SC415" not in {one.code for one in found}, "a post of each body signs"


# What the comments teach

_EXAMPLE = re.compile(r"( *)#(?: (( *)(- )?(\{|[a-z0-9_-]+:( |$)).*|   ?- .*|  .*))?")
"""A key, an item or what continues one, behind a #; prose begins with a capital."""


def uncommented(text: str) -> str:
    """The same file with every example in it as if somebody had deleted the #."""
    lines = []
    for line in text.splitlines()[1:]:  # the first one is for editors
        match = _EXAMPLE.fullmatch(line)
        lines.append(f"{match[1]}{match[2] or ''}" if match else line)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("kind", "framework"), ALL)
def test_the_examples_in_comments_can_be_used(kind: Kind, framework: str) -> None:
    files = {
        name: text if name.startswith(".") else uncommented(text)
        for name, text in skeleton(answers(kind, framework)).items()
    }
    plan, found = found_in(files)
    broken = [one for one in found if one.code < "SC300" and one.severity is Severity.ERROR]
    assert broken == []
    assert plan.measures
    assert plan.risks
    assert plan.governance.boards
    assert plan.governance.coproduction
    assert plan.governance.feedback
    assert plan.head.steps
    assert plan.head.public.approved
    assert plan.head.vocabulary.shown
    assert set(plan.head.events) == set(
        (load_framework(framework) or frameworks_for(kind)[0]).events
    )
    action = plan.actions[0]
    assert action.owners.lead
    assert action.due
    assert action.success
    assert action.milestones
    assert action.updates


def test_no_line_is_longer_than_a_screen_is_wide() -> None:
    for name, text in skeleton(answers()).items():
        if not name.startswith(".schemas/"):
            assert max(map(len, text.splitlines())) <= 110, name
            assert text.endswith("\n")
            assert not text.endswith("\n\n")


# Any text

HOSTILE = [
    'He said: "no" - it\'s 5% [of] {it}, & more #1',
    "- a list?",
    "null",
    "1.10",
    "2026-01-31",
    "Newham\nand Tower Hamlets\n\n",
    "Siân Lloyd's Ynys Môn",
    "القدس: \u202b\u05e9\u05dc\u05d5\u05dd\u202c",
    "{{ 7 * 7 }} {% raw %}",
    "${{ secrets.TOKEN }} $(id) `id`",
    "<script>alert(1)</script> **bold** [x](javascript:1)",
    "=HYPERLINK(1)",
    "a\tb  c\\d\\n",
    "x" * 5000,
    "😀",
    "!!python/object:os.system x",
    "&anchor *alias",
    "---",
    "%YAML 1.1",
    "key: value\nother: {",
]


def test_hostile_texts_stay_what_they_are() -> None:
    for text in HOSTILE:
        text = checked_text(text)  # noqa: PLW2901
        plan, found = found_in(
            skeleton(answers(Kind.WSOA, "", text, area=text, council=text, health=(text,)))
        )
        assert (plan.head.area, plan.weaknesses[0].wording) == (text, text)
        assert plan.owners.bodies["council"].name == plan.owners.bodies["health"].name == text
        assert not [one for one in found if one.severity is Severity.ERROR]


WRITTEN = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t\r"), min_size=1
)


@settings(deadline=None, max_examples=60)
@given(area=WRITTEN, wording=WRITTEN)
@example(area="a", wording="\u2028")
@example(area="\ufeff", wording="b")
@example(area="\ud800", wording="b")
@example(area="a\r\nb", wording="\x85")
def test_any_text_is_kept_or_refused(area: str, wording: str) -> None:
    try:
        area, wording = checked_text(area), checked_text(wording)
    except BadAnswer:
        return
    files = skeleton(answers(Kind.WSOA, "", wording, area=area))
    loaded = read(files)
    assert loaded.findings == ()
    assert loaded.plan is not None
    assert loaded.plan.head.area == area
    assert [one.wording for one in loaded.plan.weaknesses] == [wording]


@pytest.mark.parametrize("text", ["", "  \n", "a\x00b", "a\u2028b", "a\x85b", "\ufeffa", "\udcff"])
def test_texts_that_no_plan_can_hold_are_refused(text: str) -> None:
    with pytest.raises(BadAnswer):
        checked_text(text)


def test_ids_that_are_taken_are_not_given_again() -> None:
    kind = KINDS[Kind.WSOA].weakness
    assert [one.id for one in weaknesses_from(["a", "b"], kind, ["w1", "A"])] == ["W2", "W3"]
