"""Does the coach's work come through the picture child as the code gives it, and do its failures say so?"""

import pytest

from documents import tips, turning
from documents.advice import Advice, Code
from documents.coach import judged
from documents.finder import find
from documents.fingerprint import fingerprint
from documents.results import PictureFailed, Refusal
from documents.sandbox import Sandbox
from documents.wire import Message, WireError, advice_message, advice_of
from tests.documents.made_files import sample

PHOTO = sample("ktp01_l1.jpg")
CARD = ((1.0, 2.0), (3.0, 4.0), (5.0, 6.0), (7.0, 8.0))


async def test_the_child_says_what_the_code_says(sandbox: Sandbox) -> None:
    picture = turning.ours(PHOTO)
    advice = await sandbox.coach(PHOTO, "ktp")
    assert advice == judged(picture, "ktp")
    assert await sandbox.coach(sample("letter_grab.jpg"), "letter") == Advice()
    assert await sandbox.fingerprint(PHOTO) == fingerprint(picture, find(picture))
    assert await sandbox.upright(PHOTO, 1, advice.card) == turning.upright(PHOTO, 1, advice.card)
    assert await sandbox.draw_tip(Code.GLARE) == tips.tip(Code.GLARE)


async def test_bytes_that_are_no_picture_are_a_failure_and_the_next_is_served(sandbox: Sandbox) -> None:
    with pytest.raises(PictureFailed) as failed:
        await sandbox.coach(b"no picture", "ktp")
    assert failed.value.code is Refusal.CRASHED
    assert (await sandbox.coach(PHOTO, "ktp")).good is True


async def test_a_coach_that_takes_too_long_is_a_failure() -> None:
    async with Sandbox(size=1, seconds=0.001) as box:
        with pytest.raises(PictureFailed) as failed:
            await box.coach(PHOTO, "ktp")
        assert failed.value.code is Refusal.TIMEOUT


@pytest.mark.parametrize("advice", [Advice(), Advice((Code.GLARE, Code.BLURRED), 3, CARD)])
def test_advice_survives_the_wire(advice: Advice) -> None:
    assert advice_of(advice_message(advice)) == advice


@pytest.mark.parametrize(
    "header",
    [
        {},
        {"codes": ["unheard"], "turns": 0, "card": None},
        {"codes": ["glare"] * 3, "turns": 0, "card": None},
        {"codes": [], "turns": 4, "card": None},
        {"codes": [], "turns": float("inf"), "card": None},
        {"codes": [], "turns": 0, "card": [[1, 2]] * 3},
        {"codes": [], "turns": 0, "card": [[1, float("nan")]] * 4},
        {"codes": 5, "turns": 0, "card": None},
    ],
)
def test_nonsense_for_advice_is_noticed(header: dict[str, object]) -> None:
    with pytest.raises(WireError):
        advice_of(Message(header))
