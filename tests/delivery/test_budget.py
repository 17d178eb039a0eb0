"""Does the budget use Telegram's limits up without ever going beyond them, and does it obey a pause?"""

import random
from bisect import bisect_left
from itertools import pairwise

import pytest

from delivery.budget import Budget, Limits
from storage.outbox import Lane
from tests.delivery.watch import Watch, answered

SEND = "sendMessage"


def arrivals(seconds: float, slowest: float, dice: random.Random, lane: Lane) -> list[float]:
    """When each message reached Telegram, of a sender that sends whatever it may, over a way of changing length."""
    watch = Watch()
    budget = Budget(Limits(per_second=30), watch)
    end = watch.seconds + seconds
    under_way: list[float] = []
    arrived = []
    chat = 0
    while watch.seconds < end:
        while budget.wait(SEND, chat, lane) == 0:
            budget.spend(SEND, chat, lane)
            there = watch.seconds + dice.uniform(0, slowest)
            arrived.append(there)
            under_way.append(there + dice.uniform(0, slowest))
            chat += 1
        watch.seconds += 0.002
        for answer in [each for each in under_way if each <= watch.seconds]:
            under_way.remove(answer)
            budget.end(SEND, chat, lane)
    return sorted(arrived)


@pytest.mark.parametrize("lane", [Lane.ANSWER, Lane.BROADCAST])
@pytest.mark.parametrize("slowest", [0.001, 0.1, 2.0])
def test_however_long_the_way_telegram_never_counts_more_than_the_limit_in_any_second(
    lane: Lane, slowest: float
) -> None:
    arrived = arrivals(6, slowest, random.Random(1), lane)  # noqa: S311 - no secret
    most = max(place + 1 - bisect_left(arrived, moment - 1 + 1e-9) for place, moment in enumerate(arrived))
    assert most <= 30
    assert (most == 30) == (slowest < 1)


def test_where_the_way_is_short_the_limit_is_used_up() -> None:
    arrived = arrivals(10, 0.005, random.Random(1), Lane.BROADCAST)  # noqa: S311 - no secret
    assert len(arrived) >= 0.97 * 30 * 10


def test_broadcasts_leave_evenly_so_that_an_answer_never_stands_behind_many() -> None:
    arrived = arrivals(6, 0.001, random.Random(1), Lane.BROADCAST)  # noqa: S311 - no secret
    assert max(after - before for before, after in pairwise(arrived)) <= 0.25


def test_a_pause_after_an_answer_stops_all_and_one_after_a_broadcast_stops_broadcasts() -> None:
    watch = Watch()
    budget = Budget(Limits(), watch)
    assert budget.pause(10_000, 7, Lane.BROADCAST)
    assert [budget.wait(SEND, 8, lane) for lane in Lane] == [0.0, 0.0, 10_000.0]
    assert budget.pause(5, 7, Lane.ANSWER)
    assert [budget.wait(SEND, 8, lane) for lane in Lane] == [5.0, 5.0, 10_000.0]
    watch.seconds += 10_000
    assert [budget.wait(SEND, 8, lane) for lane in Lane] == [0.0, 0.0, 0.0]


def test_after_a_pause_it_comes_back_at_half_the_rate_and_within_a_minute_at_the_whole() -> None:
    watch = Watch()
    budget = Budget(Limits(per_second=30), watch)
    budget.pause(5, None)
    budget.pause(5, None)  # under way together with the first: one reason, not two
    rates = []
    for seconds in (5, 15, 30):
        watch.seconds += seconds
        count = 0
        while budget.wait(SEND, count) == 0:
            answered(budget, count)
            count += 1
        rates.append(count)
    assert rates == [15, 22, 30]


def test_paid_broadcasts_have_a_limit_of_their_own_beside_that_of_the_answers() -> None:
    watch = Watch()
    budget = Budget(Limits(per_second=30, paid_per_second=200), watch)
    sent = 0
    for _ in range(1000):
        while budget.wait(SEND, sent, Lane.BROADCAST) == 0:
            answered(budget, sent, lane=Lane.BROADCAST)
            sent += 1
        watch.seconds += 0.001
    assert sent == 200
    answered(budget, None, 30)
    assert budget.wait(SEND, None) > 0
    assert budget.is_paid


def test_what_was_not_sent_in_the_end_counts_for_nothing_and_an_album_for_all_its_pictures() -> None:
    watch = Watch()
    budget = Budget(Limits(chat_burst=4), watch)
    budget.spend(SEND, 7)
    budget.end(SEND, 7, used=0)
    budget.spend("sendMediaGroup", 7, messages=4)
    assert budget.full_chats() == {7: 4.0}
    budget.end("sendMediaGroup", 7, messages=4, used=4)
    watch.seconds += 1
    assert budget.full_chats() == {7: 3.0}


def test_a_new_sender_does_not_wait_for_answers_that_only_the_old_one_would_have_heard() -> None:
    watch = Watch()
    budget = Budget(Limits(per_second=2), watch)
    for _ in range(2):
        budget.spend(SEND, None)
    budget.restart()
    assert budget.wait(SEND, None) == 1.0
    watch.seconds += 1
    assert budget.wait(SEND, None) == 0.0


def test_the_end_of_a_spinner_waits_for_nothing() -> None:
    budget = Budget(Limits(per_second=1), Watch())
    answered(budget, None)
    assert budget.wait("answerCallbackQuery", None) == 0.0
