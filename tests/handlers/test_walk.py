"""Can any order of presses, words and hours lead a case where the table does not, or lose a place or a notice?"""

import asyncio
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from handlers.staff.actions import ACTIONS
from registration.lifecycle import MOVES, REMARKS, Actor, State, after
from registration.programme import read_programme
from registration.quota import pools
from registration.reasons import REASONS
from storage import balance, cases, inbox, quota
from storage.cases import Case
from tests.handlers.walk import WINDOW, Walk
from tests.registration.test_programme import SHIPPED
from tests.storage.headcounts import miscounted

PLACES = 2
OFFICERS = {901: "member", 902: "member", 903: "supervisor", 904: "supervisor"}
STRANGER, WORKERS = 905, (701, 702)
_FEW = SHIPPED.replace("pool = 7100", f"pool = {PLACES}")
RULES = read_programme(_FEW)
TWO_OFFICERS = read_programme(_FEW.replace("[sectors.nelayan]\n", "[sectors.nelayan]\ntwo_officers = true\n"))
POOL = pools(RULES)[0]
WORDS = ("/status", "/daftar", "Siti Baru", "alasan saya panjang", "/batal", "081234567890")
VALUES = ("", "name", "dishub", *sorted({code for codes in REASONS.values() for code in codes}))
# What an officer presses to the end of a decision.
DECISIONS = {
    "reject": (("reject", ""), ("reason", REASONS["reject"][0]), ("confirm_reject", "")),
    "uphold": (("uphold", ""), ("reason", REASONS["uphold"][0]), ("confirm_uphold", "")),
    "send_back": (
        ("send_back", ""),
        ("mark", "name"),
        ("next", ""),
        ("reason", REASONS["send_back"][0]),
        ("confirm_send_back", ""),
    ),
    "insurer_refuse": (
        ("insurer_refuse", ""),
        ("reason", REASONS["insurer_refuse"][0]),
        ("confirm_insurer_refuse", ""),
    ),
    "approve": (("approve", ""),),
    "approve again": (("approve", ""),),
    "pass_on": (("pass_on", ""), ("agency", "dishub"), ("confirm_pass_on", "")),
}
who = st.sampled_from((*OFFICERS, STRANGER, *WORKERS))
officers, workers = st.sampled_from(sorted(OFFICERS)), st.sampled_from(WORKERS)
which, coin = st.integers(0, 9), st.booleans()


class Life(RuleBasedStateMachine):
    """Officers, strangers and workers do anything at all, in any order, over days."""

    @initialize(two=coin)
    def begin(self, two: bool) -> None:
        rules = TWO_OFFICERS if two else RULES
        self.folder = TemporaryDirectory()
        self.runner = asyncio.Runner()
        self.walk = self.runner.run(Walk.begin(Path(self.folder.name), rules, OFFICERS))
        for worker in (*WORKERS, WORKERS[0]):
            self.runner.run(self.walk.send_case(worker))

    def teardown(self) -> None:
        if hasattr(self, "walk"):
            self.runner.run(self.walk.db.close())
            self.runner.close()
            self.folder.cleanup()

    def any_case(self, number: int) -> Case:
        """One of those that are there."""
        found = self.runner.run(self.walk.all_cases())
        return found[number % len(found)]

    @rule(number=which, officer=who, act=st.sampled_from(sorted(ACTIONS)), value=st.sampled_from(VALUES), old=coin)
    def any_button_is_pressed(self, number: int, officer: int, act: str, value: str, old: bool) -> None:
        case = self.any_case(number)
        revision = max(0, case.revision - 1) if old else None
        self.runner.run(self.walk.press_card(case, officer, act, value, revision))

    @rule(number=which, officer=officers, decision=st.sampled_from(sorted(DECISIONS)))
    def an_officer_decides(self, number: int, officer: int, decision: str) -> None:
        case = self.any_case(number)
        for act, value in DECISIONS[decision]:
            now = self.runner.run(self.walk.case(case))
            self.runner.run(self.walk.press_card(now, officer, act, value))

    @rule(number=which, officer=who)
    def somebody_reopens(self, number: int, officer: int) -> None:
        self.runner.run(self.walk.command(officer, f"/buka {self.any_case(number).number} salah lihat"))

    @rule(worker=workers, text=st.sampled_from(WORDS))
    def a_worker_writes(self, worker: int, text: str) -> None:
        self.runner.run(self.walk.type(worker, text))

    @rule(worker=workers, presses=st.lists(which, min_size=1, max_size=4), text=st.sampled_from(WORDS))
    def a_worker_looks_at_the_case_and_presses_on(self, worker: int, presses: list[int], text: str) -> None:
        self.runner.run(self.walk.type(worker, "/status"))
        for number in presses:
            self.runner.run(self.walk.press_newest(worker, number))
            if number % 2:
                self.runner.run(self.walk.type(worker, text))

    @rule(hours=st.sampled_from((0.2, 13, 100, 24 * 23)))
    def time_passes(self, hours: float) -> None:
        self.runner.run(self.walk.pass_time(hours))

    @invariant()
    def every_case_stands_where_the_table_led_it_and_every_notice_was_sent(self) -> None:
        self.runner.run(self._every_case())

    async def _every_case(self) -> None:
        owed: Counter[int] = Counter()
        for case in await self.walk.all_cases():
            async with self.walk.db.unit(self.walk.now) as unit:
                steps = await cases.history(unit, case.id)
            state = ""
            for step in steps:
                assert step.from_state == state, (step.move, step.from_state, state)
                if step.move not in {"send", *REMARKS}:
                    assert after(MOVES[step.move], step.from_state, Actor(step.actor)) == step.to_state, step.move
                    owed[case.id] += MOVES[step.move].notice
                state = step.to_state
            assert (case.state, State(state)) == (state, case.state)
        told = Counter(int(key.split(":")[1]) for key in set(self.walk.notices))
        assert (+owed, len(self.walk.notices)) == (told, len(set(self.walk.notices)))

    @invariant()
    def no_place_is_lost_or_taken_twice_and_nothing_was_parked(self) -> None:
        self.runner.run(self._books())

    async def _books(self) -> None:
        states = Counter(case.state for case in await self.walk.all_cases())
        async with self.walk.db.unit(self.walk.now) as unit:
            assert [event.error for event in await inbox.parked(unit)] == []
            assert await balance.differences(unit) == []
            assert await miscounted(unit) == []
            taken = await quota.taken(unit, WINDOW, POOL)
        assert taken <= PLACES
        assert taken == PLACES or states[State.WAITLISTED] == 0  # nobody waits while a place is free


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=10,
    stateful_step_count=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
