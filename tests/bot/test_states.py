"""Does the picture of the life of a case show the table as it is: every state, every move, and nothing else?"""

from pathlib import Path
from xml.etree import ElementTree

from registration.lifecycle import MOVES, State

PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "states.svg"
SVG = "{http://www.w3.org/2000/svg}"


def parts(kind: str) -> list[ElementTree.Element]:
    root = ElementTree.parse(PICTURE).getroot()  # noqa: S314 - a file of our own
    return [group for group in root.iter(f"{SVG}g") if group.get("class") == kind]


def title(part: ElementTree.Element) -> str:
    return part.findtext(f"{SVG}title", "")


def test_every_state_and_every_move_stands_in_the_picture_once() -> None:
    assert sorted(title(node) for node in parts("node")) == sorted(["begin", *State])
    drawn = [
        (*title(edge).split("->"), *str(label.text).partition(" ✉")[::2][:1], "✉" in str(label.text))
        for edge in parts("edge")
        for label in edge.iter(f"{SVG}text")
    ]
    table = [
        (str(source), str(move.target or source), move.name, move.notice)
        for move in MOVES.values()
        for source in move.sources
    ]
    assert sorted(drawn) == sorted([("begin", str(State.WAITING), "send", False), *table])
