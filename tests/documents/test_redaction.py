"""Is a hidden page really hidden: no digit of the NIK, no face, nothing of a letter, however the card lies?"""

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageFilter

from bench.specimens.photos import trials
from documents.advice import Quad
from documents.finder import find
from documents.plane import flattened, placed
from documents.redaction import BLOCKS, COVER, hidden
from tests.documents.made_files import sample

DIGITS = (0.22, 0.155, 0.62, 0.225)  # of the specimen cards, as shares of the card
FACE = (0.765, 0.27, 0.95, 0.65)
TURNS = {0: None, 1: Image.Transpose.ROTATE_90, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_270}


def picture(name: str) -> Image.Image:
    return Image.open(BytesIO(sample(name))).convert("RGB")


def colours(image: Image.Image, quad: Quad, box: tuple[float, float, float, float]) -> set[object]:
    """The colours of all pixels in a part of the card, but for those at its very edge."""
    part = flattened(image, placed(quad, box), (400, 100))
    return {colour for _, colour in part.getcolors(40_000) or [(0, "many")]}


def turned(image: Image.Image, quad: Quad, turns: int) -> tuple[Image.Image, Quad]:
    """The photo turned to the left by so many quarters, and where the card's corners are then."""
    turn = TURNS[turns]
    width, height = image.size
    moves: dict[int, Callable[[float, float], tuple[float, float]]] = {
        0: lambda x, y: (x, y),
        1: lambda x, y: (y, width - x),
        2: lambda x, y: (width - x, height - y),
        3: lambda x, y: (height - y, x),
    }
    first, second, third, fourth = (moves[turns](x, y) for x, y in quad)
    return image if turn is None else image.transpose(turn), (first, second, third, fourth)


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
@pytest.mark.parametrize("fault", ["good", "good, slanted", "glare on the data", "too dark"])
def test_nik_and_face_of_a_card_that_lies_anyhow_are_one_colour(fault: str, turns: int) -> None:
    for trial in trials(fault, 2, 2000):
        assert trial.quad is not None
        photo, quad = turned(Image.open(BytesIO(trial.jpeg)).convert("RGB"), trial.quad, turns)
        seen = hidden(photo, "nik_and_face")
        if find(photo) is not None:
            assert (colours(seen, quad, DIGITS), colours(seen, quad, FACE)) == ({COVER}, {COVER})
        else:
            assert few_squares(seen)


def few_squares(image: Image.Image) -> bool:
    """Is the picture made of a few squares of grey and of nothing else?"""
    side = max(image.size) / BLOCKS
    size = (max(1, round(image.width / side)), max(1, round(image.height / side)))
    coarse = image.resize(size, Image.Resampling.NEAREST).resize(image.size, Image.Resampling.NEAREST)
    levels = len(image.convert("L").getcolors() or [])
    return levels <= 8 and float(np.abs(np.asarray(image, dtype=int) - np.asarray(coarse, dtype=int)).mean()) < 1


def test_what_is_no_card_surely_is_unreadable_as_a_whole() -> None:
    lost = [picture("ktp01_l1.jpg").filter(ImageFilter.GaussianBlur(14)), picture("letter_gojek.jpg")]
    lost += [Image.open(BytesIO(trial.jpeg)).convert("RGB") for trial in trials("another card", 2, 2000)]
    lost = [image for image in lost if find(image) is None]
    assert len(lost) == 4
    assert [few_squares(hidden(image, "nik_and_face")) for image in lost] == [True] * 4


@pytest.mark.parametrize("name", ["ktp00_l0.jpg", "ktp03_l3.jpg", "turned_sideways.jpg", "letter_grab.jpg"])
def test_nothing_of_a_page_of_a_case_that_is_over_can_be_read(name: str) -> None:
    assert few_squares(hidden(picture(name), "everything"))


def test_two_pages_that_differ_in_their_digits_alone_look_the_same() -> None:
    page = picture("letter_gojek.jpg")
    other = page.copy()
    other.paste(page.crop((100, 300, 500, 340)).transpose(Image.Transpose.FLIP_LEFT_RIGHT), (100, 300))
    change = np.asarray(hidden(page, "everything"), dtype=int) - np.asarray(hidden(other, "everything"), dtype=int)
    assert np.abs(change).max() <= 32  # at most one step of brightness of a square


def test_what_lies_beside_the_card_cannot_be_read() -> None:
    table = Image.new("RGB", (1600, 1500), (120, 90, 60))
    card = picture("ktp00_l0.jpg")
    table.paste(card, (100, 20))
    letter = picture("letter_gojek.jpg").resize((500, 560))
    table.paste(letter, (1050, 920))
    seen = hidden(table, "nik_and_face")
    beside = seen.crop((1100, 1000, 1500, 1440)).convert("L")
    assert len(beside.getcolors() or []) <= 8


def test_a_page_of_which_nothing_is_hidden_stays_as_it_is() -> None:
    page = picture("ktp01_l1.jpg")
    assert hidden(page, "nothing").tobytes() == page.tobytes()
