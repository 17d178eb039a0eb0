"""Where is what on a KTP, and how much does a flat picture of a card look like one?

A KTP-el (Permendagri 38/2009, later 102/2019 with the same layout) has two lines of header in the middle, the
NIK large under it, eleven lines of label and value at the left, the portrait at the right, place and date
under it. That is enough to know one, and which way up it is, without reading a word.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from documents.plane import Plane

CELLS = (32, 20)
FEWEST = 0.25  # of the cells must be seen
DARKEST_INK = 0.6
LIFT = 4  # keeps the noise of black from being ink

Box = tuple[float, float, float, float]  # left, top, right, bottom as shares of the card

HEADER: Box = (0.27, 0.0, 0.73, 0.15)
NIK: Box = (0.03, 0.15, 0.66, 0.25)
LABELS: Box = (0.03, 0.25, 0.22, 0.9)
VALUES: Box = (0.22, 0.25, 0.5, 0.9)
LONG_VALUES: Box = (0.5, 0.25, 0.62, 0.9)
PORTRAIT: Box = (0.74, 0.22, 0.97, 0.69)
ISSUED: Box = (0.75, 0.7, 0.97, 0.9)
BLANKS: tuple[Box, ...] = ((0.03, 0.02, 0.24, 0.14), (0.76, 0.02, 0.97, 0.14), (0.66, 0.3, 0.72, 0.9))
_INK = ((HEADER, 0.8), (NIK, 0.9), (LABELS, 0.8), (VALUES, 0.9), (LONG_VALUES, 0.3), (ISSUED, 0.4))


def zone(*boxes: Box) -> NDArray[np.bool_]:
    """The cells (20 rows of 32) inside the boxes."""
    inside = np.zeros((CELLS[1], CELLS[0]), dtype=np.bool_)
    for left, top, right, bottom in boxes:
        inside[_cell(top, 1) : _cell(bottom, 1), _cell(left, 0) : _cell(right, 0)] = True
    return inside


def ink(picture: Image.Image, reach: int) -> Plane:
    """How much darker than what is `reach` pixels around it each pixel of a grey picture is: 0 paper, 0.6 black."""
    paper = np.asarray(picture.filter(ImageFilter.BoxBlur(reach)), dtype=np.float32) + LIFT
    darker: Plane = np.clip(paper / (np.asarray(picture, dtype=np.float32) + LIFT) - 1, 0, DARKEST_INK)
    return darker


def likeness_to_ktp(cells: Plane, seen: NDArray[np.bool_]) -> Plane:
    """How the ink in the seen cells (n, 20, 32) of n cards follows the layout: above 0.5 for a KTP, -1 to 1."""
    used = seen & ~zone(PORTRAIT)
    count = used.sum(axis=(1, 2)) + 1e-9
    usual = (cells * used).sum(axis=(1, 2)) / count
    here = np.minimum(cells / (1.5 * usual[:, None, None] + 1e-9), 1)
    here = (here - ((here * used).sum(axis=(1, 2)) / count)[:, None, None]) * used
    there = (_EXPECTED - ((_EXPECTED * used).sum(axis=(1, 2)) / count)[:, None, None]) * used
    power = np.sqrt((here**2).sum(axis=(1, 2)) * (there**2).sum(axis=(1, 2)))
    likeness = (here * there).sum(axis=(1, 2)) / (power + 1e-9)
    return np.where(count > used[0].size * FEWEST, likeness, 0).astype(np.float32)


def places(corners: Plane) -> Plane:
    """The points (n, 20, 32, 2) in the middle of the cells of n quads (n, 4, 2); perspective is left out."""
    across = ((np.arange(CELLS[0]) + 0.5) / CELLS[0])[None, None, :, None]
    down = ((np.arange(CELLS[1]) + 0.5) / CELLS[1])[None, :, None, None]
    first, second, third, fourth = (corners[:, corner, None, None, :] for corner in range(4))
    upper, lower = first + (second - first) * across, fourth + (third - fourth) * across
    return (upper + (lower - upper) * down).astype(np.float32)


def inside(points: Plane, size: tuple[int, int]) -> NDArray[np.bool_]:
    """Which points (…, 2) lie inside a picture of `size` and not at its very edge."""
    margin = 0.006 * max(size)
    return np.asarray(((points >= margin) & (points <= np.array(size) - 1 - margin)).all(axis=-1))


def _cell(share: float, axis: int) -> int:
    return round(share * CELLS[axis])


def _expected() -> Plane:
    expected = np.zeros((CELLS[1], CELLS[0]), dtype=np.float32)
    for box, amount in _INK:
        expected[zone(box)] = amount
    expected[zone((0.12, 0.18, 0.22, 0.25))] = 0  # between the word NIK and the number
    return expected


_EXPECTED = _expected()
