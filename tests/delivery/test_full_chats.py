"""Does the budget name the chats that are full, for as long as they are full, and no other?"""

from delivery.budget import Budget, Limits
from tests.delivery.watch import Watch, answered

GROUP = -100


def test_a_chat_is_full_after_its_burst_until_the_first_of_it_is_old_enough() -> None:
    watch = Watch()
    budget = Budget(Limits(per_second=30, chat_burst=2, group_per_minute=3), watch)
    for chat, times in ((7, 2), (8, 1), (GROUP, 3)):
        answered(budget, chat, times)
    budget.spend("answerCallbackQuery", 9)
    assert budget.full_chats() == {7: 2.0, GROUP: 60.0}
    watch.seconds += 2
    assert budget.full_chats() == {GROUP: 58.0}
    answered(budget, 7, 2)
    assert budget.full_chats() == {7: 2.0, GROUP: 58.0}
    watch.seconds += 61
    assert budget.full_chats() == {}


def test_a_pause_of_one_group_makes_it_full_and_ends() -> None:
    watch = Watch()
    budget = Budget(Limits(), watch)
    assert not budget.pause(5, GROUP)
    assert budget.full_chats() == {GROUP: 5.0}
    watch.seconds += 5
    assert budget.full_chats() == {}


def test_a_chat_that_was_written_to_too_often_is_paused_alone() -> None:
    watch = Watch()
    budget = Budget(Limits(), watch)
    answered(budget, 7, 3)
    assert not budget.pause(9, 7)
    assert (budget.wait("sendMessage", 7), budget.wait("sendMessage", 8)) == (9.0, 0.0)


def test_chats_that_are_quiet_are_forgotten_and_those_with_something_under_way_are_not() -> None:
    watch = Watch()
    budget = Budget(Limits(chat_burst=1), watch)
    answered(budget, 7, 1)
    budget.spend("sendMessage", 8)
    watch.seconds += 100
    budget.full_chats()
    assert budget.full_chats() == {8: 1.0}
