"""What changed between two versions of a plan, as a document, a comment and on the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import Final, NamedTuple

from sendctl.document import Document
from sendctl.findings import Finding
from sendctl.history import Change, Difference, Revision, What
from sendctl.plan import Plan
from sendctl.report.change_words import Names, change_words
from sendctl.report.head import title_of
from sendctl.report.meta import meta_of
from sendctl.report.nouns import Words, upper_first, words_of
from sendctl.report.produce import produce
from sendctl.report.request import Request
from sendctl.report.wording import counted
from sendctl.timeline.words import day_words

_HEADINGS: Final = MappingProxyType[What, tuple[str, str, str]](
    {
        What.COMPLETED: ("Completed", "action completed", "actions completed"),
        What.REOPENED: ("Open again", "action open again", "actions open again"),
        What.MOVED: ("Dates moved", "date moved", "dates moved"),
        What.STATUS: ("Status", "change of status", "changes of status"),
        What.RATING: ("Rating", "change of rating", "changes of rating"),
        What.IMPACT: ("Impact", "change of impact", "changes of impact"),
        What.ADDED: ("Added", "part added", "parts added"),
        What.DROPPED: ("Dropped", "part dropped", "parts dropped"),
        What.RELABELLED: ("Another id", "id changed", "ids changed"),
        What.RETITLED: ("Another title", "title changed", "titles changed"),
        What.OWNERS: ("Owners", "change of owners", "changes of owners"),
        What.FIGURE: ("Figures", "new figure", "new figures"),
        What.TARGET: ("Baselines and targets", "target changed", "targets changed"),
        What.RISK: ("Risks", "risk changed", "risks changed"),
        What.HAPPENED: ("Events", "event", "events"),
        What.JUDGED: ("Judgements", "judgement", "judgements"),
        What.REACHED: ("Steps reached", "step reached", "steps reached"),
        What.REPORTED: ("Reports", "report", "reports"),
        What.EVIDENCE: ("Evidence", "piece of evidence", "pieces of evidence"),
        What.OTHER: ("Other changes", "other change", "other changes"),
        What.REWRITTEN: ("Other files", "other file", "other files"),
    }
)
_NOTE: Final = 200
_LINES: Final = 10
"""What a comment shows at most of a text, and of a group."""


class ChangeLine(NamedTuple):
    """One change.

    Attributes:
        ref: the kind and id of what changed, such as "Action 2.1".
        title: what that is called.
        words: what changed.
        note: the reason of a move or the words of a record, as the plan has them.
    """

    ref: str
    title: str
    words: str
    note: str


class ChangeGroup(NamedTuple):
    """Changes of one sort; `numbers` says how many, `more` how many a short form leaves out."""

    heading: str
    numbers: str
    lines: tuple[ChangeLine, ...]
    more: int = 0


class VersionChanges(NamedTuple):
    """Everything that the templates may print; they know it as `plan`.

    Attributes:
        of: the plan's own title.
        before: the earlier version in words; `after` the present one.
        is_new: whether the earlier version did not have the plan; `is_gone` likewise.
        groups: the changes by sort; none when nothing changed.
        left_out: files that one of the versions could not read, so that they were not compared.
    """

    area: str
    title: str
    of: str
    as_at: date
    is_example: bool
    before: str
    after: str
    is_new: bool
    is_gone: bool
    groups: tuple[ChangeGroup, ...]
    left_out: tuple[str, ...]

    @property
    def summary(self) -> str:
        """All sorts of changes with their numbers, as one line."""
        return ", ".join(group.numbers for group in self.groups)


def version_changes(found: Difference) -> VersionChanges:
    """The view of what changed.

    Raises:
        ValueError: neither version has the plan.
    """
    plan, before = _shown(found), found.before.plan
    names, words = Names.of(before, plan), words_of(plan)
    return VersionChanges(
        area=plan.head.area,
        title=f"What changed: {plan.head.area}",
        of=title_of(plan),
        as_at=plan.today(),
        is_example=plan.is_illustrative,
        before=version_words(found.before.revision),
        after=version_words(found.after.revision),
        is_new=before is None,
        is_gone=found.after.plan is None,
        groups=tuple(change_groups(found.compared.changes, names, words)),
        left_out=found.compared.left_out,
    )


def change_groups(
    changes: Iterable[Change], names: Names, words: Words
) -> Iterator[ChangeGroup]:  # fmt: skip
    """Changes by what happened; other changes of one part are one line."""
    for what, of_kind in groupby(changes, key=lambda change: change.what):
        found = list(of_kind)
        heading, one, many = _HEADINGS[what]
        if what in {What.ADDED, What.DROPPED}:
            count = _counted_parts(found, words, what)
        else:
            count = counted(len(found), one, many)
        lines = _others(found, names, words) if what is What.OTHER else None
        lines = lines or [change_line(change, names, words) for change in found]
        yield ChangeGroup(heading, count, tuple(lines))


def change_line(change: Change, names: Names, words: Words) -> ChangeLine:
    """One change with what it is about."""
    note = "" if change.what is What.FIGURE else change.note  # how firm it is, told already
    title = "" if change.kind == "file" else change.title
    return ChangeLine(
        reference(change.kind, change.id, words), title, change_words(change, names), note
    )


def version_words(revision: Revision | None) -> str:
    """A version as a reader knows it: its day, its number and what its author says of it."""
    if revision is None:
        return "the files as they are now, not committed"
    said = f": {revision.subject.rstrip('.')}" if revision.subject else ""
    return f"{day_words(revision.on)} ({revision.short}, {revision.author}{said})"


def document(found: Difference, *, short: bool = False) -> tuple[Document, list[Finding]]:
    """What changed as a document, or short enough for a comment on a pull request.

    Raises:
        TemplateProblem: the template cannot be used.
        ValueError: neither version has the plan.
    """
    plan, view = _shown(found), version_changes(found)
    if short:
        view = shortened(view)
    request = Request(plan, view.as_at)
    meta = meta_of(request, view.title, f"What changed in the plan: {view.of}.", ())
    name = "comment" if short else "changes"
    return produce(f"changes/{name}.html.j2", view, meta, plan.folder, "changes.html")


def shortened(view: VersionChanges) -> VersionChanges:
    """The same with a few lines of each sort, and the beginnings of long texts."""
    groups = tuple(
        group._replace(
            lines=tuple(line._replace(note=_cut(line.note)) for line in group.lines[:_LINES]),
            more=max(0, len(group.lines) - _LINES),
        )
        for group in view.groups
    )
    return view._replace(groups=groups)


def _cut(text: str) -> str:
    return text if len(text) <= _NOTE else f"{text[:_NOTE].rsplit(' ', 1)[0]} …"


def _shown(found: Difference) -> Plan:
    """The version that gives names and words: the present one, else the earlier one."""
    for side in (found.after, found.before):
        if side.plan is not None:
            return side.plan
    raise ValueError("Neither version has the plan.")


def _others(found: Sequence[Change], names: Names, words: Words) -> list[ChangeLine]:
    """One line for each part, with the keys that changed."""
    parts: dict[tuple[str, str, str], list[Change]] = {}
    for change in found:
        parts.setdefault((change.kind, change.id, change.title), []).append(change)
    lines = []
    for of_part in parts.values():
        line = change_line(of_part[0], names, words)
        said = ", ".join(change_words(change, names).rstrip(".") for change in of_part)
        lines.append(ChangeLine(line.ref, line.title, f"{said}.", ""))
    return lines


def _counted_parts(found: Sequence[Change], words: Words, what: What) -> str:
    """How many of each kind: "2 actions and 1 measure added"."""
    numbers = Counter(_noun(change.kind, words) for change in found)
    parts = [counted(number, noun, many) for (noun, many), number in numbers.items()]
    *first, last = parts
    return f"{' and '.join(filter(None, [', '.join(first), last]))} {what.value}"


def reference(kind: str, key: str, words: Words) -> str:
    """A part by its kind and id: "Action 2.1", in the plan's own word for actions."""
    if kind == "plan":
        return "The plan"
    if kind == "file":
        return f"File {key}"
    noun = upper_first(_noun(kind, words)[0])
    return f"{noun} {key}" if key else f"{noun} without an id"


def _noun(kind: str, words: Words) -> tuple[str, str]:
    own = getattr(words, kind, None)
    if own:
        return own.singular, own.plural
    return {"weakness": ("weakness", "weaknesses"), "body": ("body", "bodies")}.get(
        kind, (kind, f"{kind}s")
    )
