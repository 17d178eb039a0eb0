"""What can be said about a photo? (Light types, without any picture library, for both sides.)"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Kind = Literal["ktp", "letter"]
Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]
MOST = 2  # pieces of advice at a time: more are not followed


class Code(StrEnum):
    """What is wrong with a photo; the texts for people are `advice-<code>` and its attributes."""

    NO_CARD = "no_card"  # no front side of a KTP is seen
    CUT_OFF = "cut_off"
    TOO_SMALL = "too_small"
    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    GLARE = "glare"
    BLURRED = "blurred"


@dataclass(frozen=True)
class Advice:
    """What the coach says: nothing (`codes` empty: good), or at most two things, the most useful first.

    `turns`: quarter turns to the left that make the picture upright. `card`: corners of the KTP in pixels of the
    picture as it came, read from the card's own top left; None when it was not surely found.
    """

    codes: tuple[Code, ...] = ()
    turns: int = 0
    card: Quad | None = None

    @property
    def good(self) -> bool:
        return not self.codes
