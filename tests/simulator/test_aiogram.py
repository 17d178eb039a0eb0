"""Does an unmodified aiogram Bot find here what it finds at Telegram?"""

import asyncio
from collections.abc import Callable

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from simulator.client import Simulator
from simulator.user import SimUser

Picture = Callable[..., bytes]


def buttons(*labels: str) -> InlineKeyboardMarkup:
    row = [InlineKeyboardButton(text=label, callback_data=f"do:{label}") for label in labels]
    return InlineKeyboardMarkup(inline_keyboard=[row])


async def test_the_bot_knows_itself(bot: Bot, sim: Simulator) -> None:
    me = await bot.get_me()
    assert (me.id, me.is_bot, me.username) == (424242, True, "LindungDemoBot")
    assert await sim.problems() == []


async def test_a_text_with_html_arrives_with_its_entities(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    await bot.send_message(budi.id, "😀 <b>Halo</b> &amp; <i>apa</i> kabar", parse_mode="HTML")
    seen = await budi.sees("Halo")
    assert seen.text == "😀 Halo & apa kabar"
    assert (seen.styled("bold"), seen.styled("italic")) == (["Halo"], ["apa"])
    assert await sim.problems() == []


async def test_given_entities_arrive_as_they_are(bot: Bot, budi: SimUser) -> None:
    bold = MessageEntity(type="bold", offset=3, length=4)
    await bot.send_message(budi.id, "😀 Halo", entities=[bold])
    assert (await budi.sees("Halo")).styled("bold") == ["Halo"]


async def test_a_button_is_pressed_and_answered_with_a_toast(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    await bot.send_message(budi.id, "Setuju?", reply_markup=buttons("Ya", "Tidak"))

    async def answer() -> str | None:
        for update in await bot.get_updates(offset=100000002, timeout=5):
            if update.callback_query:
                await bot.answer_callback_query(update.callback_query.id, "Tersimpan")
                return update.callback_query.data
        return None

    async with asyncio.TaskGroup() as tasks:
        answered = tasks.create_task(answer())
        pressed = tasks.create_task(budi.press("Ya"))
    assert (pressed.result(), answered.result()) == ("Tersimpan", "do:Ya")
    assert await sim.problems() == []


async def test_a_reply_keyboard_asks_for_the_own_contact(bot: Bot, budi: SimUser) -> None:
    ask = KeyboardButton(text="Kirim nomor", request_contact=True)
    await bot.send_message(budi.id, "Nomor Anda?", reply_markup=ReplyKeyboardMarkup(keyboard=[[ask]]))
    await budi.tap_reply("Kirim nomor")
    update = (await bot.get_updates(offset=-1))[0]
    assert update.message is not None
    assert update.message.contact is not None
    assert update.message.contact.user_id == budi.id
    await bot.send_message(budi.id, "Terima kasih", reply_markup=ReplyKeyboardRemove())
    assert await budi.keyboard() == []


async def test_a_photo_goes_up_scaled_and_comes_down(bot: Bot, budi: SimUser, picture: Picture) -> None:
    sent = await bot.send_photo(budi.id, BufferedInputFile(picture(), "ktp.jpg"), caption="Foto")
    assert sent.photo is not None
    assert [(size.width, size.height) for size in sent.photo] == [
        (90, 56),
        (320, 200),
        (800, 500),
        (1280, 800),
    ]
    file = await bot.get_file(sent.photo[-1].file_id)
    assert file.file_path is not None
    loaded = await bot.download_file(file.file_path)
    assert loaded is not None
    assert len(loaded.read()) == file.file_size
    again = await bot.send_photo(budi.id, sent.photo[-1].file_id)
    assert again.photo == sent.photo


async def test_an_album_shares_one_group_id(bot: Bot, budi: SimUser, sim: Simulator, picture: Picture) -> None:
    file = BufferedInputFile(picture(), "a.jpg")
    sent = await bot.send_media_group(
        budi.id, [InputMediaPhoto(media=file, caption="satu"), InputMediaPhoto(media=file)]
    )
    assert len({message.media_group_id for message in sent}) == 1
    letters = [InputMediaDocument(media=BufferedInputFile(b"%PDF", name)) for name in ("a.pdf", "b.pdf")]
    documents = await bot.send_media_group(budi.id, list(letters))
    assert [message.document and message.document.file_name for message in documents] == ["a.pdf", "b.pdf"]
    assert await sim.problems() == []


async def test_texts_captions_media_and_buttons_can_be_edited(bot: Bot, budi: SimUser, picture: Picture) -> None:
    text = await bot.send_message(budi.id, "lama", reply_markup=buttons("Ya"))
    await bot.edit_message_text("baru", chat_id=budi.id, message_id=text.message_id)
    assert [(one.text, one.buttons, one.edits) for one in await budi.transcript()][-1] == ("baru", [], 1)
    await bot.edit_message_reply_markup(chat_id=budi.id, message_id=text.message_id, reply_markup=buttons("B"))
    photo = await bot.send_photo(budi.id, BufferedInputFile(picture(), "a.jpg"), caption="lama")
    await bot.edit_message_caption(chat_id=budi.id, message_id=photo.message_id, caption="baru")
    other = InputMediaPhoto(media=BufferedInputFile(picture(400, 400), "b.jpg"), caption="lain")
    edited = await bot.edit_message_media(other, chat_id=budi.id, message_id=photo.message_id)
    assert not isinstance(edited, bool)
    assert edited.caption == "lain"


async def test_messages_are_copied_forwarded_pinned_and_deleted(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    sent = await bot.send_message(budi.id, "asli", reply_markup=buttons("Ya"))
    copied = await bot.copy_message(budi.id, budi.id, sent.message_id)
    forwarded = await bot.forward_message(budi.id, budi.id, sent.message_id)
    assert forwarded.forward_origin is not None
    assert await bot.pin_chat_message(budi.id, sent.message_id)
    assert (await bot.get_chat(budi.id)).pinned_message is not None
    assert await bot.unpin_chat_message(budi.id)
    assert await bot.set_message_reaction(budi.id, sent.message_id, [ReactionTypeEmoji(emoji="👍")])
    await bot.delete_messages(budi.id, [sent.message_id, copied.message_id, forwarded.message_id])
    assert [one.text for one in await budi.transcript()] == ["/start"]
    assert await sim.problems() == []


async def test_a_reply_shows_what_it_answers(bot: Bot, budi: SimUser) -> None:
    question = await budi.send("Berapa?")
    sent = await bot.send_message(budi.id, "Dua", reply_parameters=ReplyParameters(message_id=question.id))
    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "Berapa?"


async def test_commands_and_descriptions_are_kept_by_scope(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    scope = BotCommandScopeChat(chat_id=budi.id)
    commands = [BotCommand(command="status", description="Lihat status")]
    assert await bot.set_my_commands(commands, scope=scope)
    assert [(one.command, one.description) for one in await bot.get_my_commands(scope=scope)] == [
        ("status", "Lihat status")
    ]
    assert await bot.get_my_commands() == []
    assert await bot.delete_my_commands(scope=scope)
    assert await bot.get_my_commands(scope=scope) == []
    assert await bot.set_my_description("Pendaftaran", language_code="id")
    assert (await bot.get_my_description("id")).description == "Pendaftaran"
    assert (await bot.get_my_name()).name == "Lindung (simulasi)"
    assert await sim.problems() == []


async def test_members_of_a_group_can_be_asked_for(bot: Bot, budi: SimUser, group: int, sim: Simulator) -> None:
    assert [one.status for one in await bot.get_chat_administrators(group)] == ["creator", "administrator"]
    assert (await bot.get_chat_member(group, budi.id)).status == "creator"
    assert await bot.get_chat_member_count(group) == 2
    assert (await bot.get_chat(group)).title == "Verifikasi (contoh)"
    assert await bot.leave_chat(group)
    assert await sim.problems() == []


async def test_a_forum_has_topics(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    forum = await sim.add_group("Forum (contoh)", forum=True)
    await sim.set_member(forum, budi.id, "creator")
    await sim.add_bot(forum)
    topic = await bot.create_forum_topic(forum, "Ojol")
    sent = await bot.send_message(forum, "Kasus baru", message_thread_id=topic.message_thread_id)
    assert (sent.message_thread_id, sent.is_topic_message) == (topic.message_thread_id, True)
    assert await bot.edit_forum_topic(forum, topic.message_thread_id, name="Ojol selesai")
    assert await bot.close_forum_topic(forum, topic.message_thread_id)
    assert await bot.reopen_forum_topic(forum, topic.message_thread_id)
    assert await bot.delete_forum_topic(forum, topic.message_thread_id)
    assert "Kasus baru" not in [one.text for one in await budi.transcript(forum)]
    assert await sim.problems() == []


async def test_contact_place_and_typing_are_shown(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    await bot.send_contact(budi.id, "62811", "Kantor (contoh)")
    await bot.send_location(budi.id, -1.24, 116.85)
    await bot.send_chat_action(budi.id, "typing")
    view = await budi.view()
    assert view["action"] == "typing"
    assert [sorted(post["message"].keys() & {"contact", "location"}) for post in view["posts"]] == [
        [],
        ["contact"],
        ["location"],
    ]
    assert await sim.problems() == []
