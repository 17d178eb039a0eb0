"""What does a message look like to a test?"""

from dataclasses import dataclass, field

from simulator.text import entity_text
from simulator.wire import Json


@dataclass(frozen=True)
class Seen:
    """One message as a person sees it; `raw` is the Bot API's `Message`."""

    id: int
    chat: int
    mine: bool
    version: int
    edits: int
    deleted: bool
    raw: Json = field(repr=False)

    @classmethod
    def of(cls, chat: int, view: Json) -> "Seen":
        """Read one entry of /sim/chat."""
        plain = {name: view[name] for name in ("id", "mine", "version", "edits", "deleted")}
        return cls(chat=chat, raw=view["message"], **plain)

    @property
    def text(self) -> str:
        """The text, or the words below a photo or document."""
        return str(self.raw.get("text") or self.raw.get("caption", ""))

    @property
    def entities(self) -> list[Json]:
        entities: list[Json] = self.raw.get("entities") or self.raw.get("caption_entities") or []
        return entities

    @property
    def rows(self) -> list[list[Json]]:
        """The inline buttons as they lie in rows."""
        rows: list[list[Json]] = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def buttons(self) -> list[str]:
        """The labels of all inline buttons."""
        return [str(button["text"]) for row in self.rows for button in row]

    @property
    def file_id(self) -> str:
        """The largest photo, or the document; "" when there is neither."""
        if "photo" in self.raw:
            return str(self.raw["photo"][-1]["file_id"])
        return str(self.raw.get("document", {}).get("file_id", ""))

    @property
    def album(self) -> str:
        return str(self.raw.get("media_group_id", ""))

    @property
    def thread(self) -> int:
        return int(self.raw["message_thread_id"]) if self.raw.get("is_topic_message") else 0

    def styled(self, kind: str) -> list[str]:
        """The words set in one style, such as "bold"."""
        return [entity_text(self.raw, entity) for entity in self.entities if entity["type"] == kind]

    def data(self, label: str) -> str:
        """The callback data behind a button; raises KeyError when there is no such button."""
        for row in self.rows:
            for button in row:
                if button["text"] == label and "callback_data" in button:
                    return str(button["callback_data"])
        raise KeyError(label)
