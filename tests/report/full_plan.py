"""A plan in which every field is filled, each with something that stands nowhere else.

The models themselves say which fields there are, so a new field is in it as soon as it is declared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from typing import Any, NamedTuple, get_args

from sendctl.plan.audience import Audience
from sendctl.plan.base import Item
from sendctl.plan.files import FILES
from sendctl.plan.scalars import Figure, Ref
from sendctl.plan.strand import Strand
from sendctl.plan.when import When
from sendctl.report.wording import when_words

WORDS = {
    ("Head", "kind"): "Local SEND reform plan",
    ("Inspection", "outcome"): "Widespread and/or systemic failings",
    ("Update", "status"): "Stopped",
    ("Update", "rating"): "off track",
    ("Update", "impact"): "impact sustained",
    ("Action", "impact"): "Impact sustained",
    ("Weakness", "kind"): "Recommendations",
    ("Judgement", "result"): "Closed",
    ("Measure", "unit"): "yes or no",
    ("Measure", "direction"): "Lower is better",
    ("Reading", "state"): "(restated)",
}
"""How the last choice of a field with choices is printed."""


class Mark(NamedTuple):
    """What to look for: where it was written, the field, whom that is for, and the text."""

    path: str
    model: str
    name: str
    audience: Audience
    text: str


@dataclass
class FullPlan:
    """The files of the plan, the marks in them, and which of those are free text."""

    files: dict[str, Any] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    bodies: dict[str, Any] = field(default_factory=dict)
    posts: dict[str, Any] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)
    _count: int = 0

    def item(self, model: type[Item], path: str, audience: Audience) -> dict[str, Any]:
        """One item with all its fields; what stands in an internal field is internal too."""
        made = {}
        for name, info in model.model_fields.items():
            here = f"{path}.{name}"
            own = next((part for part in info.metadata if isinstance(part, Audience)), None)
            seen_by = (own or Audience.INTERNAL) if audience is Audience.PUBLIC else audience
            parts = [*info.metadata, *_parts(info.annotation)]
            inner = next((part for part in parts if _is(part, Item)), None)
            value: Any = (
                self.item(inner, here, seen_by)
                if inner
                else self._scalar(Mark(here, model.__name__, name, seen_by, ""), parts)
            )
            if value is None:
                continue
            if tuple in parts:
                value = [value]
            if dict in parts:
                key = self._marker()
                self.marks.append(Mark(here, model.__name__, name, seen_by, key))
                value = {key: value}
            made[info.alias or name] = value
        return made

    def _scalar(self, mark: Mark, parts: list[Any]) -> str | None:
        written = printed = self._marker()
        ref = next((part for part in parts if isinstance(part, Ref)), None)
        enum = next((part for part in parts if _is(part, Enum)), None)
        if any(_is(part, When) or _is(part, date) for part in parts):
            # More than a year apart, so that no two are printed as one period.
            day = date(2001, 1, 1) + timedelta(days=self._count * 400)
            written, printed = day.isoformat(), when_words(day)
        elif ref and ref.kind in {"body", "owner", "party"}:
            known = self.bodies if ref.kind == "body" else self.posts
            known[f"{ref.kind}-{written}"] = {"name" if ref.kind == "body" else "title": printed}
            written = f"{ref.kind}-{written}"
        elif enum:
            written, printed = list(enum)[-1].value, WORDS.get((mark.model, mark.name), "")
        elif any(_is(part, bool) for part in parts):
            return None
        elif any(_is(part, int) or _is(part, Figure) for part in parts):
            small = any(hasattr(part, "le") for part in parts)
            written = printed = "4" if small else str(70_000 + self._count)
        elif not any(getattr(part, "pattern", None) for part in parts):
            self.texts.add(written)
        if printed:
            self.marks.append(mark._replace(text=printed))
        return written

    def _marker(self) -> str:
        self._count += 1
        return f"mark{self._count}q"


def full_plan() -> FullPlan:
    """All files but committee reports, which are documents of their own."""
    made = FullPlan()
    models: dict[str, type[Item]] = {**FILES, "strands/full.yaml": Strand}
    made.files = {
        name: made.item(model, name.removesuffix(".yaml"), Audience.PUBLIC)
        for name, model in models.items()
    }
    head, owners = made.files["plan.yaml"], made.files["owners.yaml"]
    # A post is printed where it is mentioned, and a person where their post signs.
    head["accountable_officers"].extend(owners["posts"])
    people = made.files["people.yaml"]["people"]
    head["signoff"][0]["post"] = next(iter(people))
    made.posts[next(iter(people))] = {"title": "Signatory"}
    for holders in people.values():
        del holders[0]["from"], holders[0]["until"]
    owners["bodies"] |= made.bodies
    owners["posts"] |= made.posts
    head["sendctl"], head["checks"], head["waivers"] = "1", {}, []
    # How a document looks is not what it says; see test_look.
    del head["look"]
    made.marks = [mark for mark in made.marks if not mark.path.startswith("plan.look.")]
    head["parent"]["plan"] = "../gone"
    # One that goes by the plan's own word for weaknesses.
    made.files["weaknesses.yaml"]["weaknesses"].append({"id": "W2"})
    return made


def _is(part: Any, kind: type) -> bool:
    return isinstance(part, type) and issubclass(part, kind)


def _parts(annotation: Any) -> Iterator[Any]:
    """A type and everything it is made of, containers and marks included."""
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    origin = getattr(annotation, "__origin__", None)
    if isinstance(origin, type):
        yield origin
    for part in get_args(annotation):
        yield from _parts(part)
