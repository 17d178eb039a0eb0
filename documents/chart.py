"""How do counts become a picture that is read on a phone? (Child side: a bar for each row, its parts side by side.)

The colours are Okabe and Ito's, which colour-blind people can tell apart; they differ in lightness too, so that the
picture can be read in grey.
"""

from io import BytesIO

from PIL import Image, ImageDraw

from documents.bars import Bar, Chart
from documents.lettering import font, shortened

WIDTH = 1000
EDGE = 40
TITLE, LETTER, SMALL = 44, 32, 28
LEGEND_ROW, BAR_ROW, BAR_HEIGHT = 48, 122, 52
SWATCH, GAP = 28, 4
PAPER, INK, QUIET, LINE = (255, 255, 255), (30, 34, 40), (90, 96, 104), (150, 156, 164)
COLOURS = ((0, 114, 178), (230, 159, 0), (86, 180, 233), (236, 238, 240), (204, 121, 167))
LETTERS = ((255, 255, 255), INK, INK, INK, INK)  # in which a number stands on each colour
MOST_PARTS = len(COLOURS)


def draw(chart: Chart) -> bytes:
    """One JPEG, `WIDTH` pixels wide and as high as it has bars."""
    places, legend_height = _legend_places(chart.legend)
    top = EDGE + TITLE + 24
    sheet = Image.new("RGB", (WIDTH, top + legend_height + len(chart.bars) * BAR_ROW + EDGE), PAPER)
    pen = ImageDraw.Draw(sheet)
    _write(pen, (EDGE, EDGE), chart.title, TITLE, INK)
    for (left, line), label, colour in zip(places, chart.legend, COLOURS, strict=False):
        _swatch(pen, (left, top + line * LEGEND_ROW), label, colour)
    longest = max((sum(bar.parts) for bar in chart.bars), default=0)
    for number, bar in enumerate(chart.bars):
        whole = longest if chart.one_scale else sum(bar.parts)
        _bar(pen, top + legend_height + number * BAR_ROW, bar, whole)
    buffer = BytesIO()
    sheet.save(buffer, "JPEG", quality=92, subsampling=0)
    return buffer.getvalue()


def _legend_places(legend: tuple[str, ...]) -> tuple[list[tuple[int, int]], int]:
    """(left, line) of each part's name, wrapped at the edge, and the height of all lines."""
    places: list[tuple[int, int]] = []
    left, line = EDGE, 0
    for label in legend:
        width = SWATCH + 12 + round(font(SMALL).getlength(shortened(label, font(SMALL), WIDTH / 2))) + 36
        if left > EDGE and left + width > WIDTH - EDGE:
            left, line = EDGE, line + 1
        places.append((left, line))
        left += width
    return places, (line + 1) * LEGEND_ROW + 16


def _swatch(pen: ImageDraw.ImageDraw, place: tuple[int, int], label: str, colour: tuple[int, int, int]) -> None:
    left, top = place
    pen.rectangle((left, top, left + SWATCH, top + SWATCH), fill=colour, outline=LINE)
    _write(pen, (left + SWATCH + 12, top - 4), label, SMALL, INK, WIDTH / 2)


def _bar(pen: ImageDraw.ImageDraw, top: int, bar: Bar, whole: int) -> None:
    """The name and the note above, the parts below; where there is nothing to count an empty frame."""
    room = WIDTH - 2 * EDGE
    note = shortened(bar.note, font(SMALL), room / 2)
    taken = font(SMALL).getlength(note)
    pen.text((WIDTH - EDGE, top + 2), note, fill=QUIET, font=font(SMALL), anchor="ra")
    _write(pen, (EDGE, top - 2), bar.label, LETTER, INK, room - taken - 24)
    upper, lower = top + 44, top + 44 + BAR_HEIGHT
    edges = _edges(bar.parts, whole, room)
    pen.rectangle((EDGE, upper, EDGE + (edges[-1] or room), lower), outline=LINE)
    for part, value in enumerate(bar.parts):
        left, right = EDGE + edges[part], EDGE + edges[part + 1]
        if value and right > left:
            right -= GAP if right - left > 2 * GAP and edges[part + 1] < edges[-1] else 0
            pen.rectangle((left, upper, right, lower), fill=COLOURS[part], outline=LINE)
            _number(pen, (left, right), (upper + lower) // 2, value, LETTERS[part])


def _edges(parts: tuple[int, ...], whole: int, room: int) -> list[int]:
    """Where each part begins, and where the last ends, in pixels from the left."""
    sums = [sum(parts[:number]) for number in range(len(parts) + 1)]
    return [round(room * each / whole) if whole else 0 for each in sums]


def _number(
    pen: ImageDraw.ImageDraw, sides: tuple[int, int], middle: int, value: int, ink: tuple[int, int, int]
) -> None:
    """The number of a part on the part itself, where it is wide enough."""
    text = grouped(value)
    if font(SMALL).getlength(text) + 12 <= sides[1] - sides[0]:
        pen.text((sum(sides) // 2, middle), text, fill=ink, font=font(SMALL), anchor="mm")


def grouped(value: int) -> str:
    """7100 as Indonesians write it: 7.100."""
    return f"{value:,}".replace(",", ".")


def _write(
    pen: ImageDraw.ImageDraw,
    place: tuple[int, int],
    text: str,
    size: int,
    ink: tuple[int, int, int],
    room: float = WIDTH - 2 * EDGE,
) -> None:
    pen.text(place, shortened(text, font(size), room), fill=ink, font=font(size), anchor="la")
