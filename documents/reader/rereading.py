"""What do the rows of a card say when each is read again, a little wider and as a whole?

All strips go to the network in one call, so that every processor core has work until the end.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from documents.reader.engine import NUMERIC, PRINTED, Engine, Line, Picture
from documents.reader.strips import Strip, cut

_STRETCH, _MARGIN = 1.2, 0.06
_NIK = "NIK"

Rows = Mapping[str, Sequence[Strip]]


@dataclass(frozen=True, slots=True)
class Readings:
    """Lines by label: the NIK among digits alone, each value stretched, and each row as a whole."""

    digits: dict[str, Line]
    again: dict[str, Line]
    whole: dict[str, Line]


def read_again(engine: Engine, picture: Picture, close: Rows, wide: Rows) -> Readings:
    """Readings of the values (`close`) and of the whole rows (`wide`), strips by label."""
    wanted = [("digits", _NIK, cut(picture, strip)) for strip in close.get(_NIK, ())]
    for label, strips in close.items():
        wanted += [("again", label, cut(picture, strip, _STRETCH, _MARGIN)) for strip in strips]
        wanted += [("whole", label, cut(picture, strip, 1.0, _MARGIN)) for strip in wide[label]]
    alphabets = [NUMERIC if label == _NIK else PRINTED for _, label, _ in wanted]
    lines = engine.read([strip for _, _, strip in wanted], alphabets)
    said: dict[str, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for (reading, label, _), line in zip(wanted, lines, strict=True):
        said[reading][label].append(line)
    return Readings(
        *({label: one(each) for label, each in said[name].items()} for name in ("digits", "again", "whole"))
    )


def one(lines: Sequence[Line]) -> Line:
    """The lines as one, with spaces between."""
    text = " ".join(line.text for line in lines)
    signs = [sign for line in lines for sign in (*line.signs, 1.0)]
    return Line(text, tuple(signs[: len(text)]))
