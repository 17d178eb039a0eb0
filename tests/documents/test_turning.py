"""Does a picture come upright, whole or cut to its card?"""

from io import BytesIO

import pytest
from PIL import Image

from documents.results import Page
from documents.turning import upright
from tests.documents.made_files import sample

PHOTO = sample("ktp01_l1.jpg")


def size(page: Page) -> tuple[int, int]:
    assert Image.open(BytesIO(page.jpeg)).size == (page.width, page.height)
    return page.width, page.height


@pytest.mark.parametrize(
    ("turns", "expected"), [(0, (1280, 860)), (1, (860, 1280)), (2, (1280, 860)), (5, (860, 1280))]
)
def test_it_is_turned_by_quarters(turns: int, expected: tuple[int, int]) -> None:
    assert size(upright(PHOTO, turns)) == expected


def test_one_quarter_to_the_left_brings_the_right_side_up() -> None:
    half = Image.new("RGB", (800, 600))
    half.paste((255, 0, 0), (400, 0, 800, 600))
    buffer = BytesIO()
    half.save(buffer, "JPEG")
    upper = Image.open(BytesIO(upright(buffer.getvalue(), 1).jpeg)).crop((0, 0, 600, 390))
    assert [min(band.tobytes()) > 200 for band in upper.split()] == [True, False, False]


def test_it_is_cut_to_the_card_with_a_margin() -> None:
    card = ((100.0, 100.0), (1100.0, 100.0), (1100.0, 700.0), (100.0, 700.0))
    assert size(upright(PHOTO, 0, card)) == (1080, 680)


def test_a_card_that_ends_outside_is_cut_at_the_edge_of_the_picture() -> None:
    card = ((-300.0, 100.0), (700.0, 100.0), (700.0, 700.0), (-300.0, 700.0))
    assert size(upright(PHOTO, 0, card)) == (740, 680)


def test_a_card_outside_the_picture_leaves_it_whole() -> None:
    card = ((5000.0, 100.0), (6000.0, 100.0), (6000.0, 700.0), (5000.0, 700.0))
    assert size(upright(PHOTO, 0, card)) == (1280, 860)


def test_a_card_too_small_for_a_picture_of_its_own_keeps_its_surroundings() -> None:
    card = ((100.0, 100.0), (500.0, 100.0), (500.0, 350.0), (100.0, 350.0))
    assert size(upright(PHOTO, 1, card)) == (860, 1280)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(ValueError, match="not a picture of ours"):
        upright(b"no picture", 1)
