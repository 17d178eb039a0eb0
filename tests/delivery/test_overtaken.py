"""Is a card that changed five times while the group was full edited once, to what it is now?"""

from storage import outbox
from storage.outbox import Errand, Lane
from storage.overtaken import without_overtaken
from tests.support.databases import Store


async def put(store: Store, method: str, slot: str, words: str) -> None:
    async with store.unit() as unit:
        outbox.call(unit, method, {"caption": words}, chat_id=-7, lane=Lane.NOTICE, slot=slot, extra={"edit": slot})


async def taken(store: Store) -> list[str]:
    async with store.unit() as unit:
        rows: list[Errand] = await outbox.due(unit, "call", 10)
        return [errand.body["params"]["caption"] for errand in await without_overtaken(unit, rows)]


async def test_of_several_captions_for_one_card_only_the_last_is_left(store: Store) -> None:
    for words in ("claimed", "ticked", "approved"):
        await put(store, "editMessageCaption", "card:1", words)
    await put(store, "editMessageCaption", "card:2", "claimed")
    assert await taken(store) == ["approved", "claimed"]
    assert await taken(store) == ["approved", "claimed"]


async def test_a_new_picture_overtakes_captions_but_no_caption_overtakes_a_picture(store: Store) -> None:
    await put(store, "editMessageCaption", "card:1", "sent back")
    await put(store, "editMessageMedia", "card:1", "mended")
    await put(store, "editMessageCaption", "card:1", "approved")
    assert await taken(store) == ["mended", "approved"]


async def test_what_was_overtaken_is_written_down_as_such(store: Store) -> None:
    await put(store, "editMessageCaption", "card:1", "claimed")
    await put(store, "editMessageCaption", "card:1", "approved")
    await taken(store)
    async with store.look() as unit:
        rows = await unit.conn.exec_driver_sql("SELECT state, error, length(body_sealed) > 0 FROM outbox ORDER BY id")
        assert [tuple(row) for row in rows] == [("dropped", "overtaken", False), ("due", "", True)]
