"""Which four straight edges could be the outline of a card?"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from documents.edges import Lines, Steps, lines, steps
from documents.plane import Plane

LINES = 12  # of each direction
SAMPLES = 40  # on each side; the round corners are left out
ROUND = 0.07
SHAPES = (1.3, 1.95)  # long side by short side; 1.586 for ISO 7810 ID-1, seen slanted
CUT_SHAPES = (1.0, 2.9)  # of what the picture's edge has left of one
SMALLEST = 0.06  # of the picture
OPPOSITE = 0.62  # a side is at least this share of the opposite one
EDGE = 9.0  # a step that counts as the card's edge
FRAME_SUPPORT = 0.45  # what the picture's own edge is worth as a side
KEPT = 400


@dataclass(frozen=True)
class Outlines:
    """Quads and how sure they are, most visible first.

    `corners` (n, 4, 2) in picture pixels, from the upper left one clockwise; `support` (n) the share of the sides
    that is seen, 0 to 1; `framed` (n, 4) whether the top, right, bottom, left side is the picture's own edge.
    """

    corners: Plane
    support: Plane
    framed: NDArray[np.bool_]


def outlines(small: Image.Image) -> Outlines:
    """The most likely outlines in an RGB picture of some 400 pixels."""
    found = steps(small)
    upright, level = lines(found, LINES)
    corners, pairs = _quads(upright, level)
    votes = (level.votes[pairs[:, 2]], upright.votes[pairs[:, 1]], level.votes[pairs[:, 3]], upright.votes[pairs[:, 0]])
    framed = np.stack(votes, 1) == 0
    possible = _possible(corners, framed.any(axis=1), small.size)
    corners, framed = corners[possible], framed[possible]
    support = _support(found, corners, framed)
    size = np.sqrt(_area(corners) / (small.width * small.height))
    worth = support.mean(axis=1) + 0.5 * support.min(axis=1) + 0.2 * np.minimum(size, 1)
    best = np.argsort(-worth)[:KEPT]
    return Outlines(corners[best], support[best].mean(axis=1), framed[best])


def _quads(upright: Lines, level: Lines) -> tuple[Plane, NDArray[np.int64]]:
    """Corners (n, 4, 2) of all pairs of upright lines with all pairs of level ones, and the lines they are of."""
    left, right = np.triu_indices(len(upright.rho), 1)
    top, bottom = np.triu_indices(len(level.rho), 1)
    pick = np.stack(np.meshgrid(np.arange(len(left)), np.arange(len(top)), indexing="ij"), -1).reshape(-1, 2)
    pairs = np.stack([left[pick[:, 0]], right[pick[:, 0]], top[pick[:, 1]], bottom[pick[:, 1]]], 1)
    crossing = _crossings(upright, level)
    swap = crossing[pairs[:, 0], pairs[:, 2], 0] > crossing[pairs[:, 1], pairs[:, 2], 0]
    pairs[swap] = pairs[swap][:, [1, 0, 2, 3]]
    swap = crossing[pairs[:, 0], pairs[:, 2], 1] > crossing[pairs[:, 0], pairs[:, 3], 1]
    pairs[swap] = pairs[swap][:, [0, 1, 3, 2]]
    corners = [crossing[pairs[:, side], pairs[:, line]] for side, line in ((0, 2), (1, 2), (1, 3), (0, 3))]
    return np.stack(corners, 1), pairs


def _crossings(upright: Lines, level: Lines) -> Plane:
    a, b = np.cos(upright.angle)[:, None], np.sin(upright.angle)[:, None]
    c, d = np.cos(level.angle)[None], np.sin(level.angle)[None]
    det = a * d - b * c
    det = np.where(np.abs(det) < 0.3, np.nan, det)  # less than 17 degrees apart: no corner of a card
    rho, other = upright.rho[:, None], level.rho[None]
    return np.stack([(rho * d - b * other) / det, (a * other - rho * c) / det], -1)


def _possible(corners: Plane, cut: NDArray[np.bool_], size: tuple[int, int]) -> NDArray[np.bool_]:
    """Whether a quad has about the shape of a card, or of what is left of one, and lies in the picture."""
    edges = np.roll(corners, -1, axis=1) - corners
    length = np.hypot(edges[..., 0], edges[..., 1]) + 1e-6
    width, height = (length[:, 0] + length[:, 2]) / 2, (length[:, 1] + length[:, 3]) / 2
    shape = np.maximum(width, height) / np.minimum(width, height)
    after = np.roll(edges, -1, axis=1)
    turn = (edges[..., 0] * after[..., 1] - edges[..., 1] * after[..., 0]) / (length * np.roll(length, -1, axis=1))
    slack = 0.04 * max(size)
    inside = (corners >= -slack).all((1, 2)) & (corners <= np.array(size) + slack).all((1, 2))
    even = (np.minimum(length[:, 0], length[:, 2]) > OPPOSITE * np.maximum(length[:, 0], length[:, 2])) & (
        np.minimum(length[:, 1], length[:, 3]) > OPPOSITE * np.maximum(length[:, 1], length[:, 3])
    )
    square = (turn > np.cos(np.radians(26))).all(axis=1)
    big = _area(corners) > SMALLEST * size[0] * size[1]
    lowest, highest = (np.where(cut, wide, usual) for wide, usual in zip(CUT_SHAPES, SHAPES, strict=True))
    return np.asarray(inside & even & square & big & (shape > lowest) & (shape < highest))


def _area(corners: Plane) -> Plane:
    x, y = corners[..., 0], corners[..., 1]
    area: Plane = 0.5 * np.abs((x * np.roll(y, -1, axis=1) - np.roll(x, -1, axis=1) * y).sum(axis=1))
    return area


def _support(found: Steps, corners: Plane, framed: NDArray[np.bool_]) -> Plane:
    """The share of each side (top, right, bottom, left) along which the picture has a step across it."""
    seen = []
    for side, plane in enumerate((found.y, found.x, found.y, found.x)):
        thick = _thickened(np.abs(plane) > EDGE)
        start, end = corners[:, side], corners[:, (side + 1) % 4]
        along = np.linspace(ROUND, 1 - ROUND, SAMPLES)[None, :, None]
        points = np.round(start[:, None] + (end - start)[:, None] * along).astype(np.int64)
        x = np.clip(points[..., 0], 0, thick.shape[1] - 1)
        y = np.clip(points[..., 1], 0, thick.shape[0] - 1)
        seen.append(thick[y, x].mean(axis=1))
    support = np.stack(seen, 1).astype(np.float32)
    return np.where(framed, np.float32(FRAME_SUPPORT), support)


def _thickened(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    thick = mask.copy()
    thick[1:] |= mask[:-1]
    thick[:-1] |= mask[1:]
    wide = thick.copy()
    wide[:, 1:] |= thick[:, :-1]
    wide[:, :-1] |= thick[:, 1:]
    return wide
