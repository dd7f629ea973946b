"""How things stand, in the plan's own words where it has some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol

from sendctl.document.model import Tone
from sendctl.plan.display import Colour, Shown
from sendctl.plan.progress import Impact, Rating, Status


class Badge(NamedTuple):
    """A status word, and the tone it is shown in."""

    word: str
    tone: Tone


class KeyWord(NamedTuple):
    """One line of the key: a word, what it means, and how many actions have it."""

    badge: Badge
    meaning: str
    actions: int


_TONES: Final = MappingProxyType[Colour, Tone](
    {
        Colour.RED: "off_track",
        Colour.AMBER: "at_risk",
        Colour.GREEN: "on_track",
        Colour.BLUE: "complete",
        Colour.GREY: "not_started",
    }
)
_STATUSES: Final = MappingProxyType[Status, tuple[Badge, str]](
    {
        Status.NOT_STARTED: (Badge("Not started", "not_started"), "Work has not begun."),
        Status.IN_PROGRESS: (Badge("In progress", "neutral"), "Work has begun."),
        Status.COMPLETE: (Badge("Complete", "complete"), "The work is done."),
        Status.ON_HOLD: (Badge("On hold", "neutral"), "The work is paused."),
        Status.STOPPED: (Badge("Stopped", "neutral"), "The work will not be finished."),
    }
)
_RATINGS: Final = MappingProxyType[Rating, tuple[Badge, str]](
    {
        Rating.ON_TRACK: (Badge("On track", "on_track"), "It will be done by its date."),
        Rating.AT_RISK: (Badge("At risk", "at_risk"), "It may miss its date."),
        Rating.OFF_TRACK: (Badge("Off track", "off_track"), "It is late, or will be."),
    }
)

IMPACTS: Final = MappingProxyType(
    {
        Impact.NONE_YET: "No impact yet",
        Impact.EMERGING: "Impact emerging",
        Impact.EVIDENCED: "Impact evidenced",
        Impact.SUSTAINED: "Impact sustained",
    }
)
"""What families notice, apart from how far the work is."""


class Stands(Protocol):
    """Something that stands somehow: an action, or how one stood once."""

    @property
    def status(self) -> Status:
        """How far the work is."""

    @property
    def rating(self) -> Rating | None:
        """Whether it will be done in time."""

    @property
    def impact(self) -> Impact | None:
        """What families notice of it."""


class Scale:
    """The words a plan rates its actions with."""

    def __init__(self, shown: tuple[Shown, ...]) -> None:
        self._shown = shown

    def badge(self, action: Stands) -> Badge:
        """The word for an action: the first of the plan's own that matches, else the usual one."""
        for own in self._shown:
            if own.matches(action.status, action.rating, action.impact):
                return _own_badge(own)
        return _usual(action.status, action.rating)

    def key(self, actions: Iterable[Stands]) -> tuple[KeyWord, ...]:
        """The key: all of the plan's own words, then the usual ones that were needed."""
        numbers = Counter(self.badge(action) for action in actions)
        own = {_own_badge(shown): shown.meaning or "" for shown in self._shown}
        usual = {badge: text for badge, text in _usual_words() if badge in numbers}
        known = own | {badge: text for badge, text in usual.items() if badge not in own}
        # Words made of two, such as "Not started, at risk", explain themselves.
        words = [*known, *sorted(numbers.keys() - known.keys(), key=lambda badge: badge.word)]
        return tuple(KeyWord(badge, known.get(badge, ""), numbers[badge]) for badge in words)


def standing_words(status: Status | None, rating: Rating | None, impact: Impact | None) -> str:
    """What a report says of status, rating and impact, as part of a sentence."""
    words = [_STATUSES[status][0].word] if status else []
    words += [_RATINGS[rating][0].word] if rating else []
    words += [IMPACTS[impact]] if impact else []
    return ", ".join(words[:1] + [word.lower() for word in words[1:]])


def _own_badge(shown: Shown) -> Badge:
    return Badge(shown.word, _TONES[shown.colour] if shown.colour else "neutral")


def _usual(status: Status, rating: Rating | None) -> Badge:
    badge = _STATUSES[status][0]
    if rating is None or not status.is_open:
        return badge
    rated = _RATINGS[rating][0]
    if status is Status.IN_PROGRESS:
        return rated
    return Badge(f"{badge.word}, {rated.word.lower()}", rated.tone)


def _usual_words() -> list[tuple[Badge, str]]:
    return [*_RATINGS.values(), *_STATUSES.values()]
