"""Where exactly do the edges of a card run that was found roughly?

Each side is moved, at both ends alone, to where the picture's steps across it are strongest on the whole.
"""

import numpy as np
from PIL import Image

from documents.advice import Point, Quad
from documents.plane import Plane, sides

REACH, MOVES = 0.04, 19  # how far an end is moved at most, by the card's width, and in how many steps
SAMPLES = 36
STEP = 1.5  # pixels to each side of an edge
ROUND = 0.06  # of a side at its ends is round corner
STRONGEST = 30.0  # a stronger step counts no more than this
UNSEEN = 0.5  # how clear a side outside the picture counts
TOO_FAR = 0.02  # a side beyond the picture's edge by more (of its width) stays where it is


def snapped(picture: Image.Image, quad: Quad) -> tuple[Quad, float]:
    """The quad with each side on the clearest edge near it in a grey picture, and how clear they are, 0 to 1."""
    light = np.asarray(picture, dtype=np.float32)
    corners = np.array(quad, dtype=np.float32)
    reach = REACH * sides(quad)[0]
    moved = [_side(light, corners[number], corners[(number + 1) % 4], reach) for number in range(4)]
    lines = [(start, end) for start, end, _ in moved]
    points = [_crossing(lines[number - 1], lines[number]) for number in range(4)]
    return (points[0], points[1], points[2], points[3]), sum(clear for _, _, clear in moved) / 4


def _side(light: Plane, start: Plane, end: Plane, reach: float) -> tuple[Plane, Plane, float]:
    along = (end - start) / max(float(np.hypot(*(end - start))), 1.0)
    across = np.array([-along[1], along[0]], dtype=np.float32)
    size = np.array(light.shape[::-1], dtype=np.float32)
    if ((start < -TOO_FAR * size) | (start > (1 + TOO_FAR) * size)).any() and (
        (end < -TOO_FAR * size) | (end > (1 + TOO_FAR) * size)
    ).any():
        return start, end, UNSEEN
    moves = np.linspace(-reach, reach, MOVES, dtype=np.float32)
    share = np.linspace(ROUND, 1 - ROUND, SAMPLES, dtype=np.float32)
    base = start + (end - start) * share[:, None]
    offset = (moves[:, None, None] * (1 - share) + moves[None, :, None] * share).astype(np.float32)
    steps = np.minimum(
        np.abs(_at(light, base, across, offset + STEP) - _at(light, base, across, offset - STEP)), STRONGEST
    )
    clear = steps.mean(axis=2) / STRONGEST
    first, second = np.unravel_index(int(np.argmax(clear)), clear.shape)
    return start + across * moves[first], end + across * moves[second], float(clear[first, second])


def _at(light: Plane, base: Plane, across: Plane, offset: Plane) -> Plane:
    x = np.clip(np.round(base[:, 0] + across[0] * offset), 0, light.shape[1] - 1).astype(np.int64)
    y = np.clip(np.round(base[:, 1] + across[1] * offset), 0, light.shape[0] - 1).astype(np.int64)
    found: Plane = light[y, x]
    return found


def _crossing(one: tuple[Plane, Plane], other: tuple[Plane, Plane]) -> Point:
    """Where two lines, each given by two points, cross; neighbouring sides of a card always do."""
    (a, b), (c, d) = one, other
    matrix = np.stack([b - a, c - d], axis=1).astype(np.float64)
    share = np.linalg.solve(matrix, (c - a).astype(np.float64))[0]
    x, y = a + (b - a) * share
    return float(x), float(y)
