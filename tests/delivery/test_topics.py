"""Does what belongs to a topic of a forum arrive there, whatever happened to the topic?"""

from pathlib import Path
from typing import Any

import pytest

from simulator.user import SimUser
from storage import inbox
from storage.outbox import Lane
from tests.delivery.office import Office, office
from tests.support.databases import NOW

FORUM = -1003000000003


async def forum(here: Office, **rights: bool) -> SimUser:
    """The owner of a forum in which the bot is an administrator."""
    chief = await here.sim.add_user("Ibu Ratna (contoh)")
    await here.sim.add_group("Forum (contoh)", id=FORUM, forum=True)
    await here.sim.set_member(FORUM, chief.id, "creator")
    await here.sim.add_bot(FORUM, by=chief.id, rights=rights)
    return chief


async def send(here: Office, *texts: str, key: str = "nelayan") -> None:
    topic = {"topic": {"key": key, "name": key.title()}}
    await here.put(FORUM, *texts, lane=Lane.NOTICE, extra=topic)


async def standing(chief: SimUser) -> list[tuple[str, str]]:
    """(topic, text) of what the bot has said, oldest first."""
    names = {topic["id"]: topic["name"] for topic in (await chief.view(FORUM))["topics"]}
    said = [one for one in await chief.transcript(FORUM) if one.text]
    return [(names.get(one.thread, ""), one.text) for one in said]


async def results(here: Office) -> list[tuple[str, Any]]:
    async with here.db.unit(NOW) as unit:
        return [(event.kind, event.body) for event in await inbox.take(unit, 10)]


async def test_two_messages_at_once_make_one_topic_and_another_key_makes_another(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        chief = await forum(here)
        await send(here, "satu", "dua")
        await send(here, "tiga", key="ojol")
        await here.ends()
        assert await standing(chief) == [("Nelayan", "satu"), ("Nelayan", "dua"), ("Ojol", "tiga")]
        assert len(await here.sim.calls("createForumTopic")) == 2


async def test_a_topic_that_was_deleted_is_made_again(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        chief = await forum(here)
        await send(here, "satu")
        await here.ends()
        (topic,) = (await chief.view(FORUM))["topics"]
        await here.sim.act("delete_topic", chat=FORUM, user=chief.id, thread=topic["id"])
        await send(here, "dua")
        await send(here, "tiga")
        assert await here.ends() == ["sent", "sent", "sent"]
        assert await standing(chief) == [("Nelayan", "dua"), ("Nelayan", "tiga")]


async def test_without_the_right_to_make_topics_it_goes_to_the_general_one_and_the_conversation_hears(
    tmp_path: Path,
) -> None:
    async with office(tmp_path) as here:
        chief = await forum(here, can_manage_topics=False)
        await send(here, "satu")
        assert await here.ends() == ["sent"]
        assert await standing(chief) == [("", "satu")]
        assert await results(here) == [("topics_refused", {"chat_id": FORUM, "forum": True})]


async def test_in_a_topic_that_is_closed_to_the_bot_it_goes_to_the_general_one(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        chief = await forum(here)
        await send(here, "satu")
        await here.ends()
        (topic,) = (await chief.view(FORUM))["topics"]
        await here.sim.act("close_topic", chat=FORUM, user=chief.id, thread=topic["id"])
        await here.sim.set_member(FORUM, here.sim.bot_id, "administrator", rights={"can_manage_topics": False})
        await send(here, "dua")
        assert await here.ends() == ["sent", "sent"]
        assert await standing(chief) == [("Nelayan", "satu"), ("", "dua")]


@pytest.mark.parametrize("fault", [{"code": 502}, {"code": 0, "when": "before"}])
async def test_a_fault_while_the_topic_is_made_is_waited_out(tmp_path: Path, fault: dict[str, Any]) -> None:
    async with office(tmp_path) as here:
        chief = await forum(here)
        await here.sim.fault("createForumTopic", **fault)
        await send(here, "satu")
        assert await here.ends() == ["sent"]
        assert await standing(chief) == [("Nelayan", "satu")]


async def test_what_waits_for_a_group_that_is_no_forum_any_more_goes_without_topic(tmp_path: Path) -> None:
    async with office(tmp_path) as here:
        await forum(here)
        await here.sim.fault("createForumTopic", code=400, description="Bad Request: the chat is not a forum")
        await send(here, "satu")
        assert await here.ends() == ["sent"]
        assert await results(here) == [("topics_refused", {"chat_id": FORUM, "forum": False})]
