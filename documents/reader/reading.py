"""What is handed on of a page that was read? (Light types, without any picture library, for both sides.)"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from documents.wire import Message, WireError

MOST_LINES = 200  # of a page
LONGEST_LINE = 200  # signs
FIELDS = (
    *("nik", "name", "birth_place", "birth_date", "sex", "address", "rt_rw", "kelurahan", "kecamatan", "issued_on"),
    *("city", "issued_in"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One page, read.

    `fields` of an identity card, as printed, each with its certainty from 0 (a guess) to 1; {} for any other page.
    `lines`: all text from above downwards. `turns`: quarter turns to the left that make the picture upright.
    """

    fields: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    turns: int = 0


def message_of(reading: Reading | None) -> Message:
    """The child's answer; None for what is no page."""
    if reading is None:
        return Message({"unread": True})
    fields = {key: [text[:LONGEST_LINE], certainty] for key, (text, certainty) in reading.fields.items()}
    lines = [line[:LONGEST_LINE] for line in reading.lines[:MOST_LINES]]
    return Message({"fields": fields, "lines": lines, "turns": reading.turns})


def reading_of(answer: Message) -> Reading | None:
    """What the child's answer means; raises `WireError`. The child has seen foreign bytes: nothing is believed."""
    if "unread" in answer.header:
        return None
    try:
        fields = {key: _field(answer.header["fields"][key]) for key in FIELDS if key in answer.header["fields"]}
        lines = tuple(_text(line) for line in answer.header["lines"][:MOST_LINES])
        turns = int(answer.header["turns"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise WireError("reading unreadable") from None
    return Reading(fields, lines, turns % 4)


def _field(value: Any) -> tuple[str, float]:
    if not isinstance(value, list):
        raise TypeError
    text, certainty = value
    return _text(text), min(1.0, max(0.0, float(certainty)))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value[:LONGEST_LINE]
