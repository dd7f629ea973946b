"""Sentences and words of a text, and how hard they are to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sendctl.checks.inline import without_addresses

_END = re.compile(r"(?<=[.!?…])[\"'\u201d\u2019)\]*_]{0,4}\s+")
_ITEM = re.compile(r"\s{0,12}(?:[-+*\u2022]|\d{1,3}[.)])\s")
_WORD = re.compile(r"[^\W_](?:[\w'\u2019.,/-]{0,60}[^\W_])?")
_LETTERS = re.compile(r"[A-Za-z][A-Za-z'\u2019]{0,60}")
_VOWELS = re.compile(r"[aeiouy]+")


def sentences(text: str) -> Iterator[list[str]]:
    """The words of each sentence; a list item and a paragraph end one too."""
    for block in _blocks(without_addresses(text)):
        for sentence in _END.split(block):
            words = _WORD.findall(sentence)
            if words:
                yield words


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs and list items, each as one line."""
    lines: list[str] = []
    for line in text.split("\n"):
        item = _ITEM.match(line)
        if item or not line.strip():
            yield " ".join(lines)
            lines = []
        lines.append(line[item.end() :] if item else line)
    yield " ".join(lines)


def reading_age(sentences: Iterable[list[str]]) -> float:
    """The age at which people can read this, by the formula of Flesch and Kincaid.

    Its school grade of the United States plus 5. Syllables are counted by groups of vowels, which
    is right for most English words. The library for this, textstat, brings nltk and pyphen and
    weighs 25 MB; the formula itself is no more exact than this count.

    Args:
        sentences: words of sentences; of less than about a hundred words the answer means little.

    Returns:
        Years; 0 when there is no word.
    """
    count = words = syllables = 0
    for sentence in sentences:
        letters = [found[0] for word in sentence if (found := _LETTERS.match(word))]
        count += bool(letters)
        words += len(letters)
        syllables += sum(map(_syllables, letters))
    if not words:
        return 0
    return 0.39 * words / count + 11.8 * syllables / words - 15.59 + 5


@lru_cache(maxsize=4096)
def _syllables(word: str) -> int:
    word = word.lower()
    groups = len(_VOWELS.findall(word))
    if word.endswith(("e", "ed", "es")) and not word.endswith(
        ("le", "ted", "ded", "ses", "zes", "ches", "shes", "xes", "ces", "ges", "ee", "ye")
    ):
        groups -= 1
    return max(1, groups)
