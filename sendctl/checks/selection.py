"""Which codes a run is about: `--select` and `--ignore`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sendctl.checks.registry import rule_pages
from sendctl.findings import did_you_mean


class UnknownCode(ValueError):  # noqa: N818 - the word for it
    """No code begins like this; the message says which are near."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes, or beginnings of codes such as SC4, that are asked for and that are not.

    Attributes:
        select: what is asked for; all when empty.
        ignore: what is left out; of two that fit a code, the longer one decides, and this one
            between two of the same length.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, code: str) -> bool:
        """Whether a finding of this code is asked for."""
        selected = _longest(self.select or ("",), code)
        return selected > _longest(self.ignore, code)


def _longest(beginnings: Sequence[str], code: str) -> int:
    """The length of the longest that the code begins with; -1 when there is none."""
    return max((len(one) for one in beginnings if code.startswith(one)), default=-1)


def parse_codes(values: Iterable[str]) -> tuple[str, ...]:
    """Codes and beginnings of codes, as given: in lists with commas, in any case.

    Raises:
        UnknownCode: one that no code begins with.
    """
    given = [one.strip().upper() for value in values for one in value.split(",")]
    for one in given:
        if not one or not any(code.startswith(one) for code in rule_pages()):
            raise UnknownCode(f"There is no code {one!r}. {near_codes(one)}")
    return tuple(given)


def near_codes(wrong: str) -> str:
    """What somebody who gave an unknown code may want."""
    near = did_you_mean(wrong, rule_pages())
    return near or "`sendctl explain` lists them all; SC4 stands for all that begin with it."
