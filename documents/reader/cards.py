"""What does a cleaned page say? (Child side: from JPEG bytes to a `Reading`.)"""

import math

from documents.reader.engine import Engine
from documents.reader.fields import read_fields
from documents.reader.opening import opened
from documents.reader.pages import read_page
from documents.reader.reading import Reading


def read(engine: Engine, jpeg: bytes) -> Reading:
    """Lines and fields of a page. Raises OSError, SyntaxError or ValueError for what is no cleaned page."""
    picture = opened(jpeg)
    page = read_page(engine, picture)
    fields = read_fields(engine, picture, page)
    turns = round(page.angle / (math.pi / 2)) % 4
    return Reading(dict(fields), tuple(line.text for line in page.lines), turns)
