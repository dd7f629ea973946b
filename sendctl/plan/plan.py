"""A whole plan: the content of its files, and the ways through it that everyone needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sendctl.findings import Place
from sendctl.plan.action import Action
from sendctl.plan.base import Item
from sendctl.plan.files import PLAN_FILE
from sendctl.plan.framework import FrameworkFile
from sendctl.plan.governance import GlossaryFile, GovernanceFile, Risk, RisksFile, StrengthsFile
from sendctl.plan.head import Head
from sendctl.plan.layout import LayoutFile
from sendctl.plan.measure import Measure, MeasuresFile
from sendctl.plan.owners import OwnersFile, PeopleFile
from sendctl.plan.progress import Reported, Status
from sendctl.plan.report import Report
from sendctl.plan.seals import Seal, SealsFile
from sendctl.plan.strand import Objective, Strand
from sendctl.plan.texts import PlanText, texts
from sendctl.plan.weakness import Weakness, WeaknessesFile
from sendctl.plan.when import When

_I = TypeVar("_I", bound=Item)


class Origin(NamedTuple):
    """Where a plan comes from that was read as it stood at another time.

    Attributes:
        folder: the folder that it is said to be in.
        day: the day of that version.
    """

    folder: Path
    day: date


@dataclass(frozen=True)
class Plan:
    """An improvement plan.

    Attributes:
        folder: where its other files are: templates, layouts, evidence.
        files: the content of every file that was read, by its name inside the folder.
        unread: the files that could not be read and count as empty: what a check misses there
            may well exist.
        origin: for a plan as it stood at another time, where it comes from; else None.
    """

    folder: Path
    files: Mapping[str, Item]
    unread: frozenset[str] = frozenset()
    origin: Origin | None = None

    @property
    def shown(self) -> Path:
        """The folder as messages name it."""
        return self.origin.folder if self.origin else self.folder

    @property
    def name(self) -> str:
        """The folder's name, as output files begin."""
        return self.shown.resolve().name

    @cached_property
    def head(self) -> Head:
        """plan.yaml."""
        return self._file(PLAN_FILE, Head)

    @cached_property
    def owners(self) -> OwnersFile:
        """Bodies and posts."""
        return self._file("owners.yaml", OwnersFile)

    @cached_property
    def people(self) -> PeopleFile:
        """Names of post holders."""
        return self._file("people.yaml", PeopleFile)

    @cached_property
    def governance(self) -> GovernanceFile:
        """Boards, co-production, consultation, funding, legal duties."""
        return self._file("governance.yaml", GovernanceFile)

    @cached_property
    def strengths(self) -> StrengthsFile:
        """What the inspectors found to be good."""
        return self._file("strengths.yaml", StrengthsFile)

    @cached_property
    def glossary(self) -> dict[str, str]:
        """Words and what they mean."""
        return self._file("glossary.yaml", GlossaryFile).glossary

    @cached_property
    def seals(self) -> tuple[Seal, ...]:
        """The versions that were sealed."""
        return self._file("seals.yaml", SealsFile).seals

    @cached_property
    def weaknesses(self) -> tuple[Weakness, ...]:
        """In the order of the inspectors' report."""
        return self._file("weaknesses.yaml", WeaknessesFile).weaknesses

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """All measures."""
        return self._file("measures.yaml", MeasuresFile).measures

    @cached_property
    def risks(self) -> tuple[Risk, ...]:
        """All risks."""
        return self._file("risks.yaml", RisksFile).risks

    @cached_property
    def strands(self) -> list[Strand]:
        """In the order of their files' names, 2 before 10."""
        return [item for item in self.files.values() if isinstance(item, Strand)]

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Committee reports by file stem."""
        return self._by_stem(Report)

    @cached_property
    def frameworks(self) -> dict[str, FrameworkFile]:
        """The plan's own frameworks, and its changes to shipped ones, by file stem."""
        return self._by_stem(FrameworkFile)

    @cached_property
    def layouts(self) -> dict[str, LayoutFile]:
        """The plan's own forms of committee report, by file stem."""
        return self._by_stem(LayoutFile)

    @cached_property
    def objectives(self) -> list[Objective]:
        """The objectives of all strands."""
        return [objective for strand in self.strands for objective in strand.objectives]

    @cached_property
    def actions(self) -> list[Action]:
        """The actions of all strands, in order. Objectives are not actions."""
        return [action for strand in self.strands for action in strand.actions]

    @cached_property
    def texts(self) -> tuple[PlanText, ...]:
        """Every text of every file."""
        return tuple(text for name, item in self.files.items() for text in texts(item, name))

    @cached_property
    def public_texts(self) -> tuple[PlanText, ...]:
        """The texts that would be published."""
        return tuple(text for text in self.texts if text.field.public)

    @cached_property
    def reported(self) -> list[Reported]:
        """Everything that people report on with `updates:`, the plan as a whole first."""
        return [
            self.head,
            *self.weaknesses,
            *self.strands,
            *self.objectives,
            *self.actions,
            *self.measures,
            *self.risks,
        ]

    def today(self, option: date | None = None) -> date:
        """The day that counts as today.

        The option, else the plan's `as_at`, else the day of the version it was read from, else the
        machine's.
        """
        day = option or self.head.as_at or (self.origin and self.origin.day)
        return day or date.today()  # noqa: DTZ011 - a person's calendar day

    def deadline(self, when: When | None) -> date | None:
        """The last day of a date, with this plan's school terms; None when it names no day."""
        return when.deadline(self.head.terms) if when else None

    def is_overdue(self, action: Action, today: date) -> bool:
        """Whether an action is still open after the last day of its date; on hold, it may be."""
        if not action.status.is_open or action.status is Status.ON_HOLD:
            return False
        last = self.deadline(action.due)
        return last is not None and last < today

    def in_time(self, since: When | None, until: When | None, day: date) -> bool:
        """Whether a day lies between two dates, each of which may be open."""
        first = since.days(self.head.terms) if since else None
        last = self.deadline(until)
        return (first is None or first.first <= day) and (last is None or day <= last)

    def bodies_on(self, keys: Iterable[str], day: date) -> tuple[str, ...]:
        """Those of some bodies that exist on a day: after June 2022 the ICB, no more the CCG."""
        bodies = self.owners.bodies
        return tuple(
            key
            for key in keys
            if key not in bodies or self.in_time(bodies[key].since, bodies[key].until, day)
        )

    def place(self, item: Item) -> Place:
        """Where a strand, action, objective, weakness, measure, risk, board or step is written.

        Raises:
            KeyError: the item is none of these, or not of this plan.
        """
        return self._places[id(item)]

    def strand_of(self, item: Action | Objective) -> Strand:
        """The strand an action or objective belongs to."""
        strand = self.files[self.place(item).file]
        assert isinstance(strand, Strand)  # noqa: S101 - actions stand nowhere else
        return strand

    def weaknesses_of(self, action: Action) -> tuple[str, ...]:
        """The ids of the weaknesses an action answers: its own list, else its strand's."""
        return action.weaknesses or self.strand_of(action).weaknesses

    @cached_property
    def is_illustrative(self) -> bool:
        """Whether any part of it is made up for an example."""
        return any(_has_illustrative(item) for item in self.files.values())

    @cached_property
    def _places(self) -> dict[int, Place]:
        places: dict[int, Place] = {}
        for name, content in self.files.items():
            places[id(content)] = Place(name)
            for key in ("weaknesses", "measures", "risks", "boards", "steps", "strengths",
                        "objectives", "actions"):  # fmt: skip
                for index, item in enumerate(getattr(content, key, ())):
                    if isinstance(item, Item):
                        places[id(item)] = Place(name, (key, index))
        return places

    def _by_stem(self, model: type[_I]) -> dict[str, _I]:
        """The files of one kind, by their names without folder and ending."""
        return {
            name.rpartition("/")[2].removesuffix(".yaml"): item
            for name, item in self.files.items()
            if isinstance(item, model)
        }

    def _file(self, name: str, model: type[_I]) -> _I:
        """The content of a file; of one that is not there, an empty one."""
        content = self.files.get(name)
        return content if isinstance(content, model) else model()


def _has_illustrative(item: Item) -> bool:
    return item.illustrative or any(_has_illustrative(child) for child in children(item))


def children(item: Item) -> Iterator[Item]:
    """The items directly inside an item, those in its lists and mappings included."""
    for value in item.__dict__.values():
        yield from _items_in(value)


def _items_in(value: Any) -> Iterator[Item]:
    if isinstance(value, Item):
        yield value
    elif isinstance(value, (tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _items_in(one)
