"""A framework's clocks and a plan's dates make deadlines, each with its reasoning."""

from sendctl.timeline.compute import deadlines
from sendctl.timeline.deadline import CountedFrom, Deadline, State
from sendctl.timeline.framework import Clock, Framework, framework_names, load_framework

__all__ = [
    "Clock",
    "CountedFrom",
    "Deadline",
    "Framework",
    "State",
    "deadlines",
    "framework_names",
    "load_framework",
]
