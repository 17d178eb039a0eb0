"""Does the bot survive every file, and get from the child what the code gives without limits?"""

import asyncio
import os
import random
import signal

import pillow_heif
import pytest

from documents import intake
from documents.card import draw
from documents.results import CardFailed, Cleaned, LabelledPage, Refusal, Refused
from documents.sandbox import Sandbox
from tests.documents.children import pid_at_work, pids
from tests.documents.made_files import busy_pdf, encoded, hanging_pdf, paged_pdf, png, sample, scene

SMALL = sample("bad_too_small.jpg")
PHOTO = sample("ktp01_l1.jpg")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PHOTO, id="photo"),
        pytest.param(sample("exif_gps_orientation.jpg"), id="photo with place"),
        pytest.param(encoded(scene().convert("CMYK"), "JPEG"), id="cmyk"),
        pytest.param(encoded(scene(), "MPO", save_all=True, append_images=[scene()]), id="mpo"),
        pytest.param(encoded(scene().quantize(8), "PNG"), id="palette"),
        pytest.param(encoded(scene().convert("RGBA"), "WEBP"), id="webp"),
        pytest.param(sample("letter_grab.pdf"), id="pdf"),
        pytest.param(paged_pdf(4), id="pages"),
        pytest.param(SMALL, id="too small"),
        pytest.param(png(12_000, 12_000), id="bomb"),
        pytest.param(PHOTO[:50_000], id="truncated"),
        pytest.param(b"", id="empty"),
    ],
)
async def test_the_child_gives_what_the_same_code_gives_without_limits(sandbox: Sandbox, data: bytes) -> None:
    assert await sandbox.clean(data, allow_pdf=True) == intake.clean(data, allow_pdf=True)


async def test_a_heic_is_opened_inside_the_limits(sandbox: Sandbox) -> None:
    pillow_heif.register_heif_opener()
    result = await sandbox.clean(encoded(scene(2000, 1500), "HEIF"), allow_pdf=False)
    assert isinstance(result, Cleaned), result
    assert [(page.width, page.height) for page in result.pages] == [(1600, 1200)]


async def test_a_card_comes_out_as_drawn(sandbox: Sandbox) -> None:
    pages = [LabelledPage(PHOTO, "KTP (contoh) – é"), LabelledPage(b"", "surat", changed=True)]
    assert await sandbox.draw_card(pages, "CONTOH – 23-11-2025") == draw(pages, "CONTOH – 23-11-2025")
    assert await sandbox.draw_card([], "") == draw([], "")


async def test_many_at_once_get_each_its_own_answer(sandbox: Sandbox) -> None:
    files = [encoded(scene(640 + 10 * number, 480), "PNG") for number in range(8)]
    results = await asyncio.gather(*(sandbox.clean(data, allow_pdf=False) for data in files))
    assert [result.pages[0].width for result in results if isinstance(result, Cleaned)] == [
        640 + 10 * number for number in range(8)
    ]
    assert len(pids(sandbox)) == 2


async def test_a_file_that_hangs_is_ended_and_the_next_is_served() -> None:
    async with Sandbox(size=1, seconds=2) as box:
        assert await box.clean(busy_pdf(), allow_pdf=True) == Refused(Refusal.TIMEOUT, {"seconds": 2})
        assert isinstance(await box.clean(PHOTO, allow_pdf=False), Cleaned)
        assert len(pids(box)) == 1


async def test_a_child_killed_at_work_is_a_crash_and_the_next_is_served(sandbox: Sandbox) -> None:
    async with asyncio.TaskGroup() as group:
        result = group.create_task(sandbox.clean(hanging_pdf(), allow_pdf=True))
        os.kill(await pid_at_work(sandbox), signal.SIGKILL)
    assert result.result() == Refused(Refusal.CRASHED, {"status": -signal.SIGKILL})
    assert isinstance(await sandbox.clean(PHOTO, allow_pdf=False), Cleaned)


async def test_a_child_that_died_while_idle_is_replaced_unnoticed(sandbox: Sandbox) -> None:
    await sandbox.clean(SMALL, allow_pdf=False)
    (pid,) = pids(sandbox)
    (child,) = sandbox._children
    os.kill(pid, signal.SIGKILL)
    await child.gone()
    assert isinstance(await sandbox.clean(PHOTO, allow_pdf=False), Cleaned)


async def test_a_card_that_can_not_be_drawn_says_so() -> None:
    async with Sandbox(size=1, seconds=0.001) as box:
        with pytest.raises(CardFailed) as failed:
            await box.draw_card([LabelledPage(PHOTO, "KTP")], "CONTOH")
        assert failed.value.code == Refusal.TIMEOUT


async def test_a_caller_who_gives_up_leaves_no_answer_for_the_next() -> None:
    async with Sandbox(size=1) as box:
        await box.clean(SMALL, allow_pdf=False)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await box.clean(hanging_pdf(), allow_pdf=True)
        assert isinstance(await box.clean(PHOTO, allow_pdf=False), Cleaned)


async def test_three_hundred_flipped_bits_crash_nothing(sandbox: Sandbox) -> None:
    chance = random.Random(7)  # noqa: S311 - damage, not a secret
    kinds = [encoded(scene(), "JPEG"), encoded(scene(), "PNG"), encoded(scene(), "WEBP"), paged_pdf()]

    def damaged(number: int) -> bytes:
        data = bytearray(kinds[number % len(kinds)])
        for _ in range(chance.randint(1, 5)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        return bytes(data)

    results = await asyncio.gather(*(sandbox.clean(damaged(number), allow_pdf=True) for number in range(300)))
    ended = [item for item in results if isinstance(item, Refused) and item.code in ("crashed", "timeout")]
    assert ended == []
