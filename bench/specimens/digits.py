"""How is a NIK drawn when no font like the card printer's is installed? With strokes, in the manner of OCR-A."""

from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFont

Draw = Callable[[Image.Image, tuple[int, int], str, int], None]  # picture, upper left corner, digits, height

INK = (32, 34, 44)
_STROKES = {  # polylines on a grid of 4 x 6
    "0": ["00 40 46 06 00"],
    "1": ["00 20 26", "06 46 45"],
    "2": ["00 40 43 03 06 46"],
    "3": ["00 40 46 06", "13 43"],
    "4": ["00 03 43", "42 46"],
    "5": ["40 00 03 43 46 06"],
    "6": ["00 06 46 43 03"],
    "7": ["01 00 40 42 24 26"],
    "8": ["10 30 33 13 10", "03 43 46 06 03"],
    "9": ["46 40 00 03 43"],
}


def ocr_a(picture: Image.Image, place: tuple[int, int], digits: str, height: int) -> None:
    """Draw the digits at one pitch, nine tenths of their height."""
    draw = ImageDraw.Draw(picture)
    step, weight = height / 6, max(2, height // 8)
    for number, digit in enumerate(digits):
        left = place[0] + number * height * 0.9
        for stroke in _STROKES[digit]:
            points = [(left + int(at[0]) * step * 0.8, place[1] + int(at[1]) * step) for at in stroke.split()]
            draw.line(points, INK, weight, joint="curve")
            for x, y in (points[0], points[-1]):
                draw.ellipse((x - weight / 2, y - weight / 2, x + weight / 2, y + weight / 2), INK)


def in_font(name: str) -> Draw:
    """Digits of an installed font, or of Pillow's own where it is not."""

    def draw(picture: Image.Image, place: tuple[int, int], digits: str, height: int) -> None:
        ImageDraw.Draw(picture).text(place, digits, INK, face(name, round(height * 1.3)), anchor="lt")

    return draw


def face(name: str, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The font `name` if the system has it, else the one Pillow carries."""
    try:
        return ImageFont.truetype(name, size)
    except OSError:
        return ImageFont.load_default(size)
