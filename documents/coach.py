"""Can the photo be read, and if not, what should the person do better? (Child side, pure functions.)

The limits are calibrated on drawn photos, several hundred with each fault and without; docs/photos.md says how
often they are right and how to measure again.
"""

import numpy as np
from PIL import Image

from documents.advice import MOST, Advice, Code, Kind
from documents.finder import Card, find, open_sides
from documents.layout import HEADER, LABELS, NIK, PORTRAIT, VALUES, inside, places, zone
from documents.measures import CELL, Print, edge_print, measured
from documents.pixels import fitted
from documents.plane import flattened, sides

FLAT = (640, 400)  # a flattened card
PRINTED = zone(HEADER, NIK, LABELS, VALUES)
NEEDED = PRINTED | zone(PORTRAIT)
DIGITS = zone((0.28, 0.15, 0.6, 0.25))
NUMBER_BURNT = 0.09  # of the cells of the NIK
CARD_WIDTH = 430  # pixels; under this digits are under 12 pixels high
LETTER_SIDE = 800
LETTER_LOOKED_AT = 1000
DARK, DARK_CONTRAST = 52.0, 27.0
BRIGHT, BRIGHT_CONTRAST = 250.0, 140.0
BURNT, COPY_CONTRAST = 0.045, 160.0  # a photocopy is white too, but black on it
SHARP, FAINT = 0.62, 0.25
CUT_SHARE = 0.03  # of what is needed lies outside the picture
CUT_CELLS = 3  # of print at one edge of a letter
EMPTY_SHARPNESS = 0.5


def judged(picture: Image.Image, kind: Kind) -> Advice:
    """Advice on a clean RGB picture: of a KTP, or of a letter, where any page with readable print is good."""
    return judged_ktp(picture, find(picture)) if kind == "ktp" else Advice(_letter_faults(picture)[:MOST])


def judged_ktp(picture: Image.Image, card: Card | None) -> Advice:
    """Advice on a picture in which the finder saw this card."""
    if card is None:
        return Advice(_without_card(picture)[:MOST])
    return Advice(_card_faults(picture, card)[:MOST], card.turns, card.quad)


def _card_faults(picture: Image.Image, card: Card) -> tuple[Code, ...]:
    """All that is wrong, the most useful to know first."""
    seen = inside(places(np.array([card.quad], dtype=np.float32)), picture.size)[0]
    flat = flattened(picture, card.quad, FLAT)
    found = measured(flat, PRINTED & seen)
    digits = DIGITS & seen
    number_lost = digits.any() and measured(flat, digits).lost >= NUMBER_BURNT and found.contrast < COPY_CONTRAST
    cut = 1 - float(seen[NEEDED].mean()) > CUT_SHARE
    small = sides(card.quad)[0] < CARD_WIDTH
    faults = (
        (Code.CUT_OFF, cut),
        (Code.TOO_SMALL, small),
        (Code.TOO_DARK, _dark(found)),
        (Code.TOO_BRIGHT, _bright(found)),
        (Code.GLARE, (_burnt(found) or bool(number_lost)) and not _bright(found)),
        (Code.BLURRED, _blurred(found) and not small and not _dark(found) and not _bright(found)),
    )
    return tuple(code for code, present in faults if present)


def _without_card(picture: Image.Image) -> tuple[Code, ...]:
    """Light first: in a dark or burnt picture nobody finds a card."""
    found = _middle(picture)
    if np.percentile(np.asarray(picture.convert("L")), 95) < DARK:
        return (Code.TOO_DARK,)
    if found.paper >= BRIGHT and found.contrast < BRIGHT_CONTRAST:
        return (Code.TOO_BRIGHT, Code.NO_CARD)
    return (Code.NO_CARD, Code.BLURRED) if found.sharpness < EMPTY_SHARPNESS else (Code.NO_CARD,)


def _letter_faults(picture: Image.Image) -> tuple[Code, ...]:
    page = picture.resize(fitted(picture.size, LETTER_LOOKED_AT), Image.Resampling.BOX, reducing_gap=2.0)
    found = _middle(picture)
    small = max(picture.size) < LETTER_SIDE
    faults = (
        (Code.CUT_OFF, any(edge_print(page, found, side) >= CUT_CELLS for side in open_sides(page))),
        (Code.TOO_SMALL, small),
        (Code.TOO_DARK, found.paper < DARK),
        (Code.TOO_BRIGHT, found.paper >= BRIGHT and found.contrast < DARK_CONTRAST),
        (Code.BLURRED, _blurred(found) and not small and found.paper >= DARK),
    )
    return tuple(code for code, present in faults if present)


def _middle(picture: Image.Image) -> Print:
    """The print in the middle of a picture, whatever it shows."""
    page = picture.resize(fitted(picture.size, LETTER_LOOKED_AT), Image.Resampling.BOX, reducing_gap=2.0)
    wanted = np.zeros((page.height // CELL, page.width // CELL), dtype=np.bool_)
    rows, columns = wanted.shape
    wanted[rows // 6 : rows - rows // 6, columns // 6 : columns - columns // 6] = True
    return measured(page, wanted)


def _dark(found: Print) -> bool:
    return found.paper < DARK and found.contrast < DARK_CONTRAST


def _bright(found: Print) -> bool:
    return found.paper >= BRIGHT and found.contrast < BRIGHT_CONTRAST


def _burnt(found: Print) -> bool:
    return found.lost >= BURNT and found.contrast < COPY_CONTRAST


def _blurred(found: Print) -> bool:
    return found.sharpness < SHARP or found.contrast < FAINT * found.paper
