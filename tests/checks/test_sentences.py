from __future__ import annotations

import pytest

from sendctl.checks.inline import inline_links, is_address, is_https, without_addresses
from sendctl.checks.quoting import all_quoted, quoted
from sendctl.checks.sentences import reading_age, sentences
from sendctl.checks.words import word_list


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("", []),
        ("One two three. Four five! Six?", [3, 2, 1]),
        ("He said “it is late.” Then he left.", [5, 3]),
        ("The rise of 3.5 per cent, e.g. in May, is real.", [7, 4]),
        ("We will:\n- do this\n- do that now\n\nThen rest", [2, 2, 3, 2]),
        ("One line\ngoes on", [4]),
        ("1. First point\n2. Second", [2, 1]),
        ("Read [the plan](https://a.uk/b.c) now", [4]),
        ("well-known parent/carer children's 2021/22", [4]),
        ("... - ** !", []),
    ],
)
def test_sentences(text: str, counts: list[int]) -> None:
    assert [len(words) for words in sentences(text)] == counts


def age(text: str) -> float:
    return reading_age(sentences(text))


def test_reading_age_follows_the_formula() -> None:
    """0.39 words a sentence + 11.8 syllables a word - 15.59, plus 5."""
    assert age("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59 + 5)
    syllables = 1 + 3 + 1 + 4
    words = "The assessment takes information."
    assert age(words) == pytest.approx(0.39 * 4 + 11.8 * syllables / 4 - 15.59 + 5)
    assert age("") == age("12 34.") == 0


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        *[("help", 1), ("made", 1), ("table", 2), ("wanted", 2), ("asked", 1), ("services", 3)],
        *[("rhythm", 1), ("children", 2), ("provision", 3), ("agree", 2), ("the", 1), ("HMCI", 1)],
    ],
)
def test_syllables(word: str, syllables: int) -> None:
    assert (age(word) - 0.39 + 15.59 - 5) / 11.8 == pytest.approx(syllables)


def test_links_of_a_text() -> None:
    text = "See [the *plan*](https://a.uk), [](appendix:x), [a](b c) and (c)[d]."
    assert [tuple(link) for link in inline_links(text)] == [
        ("the *plan*", "https://a.uk"),
        ("", "appendix:x"),
        ("a", "b"),
    ]


def test_a_text_without_its_addresses() -> None:
    assert without_addresses("See [it](https://a.uk/B) or www.a.uk/C now").split() == [
        "See",
        "[it",
        "or",
        "now",
    ]
    assert without_addresses("No address") == "No address"


@pytest.mark.parametrize(
    ("link", "address", "https"),
    [
        ("https://a.uk", True, True),
        ("HTTPS://a.uk", True, True),
        ("http://a.uk", True, False),
        ("javascript:alert(1)", True, False),
        ("www.a.uk", True, False),
        ("evidence/a.pdf", False, False),
        ("c:\\a.pdf", False, False),
    ],
)
def test_what_a_link_is(link: str, address: bool, https: bool) -> None:
    assert is_address(link) is address
    assert is_https(link) is https


def test_quoting() -> None:
    assert quoted("a\n  b") == "“a b”"
    assert quoted("x" * 61) == "“" + "x" * 59 + "…”"
    assert all_quoted(["a"]) == "“a”"
    assert all_quoted(["a", "b", "a"]) == "“a” and “b”"
    assert all_quoted("abcd") == "“a”, “b” and 2 more"


@pytest.mark.parametrize("name", ["given-names", "known-abbreviations", "empty-link-words"])
def test_lists_of_words(name: str) -> None:
    words = word_list(name)
    assert len(words) > 40
    assert not any("#" in word for word in words)
    assert (
        words
        == {
            "given-names": {word.capitalize() for word in words},
            "known-abbreviations": {word.upper() for word in words},
            "empty-link-words": {word.casefold() for word in words},
        }[name]
    )


def test_names_that_are_words_are_in_no_list() -> None:
    assert word_list("given-names").isdisjoint(
        {"Amber", "April", "August", "Chester", "Christian", "Grace", "Hope", "Jan", "June"}
        | {"Mark", "Max", "May", "Rose", "Summer", "Stanley", "Victoria", "Will"}
    )
