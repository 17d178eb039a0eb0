"""Which few shapes does everything that touches the wire share?"""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Upload:
    """A file that arrived inside a request: its bytes, and the name and type the sender claims."""

    data: bytes = field(repr=False)
    name: str
    mime: str


class Refusal(Exception):
    """Telegram says no: HTTP `code`, its words, and `parameters` such as retry_after (seconds)."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """The JSON that Telegram would send."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad(words: str) -> Refusal:
    """The most common answer: 400 with Telegram's words after "Bad Request: "."""
    return Refusal(400, f"Bad Request: {words}")


def forbidden(words: str) -> Refusal:
    """403: the chat exists, but the bot may not write there."""
    return Refusal(403, f"Forbidden: {words}")
