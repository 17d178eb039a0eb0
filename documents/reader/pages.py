"""What does a picture say, line by line, whichever way it was held?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from documents.reader.engine import Engine, Line, Picture, Quad
from documents.reader.strips import Strip, cut, direction, laid

_UPRIGHT = 0.8  # mean certainty of upright text; upside down the same lines get 0.3 to 0.6


@dataclass(frozen=True, slots=True)
class Page:
    """Lines with their strips, from above downwards, once the text runs at `angle` (radians, clockwise)."""

    lines: list[Line]
    strips: list[Strip]
    angle: float

    @property
    def certainty(self) -> float:
        """The mean over the lines, 0 where there is none."""
        return sum(line.certainty for line in self.lines) / max(1, len(self.lines))


def read_page(engine: Engine, picture: Picture) -> Page:
    """Everything that stands in the picture; read both ways round when the first makes little sense."""
    quads = engine.find(picture)
    angle = direction(quads)
    page = _read_at(engine, picture, quads, angle)
    if page.certainty >= _UPRIGHT:
        return page
    return max(page, _read_at(engine, picture, quads, angle + math.pi), key=lambda each: each.certainty)


def _read_at(engine: Engine, picture: Picture, quads: Sequence[Quad], angle: float) -> Page:
    strips = sorted(laid(quads, angle), key=lambda strip: strip.middle)
    lines = engine.read([cut(picture, strip) for strip in strips])
    said = [(line, strip) for line, strip in zip(lines, strips, strict=True) if line.text]
    return Page([line for line, _ in said], [strip for _, strip in said], angle)
