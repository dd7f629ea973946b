from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment

from sendctl.report.compiled import CompiledTemplates
from sendctl.report.environment import render


def run(code: str, **env: str) -> str:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**clean, **env},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


RENDER = """
import sys; sys.path.insert(0, ".")
from sendctl.__main__ import main
sys.argv = ["sendctl", "render", "summary", "-p", "plans/blackpool", "-o", sys.argv[1]]
main()
"""


def test_templates_are_compiled_once(tmp_path: Path) -> None:
    cache = tmp_path / "cache"

    def rendered(folder: str) -> tuple[bytes, dict[Path, int]]:
        run(
            RENDER.replace("sys.argv[1]", repr(str(tmp_path / folder))),
            PYTHONPYCACHEPREFIX=str(cache),
        )
        (made,) = (tmp_path / folder).iterdir()
        compiled = [path for path in cache.rglob("*.pyc") if "templates" in path.parts]
        return made.read_bytes(), {path: path.stat().st_mtime_ns for path in compiled}

    document, kept = rendered("first")
    assert kept
    assert rendered("again") == (document, kept)


def test_nothing_is_written_where_python_may_not(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    code = RENDER.replace("sys.argv[1]", repr(str(tmp_path / "out")))
    run(code, PYTHONPYCACHEPREFIX=str(cache), PYTHONDONTWRITEBYTECODE="1")
    assert not cache.exists()


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CompiledTemplates:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return CompiledTemplates(Path(__file__))


def test_what_is_stale_or_damaged_is_made_again(kept: CompiledTemplates) -> None:
    environment = Environment(autoescape=True)
    name = "sendctl/templates/x.html.j2"

    def bucket(source: str = "{{ 1 }}") -> object:
        return kept.get_bucket(environment, "x.html.j2", name, source).code

    assert bucket() is None
    made = kept.get_bucket(environment, "x.html.j2", name, "{{ 1 }}")
    made.code = environment.compile("{{ 1 }}")
    kept.set_bucket(made)
    assert bucket() == made.code
    assert bucket("{{ 2 }}") is None
    for damage in (b"", b"j2", Path(made.key).read_bytes()[:-9], b"\x80" * 99):
        Path(made.key).write_bytes(damage)
        assert bucket() is None


def test_a_plans_own_template_is_never_kept(kept: CompiledTemplates, tmp_path: Path) -> None:
    assert kept.get_cache_key("x", "templates/x.html.j2") == ""
    own = tmp_path / "templates"
    own.mkdir()
    (own / "own.html.j2").write_text("<p>{{ 2 * 3 }}</p>")
    assert render("own.html.j2", {}, tmp_path) == "<p>6</p>"
    assert list(tmp_path.rglob("own*")) == [own / "own.html.j2"]
