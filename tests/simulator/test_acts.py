"""Can a test act as people do, and is an impossible act refused?"""

import aiohttp
import pytest
from aiogram import Bot

from simulator.client import Simulator
from simulator.connection import SimError
from simulator.html import parse_html
from simulator.running import simulated
from simulator.text import clean, units
from simulator.user import SimUser
from simulator.wire import Json


async def test_a_deep_link_becomes_a_start_command(bot: Bot, sim: Simulator) -> None:
    sari = await sim.add_user("Sari (contoh)", username="sari_contoh")
    await sari.start("ojol")
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert (message.text, message.entities and message.entities[0].type) == ("/start ojol", "bot_command")


async def test_forged_data_reaches_the_bot_from_a_chat_one_is_not_in(
    bot: Bot, sim: Simulator, budi: SimUser, group: int
) -> None:
    await bot.send_message(group, "Kartu kasus")
    card = await budi.sees("Kartu", chat=group)
    stranger = await sim.add_user("Orang asing (contoh)")
    with pytest.raises(SimError, match="not in the group"):
        await stranger.press_data("setuju", card, wait=0)
    await stranger.press_data("setuju", card, forged=True, wait=0)
    query = (await bot.get_updates(offset=-1))[0].callback_query
    assert query is not None
    assert (query.data, query.from_user.id, query.message and query.message.chat.id) == (
        "setuju",
        stranger.id,
        group,
    )


async def test_pressing_twice_gives_two_updates(bot: Bot, budi: SimUser) -> None:
    markup = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}
    await bot.send_message(budi.id, "Ya?", reply_markup=markup)  # type: ignore[arg-type]  # a dict is what goes over the wire
    card = await budi.last()
    pressed = [await budi.press_data("y", card, wait=0) for _ in range(2)]
    assert pressed[1]["update_id"] == pressed[0]["update_id"] + 1
    with pytest.raises(SimError, match="there are: 'Ya'"):
        await budi.press("Tidak", card)


async def test_who_has_blocked_the_bot_cannot_write(budi: SimUser) -> None:
    await budi.block()
    with pytest.raises(SimError, match="blocked the bot"):
        await budi.send("halo")


async def test_reset_forgets_everything(sim: Simulator, budi: SimUser) -> None:
    await sim.reset()
    assert (await sim.read("overview"))["people"] == []
    with pytest.raises(SimError):
        await budi.send("halo")


async def test_each_token_has_a_world_of_its_own(sim: Simulator, budi: SimUser) -> None:
    async with Simulator(sim.base_url, "515151:another-invented-token") as other:
        with pytest.raises(SimError, match="unknown token"):
            await other.problems()
        await other.new_world()
        assert (await other.read("overview"))["people"] == []
    assert len((await sim.read("overview"))["people"]) == 1


@pytest.mark.parametrize("headers", [{"Origin": "https://jahat.example"}, {"Host": "jahat.example"}])
async def test_a_foreign_page_may_not_drive_the_world(sim: Simulator, headers: dict[str, str]) -> None:
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{sim.base_url}/sim/reset", json={}, headers=headers) as answer,
    ):
        assert answer.status == 403


async def test_the_page_and_only_its_files_are_served(sim: Simulator) -> None:
    async with aiohttp.ClientSession() as http:
        found = {}
        for path in ("/", "/page/page.css", "/page/page.js", "/page/..%2Fspec.json", "/page/nothing.js"):
            async with http.get(sim.base_url + path) as answer:
                found[path] = answer.status
    assert list(found.values()) == [200, 200, 200, 404, 404]


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("<b>a<i>b</i></b>", "ab", ["bold", "italic"]),
        ('<a href="https://contoh.example">x</a>', "x", ["text_link"]),
        ('<pre><code class="language-py">x</code></pre>', "x", ["pre"]),
        ("<tg-spoiler>x</tg-spoiler> &lt;&#65;&gt; &nbsp;", "x <A> &nbsp;", ["spoiler"]),
        ("<blockquote expandable>x</blockquote>", "x", ["expandable_blockquote"]),
        ("<b></b>kosong", "kosong", []),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, kinds: list[str]) -> None:
    found, entities = parse_html(source)
    assert (found, [one["type"] for one in entities]) == (text, kinds)


def test_blanks_around_a_text_go_and_entities_move_along() -> None:
    text, entities = clean("  😀 ab \n", [{"type": "bold", "offset": 5, "length": 4}])
    assert (text, entities) == ("😀 ab", [{"type": "bold", "offset": 3, "length": 2}])
    assert units("😀") == 2


async def test_what_goes_wrong_inside_is_shown_as_it_was() -> None:
    with pytest.raises(LookupError, match="contoh"):
        async with simulated():
            raise LookupError("contoh")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("send", {"text": "a"}),
        ("send", {"user": 1, "text": "a"}),
        ("photo", {"user": 77, "data": "bukan base64!"}),
        ("photo", {"user": 77, "data": "YWJj"}),
        ("send", {"user": 77, "text": "a", "entities": [{"offset": 0}]}),
        ("forward", {"user": 77, "from_chat": 5, "message_id": 1}),
        ("fault", {"code": "besar"}),
        ("fault", {"kode": 1}),
        ("clock", {"set": "kemarin"}),
        ("add_group", {"title": "x", "kind": "channel"}),
        ("fly", {}),
    ],
)
async def test_an_impossible_act_is_refused_in_words(sim: Simulator, name: str, body: Json) -> None:
    await sim.add_user("Budi (contoh)", id=77)
    with pytest.raises(SimError):
        await sim.act(name, **body)


async def test_a_link_into_a_group_adds_the_bot_and_then_says_its_payload(sim: Simulator, budi: SimUser) -> None:
    chat = await sim.add_group("Verifikasi (contoh)")
    await sim.set_member(chat, budi.id, "creator")
    before = (await sim.read("updates"))["waiting"]
    for rights in (None, {"can_manage_topics": True}):
        said = await budi.start_group(chat, "kode", rights=rights)
        assert said.text.endswith(" kode")
        assert said.styled("bot_command") == [said.text.removesuffix(" kode")]
    kinds = [next(iter(update.keys() - {"update_id"})) for update in (await sim.read("updates"))["history"][before:]]
    assert kinds == ["my_chat_member", "message", "message", "my_chat_member", "message"]
