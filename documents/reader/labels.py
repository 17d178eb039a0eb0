"""Which lines of a page are the printed labels of an identity card?"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from documents.reader.engine import Line

# In the order of their rows; the first line of the left column is the NIK.
LABELS = (
    *("NIK", "Nama", "Tempat/Tgl Lahir", "Jenis kelamin", "Alamat", "RT/RW", "Kel/Desa", "Kecamatan"),
    *("Agama", "Status Perkawinan", "Pekerjaan", "Kewarganegaraan", "Berlaku Hingga"),
)
_ALIKE = 0.75  # of 1.0; a label with one letter in five misread


@dataclass(frozen=True, slots=True)
class Label:
    """Line `line` is label `row` of `LABELS`, at least up to sign `end` where the value begins."""

    row: int
    line: int
    end: int
    alike: float


def alike(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1, whatever their case, spaces and signs."""
    return SequenceMatcher(None, _bare(one), _bare(other), autojunk=False).ratio()


def labels_of(lines: Sequence[Line]) -> list[Label]:
    """The best line for each label that was found, at most one for each row."""
    found: dict[int, Label] = {}
    for number, line in enumerate(lines):
        label = _label(number, line.text)
        if label is not None and (label.row not in found or label.alike > found[label.row].alike):
            found[label.row] = label
    return [found[row] for row in sorted(found)]


def _label(number: int, text: str) -> Label | None:
    """The label that `text` is, or begins with: finder and printer do not always part label and value."""
    best: Label | None = None
    head, colon, _ = text.partition(":")
    for row, label in enumerate(LABELS):
        end = len(head) if colon else min(len(text), len(label))
        score = alike(text[:end], label)
        if score >= _ALIKE and (best is None or score > best.alike):
            best = Label(row, number, end, score)
    return best


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
