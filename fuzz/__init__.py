"""Coverage-guided fuzzing: bytes that nobody would write, until something breaks that should not.

`make fuzz TARGET=reader SECONDS=60`. Every module in `targets/` is one target; a new one needs
nothing else, and `tests/fuzz/` runs it over its seeds.
"""
