"""Does the simulator refuse what Telegram refuses, in Telegram's words?"""

import io
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest

from simulator.client import Simulator
from simulator.user import SimUser
from simulator.wire import Json

SAME = "message is not modified: specified new message content and reply markup are exactly the same"


@pytest.fixture
def ask(sim: Simulator) -> Callable[..., Any]:
    """Call a method with plain JSON, as no library would let us; gives the whole answer."""

    async def call(method: str, **params: Any) -> Json:
        async with (
            aiohttp.ClientSession() as http,
            http.post(f"{sim.base_url}/bot{sim.token}/{method}", json=params) as answer,
        ):
            body: Json = await answer.json()
            assert answer.status == body.get("error_code", 200)
            return body

    return call


def inline(**button: Any) -> Json:
    return {"inline_keyboard": [[{"text": "Ya", **button}]]}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": "   \n"}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": "<b>x", "parse_mode": "HTML"}, "can't parse entities: Can't find end tag"),
        ({"text": "<x>x</x>", "parse_mode": "HTML"}, 'can\'t parse entities: Unsupported start tag "x"'),
        ({"text": "a < b", "parse_mode": "HTML"}, 'can\'t parse entities: Unsupported start tag ""'),
        ({"text": "<b><i>x</b></i>", "parse_mode": "HTML"}, "can't parse entities: Unmatched end tag"),
        (
            {"text": "ab", "entities": [{"type": "bold", "offset": 0, "length": 3}]},
            "entity ends after the end",
        ),
        (
            {"text": "ab", "entities": [{"type": "bold", "offset": 5, "length": 1}]},
            "entity begins after the end",
        ),
        (
            {"text": "😀", "entities": [{"type": "bold", "offset": 1, "length": 1}]},
            "entity begins in a middle",
        ),
        ({"text": "a", "reply_markup": inline(callback_data="x" * 65)}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "reply_markup": inline()}, "can't parse inline keyboard button"),
        ({"text": "a", "reply_markup": inline(url="javascript:1")}, "inline keyboard button URL"),
        ({"text": "a", "reply_parameters": {"message_id": 999}}, "message to be replied not found"),
        ({"text": "a", "message_thread_id": 7}, "message thread not found"),
        ({"text": "a", "chat_id": 12345}, "chat not found"),
        ({"text": "a", "chat_id": "@siapa"}, "chat not found"),
    ],
)
async def test_a_bad_message_is_refused(ask: Any, budi: SimUser, params: Json, words: str) -> None:
    answer = await ask("sendMessage", **{"chat_id": budi.id, **params})
    assert (answer["error_code"], answer["description"].startswith(f"Bad Request: {words}")) == (400, True)
    assert len(await budi.transcript()) == 1


async def test_what_just_fits_is_taken(ask: Any, budi: SimUser, sim: Simulator) -> None:
    assert (await ask("sendMessage", chat_id=budi.id, text="<b>" + "😀" * 2048 + "</b>", parse_mode="HTML"))["ok"]
    assert (await ask("sendMessage", chat_id=budi.id, text="a", reply_markup=inline(callback_data="x" * 64)))["ok"]
    reply = {"message_id": 999, "allow_sending_without_reply": True}
    assert (await ask("sendMessage", chat_id=budi.id, text="a", reply_parameters=reply))["ok"]
    assert await sim.problems() == []


@pytest.mark.parametrize(
    ("method", "params", "place"),
    [
        ("sendMessage", {"chat_id": 1}, "message text is empty"),
        ("sendMessage", {"text": "a"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 1, "text": "a", "teks": "b"}, "unknown parameter 'teks'"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "a", "protect_content": "ya"},
            "protect_content: expected bool",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [[{"tekst": "x"}]]}},
            "reply_markup.inline_keyboard[0][0].tekst: unknown field of InlineKeyboardButton",
        ),
        ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": {"bogus": 1}}, "reply_markup.bogus"),
        ("editMessageText", {"text": "a", "reply_markup": {"force_reply": True}}, "inline keyboard expected"),
        (
            "sendMediaGroup",
            {"chat_id": 1, "media": [], "reply_markup": inline(url="https://x")},
            "unknown parameter",
        ),
    ],
)
async def test_what_the_description_forbids_is_a_problem(
    ask: Any, sim: Simulator, method: str, params: Json, place: str
) -> None:
    answer = await ask(method, **params)
    assert (answer["error_code"], place in answer["description"]) == (400, True)
    assert len(await sim.problems()) == 1


async def test_methods_not_played_and_unknown_ones_are_told_apart(ask: Any, sim: Simulator) -> None:
    assert (await ask("sendPoll", chat_id=1))["error_code"] == 501
    assert await ask("sendPigeon") == {"ok": False, "error_code": 404, "description": "Not Found"}
    assert len(await sim.problems()) == 2


async def test_edits_that_cannot_be_are_refused(ask: Any, budi: SimUser) -> None:
    async def edit(method: str, number: int, **params: Any) -> str:
        return str((await ask(method, chat_id=budi.id, message_id=number, **params)).get("description"))

    keyboard = {"keyboard": [[{"text": "A"}]]}
    text = (await ask("sendMessage", chat_id=budi.id, text="a", reply_markup=inline(callback_data="y")))["result"]
    kept = (await ask("sendMessage", chat_id=budi.id, text="b", reply_markup=keyboard))["result"]
    number = text["message_id"]
    same = await edit("editMessageText", number, text="a", reply_markup=inline(callback_data="y"))
    assert same.startswith(f"Bad Request: {SAME}")
    assert await edit("editMessageText", 999, text="x") == "Bad Request: message to edit not found"
    assert await edit("editMessageText", 1, text="x") == "Bad Request: message can't be edited"
    assert await edit("editMessageText", kept["message_id"], text="x") == "Bad Request: message can't be edited"
    words = "Bad Request: there is no caption in the message to edit"
    assert await edit("editMessageCaption", number, caption="x") == words
    assert await edit("deleteMessage", 999) == "Bad Request: message to delete not found"


async def test_old_messages_stay_unless_the_bot_has_the_right(
    ask: Any, budi: SimUser, group: int, sim: Simulator
) -> None:
    sent = {place: (await ask("sendMessage", chat_id=place, text="a"))["result"] for place in (budi.id, group)}
    await sim.advance(49 * 3600)
    private = await ask("deleteMessage", chat_id=budi.id, message_id=sent[budi.id]["message_id"])
    assert private["description"] == "Bad Request: message can't be deleted"
    assert (await ask("deleteMessage", chat_id=group, message_id=sent[group]["message_id"]))["ok"]


async def test_files_that_are_too_big_or_no_pictures_are_refused(ask: Any, sim: Simulator, budi: SimUser) -> None:
    async def upload(method: str, part: str, data: bytes) -> Json:
        form = aiohttp.FormData({"chat_id": str(budi.id)})
        form.add_field(part, io.BytesIO(data), filename="x.jpg")
        async with (
            aiohttp.ClientSession() as http,
            http.post(f"{sim.base_url}/bot{sim.token}/{method}", data=form) as answer,
        ):
            body: Json = await answer.json()
            return body

    assert (await upload("sendPhoto", "photo", b"<html>"))["description"] == "Bad Request: IMAGE_PROCESS_FAILED"
    big = bytes(10 * 1024 * 1024 + 1)
    assert "is too big for a photo" in (await upload("sendPhoto", "photo", big))["description"]
    assert (await upload("sendDocument", "document", b""))["description"] == "Bad Request: file must be non-empty"
    large = (await upload("sendDocument", "document", bytes(21 * 1024 * 1024)))["result"]["document"]
    assert (await ask("getFile", file_id=large["file_id"]))["description"] == "Bad Request: file is too big"
    huge = await upload("sendDocument", "document", bytes(50 * 1024 * 1024 + 1))
    assert (huge["error_code"], huge["description"]) == (413, "Request Entity Too Large")
    wrong = "Bad Request: wrong file identifier/HTTP URL specified"
    assert (await ask("sendPhoto", chat_id=budi.id, photo="AgACbukan"))["description"] == wrong
    other = "Bad Request: can't use file of type Document as Photo"
    assert (await ask("sendPhoto", chat_id=budi.id, photo=large["file_id"]))["description"] == other
    assert await sim.problems() == []


async def test_captions_and_albums_keep_their_limits(ask: Any, budi: SimUser) -> None:
    photo = {"type": "photo", "media": "AgACx"}
    for media, words in (
        ([photo], "message must include 2-10 items"),
        ([photo] * 11, "message must include 2-10 items"),
        ([photo, {"type": "document", "media": "x"}], "document can't be mixed with other media types"),
        ([{**photo, "caption": "a" * 1025}, photo], "message caption is too long"),
        ([{**photo, "media": "attach://no"}, photo], "can't parse InputMedia"),
    ):
        answer = await ask("sendMediaGroup", chat_id=budi.id, media=media)
        assert answer["description"].startswith(f"Bad Request: {words}")


async def test_a_bot_outside_the_group_cannot_write(ask: Any, sim: Simulator, budi: SimUser, group: int) -> None:
    await sim.remove_bot(group, budi.id)
    answer = await ask("sendMessage", chat_id=group, text="a")
    assert (answer["error_code"], answer["description"]) == (
        403,
        "Forbidden: bot was kicked from the supergroup chat",
    )


async def test_a_pressed_button_is_answered_once_and_in_time(ask: Any, sim: Simulator, budi: SimUser) -> None:
    await ask("sendMessage", chat_id=budi.id, text="Ya?", reply_markup=inline(callback_data="y"))
    place = await budi.last()
    pressed = await budi.press_data("y", place, wait=0)
    long = await ask("answerCallbackQuery", callback_query_id=pressed["callback"], text="a" * 201)
    assert long["error_code"] == 400
    assert (await ask("answerCallbackQuery", callback_query_id=pressed["callback"]))["ok"]
    old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert (await ask("answerCallbackQuery", callback_query_id="7"))["description"] == old
    await sim.settings(query_seconds=0)
    late = await budi.press_data("y", place, wait=0)
    assert (await ask("answerCallbackQuery", callback_query_id=late["callback"]))["description"] == old


async def test_an_answer_to_a_press_may_open_our_own_chat_and_no_other_page(
    ask: Any, sim: Simulator, budi: SimUser
) -> None:
    await ask("sendMessage", chat_id=budi.id, text="Ya?", reply_markup=inline(callback_data="y"))
    place, me = await budi.last(), (await ask("getMe"))["result"]["username"]
    pressed = await budi.press_data("y", place, wait=0)
    for url in (
        "https://contoh.id",
        f"https://t.me/{me}",
        "https://t.me/otherbot?start=a",
        f"https://t.me/{me}?start=a b",
    ):
        answer = await ask("answerCallbackQuery", callback_query_id=pressed["callback"], url=url)
        assert answer["description"] == "Bad Request: URL_INVALID"
    assert (await ask("answerCallbackQuery", callback_query_id=pressed["callback"], url=f"https://t.me/{me}?start=a"))[
        "ok"
    ]


async def test_a_closed_topic_takes_no_message_of_a_plain_member(ask: Any, sim: Simulator, budi: SimUser) -> None:
    forum = await sim.add_group("Forum (contoh)", forum=True)
    await sim.set_member(forum, budi.id, "creator")
    await sim.add_bot(forum, "member")
    topic = (await sim.act("new_topic", chat=forum, user=budi.id, name="Ojol"))["thread"]
    assert (await ask("sendMessage", chat_id=forum, text="a", message_thread_id=topic))["ok"]
    await sim.act("close_topic", chat=forum, user=budi.id, thread=topic)
    closed = await ask("sendMessage", chat_id=forum, text="a", message_thread_id=topic)
    assert closed["description"] == "Bad Request: TOPIC_CLOSED"
    await sim.act("delete_topic", chat=forum, user=budi.id, thread=topic)
    gone = await ask("sendMessage", chat_id=forum, text="a", message_thread_id=topic)
    assert gone["description"] == "Bad Request: message thread not found"


async def test_protected_messages_stay_where_they_are(ask: Any, budi: SimUser) -> None:
    sent = (await ask("sendMessage", chat_id=budi.id, text="rahasia", protect_content=True))["result"]
    assert sent["has_protected_content"] is True
    copied = await ask("copyMessage", chat_id=budi.id, from_chat_id=budi.id, message_id=sent["message_id"])
    assert copied["error_code"] == 400
