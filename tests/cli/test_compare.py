"""`render progress --compare`: the earlier position beside the present one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Ran
from tests.history.made import Made
from tests.history.year import year

Run = Callable[..., Ran]


def test_then_and_now(sendctl: Run, tmp_path: Path) -> None:
    made = year(Made(tmp_path / "repo"))
    asked = ("render", "progress", "--compare", "--since", "2022-06-30", "--to", "md", "--draft")
    for reader in ((), ("--for", "dfe"), ("--for", "scrutiny"), ("--for", "families")):
        ran = sendctl(*asked, *reader, "--today", "2022-09-30", "-o", "made", cwd=made.plan)
        assert ran.code == 0, ran.err
        text = (made.plan / ran.out.strip()).read_text("utf-8")
        assert ("| **All** | 4 | 4 |" in text) == (reader != ("--for", "families"))
        if reader != ("--for", "families"):
            assert "Action 1.5 Publish \\<b\\>one\\</b\\> page: New." in text
            assert "Lead: Post-16 Lead; it was Head of SEND." in text
    ran = sendctl(*asked, "--since", "2022-01-01", cwd=made.plan)
    assert (ran.code, ran.out) == (2, "")
    ran = sendctl("render", "actions", "--compare", "--draft", cwd=made.plan)
    assert ran.code == 2
