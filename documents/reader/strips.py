"""Which way does the text of a picture run, and how is each line cut out of it upright?"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from documents.reader.engine import Picture, Quad

_LONG = 1.6  # times as long as high: then the long side tells the direction


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of text: its corners in the picture, and where it lies once the page is turned upright.

    `left`, `right`, `middle` and `height` are pixels in a page turned about the picture's corner.
    """

    quad: Quad
    left: float
    right: float
    middle: float
    height: float


def direction(quads: Sequence[Quad]) -> float:
    """The angle in radians, -45 to 135 degrees clockwise, in which most text lies; it may run the other way."""
    across, down = 0.0, 0.0
    for quad in quads:
        top, side = quad[1] - quad[0], quad[3] - quad[0]
        long, short = (top, side) if np.linalg.norm(top) >= np.linalg.norm(side) else (side, top)
        length = float(np.linalg.norm(long))
        if length >= _LONG * float(np.linalg.norm(short)):
            angle = math.atan2(long[1], long[0])
            across += length * math.cos(2 * angle)  # doubled: a line and its reverse are one
            down += length * math.sin(2 * angle)
    angle = math.atan2(down, across) / 2
    return angle if angle > -math.pi / 4 else angle + math.pi


def laid(quads: Sequence[Quad], angle: float) -> list[Strip]:
    """The lines as they lie when text runs at `angle`."""
    along = np.array([math.cos(angle), math.sin(angle)], np.float32)
    down = np.array([-along[1], along[0]], np.float32)
    strips = []
    for quad in quads:
        turned = max((np.roll(quad, -step, axis=0) for step in range(4)), key=lambda each: (each[1] - each[0]) @ along)
        xs, ys = turned @ along, turned @ down
        height = float(np.linalg.norm(turned[3] - turned[0]) + np.linalg.norm(turned[2] - turned[1])) / 2
        strips.append(Strip(turned, float(min(xs)), float(max(xs)), float(ys.mean()), height))
    return strips


def widened(strip: Strip, left: float, right: float) -> Strip:
    """The same line from `left` to `right` (pixels of the upright page), where it goes on straight."""
    quad, width = strip.quad, max(1.0, strip.right - strip.left)
    before, after = (strip.left - left) / width, (right - strip.right) / width
    top, bottom = quad[1] - quad[0], quad[2] - quad[3]
    corners = [quad[0] - before * top, quad[1] + after * top, quad[2] + after * bottom, quad[3] - before * bottom]
    return replace(strip, quad=np.array(corners, np.float32), left=left, right=right)


def cut(picture: Picture, strip: Strip, stretch: float = 1.0, margin: float = 0.0) -> Picture:
    """The line alone, upright; `stretch` widens it, `margin` (in heights) is added above and below."""
    quad = strip.quad
    width = float(np.linalg.norm(quad[1] - quad[0]) + np.linalg.norm(quad[2] - quad[3])) / 2
    wide, high = max(1, round(width * stretch)), max(1, round(strip.height * (1 + 2 * margin)))
    down = margin * np.array([quad[3] - quad[0], quad[2] - quad[1]])
    corners = quad + np.array([-down[0], -down[1], down[1], down[0]])
    target = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    strip_alone = cv2.warpPerspective(
        picture, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(strip_alone, np.uint8)
