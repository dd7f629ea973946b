"""What the package offers, and what importing it costs."""

from __future__ import annotations

import subprocess
import sys

import sendctl.workdays


def test_every_public_name_exists() -> None:
    for name in sendctl.workdays.__all__:
        assert getattr(sendctl.workdays, name) is not None


def test_importing_the_package_does_not_import_the_slow_library() -> None:
    code = (
        "import sys; from sendctl.workdays import WorkingCalendar; WorkingCalendar();"
        " sys.exit('holidays' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
