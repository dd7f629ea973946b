"""Which files a plan folder holds, and which model reads each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple, Protocol

from sendctl.findings import Finding, Place, Problem, did_you_mean
from sendctl.plan.base import Item
from sendctl.plan.folder import PLAN_FILE, Entry, natural_key, sorted_entries
from sendctl.plan.framework import FrameworkFile
from sendctl.plan.governance import GlossaryFile, GovernanceFile, RisksFile, StrengthsFile
from sendctl.plan.head import Head
from sendctl.plan.layout import LayoutFile
from sendctl.plan.measure import MeasuresFile
from sendctl.plan.owners import OwnersFile, PeopleFile
from sendctl.plan.report import Report
from sendctl.plan.seals import SealsFile
from sendctl.plan.strand import Strand
from sendctl.plan.weakness import WeaknessesFile
from sendctl.yamlfile.rules import UNREADABLE

__all__ = [
    "BESIDE",
    "FILES",
    "FOLDERS",
    "MAX_FILES",
    "OTHER_FOLDERS",
    "PLAN_FILE",
    "Entry",
    "Files",
    "PlanFile",
    "natural_key",
    "plan_files",
    "sorted_entries",
]

FILES: dict[str, type[Item]] = {
    PLAN_FILE: Head,
    "owners.yaml": OwnersFile,
    "people.yaml": PeopleFile,
    "weaknesses.yaml": WeaknessesFile,
    "measures.yaml": MeasuresFile,
    "risks.yaml": RisksFile,
    "governance.yaml": GovernanceFile,
    "strengths.yaml": StrengthsFile,
    "glossary.yaml": GlossaryFile,
    "seals.yaml": SealsFile,
}
"""The files at the top of a plan folder; only the first must be there."""

FOLDERS: dict[str, type[Item]] = {
    "strands": Strand,
    "reports": Report,
    "frameworks": FrameworkFile,
    "layouts": LayoutFile,
}
"""Folders of files that are all of one kind."""

BESIDE = {"layouts": (".docx",)}
"""Endings of other files that may stand in those folders: a layout can name a Word form."""

OUTPUT = "out"
"""Where documents go by default."""

OTHER_FOLDERS = ("evidence", OUTPUT, "templates")
"""Folders that the model does not read."""

MAX_FILES = 2000
"""Files in one folder that are read; more are a folder that is no plan."""


class PlanFile(NamedTuple):
    """A file to read: its name inside the plan folder, and the model for its content."""

    name: str
    model: type[Item]


class Files(Protocol):
    """Names inside a plan folder, wherever it is kept: on the disk, or in its history."""

    def entries(self, below: str = "") -> list[Entry]:
        """What the folder, or one in it, holds; nothing when it is not there.

        Raises:
            OSError: it is there but cannot be listed.
        """

    def has(self, name: str) -> bool:
        """Whether something of this name stands at the top of the folder."""


def plan_files(folder: Files) -> tuple[list[PlanFile], list[Finding]]:
    """The files of a plan in reading order, and findings for those that no one would read."""
    found: list[PlanFile] = []
    try:
        findings = list(_strangers(folder))
    except OSError:  # not a folder, or one that may not be read: then plan.yaml is missing
        return [], []
    found += [PlanFile(name, model) for name, model in FILES.items() if folder.has(name)]
    for below, model in FOLDERS.items():
        try:
            entries = folder.entries(below)
        except OSError as error:
            findings.append(_not_listed(below, error))
            continue
        for entry in entries:
            name = f"{below}/{entry.name}"
            ending = PurePath(entry.name).suffix
            if ending == ".yaml":
                found.append(PlanFile(name, model))
            elif ending.lower() not in BESIDE.get(below, ()):
                findings.append(_not_read(name, "Give it the ending .yaml, or move it elsewhere."))
    if len(found) > MAX_FILES:
        message = f"The plan has {len(found):,} files; only the first {MAX_FILES:,} are read."
        advice = "Keep in the folder what people write of the plan, and the rest under evidence/."
        findings.append(Problem(Place(PLAN_FILE), message, advice).stamped("SC018"))
    return found[:MAX_FILES], findings


def _strangers(folder: Files) -> Iterator[Finding]:
    """YAML files and folders whose names are near misses: nothing written may be ignored."""
    folders = (*FOLDERS, *OTHER_FOLDERS)
    for name, is_folder in folder.entries():
        if is_folder:
            advice = did_you_mean(name, folders)
            if name not in folders and advice.startswith("Did you mean"):
                yield _not_read(name, advice)
        elif PurePath(name).suffix.lower() in {".yaml", ".yml"} and name not in FILES:
            yield _not_read(name, did_you_mean(name, FILES) or "Rename or move it.")


def _not_listed(name: str, error: OSError) -> Finding:
    reason = (error.strerror or "it cannot be opened").lower()
    message = f"The folder cannot be read: {reason}."
    advice = "Check that it is a folder and that you are allowed to read it."
    return Problem(Place(name), message, advice).stamped(UNREADABLE)


def _not_read(name: str, advice: str) -> Finding:
    message = f"No part of the plan reads {name!r}, so what it says would be ignored."
    return Problem(Place(name), message, advice).stamped("SC017")
