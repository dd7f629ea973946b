"""The plan through time: its versions in git, what changed between two, how it went."""

from sendctl.history.change import Change, What
from sendctl.history.compare import Compared, compare
from sendctl.history.git import NoHistory
from sendctl.history.life import Entry, Life, life
from sendctl.history.repository import NotThere, Repository
from sendctl.history.revision import Revision
from sendctl.history.standing import Difference, Standing, difference, standing

__all__ = [
    "Change",
    "Compared",
    "Difference",
    "Entry",
    "Life",
    "NoHistory",
    "NotThere",
    "Repository",
    "Revision",
    "Standing",
    "What",
    "compare",
    "difference",
    "life",
    "standing",
]
