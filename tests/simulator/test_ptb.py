"""Does an unmodified python-telegram-bot find here what it finds at Telegram?"""

from collections.abc import Callable
from datetime import timedelta

import pytest
import telegram
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter

from simulator.client import Simulator
from simulator.user import SimUser

Picture = Callable[..., bytes]


async def test_texts_buttons_and_edits_work(ptb: telegram.Bot, budi: SimUser, sim: Simulator) -> None:
    markup = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Ya", callback_data="y")]])
    sent = await ptb.send_message(budi.id, "<b>Halo</b>", parse_mode="HTML", reply_markup=markup)
    assert (await budi.sees("Halo")).styled("bold") == ["Halo"]
    await ptb.edit_message_text("Baru", budi.id, sent.message_id)
    with pytest.raises(BadRequest, match="essage is not modified"):
        await ptb.edit_message_text("Baru", budi.id, sent.message_id)
    assert await sim.problems() == []


async def test_a_photo_goes_up_and_comes_down(ptb: telegram.Bot, budi: SimUser, picture: Picture) -> None:
    sent = await ptb.send_photo(budi.id, picture(), caption="Foto")
    file = await ptb.get_file(sent.photo[-1].file_id)
    assert len(await file.download_as_bytearray()) == sent.photo[-1].file_size


async def test_albums_and_documents_go_up(ptb: telegram.Bot, budi: SimUser, sim: Simulator, picture: Picture) -> None:
    photos = [telegram.InputMediaPhoto(picture()), telegram.InputMediaPhoto(picture(300, 300))]
    sent = await ptb.send_media_group(budi.id, photos)
    assert len({message.media_group_id for message in sent}) == 1
    letter = await ptb.send_document(budi.id, b"%PDF-1.4 SPECIMEN", filename="surat.pdf")
    assert letter.document is not None
    assert letter.document.file_name == "surat.pdf"
    assert await sim.problems() == []


async def test_incoming_photos_are_downloaded(
    ptb: telegram.Bot, budi: SimUser, sim: Simulator, picture: Picture
) -> None:
    seen = await budi.photo(picture(), "KTP")
    update = (await ptb.get_updates(offset=-1))[0]
    assert update.message is not None
    data = await (await update.message.photo[-1].get_file()).download_as_bytearray()
    assert bytes(data) == await sim.download(seen.file_id)


async def test_every_kind_of_message_of_a_person_is_understood(
    ptb: telegram.Bot, budi: SimUser, sim: Simulator, picture: Picture
) -> None:
    await budi.album([picture(), {"kind": "photo", "data": picture(200, 200), "caption": "dua"}])
    await budi.document(b"%PDF SPECIMEN", "surat.pdf", "application/pdf")
    await budi.share_contact()
    await budi.send_contact("62812", "Orang lain (contoh)")
    await budi.location(-1.2, 116.8)
    await budi.sticker()
    await budi.voice()
    text = await budi.send("salah")
    await budi.edit(text, "benar")
    await budi.forward(text, hidden_name="Seseorang (contoh)")
    updates = await ptb.get_updates(offset=100000002)
    assert [update.effective_message is not None for update in updates] == [True] * 11
    assert updates[-2].edited_message is not None
    assert updates[-2].edited_message.text == "benar"
    assert await sim.problems() == []


async def test_faults_arrive_as_the_right_errors(
    ptb: telegram.Bot, budi: SimUser, sim: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else the library warns that this will be its only form
    await sim.fault("sendMessage", code=429, parameters={"retry_after": 3})
    with pytest.raises(RetryAfter) as waits:
        await ptb.send_message(budi.id, "halo")
    assert waits.value.retry_after == timedelta(seconds=3)
    await budi.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await ptb.send_message(budi.id, "halo")
    stranger = await sim.add_user("Belum mulai (contoh)")
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await ptb.send_message(stranger.id, "halo")


async def test_an_upgraded_group_names_its_new_id(ptb: telegram.Bot, sim: Simulator, budi: SimUser) -> None:
    old = await sim.add_group("Grup (contoh)", "group")
    await sim.set_member(old, budi.id, "creator")
    await sim.add_bot(old)
    new = await sim.upgrade_group(old)
    with pytest.raises(ChatMigrated) as moved:
        await ptb.send_message(old, "halo")
    assert moved.value.new_chat_id == new
    updates = await ptb.get_updates(offset=-2)
    assert [(one.message and one.message.migrate_to_chat_id) for one in updates] == [new, None]
    assert [(one.message and one.message.migrate_from_chat_id) for one in updates] == [None, old]
    assert (await ptb.send_message(new, "halo")).chat.id == new
    assert await sim.problems() == []


async def test_a_wrong_token_is_refused(sim: Simulator) -> None:
    stranger = telegram.Bot("999999:AAAAAAAAAAAAAAAAAAAAAAA", base_url=f"{sim.base_url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()
