"""What does Telegram make of a picture: several smaller JPEG copies, or a refusal?"""

import io
from dataclasses import dataclass, field
from functools import lru_cache

from PIL import Image, ImageOps, UnidentifiedImageError

from simulator.wire import bad

_LONGEST_SIDES = (90, 320, 800, 1280)
_LARGEST_UPLOAD = 10 * 1024 * 1024
_MOST_SIDES = 10_000  # width + height
_MOST_STRETCHED = 20  # longest side / shortest side


@dataclass(frozen=True)
class Copy:
    """One size of a photo: JPEG bytes, width and height in pixels."""

    data: bytes = field(repr=False)
    width: int
    height: int


def check_size(data: bytes) -> None:
    """Refuse what is empty or above 10 MB; raises Refusal (400)."""
    if not data:
        raise bad("file must be non-empty")
    if len(data) > _LARGEST_UPLOAD:
        words = f"file of size {len(data)} bytes is too big for a photo"
        raise bad(f"{words}; the maximum size is {_LARGEST_UPLOAD} bytes")


@lru_cache(maxsize=64)
def sizes(data: bytes) -> tuple[Copy, ...]:
    """Scale a picture as Telegram does, smallest first, the longest side at most 1280 pixels.

    Raises Refusal (400 IMAGE_PROCESS_FAILED or PHOTO_INVALID_DIMENSIONS).
    """
    check_size(data)
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP", "GIF", "BMP")) as opened:
            if sum(opened.size) > _MOST_SIDES or max(opened.size) > _MOST_STRETCHED * min(opened.size):
                raise bad("PHOTO_INVALID_DIMENSIONS")
            opened.draft("RGB", (2 * _LONGEST_SIDES[-1], 2 * _LONGEST_SIDES[-1]))
            picture = ImageOps.exif_transpose(opened).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise bad("IMAGE_PROCESS_FAILED") from error
    longest = max(picture.size)
    wanted = [side for side in _LONGEST_SIDES if side < longest] + [min(longest, _LONGEST_SIDES[-1])]
    return tuple(_scaled(picture, side) for side in dict.fromkeys(wanted))


def _scaled(picture: Image.Image, longest: int) -> Copy:
    copy = picture.copy()
    copy.thumbnail((longest, longest), Image.Resampling.BILINEAR)
    written = io.BytesIO()
    copy.save(written, "JPEG", quality=87)
    return Copy(written.getvalue(), *copy.size)
