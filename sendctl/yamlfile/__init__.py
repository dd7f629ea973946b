"""YAML text to plain values that remember where they stood.

Plain means dict, list and str: every scalar stays the text that was written, so that the id 1.10
is not the number 1.1 and the answer "no" is not false. An empty value counts as an absent key.
"""

from sendctl.yamlfile.locate import locate
from sendctl.yamlfile.reader import read_bytes, read_file
from sendctl.yamlfile.source import Source

__all__ = ["Source", "locate", "read_bytes", "read_file"]
