"""The ways through a plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sendctl.findings import Place
from sendctl.plan import Plan, load_plan
from sendctl.plan.progress import Impact, Rating, Status
from sendctl.plan.when import parse_when

FULL = Path(__file__).parent / "full"


@pytest.fixture(scope="module")
def plan() -> Plan:
    plan = load_plan(FULL).plan
    assert plan
    return plan


def small(folder: Path, head: str = "", **files: str) -> Plan:
    (folder / "plan.yaml").write_text(f"area: X\nkind: wsoa\n{head}")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text)
    plan = load_plan(folder).plan
    assert plan
    return plan


def test_every_part_at_hand(plan: Plan) -> None:
    assert plan.name == "full"
    assert plan.head.area == "Blackpool"
    assert plan.owners.bodies.keys() == {"council", "ccg", "icb"}
    assert plan.people.people["adviser"][0].name == "Bob Example"
    assert plan.governance.boards[0].title == "SEND Board"
    assert plan.strengths.strengths[0].title == "Early years"
    assert plan.glossary == {"EHC plan": "Education", "ICB": "Integrated care board"}
    assert [weakness.id for weakness in plan.weaknesses] == ["W1", "W2"]
    assert [measure.id for measure in plan.measures] == ["M1"]
    assert [risk.score for risk in plan.risks] == [15]
    assert list(plan.reports) == ["scrutiny"]


def test_strands_come_in_the_order_of_their_files_and_objectives_are_no_actions(plan: Plan) -> None:
    assert [strand.title for strand in plan.strands] == ["Adulthood", "Last"]
    assert [objective.id for objective in plan.objectives] == ["1.A"]
    assert [action.id for action in plan.actions] == ["1.10", None, "1.9"]


def test_a_plan_of_one_file(tmp_path: Path) -> None:
    plan = small(tmp_path)
    assert (plan.weaknesses, plan.measures, plan.risks) == ((), (), ())
    assert (plan.strands, plan.actions, plan.objectives) == ([], [], [])
    assert (plan.reports, plan.glossary) == ({}, {})
    assert (plan.owners.bodies, plan.people.people, plan.governance.boards) == ({}, {}, ())
    assert plan.strengths.strengths == ()


def test_the_name_of_a_plan_in_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(tmp_path)
    monkeypatch.chdir(tmp_path)
    plan = load_plan(".").plan
    assert plan
    assert plan.name == tmp_path.name


def test_weaknesses_of_an_action_are_its_own_else_its_strands(plan: Plan) -> None:
    own, inherited, _ = plan.actions
    assert plan.weaknesses_of(own) == ("W2",)
    assert plan.weaknesses_of(inherited) == ("W1",)


def test_strand_of(plan: Plan) -> None:
    assert plan.strand_of(plan.actions[1]) is plan.strands[0]
    assert plan.strand_of(plan.objectives[0]) is plan.strands[0]


def test_places(plan: Plan) -> None:
    assert plan.place(plan.head) == Place("plan.yaml")
    assert plan.place(plan.head.steps[0]) == Place("plan.yaml", ("steps", 0))
    assert plan.place(plan.strands[1]) == Place("strands/10-last.yaml")
    assert plan.place(plan.actions[2]) == Place("strands/2-adulthood.yaml", ("actions", 2))
    assert plan.place(plan.objectives[0]) == Place("strands/2-adulthood.yaml", ("objectives", 0))
    assert plan.place(plan.weaknesses[1]) == Place("weaknesses.yaml", ("weaknesses", 1))
    assert plan.place(plan.measures[0]) == Place("measures.yaml", ("measures", 0))
    assert plan.place(plan.risks[0]) == Place("risks.yaml", ("risks", 0))
    assert plan.place(plan.governance.boards[0]) == Place("governance.yaml", ("boards", 0))
    assert plan.place(plan.strengths.strengths[0]) == Place("strengths.yaml", ("strengths", 0))


def test_items_that_are_equal_have_places_of_their_own(tmp_path: Path) -> None:
    plan = small(tmp_path, risks="risks: [{id: R, title: T}, {id: R, title: T}]\n")
    one, other = plan.risks
    assert one == other
    assert (plan.place(one).path, plan.place(other).path) == (("risks", 0), ("risks", 1))


def test_a_place_of_something_else(plan: Plan) -> None:
    with pytest.raises(KeyError):
        plan.place(plan.head.vocabulary)


def test_today_is_the_option_else_the_plans_day_else_the_machines(
    tmp_path: Path, plan: Plan
) -> None:
    assert plan.today(date(2024, 2, 29)) == date(2024, 2, 29)
    assert plan.today() == date(2022, 12, 31)
    before = date.today()  # noqa: DTZ011 - as people count
    assert before <= small(tmp_path).today() <= date.today()  # noqa: DTZ011


def test_deadlines_know_the_plans_terms(plan: Plan) -> None:
    assert plan.deadline(plan.actions[0].due) == date(2022, 12, 16)
    assert plan.deadline(parse_when("2022-autumn")) == date(2022, 12, 16)
    assert plan.deadline(parse_when("2023-spring")) is None
    assert plan.deadline(parse_when("2022/23-Q4")) == date(2023, 3, 31)
    assert plan.deadline(parse_when("ongoing")) is None
    assert plan.deadline(None) is None


@pytest.mark.parametrize(
    ("files", "head"),
    [
        ({}, "illustrative: true\n"),
        ({}, "inspection: {illustrative: true}\n"),
        ({}, "events: {a: {on: 2022-01-01, illustrative: true}}\n"),
        (
            {"measures": "measures: [{id: M, title: T, target: {value: 1, illustrative: true}}]\n"},
            "",
        ),
        ({"people": "people: {a: [{name: A}, {name: B, illustrative: true}]}\n"}, ""),
        ({"people": "people: {a: {name: A, illustrative: true}}\n"}, ""),
    ],
)
def test_a_plan_is_illustrative_when_any_part_is(
    tmp_path: Path, files: dict[str, str], head: str
) -> None:
    assert small(tmp_path, head, **files).is_illustrative


def test_a_plan_is_not_illustrative_by_itself(tmp_path: Path) -> None:
    assert not small(tmp_path, "illustrative: false\n").is_illustrative


def test_owners(plan: Plan) -> None:
    owners = plan.owners
    assert [owners.name_of(key) for key in ("head", "icb", "nobody")] == [
        "Head of SEND",
        "The ICB",
        "nobody",
    ]
    assert [owners.body_of(key) for key in ("head", "icb", "adviser", "nobody")] == [
        "council",
        "icb",
        None,
        None,
    ]
    assert plan.actions[0].owners.keys() == ["head", "council", "icb"]
    assert plan.actions[1].owners.keys() == []


def test_the_name_of_a_weakness(tmp_path: Path) -> None:
    text = "weaknesses: [{id: a, short: b, wording: c}, {id: d, wording: e}, {id: f}]\n"
    assert [weakness.name for weakness in small(tmp_path, weaknesses=text).weaknesses] == [
        "b",
        "e",
        "f",
    ]


def test_the_score_of_a_risk(tmp_path: Path) -> None:
    text = "risks: [{id: a, title: a, likelihood: 2, impact: 5}, {id: b, title: b, impact: 5}]\n"
    assert [risk.score for risk in small(tmp_path, risks=text).risks] == [10, None]


def test_the_words_that_a_plan_shows(plan: Plan) -> None:
    (late,) = plan.head.vocabulary.shown
    assert late.matches(Status.IN_PROGRESS, Rating.AT_RISK, Impact.NONE_YET)
    assert late.matches(Status.IN_PROGRESS, Rating.OFF_TRACK, Impact.NONE_YET)
    assert not late.matches(Status.COMPLETE, Rating.AT_RISK, Impact.NONE_YET)
    assert not late.matches(Status.IN_PROGRESS, Rating.ON_TRACK, Impact.NONE_YET)
    assert not late.matches(Status.IN_PROGRESS, None, Impact.NONE_YET)
    assert not late.matches(Status.IN_PROGRESS, Rating.AT_RISK, None)
    anything = late.model_copy(update={"status": (), "rating": (), "impact": ()})
    assert anything.matches(Status.STOPPED, None, None)
