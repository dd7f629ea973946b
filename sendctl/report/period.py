"""The time that a progress report is about: from an earlier position to the present one."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.plan import Plan
from sendctl.plan.report import MeetingKind
from sendctl.plan.when import When
from sendctl.report.request import Request, WrongRequest
from sendctl.timeline.words import day_words
from sendctl.workdays.calendar_months import add_months
from sendctl.workdays.supported import UnsupportedDate

_QUARTER = 3

# A meeting that does not say what sort it is may have been one of scrutiny.
_READERS: Final = MappingProxyType(
    {MeetingKind.SCRUTINY: "scrutiny", MeetingKind.OTHER: "scrutiny"}
)


class Period(NamedTuple):
    """The days after the earlier position, up to and including the present one.

    What is dated on the day of the earlier position belonged to that one, so that between two
    reports nothing is told twice and nothing is lost.

    Attributes:
        since: the day of the earlier position.
        until: the day of the present one.
        meeting: the meeting that saw the earlier position; "" when it was none.
    """

    since: date
    until: date
    meeting: str = ""

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        return day is not None and self.since < day <= self.until

    def touches(self, when: When | None, plan: Plan) -> bool:
        """Whether any day of a date lies in it; of a date without days, none does."""
        days = when.days(plan.head.terms) if when else None
        return days is not None and days.last > self.since and days.first <= self.until


class Met(NamedTuple):
    """A recorded meeting: what it goes by, what it was, its day, and which reader it was with."""

    name: str
    title: str
    on: date
    reader: str


def period_of(request: Request) -> Period:
    """The time that was asked for.

    Where nothing was asked for: since the last meeting of those whom the report is for, else three
    months.

    Raises:
        WrongRequest: the meeting is not known, or the day lies ahead.
    """
    today = request.today
    if request.since and request.since_meeting:
        raise WrongRequest("--since and --since-meeting say the same thing: give one of them.")
    if request.since:
        if request.since > today:
            raise WrongRequest(
                f"--since {request.since.isoformat()} lies after the position, {today.isoformat()}."
            )
        return Period(request.since, today)
    if request.since_meeting:
        return _after(_named(request), today)
    last = _last_of_reader(request)
    return _after(last, today) if last else Period(three_months(today, back=True), today)


def three_months(day: date, *, back: bool = False) -> date:
    """The day three months later or earlier; at the edges of the calendar, the day itself."""
    try:
        return add_months(day, -_QUARTER if back else _QUARTER)
    except UnsupportedDate:
        return day


def meetings(plan: Plan) -> list[Met]:
    """The recorded meetings in order of time: reviews, and those that received a report."""
    reviews = [
        Met(one.on.isoformat(), "the review meeting", one.on, "dfe") for one in plan.head.reviews
    ]
    received = [
        Met(stem, f"the meeting of {meeting.body}", meeting.on, _READERS.get(meeting.kind, ""))
        for stem, report in plan.reports.items()
        for meeting in report.meetings
    ]
    return sorted([*reviews, *received], key=lambda met: (met.on, met.name))


def _named(request: Request) -> Met:
    """The last meeting of that name before the position."""
    known = meetings(request.plan)
    named = [met for met in known if met.name == request.since_meeting]
    past = [met for met in named if met.on <= request.today]
    if past:
        return past[-1]
    if named:
        raise WrongRequest(
            f"The meeting of {request.since_meeting} is on {named[0].on.isoformat()}, after the "
            f"position, {request.today.isoformat()}."
        )
    names = ", ".join(dict.fromkeys(met.name for met in known)) or "none yet"
    raise WrongRequest(
        f"No meeting {request.since_meeting!r} is recorded. There are: {names}. They come from "
        "`reviews` in plan.yaml (their days) and from reports/ (the files' names)."
    )


def _last_of_reader(request: Request) -> Met | None:
    """The last meeting, before the position, of those whom the report is for."""
    past = [
        met
        for met in meetings(request.plan)
        if met.reader and met.reader == request.reader and met.on < request.today
    ]
    return past[-1] if past else None


def _after(met: Met, today: date) -> Period:
    return Period(met.on, today, f"{met.title} on {day_words(met.on)}")
