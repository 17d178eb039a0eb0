"""Is every file that a stranger may send taken as clean pixels or refused, and does the next one get its turn?"""

from io import BytesIO

import pytest
from PIL import Image

from documents.results import Cleaned
from documents.sandbox import Sandbox
from tests.documents.children import ours, pids
from tests.documents.hostile import ENDED, HIDDEN, KTP, LETTERS, PHOTOS, TAKEN, became
from tests.documents.made_files import hanging_pdf, sample

ALL = {**{f"photo: {kind}": (each, False) for kind, each in PHOTOS.items()}} | {
    f"letter: {kind}": (each, True) for kind, each in LETTERS.items() if each.becomes != ENDED
}


@pytest.mark.parametrize("kind", ALL)
async def test_a_hostile_file_becomes_clean_pixels_or_nothing(sandbox: Sandbox, kind: str) -> None:
    file, takes_pdf = ALL[kind]
    result = await sandbox.clean(file.make(), allow_pdf=takes_pdf)
    assert became(result) == file.becomes
    for page in result.pages if isinstance(result, Cleaned) else ():
        picture = Image.open(BytesIO(page.jpeg))
        assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (page.width, page.height), {})
        assert (page.jpeg.find(HIDDEN[:7]), page.jpeg.count(b"\xff\xd8\xff")) == (-1, 1)
    assert became(await sandbox.clean(sample(KTP), allow_pdf=False)) == TAKEN


async def test_a_file_that_breaks_its_limits_is_not_worth_a_second_try_and_leaves_no_process() -> None:
    before = ours()
    async with Sandbox(size=1, seconds=60) as box:
        assert became(await box.clean(hanging_pdf(), allow_pdf=True)) == ENDED
        assert became(await box.clean(sample(KTP), allow_pdf=False)) == TAKEN
        assert ours() - before == set(pids(box))
    assert ours() == before
