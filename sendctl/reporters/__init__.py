"""Findings as people and programs read them; one module a format."""

from sendctl.reporters.checked import Checked
from sendctl.reporters.json import as_json
from sendctl.reporters.text import as_text

REPORTERS = {"text": as_text, "json": as_json}
"""Format name to the function that writes it."""

__all__ = ["REPORTERS", "Checked", "as_json", "as_text"]
