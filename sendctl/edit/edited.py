"""A plan as it would be after some edits: worked out in memory, nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sendctl.checks import run_checks
from sendctl.edit.diff import unified_diff
from sendctl.edit.edits import CannotEdit, Edit, Insert, NewFile, Remove, SetValue
from sendctl.edit.file_text import edited_text
from sendctl.edit.order import model_of_file
from sendctl.findings import Finding, Severity
from sendctl.plan import Loaded
from sendctl.plan.load import load_tree
from sendctl.plan.tree import Changed, OnDisk
from sendctl.yamlfile import Source


@dataclass(frozen=True, slots=True)
class Edited:
    """What some edits make of a plan.

    Attributes:
        texts: the new content of each file that changes, by its name inside the plan folder.
        diff: the changes as a unified diff; "" when nothing changes.
        before: the plan as read.
        after: the plan with the new files.
        worse: the errors that the edits would add, in order, with lines and columns of the new
            texts; not empty means that the edits are refused.
        written: whether the files were written.
    """

    texts: Mapping[str, bytes]
    diff: str
    before: Loaded
    after: Loaded
    worse: tuple[Finding, ...] = ()
    written: bool = False


def edited(folder: Path, edits: Iterable[Edit], today: date | None = None) -> Edited:
    """What some edits would make of the plan in a folder.

    Args:
        folder: the plan folder.
        edits: in the order in which they are made.
        today: the day on which the plan is checked; by default the plan's own.

    Raises:
        CannotEdit: an edit does not fit the plan's files.
    """
    return edited_from(load_tree(OnDisk(folder)), folder, edits, today)


def edited_from(
    before: Loaded, folder: Path, edits: Iterable[Edit], today: date | None = None
) -> Edited:
    """What some edits would make of a plan that was read already; see `edited`."""
    new = new_texts(before, edits)
    texts = {name: text.encode() for name, text in new.items()}
    after = load_tree(Changed(OnDisk(folder), texts)) if texts else before
    diff = "".join(
        unified_diff(name, before.sources[name].text if name in before.sources else None, text)
        for name, text in new.items()
    )
    worse = added_errors(before, after, today) if texts else ()
    return Edited(texts, diff, before, after, worse)


def new_texts(before: Loaded, edits: Iterable[Edit]) -> dict[str, str]:
    """The texts of the files that change, in the order in which the edits name them."""
    by_file: dict[str, list[SetValue | Insert | Remove]] = {}
    sources: dict[str, Source] = {}
    for edit in edits:
        if model_of_file(edit.file) is None:
            raise CannotEdit(f"No part of the plan reads {edit.file!r}.")
        if isinstance(edit, NewFile):
            if edit.file in before.sources or edit.file in sources:
                raise CannotEdit(f"{edit.file} is there already.")
            sources[edit.file] = Source(edit.file, edit.text)
            by_file.setdefault(edit.file, [])
        else:
            by_file.setdefault(edit.file, []).append(edit)
    made = {}
    for name, own in by_file.items():
        source = sources.get(name) or before.sources.get(name) or Source(name)
        if source.findings:
            raise CannotEdit(
                f"{name} must be put right by hand first: it cannot be read as it stands.",
                source.findings,
            )
        try:
            text = edited_text(source, own) if own else source.text
            text.encode()
        except UnicodeEncodeError as error:  # a terminal can pass on bytes that are no text
            raise CannotEdit(f"What {name} would say is not UTF-8: {error.reason}.") from None
        if name in sources or text != source.text:
            made[name] = text
    return made


def added_errors(before: Loaded, after: Loaded, today: date | None) -> tuple[Finding, ...]:
    """The errors of a plan that it did not have before."""
    found = _errors(after, today)
    # Most plans have none: then there is no need to know what the plan had before.
    known = Counter(_mark(one) for one in (_errors(before, today) if found else ()))
    added = []
    for finding in found:
        mark = _mark(finding)
        if known[mark]:
            known[mark] -= 1
        else:
            added.append(finding)
    return tuple(added)


def _errors(loaded: Loaded, today: date | None) -> Sequence[Finding]:
    day = loaded.plan.today(today) if loaded.plan else date.min
    found = run_checks(loaded, day)
    return [one for one in found if one.severity is Severity.ERROR and one.counts]


def _mark(finding: Finding) -> tuple[str, str, str]:
    """What makes two errors the same one: lines can move, and the item can get another id."""
    return finding.code, finding.place.file, finding.message
