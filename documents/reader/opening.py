"""How does a photo become the picture that is read: opened, and as bright as a good one?"""

from io import BytesIO

import numpy as np
from PIL.JpegImagePlugin import JpegImageFile

from documents.reader.engine import Picture

_LONGEST = 1600  # pixels; what `documents.intake` gives at most
_DARKEST, _BRIGHTEST = 1, 99  # percent of the pixels that may become black or white


def opened(jpeg: bytes) -> Picture:
    """The picture of a cleaned page. Raises OSError, SyntaxError or ValueError for anything else."""
    image = JpegImageFile(BytesIO(jpeg))
    if max(image.size) > _LONGEST:
        raise ValueError("not a cleaned page")
    return _brightened(np.asarray(image.convert("RGB"))[:, :, ::-1])


def _brightened(picture: Picture) -> Picture:
    """From black to white: a dark photo has all its contrast in a third of that."""
    low, high = np.percentile(picture[::4, ::4], (_DARKEST, _BRIGHTEST))
    table = np.clip((np.arange(256) - low) * 255 / max(high - low, 1), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(table[picture])
