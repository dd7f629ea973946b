"""From when to when bodies and posts exist, and who follows them.

Two facts hold for every plan in England: clinical commissioning groups were abolished on
30 June 2022, and integrated care boards began on 1 July 2022 (Health and Care Act 2022).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sendctl.checks.days import days
from sendctl.findings import Place, Related
from sendctl.plan import Plan
from sendctl.plan.owners import Body, BodyKind, Post
from sendctl.timeline.words import day_words
from sendctl.workdays import Nation

CCG_END = date(2022, 6, 30)
ICB_START = date(2022, 7, 1)
_CCG = re.compile(r"\bCCGs?\b|\bclinical commissioning group", re.IGNORECASE)
_ICB = re.compile(r"\bICBs?\b|\bintegrated care board", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Life:
    """The days on which a body or post certainly does not exist lie outside these two.

    Attributes:
        since: its first day at the earliest.
        until: its last day at the latest.
        begins: where its first day is written, or its body's.
        ends: where its last day is written, or its body's.
    """

    since: date
    until: date
    begins: Place
    ends: Place

    def has(self, day: date) -> bool:
        """Whether it may exist on a day."""
        return self.since <= day <= self.until

    def lack(self, first: date, last: date) -> tuple[str, Related] | None:
        """Why it cannot exist from the first to the last of some days: words, and where to look."""
        if self.until < first:
            return f"exists only until {day_words(self.until)}", Related("its last day", self.ends)
        if self.since > last:
            return f"exists only from {day_words(self.since)}", Related(
                "its first day", self.begins
            )
        return None


def is_ccg(plan: Plan, body: Body) -> bool:
    """Whether a body is one of England's clinical commissioning groups, by its name."""
    return _is_english_health(plan, body) and bool(
        _CCG.search(body.name) and not _ICB.search(body.name)
    )


def is_icb(plan: Plan, body: Body) -> bool:
    """Whether a body is one of England's integrated care boards, by its name."""
    return _is_english_health(plan, body) and bool(
        _ICB.search(body.name) and not _CCG.search(body.name)
    )


class Lives:
    """When the owners of one plan exist, and who takes over from whom."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._owners = plan.owners
        self.known = _lives(plan)
        """The bodies and posts that did not exist at all times; a post ends with its body."""
        self._heirs: dict[str, str] = {}
        self._posts = {
            (post.body, post.title): key for key, post in reversed(plan.owners.posts.items())
        }

    def exists(self, key: str, day: date) -> bool:
        """Whether somebody may exist on a day; about whom nothing is known, does."""
        return key not in self.known or self.known[key].has(day)

    def heir(self, body: str) -> str:
        """The body that has a body's duties in the end: itself, or the last that took over."""
        way: dict[str, None] = {}
        while body not in self._heirs and body not in way:
            way[body] = None
            known = self._owners.bodies.get(body)
            body = (known.successor if known else None) or body
        last = self._heirs.get(body, body)
        self._heirs.update(dict.fromkeys(way, last))
        return last

    def heir_of(self, key: str) -> str | None:
        """The same for the body of a post, or the body that a key names; None where none is."""
        body = self._owners.body_of(key)
        return self.heir(body) if body else None

    def there(self, keys: Iterable[str], day: date) -> set[str | None]:
        """The bodies, as their heirs, of those among some owners who may exist on a day."""
        return {self.heir_of(key) for key in keys if self.exists(key, day)} - {None}

    def advice(self, key: str) -> str:
        """Whom to name instead of somebody who is not there: the successor, where one is known."""
        body = self._owners.body_of(key)
        heir = self.heir_of(key)
        if body is None or heir == body:
            return "Name who does it then, or correct the dates in owners.yaml."
        if key not in self._owners.posts:
            return f"Name {heir!r}, which took over from it."
        same = self._posts.get((heir, self._owners.posts[key].title))
        if same is None:
            return f"Name a post of {heir!r}, which took over from {body!r}."
        return f"Name {same!r}, the same post at {heir!r}, which took over from {body!r}."


def _lives(plan: Plan) -> dict[str, Life]:
    found: dict[str, Life] = {}
    for key, body in plan.owners.bodies.items():
        life = _life(plan, Place("owners.yaml", ("bodies", key)), body)
        if is_ccg(plan, body):
            life = replace(life, until=min(life.until, CCG_END))
        if is_icb(plan, body):
            life = replace(life, since=max(life.since, ICB_START))
        found[key] = life
    for key, post in plan.owners.posts.items():
        own = _life(plan, Place("owners.yaml", ("posts", key)), post)
        found[key] = _narrowed(own, found.get(post.body or ""))
    return {
        key: life for key, life in found.items() if life.since > date.min or life.until < date.max
    }


def _life(plan: Plan, place: Place, owner: Body | Post) -> Life:
    since, until = days(plan, owner.since), days(plan, owner.until)
    return Life(
        since.first if since else date.min,
        until.last if until else date.max,
        place.at("from"),
        place.at("until"),
    )


def _narrowed(post: Life, body: Life | None) -> Life:
    """A post's life inside that of its body."""
    if body is None:
        return post
    first, last = max(post, body, key=_since), min(post, body, key=_until)
    return Life(first.since, last.until, first.begins, last.ends)


def _since(life: Life) -> date:
    return life.since


def _until(life: Life) -> date:
    return life.until


def _is_english_health(plan: Plan, body: Body) -> bool:
    return body.kind is BodyKind.HEALTH and plan.head.calendar.nation is Nation.ENGLAND
