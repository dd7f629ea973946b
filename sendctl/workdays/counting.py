"""The three ways in which rules count days."""

from __future__ import annotations

from enum import StrEnum


class Counting(StrEnum):
    """Which of the two ends of a count are themselves counted.

    EXCLUDING: "within N working days of" the start. The start does not count, day 1 is the first
        working day after it and the answer is day N.
    INCLUDING: "N working days beginning with" the start, which is day 1 when it is a working day.
    CLEAR: "N clear days". Neither end counts: N whole working days lie between the two.

    Day 0 is the working day just before day 1, so that the laws of counting hold from 0 on. Of a
    working day, that is the day itself (EXCLUDING) or the working day before it (INCLUDING); of any
    other day, the last working day before it. No clear days between gives the next working day.
    Counting backwards, each of these is mirrored.
    """

    EXCLUDING = "excluding"
    INCLUDING = "including"
    CLEAR = "clear"
