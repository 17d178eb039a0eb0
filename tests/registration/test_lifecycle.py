"""Does the table of moves allow exactly what it says, and nothing else?"""

from hypothesis import given
from hypothesis import strategies as st

from registration.lifecycle import ACCEPTED, LIVE, MOVES, OPEN, Actor, NotAllowed, State, after, allowed

WAITING, CLAIMED, SENT_BACK = State.WAITING, State.CLAIMED, State.SENT_BACK
APPROVED, WAITLISTED = State.APPROVED, State.WAITLISTED
# Written out by hand once more: (state, move, who) and where it leads. All other combinations are refused.
EXPECTED = {
    (WAITING, "claim", Actor.OFFICER): CLAIMED,
    (CLAIMED, "release", Actor.OFFICER): WAITING,
    (CLAIMED, "free", Actor.OFFICER): WAITING,
    (WAITING, "pass_on", Actor.OFFICER): WAITING,
    (CLAIMED, "pass_on", Actor.OFFICER): WAITING,
    (CLAIMED, "lapse", Actor.TIME): WAITING,
    (WAITING, "hold", Actor.OFFICER): WAITING,
    (CLAIMED, "hold", Actor.OFFICER): WAITING,
    (WAITING, "first_approve", Actor.OFFICER): WAITING,
    (CLAIMED, "first_approve", Actor.OFFICER): WAITING,
    (WAITING, "approve", Actor.OFFICER): State.APPROVED,
    (CLAIMED, "approve", Actor.OFFICER): State.APPROVED,
    (WAITING, "waitlist", Actor.OFFICER): WAITLISTED,
    (CLAIMED, "waitlist", Actor.OFFICER): WAITLISTED,
    (WAITLISTED, "promote", Actor.TIME): APPROVED,
    (APPROVED, "insurer_refuse", Actor.OFFICER): State.INSURER_REFUSED,
    (WAITLISTED, "insurer_refuse", Actor.OFFICER): State.INSURER_REFUSED,
    (WAITING, "reject", Actor.OFFICER): State.REJECTED,
    (CLAIMED, "reject", Actor.OFFICER): State.REJECTED,
    (State.REJECTED, "reopen", Actor.OFFICER): WAITING,
    (State.INSURER_REFUSED, "reopen", Actor.OFFICER): WAITING,
    (State.EXPIRED, "reopen", Actor.OFFICER): WAITING,
    (WAITING, "send_back", Actor.OFFICER): SENT_BACK,
    (CLAIMED, "send_back", Actor.OFFICER): SENT_BACK,
    (SENT_BACK, "mend", Actor.WORKER): WAITING,
    (SENT_BACK, "expire", Actor.TIME): State.EXPIRED,
    (WAITING, "supplement", Actor.WORKER): WAITING,
    (CLAIMED, "supplement", Actor.WORKER): CLAIMED,
    (WAITING, "withdraw", Actor.WORKER): State.WITHDRAWN,
    (CLAIMED, "withdraw", Actor.WORKER): State.WITHDRAWN,
    (SENT_BACK, "withdraw", Actor.WORKER): State.WITHDRAWN,
    (APPROVED, "amend", Actor.WORKER): WAITING,
    (WAITLISTED, "amend", Actor.WORKER): WAITING,
    (State.REJECTED, "object", Actor.WORKER): State.OBJECTED,
    (State.OBJECTED, "approve", Actor.OFFICER): State.APPROVED,
    (State.OBJECTED, "waitlist", Actor.OFFICER): WAITLISTED,
    (State.OBJECTED, "uphold", Actor.OFFICER): State.REJECTED,
    (State.OBJECTED, "send_back", Actor.OFFICER): SENT_BACK,
    (APPROVED, "withdraw", Actor.WORKER): State.WITHDRAWN,
    (WAITLISTED, "withdraw", Actor.WORKER): State.WITHDRAWN,
}


def result_of(state: State, name: str, actor: Actor) -> State | None:
    """Where a move leads; None when it is refused."""
    try:
        return after(MOVES[name], state, actor)
    except NotAllowed:
        return None


def test_every_combination_of_state_move_and_actor_is_as_written_down() -> None:
    found = {
        (state, name, actor): result_of(state, name, actor) for state in State for name in MOVES for actor in Actor
    }
    assert {key: target for key, target in found.items() if target is not None} == EXPECTED


def test_what_is_allowed_and_where_it_leads_agree() -> None:
    agree = {
        allowed(MOVES[name], state, actor) == (result_of(state, name, actor) is not None)
        for state in State
        for name in MOVES
        for actor in Actor
    }
    assert agree == {True}


def test_a_state_that_does_not_exist_allows_nothing() -> None:
    assert [name for name in MOVES if any(allowed(MOVES[name], "lost", actor) for actor in Actor)] == []


def test_the_worker_is_told_of_decisions_and_of_nothing_else() -> None:
    assert {name for name, move in MOVES.items() if move.notice} == {
        "approve", "waitlist", "promote", "insurer_refuse", "reject", "uphold", "reopen", "send_back", "expire",
    }  # fmt: skip


def test_only_a_refused_rejected_withdrawn_or_expired_case_gives_the_nik_free() -> None:
    assert set(State) - LIVE == {State.REJECTED, State.INSURER_REFUSED, State.WITHDRAWN, State.EXPIRED}
    assert {WAITING, CLAIMED} == OPEN
    assert {APPROVED, WAITLISTED} == ACCEPTED


WALKS = st.lists(st.tuples(st.sampled_from(sorted(MOVES)), st.sampled_from(list(Actor))), max_size=60)


@given(WALKS)
def test_an_end_is_reached_by_its_own_moves_alone_and_left_by_the_worker_or_by_reopening(
    walk: list[tuple[str, Actor]],
) -> None:
    into = {
        State.INSURER_REFUSED: {"insurer_refuse"},
        State.REJECTED: {"reject", "uphold"},
        State.WITHDRAWN: {"withdraw"},
        State.EXPIRED: {"expire"},
    }
    out = {
        State.INSURER_REFUSED: {("reopen", Actor.OFFICER)},
        State.REJECTED: {("object", Actor.WORKER), ("reopen", Actor.OFFICER)},
        State.WITHDRAWN: set(),
        State.EXPIRED: {("reopen", Actor.OFFICER)},
    }
    state = WAITING
    for name, actor in walk:
        target = result_of(state, name, actor)
        if target is None:
            continue
        if state in out:
            assert (name, actor) in out[state]
        if target in into:
            assert name in into[target]
        state = target
