"""Who can make a group the one that decides for an agency? Its administrators alone, and with the operator's code."""

from pathlib import Path

import pytest

from handlers.callbacks import Bind
from simulator.user import SimUser
from storage import outbox
from tests.stories.staff.groups import FISHERY, FOREIGN, TRAFFIC, bind, bound, calls, cards_in, code_for, group, until
from tests.stories.staff.office import card_of, sent_case
from tests.stories.staff.test_groups_in_trouble import left_chats, open_alerts
from tests.stories.staff.test_staff_commands import OFFERED
from tests.stories.staff.test_who_may_press import forged, later
from tests.support.town import STAFF, Town, town

BAD_CODE = "Kode ini tidak bisa dipakai"
ONLY = "Ini hanya bisa dilakukan admin grup."


async def test_an_administrator_binds_an_agency_with_the_operators_link_and_its_cards_move(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti, budi = await here.person("Siti (contoh)"), await here.person("Budi (contoh)")
        fisher = await sent_case(here, siti)
        rider = await sent_case(here, budi, nik="6471051708900002", sector="pangkalan")
        await card_of(here, fisher), await card_of(here, rider)
        await group(here, FISHERY)
        await bind(here, FISHERY, "dp3", "DP3")
        assert await bound(here) == {"dp3": FISHERY}
        await until(here, FISHERY, lambda: cards_in(here, FISHERY), [fisher.number])
        await until(here, STAFF, lambda: cards_in(here, STAFF), [rider.number])
        await here.chief.sees("sekarang diperiksa di grup lain", chat=STAFF, ever=True)
        assert await here.officer.press("✅ Setujui", await card_of(here, fisher, FISHERY)) is not None
        assert await left_chats(here) == []
        offered = [call["params"]["commands"] for call in await here.sim.calls("setMyCommands")][-1]
        assert [each["command"] for each in offered] == OFFERED


async def test_a_code_can_be_typed_and_opens_one_group_only(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        stranger = await here.person("Orang Luar (contoh)")
        await group(here, FISHERY)
        await group(here, FOREIGN, owner=stranger)
        code = await code_for(here, "dp3", "dishub")
        await here.sim.add_bot(FISHERY, "member", by=here.chief.id)
        await here.chief.send(f"/pasang {code}", chat=FISHERY)
        asked = await here.chief.sees("untuk dinas mana?", chat=FISHERY)
        assert asked.buttons == ["Dishub", "DP3"]
        await stranger.start_group(FOREIGN, code)
        await stranger.sees(BAD_CODE, chat=FOREIGN)
        forge = Bind(act="bind", agency="dp3").pack()
        answer = await stranger.press_data(forge, await stranger.last(FOREIGN), forged=True)
        assert answer["text"] == "Dinas ini perlu kode baru dari operator."
        await here.chief.press("DP3", chat=FISHERY)
        await here.chief.sees("Grup ini sekarang memeriksa pendaftaran", chat=FISHERY)
        later(here, minutes=6)
        await until(here, FISHERY, lambda: left_chats(here), [FOREIGN])
        assert await bound(here) == {"dp3": FISHERY}
        assert await open_alerts(here) == []


@pytest.mark.parametrize("text", ["/pasang", "/pasang 0123456789abcdef01234567", "/start@{bot} salah", "/lepas"])
async def test_a_group_without_a_good_code_is_left_after_some_minutes(tmp_path: Path, text: str) -> None:
    async with town(tmp_path) as here:
        stranger = await here.person("Orang Luar (contoh)")
        await group(here, FOREIGN, owner=stranger)
        await here.sim.add_bot(FOREIGN, "administrator", by=stranger.id)
        await stranger.send(text.format(bot=await bot_name(here)), chat=FOREIGN)
        if text != "/lepas":
            await stranger.sees("kode", chat=FOREIGN)
        await until(here, FOREIGN, lambda: goes_soon(here), True)
        later(here, minutes=6)
        await until(here, FOREIGN, lambda: left_chats(here), [FOREIGN])
        assert (await bound(here), await calls(here, "getChatMember", FOREIGN)) == ({}, 0)


async def goes_soon(here: Town) -> bool:
    async with here.look() as unit:
        return await outbox.waits(unit, FOREIGN, "leaveChat")


async def bot_name(here: Town) -> str:
    return (await here.app.listener.me()).username or ""


async def test_a_member_who_is_no_administrator_binds_nothing_and_the_code_stays_good(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        await group(here, FISHERY)
        code = await code_for(here, "dp3")
        await here.officer.start_group(FISHERY, code)
        await here.officer.sees(ONLY, chat=FISHERY)
        await here.chief.send(f"/pasang {code}", chat=FISHERY)
        await here.chief.sees("untuk dinas mana?", chat=FISHERY)
        assert await here.officer.press("DP3", chat=FISHERY) == ONLY + " Minta tolong admin grup ini, ya."
        assert await bound(here) == {}


async def test_an_anonymous_administrator_may_ask_and_presses_as_a_person(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        await group(here, FISHERY)
        await here.sim.set_member(FISHERY, here.chief.id, "creator", anonymous=True)
        await bind(here, FISHERY, "dp3", "DP3")
        assert await bound(here) == {"dp3": FISHERY}


async def test_unbinding_is_asked_twice_and_gives_the_cards_back_before_the_bot_leaves(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await group(here, FISHERY)
        await bind(here, FISHERY, "dp3", "DP3")
        await until(here, FISHERY, lambda: cards_in(here, FISHERY), [case.number])
        await here.officer.send("/lepas", chat=FISHERY)
        await here.officer.sees(ONLY, chat=FISHERY)
        await press_through(here.chief, "DP3", "Tidak, biarkan DP3")
        assert await bound(here) == {"dp3": FISHERY}
        await press_through(here.chief, "DP3", "Ya, lepas DP3")
        await until(here, STAFF, lambda: cards_in(here, STAFF), [case.number])
        await until(here, FISHERY, lambda: left_chats(here), [FISHERY])
        assert (await bound(here), await cards_in(here, FISHERY)) == ({}, [])
        assert await calls(here, "deleteMyCommands", FISHERY) == 0  # its scope names the group
        assert len(await here.sim.calls("deleteMyCommands")) == 1


async def press_through(chief: SimUser, *labels: str) -> None:
    await chief.send("/lepas", chat=FISHERY)
    await chief.sees("Dinas mana yang dilepas", chat=FISHERY)
    for label in labels:
        await chief.press(label, chat=FISHERY)


async def test_without_any_other_group_cases_wait_until_the_agency_is_bound_again(tmp_path: Path) -> None:
    async with town(tmp_path, staff_chat_id=None) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await group(here, FISHERY)
        await bind(here, FISHERY, "dp3", "DP3")
        await until(here, FISHERY, lambda: cards_in(here, FISHERY), [case.number])
        await press_through(here.chief, "DP3")
        await here.chief.sees("Belum ada grup lain", chat=FISHERY)
        await here.chief.press("Ya, lepas DP3", chat=FISHERY)
        await until(here, FISHERY, lambda: left_chats(here), [FISHERY])
        assert await cards_in(here, FISHERY) == []
        assert await open_alerts(here) == [("no_staff_group", "dp3")]
        await bind(here, FISHERY, "dp3", "DP3")
        await until(here, FISHERY, lambda: cards_in(here, FISHERY), [case.number])
        assert await open_alerts(here) == []


async def test_a_button_under_lepas_pressed_again_or_forged_elsewhere_unbinds_nothing(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        stranger = await here.person("Orang Luar (contoh)")
        await group(here, FISHERY)
        await bind(here, FISHERY, "dp3", "DP3")
        data = Bind(act="unbind_yes", agency="dp3").pack()
        welcome = await stranger.last()
        assert (await forged(stranger, data, welcome)).startswith(ONLY)
        card = await here.chief.last(FISHERY)
        assert (await forged(stranger, data, card)).startswith(ONLY)
        assert await forged(stranger, Bind(act="explode", agency="dp3").pack(), card) == (
            await forged(stranger, Bind(act="unbind", agency="dinsos").pack(), card)
        )
        assert await bound(here) == {"dp3": FISHERY}


async def test_more_cards_than_one_step_moves_all_leave_and_as_many_arrive_as_the_group_can_look_at(
    tmp_path: Path,
) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        numbers = []
        for serial in range(23):
            case = await sent_case(here, siti, nik=f"64710557089{serial:05d}", ktp_photo="later")
            numbers.append(case.number)
        await until(here, STAFF, lambda: cards_in(here, STAFF), numbers)
        await group(here, FISHERY)
        await bind(here, FISHERY, "dp3", "DP3")
        most = here.app.programme.review.most_cards
        await until(here, FISHERY, lambda: cards_in(here, FISHERY), numbers[:most])
        await until(here, STAFF, lambda: cards_in(here, STAFF), [])


async def test_a_group_that_threw_the_bot_out_before_its_agency_moved_is_told_to_the_operator(tmp_path: Path) -> None:
    async with town(tmp_path) as here:
        siti = await here.person("Siti (contoh)")
        case = await sent_case(here, siti)
        await group(here, FISHERY)
        await group(here, TRAFFIC)
        await bind(here, FISHERY, "dp3", "DP3")
        await until(here, FISHERY, lambda: cards_in(here, FISHERY), [case.number])
        await here.sim.remove_bot(FISHERY, by=here.chief.id)
        await bind(here, TRAFFIC, "dp3", "DP3")
        await until(here, TRAFFIC, lambda: cards_in(here, TRAFFIC), [case.number])
        assert await open_alerts(here) == [("cards_left_behind", str(FISHERY))]
        assert await left_chats(here) == []
