"""Fuzz one target with atheris and libFuzzer.

python -m fuzz.run reader --seconds 60
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import fuzz.targets

OUT = Path("build") / "fuzz"
"""Where what was learnt is kept between runs, and what broke."""

_LIMITS = ("-timeout=10", "-rss_limit_mb=3000", "-max_len=8192", "-print_final_stats=1")


def targets() -> list[str]:
    """The names of all targets."""
    return sorted(entry.name for entry in iter_modules(fuzz.targets.__path__))


def main() -> None:
    """Run a target for so many seconds; libFuzzer stops at the first input that breaks it."""
    parser = argparse.ArgumentParser(prog="python -m fuzz.run", description=__doc__)
    parser.add_argument("target", choices=targets())
    parser.add_argument("--seconds", type=int, default=60)
    given = parser.parse_args()
    import atheris

    with atheris.instrument_imports(include=["sendctl", "markdown_it"]):
        target = import_module(f"fuzz.targets.{given.target}")
    corpus, broken = OUT / given.target / "corpus", OUT / given.target / "broken"
    for folder in (corpus, broken):
        folder.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (corpus / hashlib.sha256(seed).hexdigest()[:40]).write_bytes(seed)
    words = OUT / given.target / "dictionary"
    words.write_text("\n".join(map(_entry, target.DICTIONARY)) + "\n", encoding="ascii")
    options = [f"-max_total_time={given.seconds}", f"-artifact_prefix={broken}/", f"-dict={words}"]
    atheris.Setup([sys.argv[0], *_LIMITS, *options, str(corpus)], target.run)
    atheris.Fuzz()


def _entry(word: Any) -> str:
    """A line of libFuzzer's dictionary; all bytes but plain letters as escapes."""
    return '"' + "".join(
        chr(byte) if chr(byte).isascii() and chr(byte).isalnum() else f"\\x{byte:02x}"
        for byte in str(word).encode()
    ) + '"'  # fmt: skip


if __name__ == "__main__":
    main()
