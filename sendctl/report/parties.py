"""Who is who: the names that documents print for bodies, posts, boards and people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sendctl.plan import Plan
from sendctl.plan.when import When
from sendctl.report.wording import when_words


class Change(NamedTuple):
    """A body that began or ended while the plan was made.

    Attributes:
        existed: from when until when, such as "until 30 June 2022".
        has_ended: whether it has a last day, or a successor.
        successor: the body that took over.
    """

    name: str
    existed: str
    has_ended: bool
    successor: str


class Parties:
    """Looks up names by key; a key that nobody has stands for itself."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._boards = {board.id: board.title for board in plan.governance.boards}

    def name(self, key: str | None) -> str:
        """A body, a board, or a post with the body it belongs to: "Head of SEND, the council"."""
        name = self.title(key)
        owners = self._plan.owners
        body = owners.body_of(key or "")
        if key not in owners.posts or body is None:
            return name
        of_body = owners.name_of(body)
        return name if of_body.casefold() in name.casefold() else f"{name}, {of_body}"

    def title(self, key: str | None) -> str:
        """The same without the body: "Head of SEND", for places where that is clear."""
        owners = self._plan.owners
        if key in self._boards and key not in owners.posts and key not in owners.bodies:
            return self._boards[key]
        return owners.name_of(key) if key else ""

    def names(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The names of several, in order."""
        return tuple(self.name(key) for key in keys)

    def holder(self, post: str, day: date) -> str:
        """The person who held a post on a day, if people.yaml says so; "" otherwise."""
        for holder in self._plan.people.people.get(post, ()):
            if self._plan.in_time(holder.since, holder.until, day):
                return holder.name
        return ""

    def current(self, keys: Iterable[str], day: date) -> tuple[str, ...]:
        """The names of those bodies that exist on a day."""
        return self.names(self._plan.bodies_on(keys, day))

    def changes(self) -> tuple[Change, ...]:
        """Bodies that ended or began on the way; one that only took over is told with the other."""
        bodies = self._plan.owners.bodies
        heirs = {body.successor for body in bodies.values()}
        return tuple(
            Change(
                body.name,
                span_words(body.since, body.until),
                body.until is not None or body.successor is not None,
                self.name(body.successor),
            )
            for key, body in bodies.items()
            if body.until or body.successor or (body.since and key not in heirs)
        )


def span_words(since: When | None, until: When | None) -> str:
    """How long somebody serves: "from June 2022", "until 30 June 2022"."""
    parts = []
    if since:
        parts.append(f"from {when_words(since)}")
    if until:
        parts.append(f"until {when_words(until)}")
    return " ".join(parts)
