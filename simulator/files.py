"""Where are the bytes of every file, and under which ids are they known?"""

import base64
import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path

from simulator.wire import Json, bad

LINK_SECONDS = 3600  # getFile: "It is guaranteed that the link will be valid for at least 1 hour"
LARGEST_DOWNLOAD = 20 * 1024 * 1024
_FOLDERS = {"photo": "photos", "document": "documents", "sticker": "stickers", "voice": "voice"}
_MARKS = {
    "photo": "AgACAgUAAxkB",
    "document": "BQACAgUAAxkB",
    "sticker": "CAACAgUAAxkB",
    "voice": "AwACAgUAAxkB",
}


@dataclass
class StoredFile:
    """One file; `group` joins the sizes of one photo. Sizes are bytes, width and height pixels."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    size: int
    group: str
    name: str = ""
    mime: str = ""
    width: int = 0
    height: int = 0

    def wire(self) -> Json:
        """The fields every file object of the Bot API shares."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": self.size}


class FileStore:
    """Files of one world, in memory or, when a folder is given, on disk."""

    def __init__(self, seed: str, folder: Path | None = None) -> None:
        self._seed, self._folder = seed, folder
        self._data: dict[str, bytes] = {}
        self.links: dict[str, float] = {}  # path -> when getFile gave it out
        self.files: dict[str, StoredFile] = {}
        self._paths: dict[str, StoredFile] = {}
        self._groups: dict[str, list[StoredFile]] = {}
        self.count = 0

    def add(self, kind: str, data: bytes, group: str = "", **fields: str | int) -> StoredFile:
        """Keep a file and give it ids, as unguessable to look at as Telegram's but the same in every run."""
        digest = hashlib.sha256(f"{self._seed}/{self.count}".encode()).digest()
        unique = base64.urlsafe_b64encode(digest[:11]).decode().rstrip("=")
        name = str(fields.get("name", ""))
        ending = Path(name).suffix[:12] if name else ".jpg" if kind == "photo" else ""
        stored = StoredFile(
            file_id=_MARKS[kind] + base64.urlsafe_b64encode(digest[2:]).decode().rstrip("="),
            unique_id=unique,
            kind=kind,
            path=f"{_FOLDERS[kind]}/file_{self.count}{ending if ending.isascii() else ''}",
            size=len(data),
            group=group or unique,
            name=name,
            mime=str(fields.get("mime", "")),
            width=int(fields.get("width", 0)),
            height=int(fields.get("height", 0)),
        )
        self.count += 1
        self._index(stored)
        self._write(unique, data)
        return stored

    def find(self, file_id: str, kind: str | None = None) -> StoredFile:
        """The file with that id; raises Refusal (400) when there is none or it is of another kind."""
        stored = self.files.get(file_id)
        if stored is None:
            link = file_id.startswith(("http://", "https://"))
            raise bad("failed to get HTTP URL content" if link else "wrong file identifier/HTTP URL specified")
        if kind is not None and stored.kind != kind:
            raise bad(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored

    def together(self, group: str) -> list[StoredFile]:
        """All sizes of one photo, smallest first."""
        return self._groups[group]

    def read(self, stored: StoredFile) -> bytes:
        """The bytes of a file."""
        if self._folder is None:
            return self._data[stored.unique_id]
        return (self._folder / stored.unique_id).read_bytes()

    def at_path(self, path: str, now: float) -> StoredFile | None:
        """The file whose link getFile gave out during the last hour of the world's clock."""
        if now - self.links.get(path, float("-inf")) > LINK_SECONDS:
            return None
        return self._paths.get(path)

    def save(self) -> Json:
        """Everything but the bytes, as JSON."""
        files = [asdict(one) for one in self.files.values()]
        return {"count": self.count, "links": self.links, "files": files}

    def load(self, saved: Json) -> None:
        """Take back what `save` wrote."""
        self.count, self.links = saved["count"], saved["links"]
        for one in saved["files"]:
            self._index(StoredFile(**one))

    def _index(self, stored: StoredFile) -> None:
        self.files[stored.file_id] = self._paths[stored.path] = stored
        self._groups.setdefault(stored.group, []).append(stored)

    def _write(self, unique: str, data: bytes) -> None:
        if self._folder is None:
            self._data[unique] = data
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / unique).write_bytes(data)
