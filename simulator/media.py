"""How do bytes or a file_id become the photo or document of a message?"""

import asyncio

from simulator.files import FileStore, StoredFile
from simulator.pictures import sizes
from simulator.wire import Json, Refusal, Upload, bad

LARGEST_DOCUMENT = 50 * 1024 * 1024


async def photo(files: FileStore, source: Upload | str) -> Json:
    """{"photo": [PhotoSize, ...]} smallest first; raises Refusal (400)."""
    if isinstance(source, str):
        return {"photo": [_size(one) for one in files.together(files.find(source, "photo").group)]}
    # Scaling takes tens of milliseconds; others are served meanwhile.
    copies = await asyncio.to_thread(sizes, source.data)
    group, made = "", []
    for copy in reversed(copies):
        stored = files.add("photo", copy.data, group, width=copy.width, height=copy.height)
        group = stored.group
        made.append(stored)
    files.together(group).reverse()
    return {"photo": [_size(one) for one in reversed(made)]}


def document(files: FileStore, source: Upload | str) -> Json:
    """{"document": Document}; raises Refusal (400, or 413 above 50 MB)."""
    if isinstance(source, str):
        stored = files.find(source, "document")
    else:
        if not source.data:
            raise bad("file must be non-empty")
        if len(source.data) > LARGEST_DOCUMENT:
            raise Refusal(413, "Request Entity Too Large")
        stored = files.add("document", source.data, name=source.name, mime=source.mime)
    named = {"file_name": stored.name} if stored.name else {}
    return {"document": stored.wire() | named | ({"mime_type": stored.mime} if stored.mime else {})}


def sticker(files: FileStore, data: bytes, emoji: str) -> Json:
    """{"sticker": Sticker}, a still picture of 512 pixels."""
    stored = files.add("sticker", data, name="stiker.webp", width=512, height=512)
    kind = {"type": "regular", "is_animated": False, "is_video": False, "emoji": emoji}
    return {"sticker": stored.wire() | {"width": 512, "height": 512} | kind}


def voice(files: FileStore, data: bytes, seconds: int) -> Json:
    """{"voice": Voice} of that many seconds."""
    stored = files.add("voice", data, name="suara.ogg", mime="audio/ogg")
    return {"voice": stored.wire() | {"duration": seconds, "mime_type": "audio/ogg"}}


def _size(stored: StoredFile) -> Json:
    return stored.wire() | {"width": stored.width, "height": stored.height}
