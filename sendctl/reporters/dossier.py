"""Everything about one thing in a plan, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sendctl.findings import Finding
from sendctl.plan import Plan
from sendctl.plan.plain import plain
from sendctl.plan.progress import Evidence, Milestone, Move, Update
from sendctl.report.dossier import Dossier, Group, LinkLine
from sendctl.report.parties import Parties
from sendctl.report.status import standing_words
from sendctl.report.wording import when_words
from sendctl.reporters.checked import Checked
from sendctl.reporters.facts import facts
from sendctl.reporters.json import finding_object
from sendctl.reporters.paint import SEVERITY_COLOURS, Paint
from sendctl.reporters.shown import columns, one_line, wrapped

_WIDEST_ID = 26


@dataclass(frozen=True, slots=True)
class Shown:
    """A dossier with what was found about it.

    Attributes:
        dossier: everything about the thing.
        plan: the plan it is in.
        checked: the plan as read, with its path, and the findings that are about the thing.
        today: the day of the position.
    """

    dossier: Dossier
    plan: Plan
    checked: Checked
    today: str

    @property
    def where(self) -> tuple[str, int]:
        """The file as a user would type it, and the line."""
        place = self.dossier.named.place
        return self.checked.file(place.file), self.checked.loaded.line(place)


def as_json(shown: Shown) -> str:
    """One object: the item as written, what it is linked with, and what was found."""
    found, named = shown.dossier, shown.dossier.named
    file, line = shown.where
    return json.dumps(
        {
            "plan": shown.checked.path,
            "today": shown.today,
            "kind": named.kind,
            "key" if named.kind in {"body", "post"} else "id": named.id,
            "file": file,
            "line": line,
            "standing": found.standing or None,
            "item": plain(named.item),
            "links": [_link(one, shown) for group in found.groups for one in group.lines],
            "findings": [finding_object(shown.checked, one) for one in shown.checked.findings],
        },
        indent=2,
        ensure_ascii=False,
    ) + "\n"  # fmt: skip


def _link(line: LinkLine, shown: Shown) -> dict[str, Any]:
    place = line.other.place
    return {
        "relation": line.relation,
        "direction": "to" if line.names else "from",
        "kind": line.other.kind,
        "id": line.other.id or None,
        "title": line.title,
        "standing": line.note or None,
        "via": line.via or None,
        "file": shown.checked.file(place.file),
        "line": shown.checked.loaded.line(place),
    }


def as_text(shown: Shown, *, colour: bool, width: int) -> str:
    """A heading with file and line, the item's own words, its links, its story, the findings."""
    return "\n\n".join(_sections(shown, Paint(on=colour), width - 1)) + "\n"


def _sections(shown: Shown, paint: Paint, width: int) -> Iterator[str]:
    found, parties = shown.dossier, Parties(shown.plan)
    yield "\n".join(_head(shown, paint, width))
    own = list(_facts(found, width))
    if own:
        yield "\n".join(own)
    for group in found.groups:
        yield _section(group.heading, _links(group, width), paint)
    told = (
        ("Moved dates", [_move(one, parties, width) for one in found.moves]),
        ("Evidence", [_evidence(one, width) for one in found.evidence]),
        ("Updates, newest first", [_update(one, parties, width) for one in found.updates]),
        ("Findings", [_finding(one, paint, width) for one in shown.checked.findings]),
    )
    for heading, lines in told:
        if lines:
            yield _section(heading, lines, paint)


def _section(heading: str, lines: Iterable[str], paint: Paint) -> str:
    return "\n".join([paint(heading, bold=True), *lines])


def _head(shown: Shown, paint: Paint, width: int) -> Iterator[str]:
    found, named = shown.dossier, shown.dossier.named
    title = "" if found.title == named.id else f": {found.title}"
    yield paint(wrapped(f"{named.kind.capitalize()} {named.id}{title}", width, ""), bold=True)
    file, line = shown.where
    yield f"{one_line(file)}:{line}"
    if found.standing:
        standing = found.standing[:1].upper() + found.standing[1:]
        yield wrapped(f"{standing}.", width, "")


def _facts(found: Dossier, width: int) -> Iterator[str]:
    """The item's own fields; milestones in words stand as lines of their own."""
    for label, texts in facts(found.named.item):
        if label == "Milestones" and found.milestones:
            continue
        yield from _labelled(label, texts, width)
    if found.milestones:
        yield from _labelled("Milestones", [_milestone(one) for one in found.milestones], width)


def _labelled(label: str, texts: Sequence[str], width: int) -> Iterator[str]:
    if len(texts) == 1:
        text = wrapped(f"{label}: {texts[0]}", width - 2, "  ")
        yield text.replace("\n", "\n  ")
        return
    yield f"  {label}:"
    yield from (wrapped(text, width, "    - ") for text in texts)


def _links(group: Group, width: int) -> Iterator[str]:
    ids = [one_line(line.other.id) or "-" for line in group.lines]
    room = min(_WIDEST_ID, max(map(columns, ids)))
    for line, name in zip(group.lines, ids, strict=True):
        said = [line.note, f"through {line.via}" if line.via else ""]
        notes = "; ".join(filter(None, said))
        text = f"{line.title}{notes and f' ({notes})'}"
        lead = f"  {name}{' ' * (room - columns(name))}  "
        if columns(name) > room:
            yield f"  {name}"
            lead = " " * (room + 4)
        yield wrapped(text, width, lead)


def _milestone(one: Milestone) -> str:
    done = f"done {when_words(one.done)}" if one.done else "not done yet"
    when = f"{when_words(one.due)}: " if one.due else ""
    return f"{when}{one.title or 'no words yet'} ({done}){f'; {one.note}' if one.note else ''}"


def _move(one: Move, parties: Parties, width: int) -> str:
    agreed = f", agreed by {parties.title(one.agreed_by)}" if one.agreed_by else ""
    moved = f"from {when_words(one.before)} to {when_words(one.to)}"
    reason = f": {one.reason}" if one.reason else ""
    return wrapped(f"{when_words(one.on)}, {moved}{agreed}{reason}", width, "  - ")


def _evidence(one: Evidence, width: int) -> str:
    said = "; ".join(filter(None, (when_words(one.on), one.link, one.note)))
    return wrapped(f"{one.title}{said and f' ({said})'}", width, "  - ")


def _update(one: Update, parties: Parties, width: int) -> str:
    standing = standing_words(one.status, one.rating, one.impact)
    who = f", {parties.title(one.by)}" if one.by else ""
    head = f"{when_words(one.on)}{who}{standing and f' ({standing})'}"
    return f"{wrapped(head, width, '  ')}\n{wrapped(one.note, width, '    ')}"


def _finding(one: Finding, paint: Paint, width: int) -> str:
    label = f"{one.severity.value if one.waived is None else 'waived'} {one.code}"
    text = wrapped(f"{label}, line {one.span.line}: {one.message}", width, "  ")
    return text.replace(label, paint(label, SEVERITY_COLOURS[one.severity]), 1)
