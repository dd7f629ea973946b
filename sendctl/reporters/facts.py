"""What an item says itself, as lines of words under the names of its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any, Final

from sendctl.plan.base import Item
from sendctl.plan.measure import Break, Checkpoint, Reading, Target
from sendctl.plan.weakness import CoveredBy, Judgement
from sendctl.plan.when import When
from sendctl.report.weaknesses import RESULTS
from sendctl.report.wording import when_words

_ELSEWHERE: Final = frozenset(
    {
        "id", "title", "name", "short", "updates",
        "moved", "evidence", "parent", "objective", "weaknesses",
        "owners", "owner", "coproduced_with", "measures", "depends_on", "leads", "objectives",
        "actions", "responsible", "about", "made_of", "strands", "body", "successor", "chair",
        "members", "reports_to",
    }
)  # fmt: skip
"""Fields that the heading, the links or a section of their own tell."""

_LABELS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "wording": "What the inspectors wrote",
        "plain": "In plain words",
        "now": "Where things stand now",
        "success": "How one will know",
        "difference": "The difference it makes",
        "want": "What we want",
        "see": "What we will see",
        "since": "From",
        "meets": "Meets",
        "direction": "Better is",
        "people": "Counts people",
    }
)


def facts(item: Item) -> Iterator[tuple[str, list[str]]]:
    """Each field that says something: its label, and its text or texts."""
    for name in type(item).model_fields:
        if name not in _ELSEWHERE:
            texts = list(_texts(getattr(item, name)))
            if texts:
                yield _LABELS.get(name, name.replace("_", " ").capitalize()), texts


def _texts(value: Any) -> Iterator[str]:
    match value:
        case None | False:
            return
        case True:
            yield "yes"
        case Enum():
            yield str(value.value).replace("_", " ")
        case date() | When():
            yield when_words(value)
        case tuple():
            for one in value:
                yield from _texts(one)
        case Item():
            yield from _item(value)
        case dict():
            return
        case _:
            yield str(value)


def _item(item: Item) -> Iterator[str]:
    match item:
        case Reading():
            yield reading_words(item)
        case Target():
            when = f" by {when_words(item.by)}" if item.by else ""
            yield f"{item.value}{when}{_brackets(item.basis, item.period, item.note)}"
        case Checkpoint():
            target = f"target {item.target}" if item.target else "no target"
            actual = f"actual {reading_words(item.actual)}" if item.actual else "no figure yet"
            yield f"{when_words(item.by)}: {target}, {actual}{_brackets(item.note)}"
        case Break():
            yield f"{when_words(item.on)}: {item.reason}"
        case CoveredBy():
            yield item.reason or ""
        case Judgement():
            said = _brackets(item.by, item.source, item.note)
            yield f"{when_words(item.on)}: {RESULTS[item.result]}{said}"


def reading_words(reading: Reading) -> str:
    """A figure with the time it is about, how firm it is and where it is from."""
    state = reading.state.value if reading.state else None
    return f"{reading.value}{_brackets(reading.period, state, reading.source, reading.note)}"


def _brackets(*texts: str | None) -> str:
    said = "; ".join(text for text in texts if text)
    return f" ({said})" if said else ""
