"""How is a patch of a picture turned into numbers, seen from straight above?

Points are (x, y) in pixels of the picture; a quad has the four corners of a card in reading order: top left,
top right, bottom right, bottom left of the card itself, wherever they lie in the picture.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from documents.advice import Quad

Plane = NDArray[np.float32]


def grey(picture: Image.Image) -> Plane:
    """Brightness 0 to 255, one number a pixel."""
    return np.asarray(picture.convert("L"), dtype=np.float32)


def whole(size: tuple[int, int]) -> Quad:
    """The quad of a picture's own corners."""
    width, height = size
    return (0.0, 0.0), (width, 0.0), (width, height), (0.0, height)


def scaled(quad: Quad, factor: float) -> Quad:
    """The quad in a picture that is `factor` times as big."""
    first, second, third, fourth = ((x * factor, y * factor) for x, y in quad)
    return first, second, third, fourth


def shifted(quad: Quad, right: float, down: float) -> Quad:
    """The quad moved."""
    first, second, third, fourth = ((x + right, y + down) for x, y in quad)
    return first, second, third, fourth


def started(quad: Quad, corner: int) -> Quad:
    """The same quad read from another of its corners: 2 is upside down."""
    return quad[corner % 4], quad[(corner + 1) % 4], quad[(corner + 2) % 4], quad[(corner + 3) % 4]


def sides(quad: Quad) -> tuple[float, float]:
    """Mean width and height of the quad in pixels."""
    corners = np.array(quad)
    lengths = np.hypot(*(np.roll(corners, -1, axis=0) - corners).T)
    return float(lengths[0] + lengths[2]) / 2, float(lengths[1] + lengths[3]) / 2


def placed(quad: Quad, box: tuple[float, float, float, float]) -> Quad:
    """Where a part of a card lies in the picture; `box`: left, top, right, bottom as shares of the card."""
    a, b, c, d, e, f, g, h = _coefficients(quad, (1, 1))
    left, top, right, bottom = box
    first, second, third, fourth = (
        ((a * u + b * v + c) / (g * u + h * v + 1), (d * u + e * v + f) / (g * u + h * v + 1))
        for u, v in ((left, top), (right, top), (right, bottom), (left, bottom))
    )
    return first, second, third, fourth


def flattened(picture: Image.Image, quad: Quad, size: tuple[int, int]) -> Image.Image:
    """The quad as an upright picture of `size`; what lies outside the picture is black."""
    shrink = max(1, int(min(sides(quad)[0] / size[0], sides(quad)[1] / size[1])))
    source = picture.reduce(shrink) if shrink > 1 else picture
    return source.transform(
        size, Image.Transform.PERSPECTIVE, _coefficients(scaled(quad, 1 / shrink), size), Image.Resampling.BILINEAR
    )


def _coefficients(quad: Quad, size: tuple[int, int]) -> tuple[float, ...]:
    """Of the projection from the flat picture to the quad, as Pillow wants them."""
    rows, wanted = [], []
    for (u, v), (x, y) in zip(whole(size), quad, strict=True):
        rows += [(u, v, 1, 0, 0, 0, -u * x, -v * x), (0, 0, 0, u, v, 1, -u * y, -v * y)]
        wanted += [x, y]
    return tuple(np.linalg.solve(np.array(rows), np.array(wanted)).tolist())
