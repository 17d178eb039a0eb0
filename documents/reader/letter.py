"""What kind of document is a letter, and do the case's name, NIK and plate stand in it? (A hint, no proof.)"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_ALIKE = 0.85  # of 1.0: a letter in seven misread
_FEWEST_SIGNS = 40  # under this there is no text to tell a kind by
_LOOKALIKES = str.maketrans("OQDILSBZ", "00011582")  # letters of a plate or number that are read as digits


class LetterKind(StrEnum):
    """What a page says it is."""

    MITRA = "mitra"  # surat keterangan mitra, of a ride or delivery company
    KUSUKA = "kusuka"  # kartu pelaku usaha kelautan dan perikanan (Permen KP 39/2017)
    GROUP = "group"  # surat kelompok: fishers, farmers
    OTHER = "other"
    UNKNOWN = "unknown"  # nothing could be read


_PHRASES = (
    (LetterKind.KUSUKA, ("KUSUKA", "PELAKU USAHA KELAUTAN DAN PERIKANAN")),
    (LetterKind.GROUP, ("KELOMPOK NELAYAN", "KELOMPOK TANI", "KELOMPOK USAHA BERSAMA", "ANGGOTA KELOMPOK", "GAPOKTAN")),
    (
        LetterKind.MITRA,
        ("KETERANGAN MITRA", "KETERANGAN KEMITRAAN", "MITRA AKTIF", "MITRA PENGEMUDI", "MITRA DRIVER", "ID MITRA"),
    ),
)


@dataclass(frozen=True, slots=True)
class LetterHints:
    """The kind, and whether each of the case's data was found; None when the case has none or no text was read."""

    kind: LetterKind
    name: bool | None
    nik: bool | None
    plate: bool | None


def letter_hints(texts: Sequence[str], name: str | None, nik: str | None, plate: str | None) -> LetterHints:
    """Hints from the lines of all pages of a letter; `name`, `nik` and `plate` as the case stores them."""
    lines = [_key(text) for text in texts]
    if sum(map(len, lines)) < _FEWEST_SIGNS:
        return LetterHints(LetterKind.UNKNOWN, None, None, None)
    kinds = (kind for kind, phrases in _PHRASES if any(_stands_in(phrase, lines) for phrase in phrases))
    return LetterHints(
        next(kinds, LetterKind.OTHER),
        _stands_in(name, lines) if name else None,
        _number_stands_in(nik, lines) if nik else None,
        any(_digits(plate) in _digits(line) for line in lines) if plate else None,
    )


def _stands_in(wanted: str, lines: Sequence[str]) -> bool:
    """Whether a line holds the text, nearly."""
    key = _key(wanted)
    for line in lines:
        if key in line:
            return True
        match = SequenceMatcher(None, key, line, autojunk=False).find_longest_match()
        start = max(0, match.b - match.a)
        if match.size >= len(key) / 3 and _alike(key, line[start : start + len(key)]) >= _ALIKE:
            return True
    return False


def _number_stands_in(number: str, lines: Sequence[str]) -> bool:
    """Whether a line holds the number with at most one digit misread."""
    for line in map(_digits, lines):
        for start in range(len(line) - len(number) + 1):
            window = line[start : start + len(number)]
            if sum(one != other for one, other in zip(number, window, strict=True)) <= 1:
                return True
    return False


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _key(text: str) -> str:
    return "".join(sign for sign in text.upper() if sign.isalnum())


def _digits(text: str) -> str:
    return _key(text).translate(_LOOKALIKES)
