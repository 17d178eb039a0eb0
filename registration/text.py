"""How is text that people send made harmless before anything reads it?"""

import unicodedata

from registration.errors import Invalid

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})  # control, format (bidi, zero width), surrogate, private, none
_MOST_MARKS = 3  # combining marks on one letter; more is "zalgo" that paints over its neighbours


def clean_line(text: str, longest: int = 100) -> str:
    """Return `text` as one harmless line: NFC, no invisible characters, single spaces, no stacked marks.

    Raises Invalid "text-long" when more than `longest` characters are left. May return "".
    """
    spaced = " ".join(text.split())  # line breaks are control characters: make them spaces before dropping
    visible = "".join(char for char in spaced if unicodedata.category(char) not in _DROPPED)
    line = " ".join(_few_marks(unicodedata.normalize("NFC", visible)).split())
    if len(line) > longest:
        raise Invalid("text-long", longest=longest, length=len(line))
    return line


def numeric_line(text: str, longest: int = 60) -> str:
    """Return a line for a number field: NFKC turns full-width digits into ASCII; other scripts' digits stay.

    Not for names or addresses, where NFKC changes what a person wrote. Raises Invalid "text-long".
    """
    return clean_line(unicodedata.normalize("NFKC", clean_line(text, longest)), longest)


def shortened(text: str, most: int) -> str:
    """Return `text` within `most` characters, its end replaced by "…" where it was longer."""
    return text if len(text) <= most else text[: most - 1] + "…"


def count_letters(text: str) -> int:
    """Return how many letters of any script stand in `text`."""
    return sum(char.isalpha() for char in text)


def _few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char).startswith("M") else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)
