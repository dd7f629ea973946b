"""The answers of `--solve` and `--plan-back` in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sendctl.reporters.drawn import drawn, table
from sendctl.reporters.shown import one_line, wrapped
from sendctl.timeline import PlanBack, Solution
from sendctl.timeline.words import day_words, number_of, weekday_words

if TYPE_CHECKING:
    from sendctl.timeline.plan_back import Proposal


def solutions_text(solutions: Sequence[Solution], width: int) -> str:
    """Which dates would give each stated deadline, one paragraph a deadline."""
    if not solutions:
        return "Nothing to solve: the plan states no exact deadline that a clock computes."
    return "\n\n".join(_solution(one, width) for one in solutions)


def _solution(solution: Solution, width: int) -> str:
    asked = (
        f"{solution.label}, stated as {day_words(solution.stated)}: which days for "
        f"“{solution.event_title}” would give it?"
    )
    lines = [wrapped(asked, width - 1, "")]
    for day in solution.dates:
        ruled_out = " (other dates in the plan rule it out)" * (day in solution.contradicted)
        lines.append(f"  {weekday_words(day)}{ruled_out}")
    if not solution.dates:
        lines.append("  No day at all: the stated date and the rule cannot both be right.")
    else:
        only = "No other day would. " if len(solution.dates) == 1 else ""
        said = f"{only}This is arithmetic, not evidence: ask when it really was."
        lines.append(wrapped(said, width - 1, "  "))
    return "\n".join(lines)


def plan_back_text(found: PlanBack, *, colour: bool, width: int) -> str:
    """The proposals as a table, and whether they fit."""
    from rich.text import Text  # noqa: PLC0415 - loaded only for people

    label = one_line(found.deadline.label)
    head = f"Planned back from {label}, {weekday_words(found.target)}"
    made = table([("Proposed", None), ("Planned", None), ("Step", 20), ("Counted", None)])
    for one in found.proposals:
        planned = day_words(one.planned) if one.planned else "-"
        late = _is_late(one)
        made.add_row(
            day_words(one.proposed),
            Text(planned, style="red" if late else ""),
            Text(one_line(one.step.title)),
            f"{number_of(one.working_days, 'working day')}{' (share)' * one.is_share}",
        )
    said = [wrapped(sentence, width - 1, "") for sentence in _verdict(found)]
    return "\n".join([head, "", drawn(made, colour=colour, width=width), "", *said])


def _verdict(found: PlanBack) -> Iterator[str]:
    if found.short_by:
        missing = number_of(found.short_by, "working day")
        yield (
            f"It does not fit: the first step would be {missing} before {day_words(found.start)}. "
            "Shorten steps with `working_days:`, or do some side by side."
        )
    for one in found.proposals:
        if _is_late(one):
            yield _late(one)
    yield "A step comes that many working days before the next one, the last before the deadline."


def _is_late(one: Proposal) -> bool:
    """Whether the plan's own date leaves too little time; a mere share of the time is no limit."""
    return not one.is_share and one.slack is not None and one.slack < 0


def _late(one: Proposal) -> str:
    late = number_of(-(one.slack or 0), "working day")
    return f"“{one_line(one.step.title)}” is planned {late} later than proposed."
