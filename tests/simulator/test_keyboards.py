"""Who sees a reply keyboard, and what do tapping, forcing a reply and topics do to a person's message?"""

from aiogram import Bot
from aiogram.types import ForceReply, KeyboardButton, ReplyKeyboardMarkup, ReplyParameters

from simulator.client import Simulator
from simulator.user import SimUser


def keyboard(*labels: str, selective: bool = False, once: bool = False) -> ReplyKeyboardMarkup:
    rows = [[KeyboardButton(text=label)] for label in labels]
    return ReplyKeyboardMarkup(keyboard=rows, selective=selective, one_time_keyboard=once)


async def test_a_selective_keyboard_is_shown_to_the_one_who_is_answered(
    bot: Bot, sim: Simulator, budi: SimUser, group: int
) -> None:
    sari = await sim.add_user("Sari (contoh)")
    await sari.join(group)
    question = await sari.send("Bagaimana?", chat=group)
    reply = ReplyParameters(message_id=question.id)
    await bot.send_message(group, "Pilih", reply_parameters=reply, reply_markup=keyboard("A", selective=True))
    assert (await sari.keyboard(group), await budi.keyboard(group)) == (["A"], [])
    await bot.send_message(group, "Semua pilih", reply_markup=keyboard("B"))
    assert (await sari.keyboard(group), await budi.keyboard(group)) == (["B"], ["B"])


async def test_a_tap_in_a_group_answers_the_bot_and_a_one_time_keyboard_goes(
    bot: Bot, budi: SimUser, group: int
) -> None:
    sent = await bot.send_message(group, "Pilih", reply_markup=keyboard("Ya", once=True))
    tapped = await budi.tap_reply("Ya", chat=group)
    assert (tapped.text, tapped.raw["reply_to_message"]["message_id"]) == ("Ya", sent.message_id)
    assert await budi.keyboard(group) == []


async def test_a_forced_reply_is_asked_once(bot: Bot, budi: SimUser) -> None:
    await bot.send_message(budi.id, "Nama?", reply_markup=ForceReply())
    assert (await budi.view())["keyboard"]["force_reply"] is True
    await budi.send("Budi")
    assert (await budi.view())["keyboard"] is None


async def test_starting_again_unblocks_first(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    await budi.block()
    await budi.start()
    updates = await bot.get_updates(offset=-2)
    assert [(one.my_chat_member is not None, one.message is not None) for one in updates] == [
        (True, False),
        (False, True),
    ]
    assert await sim.problems() == []


async def test_a_message_in_a_topic_is_shown_as_a_reply_to_its_opening(bot: Bot, budi: SimUser, sim: Simulator) -> None:
    forum = await sim.add_group("Forum (contoh)", forum=True)
    await sim.set_member(forum, budi.id, "creator")
    await sim.add_bot(forum)
    thread = (await sim.act("new_topic", chat=forum, user=budi.id, name="Nelayan"))["thread"]
    await budi.send("halo", chat=forum, thread=thread)
    message = (await bot.get_updates(offset=-1))[0].message
    assert message is not None
    assert (message.message_thread_id, message.is_topic_message) == (thread, True)
    assert message.reply_to_message is not None
    assert message.reply_to_message.forum_topic_created is not None
