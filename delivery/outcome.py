"""What does Telegram's answer to a call mean for us? The one place that knows its English sentences."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from delivery.wire import NotSent


class Verdict(StrEnum):
    """What is to be done after a call."""

    SENT = "sent"
    LATER = "later"
    AWAY = "away"  # what we need for it is away, not the chat: other rows of the chat go on
    PAUSE = "pause"
    UNKNOWN = "unknown"
    UNREACHABLE = "unreachable"
    MOVED = "moved"
    INSTEAD = "instead"
    THREAD_GONE = "thread_gone"
    NO_TOPICS = "no_topics"
    WITHOUT_THREAD = "without_thread"
    WITHOUT_ENTITIES = "without_entities"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with what belongs to it: the messages that were sent, seconds to wait, or the new chat."""

    verdict: Verdict
    messages: tuple[int, ...] = ()
    seconds: float = 0
    new_chat: int = 0
    words: str = ""


_DONE_ALREADY = ("message is not modified", "query is too old", "message to delete not found")
_GONE = (
    "message to edit not found",
    "message can't be edited",
    "message can't be deleted",
    "message_id_invalid",
    "no text in the message",
)
# Word for word what the Bot API says of a call that it did not carry out. "…: restart", a 502 and the page of a proxy
# say less: behind those a message may have been delivered.
_NOT_DONE = "Internal Server Error"
_LOST_CHAT = ("chat not found", "user is deactivated", "peer_id_invalid", "have no rights to send")


def of_result(result: Any) -> Outcome:
    """A call that Telegram carried out."""
    sent = result if isinstance(result, list) else [result]
    # A topic is known by the id of the message that opened it.
    ids = (one.get("message_id", one.get("message_thread_id")) for one in sent if isinstance(one, dict))
    return Outcome(Verdict.SENT, tuple(number for number in ids if number is not None))


def of_error(problem: TelegramError) -> Outcome:
    """A call that failed, by the library's type of error and, for bad requests, by Telegram's words."""
    words = str(problem)
    if isinstance(problem, RetryAfter):
        return Outcome(Verdict.PAUSE, seconds=float(problem._retry_after.total_seconds()), words="429")  # noqa: SLF001 - the public property changes its type between releases
    if isinstance(problem, ChatMigrated):
        return Outcome(Verdict.MOVED, new_chat=problem.new_chat_id, words=words)
    if isinstance(problem, Forbidden):
        return Outcome(Verdict.UNREACHABLE, words=words)
    if isinstance(problem, BadRequest):
        return _of_bad_request(words)
    if isinstance(problem, TimedOut):
        return Outcome(Verdict.UNKNOWN, words="timed out")
    if isinstance(problem, NotSent | Conflict | InvalidToken) or words == _NOT_DONE:
        return Outcome(Verdict.LATER, words=words)
    return Outcome(Verdict.UNKNOWN if isinstance(problem, NetworkError) else Verdict.FAILED, words=words)


def _of_bad_request(words: str) -> Outcome:
    low = words.lower()
    for verdict, signs in (
        (Verdict.SENT, _DONE_ALREADY),
        (Verdict.INSTEAD, _GONE),
        (Verdict.UNREACHABLE, _LOST_CHAT),
        (Verdict.THREAD_GONE, ("message thread not found", "topic_deleted")),
        (Verdict.NO_TOPICS, ("not enough rights to create a topic", "the chat is not a forum")),
        (Verdict.WITHOUT_THREAD, ("topic_closed",)),
        (Verdict.WITHOUT_ENTITIES, ("can't parse entities", "entity_")),
    ):
        if any(sign in low for sign in signs):
            return Outcome(verdict, words=words)
    return Outcome(Verdict.FAILED, words=words)
