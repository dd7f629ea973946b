"""The fixed words of the format for what people type: other spellings, the plan's own words."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sendctl.edit.edits import CannotEdit
from sendctl.plan.base import field_parts
from sendctl.plan.display import Vocabulary

_OWN = ("status", "rating", "impact")
"""The keys whose words a plan can choose in `vocabulary.shown`."""


def fixed_word(field: Any, key: str, value: str, vocabulary: Vocabulary) -> str:
    """The word that a file holds for what was typed; the same text where nothing is meant by it.

    Args:
        field: the field that the word is for.
        key: its key.
        value: such as in_progress, "In progress", or a word of `vocabulary.shown`.
        vocabulary: the plan's own words.

    Raises:
        CannotEdit: a word of the plan's own stands for more than one.
    """
    words = [word.value for part in field_parts(field) if _is_words(part) for word in part]
    if not words or value in words:
        return value
    spelt = "_".join(value.casefold().replace("-", " ").replace("_", " ").split())
    if spelt in words:
        return spelt
    if key not in _OWN:
        return value
    shown = [one for one in vocabulary.shown if one.word.casefold() == value.casefold()]
    meant = list(dict.fromkeys(word.value for one in shown for word in getattr(one, key)))
    if len(meant) > 1:
        raise CannotEdit(f"{value!r} can stand for {' or '.join(meant)}; type one of these.")
    if shown and not meant:
        raise CannotEdit(f"{value!r} says nothing of the {key}. Known here: {', '.join(words)}.")
    return meant[0] if meant else value


def _is_words(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, StrEnum)
