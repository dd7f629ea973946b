"""Plans from data, as the tests of documents make them."""

from __future__ import annotations

from tests.report.conftest import example, make_plan

__all__ = ["example", "make_plan"]
