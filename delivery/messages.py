"""How is a message put into the outbox: sent, edited, or answering a tap?"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from locales import Rich
from storage import outbox
from storage.database import Unit
from storage.marks import Place
from storage.outbox import Lane

Markup = Mapping[str, Any]
Buttons = Sequence[Sequence[Mapping[str, Any]]]


def inline(buttons: Buttons) -> Markup:
    """The markup of rows of inline buttons."""
    return {"inline_keyboard": [list(row) for row in buttons]}


def send(
    unit: Unit,
    chat_id: int,
    text: Rich,
    markup: Markup | None = None,
    *,
    lane: Lane = Lane.ANSWER,
    slot: str | None = None,
    key: str | None = None,
    reply_to: int | None = None,
    thread: int | None = None,
    below: str | None = None,
    protect: bool = False,
    topic: Mapping[str, Any] | None = None,
    after: timedelta = timedelta(0),
    vanish: int | None = None,
) -> None:
    """Send a text message, now or some time `after`; `vanish`: after how many seconds it is deleted again.

    `below`: as a reply to what stands for this slot then; `protect`: nobody can forward it;
    `topic`: where it belongs in a group with topics, as `handlers.staff.topics.topic_for` says it.
    """
    params = {"chat_id": chat_id, **words(text), **_maybe("reply_markup", markup)}
    if reply_to is not None:
        params["reply_parameters"] = {"message_id": reply_to, "allow_sending_without_reply": True}
    params |= _maybe("message_thread_id", thread) | ({"protect_content": True} if protect else {})
    extra = _maybe("vanish", vanish) | _maybe("below", below) | dict(topic or {})
    outbox.call(unit, "sendMessage", params, chat_id=chat_id, lane=lane, slot=slot, key=key, extra=extra, after=after)


def edit(unit: Unit, place: Place, text: Rich, markup: Markup | None = None, *, slot: str | None = None) -> None:
    """Turn a known message into another text; where it cannot be edited any more, send the text anew."""
    content = {**words(text), **_maybe("reply_markup", markup)}
    params = {"chat_id": place.chat_id, "message_id": place.message_id, **content}
    instead = {"method": "sendMessage", "params": {"chat_id": place.chat_id, **content}}
    outbox.call(unit, "editMessageText", params, chat_id=place.chat_id, slot=slot, extra={"instead": instead})


def edit_slot(
    unit: Unit, chat_id: int, slot: str, text: Rich, markup: Markup | None = None, *, lane: Lane = Lane.ANSWER
) -> None:
    """Turn whatever message stands for `slot` when the courier comes to it into another text; none does: send it."""
    content = {**words(text), **_maybe("reply_markup", markup)}
    instead = {"method": "sendMessage", "params": {"chat_id": chat_id, **content}}
    extra = {"edit": slot, "instead": instead}
    params = {"chat_id": chat_id, **content}
    outbox.call(unit, "editMessageText", params, chat_id=chat_id, lane=lane, slot=slot, extra=extra)


def show_picture(
    unit: Unit, chat_id: int, slot: str, picture: str, text: Rich, markup: Markup | None = None, *, beside: bool = False
) -> None:
    """Turn the message that stands for `slot` into a picture of the vault with a text below; `beside`: send it anew."""
    words = {"caption": text.text, "caption_entities": list(text.entities), **_maybe("reply_markup", markup)}
    params = {"chat_id": chat_id, **words}
    if beside:
        outbox.call(unit, "sendPhoto", params, chat_id=chat_id, extra={"vault": picture})
        return
    extra = {"edit": slot, "vault": picture, "instead": {"method": "sendPhoto", "params": params}}
    outbox.call(unit, "editMessageMedia", params, chat_id=chat_id, slot=slot, extra=extra)


def send_file(
    unit: Unit, chat_id: int, file: str, file_name: str, text: Rich, *, vanish: int, unsent: Mapping[str, Any]
) -> None:
    """Send a file of the vault that may be saved, with a text below; the message is deleted after `vanish` seconds."""
    params = {"chat_id": chat_id, "caption": text.text, "caption_entities": list(text.entities)}
    extra = {"vault": file, "file_name": file_name, "vanish": vanish, "unsent": dict(unsent)}
    outbox.call(unit, "sendDocument", params, chat_id=chat_id, extra=extra)


def answer_press(unit: Unit, callback_id: str, text: str = "", *, alert: bool = False, url: str | None = None) -> None:
    """End the spinner on a pressed button: with a few words (at most 200 characters), or by opening our own chat.

    `url` must be of the form t.me/<bot>?start=…; where there are words too, Telegram's apps show them and open nothing.
    """
    params: dict[str, Any] = {"callback_query_id": callback_id, **_maybe("url", url)}
    if text:
        params |= {"text": text[:200], "show_alert": alert}
    outbox.call(unit, "answerCallbackQuery", params, chat_id=None)


def words(text: Rich) -> dict[str, Any]:
    """The text of a message. What somebody wrote may hold a link: it brings no picture of a foreign page along."""
    entities = {"entities": list(text.entities)} if text.entities else {}
    return {"text": text.text, **entities, "link_preview_options": {"is_disabled": True}}


def _maybe(name: str, value: Any) -> dict[str, Any]:
    return {} if value is None else {name: value}
