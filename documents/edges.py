"""Where do straight edges run through a picture? (Gradients and a Hough vote, in numpy.)"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from documents.plane import Plane

WEAKEST = 10.0  # a step of brightness or colour over two pixels, of 255
STRONGEST = 40.0  # a stronger step votes no more than this: length counts
DEGREES = 180
FIRST_DEGREE = -45  # normals from -45 to 44 belong to upright lines, from 45 to 134 to level ones
RHO_STEP = 2
SPREAD = (-2, -1, 0, 1, 2)  # degrees around the gradient's own
APART_DEGREES, APART_STEPS = 7, 4


@dataclass(frozen=True)
class Steps:
    """Brightness steps across (`x`) and down (`y`) a picture, the strongest of its colours at each pixel."""

    x: Plane
    y: Plane


@dataclass(frozen=True)
class Lines:
    """Lines x cos(angle) + y sin(angle) = rho; `angle` in radians, `votes` 0 for an edge of the picture."""

    angle: Plane
    rho: Plane
    votes: Plane


def steps(picture: Image.Image) -> Steps:
    """The gradients of an RGB picture; its outermost pixels have none."""
    planes = np.asarray(picture, dtype=np.float32)
    across, down = np.zeros_like(planes), np.zeros_like(planes)
    across[1:-1, 1:-1] = planes[1:-1, 2:] - planes[1:-1, :-2]
    down[1:-1, 1:-1] = planes[2:, 1:-1] - planes[:-2, 1:-1]
    strongest = np.argmax(np.abs(across) + np.abs(down), axis=2)[..., None]
    return Steps(
        np.take_along_axis(across, strongest, axis=2)[..., 0], np.take_along_axis(down, strongest, axis=2)[..., 0]
    )


def lines(found: Steps, most: int) -> tuple[Lines, Lines]:
    """The strongest upright and the strongest level lines, `most` of each, and the picture's own edges."""
    height, width = found.x.shape
    votes = _votes(found)
    half = DEGREES // 2
    upright = _peaks(votes[:half], FIRST_DEGREE, most)
    level = _peaks(votes[half:], FIRST_DEGREE + half, most)
    return _with_frame(upright, 0.0, width), _with_frame(level, np.pi / 2, height)


def _votes(found: Steps) -> Plane:
    """One row for each degree, one column for each two pixels of distance from the corner."""
    strength = np.hypot(found.x, found.y)
    rows, columns = np.nonzero(strength > max(WEAKEST, float(np.percentile(strength, 70))))
    power = np.minimum(strength[rows, columns], STRONGEST)
    normal = np.degrees(np.arctan2(found.y[rows, columns], found.x[rows, columns]))
    degree = np.round((normal - FIRST_DEGREE) % DEGREES).astype(np.int64)
    reach = _reach(found.x.shape)
    table = np.zeros(DEGREES * 2 * reach)
    for turn in SPREAD:
        row = np.clip(degree + turn, 0, DEGREES - 1)
        angle = np.radians(row + FIRST_DEGREE)
        rho = columns * np.cos(angle) + rows * np.sin(angle)
        place = row * 2 * reach + np.round(rho / RHO_STEP).astype(np.int64) + reach
        table += np.bincount(place, weights=power, minlength=table.size)
    return table.reshape(DEGREES, 2 * reach).astype(np.float32)


def _reach(shape: tuple[int, ...]) -> int:
    return int(np.hypot(shape[0], shape[1]) / RHO_STEP) + 2


def _peaks(votes: Plane, first_degree: int, most: int) -> Lines:
    left = votes + 0.5 * (np.roll(votes, 1, axis=1) + np.roll(votes, -1, axis=1))
    found: list[tuple[float, float, float]] = []
    for _ in range(most):
        row, column = np.unravel_index(int(np.argmax(left)), left.shape)
        if left[row, column] <= 0:
            break
        rho = (int(column) - votes.shape[1] // 2) * RHO_STEP
        found.append((float(np.radians(row + first_degree)), float(rho), float(left[row, column])))
        top, start = max(0, int(row) - APART_DEGREES), max(0, int(column) - APART_STEPS)
        left[top : row + APART_DEGREES + 1, start : column + APART_STEPS + 1] = 0
    return _lines(found)


def _with_frame(found: Lines, angle: float, length: int) -> Lines:
    frame = _lines([(angle, 0.0, 0.0), (angle, float(length - 1), 0.0)])
    return Lines(
        np.concatenate([found.angle, frame.angle]),
        np.concatenate([found.rho, frame.rho]),
        np.concatenate([found.votes, frame.votes]),
    )


def _lines(rows: list[tuple[float, float, float]]) -> Lines:
    table: NDArray[np.float32] = np.array(rows, dtype=np.float32).reshape(-1, 3)
    return Lines(table[:, 0], table[:, 1], table[:, 2])
