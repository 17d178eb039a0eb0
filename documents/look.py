"""Is what lies in these four corners really a KTP, the right way up? (A closer look than the finder's first.)"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from documents.advice import Quad
from documents.layout import BLANKS, CELLS, PORTRAIT, ink, inside, likeness_to_ktp, places, zone
from documents.plane import Plane, flattened

STEP = 10  # pixels of a cell of the flat picture
SIZE = (CELLS[0] * STEP, CELLS[1] * STEP)
INK_REACH = 7
ALIKE, ALIKE_HALF_SEEN = 0.42, 0.48  # likeness to the layout of a KTP, and where no portrait is seen
BLANK, BLANK_HALF_SEEN = 0.6, 0.3  # most ink in the blank places, by the card's usual
GLARE, PAPER = 243, 232  # a cell this bright on paper darker than that has lost its print: it says nothing
PORTRAIT_SHARE = 0.3  # of the portrait's place differs from paper
UNLIKE_PAPER = 0.12  # in brightness


@dataclass(frozen=True)
class Look:
    """`likeness` to the layout; `seen`: the share inside the picture; `blank`: ink in blank places by ink elsewhere;
    `portrait`: the share of its place that differs from paper, None if most of it is outside the picture.
    """

    likeness: float
    seen: float
    blank: float
    portrait: float | None

    @property
    def is_ktp(self) -> bool:
        if self.blank > BLANK:
            return False
        if self.portrait is None:
            return self.likeness >= ALIKE_HALF_SEEN and self.blank <= BLANK_HALF_SEEN
        return self.likeness >= ALIKE and self.portrait >= PORTRAIT_SHARE


def looked_at(picture: Image.Image, quad: Quad) -> Look:
    """What a grey picture shows inside the quad."""
    flat = flattened(picture, quad, SIZE)
    inked = in_cells(ink(flat, INK_REACH))
    light = in_cells(np.asarray(flat, dtype=np.float32))
    seen = inside(places(np.array([quad], dtype=np.float32)), picture.size)[0]
    if not seen.any():
        return Look(0.0, 0.0, 1.0, None)
    blank, portrait = zone(*BLANKS) & seen, zone(PORTRAIT) & seen
    paper = float(np.percentile(light[seen], 60))
    telling = seen & ~_widened(light > GLARE) if paper < PAPER else seen
    return Look(
        float(likeness_to_ktp(inked[None], telling[None])[0]),
        float(seen.mean()),
        float(inked[blank].mean() / (inked[seen].mean() + 1e-6)) if blank.any() else 1.0,
        float((np.abs(light[portrait] / max(paper, 1) - 1) > UNLIKE_PAPER).mean())
        if portrait.sum() > zone(PORTRAIT).sum() / 2
        else None,
    )


def _widened(cells: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The cells and their neighbours."""
    wide = cells.copy()
    wide[1:] |= cells[:-1]
    wide[:-1] |= cells[1:]
    wider = wide.copy()
    wider[:, 1:] |= wide[:, :-1]
    wider[:, :-1] |= wide[:, 1:]
    return wider


def in_cells(plane: Plane) -> Plane:
    """The mean of each cell of a flat picture (200, 320): (20, 32)."""
    cells: Plane = plane.reshape(CELLS[1], STEP, CELLS[0], STEP).mean(axis=(1, 3))
    return cells
