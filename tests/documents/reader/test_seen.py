"""Is a text only sure when all its readings agree?"""

import numpy as np

from documents.reader.engine import Line
from documents.reader.glare import glared
from documents.reader.seen import Seen, agreed, doubted


def line(text: str, certainty: float = 1.0) -> Line:
    return Line(text, (certainty,) * len(text))


def test_what_all_readings_say_is_as_certain_as_the_less_certain_close_one() -> None:
    assert agreed(line("Budi", 0.9), line("BUDI", 0.8), line("BUDI", 0.4)) == Seen("BUDI", 0.8)


def test_a_space_behind_a_dot_makes_no_difference() -> None:
    assert agreed(line("NO.7"), line("NO. 7"), line("NO.7")) == Seen("NO. 7", 1.0)


def test_words_that_end_differently_are_half_certain() -> None:
    assert agreed(line("BUDI SANTOSO"), line("BUDI SANTOSO"), line("BUDISANTOSO")) == Seen("BUDI SANTOSO", 0.5)


def test_other_letters_are_a_guess() -> None:
    assert agreed(line("BUDI", 0.9), line("BUD1", 0.8), line("BUDI", 0.9)) == Seen("BUDI", 0.0)


def test_a_word_only_the_whole_row_shows_makes_the_rest_a_guess() -> None:
    assert agreed(line("BUDI"), line("BUDI"), line("BUDI SANTOSO")).certainty == 0.0


def test_a_doubt_lowers_certainty_and_never_raises_it() -> None:
    assert (doubted(Seen("A", 0.9)), doubted(Seen("A", 0.1))) == (Seen("A", 0.5), Seen("A", 0.1))


def test_light_that_blots_out_a_letter_is_seen_on_coloured_paper_alone() -> None:
    card = np.full((30, 300, 3), (200, 180, 150), np.uint8)
    blotted = card.copy()
    blotted[:, 100:140] = (253, 255, 255)
    grey = np.full((30, 300, 3), 180, np.uint8)
    grey[:, 100:140] = 255
    assert [glared(each) for each in (card, blotted, grey)] == [False, True, False]
