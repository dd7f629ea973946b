"""How much a file may ask of the reader. A plan written by people stays far below each."""

MAX_BYTES = 32 * 1024 * 1024
"""Size of one file; 20,000 actions in one file are about a third of it."""

MAX_DEPTH = 50
"""Mappings and lists inside one another; a real plan needs about eight."""

MAX_ENTRIES = 50_000
"""Entries of one list or mapping."""

MAX_PROBLEMS = 100
"""Problems reported from reading one file: past that a person starts with the first ones."""
