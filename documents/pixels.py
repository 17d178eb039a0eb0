"""How does any opened picture become one of ours: upright, small, RGB on white, a JPEG and nothing else?"""

from io import BytesIO

from PIL import ExifTags, Image

from documents.results import LONG_SIDE, Page

JPEG_QUALITY = 85

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def fitted(size: tuple[int, int], long_side: int = LONG_SIDE) -> tuple[int, int]:
    """`size` in pixels shrunk (never grown) so that its long side is at most `long_side`."""
    scale = min(1.0, long_side / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def normal(image: Image.Image) -> Image.Image:
    """The whole picture, upright, at most 1600 pixels long, RGB on white, without any metadata.

    Shrinks first and turns after: half the time and memory of the other order.
    """
    size = fitted(image.size)
    image.draft(None, size)  # a JPEG is decoded at a half, a quarter or an eighth; others ignore it
    turn = TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    small = _smooth_mode(image).resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    return _on_white(small if turn is None else small.transpose(turn))


def page_of(image: Image.Image) -> Page:
    """A page from what `normal` gave."""
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=JPEG_QUALITY)
    return Page(buffer.getvalue(), image.width, image.height)


def _smooth_mode(image: Image.Image) -> Image.Image:
    """A mode that resizes smoothly: 16 bits become 8 (Pillow would clip them to white), palettes colours."""
    if image.mode.startswith(("I", "F")):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image if image.mode in ("RGB", "L", "CMYK") else image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    """A fresh picture, so that comments, profiles and EXIF stay behind."""
    sheet = Image.new("RGB", image.size, "white")
    sheet.paste(image.convert("RGB"), mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return sheet
