"""What a committee report takes from the plan instead of telling it again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from sendctl.plan.layout import Include
from sendctl.report.actions import action_line
from sendctl.report.committee_fields import Copy
from sendctl.report.dates import deadline_lines
from sendctl.report.governance import risk_lines, together
from sendctl.report.head import strength_lines
from sendctl.report.prose import web_address
from sendctl.report.timeline_chart import TimelinePicture, draw_parts, timeline_pictures
from sendctl.timeline import timeline_of


class StrandMention(NamedTuple):
    """A strand by its name; `number` is its id where that is a whole number, else None."""

    id: str
    title: str
    number: int | None


class MeetingLine(NamedTuple):
    """A meeting that receives the report."""

    body: str
    on: date
    agenda_item: str


def included(name: Include, copy: Copy) -> Any:
    """What is printed in place of an include; something empty when the plan has nothing."""
    return _MAKERS[name](copy)


def pictures(copy: Copy, plan_folder: Path) -> dict[str, str]:
    """The pictures that the layout's includes show, by name."""
    return draw_parts(_timeline(copy) if _shows(copy, Include.TIMELINE) else (), plan_folder)


def appendix_texts(copy: Copy) -> tuple[Markup, ...]:
    """The appendices, each as a paragraph: label, title, and the link where there is one."""
    texts = []
    for one in copy.appendices:
        link = web_address(one.link)
        title = Markup('<a href="{}">{}</a>').format(link, one.title) if link else one.title
        texts.append(Markup("<p>{}: {}</p>").format(one.label, title))
    return tuple(texts)


def _shows(copy: Copy, name: Include) -> bool:
    pieces = [
        piece
        for section in copy.layout.sections
        for piece in (*section.content, *(one for part in section.parts for one in part.content))
    ]
    return any(piece.include is name for piece in pieces)


def _weaknesses(copy: Copy) -> tuple[str, ...]:
    return tuple(one.wording or one.name for one in copy.known.plan.weaknesses)


def _strands(copy: Copy) -> tuple[StrandMention, ...]:
    return tuple(
        StrandMention(one.id, one.title, int(one.id) if _is_whole(one.id) else None)
        for one in copy.known.plan.strands
    )


def _is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and not text.startswith("0") and len(text) <= 3  # noqa: PLR2004


def _timeline(copy: Copy) -> tuple[TimelinePicture, ...]:
    return timeline_pictures(timeline_of(copy.known.plan, copy.known.today))


_MAKERS: Final = MappingProxyType[Include, Callable[[Copy], Any]](
    {
        Include.MEETINGS: lambda copy: tuple(
            MeetingLine(one.body, one.on, one.agenda_item or "") for one in copy.report.meetings
        ),
        Include.WEAKNESSES: _weaknesses,
        Include.STRENGTHS: lambda copy: strength_lines(copy.known.plan),
        Include.STRANDS: _strands,
        Include.STAKEHOLDERS: lambda copy: copy.known.plan.governance.stakeholders,
        Include.OUTCOMES: lambda copy: copy.known.plan.head.outcomes,
        Include.FEEDBACK: lambda copy: together(copy.known).feedback,
        Include.ACTIONS: lambda copy: tuple(
            action_line(action, copy.known) for action in copy.known.plan.actions
        ),
        Include.RISKS: lambda copy: risk_lines(copy.known),
        Include.DEADLINES: lambda copy: deadline_lines(
            timeline_of(copy.known.plan, copy.known.today)
        ),
        Include.TIMELINE: _timeline,
    }
)
