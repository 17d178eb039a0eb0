"""What fields does a plain use of an OCR library give: its lines, our layout, nothing read twice?"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from documents.reader.engine import Line
from documents.reader.fields import FIELDS
from documents.reader.issue import issue_lines
from documents.reader.layout import layout
from documents.reader.strips import direction, laid


def plain_fields(
    boxes: NDArray[np.float32], texts: Sequence[str], scores: Sequence[float]
) -> Mapping[str, tuple[str, float]]:
    """The fields by question; {} when the lines are no card's."""
    quads = [np.asarray(box, np.float32) for box in boxes]
    strips = laid(quads, direction(quads))
    lines = [Line(text.upper(), (score,) * len(text)) for text, score in zip(texts, scores, strict=True)]
    found = layout(lines, strips)
    if found is None:
        return {}
    fields = {}
    for key, (label, split) in FIELDS.items():
        pieces = [piece for line in found.rows[label].lines for piece in line] if label in found.rows else []
        text = " ".join(lines[piece.line].text[piece.start :] for piece in pieces)
        score = min((scores[piece.line] for piece in pieces), default=0.0)
        fields[key] = (split(Line(text, (score,) * len(text))).text, float(score))
    named = issue_lines([(number, lines[number].text, strips[number]) for number in found.others])
    return fields | {key: (lines[number].text.strip(), float(scores[number])) for key, number in named.items()}
