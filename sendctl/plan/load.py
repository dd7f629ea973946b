"""From a plan folder to a `Plan`, with everything that is wrong with its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sendctl.findings import Finding, Place, Problem
from sendctl.findings.finding import Step
from sendctl.plan.files import FOLDERS, PLAN_FILE, plan_files
from sendctl.plan.plan import Plan
from sendctl.plan.tree import OnDisk, Tree
from sendctl.yamlfile import Source, locate
from sendctl.yamlfile.rules import UNREADABLE

FORMAT_VERSION = 1
"""The newest plan format this program reads. Within a version, keys are only added."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading a plan folder.

    Attributes:
        plan: what could be read; None only when plan.yaml is missing, unreadable or too new.
        findings: everything wrong with the files and their shape, in order.
        sources: the files as read, by their name inside the folder, for excerpts and positions.
    """

    plan: Plan | None
    findings: tuple[Finding, ...]
    sources: Mapping[str, Source]

    def as_written(self, place: Place) -> tuple[Step, ...]:
        """The path of a place in its file, items that were left out of the plan counted again."""
        source = self.sources.get(place.file)
        return source.as_written(place.path) if source else place.path

    def line(self, place: Place) -> int:
        """The line on which something begins; of an entry in a mapping, that of its key."""
        source = self.sources.get(place.file)
        if source is None:
            return 1
        path = source.as_written(place.path)
        return source.span(path, on_key=isinstance(path[-1], str) if path else False).line

    def located(self, findings: list[Finding]) -> list[Finding]:
        """Findings with lines and columns, in order."""
        return locate(findings, self.sources)


def load_plan(path: str | Path) -> Loaded:
    """Read a plan folder.

    Args:
        path: the folder that holds plan.yaml. See `sendctl.plan.find_plans` for looking it up.

    Returns:
        The plan as far as it can be read. Mistakes in the files are findings, never exceptions;
        a value that cannot be used is absent from the plan, so that the rest still is.
    """
    return load_tree(OnDisk(Path(path)))


def load_tree(tree: Tree) -> Loaded:
    """Read a plan from wherever its files are; see `load_plan`."""
    files, findings = plan_files(tree)
    readings = {file.name: tree.read(*file) for file in files}
    sources = {name: reading.source for name, reading in readings.items()}
    for source in sources.values():
        findings += source.findings
    if PLAN_FILE not in sources:
        advice = "Create it, or name the folder that holds it."
        problem = Problem(Place(PLAN_FILE), "The file is missing.", advice)
        findings.append(problem.stamped(UNREADABLE))
        return Loaded(None, tuple(locate(findings, sources)), sources)
    head = sources[PLAN_FILE]
    unknown = _unknown_format(head)
    if unknown or _is_unreadable(head):
        return Loaded(None, tuple(locate([*findings, *unknown], sources)), sources)
    for source, _, found in readings.values():
        if not _counts_as_empty(source):
            findings += found
    unread = {name for name, source in sources.items() if _counts_as_empty(source)}
    # A folder that cannot be listed hides every file in it.
    unread.update(f"{name}/" for name in FOLDERS if _is_hidden(name, findings))
    contents = {name: reading.content for name, reading in readings.items()}
    plan = Plan(tree.folder, contents, frozenset(unread))
    return Loaded(plan, tuple(locate(findings, sources)), sources)


def _unknown_format(head: Source) -> list[Finding]:
    """A plan made by a newer program, whose other keys would only puzzle this one."""
    number = head.value.get("sendctl", "")
    if not (isinstance(number, str) and number.isascii() and number.isdigit()):
        return []
    digits = number.lstrip("0") or "0"
    if digits == str(FORMAT_VERSION):
        return []
    place = Place(PLAN_FILE, ("sendctl",))
    if digits == "0":
        problem = Problem(place, "There is no format 0.", f"Write `sendctl: {FORMAT_VERSION}`.")
    else:
        message = f"The plan has format {digits[:9]}; this program knows formats up to"
        problem = Problem(place, f"{message} {FORMAT_VERSION}.", "Install a newer sendctl.")
    return [problem.stamped("SC109")]


def _is_unreadable(head: Source) -> bool:
    return any(finding.code == UNREADABLE for finding in head.findings)


def _is_hidden(name: str, findings: list[Finding]) -> bool:
    return any(one.code == UNREADABLE and one.place.file == name for one in findings)


def _counts_as_empty(source: Source) -> bool:
    """Whether reading failed: then missing keys are no second mistake."""
    return not source.value and bool(source.findings)
