"""How bright, how sharp and how free of glare is the print in a picture? (Numbers only; `coach` judges them.)"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from documents.plane import Plane

CELL = 20  # pixels: about a line of a KTP that is 640 pixels wide
WHITE = 249.0  # from here on a cell without print may have lost it
GLARING, WELL_LIT = 1.2, 0.85  # or when it is so many times as bright as the best lit part of the card
EMPTY = 0.25  # of the strongest print's contrast: no print
FINE, COARSE = 1, 7  # reach in pixels of what is compared for sharpness
STRONGEST = 0.96
PRINTED = 0.55  # a cell holds print if it has this share of the strongest print's contrast
EDGE_PAPER, EDGE_CONTRAST = 0.85, 0.5  # of what the middle of the page has


@dataclass(frozen=True)
class Print:
    """Of the part of a picture that was asked for.

    `paper`: brightness of the ground, 0 to 255; `contrast`: how far print stands off it, 0 to 255; `sharpness`:
    the share of that contrast that is within a pixel or two, about 0.05 (mush) to 0.6; `lost`: the share of it
    that is lost in an empty white.
    """

    paper: float
    contrast: float
    sharpness: float
    lost: float


def measured(picture: Image.Image, wanted: NDArray[np.bool_]) -> Print:
    """The print of an RGB picture of whole cells (20 pixels) where `wanted` (rows, columns) says so."""
    light = np.asarray(picture.convert("L"), dtype=np.float32)
    tiles = _tiles(light)
    ground = np.percentile(tiles, 75, axis=2)
    deep = ground - np.percentile(tiles, 4, axis=2)
    darkest = _tiles(np.asarray(picture, dtype=np.float32).min(axis=2))
    low = np.percentile(darkest, 30, axis=2)
    glaring = low >= min(WHITE, GLARING * float(np.quantile(low, WELL_LIT)))
    burnt = glaring & (deep < EMPTY * np.quantile(deep[wanted], STRONGEST))
    busy = wanted & (deep >= PRINTED * np.quantile(deep[wanted], STRONGEST))
    return Print(
        paper=float(np.median(ground[wanted])),
        contrast=float(np.median(deep[busy])),
        sharpness=_sharpness(picture.convert("L"), busy, wanted & ~busy),
        lost=float(burnt[wanted].mean()),
    )


def _sharpness(picture: Image.Image, busy: NDArray[np.bool_], calm: NDArray[np.bool_]) -> float:
    """Steps between neighbours by steps over a line's height, the weaker direction counting; noise taken off."""
    light = np.asarray(picture, dtype=np.float32)
    wide = np.abs(light - np.asarray(picture.filter(ImageFilter.BoxBlur(COARSE)), dtype=np.float32))
    across, down = np.zeros_like(light), np.zeros_like(light)
    across[:, FINE:-FINE] = np.abs(light[:, 2 * FINE :] - light[:, : -2 * FINE])
    down[FINE:-FINE] = np.abs(light[2 * FINE :] - light[: -2 * FINE])
    coarse = _power(wide, busy, calm)
    return min(_power(across, busy, calm), _power(down, busy, calm)) / max(coarse, 1.0)


def _power(steps: Plane, busy: NDArray[np.bool_], calm: NDArray[np.bool_]) -> float:
    power = (_tiles(steps) ** 2).mean(axis=2)
    noise = np.quantile(power[calm], 0.2) if calm.any() else 0.0
    return float(np.sqrt(max(float(power[busy].mean() - noise), 0.0)))


def _tiles(plane: Plane) -> Plane:
    """The pixels of each cell: (rows, columns, 400)."""
    rows, columns = plane.shape[0] // CELL, plane.shape[1] // CELL
    whole = plane[: rows * CELL, : columns * CELL].reshape(rows, CELL, columns, CELL)
    tiles: Plane = whole.transpose(0, 2, 1, 3).reshape(rows, columns, CELL * CELL)
    return tiles


def edge_print(picture: Image.Image, middle: Print, side: int) -> int:
    """How many cells along an edge (0 top, 1 right, 2 bottom, 3 left) are paper with print on it."""
    light = np.asarray(picture.convert("L"), dtype=np.float32)
    tiles = _tiles(light)
    ground = np.percentile(tiles, 75, axis=2)
    deep = ground - np.percentile(tiles, 4, axis=2)
    printed = (ground > EDGE_PAPER * middle.paper) & (deep > EDGE_CONTRAST * middle.contrast)
    return int((printed[0], printed[:, -1], printed[-1], printed[:, 0])[side].sum())
