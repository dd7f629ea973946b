"""One file's text with edits made, and the proof that it says what was meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sendctl.edit.change import change, prune
from sendctl.edit.edits import CannotEdit, Insert, Remove, SetValue
from sendctl.edit.lines import line_break
from sendctl.edit.nodes import Collection, grown, parse, plain
from sendctl.edit.order import key_order, model_at
from sendctl.edit.render import Manner, Writer
from sendctl.edit.splice import spliced
from sendctl.yamlfile import Source, read_bytes


def edited_text(source: Source, edits: Sequence[SetValue | Insert | Remove]) -> str:
    """The text of a file after some edits; one without content is begun.

    Args:
        source: the file as read, without findings of its own.
        edits: all of this file.

    Raises:
        CannotEdit: an edit does not fit the file, or cannot be made without touching more of it.
    """
    name, text = source.name, source.text
    # Lines are what is inserted and deleted: the last one gets its line break for the meantime.
    ended = text if text.endswith(("\n", "\r")) or not text else text + line_break(text)
    root = parse(ended) or grown({})
    if not isinstance(root, Collection):  # no plan has such a file
        raise CannotEdit(f"{name} holds no keys.")

    def order(path: tuple[str | int, ...]) -> list[str]:
        model = model_at(name, path)
        return key_order(model) if model else []

    for edit in edits:
        change(root, edit, order)
    prune(root)
    meant = plain(root)
    if not meant:
        raise CannotEdit(f"Nothing would be left in {name}; delete the file instead.")
    if any(not slot.is_new for slot in root.slots):
        made = spliced(ended, root)
    else:
        made = ended + "".join(line + "\n" for line in Writer(Manner()).lines(root, 0))
    _judge(name, made, meant)
    return made if ended == text else made.removesuffix(line_break(text))


def _judge(name: str, text: str, meant: Any) -> None:
    """Read the text again; a mistake of the reader's kind is told as a finding later."""
    again = read_bytes(text.encode(), name)
    if not again.findings and again.value != meant:
        raise CannotEdit(
            f"{name} is written in a way that sendctl cannot change without touching more of it. "
            "Nothing was changed; please make this edit by hand."
        )
