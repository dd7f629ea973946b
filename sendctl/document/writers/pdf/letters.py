"""Which letters the fonts can show. A PDF/UA may not lack one, so others become a visible box."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

BOX: Final = "□"

_SURE: Final = frozenset(
    {*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA0, 0x180)), BOX, "\u200b"}
    | {"\u2013", "\u2014", "\u2018", "\u2019", "\u201c", "\u201d", "\u2022", "\u2026"}
    | {"\u20ac", "\u2192", "\u2264", "\u2265"}
)
"""Letters that the shipped font has for certain, so that most documents need no trial."""

_JOINER: Final = "\u200d"
_FORMS: Final = "\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
"""What follows within one picture letter: forms, shades of skin, tags of flags."""

_NEVER: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
"""Letters of private use, which mean nothing to others and PDF/A forbids."""

_FORBIDDEN: Final = "\ufeff"
"""Marks that PDF/UA forbids and that show nothing."""

_MOST_TRIALS: Final = 200


def shown(text: str, can_show: Callable[[str], bool]) -> str:
    """The text with a box for each letter that cannot be shown.

    Args:
        text: any text.
        can_show: whether the fonts have all letters of a text; costs a few milliseconds.
    """
    doubtful = sorted(set(text) - _SURE)
    if not doubtful:
        return text
    text = text.replace(_FORBIDDEN, "")
    missing = {letter for letter in doubtful if _NEVER.match(letter)}
    left = [letter for letter in doubtful if letter not in missing and letter != _FORBIDDEN]
    missing |= _unshowable(left, can_show)
    if not missing:
        return text
    letters = "".join(map(re.escape, sorted(missing)))
    return re.sub(f"[{letters}](?:[{_FORMS}]|{_JOINER}[{letters}])*", BOX, text)


def _unshowable(letters: list[str], can_show: Callable[[str], bool]) -> set[str]:
    """Those of the letters that cannot be shown, found by halving; when it takes too long, all."""
    missing: set[str] = set()
    waiting = [letters] if letters else []
    trials = 0
    while waiting:
        some = waiting.pop()
        trials += 1
        if trials > _MOST_TRIALS:
            return missing.union(some, *waiting)
        if can_show(" ".join(some)):
            continue
        if len(some) == 1:
            missing.update(some)
        else:
            middle = len(some) // 2
            waiting += [some[:middle], some[middle:]]
    return missing
