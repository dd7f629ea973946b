"""What `import sendctl` offers, and what it costs."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import sendctl

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


def test_names_can_be_imported() -> None:
    from sendctl import Finding, Loaded, Place, Plan, Problem, Related, Severity, Span, load_plan

    assert all((Finding, Loaded, Place, Plan, Problem, Related, Severity, Span, load_plan))


@pytest.mark.parametrize("name", ["load_plans", "plan_", "__wrapped__", ""])
def test_an_unknown_name(name: str) -> None:
    with pytest.raises(AttributeError, match=f"module 'sendctl' has no attribute '{name}'"):
        getattr(sendctl, name)
    assert not hasattr(sendctl, name)
