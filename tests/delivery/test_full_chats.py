"""Does the budget name the chats that are full, for as long as they are full, and no other?"""

from delivery.budget import Budget, Limits

GROUP = -100


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def test_a_chat_is_full_after_its_burst_until_the_first_of_it_is_old_enough() -> None:
    watch = Watch()
    budget = Budget(Limits(per_second=30, chat_burst=2, group_per_minute=3), watch)
    for chat, times in ((7, 2), (8, 1), (GROUP, 3)):
        for _ in range(times):
            budget.spend("sendMessage", chat)
    budget.spend("answerCallbackQuery", 9)
    assert budget.full_chats() == {7: 2.0, GROUP: 60.0}
    watch.seconds += 2
    assert budget.full_chats() == {GROUP: 58.0}
    budget.spend("sendMessage", 7)
    budget.spend("sendMessage", 7)
    assert budget.full_chats() == {7: 2.0, GROUP: 58.0}
    watch.seconds += 61
    assert budget.full_chats() == {}


def test_a_pause_of_one_group_makes_it_full_and_ends() -> None:
    watch = Watch()
    budget = Budget(Limits(), watch)
    budget.pause(5, GROUP)
    assert budget.full_chats() == {GROUP: 5.0}
    watch.seconds += 5
    assert budget.full_chats() == {}
