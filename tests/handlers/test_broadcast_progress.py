"""Does the bar of a broadcast say neither more nor less than what is true?"""

import pytest

from handlers.broadcasts.progress import bar


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (0, 7100, "░░░░░░░░░░░░ 0%"),
        (3550, 7100, "▓▓▓▓▓▓░░░░░░ 50%"),
        (7099, 7100, "▓▓▓▓▓▓▓▓▓▓▓░ 99%"),
        (7100, 7100, "▓▓▓▓▓▓▓▓▓▓▓▓ 100%"),
        (0, 0, "▓▓▓▓▓▓▓▓▓▓▓▓ 100%"),
    ],
)
def test_the_bar_is_full_only_when_all_is_done(part: int, whole: int, shown: str) -> None:
    assert bar(part, whole) == shown
