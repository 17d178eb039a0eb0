"""May this file in, and what clean pages does it give? (Child side: it touches foreign bytes.)"""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import pillow_heif
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from documents.letters import letter
from documents.pixels import fitted, normal, page_of
from documents.results import (
    MAX_BYTES,
    MAX_PIXELS,
    MAX_SIDE,
    MIN_LONG_SIDE,
    MIN_SHORT_SIDE,
    Cleaned,
    Refusal,
    Refused,
)
from documents.sniff import sniff

BOMB_PIXELS_PER_BYTE = 200  # a blank white JPEG page has about 100; a photo has 3 to 20

# The decoders themselves, never Image.open: it would start Ghostscript for an EPS, and takes a phone's
# many-picture JPEG (MPO) by a path that trusts its offsets.
DECODERS: dict[str, Callable[[BytesIO], Image.Image]] = {
    "jpeg": JpegImageFile,
    "png": PngImageFile,
    "webp": WebPImageFile,
    "heic": pillow_heif.HeifImageFile,
}
DAMAGED = (
    *(OSError, SyntaxError, ValueError, RuntimeError, EOFError),
    *(IndexError, KeyError, TypeError, OverflowError, struct.error, zlib.error),
)


def clean(data: bytes, allow_pdf: bool) -> Cleaned | Refused:
    """Clean pages of a JPEG, PNG, WebP, HEIC or, if allowed, PDF file; or the reason why not."""
    if len(data) > MAX_BYTES:
        return Refused(Refusal.TOO_LARGE, {"bytes": len(data)})
    kind = sniff(data)
    if kind is None:
        return Refused(Refusal.NOT_A_PICTURE)
    if kind == "pdf" and allow_pdf:
        return letter(data)
    if kind not in DECODERS:
        return Refused(Refusal.UNSUPPORTED, {"kind": kind})
    picture = open_picture(data, kind)
    return picture if isinstance(picture, Refused) else Cleaned((page_of(picture),), "photo")


def open_picture(data: bytes, kind: str) -> Image.Image | Refused:
    """The picture as `normal` gives it; the size is checked before anything is decoded."""
    try:
        with DECODERS[kind](BytesIO(data)) as image:
            return _size_refusal(image.size, len(data)) or _moving_refusal(image, kind) or normal(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Refused(Refusal.BOMB)
    except MemoryError:
        return Refused(Refusal.TOO_LARGE)
    except DAMAGED:
        return Refused(Refusal.TRUNCATED)


def _size_refusal(size: tuple[int, int], weight: int) -> Refused | None:
    details: dict[str, int | str] = {"width": size[0], "height": size[1]}
    pixels = size[0] * size[1]
    if pixels > MAX_PIXELS or max(size) > MAX_SIDE:
        return Refused(Refusal.BOMB if pixels > BOMB_PIXELS_PER_BYTE * weight else Refusal.TOO_LARGE, details)
    if min(fitted(size)) < MIN_SHORT_SIDE or max(size) < MIN_LONG_SIDE:
        return Refused(Refusal.TOO_SMALL, details)
    return None


def _moving_refusal(image: Image.Image, kind: str) -> Refused | None:
    """A HEIC may hold several pictures of one moment: its main one is taken."""
    return Refused(Refusal.ANIMATED) if kind != "heic" and getattr(image, "n_frames", 1) > 1 else None
