"""Does `bot read` say of each file what was made of it?"""

import json
from datetime import date
from pathlib import Path

from bot.read import read_files

SAMPLES = Path(__file__).parent.parent / "samples"


async def test_each_file_is_one_json_object() -> None:
    files = [SAMPLES / "ktp01_l1.jpg", SAMPLES / "bad_too_small.jpg"]
    said = [json.loads(line) async for line in read_files(files, date(2026, 11, 1))]
    assert [sorted(each) for each in said] == [["advice", "fields", "file", "seconds", "tips", "verdict"]] * 2
    assert said[0]["fields"]["nik"] == {"value": "7371052601670019", "confidence": "sure"}
    assert [each["verdict"] for each in said] == ["good", "refused"]
    assert [each["advice"] for each in said] == [[], ["too_small"]]
    assert said[1]["fields"] == {}
