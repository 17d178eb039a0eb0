"""Whatever file is sent: does the worker hear what to do, does the bot go on, and is nothing of it kept?"""

from pathlib import Path

from storage import files, people
from storage.shelf import NAME
from tests.documents.children import is_gone, ours
from tests.documents.hostile import ENDED, HIDDEN, KTP, LETTERS, PHOTOS, TAKEN, Hostile
from tests.support.town import Town, sample, town
from tests.support.worker import TEXTS, Filling

EMPTY = "nothing in it"  # Telegram itself refuses to send it
SLOW = "a million lines"  # "forms in forms" stands for both
PATIENCE = 120.0  # seconds; the machine may be busy


def kind_words(file: Hostile) -> str:
    """What to do about it, in the words of `photos.ftl`: the last sentence, for one that was ended whichever it is."""
    code = "bomb" if file.becomes == ENDED else file.becomes.replace("_", "-")
    first, _, last = TEXTS(f"photo-{code}").partition(". ")
    return last if file.becomes == ENDED else first.removesuffix(".")


async def in_vault(here: Town) -> dict[str, bytes]:
    """What the vault holds, opened: by name."""
    folder = here.settings.data_dir / "vault"
    names = [path.name for path in folder.rglob("*") if path.is_file()]
    assert [name for name in names if not NAME.fullmatch(name)] == []
    return {name: await here.app.vault.get(name) for name in names}


async def kept(here: Town, user_id: int) -> set[str]:
    """The names of the pages that the worker's form has kept."""
    async with here.look() as unit:
        _, draft = await people.meet(unit, user_id)
        assert draft is not None
        return {file.vault_name for file in await files.of_drafts(unit, [draft.id]) if file.state == "kept"}


async def test_hostile_photos_are_answered_kindly_and_leave_nothing(tmp_path: Path) -> None:
    before = ours()
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        filling = Filling(budi)
        await filling.up_to("ktp_photo")
        for last in (False, True):  # from now on the coach takes what can be opened, whatever it shows
            await budi.photo(sample("bad_blurred.jpg"))
            await budi.sees(TEXTS("advice-last" if last else "advice-again"), timeout=PATIENCE)
        for kind, file in PHOTOS.items():
            if kind == EMPTY:
                continue
            await budi.document(file.make(), file.name)
            if file.becomes == TAKEN:
                await filling.asked("nik")
                await budi.press("⬅️ Kembali")
                await filling.asked("ktp_photo")
            else:
                said = await budi.sees(kind_words(file), timeout=PATIENCE)
                assert (kind, said.buttons[-1]) == (kind, "⬅️ Kembali")
        await budi.photo(sample(KTP))
        await filling.asked("nik")
        opened = await in_vault(here)
        assert set(opened) == await kept(here, budi.id)
        assert [name for name, data in opened.items() if data[:3] != b"\xff\xd8\xff" or HIDDEN[:7] in data] == []
        children = ours() - before
        assert len(children) <= 2
    assert [pid for pid in children if not is_gone(pid)] == []
    assert ours() == before


async def test_hostile_letters_are_answered_kindly_and_leave_nothing(tmp_path: Path) -> None:
    before = ours()
    async with town(tmp_path) as here:
        budi = await here.person("Budi (contoh)")
        filling = Filling(budi)
        await filling.up_to("letter")
        had = len(await in_vault(here))
        refused = {kind: file for kind, file in LETTERS.items() if file.becomes != TAKEN and kind != SLOW}
        for kind, file in refused.items():
            await budi.document(file.make(), file.name)
            said = await budi.sees(kind_words(file), timeout=PATIENCE)
            assert (kind, said.buttons[-1]) == (kind, "⬅️ Kembali")
        assert len(await in_vault(here)) == had
        taken = [file for file in LETTERS.values() if file.becomes == TAKEN]
        for number, file in enumerate(taken, start=1):
            await budi.document(file.make(), file.name)
            await budi.sees(f"{number} foto diterima", timeout=PATIENCE)
        opened = await in_vault(here)
        assert set(opened) == await kept(here, budi.id)
    assert ours() == before
