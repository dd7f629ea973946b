from __future__ import annotations

import pytest

from sendctl.plan.action import Action
from sendctl.plan.display import Colour, Shown
from sendctl.plan.progress import Impact, Rating, Status
from sendctl.report.status import IMPACTS, Badge, Scale, standing_words


def _action(status: str, rating: str | None = None, impact: str | None = None) -> Action:
    return Action.model_validate(
        {"title": "x", "status": status, "rating": rating, "impact": impact}
    )


@pytest.mark.parametrize(
    ("status", "rating", "badge"),
    [
        ("in_progress", None, Badge("In progress", "neutral")),
        ("in_progress", "off_track", Badge("Off track", "off_track")),
        ("not_started", "at_risk", Badge("Not started, at risk", "at_risk")),
        ("complete", "on_track", Badge("Complete", "complete")),
    ],
)
def test_the_usual_words(status: str, rating: str | None, badge: Badge) -> None:
    assert Scale(()).badge(_action(status, rating)) == badge


def test_the_plans_own_words_come_first_and_in_order() -> None:
    own = (
        Shown(word="Late", colour=Colour.RED, rating=(Rating.OFF_TRACK,)),
        Shown(word="Under way", status=(Status.IN_PROGRESS,)),
    )
    scale = Scale(own)
    assert scale.badge(_action("in_progress", "off_track")) == Badge("Late", "off_track")
    assert scale.badge(_action("in_progress")) == Badge("Under way", "neutral")
    assert scale.badge(_action("on_hold")) == Badge("On hold", "neutral")


def test_the_key_counts_and_explains_every_word() -> None:
    own = (Shown(word="Late", colour=Colour.RED, rating=(Rating.OFF_TRACK,), meaning="Overdue."),)
    actions = [
        _action("in_progress", "on_track"),
        _action("not_started", "at_risk"),
        _action("not_started", "at_risk"),
    ]
    key = [(line.badge.word, line.meaning, line.actions) for line in Scale(own).key(actions)]
    assert key == [
        ("Late", "Overdue.", 0),
        ("On track", "It will be done by its date.", 1),
        ("Not started, at risk", "", 2),
    ]


def test_standing_words() -> None:
    assert standing_words(Status.COMPLETE, None, Impact.EMERGING) == "Complete, impact emerging"
    assert standing_words(None, Rating.AT_RISK, None) == "At risk"
    assert standing_words(None, None, None) == ""
    assert set(IMPACTS) == set(Impact)
