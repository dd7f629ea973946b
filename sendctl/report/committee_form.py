"""The fields that a council's own Word form of a committee report can use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sendctl.plan.layouts import Fields, fields_of, form_file
from sendctl.report.committee_fields import Copy
from sendctl.report.head import strength_lines
from sendctl.report.prose import words
from sendctl.report.word_form import filled_form
from sendctl.report.wording import when_words


def filled(copy: Copy) -> bytes | None:
    """The report in the Word form that its layout names; None when it names none.

    Raises:
        TemplateProblem: the form cannot be used.
        ImportError: what the extra "documents" installs is not there.
    """
    file = form_file(copy.known.plan, copy.layout)
    if file is None:
        return None
    return filled_form(file, f"layouts/{copy.layout.form}", form_fields(copy))


def form_fields(copy: Copy) -> dict[str, Any]:
    """Texts without any markup; docs/committee.md lists them for those who make a form.

    `text` holds each field of the layout as one text, `paragraphs` the same as a list.
    """
    plan, fields = copy.known.plan, fields_of(copy.layout)
    names = [*_all(fields), *(line.field for line in copy.layout.header)]
    paragraphs = {name: [words(text) for text in copy.texts(name)] for name in names}
    report = copy.filling
    return {
        "title": copy.report.title,
        "body": _line(copy, "body"),
        "date": _line(copy, "date"),
        "agenda_item": _line(copy, "agenda_item"),
        "area": plan.head.area,
        "council": _line(copy, "council"),
        "relevant_officer": _line(copy, "relevant_officer"),
        "stage": copy.report.stage.value,
        "as_at": when_words(copy.known.today),
        "meetings": [
            {"body": one.body, "date": when_words(one.on), "agenda_item": one.agenda_item or ""}
            for one in copy.meetings
        ],
        "recommendations": _recommendations(copy),
        "appendices": [
            {"label": one.label, "title": one.title, "link": one.link} for one in copy.appendices
        ],
        "notes": [
            {"heading": note.heading or "", "text": words(copy.filled(note.text))}
            for note in copy.layout.notes
            if report.holds(note.show_if)
        ],
        "text": {name: "\n\n".join(texts) for name, texts in paragraphs.items()},
        "paragraphs": paragraphs,
        "weaknesses": [words(one.wording or one.name) for one in plan.weaknesses],
        "strengths": [
            {"title": words(one.title), "detail": words(one.detail)} for one in strength_lines(plan)
        ],
        "strands": [{"id": one.id, "title": one.title} for one in plan.strands],
        "stakeholders": [words(text) for text in plan.governance.stakeholders],
        "outcomes": [words(text) for text in plan.head.outcomes],
    }


def _all(fields: Fields) -> Iterable[str]:
    return sorted(fields.sections | fields.decision | fields.header)


def _line(copy: Copy, field: str) -> str:
    return "; ".join(copy.texts(field))


def _recommendations(copy: Copy) -> list[str]:
    """Those of all meetings, each once."""
    texts = (text for meeting in copy.meetings for text in meeting.recommendations)
    return list(dict.fromkeys(words(copy.with_references(text)) for text in texts))
