"""How long is a text to Telegram, and which pieces of it are commands, links and the like?"""

import re

from simulator.wire import Json, bad

_CLICKABLE = (
    ("bot_command", re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("email", re.compile(r"(?<![\w.@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")),
    ("url", re.compile(r"(?<![\w@.])(?:https?://|t\.me/)[^\s<>\"]+[^\s<>\".,;:!?)]")),
    ("mention", re.compile(r"(?<![\w@.])@[A-Za-z0-9_]{4,32}\b")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)
_CONTROL = {code: " " for code in range(32) if code not in (9, 10)}


def units(text: str) -> int:
    """Length in UTF-16 code units, which is what every offset and limit of Telegram counts."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, offset: int, length: int) -> str:
    """The piece of `text` from `offset`, both in UTF-16 code units."""
    return text.encode("utf-16-le")[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def entity_text(message: Json, entity: Json) -> str:
    """The words an entity of a message covers."""
    words = str(message.get("text") or message.get("caption", ""))
    return cut(words, int(entity["offset"]), int(entity["length"]))


def clean(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Drop control characters and the blanks around a text, as Telegram does, and move entities along."""
    text = text.translate(_CONTROL)
    kept = text.strip()
    before = units(text[: len(text) - len(text.lstrip())])
    end = units(kept)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - before, 0)
        stop = min(entity["offset"] + entity["length"] - before, end)
        if stop > start:
            moved.append(entity | {"offset": start, "length": stop - start})
    return kept, moved


def check_bounds(text: str, entities: list[Json]) -> None:
    """Refuse an entity that leaves the text or begins inside a character; raises Refusal (400)."""
    edges = _edges(text)
    end = units(text)
    for entity in entities:
        start, stop = entity["offset"], entity["offset"] + entity["length"]
        if start < 0 or start > end or entity["length"] < 0:
            raise bad(f"entity begins after the end of the text at UTF-16 offset {start}")
        if stop > end:
            raise bad(f"entity ends after the end of the text at UTF-16 offset {stop}")
        if start not in edges or stop not in edges:
            raise bad(f"entity begins in a middle of a UTF-16 symbol at UTF-16 offset {start}")


def _edges(text: str) -> set[int]:
    edges, place = {0}, 0
    for character in text:
        place += units(character)
        edges.add(place)
    return edges


def with_clickable(text: str, entities: list[Json]) -> list[Json]:
    """Add the entities Telegram finds by itself (commands, links, mentions), without overlaps; sorted."""
    taken = [(one["offset"], one["offset"] + one["length"]) for one in entities]
    found = list(entities)
    for kind, pattern in _CLICKABLE:
        for match in pattern.finditer(text):
            start = units(text[: match.start()])
            stop = start + units(match[0])
            if all(stop <= left or right <= start for left, right in taken):
                taken.append((start, stop))
                found.append({"type": kind, "offset": start, "length": stop - start})
    return sorted(found, key=lambda one: (one["offset"], -one["length"]))
