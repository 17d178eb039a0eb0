"""Does the coach say the right thing first, and nothing where nothing is wrong?"""

import math
import statistics
from io import BytesIO

import pytest
from PIL import Image

from bench.specimens.photos import Trial, trials
from documents.advice import Advice, Kind
from documents.coach import judged
from documents.intake import open_picture
from tests.documents.made_files import sample

SAMPLES: tuple[tuple[str, Kind], ...] = (
    ("ktp00_l0.jpg", "ktp"),
    ("ktp01_l1.jpg", "ktp"),
    ("ktp02_l2.jpg", "ktp"),
    ("ktp03_l3.jpg", "ktp"),
    ("letter_gojek.jpg", "letter"),
    ("letter_grab.jpg", "letter"),
    ("letter_maxim.jpg", "letter"),
)
FAULTS = {
    "too dark": ("too_dark",),
    "too bright": ("too_bright",),
    "glare on the data": ("glare",),
    "too far": ("too_small",),
    "cut off, left": ("cut_off",),
    "cut off, top": ("cut_off",),
    "cut off, right": ("cut_off",),
    "cut off, bottom": ("cut_off",),
    "another card": ("no_card",),
    "another picture": ("no_card",),
    "letter as KTP": ("no_card",),
    "letter, too dark": ("too_dark",),
    "letter, shaken": ("blurred",),
    "letter, cut off, left": ("cut_off",),
}


def opened(data: bytes) -> Image.Image:
    picture = open_picture(data, "jpeg")
    assert isinstance(picture, Image.Image)
    return picture


def first(fault: str) -> Trial:
    return next(trials(fault, 1, 1001))


def advice(trial: Trial) -> Advice:
    return judged(opened(trial.jpeg), "ktp" if trial.kind == "ktp" else "letter")


@pytest.mark.parametrize(("name", "kind"), SAMPLES)
def test_a_good_photo_gets_no_advice(name: str, kind: Kind) -> None:
    assert judged(opened(sample(name)), kind).codes == ()


@pytest.mark.parametrize(("fault", "codes"), FAULTS.items())
def test_a_fault_is_named(fault: str, codes: tuple[str, ...]) -> None:
    assert advice(first(fault)).codes == codes


def test_a_blurred_sample_is_blurred() -> None:
    assert judged(opened(sample("bad_blurred.jpg")), "ktp").codes == ("blurred",)


@pytest.mark.parametrize(("fault", "turns"), [("turned left", 3), ("turned right", 1), ("upside down", 2)])
def test_a_turned_card_is_good_and_the_coach_knows_how_to_turn_it(fault: str, turns: int) -> None:
    assert (advice(first(fault)).codes, advice(first(fault)).turns) == ((), turns)


def test_a_card_is_found_where_it_lies() -> None:
    assert statistics.median(corner_off(trial) for trial in trials("good", 5, 1000)) < 0.008


def corner_off(trial: Trial) -> float:
    """How far the worst corner is from where it should be, by the picture's width."""
    picture = opened(trial.jpeg)
    card = judged(picture, "ktp").card
    assert card is not None
    assert trial.quad is not None
    scale = picture.width / Image.open(BytesIO(trial.jpeg)).width
    pairs = zip(card, trial.quad, strict=True)
    return max(math.dist(found, (x * scale, y * scale)) for found, (x, y) in pairs) / picture.width


@pytest.mark.parametrize("colour", ["black", "white", "grey", (170, 200, 220)])
@pytest.mark.parametrize("size", [(480, 300), (1600, 1200), (300, 1600)])
def test_an_empty_picture_never_breaks_the_coach(size: tuple[int, int], colour: str | tuple[int, int, int]) -> None:
    empty = Image.new("RGB", size, colour)
    assert judged(empty, "ktp").good is False
    assert len(judged(empty, "letter").codes) <= 2
