"""Does the reader, which reads a NIK that people hardly can, find none on a card whose NIK is hidden?"""

import json
from io import BytesIO

import pytest
from PIL import Image

from bench.specimens.cards import specimen
from documents.reader.reader import Reader
from documents.redaction import hidden
from tests.documents.made_files import encoded, sample

PATIENCE = 120.0  # seconds; the machine may be busy
TRUTH = {row["file"]: row["fields"]["nik"] for row in json.loads(sample("truth.json")) if "nik" in row["fields"]}
SAMPLES = [(name, sample(name), TRUTH[name]) for name in ("ktp00_l0.jpg", "ktp02_l2.jpg", "ktp03_l3.jpg")]
DRAWN = [
    (grade, one.jpeg, one.truth["nik"])
    for grade in ("plain", "digits", "upside_down", "sideways", "tilted", "small", "glare", "blurred", "dark", "mixed")
    for one in [specimen(grade, 11)]
]


@pytest.mark.parametrize(("jpeg", "nik"), [pytest.param(*row[1:], id=row[0]) for row in SAMPLES + DRAWN])
async def test_no_part_of_the_nik_is_read(reader: Reader, jpeg: bytes, nik: str) -> None:
    page = hidden(Image.open(BytesIO(jpeg)).convert("RGB"), "nik_and_face")
    reading = await reader.read(encoded(page, "JPEG"), PATIENCE)
    assert reading is not None
    assert reading.fields.get("nik") is None
    read = "".join(sign for line in reading.lines for sign in line if sign.isdigit())
    assert [start for start in range(6, 12) if nik[start : start + 5] in read] == []
