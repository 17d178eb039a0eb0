"""What is there in the simulated world: people, chats, topics, messages?"""

from dataclasses import dataclass, field
from typing import Any, Literal

from simulator.wire import Json

Kind = Literal["private", "group", "supergroup"]
ANONYMOUS_ADMIN: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
GENERAL_TOPIC = 1


@dataclass
class Person:
    """A user or the bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = "id"
    phone: str = ""
    is_bot: bool = False
    deactivated: bool = False

    def wire(self) -> Json:
        """The `User` object."""
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        user |= {"last_name": self.last_name} if self.last_name else {}
        user |= {"username": self.username} if self.username else {}
        return user if self.is_bot else user | {"language_code": self.language_code}


@dataclass
class Member:
    """Somebody's place in a group; `rights` are those of an administrator (empty: every right)."""

    status: str = "member"
    anonymous: bool = False
    title: str = ""
    rights: dict[str, bool] = field(default_factory=dict)

    @property
    def present(self) -> bool:
        return self.status in {"creator", "administrator", "member"}

    @property
    def admin(self) -> bool:
        return self.status in {"creator", "administrator"}

    def may(self, right: str) -> bool:
        """Whether this is an administrator who holds `right`, such as can_delete_messages."""
        return self.status == "creator" or (self.status == "administrator" and self.rights.get(right, True))


@dataclass
class Topic:
    """A forum topic; its id is the id of the service message that opened it."""

    id: int
    name: str
    icon_color: int = 0x6FB9F0
    icon_custom_emoji_id: str = ""
    closed: bool = False


@dataclass
class Post:
    """One message as the Bot API shows it, and what only Telegram knows about it."""

    message: Json
    sender: int
    version: int = 0
    keyboard: Json | None = None  # a reply keyboard, its removal or a forced reply that came with it
    edits: list[Json] = field(default_factory=list)
    deleted: bool = False

    @property
    def id(self) -> int:
        return int(self.message["message_id"])

    @property
    def thread(self) -> int:
        """The forum topic it lies in; 0 outside of any."""
        return int(self.message["message_thread_id"]) if self.message.get("is_topic_message") else 0


@dataclass
class Chat:
    """A private chat of a person with the bot, a basic group or a supergroup."""

    id: int
    kind: Kind
    title: str = ""
    forum: bool = False
    started: bool = False
    blocked: bool = False
    last_id: int = 0
    version: int = 0
    migrated_to: int = 0
    pinned: list[int] = field(default_factory=list)
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    posts: dict[int, Post] = field(default_factory=dict)
    keyboards: dict[int, Json] = field(default_factory=dict)  # what each person sees below the chat
    action: dict[str, Any] = field(default_factory=dict)  # the last "typing" and when (Unix seconds)

    def member(self, person: int) -> Member:
        """That person's place; somebody who was never there has left."""
        return self.members.get(person, Member("left"))

    def find(self, message_id: int) -> Post | None:
        """The message with that id, unless it was deleted."""
        post = self.posts.get(message_id)
        return None if post is None or post.deleted else post
