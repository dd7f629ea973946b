"""A committee report: the words of one report, set in the form of one council."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sendctl.document import Document, Meta
from sendctl.findings import Finding, did_you_mean
from sendctl.plan import Plan
from sendctl.plan.filling import is_answer
from sendctl.plan.layout import HeaderLine, LayoutFile
from sendctl.plan.layouts import layout_names, layout_of
from sendctl.plan.report import Meeting, Report, Stage
from sendctl.report.committee_fields import Copy
from sendctl.report.committee_includes import pictures
from sendctl.report.committee_sections import SectionView, sections
from sendctl.report.lookup import lookup
from sendctl.report.produce import produce
from sendctl.report.publication import ForEverybody, Refused, for_everybody
from sendctl.report.request import Request, WrongRequest
from sendctl.report.to_do import ToDo
from sendctl.report.wording import joined, when_words
from sendctl.timeline import deadlines
from sendctl.timeline.words import rule_words, status_words

TEMPLATE = "committee/committee.html.j2"
EXEMPT = "exempt_information"
"""The field by which a report says that it must not be published."""


class HeaderRow(NamedTuple):
    """One line of the block at the head; a text each for every meeting, where they differ."""

    label: str
    texts: tuple[str, ...]
    instruction: str


class NoteView(NamedTuple):
    """A fixed note that applies to this report."""

    heading: str
    text: str


class PaperLine(NamedTuple):
    """A deadline of the papers themselves."""

    title: str
    due: date
    standing: str
    rule: str


class CommitteeReport(NamedTuple):
    """Everything that the templates of a committee report may print; they know it as `plan`.

    Attributes:
        above: the lines of the header that stand above the title; `below`, below it.
        papers: when the papers are due; in drafts only.
        missing: what the form asks for and the report does not say yet; in drafts only.
        for_everybody: what a public version tells of itself; None in any other.
        to_do: what the plan itself still lacks; None where no draft was asked for.
    """

    title: str
    above: tuple[HeaderRow, ...]
    below: tuple[HeaderRow, ...]
    notes: tuple[NoteView, ...]
    papers: tuple[PaperLine, ...]
    missing: tuple[str, ...]
    sections: tuple[SectionView, ...]
    for_everybody: ForEverybody | None
    to_do: ToDo | None


def document(request: Request) -> tuple[Document, list[Finding]]:
    """The report that was asked for; see `sendctl.report.documents`."""
    copy = copy_of(request)
    view = committee_report(copy, request)
    plan, report = request.plan, copy.report
    invented = "Parts of this report are made-up examples."
    meta = Meta(
        title=report.title,
        author=copy.answer("council") or plan.head.area,
        subject=f"Report to {joined(copy.texts('meetings'), last='and').unescape()}.",
        banner=plan.head.banner or invented * plan.is_illustrative,
        draft=copy.drafting,
        as_at=when_words(copy.known.today),
    )
    shown = pictures(copy, plan.folder)
    made, findings = produce(TEMPLATE, view, meta, plan.folder, f"{request.report}.html", shown)
    return replace(made, ready=_ready(copy)), findings


def copy_of(request: Request) -> Copy:
    """The copy of a report that is asked for.

    Raises:
        WrongRequest: there is no such report or meeting.
        Refused: it has no layout, or may not be published.
    """
    report = _report(request)
    meetings = _meetings(report, request)
    own = meetings[0].layout if request.meeting else None
    # A report tells how things stand when it is written: not later than its first meeting.
    today = min([request.today, *(meeting.on for meeting in meetings)])
    copy = Copy(
        known=lookup(request.plan, today),
        report=report,
        layout=_layout(request, own or report.layout),
        meetings=meetings,
        drafting=request.draft or report.stage is Stage.DRAFT,
    )
    if request.public and is_answer(copy.answer(EXEMPT), "Yes"):
        raise Refused(
            f"reports/{request.report}.yaml holds exempt information ({EXEMPT}: Yes), so there is "
            "no public version of it."
        )
    return copy


def committee_report(copy: Copy, request: Request) -> CommitteeReport:
    """The view of one copy of a report."""
    lines = copy.layout.header
    titles = [index for index, line in enumerate(lines) if line.field == "title"]
    split = titles[0] if titles else 0
    title = copy.report.title
    return CommitteeReport(
        title=title.upper() if titles and lines[split].capitals else title,
        above=tuple(_rows(lines[:split], copy)),
        below=tuple(_rows(lines[split:], copy)),
        notes=tuple(
            NoteView(note.heading or "", copy.filled(note.text))
            for note in copy.layout.notes
            if copy.filling.holds(note.show_if)
        ),
        papers=tuple(_papers(copy, request)) if copy.drafting else (),
        missing=_missing(copy) if copy.drafting else (),
        sections=sections(copy),
        for_everybody=for_everybody(request.plan) if request.public else None,
        to_do=request.to_do,
    )


def _ready(copy: Copy) -> dict[str, bytes]:
    """The council's own Word form, filled; without the extra that fills it, none."""
    if not copy.layout.form:
        return {}
    from sendctl.report.committee_form import filled  # noqa: PLC0415 - Word only for who needs it

    try:
        form = filled(copy)
    except ModuleNotFoundError:
        return {}
    return {"docx": form} if form else {}


def _report(request: Request) -> Report:
    reports = request.plan.reports
    if request.report not in reports:
        known = ", ".join(reports) or "none yet; add one to reports/"
        advice = did_you_mean(request.report, reports) or f"The plan has: {known}."
        raise WrongRequest(f"There is no report {request.report!r}. {advice}")
    return reports[request.report]


def _meetings(report: Report, request: Request) -> tuple[Meeting, ...]:
    number, all_of_them = request.meeting, report.meetings
    if not number:
        return all_of_them
    if number > len(all_of_them):
        raise WrongRequest(
            f"reports/{request.report}.yaml has no meeting {number}; it has {len(all_of_them)}."
        )
    return all_of_them[number - 1 : number]


def _layout(request: Request, name: str | None) -> LayoutFile:
    layout = layout_of(request.plan, name) if name else None
    if layout is None:
        known = layout_names(request.plan)
        said = f"has no layout {name!r}" if name else "names no layout"
        near = did_you_mean(name, known) if name else ""
        advice = near or f"There are: {', '.join(known)}."
        raise Refused(f"reports/{request.report}.yaml {said}, so it cannot be printed. {advice}")
    return layout


def _rows(lines: tuple[HeaderLine, ...], copy: Copy) -> Iterator[HeaderRow]:
    """The lines that have something to print; in a draft those too that have not yet."""
    for line in lines:
        if line.field == "title":
            continue
        texts = copy.texts(line.field) or ((line.empty,) if line.empty else ())
        instruction = line.instruction or "" if copy.drafting else ""
        if line.capitals:
            texts = tuple(text.upper() for text in texts)
        if texts or copy.drafting:
            yield HeaderRow(line.label or "", texts, instruction)


def _missing(copy: Copy) -> tuple[str, ...]:
    """What is still to be written, recommendations included."""
    names = [missing.name for missing in copy.filling.missing()]
    asked = [meeting.body for meeting in copy.meetings if not meeting.recommendations]
    return (*names, *(f"Recommendations to {body}" for body in asked))


def _papers(copy: Copy, request: Request) -> Iterator[PaperLine]:
    """The council's own deadlines for the papers of these meetings."""
    plan: Plan = request.plan
    numbers = [number for number, one in enumerate(copy.report.meetings, 1) if one in copy.meetings]
    keys = tuple(f"committee:{request.report}:{number}:" for number in numbers)
    for one in deadlines(plan, request.today):
        if one.key.startswith(keys) and one.due:
            yield PaperLine(one.label, one.due, status_words(one), one.wording or rule_words(one))
