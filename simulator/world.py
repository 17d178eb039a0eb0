"""What is true in the simulated Telegram of one bot at this moment?"""

import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from simulator.bell import Bell
from simulator.clock import Clock
from simulator.faults import Faults
from simulator.files import FileStore
from simulator.journal import Journal
from simulator.limits import Limits
from simulator.model import ANONYMOUS_ADMIN, Chat, Person, Post
from simulator.spec import load_spec
from simulator.updates import UpdateQueue
from simulator.wire import Json, bad, forbidden

FIRST_PERSON = 5_000_000_001
_FIRST_GROUP = 4_000_000_001
_FIRST_SUPERGROUP = 1_000_000_000_001


@dataclass
class Press:
    """A pressed button that waits for answerCallbackQuery; `asked` is monotonic seconds."""

    id: str
    person: int
    asked: float
    answer: Json | None = None
    bell: Bell = field(default_factory=Bell)


class World:
    """One bot's Telegram: all that the methods change and the people see. It lives on one event loop."""

    def __init__(self, token: str, username: str, clock: Clock, folder: Path | None = None) -> None:
        self.token, self.clock = token, clock
        self.bot = Person(int(token.split(":")[0]), "Lindung (simulasi)", username=username, is_bot=True)
        self.people: dict[int, Person] = {self.bot.id: self.bot}
        self.chats: dict[int, Chat] = {}
        self.files = FileStore(token, folder)
        self.updates = UpdateQueue(clock.now)
        self.journal, self.faults, self.limits = Journal(), Faults(), Limits(time.monotonic)
        self.presses: dict[str, Press] = {}
        self.profile: Json = {}  # commands, names, descriptions and the webhook, by key
        self.privacy = True
        self.query_seconds = 15.0
        self.version = 0
        self.plain_ids = 0  # private chats and basic groups share one counter of message ids
        self.made = 0  # things made so far, for ids that never repeat
        self.bell = Bell()
        self.bells: defaultdict[int, Bell] = defaultdict(Bell)

    def new_number(self) -> int:
        """A number never given out before in this world."""
        self.made += 1
        return self.made

    def person(self, person_id: int) -> Person:
        """Somebody known here; raises Refusal (400)."""
        if person_id not in self.people:
            raise bad("user not found")
        return self.people[person_id]

    def add_person(self, person: Person) -> Person:
        """Let somebody exist (id 0 picks a free one), with a private chat that is not started."""
        if person.id == 0:
            person.id = next(number for number in range(FIRST_PERSON, 2**52) if number not in self.people)
        self.people[person.id] = person
        self.chats.setdefault(person.id, Chat(person.id, "private"))
        self.touch(self.chats[person.id])
        return person

    def add_group(self, chat: Chat) -> Chat:
        """Let a group exist; id 0 picks a free one of the right form."""
        if chat.id == 0:
            first = _FIRST_GROUP if chat.kind == "group" else _FIRST_SUPERGROUP
            chat.id = next(-number for number in range(first, 2**52) if -number not in self.chats)
        self.chats[chat.id] = chat
        self.touch(chat)
        return chat

    def chat(self, chat_id: int | str) -> Chat:
        """The chat, as far as the bot can know it; raises Refusal (400 chat not found)."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None or chat_id == self.bot.id:
            raise bad("chat not found")
        return chat

    def chat_to_write(self, chat_id: int | str) -> Chat:
        """The chat, if the bot may write there; raises Refusal with the words that say why not."""
        chat = self.chat(chat_id)
        if chat.migrated_to:
            refusal = bad("group chat was upgraded to a supergroup chat")
            refusal.parameters = {"migrate_to_chat_id": chat.migrated_to}
            raise refusal
        if chat.kind == "private":
            if self.people[chat.id].deactivated:
                raise forbidden("user is deactivated")
            if chat.blocked:
                raise forbidden("bot was blocked by the user")
            if not chat.started:
                raise forbidden("bot can't initiate conversation with a user")
        elif not chat.member(self.bot.id).present:
            kicked = chat.member(self.bot.id).status == "kicked"
            raise forbidden(f"bot {'was kicked from' if kicked else 'is not a member of'} the {chat.kind} chat")
        return chat

    def chat_wire(self, chat: Chat) -> Json:
        """The `Chat` object."""
        if chat.kind == "private":
            person = self.people[chat.id].wire()
            names = ("first_name", "last_name", "username")
            return {"id": chat.id, "type": "private"} | {key: person[key] for key in names if key in person}
        head: Json = {"id": chat.id, "type": chat.kind, "title": chat.title}
        return head | ({"is_forum": True} if chat.forum else {})

    def touch(self, chat: Chat | None = None, post: Post | None = None) -> None:
        """Say that something changed, so that those who wait see it."""
        self.version += 1
        if post is not None:
            post.version = self.version
        if chat is not None and post is not None:
            chat.posts[post.id] = chat.posts.pop(post.id, post)  # kept in the order of their last change
        if chat is not None:
            chat.version = self.version
            self.bells[chat.id].ring()
        self.bell.ring()

    def close(self) -> None:
        """Send everybody away who waits for something: this world is over."""
        self.updates.closed = True
        for bell in (self.updates.bell, self.bell, *self.bells.values()):
            bell.ring()

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; private chats and basic groups share the bot's counter."""
        if chat.kind == "supergroup":
            chat.last_id += 1
            return chat.last_id
        self.plain_ids += 1
        return self.plain_ids

    def add_post(self, chat: Chat, sender: int, content: Json) -> Post:
        """Put a message into a chat; `content` is what differs between kinds of messages."""
        author: Json = {"from": self.people[sender].wire()}
        if chat.member(sender).anonymous:
            author = {"from": ANONYMOUS_ADMIN, "sender_chat": self.chat_wire(chat)}
        head = {"message_id": self.next_message_id(chat), **author, "chat": self.chat_wire(chat)}
        post = Post({**head, "date": self.clock.unix(), **content}, sender)
        self.touch(chat, post)
        return post

    def tell_bot(self, kind: str, content: Json) -> Json | None:
        """Queue an update, if the bot wants that kind; a malformed one is our own mistake: a problem."""
        if not self.updates.wants(kind):
            return None
        update = self.updates.push(kind, content)
        if problem := load_spec().check("Update", update):
            self.journal.problem(f"our update is wrong at Update{problem}")
        return update
