"""Findings as people and programs read them; one module a format."""

from sendctl.reporters.checked import Checked
from sendctl.reporters.github import as_github
from sendctl.reporters.json import as_json
from sendctl.reporters.sarif import as_sarif
from sendctl.reporters.text import as_text

REPORTERS = {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}
"""Format name to the function that writes it."""

__all__ = ["REPORTERS", "Checked", "as_github", "as_json", "as_sarif", "as_text"]
