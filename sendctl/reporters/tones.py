"""The colours that statuses have on a terminal; the word always stands there too."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from sendctl.document.model import Tone

TONE_STYLES: Final[Mapping[Tone, str]] = MappingProxyType(
    {
        "complete": "blue",
        "on_track": "green",
        "at_risk": "yellow",
        "off_track": "red",
        "not_started": "",
        "neutral": "",
    }
)
"""For rich, by the tone that documents use."""
