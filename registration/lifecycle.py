"""In which states can a case be, and who may move it from which to which?

The table refuses every move that is not in it. A new state or move is one row here.
"""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a case stands."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT_BACK = "sent_back"
    APPROVED = "approved"
    WAITLISTED = "waitlisted"  # approved, but all places are taken
    INSURER_REFUSED = "insurer_refused"
    REJECTED = "rejected"
    OBJECTED = "objected"  # rejected, and the worker asks for a second look
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"  # sent back and never answered


OPEN = frozenset({State.WAITING, State.CLAIMED})
ACCEPTED = frozenset({State.APPROVED, State.WAITLISTED})
# A live case keeps its NIK to itself within a window; after any other end a person may register again.
LIVE = OPEN | ACCEPTED | {State.SENT_BACK, State.OBJECTED}
# In these staff have something to decide: on an objection only a supervisor, and never the officer who rejected.
DECIDABLE = OPEN | {State.OBJECTED}
# Nothing is to be judged by its documents any more: what staff needed to see of the person leaves their group.
OVER = ACCEPTED | {State.REJECTED, State.WITHDRAWN, State.INSURER_REFUSED, State.EXPIRED}

# Ended against the worker: a supervisor may find that this was a mistake, or too early.
_CLOSED = frozenset({State.REJECTED, State.INSURER_REFUSED, State.EXPIRED})


class Actor(StrEnum):
    """Who makes a move; `TIME`: nobody, a term has run out or a place has come free."""

    WORKER = "worker"
    OFFICER = "officer"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Move:
    """One way a case may go (no `target`: it stays where it is). `notice`: the worker is told (`notice-<name>`)."""

    name: str
    actor: Actor
    sources: frozenset[State]
    target: State | None
    notice: bool = False


_MOVES = (
    Move("claim", Actor.OFFICER, frozenset({State.WAITING}), State.CLAIMED),
    Move("release", Actor.OFFICER, frozenset({State.CLAIMED}), State.WAITING),
    Move("free", Actor.OFFICER, frozenset({State.CLAIMED}), State.WAITING),  # by a supervisor, from who has it
    Move("pass_on", Actor.OFFICER, OPEN, State.WAITING),
    Move("lapse", Actor.TIME, frozenset({State.CLAIMED}), State.WAITING),
    Move("hold", Actor.OFFICER, OPEN, State.WAITING),
    Move("first_approve", Actor.OFFICER, OPEN, State.WAITING),  # where two officers must agree
    Move("approve", Actor.OFFICER, DECIDABLE, State.APPROVED, notice=True),
    Move("waitlist", Actor.OFFICER, DECIDABLE, State.WAITLISTED, notice=True),
    Move("promote", Actor.TIME, frozenset({State.WAITLISTED}), State.APPROVED, notice=True),
    Move("insurer_refuse", Actor.OFFICER, ACCEPTED, State.INSURER_REFUSED, notice=True),
    Move("reject", Actor.OFFICER, OPEN, State.REJECTED, notice=True),
    Move("uphold", Actor.OFFICER, frozenset({State.OBJECTED}), State.REJECTED, notice=True),
    Move("reopen", Actor.OFFICER, _CLOSED, State.WAITING, notice=True),  # by a supervisor
    Move("send_back", Actor.OFFICER, DECIDABLE, State.SENT_BACK, notice=True),
    Move("mend", Actor.WORKER, frozenset({State.SENT_BACK}), State.WAITING),
    Move("amend", Actor.WORKER, ACCEPTED, State.WAITING),
    Move("object", Actor.WORKER, frozenset({State.REJECTED}), State.OBJECTED),
    Move("expire", Actor.TIME, frozenset({State.SENT_BACK}), State.EXPIRED, notice=True),
    Move("supplement", Actor.WORKER, OPEN, None),
    Move("withdraw", Actor.WORKER, OPEN | ACCEPTED | {State.SENT_BACK}, State.WITHDRAWN),
)
MOVES = {move.name: move for move in _MOVES}
# Rows of history that move nothing: what officers write down for each other, and that a worker was warned of the end.
REMARKS = frozenset({"note", "not_double", "warn"})
# After these a first approval still counts: nothing has changed of what was approved, nor who decides on it.
KEEPS_APPROVAL = REMARKS | {"claim", "release", "free", "lapse", "hold"}


class NotAllowed(Exception):
    """The table does not hold this move for this actor from this state."""


def allowed(move: Move, state: str, actor: Actor) -> bool:
    """Does the table hold this move for this actor from this state?"""
    return actor is move.actor and state in move.sources


def after(move: Move, state: str, actor: Actor) -> State:
    """Where the move leads from `state`. Raises `NotAllowed`."""
    if not allowed(move, state, actor):
        raise NotAllowed(f"{move.name} of a case that is {state} by {actor}")
    return move.target or State(state)
