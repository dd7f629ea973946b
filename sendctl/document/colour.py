"""Contrast between colours, as WCAG 2.2 defines it. Colours are "#rrggbb"."""

from __future__ import annotations

from typing import Final

LEAST_CONTRAST: Final = 4.5
"""Text against its ground, WCAG 2.2 success criterion 1.4.3 (AA)."""

WHITE: Final = "#ffffff"


def contrast(one: str, other: str) -> float:
    """From 1 (the same colour) to 21 (black and white)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, ground: str, towards: str, least: float = LEAST_CONTRAST) -> str:
    """The colour mixed with as little of another as it takes to be read on a ground."""
    for share in range(0, 100, 5):
        mixture = mixed(colour, towards, share)
        if contrast(mixture, ground) >= least:
            return mixture
    return towards


def quiet_on(ground: str) -> str:
    """A colour for lesser words on a dark ground: white with a little of it."""
    return readable(mixed(ground, WHITE, 80), ground, WHITE)


def mixed(colour: str, other: str, share: int) -> str:
    """The colour with so many per cent of another."""
    parts = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share / 100):02x}" for a, b in parts)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    low = 0.04045
    return channel / 12.92 if channel <= low else ((channel + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue
