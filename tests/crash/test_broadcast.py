"""Does everybody get a broadcast at most once, and everybody's copy an end, though the bot is killed meanwhile?"""

from pathlib import Path

from tests.crash.broadcast import Plan, broadcast


async def test_four_kills_repeat_nothing_and_leave_nobody_without_an_end(tmp_path: Path) -> None:
    report = await broadcast(Plan(people=120, kills=4), tmp_path)
    assert report["findings"] == []
    assert (report["twice"], report["without_an_end"], report["starts"]) == (0, 0, 5)


async def test_the_same_harness_sees_what_a_bot_repeats_that_marks_only_what_was_sent(tmp_path: Path) -> None:
    report = await broadcast(Plan(people=120, kills=4, entry="tests.crash.repeating"), tmp_path)
    assert report["twice"] > 0
    assert "got it 2 times" in report["findings"][0]
