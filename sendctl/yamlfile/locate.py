"""Symbolic places to lines and columns: the one step that all findings share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sendctl.findings import Finding, Place, sort_findings
from sendctl.yamlfile.source import Source


def locate(findings: Iterable[Finding], sources: Mapping[str, Source]) -> list[Finding]:
    """The findings with lines and columns, sorted; places that have them keep them."""
    return sort_findings(
        replace(
            finding,
            place=_located(finding.place, sources),
            related=tuple(
                replace(other, place=_located(other.place, sources)) for other in finding.related
            ),
        )
        for finding in findings
    )


def _located(place: Place, sources: Mapping[str, Source]) -> Place:
    source = sources.get(place.file)
    if place.span is not None or source is None:
        return place
    path = source.as_written(place.path)
    return replace(place, path=path, span=source.span(path, on_key=place.on_key))
