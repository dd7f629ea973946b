"""A new plan folder: what `sendctl init` asks for, the files it makes of that, and writing them."""

from sendctl.scaffold.answers import Answers, BadAnswer, Weakness, frameworks_for, weaknesses_from
from sendctl.scaffold.create import CannotCreate, Created, create
from sendctl.scaffold.parent import Earlier, carried_on
from sendctl.scaffold.skeleton import skeleton
from sendctl.scaffold.workflow import requirement, workflow

__all__ = [
    "Answers",
    "BadAnswer",
    "CannotCreate",
    "Created",
    "Earlier",
    "Weakness",
    "carried_on",
    "create",
    "frameworks_for",
    "requirement",
    "skeleton",
    "weaknesses_from",
    "workflow",
]
