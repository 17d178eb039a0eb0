"""Does the bench of the desk measure every command and button of staff, and does each do in it what it should?"""

from pathlib import Path

from bench.desk.__main__ import open_office
from bench.desk.acts import ALL
from handlers.staff import commands, desk
from handlers.staff.actions import ACTIONS
from storage import inbox

_SAY_NOTHING = {"audit of the places (every hour)", "reminders, a look (every minute)"}


def test_no_command_and_no_button_is_left_out() -> None:
    assert {*ACTIONS, *desk.BUTTONS} - {act.button for act in ALL} == set()
    assert {f"/{name}" for name in commands.COMMANDS} - {act.name.split()[0].rstrip(",") for act in ALL} == set()


async def test_every_act_is_carried_out_and_says_something_and_none_is_parked(tmp_path: Path) -> None:
    office = await open_office(f"sqlite+aiosqlite:///{tmp_path / 'lindung.db'}", 60)
    silent = set()
    for act in ALL:
        await office.begin_turn()
        for step in act.before:
            await step(office)
        office.start_clock()
        await act.do(office)
        if not office.calls:
            silent.add(act.name)
    async with office.db.unit(office.now) as unit:
        assert (await inbox.parked(unit), silent) == ([], _SAY_NOTHING)
    await office.db.close()
