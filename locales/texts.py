"""How does a key become a text with its values and its bold parts?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentInt

_FOLDER = Path(__file__).parent
# A person's "<" may not open a tag: it is carried through the markup as a private character that no person can send.
_ANGLE = "\ue000"
_TAG = re.compile(r"<(/?)(b|i|code)>")
_KINDS = {"b": "bold", "i": "italic", "code": "code"}


class MissingText(LookupError):
    """There is no text of this key, or it could not be put together."""


@dataclass(frozen=True, slots=True)
class Rich:
    """A text and its entities (offsets in UTF-16 units), as Telegram takes them; no parse mode is ever used."""

    text: str
    entities: tuple[dict[str, Any], ...] = ()

    def __add__(self, other: "Rich") -> "Rich":
        shift = utf16_length(self.text)
        moved = tuple({**entity, "offset": entity["offset"] + shift} for entity in other.entities)
        return Rich(self.text + other.text, self.entities + moved)


def utf16_length(text: str) -> int:
    """Telegram counts lengths and offsets in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


@cache
def _bundle_of(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((_FOLDER / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


class Texts:
    """The texts of one language. `texts(key, name=value)` is plain; `texts.rich` keeps `<b> <i> <code>` as entities.

    Keys are Fluent messages, attributes are reached with a dot (`q-name.hint`). Whole numbers are shown without
    grouping; money and dates are formatted by the caller. Raises `MissingText`.
    """

    def __init__(self, language: str = "id") -> None:
        self._bundle = _bundle_of(language)
        self._plain = cache(self._without_values)

    def __call__(self, key: str, **values: str | int) -> str:
        return self.rich(key, **values).text

    def rich(self, key: str, **values: str | int) -> Rich:
        """The text of `key` with its marked parts as entities."""
        return self._with_values(key, values) if values else self._plain(key)

    def has(self, key: str) -> bool:
        """Is there a text of this key?"""
        message, _, attribute = key.partition(".")
        if not self._bundle.has_message(message):
            return False
        found = self._bundle.get_message(message)
        return attribute in found.attributes if attribute else found.value is not None

    def _without_values(self, key: str) -> Rich:
        return self._with_values(key, {})

    def _with_values(self, key: str, values: dict[str, str | int]) -> Rich:
        if not self.has(key):
            raise MissingText(key)
        name, _, attribute = key.partition(".")
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise MissingText(key)
        safe = {name_: _safe(value) for name_, value in values.items()}
        text, problems = self._bundle.format_pattern(pattern, safe)
        if problems:
            raise MissingText(f"{key}: {problems[0]}")
        return _parse(str(text))


def _safe(value: str | int) -> str | FluentInt:
    """A text that can open no tag, or a number that is not grouped: Fluent would make "2.025" of a year."""
    if isinstance(value, str):
        return value.replace("<", _ANGLE)
    return FluentInt(value, useGrouping=False)


def _parse(marked: str) -> Rich:
    plain: list[str] = []
    entities: list[dict[str, Any]] = []
    opened: dict[str, int] = {}
    length = 0
    for piece, closing, tag in _pieces(marked):
        plain.append(piece)
        length += utf16_length(piece)
        if tag and not closing:
            opened[tag] = length
        elif tag:
            start = opened.pop(tag)
            if length > start:
                entities.append({"type": _KINDS[tag], "offset": start, "length": length - start})
    return Rich("".join(plain).replace(_ANGLE, "<"), tuple(entities))


def _pieces(marked: str) -> Iterator[tuple[str, bool, str]]:
    """(text before a tag, whether the tag closes, the tag); the last has no tag."""
    position = 0
    for match in _TAG.finditer(marked):
        yield marked[position : match.start()], match[1] == "/", match[2]
        position = match.end()
    yield marked[position:], False, ""
