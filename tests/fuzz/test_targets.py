"""Every fuzz target takes its seeds, and what was once found by fuzzing, without a word."""

from __future__ import annotations

from importlib import import_module

import pytest

from fuzz.run import targets

FOUND = {
    "loader": [
        b"area: |\n  A\n\n  B\nkind: wsoa\n",
        b"area: A\nkind: wsoa\n== strands/\x9f.yaml\nid: '1'\n",
        (
            b"area: A\nkind: wsoa\n== strands/1.yaml\n"
            b"id: '1'\ntitle: A\nactions: [{id: a, title: A, "
            b'moved: [{from: 2022-12, to: {by: end, term: "2023-sp\\nring"}}]}]\n'
        ),
    ],
    "prose": [b"[a link]()", b"[a *b*]( ) [c](<>)", b"- [x]()\n"],
    "markup": [b'<figure><img src="</tablep\n  <p class="></figure>'],
}
"""Inputs that broke something once, as small as they could be made."""

MOST_SEEDS = 40


@pytest.mark.parametrize("name", targets())
def test_target_takes_its_seeds(name: str) -> None:
    target = import_module(f"fuzz.targets.{name}")
    seeds = list(target.seeds())
    assert seeds
    for seed in [*seeds[:: max(1, len(seeds) // MOST_SEEDS)], *FOUND.get(name, [])]:
        target.run(seed)
