"""How many actions stand how: the counts, and their picture."""

from __future__ import annotations

from sendctl.plan import Plan
from sendctl.report.counts import Counts, counts
from sendctl.report.lookup import lookup
from sendctl.report.pictures import PAINTS, draw
from sendctl.report.status_chart import NAME, TEMPLATE, StatusChart, status_chart
from tests.report.made import checked_svg, printed
from tests.report.rendered import TODAY, MakePlan


def counted(plan: Plan) -> Counts:
    return counts(lookup(plan, TODAY))


def chart_of(plan: Plan) -> StatusChart:
    chart = status_chart(counted(plan), TODAY)
    assert chart is not None
    return chart


def test_the_example_counted(example: Plan) -> None:
    found = counted(example)
    assert [word.badge.word for word in found.words] == [
        "Done", "On track", "Likely to miss its date", "Late", "Not started",
    ]  # fmt: skip
    assert [(row.id, row.numbers, row.total, row.overdue) for row in found.rows] == [
        ("1", (3, 2, 0, 1, 0), 6, 1),
        ("2", (0, 5, 0, 0, 2), 7, 0),
        ("3", (1, 4, 0, 0, 1), 6, 0),
        ("4", (1, 3, 1, 0, 1), 6, 0),
    ]
    assert (found.totals, found.total, found.overdue) == ((5, 14, 1, 1, 4), 25, 1)


def test_overdue_is_what_is_open_and_not_on_hold(make_plan: MakePlan) -> None:
    actions = [
        {"id": "1", "title": "A", "due": "2022-09-29"},
        {"id": "2", "title": "A", "due": "2022-09-30"},
        {"id": "3", "title": "A", "due": "2022-09"},
        {"id": "4", "title": "A", "due": "2022-08", "status": "in_progress", "rating": "on_track"},
        {"id": "5", "title": "A", "due": "2022-08", "status": "on_hold"},
        {"id": "6", "title": "A", "due": "2022-08", "status": "complete"},
        {"id": "7", "title": "A", "due": "2022-08", "status": "stopped"},
        {"id": "8", "title": "A", "due": "immediate"},
        {"id": "9", "title": "A"},
    ]
    plan = make_plan({"strands/1.yaml": {"id": "1", "title": "S", "actions": actions}})
    late = [action.id for action in plan.actions if plan.is_overdue(action, TODAY)]
    assert late == ["1", "4"]
    assert counted(plan).overdue == 2


def test_the_words_hold_every_number(example: Plan) -> None:
    words = chart_of(example).words
    assert words.startswith("Position as at 30 September 2022.")
    assert (
        "Strand 1, Leadership and management: 6 actions (3 Done, 2 On track, 1 Late; 1 overdue)."
        in words
    )
    assert "Strand 2, Preparation for adulthood: 7 actions (5 On track, 2 Not started)." in words
    assert words.endswith(
        "In all: 25 actions (5 Done, 14 On track, 1 Likely to miss its date, 1 Late, 4 Not "
        "started; 1 overdue)."
    )


def test_the_picture(example: Plan) -> None:
    chart = chart_of(example)
    root = checked_svg(draw({TEMPLATE: {NAME: chart}}, example.folder)[NAME])
    words = printed(root)
    for text in ("6 actions, 1 overdue", "7 actions", "Likely to miss its date", "Done"):
        assert text in words
    numbers = [word for word in words if word.isdigit()]
    assert sum(map(int, numbers)) == 25
    for bar in chart.bars:
        assert all(
            chart.left <= part.x and part.x + part.width <= chart.right for part in bar.parts
        )
        assert bar.y + chart.bar < chart.height


def test_no_two_words_look_alike_without_colour(example: Plan) -> None:
    key = chart_of(example).key
    assert len({swatch.number for swatch in key}) == len(key) == 5


def test_what_is_written_on_a_colour_can_be_read() -> None:
    for paint in PAINTS.values():
        light, dark = sorted((_light(paint.fill), _light(paint.ink)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


def _light(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_many_actions_leave_room_for_their_numbers_or_print_none(make_plan: MakePlan) -> None:
    actions = [{"id": f"1.{n}", "title": "A", "status": "complete"} for n in range(300)]
    actions.append({"id": "2", "title": "B"})
    plan = make_plan({"strands/1.yaml": {"id": "1", "title": "S", "actions": actions}})
    shown = [(part.number, part.shows) for part in chart_of(plan).bars[0].parts]
    assert shown == [(300, True), (1, False)]


def test_nothing_to_count_is_no_picture(make_plan: MakePlan) -> None:
    assert status_chart(counted(make_plan()), TODAY) is None
