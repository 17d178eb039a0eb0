"""Does the process read cards whichever way they lie, inside its limits, and does the bot survive its end?"""

import asyncio
from datetime import date

import pytest

from documents.reader.reader import Reader
from documents.reader.reading import Reading
from registration.reading import judged
from tests.documents.children import is_gone, open_files, proc
from tests.documents.made_files import encoded, sample, scene

PATIENCE = 120.0  # seconds; the machine may be busy
TODAY = date(2026, 11, 1)
CARD = sample("ktp03_l3.jpg")
SCENE = encoded(scene(), "JPEG")


def pid(reader: Reader) -> int:
    assert reader._child is not None
    return reader._child._process.pid


def values(reading: Reading | None) -> dict[str, str]:
    assert reading is not None
    return {key: answer.value for key, answer in judged(reading.fields, TODAY).items()}


async def test_a_card_is_read_inside_the_limits(reader: Reader) -> None:
    reading = await reader.read(CARD, PATIENCE)
    assert values(reading) == {
        "nik": "6471026304800004",
        "name": "LESTARI HIDAYAT",
        "birth_place": "PENAJAM",
        "birth_date": "1980-04-23",
        "sex": "P",
        "address": "JL. ANGGREK NO. 99",
        "rt_rw": "010/003",
        "kecamatan": "64.71.02",
        "kelurahan": "64.71.02.1004",
        "issued_on": "2019-11-12",
    }
    assert open_files(pid(reader)) == ["0", "1", "2"]
    peak = next(line for line in proc(pid(reader), "status").splitlines() if line.startswith("VmHWM"))
    assert int(peak.split()[1]) < 650 * 1024


async def test_a_card_on_its_side_is_read_and_its_turns_told(reader: Reader) -> None:
    reading = await reader.read(sample("turned_sideways.jpg"), PATIENCE)
    assert values(reading)["nik"] == "6472041805820001"
    assert reading is not None
    assert reading.turns == 3


async def test_what_is_no_page_does_not_end_the_process(reader: Reader) -> None:
    assert await reader.read(SCENE, PATIENCE) is not None
    first = pid(reader)
    assert [await reader.read(data, PATIENCE) for data in (b"", b"GIF89a", CARD[:5000])] == [None, None, None]
    assert await reader.read(SCENE, PATIENCE) is not None
    assert pid(reader) == first


async def test_too_late_is_no_reading_and_the_next_page_is_read(reader: Reader) -> None:
    assert await reader.read(CARD, 0.05) is None
    assert await reader.read(SCENE, PATIENCE) == Reading({}, (), 0)


async def test_who_waits_behind_another_waits_no_longer_than_asked(reader: Reader) -> None:
    async with asyncio.TaskGroup() as group:
        first = group.create_task(reader.read(SCENE, PATIENCE))
        second = group.create_task(reader.read(SCENE, 0.05))
    assert [first.result(), second.result()] == [Reading({}, (), 0), None]


async def test_a_killed_process_is_no_reading_and_the_next_page_is_read(reader: Reader) -> None:
    await reader.read(SCENE, PATIENCE)
    first = pid(reader)
    async with asyncio.TaskGroup() as group:
        reading = group.create_task(reader.read(CARD, PATIENCE))
        await asyncio.sleep(0)
        assert reader._child is not None
        reader._child.kill()
    assert reading.result() is None
    assert await reader.read(SCENE, PATIENCE) is not None
    assert pid(reader) != first


async def test_an_idle_process_ends() -> None:
    async with Reader(idle_seconds=0.05) as reader:
        await reader.read(SCENE, PATIENCE)
        idle = pid(reader)
        assert reader._child is not None
        async with asyncio.timeout(PATIENCE):
            await reader._child.gone()
        assert is_gone(idle)
        assert await reader.read(SCENE, PATIENCE) == Reading({}, (), 0)


async def test_a_closed_reader_reads_no_more() -> None:
    reader = Reader()
    await reader.close()
    with pytest.raises(RuntimeError, match="closed"):
        await reader.read(SCENE)
