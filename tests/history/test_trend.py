from __future__ import annotations

from datetime import date

import pytest

from sendctl.history import Repository
from sendctl.history.trend import Every, Slip, Trend, trend
from tests.history.made import HEAD, Made, strand
from tests.history.year import OWNERS, year

A = "id: '1.1', title: Map"
B = "id: '1.2', title: Train"


def found(made: Made, every: Every = Every.MONTH) -> Trend:
    with Repository(made.plan) as repository:
        answer = trend(repository, every)
    assert answer is not None
    return answer


def days(answer: Trend) -> list[str]:
    return [point.on.isoformat() for point in answer.points]


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        (Every.MONTH, ["2022-06-30", "2022-07-31", "2022-08-01"]),
        (Every.QUARTER, ["2022-06-30", "2022-08-01"]),
        (Every.VERSION, ["2022-06-01", "2022-07-01", "2022-08-01"]),
    ],
)
def test_positions(three: Made, every: Every, expected: list[str]) -> None:
    assert days(found(three, every)) == expected


def test_weeks_end_on_sundays_and_years_are_crossed(made: Made) -> None:
    made.commit({"plan.yaml": HEAD}, "2022-12-22")
    made.commit({"plan.yaml": HEAD + "title: T\n"}, "2023-01-08")
    assert days(found(made, Every.WEEK)) == ["2022-12-25", "2023-01-01", "2023-01-08"]
    assert days(found(made, Every.MONTH)) == ["2022-12-31", "2023-01-08"]
    assert days(found(made, Every.QUARTER)) == ["2022-12-31", "2023-01-08"]


def test_counts_and_what_was_overdue_then(three: Made) -> None:
    later = strand(f"{A}, due: 2022-07-15, status: in_progress", f"{B}, due: 2022-09")
    three.commit({"strands/1.yaml": later}, "2022-08-02")
    points = found(three, Every.VERSION).points
    assert [(one.total, one.overdue) for one in points] == [(1, 0), (1, 0), (1, 0), (2, 1)]
    assert [
        [(key.status.value, number) for key, number in one.conditions.items()] for one in points
    ] == [
        [("not_started", 1)], [("not_started", 1)], [("complete", 1)],
        [("in_progress", 1), ("not_started", 1)],
    ]  # fmt: skip


def test_slips_count_from_the_first_date(made: Made) -> None:
    lead = "owners: {lead: head}"
    record = "moved: [{from: 2022-09-30, to: 2022-10-28, on: 2022-08-01}]"
    first = strand(f"{A}, due: 2022-10-28, {record}, {lead}", f"{B}, {lead}")
    made.commit({"plan.yaml": HEAD, "owners.yaml": OWNERS, "strands/1.yaml": first}, "2022-08-01")
    second = strand(f"{A}, due: 2022-10-28, {record}, {lead}", f"{B}, due: 2022-12-16, {lead}")
    made.commit({"strands/1.yaml": second}, "2022-08-02")
    third = strand(
        f"id: A1, title: Map, due: 2022-11-04, {record}, owners: {{lead: [head, lead]}}",
        f"{B}, due: 2022-12-09, {lead}",
    )
    made.commit({"strands/1.yaml": third}, "2022-08-03")
    answer = found(made, Every.VERSION)
    # 30 September to 28 October are 20 working days, to 4 November 25; a week earlier is -5.
    assert [one.slip for one in answer.points] == [
        Slip(1, 1, 20, 20), Slip(2, 1, 20, 20), Slip(2, 2, 20, 25),
    ]  # fmt: skip
    assert answer.by_strand == {"1": Slip(2, 2, 20, 25)}
    assert list(answer.by_owner.items()) == [
        ("lead", Slip(1, 1, 25, 25)), ("head", Slip(2, 2, 20, 25)),
    ]  # fmt: skip


def test_figures_as_they_became_known(made: Made) -> None:
    answer = found(year(made), Every.VERSION)
    assert [dict(one.figures) for one in answer.points] == [{}, {"M1": "26.5"}]


def test_versions_that_cannot_be_read_are_skipped(three: Made) -> None:
    three.commit({"strands/1.yaml": "id: [\n"}, "2022-09-01")
    answer = found(three, Every.VERSION)
    assert days(answer) == ["2022-06-01", "2022-07-01", "2022-08-01"]
    assert [one.on for one in answer.skipped] == [date(2022, 9, 1)]


def test_no_version_can_be_read(made: Made) -> None:
    made.commit({"plan.yaml": "sendctl: 99\n"})
    with Repository(made.plan) as repository:
        assert trend(repository) is None


def test_a_date_out_of_range_is_left_out(made: Made) -> None:
    made.commit({"plan.yaml": HEAD, "strands/1.yaml": strand(f"{A}, due: 2022-10-28")})
    made.commit({"strands/1.yaml": strand(f"{A}, due: 2202-10-28")})
    assert found(made).points[-1].slip == Slip(0, 0, 0, 0)
