"""Is the same picture found again, and nobody else's?"""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from bench.specimens.photo import lit, sent
from bench.specimens.photos import trials
from documents.finder import find
from documents.fingerprint import fingerprint
from documents.intake import open_picture
from documents.likeness import SIZE, Index, Likeness

ORIGINALS = [trial.jpeg for trial in trials("good", 3, 200)]


def bits(jpeg: bytes) -> bytes:
    picture = open_picture(jpeg, "jpeg")
    assert isinstance(picture, Image.Image)
    return fingerprint(picture, find(picture))


@pytest.fixture(scope="module")
def index() -> Index:
    return Index((number, bits(jpeg)) for number, jpeg in enumerate(ORIGINALS))


def keys(found: list[Likeness]) -> list[int]:
    return [likeness.key for likeness in found]


@pytest.mark.parametrize("number", range(len(ORIGINALS)))
def test_a_picture_finds_itself_and_no_other(index: Index, number: int) -> None:
    assert index.find(bits(ORIGINALS[number])) == [Likeness(number, 0.0)]


@pytest.mark.parametrize("number", range(len(ORIGINALS)))
def test_it_is_found_pressed_brightened_and_turned(index: Index, number: int) -> None:
    picture = Image.open(BytesIO(ORIGINALS[number]))
    changed = (lit(picture, 0.65), picture.rotate(90, expand=True), picture.rotate(180))
    copies = [sent(picture, 50), *map(sent, changed)]
    assert [keys(index.find(bits(copy))) for copy in copies] == [[number]] * len(copies)


def test_another_length_is_refused(index: Index) -> None:
    with pytest.raises(ValueError, match="fingerprint"):
        index.find(b"short")


def test_it_grows_and_keeps_all() -> None:
    chance = np.random.default_rng(3)
    rows = [chance.bytes(SIZE) for _ in range(1100)]
    index = Index(enumerate(rows))
    assert len(index) == 1100
    assert keys(index.find(rows[1099])) == [1099]


def test_the_nearest_comes_first_and_no_more_than_asked() -> None:
    one = np.random.default_rng(4).bytes(SIZE)
    near = bytes([one[0] ^ 1]) + one[1:-1] + bytes([one[-1] ^ 1])
    index = Index([(1, near), (2, one), (3, near)])
    assert [(hit.key, hit.difference > 0) for hit in index.find(one, most=2)] == [(2, False), (1, True)]


def test_what_was_removed_is_found_no_more_and_the_others_are() -> None:
    chance = np.random.default_rng(5)
    rows = [chance.bytes(SIZE) for _ in range(4)]
    index = Index(enumerate(rows))
    for key in (1, 3, 7):
        index.remove(key)
    assert len(index) == 2
    assert [keys(index.find(row)) for row in rows] == [[0], [], [2], []]
    index.add(8, rows[1])
    assert keys(index.find(rows[1])) == [8]
