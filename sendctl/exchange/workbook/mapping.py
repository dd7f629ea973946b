"""A council's own tracker, taken in for the first time: which of its columns is which field."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sendctl.exchange.workbook.columns import ACTIONS, Kind
from sendctl.exchange.workbook.proposal import Remark, error
from sendctl.exchange.workbook.spot import Spot
from sendctl.exchange.workbook.words import folded
from sendctl.findings import Finding, Place, Problem, did_you_mean
from sendctl.plan.base import Item
from sendctl.plan.salvage import build
from sendctl.plan.scalars import Flag, Id, Several, Text
from sendctl.yamlfile import locate, read_file

NOTHING: Final = "nothing"
"""What a word stands for that says nothing, such as N/A."""

FIELDS: Final = {
    column.key: column for column in ACTIONS.columns if column.kind not in {Kind.SHOWN, Kind.ASKED}
}
"""The fields of an action that a tracker can give."""


class TrackerMapping(Item):
    """A mapping file: what the columns and words of a tracker mean."""

    sheet: Text | None = None
    """The sheet of the workbook; by default its first one."""
    columns: dict[Id, Text] = {}
    """By field, such as owners.lead: the heading of its column. `id` and `title` are needed."""
    strand: Id | None = None
    """The strand of all actions, where no column says it."""
    words: dict[Id, dict[Text, Several[Text]]] = {}
    """By field: what the tracker's words stand for; `nothing` where they say nothing."""
    months: Flag = False
    """Whether a date that shows a month, such as Dec-22, is that month and not its first day."""

    def meaning(self, field: str, text: str) -> tuple[str, ...] | None:
        """What a word of a column stands for; None where the file does not say."""
        known = {folded(word): value for word, value in self.words.get(field, {}).items()}
        return known.get(folded(text))


def read_mapping(path: Path) -> tuple[TrackerMapping, list[Remark]]:
    """Read a mapping file; what is wrong with it is told with its line."""
    name = path.name
    source = read_file(path, name)
    mapping, findings = build(TrackerMapping, source)
    findings = [*source.findings, *findings]
    if not findings:
        findings = [problem.stamped("SC102") for problem in _problems(mapping, name)]
    return mapping, [_remark(path, one) for one in locate(findings, {name: source})]


def _problems(mapping: TrackerMapping, file: str) -> Iterator[Problem]:
    for key in ("columns", "words"):
        for field in getattr(mapping, key):
            if field not in FIELDS:
                advice = did_you_mean(field, FIELDS) or f"There are: {', '.join(FIELDS)}."
                place = Place(file, (key, field), on_key=True)
                yield Problem(place, f"An action has no field {field!r} to fill.", advice)
    lacking = [field for field in ("id", "title") if field not in mapping.columns]
    if lacking:
        message = f"`columns` does not say which column is {' and which is '.join(lacking)}."
        yield Problem(Place(file, ("columns",)), message, "Add the heading of that column.")
    if "strand" not in mapping.columns and mapping.strand is None:
        message = "Nothing says which strand the actions belong to."
        advice = 'Name its column under `columns`, or one strand for all: `strand: "1"`.'
        yield Problem(Place(file), message, advice)


def _remark(path: Path, finding: Finding) -> Remark:
    span = finding.place.span
    line = f"line {span.line}" if span else ""
    return error(Spot(path.as_posix(), cell=line), finding.message, finding.advice)
