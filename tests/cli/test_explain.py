"""The rules' pages in a terminal."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from syrupy.assertion import SnapshotAssertion

from sendctl.checks import rule_pages
from sendctl.reporters.pages import as_page

Run = Callable[..., "tuple[int, str, str]"]


@pytest.mark.parametrize("code", ["SC402", "SC001"])
def test_page(sendctl: Run, code: str, snapshot: SnapshotAssertion) -> None:
    ran, out, err = sendctl("explain", code)
    assert (ran, err) == (0, "")
    assert out == snapshot


@pytest.mark.parametrize("code", rule_pages())
def test_every_code_is_explained(sendctl: Run, code: str) -> None:
    ran, out, _ = sendctl("explain", code.lower())
    page = rule_pages()[code]
    assert ran == 0
    said = " ".join(out.split())
    assert page.title in said
    assert " ".join(page.why.split()) in said
    for example in page.examples:
        assert " ".join(example.text.split()) in said


def test_list(sendctl: Run) -> None:
    code, out, _ = sendctl("explain")
    lines = out.splitlines()
    assert code == 0
    assert [line[:5] for line in lines] == list(rule_pages())
    assert "SC402 warning An action has nobody who leads it" in lines
    assert max(map(len, lines)) <= 80


def test_unknown_code(sendctl: Run) -> None:
    assert sendctl("explain", "SC4O2") == (
        2,
        "",
        "There is no code 'SC4O2'. Did you mean 'SC412'?\n",
    )


def test_colour_is_only_colour() -> None:
    coloured = as_page("SC402", colour=True)
    assert "\x1b[33m" in coloured
    assert "\x1b" not in as_page("SC402")
