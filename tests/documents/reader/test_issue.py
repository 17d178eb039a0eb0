"""Are city, place and date of issue told from the other lines without a label?"""

import numpy as np

from documents.reader.issue import issue_lines
from documents.reader.strips import Strip

NOTHING = np.zeros((4, 2), np.float32)


def strip(left: float, middle: float, width: float = 200.0) -> Strip:
    return Strip(NOTHING, left, left + width, middle, 28.0)


def test_place_and_date_of_issue_stand_under_each_other_at_the_right() -> None:
    lines = [
        (0, "PROVINSI KALIMANTAN TIMUR", strip(380, 100, 560)),
        (1, "KOTA BALIKPAPAN", strip(480, 140, 350)),
        (2, "17-08-2017", strip(340, 700)),
        (3, "BALIKPAPAN", strip(960, 600)),
        (4, "12-11-2019", strip(980, 632)),
        (5, "SPECIMEN - DATA CONTOH", strip(500, 780)),
    ]
    assert issue_lines(lines) == {"city": 1, "issued_in": 3, "issued_on": 4}


def test_what_is_not_there_is_not_made_up() -> None:
    assert issue_lines([(0, "PROVINSI KALIMANTAN TIMUR", strip(380, 100)), (1, "w", strip(10, 10))]) == {}
