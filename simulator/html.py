"""Which plain text and entities does Telegram's HTML mean, and what is wrong with it?"""

import re
from dataclasses import dataclass, field

from simulator.text import units
from simulator.wire import Json, Refusal, bad

_SIMPLE = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?)>|<")
_ATTRIBUTE = re.compile(r"""\s+([a-z-]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?""", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot));?")


@dataclass
class _Open:
    tag: str
    start: int
    fields: Json


@dataclass
class _Reading:
    text: str = ""
    length: int = 0
    entities: list[Json] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)

    def add(self, piece: str) -> None:
        piece = _REFERENCE.sub(_character, piece)
        self.text += piece
        self.length += units(piece)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Return (text, entities sorted by place); raises Refusal (400, "can't parse entities: ...")."""
    reading, place = _Reading(), 0
    for match in _TAG.finditer(source):
        reading.add(source[place : match.start()])
        at = len(source[: match.start()].encode())
        if not match[2]:
            raise _cannot(f'Unsupported start tag "" at byte offset {at}')
        tag = match[2].lower()
        if match[1]:
            _close(reading, tag, at)
        else:
            reading.open.append(_Open(tag, reading.length, _fields(tag, match[3], at)))
        place = match.end()
    reading.add(source[place:])
    if reading.open:
        raise _cannot(f'Can\'t find end tag corresponding to start tag "{reading.open[-1].tag}"')
    return reading.text, sorted(reading.entities, key=lambda one: (one["offset"], -one["length"]))


def _cannot(words: str) -> Refusal:
    return bad(f"can't parse entities: {words}")


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return _NAMED[match[3]]
    code = int(match[1]) if match[1] else int(match[2], 16)
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else match[0]


def _fields(tag: str, written: str, at: int) -> Json:
    attributes = {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(written)}
    if tag == "a":
        return {"type": "text_link", "url": attributes.get("href", "")}
    if tag == "span":
        if attributes.get("class") != "tg-spoiler":
            raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {at}')
        return {"type": "spoiler"}
    if tag == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": attributes.get("emoji-id", "")}
    if tag == "blockquote" and "expandable" in attributes:
        return {"type": "expandable_blockquote"}
    if tag == "code" and attributes.get("class", "").startswith("language-"):
        return {"type": "code", "language": attributes["class"].removeprefix("language-")}
    if tag not in _SIMPLE:
        raise _cannot(f'Unsupported start tag "{tag}" at byte offset {at}')
    return {"type": _SIMPLE[tag]}


def _close(reading: _Reading, tag: str, at: int) -> None:
    if not reading.open:
        raise _cannot(f"Unexpected end tag at byte offset {at}")
    last = reading.open.pop()
    if last.tag != tag:
        raise _cannot(f'Unmatched end tag at byte offset {at}, expected "</{last.tag}>", found "</{tag}>"')
    fields, length = last.fields, reading.length - last.start
    if length == 0 or fields.get("url") == "":
        return  # an empty piece, or a link to nowhere, is dropped in silence
    if fields["type"] == "code":
        if reading.open and reading.open[-1].tag == "pre":
            reading.open[-1].fields |= {key: value for key, value in fields.items() if key == "language"}
            return
        fields = {"type": "code"}
    reading.entities.append({**fields, "offset": last.start, "length": length})
