"""Does light on the laminate blot out a part of a strip?"""

import numpy as np

from documents.reader.engine import Picture

_COLOURED = 0.06  # share of colour in the brightness of a card's paper; a grey copy has less and can't be judged
_PALE = 0.45  # of the strip's usual colour
_BRIGHT = 1.04  # of its usual brightness
_WIDTH = 0.6  # of the strip's height: a letter


def glared(strip: Picture) -> bool:
    """Whether paper somewhere in the strip is both paler and brighter than the strip's usual, a letter wide."""
    pixels = strip.astype(np.float32)
    brightest = pixels.max(axis=2)
    colour = (brightest - pixels.min(axis=2)) / np.maximum(brightest, 1)
    bright, pale = np.median(brightest, axis=0), np.median(colour, axis=0)
    usual = float(np.median(pale))
    if usual < _COLOURED:
        return False
    blotted = (pale < _PALE * usual) & (bright > _BRIGHT * float(np.median(bright)))
    return bool(blotted.sum() > _WIDTH * strip.shape[0])
