"""Changes a plan's files: only the lines that must change, under a lock, and never for the worse.

Edits are data (`SetValue`, `Insert`, `Remove`, `NewFile`). `edited` works out in memory what they
would make of a plan; `apply` makes them on the disk. Both tell what would be worse afterwards.
"""

from sendctl.edit.apply import Edits, apply
from sendctl.edit.edited import Edited, edited
from sendctl.edit.edits import (
    CannotEdit,
    Edit,
    Insert,
    NewFile,
    Raw,
    Remove,
    SetValue,
    Steps,
    append,
)
from sendctl.edit.lock import Busy

__all__ = [
    "Busy",
    "CannotEdit",
    "Edit",
    "Edited",
    "Edits",
    "Insert",
    "NewFile",
    "Raw",
    "Remove",
    "SetValue",
    "Steps",
    "append",
    "apply",
    "edited",
]
