"""How is a line of text drawn with the one font that is always there, the one Pillow carries?"""

import unicodedata

from PIL import ImageFont

LONGEST = 300  # signs; no line of a picture holds more
SIGNS = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "..."})


def font(size: int) -> ImageFont.FreeTypeFont:
    """Aileron, `size` pixels high."""
    loaded = ImageFont.load_default(size)
    if not isinstance(loaded, ImageFont.FreeTypeFont):
        raise TypeError("Pillow was built without FreeType")
    return loaded


def drawable(text: str) -> str:
    """One line of what the font can draw: accents are left out, other letters become "?"."""
    bare = unicodedata.normalize("NFKD", text[:LONGEST].translate(SIGNS))
    signs = (sign for sign in bare if not unicodedata.combining(sign))
    return " ".join("".join(sign if " " <= sign <= "~" or sign.isspace() else "?" for sign in signs).split())


def shortened(text: str, face: ImageFont.FreeTypeFont, width: float) -> str:
    """The drawable text, cut with dots where it would be wider than `width` pixels."""
    line = drawable(text)
    if face.getlength(line) <= width:
        return line
    while line and face.getlength(line + "...") > width:
        line = line[:-1]
    return line.rstrip() + "..." if line else ""
