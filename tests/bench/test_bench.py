"""Does the bench run, and does its last line hold the figures that docs/performance.md speaks of?"""

import asyncio
import json
import sys

from tests.support.town import ROOT

EVERY_BOT = {
    "answers_per_second", "p50_ms", "p99_ms", "cpu_us_per_answer", "idle_mb", "loaded_mb", "start_seconds",
    "stop_seconds",
}  # fmt: skip


async def test_a_quick_bench_measures_three_bots_and_ends_with_one_json_object() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench", "--quick", cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    printed, _ = await asyncio.wait_for(process.communicate(), 120)
    assert process.returncode == 0
    figures = json.loads(printed.decode().splitlines()[-1])["figures"]
    assert {name: set(row) for name, row in figures.items()} == {
        "lindung": EVERY_BOT | {"bytes_per_answer"},
        "aiogram": EVERY_BOT,
        "ptb": EVERY_BOT,
    }
