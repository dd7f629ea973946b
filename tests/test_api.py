"""What `import sendctl` offers, and what it costs."""

from __future__ import annotations

import ast
import inspect
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import sendctl

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "docs" / "examples"
HEAVY = {"pydantic", "ruamel", "typer", "click", "rich", "jinja2", "holidays", "markdown_it"}


def loaded_by(code: str) -> set[str]:
    """The heavy packages that a fresh interpreter has loaded after some code."""
    code += "\nimport sys; print('\\n', ' '.join({name.partition('.')[0] for name in sys.modules}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return HEAVY & set(run.stdout.splitlines()[-1].split())


def test_importing_the_package_loads_no_dependency() -> None:
    assert loaded_by("import sendctl; sendctl.__version__; dir(sendctl)") == set()


def test_the_version_is_told_without_any() -> None:
    code = """
import runpy, sys
sys.argv = ["sendctl", "--version"]
try:
    runpy.run_module("sendctl", run_name="__main__")
except SystemExit as end:
    assert end.code == 0
"""
    assert loaded_by(code) == set()
    run = subprocess.run(
        [sys.executable, "-m", "sendctl", "--version"], capture_output=True, text=True, check=True
    )
    assert run.stdout == f"sendctl {sendctl.__version__}\n"


def test_findings_load_no_dependency_either() -> None:
    assert loaded_by("import sendctl; sendctl.Finding") == set()
    assert "pydantic" in loaded_by("import sendctl; sendctl.load_plan")


def test_all_is_exactly_what_is_exported() -> None:
    assert sendctl.__all__ == sorted(sendctl.__all__)
    assert set(sendctl.__all__) == {*sendctl._HOME, "__version__"}
    assert dir(sendctl) == sendctl.__all__


@pytest.mark.parametrize("name", [name for name in sendctl.__all__ if name != "__version__"])
def test_every_name_works_says_what_it_is_and_has_one_home(name: str) -> None:
    thing = getattr(sendctl, name)
    assert thing.__name__ == name
    assert inspect.getdoc(thing)
    assert not (inspect.getdoc(thing) or "").startswith(f"{name}(")
    assert thing.__module__.startswith(sendctl._HOME[name])


def test_what_type_checkers_see_is_what_is_exported() -> None:
    tree = ast.parse(Path(sendctl.__file__).read_text("utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.asname or alias.name: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == sendctl._HOME


def test_exactly_what_is_exported_is_documented() -> None:
    page = (ROOT / "docs" / "python.md").read_text("utf-8")
    assert re.findall(r"^### (.*)$", page, re.MULTILINE) == list(sendctl._HOME)
    assert re.findall(r"^## (.*)$", page, re.MULTILINE) == list(sendctl._TOPICS)


def test_each_topic_has_an_example_and_each_example_a_topic() -> None:
    topics = {topic.lower().replace(" ", "-") for topic in sendctl._TOPICS}
    assert {file.stem for file in EXAMPLES.glob("*.py")} == topics


def test_a_strict_type_checker_takes_the_examples(tmp_path: Path) -> None:
    """As a client's would: from another folder, with sendctl's own types only."""
    copies = [shutil.copy(file, tmp_path / file.name.replace("-", "_")) for file in
              EXAMPLES.glob("*.py")]  # fmt: skip
    (tmp_path / "wrong.py").write_text(
        "from sendctl import load_plan, render\n"
        "render(load_plan('.'), 'plan', drfat=True)\nload_plan('.').plan.head\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"),
         "--config-file", os.devnull, *copies, "wrong.py"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "MYPYPATH": str(ROOT)},
    )  # fmt: skip
    errors = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert len(errors) == 2, done.stdout
    assert errors[0].startswith("wrong.py:2: error: ")
    assert "drfat" in errors[0]
    assert errors[1].startswith("wrong.py:3: error: ")


def test_the_wheel_has_the_mark_of_its_types_and_the_templates(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("*.whl")
    names = set(ZipFile(wheel).namelist())
    shipped = {path.name for path in (ROOT / "templates" / "init").iterdir() if path.is_file()}
    assert shipped
    assert {"sendctl/py.typed", *(f"sendctl/templates/init/{one}" for one in shipped)} <= names


# What only the API has


EXAMPLE = ROOT / "plans" / "blackpool"


def test_render_gives_the_bytes_that_the_command_writes(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "sendctl", "render", "plan", "--to", "md", "--to", "html",
         "--public", "-p", str(EXAMPLE), "-o", str(tmp_path)],
        check=True, capture_output=True,
    )  # fmt: skip
    loaded = sendctl.load_plan(EXAMPLE)
    for form in ("md", "html"):
        written = (tmp_path / f"blackpool-wsoa-public.{form}").read_bytes()
        assert sendctl.render(loaded, "plan", form, public=True) == written


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ({"document": "wosa"}, "There is no document 'wosa'. Did you mean 'wsoa'?"),
        ({"document": "plan", "to": "doc"}, "There is no format 'doc'."),
        ({"document": "plan", "by": "owner"}, "--by is for actions, not for plan: leave it out."),
        ({"document": "progress", "reader": "me"}, "There is no reader 'me'. There are: dfe,"),
        ({"document": "actions", "by": "x"}, "There is no by 'x'. There are: strand,"),
    ],
)
def test_render_says_what_is_wrong_with_a_call(call: dict[str, Any], said: str) -> None:
    with pytest.raises(sendctl.WrongRequest, match=f"^{re.escape(said)}"):
        sendctl.render(sendctl.load_plan(EXAMPLE), **call)


def test_render_refuses_a_plan_with_errors_unless_it_is_a_draft(tmp_path: Path) -> None:
    with pytest.raises(sendctl.Refused, match=r"plan\.yaml cannot be used"):
        sendctl.render(sendctl.load_plan(tmp_path), "plan")
    (tmp_path / "plan.yaml").write_text("area: A\nkind: wsoa\ncolour: blue\nframework: x\n")
    loaded = sendctl.load_plan(tmp_path)
    with pytest.raises(sendctl.Refused, match=r"The plan has errors: .*, and 1 more"):
        sendctl.render(loaded, "plan")
    assert b"draft" in sendctl.render(loaded, "plan", "md", draft=True).lower()


def test_without_a_day_the_plan_s_own_counts() -> None:
    loaded = sendctl.load_plan(EXAMPLE)
    assert loaded.plan is not None
    day = loaded.plan.head.as_at
    assert day is not None
    assert sendctl.run_checks(loaded) == sendctl.run_checks(loaded, day)
    assert sendctl.timeline_of(loaded.plan).today == day


@pytest.mark.parametrize("name", ["load_plans", "plan_", "__wrapped__", ""])
def test_an_unknown_name(name: str) -> None:
    with pytest.raises(AttributeError, match=f"module 'sendctl' has no attribute '{name}'"):
        getattr(sendctl, name)
    assert not hasattr(sendctl, name)
