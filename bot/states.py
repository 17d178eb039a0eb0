"""How do the states of a case and all moves between them look as one picture? (Graphviz draws it, `make states`.)"""

from collections.abc import Iterator

from registration.lifecycle import ACCEPTED, MOVES, OPEN, OVER, Actor, State

_COLOURS = {Actor.WORKER: "#1565c0", Actor.OFFICER: "#2e7d32", Actor.TIME: "#757575"}
_HEAD = """digraph "case" {
    graph [rankdir=LR, nodesep=0.35, ranksep=1.1, fontname="Liberation Sans", labelloc=t,
        label="Life of a case. Blue: the worker, green: an officer, grey: time. ✉: the worker is told."]
    node [shape=box, style="rounded,filled", fontname="Liberation Sans", fontsize=14]
    edge [fontname="Liberation Sans", fontsize=11]
    begin [shape=circle, label="", width=0.2, fillcolor=black]"""


def picture() -> str:
    """The table of `registration.lifecycle` in the language of Graphviz: each state, each move of it once."""
    nodes = (f'    {state} [label="{state}", fillcolor="{_fill(state)}"]' for state in State)
    first = f'    begin -> {State.WAITING} [label="send", color="{_COLOURS[Actor.WORKER]}"]'
    return "\n".join([_HEAD, *nodes, first, *_edges(), "}", ""])


def _fill(state: State) -> str:
    if state in OPEN:
        return "#fff3c4"
    if state in ACCEPTED:
        return "#d7f0d8"
    return "#e4e4e4" if state in OVER else "#ffe0cc"


def _edges() -> Iterator[str]:
    """Moves of one actor between the same two states share an arrow."""
    arrows: dict[tuple[State, State, Actor], list[str]] = {}
    for move in MOVES.values():
        for source in sorted(move.sources, key=list(State).index):
            label = f"{move.name} ✉" if move.notice else move.name
            arrows.setdefault((source, move.target or source, move.actor), []).append(label)
    for (source, target, actor), labels in arrows.items():
        words, colour = "\\n".join(labels), _COLOURS[actor]
        yield f'    {source} -> {target} [label="{words}", color="{colour}", fontcolor="{colour}"]'
