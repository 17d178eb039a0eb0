"""Which photos is the coach tried on? One row a fault, each drawn from a seed with what is right to say."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from PIL import Image

from bench.specimens import cards, changes, others, photo
from bench.specimens.digits import ocr_a
from bench.specimens.people import person
from bench.specimens.tables import Size, table
from documents.advice import Point, Quad

FRAMES: tuple[Size, ...] = ((1280, 960), (1280, 960), (1600, 1200), (1280, 720), (960, 1280))
CARD_SHAPE = cards.CARD[0] / cards.CARD[1]


@dataclass(frozen=True)
class Trial:
    """A photo; `right` has the advice codes of which the first said must be one (empty: it is good).

    `turns` says by how many quarter turns to the left the photo must be turned; `quad` where the card is.
    """

    fault: str
    jpeg: bytes
    kind: str
    right: frozenset[str]
    turns: int = 0
    quad: Quad | None = None


@dataclass(frozen=True)
class Scene:
    """How a card is laid: its width by the frame's width, its angle in degrees, how slanted, where."""

    share: tuple[float, float] = (0.68, 0.9)
    angle: float = 5.0
    slant: float = 0.02
    shift: Point = (0.0, 0.0)
    frames: tuple[Size, ...] = FRAMES


def trials(fault: str, count: int, first: int = 0) -> Iterator[Trial]:
    """`count` photos with a fault of `FAULTS`, always the same ones."""
    for number in range(first, first + count):
        yield FAULTS[fault](random.Random(f"{fault} {number}"), fault)


def ktp(chance: random.Random) -> Image.Image:
    """A card of somebody."""
    return cards.drawn(person(chance), ocr_a, chance)


def laid(chance: random.Random, card: Image.Image, scene: Scene) -> photo.Shot:
    """The card on some table, evenly lit."""
    size = chance.choice(scene.frames)
    room = min(size[0], size[1] * CARD_SHAPE * 0.96)
    width = room * chance.uniform(*scene.share)
    shift = (size[0] * scene.shift[0], size[1] * scene.shift[1])
    middle = (size[0] / 2 + shift[0] + chance.uniform(-9, 9), size[1] / 2 + shift[1] + chance.uniform(-9, 9))
    angle = chance.uniform(-scene.angle, scene.angle)
    quad = photo.quad_at(middle, width, card.width / card.height, angle, scene.slant, chance)
    return photo.shot(card, table(chance, size), quad)


def lived_in(picture: Image.Image, chance: random.Random) -> Image.Image:
    """The small imperfections every phone photo has."""
    soft = photo.unfocused(picture, chance.uniform(0.3, 0.8))
    return photo.grained(photo.shaded(soft, chance, chance.uniform(0.05, 0.3)), chance, chance.uniform(1, 4))


def _trial(fault: str, shot: photo.Shot, *right: str, quality: int = 87) -> Trial:
    return Trial(fault, photo.sent(shot.picture, quality), "ktp", frozenset(right), 0, shot.quad)


def _changed(change: changes.Change, *right: str, scene: Scene | None = None) -> Callable[[random.Random, str], Trial]:
    """A row: a card in a scene, with one change to the photo."""

    def make(chance: random.Random, fault: str) -> Trial:
        shot = laid(chance, ktp(chance), scene or Scene())
        picture = change(lived_in(shot.picture, chance), shot, chance)
        return _trial(fault, replace(shot, picture=picture), *right)

    return make


def _turned(turns: int) -> Callable[[random.Random, str], Trial]:
    def make(chance: random.Random, fault: str) -> Trial:
        shot = laid(chance, ktp(chance), Scene(frames=FRAMES[:4]))
        picture = lived_in(shot.picture, chance).rotate(-90 * turns, expand=True)
        return Trial(fault, photo.sent(picture), "ktp", frozenset(), turns)

    return make


def _no_card(chance: random.Random, fault: str) -> Trial:
    picture = lived_in(table(chance, chance.choice(FRAMES)), chance)
    return Trial(fault, photo.sent(picture), "ktp", frozenset({"no_card"}))


def _other_card(chance: random.Random, fault: str) -> Trial:
    shot = laid(chance, chance.choice(others.OTHER_CARDS)(chance), Scene())
    return Trial(fault, photo.sent(lived_in(shot.picture, chance)), "ktp", frozenset({"no_card"}))


def _other_picture(chance: random.Random, fault: str) -> Trial:
    picture = chance.choice(others.OTHER_PICTURES)(chance)
    return Trial(fault, photo.sent(picture), "ktp", frozenset({"no_card"}))


def _letter_as_ktp(chance: random.Random, fault: str) -> Trial:
    return replace(_letter(changes.same)(chance, fault), kind="ktp", right=frozenset({"no_card"}))


def _letter(change: changes.Change, *right: str) -> Callable[[random.Random, str], Trial]:
    def make(chance: random.Random, fault: str) -> Trial:
        size = chance.choice(((960, 1280), (1200, 1600)))
        page = others.letter(chance)
        quad = photo.quad_at(
            (size[0] / 2, size[1] / 2), size[0] * chance.uniform(0.84, 0.95), 0.707, chance.uniform(-2, 2), 0.01, chance
        )
        shot = photo.shot(page, table(chance, size), quad, round_corners=False)
        picture = change(lived_in(shot.picture, chance), shot, chance)
        return Trial(fault, photo.sent(picture), "letter", frozenset(right))

    return make


def _scan(chance: random.Random, fault: str) -> Trial:
    return Trial(fault, photo.sent(others.letter(chance).resize((1131, 1600))), "letter", frozenset())


SIDES = ("left", "top", "right", "bottom")
FAULTS: dict[str, Callable[[random.Random, str], Trial]] = {
    "good": _changed(changes.same),
    "good, slanted": _changed(changes.same, scene=Scene(angle=18, slant=0.05)),
    "good, far": _changed(changes.same, scene=Scene(share=(0.46, 0.6))),
    "good, with a thumb": _changed(changes.thumbed),
    "good, cropped to the card": _changed(changes.tight, scene=Scene(angle=2, slant=0.008)),
    "good, photocopy": _changed(changes.copied),
    "good, dim": _changed(changes.dim),
    "good, light": _changed(changes.light),
    "good, slightly soft": _changed(changes.slight_focus),
    "good, lamp beside the data": _changed(changes.harmless_glare),
    "turned left": _turned(3),
    "turned right": _turned(1),
    "upside down": _turned(2),
    "too dark": _changed(changes.dark, "too_dark"),
    "too bright": _changed(changes.bright, "too_bright", "glare"),
    "glare on the data": _changed(changes.glare, "glare"),
    "out of focus": _changed(changes.focus, "blurred"),
    "shaken": _changed(changes.motion, "blurred"),
    "too far": _changed(changes.same, "too_small", scene=Scene(share=(0.2, 0.3), frames=FRAMES[:2])),
    **{f"cut off, {name}": _changed(changes.cut(side), "cut_off") for side, name in enumerate(SIDES)},
    "nothing there": _no_card,
    "another card": _other_card,
    "another picture": _other_picture,
    "letter as KTP": _letter_as_ktp,
    "letter, good": _letter(changes.same),
    "letter, scanned": _scan,
    "letter, dim": _letter(changes.dim),
    "letter, too dark": _letter(changes.dark, "too_dark"),
    "letter, out of focus": _letter(changes.focus, "blurred"),
    "letter, shaken": _letter(changes.motion, "blurred"),
    "letter, cut off, left": _letter(changes.cut(0, (0.15, 0.35)), "cut_off"),
    "letter, cut off, right": _letter(changes.cut(2, (0.4, 0.55)), "cut_off"),
}
