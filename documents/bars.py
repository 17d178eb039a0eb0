"""What is a chart of bars made of? (Light types, without any picture library, for both sides.)"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a chart: its name, a few words at the right end, and a number for each part of the legend."""

    label: str
    note: str
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars under a title. `legend` names the parts, at most five.

    With `one_scale` the lengths of bars can be compared; without it each bar fills the width and shows shares.
    """

    title: str
    legend: tuple[str, ...]
    bars: tuple[Bar, ...]
    one_scale: bool = False


def chart_of(plain: Mapping[str, Any]) -> Chart:
    """The chart of which `asdict` made this."""
    bars = tuple(Bar(bar["label"], bar["note"], tuple(bar["parts"])) for bar in plain["bars"])
    return Chart(plain["title"], tuple(plain["legend"]), bars, plain["one_scale"])
