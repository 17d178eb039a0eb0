"""What does a picture say, line by line, whichever way it was held?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from documents.reader.engine import Engine, Line, Picture, Quad
from documents.reader.strips import Strip, cut, direction, laid

_TELLING = 6  # lines are enough to tell which way up a page is
_UPRIGHT = 0.8  # mean certainty of upright text; upside down the same lines get 0.3 to 0.6
_CLEAR = 0.2  # the one way up is that much more certain than the other


@dataclass(frozen=True, slots=True)
class Page:
    """Lines with their strips, from above downwards, once the text runs at `angle` (radians, clockwise)."""

    lines: list[Line]
    strips: list[Strip]
    angle: float


def read_page(engine: Engine, picture: Picture) -> Page:
    """Everything that stands in the picture. Its longest lines tell which way up it is; if not, all of them must."""
    quads = engine.find(picture)
    upright = _Side(engine, picture, laid(quads, direction(quads)), direction(quads))
    longest = sorted(range(len(quads)), key=lambda number: _length(quads[number]))[-_TELLING:]
    if upright.certainty(longest) >= _UPRIGHT:
        return upright.page()
    turned = _Side(engine, picture, laid(quads, upright.angle + math.pi), upright.angle + math.pi)
    lead = turned.certainty(longest) - upright.certainty(longest)
    if abs(lead) < _CLEAR:
        lead = turned.certainty(range(len(quads))) - upright.certainty(range(len(quads)))
    return turned.page() if lead > 0 else upright.page()


class _Side:
    """The page held one way; a line is read when it is asked for, and once."""

    def __init__(self, engine: Engine, picture: Picture, strips: Sequence[Strip], angle: float) -> None:
        self._engine = engine
        self._picture = picture
        self._strips = strips
        self._lines: dict[int, Line] = {}
        self.angle = angle

    def certainty(self, numbers: Sequence[int]) -> float:
        """The mean over these lines, empty ones left out."""
        said = [line.certainty for line in self._read(numbers) if line.text]
        return sum(said) / max(1, len(said))

    def page(self) -> Page:
        lines = self._read(range(len(self._strips)))
        said = [(line, strip) for line, strip in zip(lines, self._strips, strict=True) if line.text]
        said.sort(key=lambda each: each[1].middle)
        return Page([line for line, _ in said], [strip for _, strip in said], self.angle)

    def _read(self, numbers: Sequence[int]) -> list[Line]:
        new = [number for number in numbers if number not in self._lines]
        lines = self._engine.read([cut(self._picture, self._strips[number]) for number in new])
        self._lines |= dict(zip(new, lines, strict=True))
        return [self._lines[number] for number in numbers]


def _length(quad: Quad) -> float:
    return float(max(np.linalg.norm(quad[1] - quad[0]), np.linalg.norm(quad[3] - quad[0])))
