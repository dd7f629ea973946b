"""What is fuzzed: a module a target.

Each has `DICTIONARY` (pieces of its language), `seeds()` (inputs that are right, to begin with) and
`run(data)`, which raises for whatever must never come out.
"""
