"""Changes between brackets, [a, b] and {a: 1}, on one line or over several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sendctl.edit.lines import after_space, begins_line, line_end, line_start
from sendctl.edit.nodes import Collection, Scalar, Slot
from sendctl.edit.render import flow_pair, in_flow

_Splice = tuple[int, int, str]


def splices(text: str, here: Collection) -> Iterator[_Splice]:
    """What to insert and delete for the new and removed entries of a collection in brackets."""
    yield from _additions(text, here)
    yield from _removals(text, [slot for slot in here.slots if not slot.is_new])


def _additions(text: str, here: Collection) -> Iterator[_Splice]:
    behind: Slot | None = None
    waiting: list[Slot] = []
    for slot in here.slots:
        if slot.is_new and not slot.is_removed:
            waiting.append(slot)
        elif slot.stays:
            if waiting and behind is None:
                made = "".join(f"{_written(here, one, slot)}, " for one in waiting)
                yield slot.start, slot.start, made
            elif waiting and behind:
                yield from _added(text, here, waiting, behind)
            behind, waiting = slot, []
    if waiting and behind:
        yield from _added(text, here, waiting, behind)


def _added(text: str, here: Collection, new: Sequence[Slot], behind: Slot) -> Iterator[_Splice]:
    """New entries behind a present one: on lines of their own if those have such."""
    made = [_written(here, slot, behind) for slot in new]
    comma = _comma(text, behind.end)
    rest = text[comma or behind.end : line_end(text, comma or behind.end)].lstrip()
    own_lines = begins_line(text, behind.start) and (not rest or rest.startswith("#"))
    if not own_lines:
        yield behind.end, behind.end, "".join(f", {one}" for one in made)
        return
    first = line_start(text, behind.start)
    lead = text[first : behind.start]
    below = line_end(text, comma or behind.end)
    line_break = text[len(text[:below].rstrip("\r\n")) : below]
    if not comma:
        yield behind.end, behind.end, ","
    last = "," if comma else ""
    joined = f",{line_break}{lead}".join(made)
    yield below, below, f"{lead}{joined}{last}{line_break}"


def _removals(text: str, slots: Sequence[Slot]) -> Iterator[_Splice]:
    """An entry goes with its comma: the one behind it, or for the last ones the one before."""
    behind: Slot | None = None
    for slot in slots:
        if not slot.is_removed:
            behind = slot
            continue
        comma = _comma(text, slot.end)
        if comma:
            yield _with_comma_behind(text, slot, comma, behind)
        elif behind:
            yield from _with_comma_before(text, behind, slot)
        else:
            yield slot.start, slot.end, ""


def _with_comma_behind(text: str, slot: Slot, comma: int, behind: Slot | None) -> _Splice:
    end = line_end(text, comma)
    rest = text[comma:end].strip()
    if begins_line(text, slot.start) and (not rest or rest.startswith("#")):
        return line_start(text, slot.start), end, ""
    following = after_space(text, comma)
    if text[following] not in "#]}":
        return slot.start, following, ""
    before = _comma(text, behind.end) if behind else slot.start
    return (slot.start if "#" in text[before : slot.start] else before), comma, ""


def _with_comma_before(text: str, staying: Slot, slot: Slot) -> Iterator[_Splice]:
    between = text[staying.end : slot.start]
    if "#" not in between:
        yield staying.end, slot.end, ""
        return
    comma = _comma(text, staying.end)
    if comma:
        yield comma - 1, comma, ""
    end = line_end(text, slot.end)
    is_alone = begins_line(text, slot.start) and not text[slot.end : end].strip()
    yield (line_start(text, slot.start), end, "") if is_alone else (slot.start, slot.end, "")


def _comma(text: str, end: int) -> int:
    """Behind the comma that follows an entry; 0 when none does."""
    at = after_space(text, end, comments=True)
    return at + 1 if text[at : at + 1] == "," else 0


def _written(here: Collection, slot: Slot, beside: Slot) -> str:
    if here.is_mapping:
        return flow_pair(slot.name or "", slot.now)
    style = beside.old.style if isinstance(beside.old, Scalar) else None
    return in_flow(slot.now, style or None)
