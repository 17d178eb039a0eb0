"""Does the bench of documents run part by part, and does its last line hold the figures of its parts?"""

import asyncio
import json
import sys
from typing import Any

import pytest

from bench.reader import _at_most_one_in
from tests.support.town import ROOT


async def last_line(*words: str) -> dict[str, Any]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.documents", *words, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    printed, _ = await process.communicate()
    assert process.returncode == 0
    found: dict[str, Any] = json.loads(printed.decode().splitlines()[-1])
    return found


async def test_a_part_alone_is_measured_and_said_in_one_json_object() -> None:
    figures = await last_line("--parts", "pipeline")
    assert set(figures) == {"python", "load", "photos", "cards", "first", "pipeline"}
    assert {"ours", "Pillow"} <= set(figures["pipeline"])


async def test_the_sixteen_cards_are_read_right() -> None:
    figures = await last_line("--parts", "reader", "--readers", "lindung", "--grades", "--cards", "0")
    row = figures["reader"]["lindung"]["grades"]["folder"]
    right = {name: row[name] for name in ("cards", "nik_right", "fields", "fields_right", "sure_but_wrong")}
    assert right == {"cards": 16, "nik_right": 16, "fields": 160, "fields_right": 160, "sure_but_wrong": 0}


@pytest.mark.parametrize(("wrong", "of", "bound"), [(0, 1500, 501), (1, 2400, 506), (0, 0, 0), (3, 3, 1)])
def test_the_bound_of_what_is_sure_but_wrong_is_that_of_95_percent(wrong: int, of: int, bound: int) -> None:
    assert _at_most_one_in(wrong, of) == bound
